// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/services.h"
#include "ui/shell/menus.h"

#include <QWidget>

class QSettings;
class QSplitter;

namespace offboarding::ui {

class ActivityPane;
class ConversationsPage;
class HttpLogModel;
class PreviewPage;
class UsersPage;

/// The panes of the window and the lines between them: users over conversations on the left, the preview on
/// the right, the activity below. The selected users flow from the first to the others.
class WorkArea : public QWidget
{
    Q_OBJECT

public:
    WorkArea(Services services, HttpLogModel &log, QWidget *parent = nullptr);

    UsersPage *users() const { return m_users; }
    ConversationsPage *conversations() const { return m_conversations; }
    PreviewPage *preview() const { return m_preview; }
    ActivityPane *activity() const { return m_activity; }
    QList<Pane> panes() const; ///< for the View menu

    void saveTo(QSettings &settings) const;
    /// Call after the View menu was made: its check marks follow what is hidden.
    void restoreFrom(QSettings &settings);

Q_SIGNALS:
    void paneHidden(const QString &objectName);

private:
    QList<QSplitter *> splitters() const { return {m_main, m_upper, m_lists}; }

    QSplitter *m_main;  ///< everything above, activity below
    QSplitter *m_upper; ///< lists on the left, preview on the right
    QSplitter *m_lists; ///< users above, conversations below
    UsersPage *m_users;
    ConversationsPage *m_conversations;
    PreviewPage *m_preview;
    ActivityPane *m_activity;
};

} // namespace offboarding::ui
