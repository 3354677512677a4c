// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/references/clearing.h"

#include <QHash>
#include <QList>
#include <QTableWidget>

class QCheckBox;
class QComboBox;
class QStandardItemModel;

namespace offboarding::ui {

/// What the table shows: values only.
struct ClearingContext
{
    QList<ConversationReference> references;
    QHash<QString, QString> userNames; ///< identity by user id
    QList<Queue> queues;
    Dialect dialect = Dialect::Published;
};

/// Conversations, one per row, each with what shall happen to it. A live customer is cut off, and a whole
/// conversation disconnected, only with a tick in that very row for that very action: the tick is lost when
/// another action is chosen, and when the row is read anew in another state.
class ClearingTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit ClearingTable(QWidget *parent = nullptr);

    /// Keeps the choices of conversations that did not change.
    void setContext(const ClearingContext &context);
    QList<ClearingChoice> choices() const; ///< one per row, Leave included
    /// Where the action is possible; other rows stay as they are.
    void setAllActions(ClearingAction action);
    void setAllQueues(const QString &queueId); ///< rows that are handed over
    const QList<Queue> &offeredQueues() const { return m_queues; }

    /// Why row @p row cannot be run as chosen; empty if it can. Leave is no problem here.
    QString problem(int row) const;
    /// Rows that stand in the way of a state change of @p userId: left as they are, or with a problem.
    int blockerCount(const QString &userId) const;
    QString firstProblem() const;
    int count(ClearingAction action) const;
    int cutCustomerCount() const;

Q_SIGNALS:
    void choicesChanged();

private:
    struct Row
    {
        ConversationReference reference;
        QComboBox *action = nullptr;
        QComboBox *queue = nullptr;
        QCheckBox *cut = nullptr;
    };

    void addRow(const ConversationReference &reference, const ClearingChoice *previous);
    ClearingChoice choiceOf(const Row &row) const;
    static ClearingAction actionOf(const Row &row);
    bool needsTick(const Row &row) const;
    void clearTick(int row);
    void fillQueues(const ClearingContext &context);
    void updateRow(int row);
    void fitColumns();
    QString noteOf(const Row &row) const;
    QString shortName(const ConversationReference &reference) const;

    ClearingContext m_context;
    QList<Row> m_rows;
    QList<Queue> m_queues;
    QStandardItemModel *m_queueModel = nullptr;
};

} // namespace offboarding::ui
