// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/blockerlist.h"

#include "app/base/blocker.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"

#include <QHeaderView>

#include <algorithm>

namespace offboarding::ui {

namespace {

constexpr int widestColumn = 280;

} // namespace

QString nextActionText(const ConversationReference &reference, Dialect dialect)
{
    if (reference.error) {
        const QString title = describe(*reference.error).title;
        const QList<NextAction> actions = nextActions(blockerOf(*reference.error));
        if (actions.contains(NextAction::CopyPermissions))
            return BlockerList::tr("Have the permission granted: %1").arg(title);
        if (actions.contains(NextAction::SignIn))
            return BlockerList::tr("Sign in again: %1").arg(title);
        return BlockerList::tr("Read again: %1").arg(title);
    }
    switch (suggestedAction(reference, dialect)) {
    case ClearingAction::HandToQueue:
        return reference.queueName.isEmpty()
                   ? BlockerList::tr("Clear references…: hand to a queue")
                   : BlockerList::tr("Clear references…: hand to queue %1").arg(reference.queueName);
    case ClearingAction::Disconnect:
        return BlockerList::tr("Clear references…: disconnect");
    case ClearingAction::Remove:
        return BlockerList::tr("Clear references…: remove the participant");
    case ClearingAction::EndConversation: // never suggested
    case ClearingAction::Leave:
        break;
    }
    if (!reference.isBlocking())
        return BlockerList::tr("Ended: cannot be changed here; deactivate instead");
    return reference.customerLive ? BlockerList::tr("Wait until the customer's conversation ends")
                                  : BlockerList::tr("Wait until it ends");
}

BlockerList::BlockerList(QWidget *parent) : QTableWidget(0, 5, parent)
{
    setObjectName(QStringLiteral("blockersTableWidget"));
    setAccessibleName(tr("Conversations in the way"));
    setHorizontalHeaderLabels(
        {tr("Conversation"), tr("Media"), tr("State"), tr("Customer"), tr("Next action")});
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
}

void BlockerList::addRow(const QString &id, const QString &media, const QString &state,
                         const QString &customer, const QString &next)
{
    const int row = rowCount();
    insertRow(row);
    int column = 0;
    for (const QString &text : {id, media, state, customer, next}) {
        auto *cell = new QTableWidgetItem(text.simplified());
        cell->setToolTip(text.toHtmlEscaped());
        setItem(row, column++, cell);
    }
}

void BlockerList::setReferences(const QList<ConversationReference> &references, const QStringList &namedIds,
                                Dialect dialect)
{
    setRowCount(0);
    QStringList unseen = namedIds;
    for (const ConversationReference &reference : references) {
        unseen.removeAll(reference.conversationId);
        addRow(reference.conversationId, displayText(reference.media),
               reference.error ? tr("Unknown") : participantStateText(reference.state),
               reference.error          ? tr("Unknown")
               : reference.customerLive ? tr("Live")
                                        : tr("Not live"),
               nextActionText(reference, dialect));
    }
    for (const QString &id : std::as_const(unseen))
        addRow(id, tr("Unknown"), tr("Named by the server"), tr("Unknown"), tr("Clear references…: read it"));
    resizeColumnsToContents();
    for (int column = 0; column < 4; ++column)
        setColumnWidth(column, std::min(columnWidth(column), widestColumn));
}

} // namespace offboarding::ui
