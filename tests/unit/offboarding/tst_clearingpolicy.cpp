// SPDX-License-Identifier: GPL-3.0-or-later
// One choice for many conversations, none of which may cut a live customer.
#include "app/offboarding/clearingpolicy.h"
#include "tests/support/values.h"

#include <QTest>

#include <array>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

ConversationReference reference(bool isLive, bool isCustomerLive, bool isConnected, const char *queueId)
{
    ConversationReference one;
    one.userId = QStringLiteral("user-1");
    one.conversationId = QStringLiteral("conversation-1");
    one.participantIds = {QStringLiteral("p1")};
    one.live = isLive;
    one.customerLive = isCustomerLive;
    one.connected = isConnected;
    one.queueId = QString::fromLatin1(queueId);
    return one;
}

QString chosen(const ConversationReference &one, ClearingPolicy policy, Dialect dialect)
{
    const QList<ClearingChoice> choices =
        clearingChoices(freshMap(QStringLiteral("user-1"), {one}), policy, dialect);
    return choices.isEmpty() ? QStringLiteral("leave") : clearingActionName(choices.first().action);
}

constexpr std::array allPolicies{ClearingPolicy::Leave, ClearingPolicy::Requeue, ClearingPolicy::Disconnect,
                                 ClearingPolicy::Remove};

} // namespace

class TestClearingPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPolicyDoesWhatItSays_data()
    {
        QTest::addColumn<ConversationReference>("one");
        QTest::addColumn<int>("policy");
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("action");
        const ConversationReference customer = reference(true, true, true, "queue-1");
        const ConversationReference alone = reference(true, false, true, "queue-1");
        const ConversationReference ended = reference(false, false, false, "queue-1");
        const auto row = [](const char *name, const ConversationReference &one, ClearingPolicy policy,
                            Dialect dialect, const char *action) {
            QTest::newRow(name) << one << static_cast<int>(policy) << dialect << QString::fromLatin1(action);
        };
        row("leave", alone, ClearingPolicy::Leave, Dialect::Legacy, "leave");
        row("customer to the queue", customer, ClearingPolicy::Requeue, Dialect::Published, "requeue");
        row("customer, no queue known", reference(true, true, true, ""), ClearingPolicy::Requeue,
            Dialect::Published, "leave");
        row("customer, not connected", reference(true, true, false, "queue-1"), ClearingPolicy::Requeue,
            Dialect::Published, "leave");
        row("nobody to lose, requeue", alone, ClearingPolicy::Requeue, Dialect::Published, "disconnect");
        row("nobody to lose, requeue, legacy", alone, ClearingPolicy::Requeue, Dialect::Legacy, "remove");
        row("disconnect", alone, ClearingPolicy::Disconnect, Dialect::Legacy, "disconnect");
        row("remove", alone, ClearingPolicy::Remove, Dialect::Legacy, "remove");
        row("remove, published", alone, ClearingPolicy::Remove, Dialect::Published, "disconnect");
        row("ended, remove, legacy", ended, ClearingPolicy::Remove, Dialect::Legacy, "remove");
        row("ended, remove, published", ended, ClearingPolicy::Remove, Dialect::Published, "leave");
        row("ended, requeue", ended, ClearingPolicy::Requeue, Dialect::Legacy, "leave");
    }

    void eachPolicyDoesWhatItSays()
    {
        QFETCH(ConversationReference, one);
        QFETCH(int, policy);
        QFETCH(Dialect, dialect);
        QTEST(chosen(one, static_cast<ClearingPolicy>(policy), dialect), "action");
    }

    void aLiveCustomerIsNeverCut()
    {
        for (const ClearingPolicy policy : allPolicies) {
            for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
                for (const bool isConnected : {false, true}) {
                    const QString action =
                        chosen(reference(true, true, isConnected, "queue-1"), policy, dialect);
                    QVERIFY2(action == QLatin1String("leave") || action == QLatin1String("requeue"),
                             qPrintable(action));
                }
            }
        }
    }

    void whatCannotBeReadIsLeft()
    {
        ConversationReference unread = reference(true, false, true, "queue-1");
        unread.error = Error();
        for (const ClearingPolicy policy : allPolicies)
            QCOMPARE(chosen(unread, policy, Dialect::Legacy), QStringLiteral("leave"));
    }

    void namesRoundTrip()
    {
        for (const ClearingPolicy policy : allPolicies)
            QCOMPARE(clearingPolicyFromName(clearingPolicyName(policy)), policy);
        QVERIFY(!clearingPolicyFromName(QStringLiteral("hang up")));
    }
};

QTEST_APPLESS_MAIN(TestClearingPolicy)
#include "tst_clearingpolicy.moc"
