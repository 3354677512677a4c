// SPDX-License-Identifier: GPL-3.0-or-later
// Force delete on the real window: refused by each gate in turn, and accepted only when all hold.
#include "tests/gui/stage.h"

#include "ui/widgets/guardedbutton.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <utility>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString clerk = QStringLiteral("nora.nothing@demo.example"); // nothing refers to her

} // namespace

class TestForceDelete : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareProgram();
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
    }

    void init()
    {
        m_stage->server().clearRequestLog();
        m_stage->prompts().savePath = m_stage->path(QStringLiteral("evidence.csv"));
        m_dialog = nullptr;
    }

    void cleanup()
    {
        m_stage->server().setFaults({});
        while (QWidget *open = m_stage->driver().topDialog())
            delete open;
    }

    void cleanupTestCase() { m_stage.reset(); }

    void aLiveConversationRefuses_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("reason");
        QTest::newRow("talking") << QStringLiteral("jane.doe@demo.example")
                                 << QStringLiteral("3 live conversation(s): clear the references first");
        QTest::newRow("chatting") << QStringLiteral("jane.doe2@demo.example")
                                  << QStringLiteral("1 live conversation(s): clear the references first");
        QTest::newRow("after-call work")
            << QStringLiteral("alan.aftercall@demo.example")
            << QStringLiteral("1 live conversation(s): clear the references first");
        QTest::newRow("on hold") << QStringLiteral("harry.held@demo.example")
                                 << QStringLiteral("1 live conversation(s): clear the references first");
    }

    void aLiveConversationRefuses()
    {
        QFETCH(const QString, email);
        QFETCH(const QString, reason);
        open(email);
        satisfy(email);
        QVERIFY2(gateTexts().contains(reason), qPrintable(gateTexts()));
        isRefused(QStringLiteral("live"));
    }

    void aLiveSessionRefuses()
    {
        open(QStringLiteral("jane.doe@demo.example"));
        satisfy(QStringLiteral("jane.doe@demo.example"));
        isRefused(QStringLiteral("live session(s): wait until the user has signed out"));
    }

    void unreadableReferencesRefuse_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("detail query")
            << QStringLiteral("POST") << QStringLiteral("/api/v2/analytics/conversations/details/query")
            << 500;
        QTest::newRow("agent status")
            << QStringLiteral("GET") << QStringLiteral("/api/v2/analytics/agents/*/status") << 403;
    }

    void unreadableReferencesRefuse()
    {
        QFETCH(const QString, method);
        QFETCH(const QString, path);
        QFETCH(const int, status);
        demo::FaultRule fault;
        fault.method = method;
        fault.pathPattern = path;
        fault.status = status;
        m_stage->server().setFaults({fault});
        open(clerk);
        satisfy(clerk);
        isRefused(QStringLiteral("could not be read: read again"));
        // Nothing was found, and that proves nothing.
        QVERIFY2(!gateTexts().contains(QStringLiteral("No live conversation\n")), qPrintable(gateTexts()));
        m_stage->server().setFaults({});
        readAgain();
        satisfy(clerk);
        QTRY_VERIFY(m_dialog->confirmButton()->isEnabled());
    }

    void missingEvidenceRefuses()
    {
        openReady();
        QVERIFY(QFile::remove(m_stage->prompts().savePath));
        isRefused(QStringLiteral("Evidence was not exported after the last reading"));
        m_stage->prompts().savePath.clear(); // the file chooser is cancelled
        exportEvidence();
        isRefused(QStringLiteral("Evidence was not exported after the last reading"));
    }

    void editedEvidenceRefuses()
    {
        openReady();
        QFile file(m_stage->prompts().savePath);
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write("x"), 1);
        file.close();
        isRefused(QStringLiteral("Evidence was not exported after the last reading"));
        exportEvidence();
        QTRY_VERIFY(m_dialog->confirmButton()->isEnabled());
    }

    void evidenceOfAnOlderReadingRefuses()
    {
        openReady();
        readAgain();
        isRefused(QStringLiteral("Evidence was not exported after the last reading"));
        exportEvidence();
        QTRY_VERIFY(m_dialog->confirmButton()->isEnabled());
    }

    void anUnacceptedRiskRefuses()
    {
        openReady();
        QVERIFY(m_stage->driver().click(risk()));
        isRefused(QStringLiteral("The risk is not accepted yet"));
    }

    void anotherIdentityRefuses()
    {
        openReady();
        for (const QString &typed :
             {QString(), clerk.chopped(1), QString(clerk + QLatin1Char('x')), clerk.toUpper(),
              QStringLiteral("jane.doe@demo.example"), QStringLiteral("Nora Nothing")}) {
            QVERIFY(m_stage->driver().type(identity(), typed));
            isRefused(QStringLiteral("The identity is not typed yet"));
        }
    }

    void aPastedIdentityCounts()
    {
        open(clerk);
        exportEvidence();
        QVERIFY(m_stage->driver().click(risk()));
        identity()->setText(clerk + QLatin1Char(' ')); // as pasted, with the blank behind it
        QTRY_VERIFY(m_dialog->confirmButton()->isEnabled());
    }

    void anOldPreviewRefuses()
    {
        openReady();
        const QDateTime read = m_dialog->prepared().input.now;
        m_dialog->setClock([read] { return read.addSecs(119); });
        QVERIFY(m_dialog->confirmButton()->isEnabled());
        m_dialog->setClock([read] { return read.addSecs(121); });
        isRefused(QStringLiteral("The preview is older than two minutes"));
    }

    void aUserWhoChangedMeanwhileRefuses()
    {
        openReady();
        const QString id = m_stage->user(clerk).id;
        m_stage->server().touchUser(id);
        QVERIFY(m_stage->driver().trigger(QStringLiteral("Refresh")));
        QTRY_VERIFY(!m_dialog->refusal().isEmpty());
        isRefused(QStringLiteral("The data changed since the preview"));
    }

    void deactivateInsteadIsOneClickAway()
    {
        openReady();
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Deactivate instead")));
        QTRY_VERIFY(m_stage->openDialog() != nullptr &&
                    m_stage->openDialog()->windowTitle() == QStringLiteral("Deactivate users"));
        QTRY_VERIFY(m_stage->openDialog()->prepared().input.now.isValid());
        QCOMPARE(m_stage->openDialog()->userIds(), QStringList(m_stage->user(clerk).id));
        QVERIFY(m_stage->requests(QStringLiteral("DELETE")).isEmpty());
    }

    void productionWantsItsNameToo()
    {
        const auto sandbox = std::exchange(m_stage, std::make_unique<Stage>());
        Connection production = Stage::production();
        production.secondPerson = SecondPerson::Never; // tst_plans has the second person
        QVERIFY(m_stage->openConnection(production));
        m_stage->prompts().savePath = m_stage->path(QStringLiteral("evidence.csv"));
        open(clerk);
        satisfy(clerk);
        isRefused(QStringLiteral("The organisation's name is not typed yet"));
        auto *name =
            m_stage->driver().find<QLineEdit>(QStringLiteral("Type the organisation's name to confirm"));
        QVERIFY(m_stage->driver().type(name, QStringLiteral("Main site")));
        isRefused(QStringLiteral("The organisation's name is not typed yet"));
        QVERIFY(m_stage->driver().type(name, m_stage->organization()));
        QTRY_VERIFY(m_dialog->confirmButton()->isEnabled());
        QVERIFY(visibleText(m_dialog).contains(m_stage->organization()));
    }

    void deletesWhenEverythingHolds_data()
    {
        QTest::addColumn<bool>("isLegacy");
        QTest::newRow("legacy") << true;
        QTest::newRow("published") << false;
    }

    void deletesWhenEverythingHolds()
    {
        QFETCH(const bool, isLegacy);
        m_stage = std::make_unique<Stage>(smallDemo(isLegacy ? Dialect::Legacy : Dialect::Published));
        QVERIFY(m_stage->open());
        m_stage->prompts().savePath = m_stage->path(QStringLiteral("evidence.csv"));
        openReady();
        const QString id = m_stage->user(clerk).id;
        QCOMPARE(WindowDriver::nameOf(m_dialog->confirmButton()),
                 QString(QStringLiteral("Force delete ") + clerk));
        QVERIFY(m_stage->confirm(m_dialog));
        QVERIFY(m_stage->lastRun()->isVerified());
        QTRY_COMPARE(m_stage->stateCell(clerk), QStringLiteral("Deleted"));
        const QList<demo::RequestRecord> deletes = m_stage->requests(QStringLiteral("DELETE"));
        QCOMPARE(deletes.size(), 1); // never twice
        QCOMPARE(deletes.constFirst().path, QString(QStringLiteral("/api/v2/users/") + id));
        QCOMPARE(deletes.constFirst().query, isLegacy ? QStringLiteral("force=true") : QString());
        QVERIFY(m_stage->server().userIdsInState(QStringLiteral("deleted")).contains(id));
        // Read back, not believed.
        const QList<demo::RequestRecord> log = m_stage->server().requestLog();
        QVERIFY(std::any_of(log.cbegin(), log.cend(), [&](const demo::RequestRecord &record) {
            return record.method == QLatin1String("GET") && record.path.endsWith(id) &&
                   record.query.contains(QLatin1String("state=deleted")) && record.status == 200;
        }));
    }

