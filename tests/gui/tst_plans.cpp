// SPDX-License-Identifier: GPL-3.0-or-later
// Plans as files in the real window: saved, looked at, approved by a second person, refused, run exactly.
#include "tests/gui/stage.h"

#include "app/offboarding/plancheck.h"
#include "app/offboarding/plandocument.h"
#include "ui/dialogs/deletedialog.h"
#include "ui/dialogs/plandialog.h"
#include "ui/widgets/guardedbutton.h"

#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString clerk = QStringLiteral("nora.nothing@demo.example");

} // namespace

class TestPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        prepareProgram();
        m_stage = std::make_unique<Stage>();
    }

    void cleanup() { m_stage.reset(); }

    void theTicksAreInThePlanAndItRunsExactly()
    {
        QVERIFY(openAsAdministrator());
        QVERIFY(m_stage->select(clerk));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog != nullptr);
        QVERIFY(!requestsOf(dialog).contains(QStringLiteral("Sign out everywhere")));
        auto *tick = dialog->findChild<QCheckBox *>(QStringLiteral("revokeTokensCheckBox"));
        QVERIFY(tick != nullptr && !tick->isChecked());
        tick->setChecked(true);
        // What is around the user is read, and then seen before anything runs.
        QTRY_VERIFY(requestsOf(dialog).contains(QStringLiteral("Sign out everywhere")));
        dialog->findChild<QLineEdit *>(QStringLiteral("planReasonLineEdit"))
            ->setText(QStringLiteral("left the company"));
        dialog->findChild<QLineEdit *>(QStringLiteral("planTicketLineEdit"))->setText(QStringLiteral("HR-1"));
        const Plan saved = save();
        QVERIFY(saved.options.revokeTokens);
        QCOMPARE(saved.reason, QStringLiteral("left the company"));
        QCOMPARE(saved.ticket, QStringLiteral("HR-1"));
        QCOMPARE(saved.created.secsTo(saved.expires), qint64(planDocumentLifetimeSeconds));
        QVERIFY(m_stage->prompts().told.last().contains(planHash(saved)));
        QVERIFY(m_stage->cancel());
        QVERIFY(m_stage->services().runner.runs().isEmpty());

        PlanDialog *shown = openPlan();
        QVERIFY(shown != nullptr);
        const QString text = visibleText(shown);
        for (const QString &fact : {planHash(saved), QStringLiteral("left the company"),
                                    QStringLiteral("HR-1"), clerk, QStringLiteral("Sign out everywhere")})
            QVERIFY2(text.contains(fact), qPrintable(text));
        QVERIFY(shown->findChild<QPushButton *>(QStringLiteral("cancelPushButton"))->isDefault());
        QCOMPARE(shown->refusal(), QString());
        m_stage->prompts().confirms = true;
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Run…")));
        QTRY_VERIFY(m_stage->lastRun() != nullptr && m_stage->lastRun()->state == RunState::Finished);
        QVERIFY(m_stage->lastRun()->isVerified());
        QCOMPARE(planHash(m_stage->lastRun()->plan), planHash(saved));
        QTRY_COMPARE(m_stage->stateCell(clerk), QStringLiteral("Inactive"));
    }

    void theTicksAreRememberedIfSaidSo()
    {
        QVERIFY(m_stage->open());
        QVERIFY(m_stage->select(clerk));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        // The demo organisation is not a saved connection: there is nothing to remember it in.
        QVERIFY(dialog->findChild<QCheckBox *>(QStringLiteral("rememberOptionsCheckBox"))->isHidden());
        m_stage->cancel();

        m_stage = std::make_unique<Stage>();
        Connection connection = Stage::production();
        connection.id = QUuid::createUuid();
        connection.planOptions.removeSkills = true;
        QVERIFY(m_stage->openConnection(connection));
        QVERIFY(m_stage->select(clerk));
        dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog->findChild<QCheckBox *>(QStringLiteral("removeSkillsCheckBox"))->isChecked());
        dialog->findChild<QCheckBox *>(QStringLiteral("removeGroupsCheckBox"))->setChecked(true);
        dialog->findChild<QCheckBox *>(QStringLiteral("rememberOptionsCheckBox"))->setChecked(true);
        save();
        QVERIFY(m_stage->cancel());
        dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog->findChild<QCheckBox *>(QStringLiteral("removeSkillsCheckBox"))->isChecked());
        QVERIFY(dialog->findChild<QCheckBox *>(QStringLiteral("removeGroupsCheckBox"))->isChecked());
        QVERIFY(!dialog->findChild<QCheckBox *>(QStringLiteral("removeRolesCheckBox"))->isChecked());
    }

    void refusalsSayWhy_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        QTest::newRow("edited") << QStringLiteral("edited")
                                << QStringLiteral("was edited after it was written");
        QTest::newRow("cut off") << QStringLiteral("cut") << QStringLiteral("damaged or cut off");
        QTest::newRow("no plan") << QStringLiteral("other-file") << QStringLiteral("not a plan");
        QTest::newRow("expired") << QStringLiteral("expired") << QStringLiteral("has expired");
        QTest::newRow("other organisation")
            << QStringLiteral("organization") << QStringLiteral("made for another organisation");
        QTest::newRow("other address") << QStringLiteral("api") << QStringLiteral("another server address");
    }

    void refusalsSayWhy()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, words);
        QVERIFY(openAsAdministrator());
        QVERIFY(m_stage->select(clerk));
        QVERIFY(m_stage->openAct(QStringLiteral("Deactivate…")) != nullptr);
        Plan plan = save();
        QVERIFY(m_stage->cancel());
        QFile file(path());
        if (what == QLatin1String("edited") || what == QLatin1String("cut") ||
            what == QLatin1String("other-file")) {
            QVERIFY(file.open(QIODevice::ReadWrite));
            QByteArray content = file.readAll();
            if (what == QLatin1String("edited"))
                content.replace("nora.nothing", "jane.doe");
            else
                content = what == QLatin1String("cut") ? content.left(content.size() / 2)
                                                       : QByteArray("{\"a\": 1}");
            file.resize(0);
            file.seek(0);
            file.write(content);
            file.close();
            m_stage->prompts().told.clear();
            openPlan();
            QTRY_VERIFY(!m_stage->prompts().told.isEmpty());
            QVERIFY2(m_stage->prompts().told.last().contains(words),
                     qPrintable(m_stage->prompts().told.last()));
            QVERIFY(m_stage->driver().topDialog() == nullptr);
            return;
        }
        if (what == QLatin1String("expired")) {
            plan.created = plan.created.addDays(-2);
            plan.expires = plan.expires.addDays(-2);
        } else if (what == QLatin1String("organization")) {
            plan.organizationId = QStringLiteral("another-one");
        } else {
            plan.plannedOn.apiUrl = QUrl(QStringLiteral("https://api.example.com"));
        }
        QVERIFY(writePlan(path(), plan).has_value());
        const PlanDialog *dialog = openPlan();
        QVERIFY(dialog != nullptr);
        QVERIFY2(dialog->refusal().contains(words), qPrintable(dialog->refusal()));
        QVERIFY(!m_stage->driver().find<QPushButton>(QStringLiteral("Run…"))->isEnabled());
        QVERIFY(m_stage->services().runner.runs().isEmpty());
    }

    /// Force delete on production: nobody does it alone.
    void fourEyes()
    {
        QVERIFY(m_stage->openConnection(Stage::production()));
        const QString first = m_stage->server().directoryAdminUserId();
        const QString second = m_stage->server().adminUserId();
        QVERIFY(!first.isEmpty() && !second.isEmpty() && first != second);
        QVERIFY(m_stage->openAs(first, Stage::production()));
        QVERIFY(m_stage->select(clerk));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Force delete…"));
        QVERIFY(dialog != nullptr);
        QVERIFY2(dialog->refusal().contains(QStringLiteral("A second person has to approve")),
                 qPrintable(dialog->refusal()));
        QVERIFY(!dialog->confirmButton()->isEnabled());
        const Plan saved = save();
        QVERIFY2(m_stage->prompts().told.last().contains(QStringLiteral("second person")),
                 qPrintable(m_stage->prompts().told.last()));
        QVERIFY(m_stage->cancel());

        // Not by whoever made it.
        PlanDialog *shown = openPlan();
        QVERIFY(shown != nullptr);
        QVERIFY2(shown->refusal().contains(QStringLiteral("A second person has to approve")),
                 qPrintable(shown->refusal()));
        QVERIFY(!m_stage->driver().find<QPushButton>(QStringLiteral("Approve…"))->isEnabled());
        QVERIFY(!m_stage->driver().find<QPushButton>(QStringLiteral("Run…"))->isEnabled());
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Cancel")));

        QVERIFY(m_stage->openAs(second, Stage::production()));
        shown = openPlan();
        QVERIFY(shown != nullptr);
        m_stage->prompts().confirms = false;
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Approve…")));
        QVERIFY(plan().approvals.isEmpty()); // asked, and not said
        m_stage->prompts().confirms = true;
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Approve…")));
        QCOMPARE(plan().approvals.size(), 1);
        QCOMPARE(plan().approvals.first().userId, second);
        QCOMPARE(planHash(plan()), planHash(saved));
        QVERIFY(visibleText(shown).contains(QStringLiteral("Approved by")));
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Cancel")));

        // The first one runs it, behind the same gates as ever.
        QVERIFY(m_stage->openAs(first, Stage::production()));
        shown = openPlan();
        QVERIFY(shown != nullptr);
        QCOMPARE(shown->refusal(), QString());
        m_stage->server().clearRequestLog();
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Run…")));
        QTRY_VERIFY(m_stage->openDialog() != nullptr &&
                    m_stage->openDialog()->prepared().input.now.isValid());
        dialog = m_stage->openDialog();
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Force delete"));
        QVERIFY2(!dialog->refusal().isEmpty(), "gates still to be passed");
        QVERIFY(m_stage->requests(QStringLiteral("DELETE")).isEmpty());
        m_stage->prompts().savePath = m_stage->path(QStringLiteral("evidence.csv"));
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Export evidence…")));
        QVERIFY(m_stage->driver().type(
            m_stage->driver().find<QLineEdit>(QStringLiteral("Type the e-mail address to confirm")), clerk));
        QVERIFY(m_stage->driver().type(
            m_stage->driver().find<QLineEdit>(QStringLiteral("Type the organisation's name to confirm")),
            m_stage->organization()));
        QVERIFY(m_stage->driver().click(m_stage->driver().find<QCheckBox>(
            QStringLiteral("I accept that historical look-ups for this user may break"))));
        QVERIFY2(dialog->refusal().isEmpty(), qPrintable(dialog->refusal()));
        QVERIFY(m_stage->confirm(dialog));
        QVERIFY(m_stage->lastRun()->isVerified());
        QCOMPARE(planHash(m_stage->lastRun()->plan), planHash(saved));
    }

