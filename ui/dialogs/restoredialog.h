// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/actdialog.h"

namespace offboarding::ui {

class PlannedUserTable;

/// Puts inactive or deleted users back, and says what does not come back with them (contract §3).
class RestoreDialog : public ActDialog
{
    Q_OBJECT

public:
    RestoreDialog(const Connection &connection, QWidget *parent);

protected:
    QString headline() const override;
    QString confirmName() const override;
    void fill() override;
    QString ownRefusal() const override;

private:
    PlannedUserTable *m_users = nullptr;
};

} // namespace offboarding::ui
