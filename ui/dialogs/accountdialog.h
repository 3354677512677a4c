// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/identity.h"

#include <QDateTime>
#include <QDialog>

class QCheckBox;
class QLineEdit;
class QListWidget;

namespace offboarding::ui {

/// Who is signed in, in which organisation, until when, and what this account may do.
class AccountDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p expires: UTC, invalid where not known. @p isRenewable: renewed by itself before that.
    AccountDialog(const Connection &connection, const Identity &identity, const QDateTime &expires,
                  bool isRenewable, QWidget *parent);

Q_SIGNALS:
    void permissionsRequested();                     ///< "Copy required permissions"
    void signInRequested();                          ///< the dialog is closed already
    void signOutRequested(bool forgetsClientSecret); ///< the dialog is closed already

private:
    void filter(const QString &text);

    QLineEdit *m_search;
    QListWidget *m_permissions;
    QCheckBox *m_forget;
};

} // namespace offboarding::ui
