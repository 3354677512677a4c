// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/identity.h"

#include <QDateTime>
#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QToolButton;

namespace offboarding::ui {

class EnvironmentMark;
class NoticeBar;

/// Which organisation one is in: environment in words and colour, organisation, region, who is signed in,
/// whether it may be written to and for how long, whether the server can be reached and the sign-in holds.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void setConnection(const Connection &connection);
    void setIdentity(const Identity &identity);
    void setReachable(bool isReachable);
    /// @p isLockable: a production connection; others show nothing. @p until: UTC, when it locks again.
    void setLock(bool isLockable, bool isLocked, const QDateTime &until);
    /// A line below about the sign-in, with a button that asks for one; empty: none.
    void setSignInNotice(const QString &text);
    /// Counts the minutes down; call it every second.
    void tick();

Q_SIGNALS:
    void unlockRequested();
    void lockRequested();
    void signInRequested();
    void accountRequested();

private:
    void updateLock();

    EnvironmentMark *m_environment;
    QLabel *m_organization;
    QLabel *m_details;
    QToolButton *m_account;
    QLabel *m_offline;
    QLabel *m_lock;
    QPushButton *m_lockButton;
    NoticeBar *m_notice;
    QFrame *m_line;
    bool m_isLockable = false;
    bool m_isLocked = false;
    QDateTime m_until;
};

} // namespace offboarding::ui
