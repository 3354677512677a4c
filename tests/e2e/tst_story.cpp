// SPDX-License-Identifier: GPL-3.0-or-later
// The whole story on the real main window, in both dialects of the API: an admin takes a leaver out.
#include "tests/gui/stage.h"
#include "tests/support/csvreader.h"

#include "ui/shell/welcomepage.h"
#include "ui/widgets/guardedbutton.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString leaver = QStringLiteral("jane.doe@demo.example");    // three live conversations
const QString former = QStringLiteral("rita.recent@demo.example"); // recent ones only

QString describeRun(const RunResult *run)
{
    if (run == nullptr)
        return QStringLiteral("no run");
    QStringList lines;
    for (const StepResult &step : run->steps)
        lines.append(QStringList{stepKindName(step.step.kind), outcomeName(step.outcome),
                                 causeName(step.cause), step.detail,
                                 step.error ? step.error->toLogString() : QString()}
                         .join(QLatin1Char(' ')));
    return lines.join(QLatin1Char('\n'));
}

/// The documented error body of a deletion that is refused because of @p conversationId.
QByteArray refusalNaming(const QString &conversationId)
{
    const QJsonObject detail{{QStringLiteral("errorCode"), QStringLiteral("conversation")},
                             {QStringLiteral("entityId"), conversationId}};
    const QJsonObject body{
        {QStringLiteral("message"), QStringLiteral("The user is still referenced by active interactions.")},
        {QStringLiteral("code"), QStringLiteral("general.conflict")},
        {QStringLiteral("status"), 409},
        {QStringLiteral("contextId"), QStringLiteral("c-409")},
        {QStringLiteral("details"), QJsonArray{detail}},
        {QStringLiteral("errors"), QJsonArray()}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

/// What a spreadsheet shows: the apostrophe only keeps it from computing.
QString withoutGuard(const QString &cell)
{
    return cell.startsWith(QLatin1Char('\'')) ? cell.mid(1) : cell;
}

} // namespace

class TestStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareProgram(); }
    void init() { prepareProgram(); }
    void cleanup() { m_stage.reset(); }

    void takeALeaverOut_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("legacy") << Dialect::Legacy;
        QTest::newRow("published") << Dialect::Published;
    }

    void takeALeaverOut()
    {
        QFETCH(const Dialect, dialect);
        const bool isLegacy = dialect == Dialect::Legacy;

        startFromTheWelcomePage(dialect);
        if (QTest::currentTestFailed())
            return;
        const QString id = m_stage->server().userIdByEmail(leaver);
        QCOMPARE(m_stage->server().liveConversationIds(id).size(), 3);

        lookAtTheLeaver();
        if (QTest::currentTestFailed())
            return;
        m_stage->server().clearRequestLog();
        isNotDeletableYet();
        if (QTest::currentTestFailed())
            return;
        theServerRefusesToDelete(isLegacy);
        if (QTest::currentTestFailed())
            return;

        clearReferences();
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(m_stage->server().liveConversationIds(id), QStringList());

        m_stage->server().clearRequestLog();
        deactivate(id, isLegacy);
        if (QTest::currentTestFailed())
            return;
        exportAndReadBack();
        if (QTest::currentTestFailed())
            return;
        restore(id);
    }

    void aPlainDeleteFollowsTheServersRule()
    {
        // The published API does not look at ended conversations: what legacy refuses goes through there.
        m_stage = std::make_unique<Stage>(smallDemo(Dialect::Published));
        QVERIFY(m_stage->open());
        QVERIFY(m_stage->select(former));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Delete…"));
        QVERIFY(dialog != nullptr);
        fillIn(former);
        QVERIFY(m_stage->confirm(dialog));
        QVERIFY2(m_stage->lastRun()->isVerified(), qPrintable(describeRun(m_stage->lastRun())));
        QTRY_COMPARE(m_stage->stateCell(former), QStringLiteral("Deleted"));
        const QString id = m_stage->user(former).id;
        QVERIFY(m_stage->server().userIdsInState(QStringLiteral("deleted")).contains(id));
        restore(id, former);
    }

