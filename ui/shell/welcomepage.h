// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"

#include <QList>
#include <QUuid>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace offboarding::ui {

/// What one sees without an open connection: the demo organisation, a real one, and the saved connections.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setConnections(const QList<Connection> &connections);
    /// Something is being started; the buttons wait.
    void showStarting(const QString &text);
    /// What happened, or why nothing did; empty: nothing to say. Plain text.
    void showNotice(const QString &text);

Q_SIGNALS:
    void demoRequested();
    void connectRequested(); ///< to an organisation that is not in the list yet
    void openRequested(const QUuid &id);
    void manageRequested();

private:
    void setBusy(bool isBusy);
    void openCurrent();

    QPushButton *m_demo;
    QPushButton *m_connect;
    QWidget *m_saved;
    QListWidget *m_list;
    QPushButton *m_open;
    QPushButton *m_manage;
    QLabel *m_notice;
};

} // namespace offboarding::ui
