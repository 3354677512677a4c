// SPDX-License-Identifier: GPL-3.0-or-later
// The state behind the demo server, without a socket and with a clock of its own.
#include "app/demo/conversationjson.h"
#include "app/demo/names.h"
#include "app/demo/organisation.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace offboarding;
using namespace offboarding::demo;

class TestOrganisation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsCanBeReadBack()
    {
        const Identifiers ids(42);
        QSet<QString> seen;
        for (quint32 i = 0; i < 3000; ++i) {
            const QString id = ids.make(IdKind::User, i);
            QCOMPARE(ids.indexOf(IdKind::User, id), static_cast<int>(i));
            QCOMPARE(ids.indexOf(IdKind::Queue, id), -1);
            seen.insert(id);
        }
        QCOMPARE(seen.size(), 3000);
        QCOMPARE(Identifiers(43).indexOf(IdKind::User, ids.make(IdKind::User, 1)), -1);
        QCOMPARE(ids.indexOf(IdKind::User, u"not an id"), -1);
        QCOMPARE(ids.indexOf(IdKind::User, u"zzzzzzzz-0000-4000-8000-000000000000"), -1);
    }

    void storyPeopleComeFirst()
    {
        const Organisation organisation(DemoOptions{});
        const Directory &directory = organisation.directory();
        for (int i = 0; i < static_cast<int>(storyPeople().size()); ++i) {
            QCOMPARE(directory.user(i).name, storyPeople().at(i).name);
            QCOMPARE(directory.user(i).state, storyPeople().at(i).state);
        }
        QCOMPARE(directory.users.size(), std::size_t(5000));
        QCOMPARE(directory.queues.size(), std::size_t(40));
        QCOMPARE(directory.divisions.size(), 6);
        QCOMPARE(organisation.conversations().live.size(), std::size_t(700));
        QCOMPARE(organisation.conversations().ended.size(), std::size_t(20000));
    }

    void addressesAreUniqueAndCannotExist()
    {
        const Organisation organisation(DemoOptions{});
        QSet<QString> seen;
        for (const UserRecord &user : organisation.directory().users) {
            if (user.email.isEmpty())
                continue;
            QVERIFY2(user.email.endsWith(QLatin1String("@demo.example")), qPrintable(user.email));
            QVERIFY2(!seen.contains(user.email), qPrintable(user.email));
            seen.insert(user.email);
        }
    }

    void endedConversationsExpandTheSameEveryTime()
    {
        const Organisation organisation(DemoOptions{});
        const ConversationBook &book = organisation.conversations();
        for (quint32 number = 0; number < 200; ++number) {
            const ConversationRecord one = book.endedAt(number);
            QVERIFY(!one.isOpen());
            QVERIFY(one.start < one.end);
            QVERIFY(one.names(book.ended[number].user));
            QVERIFY(!one.holds(book.ended[number].user));
            const QJsonObject json = conversationJson(organisation.directory(), one);
            QCOMPARE(conversationJson(organisation.directory(), *book.read(one.id)), json);
            for (const ParticipantRecord &participant : one.participants) {
                for (const CommunicationRecord &leg : participant.communications) {
                    for (const SegmentRecord &segment : leg.segments)
                        QVERIFY(segment.start <= segment.end && segment.start >= one.start);
                }
            }
        }
    }

    void liveConversationsAreInOrder()
    {
        const Organisation organisation(DemoOptions{});
        int waiting = 0;
        for (const ConversationRecord &one : organisation.conversations().live) {
            QVERIFY(one.isOpen());
            QVERIFY(one.start <= organisation.directory().base);
            bool hasAgent = false;
            for (const ParticipantRecord &participant : one.participants) {
                hasAgent = hasAgent || participant.user >= 0;
                for (const CommunicationRecord &leg : participant.communications) {
                    QVERIFY(!leg.segments.isEmpty());
                    QCOMPARE(leg.isLive(), leg.segments.last().end == 0);
                    for (const SegmentRecord &segment : leg.segments)
                        QVERIFY(segment.end == 0 || segment.start <= segment.end);
                }
            }
            waiting += hasAgent ? 0 : 1;
        }
        QVERIFY(waiting > 10);
    }

    void acceptedMeansDoneALittleLater()
    {
        qint64 time = 1'800'000'000'000;
        DemoOptions options;
        options.users = 100;
        options.acceptDelayMs = 300;
        Organisation organisation(options, [&time] { return time; });
        const std::size_t call = organisation.conversations().holding(0).front();
        const ConversationRecord before = organisation.conversations().live[call];
        const QString participant = before.participants.last().id;
        organisation.removeParticipant(before.id, participant);
        time += 299;
        organisation.settle();
        QVERIFY(organisation.conversations().live[call].names(0));
        time += 1;
        organisation.settle();
        QVERIFY(!organisation.conversations().live[call].names(0));
    }

    void theIndexFollowsEachChangeInOrder()
    {
        qint64 time = 1'800'000'000'000;
        DemoOptions options;
        options.users = 100;
        options.searchLagMs = 3000;
        Organisation organisation(options, [&time] { return time; });
        const auto shown = [&organisation] { return organisation.searchIndex().user(5).state; };
        organisation.setUserState(5, UserState::Inactive);
        time += 2000;
        organisation.setUserState(5, UserState::Deleted);
        organisation.settle();
        QCOMPARE(shown(), UserState::Active);
        time += 1000;
        organisation.settle();
        QCOMPARE(shown(), UserState::Inactive);
        time += 2000;
        organisation.settle();
        QCOMPARE(shown(), UserState::Deleted);
    }

    void recentMeansWithinADay()
    {
        qint64 time = 1'800'000'000'000;
        DemoOptions options;
        options.users = 100;
        Organisation organisation(options, [&time] { return time; });
        int rita = 0;
        while (storyPeople().at(rita).load != StoryLoad::RecentOnly)
            ++rita;
        QVERIFY(organisation.deletionRefusal(rita, false, false).has_value());
        QVERIFY(!organisation.deletionRefusal(rita, true, false).has_value());
        time += 24LL * 3600 * 1000;
        QVERIFY(!organisation.deletionRefusal(rita, false, false).has_value());
    }

    void smallOrganisationsWork()
    {
        for (const int users : {0, 1, 5, 25, 30}) {
            DemoOptions options;
            options.users = users;
            options.queues = 1;
            options.divisions = 1;
            const Organisation organisation(options);
            QCOMPARE(organisation.directory().users.size(), static_cast<std::size_t>(users));
        }
    }

    void generatingIsQuick()
    {
        QBENCHMARK_ONCE
        {
            const Organisation organisation(DemoOptions{});
        }
    }
};

QTEST_GUILESS_MAIN(TestOrganisation)
#include "tst_organisation.moc"
