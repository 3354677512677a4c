// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/permissionset.h"
#include "app/offboarding/plan.h"

#include <QDialog>
#include <QList>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace offboarding::ui {

/// "Copy required permissions": the least set for the acts that one ticks, for an administrator who grants
/// roles.
class PermissionsDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p granted: of the signed-in account, to say what of it is missing; unknown where nobody is signed in.
    PermissionsDialog(Dialect dialect, const PermissionSet &granted, QWidget *parent);

    QString permissionsText() const;

private:
    void updateText();
    QList<Act> chosenActs() const;

    Dialect m_dialect;
    PermissionSet m_granted;
    QList<QCheckBox *> m_boxes; ///< in the order of the acts
    QPlainTextEdit *m_text;
    QLabel *m_missing;
    QPushButton *m_copy;
};

} // namespace offboarding::ui
