// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/leavers/leavercolumns.h"

#include <QWidget>

#include <array>

class QComboBox;

namespace offboarding::ui {

/// Which column of a list says what, one choice per field; the admin may change what was recognised.
class LeaverColumnsBar : public QWidget
{
    Q_OBJECT

public:
    explicit LeaverColumnsBar(QWidget *parent = nullptr);

    void setColumns(const QStringList &header, const LeaverColumns &columns);
    LeaverColumns columns() const;

Q_SIGNALS:
    void columnsChosen(const offboarding::LeaverColumns &columns);

private:
    std::array<QComboBox *, leaverFields.size()> m_choices{};
};

} // namespace offboarding::ui
