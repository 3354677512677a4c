// SPDX-License-Identifier: GPL-3.0-or-later
// The report check in the real window: what it finds, what it cannot read, and how it is stopped and kept.
#include "tests/gui/stage.h"

#include "ui/dialogs/runresultdialog.h"
#include "ui/screens/reportcheck/reportcheckwindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <memory>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString leaver = QStringLiteral("jane.doe@demo.example");
const QString clerk = QStringLiteral("nora.nothing@demo.example");
const QString tableName = QStringLiteral("Report definitions");

demo::FaultRule answering(const char *method, const char *path, int status, const QByteArray &body = {})
{
    demo::FaultRule rule;
    rule.method = QString::fromLatin1(method);
    rule.pathPattern = QString::fromLatin1(path);
    rule.status = status;
    rule.body = body;
    return rule;
}

demo::FaultRule forbiddenRules()
{
    return answering("POST", "/api/v2/alerting/rules/query", 403,
                     R"({"code":"missing.permissions","status":403,"message":"no",
                         "messageParams":{"permissions":"alerting:rule:view"}})");
}

/// A search index that never hears of anybody.
demo::FaultRule deafIndex()
{
    return answering("POST", "/api/v2/users/search", 200, R"({"results":[],"total":0})");
}

} // namespace

class TestReportCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareProgram(); }

    void init()
    {
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
    }

    void cleanup()
    {
        for (const char *method : {"PUT", "PATCH", "DELETE"})
            m_writes += m_stage->requests(QString::fromLatin1(method)).size();
        m_stage.reset();
        QCOMPARE(m_writes, m_expectedWrites); // it only reads
    }

    void needsSomebodyToCheck()
    {
        const QAction *action = m_stage->driver().action(QStringLiteral("Report check…"));
        QVERIFY(action != nullptr);
        QVERIFY(!action->isEnabled());
        QCOMPARE(action->toolTip(), QStringLiteral("Select a user first"));
        QVERIFY(m_stage->select(leaver));
        QVERIFY(action->isEnabled());
        const auto *users = m_stage->driver().find<QAbstractItemView>(QStringLiteral("Users"));
        QVERIFY(users->actions().contains(const_cast<QAction *>(action))); // the context menu has it, too
    }

    void listsWhatShowsTheLeaverWithOwnerAndAdvice()
    {
        ReportCheckWindow *window = check(leaver);
        QVERIFY(window != nullptr);
        QCOMPARE(window->windowTitle(), QStringLiteral("Report check"));
        QVERIFY2(visibleText(window).contains(leaver), qPrintable(visibleText(window)));
        QVERIFY(window->windowModality() == Qt::NonModal); // minutes of waiting must not block the window
        const QString owner = m_stage->user(leaver).name;

        QVERIFY(hasRow({QStringLiteral("Names the user"), QStringLiteral("Dashboard"),
                        QStringLiteral("My team today"), owner}));
        QVERIFY(hasRow({QStringLiteral("Names the user"), QStringLiteral("Report export"),
                        QStringLiteral("Evaluations")}));
        QVERIFY(hasRow({QStringLiteral("Watches the user"), QStringLiteral("Alert rule"),
                        QStringLiteral("Team lead is away")}));
        QVERIFY(hasRow({QStringLiteral("Is sent to the user"), QStringLiteral("Alert rule"),
                        QStringLiteral("Too many waiting")}));
        QVERIFY(hasRow({QStringLiteral("Is sent to the user"), QStringLiteral("Report export"),
                        QStringLiteral("Queues of last week")}));
        QVERIFY(hasRow({QStringLiteral("Is shared with the user"), QStringLiteral("Shared with a leaver")}));
        QVERIFY(
            hasRow({QStringLiteral("Belongs to the user"), QStringLiteral("Long after-call work"), owner}));
        QVERIFY(
            hasRow({QStringLiteral("Shows inactive users"), QStringLiteral("Everybody who ever answered")}));
        QVERIFY(hasRow({QStringLiteral("Does not exclude inactive users"), QStringLiteral("My team today")}));
        QVERIFY(!hasRow({QStringLiteral("Thrown away")})); // deleted dashboards show nobody
        // Silence about the exports of others would look like "none".
        QVERIFY(hasRow({QStringLiteral("Cannot be listed"), QStringLiteral("other people"),
                        QStringLiteral("how many is not known")}));
        QVERIFY(!visibleText(window).contains(QStringLiteral("could not be read:")));

        auto *table = m_stage->driver().find<QAbstractItemView>(tableName);
        QTRY_VERIFY(table->hasFocus()); // where the arrow keys are wanted
        QVERIFY(m_stage->driver().selectRow(table, QStringLiteral("Leavers")));
        const auto *explanation = window->findChild<QPlainTextEdit *>();
        QVERIFY2(explanation->toPlainText().contains(QStringLiteral("Active")),
                 qPrintable(explanation->toPlainText()));
        QVERIFY(explanation->toPlainText().contains(QStringLiteral("widgets[0].filter")));
    }

    void theIndexIsAskedUntilItAgrees()
    {
        demo::FaultRule late = deafIndex();
        late.count = 1;
        m_stage->server().setFaults({late});
        QVERIFY(begin(clerk));
        QTRY_COMPARE(indexCell(2), QStringLiteral("Not yet"));
        QVERIFY(m_stage->driver().find<QPushButton>(QStringLiteral("Stop")) != nullptr);
        QTRY_COMPARE(indexCell(2), QStringLiteral("Up to date"));
        QCOMPARE(indexCell(3), QStringLiteral("2"));
        QVERIFY2(indexCell(4).endsWith(QStringLiteral(" s")), qPrintable(indexCell(4)));
        QVERIFY(indexCell(1) == QStringLiteral("Active"));
        QTRY_VERIFY(isOver());
        QVERIFY(m_stage->driver().find<QPushButton>(QStringLiteral("Stop")) == nullptr);
    }

    void aStopLeavesWhatWasRead()
    {
        m_stage->server().setFaults({deafIndex()});
        QVERIFY(begin(clerk));
        QTRY_COMPARE(indexCell(2), QStringLiteral("Not yet"));
        QTRY_VERIFY(m_stage->driver().rowCount(tableName) > 10);
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Stop")));
        QTRY_VERIFY(isOver());
        QCOMPARE(indexCell(2), QStringLiteral("Still behind"));
        const QString told = visibleText(m_stage->driver().topDialog());
        QVERIFY2(told.contains(QStringLiteral("Stopped")) &&
                     told.contains(QStringLiteral("search index is still behind")),
                 qPrintable(told));
        QVERIFY(m_stage->driver().rowCount(tableName) > 10);
    }

    void whatMayNotBeReadSaysSoAndOffersThePermission()
    {
        m_stage->server().setFaults({forbiddenRules()});
        ReportCheckWindow *window = check(leaver);
        QVERIFY(window != nullptr);
        QVERIFY(hasRow({QStringLiteral("Not permitted"), QStringLiteral("how many is not known"),
                        QStringLiteral("The permission alerting:rule:view is missing")}));
        QVERIFY(!hasRow({QStringLiteral("Watches the user")}));
        QVERIFY2(visibleText(window).contains(QStringLiteral("Some definitions could not be read")),
                 qPrintable(visibleText(window)));
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Copy permission")));
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.contains(QStringLiteral("\nalerting:rule:view\n")) &&
                     copied.contains(QStringLiteral("correlation id demo-")),
                 qPrintable(copied));
        // Granted meanwhile.
        m_stage->server().setFaults({});
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Check again")));
        QTRY_VERIFY(isOver() && hasRow({QStringLiteral("Watches the user")}));
        QVERIFY(!visibleText(window).contains(QStringLiteral("Some definitions could not be read")));
    }

    void aServerThatFailsIsNotAnEmptyList()
    {
        m_stage->server().setFaults(
            {answering("", "/api/v2/analytics/reporting/*", 500), answering("", "/api/v2/alerting/*", 500)});
        ReportCheckWindow *window = check(leaver);
        QVERIFY(window != nullptr);
        QVERIFY(hasRow({QStringLiteral("Could not be read"), QStringLiteral("how many is not known")}));
        // Four sources, and the exports of others as always.
        QVERIFY2(visibleText(window).contains(QStringLiteral("5 thing(s) could not be looked into")),
                 qPrintable(visibleText(window)));
        QVERIFY(m_stage->driver().find<QPushButton>(QStringLiteral("Copy for support")) != nullptr);
    }

    void isWrittenToAFile()
    {
        QVERIFY(check(leaver) != nullptr);
        m_stage->prompts().savePath = m_stage->path(QStringLiteral("check.json"));
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Export…")));
        QVERIFY(m_stage->prompts().suggestedNames.last().startsWith(QStringLiteral("report-check")));
        QFile json(m_stage->prompts().savePath);
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonObject report = QJsonDocument::fromJson(json.readAll()).object();
        QCOMPARE(report.value(QLatin1String("users"))[0][QLatin1String("email")].toString(), leaver);
        QVERIFY(report.value(QLatin1String("findings")).toArray().size() > 5);
        m_stage->prompts().savePath = m_stage->path(QStringLiteral("check.csv"));
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Export…")));
        QFile csv(m_stage->prompts().savePath);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readAll().contains("names-user"));
    }

    void closingEndsTheWaiting()
    {
        m_stage->server().setFaults({deafIndex()});
        QVERIFY(begin(clerk));
        QTRY_COMPARE(indexCell(2), QStringLiteral("Not yet"));
        QTest::keyClick(m_stage->driver().topDialog(), Qt::Key_Escape);
        QTRY_VERIFY(m_stage->driver().topDialog() == nullptr);
        QTRY_VERIFY(!m_stage->services().reports->isReading());
        // And another one begins from the start.
        m_stage->server().setFaults({});
        QVERIFY(check(leaver) != nullptr);
        QCOMPARE(indexCell(2), QStringLiteral("Up to date"));
    }

    void severalUsersAreToldApart()
    {
        auto *search = m_stage->driver().find<QLineEdit>(QStringLiteral("Search users"));
        QVERIFY(m_stage->driver().type(search, QStringLiteral("jane.doe")));
        auto *users = m_stage->driver().find<QAbstractItemView>(QStringLiteral("Users"));
        QTRY_VERIFY(users->model()->rowCount() >= 2);
        users->selectAll();
        QVERIFY(m_stage->driver().trigger(QStringLiteral("Report check…")));
        QTRY_VERIFY(isOver());
        const auto *table = m_stage->driver().find<QTableView>(tableName);
        QVERIFY(!table->isColumnHidden(4));
        QVERIFY(hasRow({QStringLiteral("Names the user"), QStringLiteral("Evaluations"),
                        m_stage->user(leaver).identity()}));
        const auto *index = m_stage->driver().find<QAbstractItemView>(QStringLiteral("Search index"));
        QVERIFY(index->model()->rowCount() >= 2);
    }

    void theResultOfARunLeadsToIt()
    {
        QVERIFY(m_stage->select(clerk));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        QVERIFY(m_stage->confirm(dialog));
        m_expectedWrites += 1;
        const RunResult *run = m_stage->lastRun();
        QVERIFY(run->isVerified());
        auto *activity = m_stage->driver().find<QAbstractItemView>(QStringLiteral("Activity"));
        QVERIFY(activity != nullptr && activity->model()->rowCount() == 1);
        Q_EMIT activity->activated(activity->model()->index(0, 0));
        QTRY_VERIFY(qobject_cast<RunResultDialog *>(m_stage->driver().topDialog()) != nullptr);
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Report check…")));
        QTRY_VERIFY(isOver());
        QVERIFY(visibleText(m_stage->driver().topDialog()).contains(clerk));
        QCOMPARE(indexCell(1), QStringLiteral("Inactive"));
        QTRY_COMPARE(indexCell(2), QStringLiteral("Up to date"));
    }

