// SPDX-License-Identifier: GPL-3.0-or-later
// What a dialog is given: users, references and queues as they are now, and what could not be read.
#include "app/offboarding/planpreview.h"
#include "app/references/referencereading.h"
#include "tests/support/demofixture.h"
#include "tests/support/values.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace offboarding;
using namespace offboarding::testing;

using Kind = demo::FaultRule::Kind;

class TestPlanPreview : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DemoFixture> m_demo;
    std::unique_ptr<PlanPreview> m_preview;

    PreparedPlan prepare(Act act, const QStringList &userIds)
    {
        QSignalSpy spy(m_preview.get(), &PlanPreview::prepared);
        const quint64 ticket = m_preview->prepare(act, userIds);
        if (!spy.wait(10'000) || spy.first().first().toULongLong() != ticket) {
            QTest::qFail("nothing was prepared", __FILE__, __LINE__);
            return {};
        }
        return spy.first().at(1).value<PreparedPlan>();
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<DemoFixture>(Dialect::Legacy);
        m_preview = std::make_unique<PlanPreview>(m_demo->connection, *m_demo->store, *m_demo->loader,
                                                  *m_demo->finder);
    }

    void cleanup()
    {
        m_preview.reset();
        m_demo.reset();
    }

    void readsUsersReferencesAndQueuesNow()
    {
        const QString jane = m_demo->person("jane.doe");
        const QString nora = m_demo->person("nora.nothing");
        const QDateTime before = QDateTime::currentDateTimeUtc();
        const PreparedPlan prepared = prepare(Act::Deactivate, {jane, nora});
        QCOMPARE(prepared.input.users.size(), 2);
        QCOMPARE(prepared.input.users.first().id, jane); // in the order asked for
        QCOMPARE(prepared.map(jane)->knownLiveCount(), 3);
        QCOMPARE(prepared.map(nora)->liveCount(), std::optional<int>(0));
        QCOMPARE(prepared.queues.size(), 10);
        QVERIFY(!prepared.queuesError.has_value());
        QVERIFY(prepared.unreadableUsers.isEmpty());
        QVERIFY(prepared.input.now >= before); // the two minutes begin when the reading ended
        QVERIFY(prepared.input.now >= prepared.map(nora)->readAt);
        QVERIFY(!prepared.input.planId.isEmpty());
        QCOMPARE(prepared.input.connection, m_demo->connection);
        QVERIFY(prepared.nameOf(jane).contains(QLatin1String("jane.doe@demo.example")));
    }

    void readsAUserOnceAndADeletedOneToo()
    {
        const QString nora = m_demo->person("nora.nothing");
        const QString dora = m_demo->person("dora.deleted");
        const PreparedPlan prepared = prepare(Act::Restore, {nora, dora, nora});
        QCOMPARE(prepared.input.users.size(), 2);
        QCOMPARE(prepared.input.users.at(1).state, UserState::Deleted);
        QVERIFY(prepared.input.references.isEmpty()); // restoring needs none
    }

    void saysWhoCouldNotBeRead()
    {
        const QString nora = m_demo->person("nora.nothing");
        const QString janet = m_demo->person("janet.doe");
        m_demo->server.setFaults({m_demo->faultOn("GET", janet, Kind::Status, 403)});
        const PreparedPlan prepared = prepare(Act::Deactivate, {nora, janet, QStringLiteral("nobody")});
        QCOMPARE(prepared.input.users.size(), 1);
        QCOMPARE(prepared.input.users.first().id, nora);
        QCOMPARE(prepared.unreadableUsers.value(janet).kind, ErrorKind::Forbidden);
        QCOMPARE(prepared.unreadableUsers.value(QStringLiteral("nobody")).kind, ErrorKind::NotFound);
        QCOMPARE(prepared.nameOf(QStringLiteral("nobody")), QStringLiteral("nobody"));
    }

    void saysWhichSourceCouldNotBeRead()
    {
        demo::FaultRule status;
        status.pathPattern = QStringLiteral("*/agents/*/status");
        status.status = 403;
        demo::FaultRule queues;
        queues.pathPattern = QStringLiteral("*/routing/queues");
        queues.status = 403;
        m_demo->server.setFaults({status, queues});
        const QString nora = m_demo->person("nora.nothing");
        const PreparedPlan prepared = prepare(Act::ForceDelete, {nora});
        QVERIFY(!prepared.map(nora)->isComplete());
        QVERIFY(!prepared.map(nora)->liveCount().has_value());
        QVERIFY(prepared.queues.isEmpty());
        QCOMPARE(prepared.queuesError->kind, ErrorKind::Forbidden);
    }

    void namesLookAlikes()
    {
        QSignalSpy loaded(m_demo->loader.operator->(), &UserLoader::finished);
        m_demo->loader->load();
        QVERIFY(loaded.wait(10'000));
        const QString jane = m_demo->person("jane.doe");
        const QString nora = m_demo->person("nora.nothing");
        const PreparedPlan prepared = prepare(Act::Deactivate, {jane, nora});
        QCOMPARE(prepared.input.lookAlikeIds, QStringList{jane});
    }

    void tellsHowFarItIs()
    {
        QSignalSpy progress(m_preview.get(), &PlanPreview::progressChanged);
        prepare(Act::Restore, m_demo->server.userIdsInState(QStringLiteral("inactive"), 10));
        QVERIFY(progress.size() > 2);
        int last = -1;
        for (const QList<QVariant> &arguments : progress) {
            QCOMPARE(arguments.at(2).toInt(), 10);
            QVERIFY(arguments.at(1).toInt() > last);
            last = arguments.at(1).toInt();
        }
        QCOMPARE(last, 10);
    }

    void whatIsForgottenIsNotReadAnyFurther()
    {
        QSignalSpy spy(m_preview.get(), &PlanPreview::prepared);
        const quint64 forgotten =
            m_preview->prepare(Act::Deactivate, m_demo->server.userIdsWithoutReferences(40));
        m_preview->forget(forgotten);
        const PreparedPlan prepared = prepare(Act::Deactivate, {m_demo->person("nora.nothing")});
        QCOMPARE(prepared.input.users.size(), 1);
        QCOMPARE(spy.size(), 1); // the other one is never prepared
        QVERIFY(m_demo->server.requestLog().size() < 40);
    }

    void aPreviewThatGoesAwayInTheMiddleIsNoTrouble()
    {
        const QStringList ids = m_demo->server.userIdsWithoutReferences(40);
        QSignalSpy answered(&*m_demo->client, &ApiClient::exchangeFinished);
        m_preview->prepare(Act::Deactivate, ids);
        QTRY_VERIFY(answered.size() > 3);
        m_preview.reset();
        QCOMPARE(m_demo->stateOf(ids.first()), QStringLiteral("active"));
    }

    void aChangeOfWhatStandsInTheWayIsNoticed()
    {
        const QString id = QStringLiteral("user-1");
        const ConversationReference live = referenceFrom(liveCall(QStringLiteral("c1"), id), id);
        const ConversationReference ended = endedReference(QStringLiteral("e1"), id);
        const ReferenceMap before = freshMap(id, {live, ended});
        QVERIFY(!hasChanged(before, before));
        QVERIFY(!hasChanged(before, freshMap(id, {ended, live}))); // the order says nothing
        QVERIFY(!hasChanged(before, freshMap(id, {live})));        // nor does what has ended
        QVERIFY(hasChanged(before, freshMap(id, {ended})));
        QVERIFY(hasChanged(before, freshMap(id, {live, live, ended})));
        ConversationReference other = live;
        other.customerLive = false;
        QVERIFY(hasChanged(before, freshMap(id, {other, ended})));
        other = live;
        other.participantIds.append(QStringLiteral("again"));
        QVERIFY(hasChanged(before, freshMap(id, {other, ended})));
        ReferenceMap partly = before;
        partly.sources[0].status = SourceStatus::Failed;
        QVERIFY(hasChanged(before, partly));
        ReferenceMap session = before;
        session.sessionCount = 1;
        QVERIFY(hasChanged(before, session));
    }
};

QTEST_GUILESS_MAIN(TestPlanPreview)
#include "tst_planpreview.moc"
