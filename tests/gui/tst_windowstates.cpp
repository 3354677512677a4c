// SPDX-License-Identifier: GPL-3.0-or-later
// Loading, empty, failed and offline: each says what it is, and how one gets out of it.
#include "tests/gui/relay.h"
#include "tests/gui/stage.h"

#include "ui/widgets/rategauge.h"

#include <QAbstractItemView>
#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString listing = QStringLiteral("/api/v2/users");

demo::FaultRule failing(int status, const QByteArray &body = {})
{
    demo::FaultRule fault;
    fault.method = QStringLiteral("GET");
    fault.pathPattern = listing;
    fault.status = status;
    fault.body = body;
    return fault;
}

QByteArray emptyListing()
{
    const QJsonObject body{{QStringLiteral("entities"), QJsonArray()},
                           {QStringLiteral("pageSize"), 500},
                           {QStringLiteral("pageNumber"), 1},
                           {QStringLiteral("pageCount"), 0},
                           {QStringLiteral("total"), 0}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

class TestWindowStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        prepareProgram();
        m_stage = std::make_unique<Stage>();
    }

    void cleanup() { m_stage.reset(); }

    void loadingShowsThatItGoesOn()
    {
        ConsoleOptions options = smallDemo();
        options.demo.latencyMs = 400;
        m_stage = std::make_unique<Stage>(options);
        m_stage->openAtOnce();
        QTRY_VERIFY(userPageText().contains(QStringLiteral("Reading users…")));
        QVERIFY(statusText().contains(QStringLiteral("reading users")));
        QVERIFY(m_stage->driver().rowCount(QStringLiteral("Users")) <= 0);
        QTRY_COMPARE(m_stage->services().users.status(), DirectoryStatus::Complete);
        QTRY_VERIFY(m_stage->driver().rowCount(QStringLiteral("Users")) > 200);
        QVERIFY(!userPageText().contains(QStringLiteral("Reading users…")));
    }

    void aFirstFailureSaysWhatAndOffersToTryAgain()
    {
        ConsoleOptions options = smallDemo();
        options.demo.faults = {failing(500)};
        m_stage = std::make_unique<Stage>(options);
        m_stage->openAtOnce();
        QTRY_VERIFY(userPageText().contains(QStringLiteral("The users could not be read")));
        QVERIFY2(userPageText().contains(QStringLiteral("500")), qPrintable(userPageText()));
        QCOMPARE(m_stage->driver().rowCount(QStringLiteral("Users")), -1);   // no empty table
        QVERIFY(stateTexts().join(QString()).contains(QStringLiteral("…"))); // and no zero
        m_stage->server().setFaults({});
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Try again")));
        QTRY_VERIFY(m_stage->driver().rowCount(QStringLiteral("Users")) > 200);
    }

    void anEmptyOrganisationIsNoFailure()
    {
        ConsoleOptions options = smallDemo();
        options.demo.faults = {failing(200, emptyListing())};
        m_stage = std::make_unique<Stage>(options);
        m_stage->openAtOnce();
        QTRY_VERIFY2(userPageText().contains(QStringLiteral("This organisation has no users")),
                     qPrintable(userPageText()));
    }

    void aSearchWithoutResultOffersAllUsers()
    {
        QVERIFY(m_stage->open());
        auto *search = m_stage->driver().find<QLineEdit>(QStringLiteral("Search users"));
        QVERIFY(m_stage->driver().type(search, QStringLiteral("no such person")));
        QTRY_VERIFY(userPageText().contains(QStringLiteral("No user matches")));
        QVERIFY(!m_stage->driver().action(QStringLiteral("Deactivate…"))->isEnabled());
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Show all users")));
        QTRY_COMPARE(m_stage->driver().rowCount(QStringLiteral("Users")), 300);
    }

    void aFailedRefreshKeepsTheRowsAndSaysSo()
    {
        QVERIFY(m_stage->open());
        const int before = m_stage->driver().rowCount(QStringLiteral("Users"));
        for (int i = 0; i < 2; ++i) { // twice: the notice must not be worn out by the first time
            m_stage->server().setFaults({failing(500)});
            QVERIFY(m_stage->driver().trigger(QStringLiteral("Refresh")));
            QTRY_VERIFY(userPageText().contains(QStringLiteral("may be out of date")));
            QTRY_VERIFY(!m_stage->services().loader.isLoading());
            QCOMPARE(m_stage->driver().rowCount(QStringLiteral("Users")), before);
            QTRY_VERIFY(statusText().contains(QStringLiteral("the last refresh failed")));
            m_stage->server().setFaults({});
            QTRY_VERIFY(m_stage->driver().find<QPushButton>(QStringLiteral("Try again")) != nullptr);
            QVERIFY(m_stage->driver().clickButton(QStringLiteral("Try again")));
            QTRY_VERIFY(!userPageText().contains(QStringLiteral("may be out of date")));
            QTRY_VERIFY(!statusText().contains(QStringLiteral("failed")));
        }
    }

    void offlineShowsInTheBannerUntilTheServerAnswers()
    {
        Relay relay;
        Connection connection;
        connection.name = QStringLiteral("Line");
        connection.environment = Environment::Demo;
        connection.dialect = Dialect::Legacy;
        connection.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(relay.port()));
        QVERIFY(m_stage->openConnection(connection, [&](const QUrl &server) { relay.setTarget(server); }));
        const auto *offline = m_stage->window()->findChild<QLabel *>(QStringLiteral("offlineLabel"));
        QVERIFY(!offline->isVisible());
        const int before = m_stage->driver().rowCount(QStringLiteral("Users"));
        relay.cut();
        QVERIFY(m_stage->driver().trigger(QStringLiteral("Refresh")));
        QTRY_VERIFY_WITH_TIMEOUT(offline->isVisible(), 15'000);
        QCOMPARE(offline->text(), QStringLiteral("The server cannot be reached"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->services().loader.isLoading(), 20'000);
        QVERIFY(userPageText().contains(QStringLiteral("may be out of date")));
        QCOMPARE(m_stage->driver().rowCount(QStringLiteral("Users")), before);
        QVERIFY(relay.mend());
        QVERIFY(m_stage->driver().trigger(QStringLiteral("Refresh")));
        QTRY_VERIFY_WITH_TIMEOUT(!offline->isVisible(), 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(!userPageText().contains(QStringLiteral("may be out of date")), 15'000);
    }

    void conversationsThatCannotBeReadAreNotCalledNone()
    {
        QVERIFY(m_stage->open());
        demo::FaultRule fault;
        fault.method = QStringLiteral("POST");
        fault.pathPattern = QStringLiteral("/api/v2/analytics/conversations/details/query");
        fault.status = 403;
        m_stage->server().setFaults({fault});
        QVERIFY(m_stage->select(QStringLiteral("nora.nothing@demo.example")));
        const auto *page = m_stage->window()->findChild<QWidget *>(QStringLiteral("conversationsPage"));
        QTRY_VERIFY2(visibleText(page).contains(QStringLiteral("not permitted"), Qt::CaseInsensitive),
                     qPrintable(visibleText(page)));
        QVERIFY2(!visibleText(page).contains(QStringLiteral("0 live")), qPrintable(visibleText(page)));
        m_stage->server().setFaults({});
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Read again")));
        QTRY_VERIFY(!visibleText(page).contains(QStringLiteral("not permitted"), Qt::CaseInsensitive));
    }

    void theStateFilterCounts()
    {
        QVERIFY(m_stage->open());
        const UserCounts counts = m_stage->services().users.counts();
        QVERIFY(counts.inactive > 0 && counts.deleted > 0);
        QCOMPARE(counts.total(), 300);
        const QList<int> numbers{counts.active, counts.inactive, counts.deleted, counts.total()};
        auto *bar = m_stage->driver().find<QTabBar>(QStringLiteral("State"));
        for (int tab = 0; tab < 4; ++tab) {
            QVERIFY2(bar->tabText(tab).endsWith(QString(QLatin1Char(' ') + QString::number(numbers.at(tab)))),
                     qPrintable(bar->tabText(tab)));
            bar->setCurrentIndex(tab);
            QTRY_COMPARE(m_stage->driver().rowCount(QStringLiteral("Users")), numbers.at(tab));
        }
    }

    void theStatusBarTellsAgeAndBudget()
    {
        ConsoleOptions options = smallDemo();
        options.demo.rateLimit = {300, 60};
        m_stage = std::make_unique<Stage>(options);
        QVERIFY(m_stage->open());
        QTRY_VERIFY2(statusText().startsWith(QStringLiteral("300 user(s), read ")), qPrintable(statusText()));
        const QString age = statusText();
        QTRY_VERIFY(statusText() != age); // it grows by itself
        const auto *gauge = m_stage->window()->findChild<RateGauge *>();
        QVERIFY2(gauge->accessibleName().startsWith(QStringLiteral("rate budget ")) &&
                     gauge->accessibleName().endsWith(QStringLiteral("/300")),
                 qPrintable(gauge->accessibleName()));
        const auto *running = m_stage->window()->findChild<QLabel *>(QStringLiteral("runningStatusLabel"));
        QCOMPARE(running->text(), QStringLiteral("0 running"));
    }

private:
    QString userPageText() const
    {
        const auto *users =
            m_stage->window()->findChild<QAbstractItemView *>(QStringLiteral("usersTableView"));
        return visibleText(users->parentWidget()->parentWidget());
    }

    QString statusText() const
    {
        return m_stage->window()->findChild<QLabel *>(QStringLiteral("usersStatusLabel"))->text();
    }

    QStringList stateTexts() const
    {
        QStringList texts;
        const auto *bar = m_stage->driver().find<QTabBar>(QStringLiteral("State"));
        for (int tab = 0; tab < bar->count(); ++tab)
            texts.append(bar->tabText(tab));
        return texts;
    }

    std::unique_ptr<Stage> m_stage;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestWindowStates)
#include "tst_windowstates.moc"