private:
    void startFromTheWelcomePage(Dialect dialect)
    {
        ConsoleOptions options = smallDemo(dialect);
        options.opensDemo = false;
        m_stage = std::make_unique<Stage>(options);
        m_stage->console().open();
        WelcomePage *page = m_stage->console().welcomePage();
        QVERIFY(page != nullptr);
        QTRY_VERIFY(page->isVisible());
        const WindowDriver driver(page);
        QVERIFY(driver.clickButton(QStringLiteral("Open the demo organisation")));
        QTRY_VERIFY(m_stage->window() != nullptr && m_stage->window()->isVisible());
        m_stage->hurry();
        QTRY_COMPARE(m_stage->services().users.status(), DirectoryStatus::Complete);
        QTRY_COMPARE(m_stage->driver().rowCount(QStringLiteral("Users")),
                     m_stage->services().users.counts().active);
    }

    void lookAtTheLeaver()
    {
        const WindowDriver driver = m_stage->driver();
        QVERIFY(m_stage->select(leaver));
        QTRY_VERIFY(driver.rowCount(QStringLiteral("Conversations")) >= 3);
        auto *list = driver.find<QTableView>(QStringLiteral("Conversations"));
        QStringList live;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            for (int column = 0; column < list->model()->columnCount(); ++column) {
                const QString text = list->model()->index(row, column).data().toString();
                if (text.startsWith(QStringLiteral("Live:")))
                    live.append(text);
            }
        }
        QCOMPARE(live.size(), 3);
        QVERIFY(driver.selectRow(list, live.constFirst()));
        QTRY_VERIFY(driver.rowCount(QStringLiteral("Participants")) >= 2);
    }

    void fillIn(const QString &email)
    {
        const WindowDriver driver = m_stage->driver();
        QVERIFY(
            driver.type(driver.find<QLineEdit>(QStringLiteral("Type the e-mail address to confirm")), email));
        auto *risk = driver.find<QCheckBox>(
            QStringLiteral("I accept that historical look-ups for this user may break"));
        QVERIFY(driver.click(risk));
        QVERIFY(risk->isChecked());
    }

    /// Live conversations are known before anything is sent, so nothing is.
    void isNotDeletableYet()
    {
        const ActDialog *dialog = m_stage->openAct(QStringLiteral("Delete…"));
        QVERIFY(dialog != nullptr);
        fillIn(leaver);
        QVERIFY2(dialog->refusal().contains(QStringLiteral("3 live conversation(s)")),
                 qPrintable(dialog->refusal()));
        QVERIFY(visibleText(dialog).contains(dialog->refusal()));
        QVERIFY(!dialog->confirmButton()->isEnabled());
        const auto *blockers = dialog->findChild<QTableWidget *>(QStringLiteral("blockersTableWidget"));
        QVERIFY(blockers != nullptr && blockers->rowCount() >= 3);
        for (int row = 0; row < 3; ++row)
            QVERIFY(!blockers->item(row, blockers->columnCount() - 1)->text().isEmpty());
        QVERIFY(m_stage->cancel());
        QCOMPARE(m_stage->requests(QStringLiteral("DELETE")).size(), 0);
    }

    void theServerRefusesToDelete(bool isLegacy)
    {
        QVERIFY(m_stage->select(former));
        const QString id = m_stage->user(former).id;
        const QStringList recent = m_stage->server().recentConversationIds(id);
        QVERIFY(!recent.isEmpty());
        if (!isLegacy) {
            // By its own rule this server would delete; what it says to a call that came in between counts.
            demo::FaultRule fault;
            fault.method = QStringLiteral("DELETE");
            fault.pathPattern = QStringLiteral("/api/v2/users/") + id;
            fault.status = 409;
            fault.body = refusalNaming(recent.constFirst());
            m_stage->server().setFaults({fault});
        }
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Delete…"));
        QVERIFY(dialog != nullptr);
        fillIn(former);
        QVERIFY(m_stage->confirm(dialog));
        QCOMPARE(m_stage->requests(QStringLiteral("DELETE")).size(), 1);
        QTRY_COMPARE(m_stage->driver().topDialog() == nullptr ? QString()
                                                              : m_stage->driver().topDialog()->objectName(),
                     QStringLiteral("runResultDialog"));
        const QWidget *result = m_stage->driver().topDialog();
        QVERIFY2(visibleText(result).contains(QStringLiteral("interactions still refer to the user")),
                 qPrintable(visibleText(result)));
        const auto *blockers =
            m_stage->driver().find<QTableWidget>(QStringLiteral("Conversations in the way"));
        QVERIFY(blockers != nullptr);
        QStringList listed;
        for (int row = 0; row < blockers->rowCount(); ++row) {
            listed.append(blockers->item(row, 0)->text());
            QVERIFY(!blockers->item(row, blockers->columnCount() - 1)->text().isEmpty());
        }
        for (const QString &conversationId : isLegacy ? recent : recent.mid(0, 1))
            QVERIFY2(listed.contains(conversationId), qPrintable(conversationId));
        QVERIFY(m_stage->driver().find<QAbstractButton>(QStringLiteral("Clear references…")) != nullptr);
        QVERIFY(m_stage->driver().find<QAbstractButton>(QStringLiteral("Deactivate instead")) != nullptr);
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Close")));
        QTRY_VERIFY(m_stage->driver().topDialog() == nullptr);
        QCOMPARE(m_stage->stateCell(former), QStringLiteral("Active"));
        m_stage->server().setFaults({});
    }

    void clearReferences()
    {
        QVERIFY(m_stage->select(leaver));
        QTRY_VERIFY(m_stage->driver().rowCount(QStringLiteral("Conversations")) >= 3);
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Clear references…"));
        QVERIFY(dialog != nullptr);
        // A callback that rings cannot be handed over, and its customer is live: nothing is chosen for it.
        const QList<QComboBox *> actions =
            dialog->findChildren<QComboBox *>(QRegularExpression(QStringLiteral("^action\\d+ComboBox$")));
        QVERIFY(actions.size() >= 3);
        int left = 0;
        for (QComboBox *action : actions) {
            if (action->currentText() != QStringLiteral("Leave as it is") || left > 0)
                continue;
            ++left;
            action->setCurrentIndex(action->findText(QStringLiteral("Disconnect")));
            const QString row = action->objectName().mid(6).chopped(8);
            auto *cut = dialog->findChild<QCheckBox *>(QStringLiteral("cut%1CheckBox").arg(row));
            QVERIFY(cut != nullptr && !cut->isChecked());
            QTRY_VERIFY(cut->isVisible());
            QVERIFY(!dialog->confirmButton()->isEnabled());
            QVERIFY(m_stage->driver().click(cut));
        }
        QCOMPARE(left, 1);
        QCOMPARE(dialog->refusal(), QString());
        QVERIFY(m_stage->confirm(dialog));
        QVERIFY2(m_stage->lastRun()->isVerified(), qPrintable(describeRun(m_stage->lastRun())));
        // What is shown was read again.
        QTRY_VERIFY(!textOfTable(QStringLiteral("Conversations")).contains(QStringLiteral("Live:")));
    }

    void deactivate(const QString &id, bool isLegacy)
    {
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Deactivate users"));
        QCOMPARE(WindowDriver::nameOf(dialog->confirmButton()), QStringLiteral("Deactivate 1 user(s)"));
        QVERIFY(m_stage->confirm(dialog));
        QVERIFY2(m_stage->lastRun()->isVerified(), qPrintable(describeRun(m_stage->lastRun())));
        QTRY_COMPARE(m_stage->stateCell(leaver), QStringLiteral("Inactive"));
        QVERIFY(m_stage->server().userIdsInState(QStringLiteral("inactive")).contains(id));

        const QList<demo::RequestRecord> writes =
            m_stage->requests(isLegacy ? QStringLiteral("PUT") : QStringLiteral("PATCH"));
        QCOMPARE(writes.size(), 1);
        QCOMPARE(writes.constFirst().path, QString(QStringLiteral("/api/v2/users/") + id));
        const QJsonObject body = QJsonDocument::fromJson(writes.constFirst().body).object();
        if (isLegacy) {
            QCOMPARE(body, QJsonObject({{QStringLiteral("status"), QStringLiteral("inactive")}}));
        } else {
            QCOMPARE(body.value(QStringLiteral("state")).toString(), QStringLiteral("inactive"));
            QVERIFY(body.value(QStringLiteral("version")).toInt() > 0);
        }
        QVERIFY(m_stage->requests(QStringLiteral("DELETE")).isEmpty());
    }

    QString textOfTable(const QString &name)
    {
        const auto *view = m_stage->driver().find<QAbstractItemView>(name);
        QStringList texts;
        for (int row = 0; view != nullptr && row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column)
                texts.append(view->model()->index(row, column).data().toString());
        }
        return texts.join(QLatin1Char('\n'));
    }

    /// Users as shown, hostile names included, compared with what another reader makes of the file.
    void exportAndReadBack()
    {
        const WindowDriver driver = m_stage->driver();
        QVERIFY(driver.type(driver.find<QLineEdit>(QStringLiteral("Search users")), QString()));
        QTRY_COMPARE(driver.rowCount(QStringLiteral("Users")), 300);
        m_stage->prompts().savePath = m_stage->path(QStringLiteral("users.csv"));
        QVERIFY(driver.trigger(QStringLiteral("Users as shown")));
        QVERIFY(m_stage->prompts().told.isEmpty());
        QFile file(m_stage->prompts().savePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const CsvFile csv = readCsv(file.readAll());
        QCOMPARE(csv.problem, QString());
        QVERIFY(csv.hasByteOrderMark);

        const auto *table = driver.find<QTableView>(QStringLiteral("Users"));
        QList<int> columns;
        QStringList titles;
        for (int visual = 0; visual < table->model()->columnCount(); ++visual) {
            const int column = table->horizontalHeader()->logicalIndex(visual);
            if (table->isColumnHidden(column))
                continue;
            columns.append(column);
            titles.append(table->model()->headerData(column, Qt::Horizontal).toString());
        }
        QCOMPARE(csv.rows.constFirst(), titles);
        QCOMPARE(csv.rows.size(), table->model()->rowCount() + 1);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (qsizetype i = 0; i < columns.size(); ++i) {
                const QString shown = table->model()->index(row, columns.at(i)).data().toString();
                const QString written = csv.rows.at(row + 1).at(i);
                // The table folds line breaks and cuts what is longer than anybody reads.
                QCOMPARE(withoutGuard(written).left(200).simplified(), shown);
                QVERIFY2(!QStringLiteral("=+-@\t\r").contains(written.left(1)) || written.isEmpty(),
                         qPrintable(written));
            }
        }
        const qsizetype row = csv.column(QStringLiteral("E-mail")).indexOf(leaver);
        QCOMPARE(csv.cell(row, QStringLiteral("State")), QStringLiteral("Inactive"));
    }

    void restore(const QString &id, const QString &email = leaver)
    {
        QVERIFY(m_stage->select(email));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Restore…"));
        QVERIFY(dialog != nullptr);
        QVERIFY2(visibleText(dialog).contains(QStringLiteral("Does not come back")),
                 qPrintable(visibleText(dialog)));
        QVERIFY(m_stage->confirm(dialog));
        QVERIFY2(m_stage->lastRun()->isVerified(), qPrintable(describeRun(m_stage->lastRun())));
        QTRY_COMPARE(m_stage->stateCell(email), QStringLiteral("Active"));
        QVERIFY(m_stage->server().userIdsInState(QStringLiteral("active"), 1000).contains(id));
    }

    std::unique_ptr<Stage> m_stage;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestStory)
#include "tst_story.moc"
