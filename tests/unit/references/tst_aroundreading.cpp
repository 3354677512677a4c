// SPDX-License-Identifier: GPL-3.0-or-later
// What is around people, read beside their conversations: nothing twice, stoppable, and kept apart.
#include "app/demo/demoserver.h"
#include "app/references/referencefinder.h"

#include <QCoroTask>
#include <QHash>
#include <QSignalSpy>
#include <QTest>

namespace offboarding {

namespace {

demo::DemoOptions organisation()
{
    demo::DemoOptions options;
    options.users = 120;
    options.liveConversations = 40;
    options.endedConversations = 60;
    return options;
}

QString lineOf(const demo::RequestRecord &request)
{
    return request.method + QLatin1Char(' ') + request.path + QLatin1Char('?') + request.query +
           QLatin1Char(' ') + QString::fromUtf8(request.body);
}

} // namespace

class TestAroundReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<demo::DemoServer>(organisation());
        const auto started = m_server->start();
        QVERIFY(started.has_value());
        m_endpoints = *started;
        m_people = m_server->userIdsWithLiveConversations(5);
        QVERIFY(m_people.size() >= 3);
    }

    void init()
    {
        m_server->setFaults({});
        m_server->setLatency(0);
        m_client = std::make_unique<ApiClient>(m_endpoints.apiUrl);
        m_client->setAccessToken(m_endpoints.token);
        RetrySettings settings;
        settings.firstPauseMilliseconds = 1;
        settings.mostAttempts = 1;
        m_client->setRetrySettings(settings);
        m_finder = std::make_unique<ReferenceFinder>(*m_client);
        m_server->clearRequestLog();
    }

    void cleanup()
    {
        m_finder.reset();
        m_client.reset();
    }

    void everySourceIsThereAndNothingIsAskedTwice()
    {
        QSignalSpy changed(m_finder.get(), &ReferenceFinder::aroundChanged);
        QSignalSpy progress(m_finder.get(), &ReferenceFinder::aroundProgress);
        QSignalSpy finished(m_finder.get(), &ReferenceFinder::aroundFinished);
        const QStringList people = m_people.mid(0, 3);
        m_finder->requestAround(people);
        QVERIFY(m_finder->isReadingAround(people.at(2)));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(changed.size(), 3);
        QVERIFY(!m_finder->isReadingAround());
        QCOMPARE(progress.constLast().at(0), progress.constLast().at(1)); // all that was asked is answered
        for (const QString &userId : people) {
            const PersonReading *around = m_finder->around(userId);
            QVERIFY(around != nullptr);
            QCOMPARE(around->sources.size(), 20);
            for (const SourceReading &source : around->sources)
                QVERIFY2(source.status == SourceStatus::Fresh, qPrintable(source.name));
            QVERIFY(around->readAt().isValid());
            QVERIFY(around->person.queues && around->person.roles && around->person.presence);
        }
        QHash<QString, int> lines;
        for (const demo::RequestRecord &request : m_server->requestLog()) {
            ++lines[lineOf(request)];
            QVERIFY2(!request.path.startsWith(QStringLiteral("/api/v2/conversations/")),
                     qPrintable(request.path));
        }
        for (auto line = lines.cbegin(); line != lines.cend(); ++line)
            QVERIFY2(line.value() == 1, qPrintable(line.key()));
    }

    void doesNotStandInTheWayOfTheConversations()
    {
        m_server->setLatency(20);
        QSignalSpy finished(m_finder.get(), &ReferenceFinder::aroundFinished);
        m_finder->requestAround({m_people.at(0)});
        m_finder->request({m_people.at(1)});
        m_finder->stop(); // of the conversations; the surroundings go on
        QVERIFY(m_finder->isReadingAround());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(m_finder->around(m_people.at(0)) != nullptr);
        QVERIFY(m_finder->map(m_people.at(1)) == nullptr);
        // No map came of it: nothing was read of the conversations, and that must not look like none.
        QVERIFY(m_finder->map(m_people.at(0)) == nullptr);
    }

    void isKeptWhenTheConversationsAreReadAgain()
    {
        const QString userId = m_people.at(0);
        QSignalSpy finished(m_finder.get(), &ReferenceFinder::aroundFinished);
        m_finder->requestAround({userId});
        QTRY_COMPARE(finished.size(), 1);
        const PersonReferences known = m_finder->around(userId)->person;
        QCoro::waitFor(m_finder->read(userId));
        const ReferenceMap *map = m_finder->map(userId);
        QVERIFY(map != nullptr && map->person.has_value());
        QCOMPARE(*map->person, known);
        QVERIFY(findSource(map->furtherSources, sourceNames::queues) != nullptr);
        // And the other way round: what is read later replaces what the map had.
        demo::FaultRule refusal;
        refusal.pathPattern = QStringLiteral("/api/v2/users/*/queues");
        refusal.status = 403;
        m_server->setFaults({refusal});
        m_finder->requestAround({userId});
        QTRY_COMPARE(finished.size(), 2);
        map = m_finder->map(userId);
        QCOMPARE(findSource(map->furtherSources, sourceNames::queues)->status, SourceStatus::NotPermitted);
        QVERIFY(!map->person->queues.has_value());
        QVERIFY(map->isComplete()); // no gate decides on the surroundings
    }

    void aWholeMapBringsItToo()
    {
        const QString userId = m_people.at(0);
        QSignalSpy changed(m_finder.get(), &ReferenceFinder::aroundChanged);
        QCoro::waitFor(m_finder->read(userId, ReadingDepth::Everything));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_finder->around(userId)->sources.size(), 20);
        QVERIFY(findSource(m_finder->around(userId)->sources, sourceNames::conversationSummary) == nullptr);
    }

    void stopLeavesWhatWasThere()
    {
        m_server->setLatency(30);
        QSignalSpy finished(m_finder.get(), &ReferenceFinder::aroundFinished);
        m_finder->requestAround({m_people.at(0)});
        QTRY_COMPARE(finished.size(), 1);
        const QDateTime first = m_finder->around(m_people.at(0))->readAt();
        m_finder->requestAround(m_people.mid(0, 3));
        m_finder->stopAround();
        QVERIFY(!m_finder->isReadingAround());
        QTRY_COMPARE(finished.size(), 2);
        QTRY_VERIFY(m_server->requestLog().constLast().status != 0);
        QCOMPARE(m_finder->around(m_people.at(0))->readAt(), first);
        QVERIFY(m_finder->around(m_people.at(1)) == nullptr);
        // A later wish is served as if nothing had been stopped.
        m_finder->requestAround({m_people.at(1)});
        QTRY_VERIFY(m_finder->around(m_people.at(1)) != nullptr);
    }

    void aLaterWishReplacesTheEarlierOne()
    {
        m_server->setLatency(30);
        QSignalSpy finished(m_finder.get(), &ReferenceFinder::aroundFinished);
        m_finder->requestAround({m_people.at(0)});
        m_finder->requestAround({m_people.at(1)});
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(m_finder->around(m_people.at(0)) == nullptr);
        QVERIFY(m_finder->around(m_people.at(1)) != nullptr);
    }

    void mayDieWhileItReads()
    {
        m_server->setLatency(30);
        QSignalSpy progress(m_finder.get(), &ReferenceFinder::aroundProgress);
        QSignalSpy sent(m_client.get(), &ApiClient::exchangeStarted);
        QSignalSpy over(m_client.get(), &ApiClient::exchangeFinished);
        m_finder->requestAround(m_people.mid(0, 1));
        QTRY_VERIFY(!progress.isEmpty());
        const auto told = progress.size();
        m_finder.reset();
        QTRY_VERIFY(over.size() > told && over.size() == sent.size()); // the answers come, nobody is told
        QCOMPARE(progress.size(), told);
    }

private:
    std::unique_ptr<demo::DemoServer> m_server;
    demo::DemoEndpoints m_endpoints;
    QStringList m_people;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<ReferenceFinder> m_finder;
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::TestAroundReading)
#include "tst_aroundreading.moc"
