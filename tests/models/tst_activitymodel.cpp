// SPDX-License-Identifier: GPL-3.0-or-later
// The runs as rows, while a real runner works on a demo organisation.
#include "ui/models/activitymodel.h"

#include "app/api/apiclient.h"
#include "app/demo/demoserver.h"
#include "app/directory/userloader.h"
#include "app/offboarding/planner.h"
#include "app/offboarding/runner.h"
#include "app/references/referencefinder.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

namespace offboarding::ui {

class TestActivityModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        demo::DemoOptions options;
        options.users = 60;
        options.liveConversations = 30;
        options.endedConversations = 60;
        options.acceptDelayMs = 0;
        m_server = std::make_unique<demo::DemoServer>(options);
        const auto started = m_server->start();
        QVERIFY(started.has_value());
        m_connection.apiUrl = started->apiUrl;
        m_connection.dialect = Dialect::Published;
        m_connection.environment = Environment::Demo;
        m_client = std::make_unique<ApiClient>(started->apiUrl);
        m_client->setAccessToken(started->token);
        RetrySettings retry;
        retry.mostAttempts = 1;
        m_client->setRetrySettings(retry);
        m_loader = std::make_unique<UserLoader>(*m_client, m_store);
        m_finder = std::make_unique<ReferenceFinder>(*m_client);
        m_loader->load();
        QTRY_COMPARE(m_store.status(), DirectoryStatus::Complete);
    }

    void init()
    {
        m_server->setFaults({});
        m_runner = std::make_unique<Runner>(*m_client, *m_loader, *m_finder);
        m_model = std::make_unique<ActivityModel>(*m_runner);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_runner.reset();
    }

    void aRunIsARowFromTheStartToItsResult()
    {
        QCOMPARE(m_model->rowCount(), 0);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        const QString id = start(QStringLiteral("ines.inactive@demo.example"));
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->runIdAt(0), id);
        QTRY_COMPARE(cell(0, ActivityModel::StateColumn), QStringLiteral("Finished"));
        QVERIFY(!changed.isEmpty());
        QVERIFY2(cell(0, ActivityModel::ResultColumn).startsWith(QStringLiteral("done and read back")),
                 qPrintable(cell(0, ActivityModel::ResultColumn)));
        QVERIFY(cell(0, ActivityModel::UsersColumn).contains(QStringLiteral("ines.inactive@demo.example")));
        const auto counts = m_model->index(0, ActivityModel::ProgressColumn)
                                .data(ActivityModel::CountsRole)
                                .value<QList<int>>();
        QCOMPARE(counts.size(), 5);
        QVERIFY(counts.at(0) + counts.at(1) > 0);
        QCOMPARE(counts.at(2) + counts.at(3) + counts.at(4), 0);
    }

    void theNewestRunIsOnTopAndRowsStayWithTheirRuns()
    {
        const QString first = start(QStringLiteral("ines.inactive@demo.example"));
        QTRY_COMPARE(m_model->rowCount(), 1);
        const QPersistentModelIndex row(m_model->index(0, 0));
        const QString second = start(QStringLiteral("dora.deleted@demo.example"));
        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->runIdAt(0), second);
        QCOMPARE(row.row(), 1);
        QCOMPARE(row.data(ActivityModel::RunIdRole).toString(), first);
        QCOMPARE(m_model->rowOf(first), 1);
        QTRY_COMPARE(cell(0, ActivityModel::StateColumn), QStringLiteral("Finished"));
    }

    void aFailureIsCountedAndNotCalledDone()
    {
        demo::FaultRule fault;
        fault.method = QStringLiteral("PATCH");
        fault.pathPattern = QStringLiteral("/api/v2/users/*");
        fault.status = 403;
        m_server->setFaults({fault});
        // Whoever was restored before is made inactive by nobody: another one.
        start(m_server->userIdsInState(QStringLiteral("inactive")).value(0), false);
        QTRY_COMPARE(m_model->rowCount(), 1);
        QTRY_COMPARE(cell(0, ActivityModel::StateColumn), QStringLiteral("Finished"));
        QVERIFY2(cell(0, ActivityModel::ResultColumn).startsWith(QStringLiteral("not all done: 1 ")),
                 qPrintable(cell(0, ActivityModel::ResultColumn)));
    }

    void aNewModelShowsWhatWasDoneBefore()
    {
        const QString id = start(QStringLiteral("ines.inactive@demo.example"));
        QTRY_COMPARE(cell(0, ActivityModel::StateColumn), QStringLiteral("Finished"));
        const ActivityModel later(*m_runner);
        QCOMPARE(later.rowCount(), 1);
        QCOMPARE(later.runIdAt(0), id);
    }

private:
    QString cell(int row, ActivityModel::Column column) const
    {
        return m_model->index(row, column).data().toString();
    }

    QString start(const QString &who, bool isEmail = true)
    {
        const QString id = isEmail ? m_server->userIdByEmail(who) : who;
        const User *user = m_store.find(id);
        PlanInput input;
        input.act = Act::Restore;
        input.connection = m_connection;
        input.users = user == nullptr ? QList<User>() : QList<User>{*user};
        input.now = QDateTime::currentDateTimeUtc();
        input.planId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        return m_runner->run(makePlan(input), {});
    }

    std::unique_ptr<demo::DemoServer> m_server;
    Connection m_connection;
    std::unique_ptr<ApiClient> m_client;
    UserStore m_store;
    std::unique_ptr<UserLoader> m_loader;
    std::unique_ptr<ReferenceFinder> m_finder;
    std::unique_ptr<Runner> m_runner;
    std::unique_ptr<ActivityModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestActivityModel)
#include "tst_activitymodel.moc"