private:
    void open(const QString &email)
    {
        QVERIFY(m_stage->select(email));
        m_dialog = m_stage->openAct(QStringLiteral("Force delete…"));
        QVERIFY(m_dialog != nullptr);
        QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Force delete"));
    }

    QLineEdit *identity() const
    {
        return m_stage->driver().find<QLineEdit>(QStringLiteral("Type the e-mail address to confirm"));
    }

    QCheckBox *risk() const
    {
        return m_stage->driver().find<QCheckBox>(
            QStringLiteral("I accept that historical look-ups for this user may break"));
    }

    void exportEvidence() { QVERIFY(m_stage->driver().clickButton(QStringLiteral("Export evidence…"))); }

    void readAgain()
    {
        const QDateTime before = m_dialog->prepared().input.now;
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Read again")));
        QTRY_VERIFY(m_dialog->prepared().input.now > before);
    }

    /// What the admin does: export, type, tick.
    void satisfy(const QString &email)
    {
        exportEvidence();
        QVERIFY(m_stage->driver().type(identity(), email));
        risk()->setChecked(false);
        QVERIFY(m_stage->driver().click(risk()));
        QVERIFY(risk()->isChecked());
    }

    /// All gates hold and the button can be pressed: from here one thing at a time goes wrong.
    void openReady()
    {
        open(clerk);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!m_dialog->confirmButton()->isEnabled());
        satisfy(clerk);
        QTRY_VERIFY(m_dialog->confirmButton()->isEnabled());
        QCOMPARE(m_dialog->refusal(), QString());
    }

    QString gateTexts() const
    {
        QStringList texts;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(QLatin1Char('\n'));
    }

    void isRefused(const QString &reason)
    {
        QTRY_VERIFY(!m_dialog->confirmButton()->isEnabled());
        QVERIFY2(m_dialog->refusal().contains(reason), qPrintable(m_dialog->refusal()));
        const auto *shown = m_dialog->findChild<QLabel *>(QStringLiteral("reasonLabel"));
        QVERIFY(shown->isVisible());
        QVERIFY2(shown->text().contains(reason), qPrintable(shown->text()));
        QVERIFY(m_dialog->confirmButton()->accessibleDescription().contains(reason));
        QVERIFY(!m_stage->driver().click(m_dialog->confirmButton()));
        QTest::keyClick(m_dialog->confirmButton(), Qt::Key_Space);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_stage->services().runner.runs().size(), 0);
        QVERIFY(m_stage->requests(QStringLiteral("DELETE")).isEmpty());
    }

    std::unique_ptr<Stage> m_stage;
    ActDialog *m_dialog = nullptr;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestForceDelete)
#include "tst_forcedelete.moc"