private:
    bool openAsAdministrator()
    {
        Connection sandbox = Stage::production();
        sandbox.environment = Environment::Sandbox;
        return m_stage->openConnection(sandbox) &&
               m_stage->openAs(m_stage->server().directoryAdminUserId(), sandbox);
    }

    QString path() const { return m_stage->path(QStringLiteral("plan.json")); }

    /// Saves the plan of the open dialog and reads it.
    Plan save()
    {
        m_stage->prompts().savePath = path();
        if (!m_stage->driver().clickButton(QStringLiteral("Save plan…")))
            return {};
        return plan();
    }

    Plan plan() const
    {
        const Result<Plan> read = readPlan(path());
        return read ? *read : Plan();
    }

    /// Null if no dialog comes up.
    PlanDialog *openPlan()
    {
        m_stage->prompts().openPath = path();
        const qsizetype told = m_stage->prompts().told.size();
        PlanDialog *dialog = nullptr;
        const auto isAnswered = [&] {
            dialog = qobject_cast<PlanDialog *>(m_stage->driver().topDialog());
            return dialog != nullptr || m_stage->prompts().told.size() > told;
        };
        return m_stage->driver().trigger(QStringLiteral("Open plan…")) && QTest::qWaitFor(isAnswered)
                   ? dialog
                   : nullptr;
    }

    static QString requestsOf(const QWidget *dialog)
    {
        const auto *tree = dialog->findChild<QTreeWidget *>(QStringLiteral("requestsTreeWidget"));
        QStringList titles;
        for (int row = 0; tree != nullptr && row < tree->topLevelItemCount(); ++row)
            titles.append(tree->topLevelItem(row)->text(0));
        return titles.join(QLatin1Char('\n'));
    }

    std::unique_ptr<Stage> m_stage;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestPlans)
#include "tst_plans.moc"