private:
    bool begin(const QString &email)
    {
        return m_stage->select(email) && m_stage->driver().trigger(QStringLiteral("Report check…"));
    }

    /// A check that is over.
    ReportCheckWindow *check(const QString &email)
    {
        const bool isDone = begin(email) && QTest::qWaitFor([this] { return isOver(); }, 20'000);
        return isDone ? qobject_cast<ReportCheckWindow *>(m_stage->driver().topDialog()) : nullptr;
    }

    bool isOver() const
    {
        const auto *again = m_stage->driver().find<QPushButton>(QStringLiteral("Check again"));
        return again != nullptr && again->isEnabled();
    }

    QString indexCell(int column) const
    {
        const auto *view = m_stage->driver().find<QAbstractItemView>(QStringLiteral("Search index"));
        return view == nullptr ? QString() : view->model()->index(0, column).data().toString();
    }

    /// True if one row has all of @p texts in its cells.
    bool hasRow(const QStringList &texts) const
    {
        const auto *view = m_stage->driver().find<QAbstractItemView>(tableName);
        const QAbstractItemModel *model = view == nullptr ? nullptr : view->model();
        for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells.append(model->index(row, column).data().toString());
            if (std::all_of(texts.cbegin(), texts.cend(),
                            [&cells](const QString &text) { return cells.contains(text); }))
                return true;
        }
        return false;
    }

    std::unique_ptr<Stage> m_stage;
    qsizetype m_writes = 0;
    qsizetype m_expectedWrites = 0;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestReportCheck)
#include "tst_reportcheckwindow.moc"
