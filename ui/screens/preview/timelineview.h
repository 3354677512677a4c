// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/conversation.h"

#include <QWidget>

class QScrollArea;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace offboarding::ui {

class TimelineTableModel;
class TimelineWidget;

/// The painted timeline with its zoom and legend, and the same as a table.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    void setConversation(const Conversation &conversation, const QString &leaverId);
    void clear();
    void setShowAddresses(bool isShown);
    bool isShownAsTable() const;
    void setShownAsTable(bool isTable);
    TimelineWidget *timeline() const { return m_timeline; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *legend();

    TimelineWidget *m_timeline = nullptr;
    TimelineTableModel *m_model = nullptr;
    QScrollArea *m_scrollArea = nullptr;
    QTableView *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    QToolButton *m_asTable = nullptr;
};

} // namespace offboarding::ui
