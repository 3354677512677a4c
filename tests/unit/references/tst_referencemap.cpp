// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/referencemap.h"

#include <QTest>

namespace offboarding {

namespace {

SourceReading source(SourceStatus status)
{
    SourceReading result;
    result.name = QStringLiteral("source");
    result.status = status;
    return result;
}

ConversationReference reference(const char *id)
{
    ConversationReference result;
    result.conversationId = QString::fromLatin1(id);
    return result;
}

/// Three conversations: one live, one in after-call work, one ended.
ReferenceMap threeConversations()
{
    ReferenceMap map;
    ConversationReference live = reference("live");
    live.live = true;
    ConversationReference work = reference("work");
    work.afterCallWork = true;
    map.conversations = {live, work, reference("ended")};
    return map;
}

} // namespace

class ReferenceMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusHasTheNameOfTheContract()
    {
        QCOMPARE(sourceStatusName(SourceStatus::Fresh), QStringLiteral("fresh"));
        QCOMPARE(sourceStatusName(SourceStatus::Stale), QStringLiteral("stale"));
        QCOMPARE(sourceStatusName(SourceStatus::Failed), QStringLiteral("failed"));
        QCOMPARE(sourceStatusName(SourceStatus::NotPermitted), QStringLiteral("not-permitted"));
        QCOMPARE(sourceStatusName(SourceStatus::Incomplete), QStringLiteral("incomplete"));
    }

    void whatWasNotReadIsNotZero()
    {
        const ReferenceMap map;
        QVERIFY(!map.isComplete()); // no source at all knows nothing
        QVERIFY(!map.liveCount().has_value());
        QVERIFY(!map.sessionCount.has_value());
        const SourceReading unread;
        QCOMPARE(unread.status, SourceStatus::Failed);
        QVERIFY(!unread.count.has_value());
    }

    void oneSourceThatIsNotFreshMakesTheCountUnknown_data()
    {
        QTest::addColumn<SourceStatus>("status");
        QTest::newRow("stale") << SourceStatus::Stale;
        QTest::newRow("failed") << SourceStatus::Failed;
        QTest::newRow("not permitted") << SourceStatus::NotPermitted;
        QTest::newRow("incomplete") << SourceStatus::Incomplete;
    }

    void oneSourceThatIsNotFreshMakesTheCountUnknown()
    {
        QFETCH(const SourceStatus, status);
        ReferenceMap map = threeConversations();
        map.sources = {source(SourceStatus::Fresh), source(SourceStatus::Fresh)};
        QCOMPARE(map.liveCount(), std::optional<int>(1));
        for (qsizetype position = 0; position <= map.sources.size(); ++position) {
            ReferenceMap doubtful = map;
            doubtful.sources.insert(position, source(status));
            QVERIFY(!doubtful.isComplete());
            QVERIFY(!doubtful.liveCount().has_value());
            QCOMPARE(doubtful.knownLiveCount(), 1); // what is known stays known
        }
    }

    void countsTellLiveFromRecent()
    {
        const ReferenceMap map = threeConversations();
        QCOMPARE(map.knownLiveCount(), 1);
        QCOMPARE(map.recentCount(), 1);
    }

    void whatCannotBeReadBlocks()
    {
        ConversationReference one = reference("c");
        QVERIFY(!one.isBlocking());
        one.error = Error();
        QVERIFY(one.isBlocking());
        one.error.reset();
        one.afterCallWork = true;
        QVERIFY(one.isBlocking());
        one.afterCallWork = false;
        one.live = true;
        QVERIFY(one.isBlocking());
    }

    void conversationsAreFoundById()
    {
        const ReferenceMap map = threeConversations();
        QCOMPARE(map.find(QStringLiteral("work")), &map.conversations.at(1));
        QCOMPARE(map.find(QStringLiteral("WORK")), nullptr);
        QCOMPARE(map.find(QString()), nullptr);
        QCOMPARE(ReferenceMap().find(QStringLiteral("work")), nullptr);
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ReferenceMapTest)
#include "tst_referencemap.moc"
