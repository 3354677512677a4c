// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen for each conversation, and the tick without which nobody from outside is cut off.
#include "app/offboarding/clearingrequests.h"
#include "app/references/referencereading.h"
#include "tests/support/values.h"
#include "ui/widgets/clearingtable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHash>
#include <QRandomGenerator>
#include <QTest>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString leaver = QStringLiteral("user-1");

QString nameOf(int number)
{
    return QStringLiteral("c%1").arg(number);
}

ConversationReference live(int number)
{
    return referenceFrom(liveCall(nameOf(number), leaver), leaver);
}

/// The user is in after-call work; the customer talks to somebody else by now.
ConversationReference inAfterCallWork(int number)
{
    Conversation conversation = liveCall(nameOf(number), leaver);
    Participant &own = conversation.participants.last();
    own.communications.first().state = QStringLiteral("disconnected");
    own.afterCallWorkStart = noon();
    return referenceFrom(conversation, leaver);
}

ClearingContext contextOf(const QList<ConversationReference> &references, Dialect dialect = Dialect::Legacy)
{
    ClearingContext context;
    context.references = references;
    context.userNames = {{leaver, QStringLiteral("Jane Doe")}};
    context.queues = {{QStringLiteral("q1"), QStringLiteral("Support"), {}}};
    context.dialect = dialect;
    return context;
}

QComboBox *actionOf(const ClearingTable &table, int row)
{
    return table.findChild<QComboBox *>(QStringLiteral("action%1ComboBox").arg(row));
}

QCheckBox *tickOf(const ClearingTable &table, int row)
{
    return table.findChild<QCheckBox *>(QStringLiteral("cut%1CheckBox").arg(row));
}

bool choose(const ClearingTable &table, int row, ClearingAction action)
{
    QComboBox *box = actionOf(table, row);
    const int position = box->findData(static_cast<int>(action));
    if (position >= 0)
        box->setCurrentIndex(position);
    return position >= 0;
}

} // namespace

class TestClearingTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void disconnectingEverybodyIsOfferedButNeverChosen()
    {
        for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
            ClearingTable table;
            table.setContext(
                contextOf({live(0), inAfterCallWork(1), endedReference(nameOf(2), leaver)}, dialect));
            QCOMPARE(table.count(ClearingAction::EndConversation), 0);
            QVERIFY(actionOf(table, 0)->findText(QStringLiteral("Disconnect everybody")) >= 0);
            // Nobody is dropped for after-call work or for what has ended.
            QVERIFY(actionOf(table, 1)->findText(QStringLiteral("Disconnect everybody")) < 0);
            QVERIFY(actionOf(table, 2)->findText(QStringLiteral("Disconnect everybody")) < 0);
        }
    }

    void disconnectingEverybodyAlwaysNeedsItsOwnTick()
    {
        // Nobody from outside is in it: only colleagues would be dropped, and the tick is wanted all the
        // same.
        Conversation internal = liveCall(nameOf(0), leaver);
        internal.participants.first().purpose = QStringLiteral("user");
        internal.participants.first().userId = QStringLiteral("colleague");
        ClearingTable table;
        table.setContext(contextOf({referenceFrom(internal, leaver)}));
        QVERIFY(choose(table, 0, ClearingAction::Disconnect));
        QCOMPARE(table.problem(0), QString());
        QVERIFY(choose(table, 0, ClearingAction::EndConversation));
        QVERIFY2(table.problem(0).contains(QStringLiteral("Drops everybody")), qPrintable(table.problem(0)));
        QCheckBox *tick = tickOf(table, 0);
        QCOMPARE(tick->text(), QStringLiteral("Drop everybody"));
        QCOMPARE(tick->accessibleName(), QStringLiteral("Disconnect everybody in c0"));
        QVERIFY(!tick->isHidden());
        QVERIFY(!tick->isChecked());
        tick->click();
        QCOMPARE(table.problem(0), QString());
        QVERIFY(table.choices().first().mayCutLiveCustomer);
        QCOMPARE(table.cutCustomerCount(), 0); // a colleague is no customer
    }

    void anotherActionTakesTheTickAway()
    {
        ClearingTable table;
        table.setContext(contextOf({live(0), live(1)}));
        QVERIFY(choose(table, 0, ClearingAction::Disconnect));
        QVERIFY(choose(table, 1, ClearingAction::Disconnect));
        tickOf(table, 0)->click();
        tickOf(table, 1)->click();
        QCOMPARE(table.cutCustomerCount(), 2);
        QVERIFY(choose(table, 0, ClearingAction::EndConversation));
        QVERIFY(!tickOf(table, 0)->isChecked());
        QVERIFY(!table.choices().first().mayCutLiveCustomer);
        QVERIFY(table.choices().last().mayCutLiveCustomer); // that of the other row stays
        // Going back does not bring it back.
        QVERIFY(choose(table, 0, ClearingAction::Disconnect));
        QVERIFY(!table.choices().first().mayCutLiveCustomer);
        // The same for all rows at once; a row that had the action before keeps its tick.
        tickOf(table, 0)->click();
        QVERIFY(choose(table, 1, ClearingAction::Leave));
        table.setAllActions(ClearingAction::Disconnect);
        QVERIFY(table.choices().first().mayCutLiveCustomer);
        QVERIFY(!table.choices().last().mayCutLiveCustomer);
    }

    void aTickIsLostWhenSomebodyElseComesIn()
    {
        ClearingTable table;
        table.setContext(contextOf({live(0)}));
        QVERIFY(choose(table, 0, ClearingAction::EndConversation));
        tickOf(table, 0)->click();
        table.setContext(contextOf({live(0)}));
        QVERIFY(table.choices().first().mayCutLiveCustomer); // read again, and the same
        Conversation more = liveCall(nameOf(0), leaver);
        more.participants.append(testParticipant(QStringLiteral("supervisor"), QStringLiteral("user"),
                                                 QStringLiteral("connected"), QStringLiteral("user-9")));
        table.setContext(contextOf({referenceFrom(more, leaver)}));
        QVERIFY(!table.choices().first().mayCutLiveCustomer);
    }

    /// Whatever is clicked in whatever order: a choice that cuts somebody off was ticked for this very
    /// conversation and this very action, and nothing that was not ticked sends a request that cuts.
    void nothingIsCutThatWasNotTicked()
    {
        QRandomGenerator random(20261125);
        int cuts = 0;
        for (int round = 0; round < 60; ++round) {
            const Dialect dialect = random.bounded(2) == 0 ? Dialect::Legacy : Dialect::Published;
            QList<ConversationReference> references;
            const int count = 1 + random.bounded(4);
            for (int row = 0; row < count; ++row)
                references.append(random.bounded(4) == 0 ? inAfterCallWork(row) : live(row));
            ClearingTable table;
            table.setContext(contextOf(references, dialect));
            QHash<int, ClearingAction> ticked; // for what action the row was ticked
            for (int step = 0; step < 40; ++step) {
                const int row = random.bounded(count);
                switch (random.bounded(5)) {
                case 0:
                case 1: {
                    QComboBox *box = actionOf(table, row);
                    const int next = random.bounded(box->count());
                    if (next != box->currentIndex())
                        ticked.remove(row);
                    box->setCurrentIndex(next);
                    break;
                }
                case 2:
                    if (tickOf(table, row)->isHidden())
                        break;
                    tickOf(table, row)->click();
                    if (tickOf(table, row)->isChecked())
                        ticked.insert(row, table.choices().at(row).action);
                    else
                        ticked.remove(row);
                    break;
                case 3: {
                    const auto action = static_cast<ClearingAction>(
                        random.bounded(static_cast<int>(ClearingAction::Leave) + 1));
                    for (int other = 0; other < count; ++other) {
                        if (ticked.contains(other) && ticked.value(other) != action &&
                            actionOf(table, other)->findData(static_cast<int>(action)) >= 0)
                            ticked.remove(other);
                    }
                    table.setAllActions(action);
                    break;
                }
                default:
                    table.setContext(contextOf(references, dialect)); // read again
                    // The former cell widgets live until the event loop turns.
                    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                    break;
                }
                const QList<ClearingChoice> choices = table.choices();
                for (int i = 0; i < count; ++i) {
                    const ClearingChoice &choice = choices.at(i);
                    const bool isTicked = ticked.contains(i) && ticked.value(i) == choice.action;
                    QVERIFY2(!choice.mayCutLiveCustomer || isTicked, qPrintable(choice.conversationId));
                    cuts += choice.mayCutLiveCustomer ? 1 : 0;
                    const Conversation &conversation = *references.at(i).conversation;
                    if (isTicked || refusalFor(conversation, choice, dialect) != ClearingRefusal::None)
                        continue;
                    for (const ApiRequest &request : clearingRequests(conversation, choice, dialect)) {
                        const bool drops = request.path.endsWith(QLatin1String("/disconnect"));
                        const bool endsLeg =
                            references.at(i).live && !request.path.endsWith(QLatin1String("/replace/queue"));
                        QVERIFY2(!drops && !endsLeg, qPrintable(request.line()));
                    }
                }
            }
        }
        QVERIFY2(cuts > 100, "a table in which nothing can be ticked proves nothing");
    }
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestClearingTable)
#include "tst_clearingtable.moc"
