// SPDX-License-Identifier: GPL-3.0-or-later
// Every run of the window is recorded, and one that was cut off is offered, never gone on with by itself.
#include "tests/gui/stage.h"

#include "app/journal/journalreading.h"
#include "app/offboarding/intentions.h"
#include "app/offboarding/runfolder.h"
#include "ui/dialogs/interruptedrunsdialog.h"
#include "ui/dialogs/runresultdialog.h"
#include "ui/widgets/guardedbutton.h"
#include "ui/widgets/noticebar.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString clerk = QStringLiteral("nora.nothing@demo.example");
const QString inactive = QStringLiteral("ines.inactive@demo.example");

} // namespace

class TestJournaledRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        prepareProgram();
        m_stage = std::make_unique<Stage>();
        QVERIFY(openWindow());
        QVERIFY(!notice()->isVisible());
    }

    void cleanup() { m_stage.reset(); }

    void everyRunIsRecordedForItsOwnerOnly()
    {
        QVERIFY(m_stage->select(clerk));
        QVERIFY(m_stage->confirm(m_stage->openAct(QStringLiteral("Deactivate…"))));
        QVERIFY(m_stage->lastRun()->isVerified());
        const QString journal = m_stage->lastRun()->journal;
        QCOMPARE(QFileInfo(journal).path(), RunFolder::defaultPath());
        constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther |
                                              QFile::WriteOther | QFile::ExeGroup | QFile::ExeOther;
        QVERIFY(!(QFileInfo(journal).permissions() & others));
        QVERIFY(!(QFileInfo(RunFolder::defaultPath()).permissions() & others));
        const Result<JournalReading> reading = readJournal(journal);
        QVERIFY(reading.has_value());
        QVERIFY(reading->records.size() > 3);
        QCOMPARE(reading->records.last().kind, QStringLiteral("run-ended"));

        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Show result")));
        QTRY_VERIFY(qobject_cast<RunResultDialog *>(m_stage->driver().topDialog()) != nullptr);
        QVERIFY2(visibleText(m_stage->driver().topDialog()).contains(journal),
                 qPrintable(visibleText(m_stage->driver().topDialog())));
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Close")));
        // A run that came to its end is not offered again.
        QVERIFY(openWindow());
        QVERIFY(RunFolder().interruptedRuns().isEmpty());
        QVERIFY(!notice()->isVisible());
    }

    void withoutAJournalNothingStarts()
    {
        // Something else is where the folder should be.
        QDir().mkpath(QFileInfo(RunFolder::defaultPath()).path());
        QFile inTheWay(RunFolder::defaultPath());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        QVERIFY(m_stage->select(clerk));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->confirmButton()->isEnabled());
        QVERIFY(m_stage->driver().click(dialog->confirmButton()));
        QTRY_VERIFY(!m_stage->prompts().told.isEmpty());
        QVERIFY2(m_stage->prompts().told.last().contains(QStringLiteral("Nothing was started")),
                 qPrintable(m_stage->prompts().told.last()));
        QVERIFY(m_stage->services().runner.runs().isEmpty());
        QVERIFY(m_stage->requests(QStringLiteral("PUT")).isEmpty());
    }

    void anInterruptedRunIsOfferedAndGoesOnOnlyWhenSaidSo()
    {
        demo::FaultRule slow;
        slow.method = QStringLiteral("PUT");
        slow.pathPattern = QStringLiteral("/api/v2/users/*");
        slow.kind = demo::FaultRule::Kind::Delay;
        slow.delayMs = 1500;
        m_stage->server().setFaults({slow});
        QVERIFY(m_stage->select(inactive));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Restore…"));
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->confirmButton()->isEnabled());
        QVERIFY(m_stage->driver().click(dialog->confirmButton()));
        QTRY_VERIFY(!m_stage->requests(QStringLiteral("PUT")).isEmpty());
        // What a power cut would have left behind: the request is on its way, its answer was never recorded.
        const QString journal = m_stage->lastRun()->journal;
        QFile source(journal);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QByteArray left = source.readAll();
        QTRY_COMPARE(m_stage->lastRun()->state, RunState::Finished);
        QFile copy(RunFolder::defaultPath() + QStringLiteral("/cut-off.jsonl"));
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write(left);
        copy.close();
        m_stage->server().setFaults({});

        QVERIFY(openWindow());
        m_stage->server().clearRequestLog();
        QTRY_VERIFY(notice()->isVisible());
        QVERIFY2(notice()->text().contains(QStringLiteral("A run was interrupted")),
                 qPrintable(notice()->text()));
        QVERIFY(m_stage->driver().click(notice()->findChild<QPushButton *>()));
        QTRY_VERIFY(qobject_cast<InterruptedRunsDialog *>(m_stage->driver().topDialog()) != nullptr);
        QVERIFY(m_stage->driver().rowCount(QStringLiteral("Interrupted runs")) == 1);
        QVERIFY(m_stage->driver().rowCount(QStringLiteral("Steps of the interrupted run")) > 1);
        const auto *steps =
            m_stage->driver().find<QAbstractItemView>(QStringLiteral("Steps of the interrupted run"));
        QVERIFY2(steps->model()->index(0, 0).data().toString().startsWith(QStringLiteral("Open")),
                 qPrintable(steps->model()->index(0, 0).data().toString()));
        QVERIFY(m_stage->driver().find<QPushButton>(QStringLiteral("Not now"))->isDefault());
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Not now")));
        QTRY_VERIFY(m_stage->driver().topDialog() == nullptr);
        QVERIFY(m_stage->services().runner.runs().isEmpty());
        QVERIFY(notice()->isVisible()); // still offered

        QVERIFY(m_stage->driver().click(notice()->findChild<QPushButton *>()));
        QTRY_VERIFY(qobject_cast<InterruptedRunsDialog *>(m_stage->driver().topDialog()) != nullptr);
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Resume")));
        QTRY_VERIFY(m_stage->lastRun() != nullptr && m_stage->lastRun()->state == RunState::Finished);
        QVERIFY(m_stage->lastRun()->isVerified());
        QCOMPARE(m_stage->lastRun()->journal, copy.fileName());
        // It had arrived: read back, not sent again.
        QVERIFY(m_stage->requests(QStringLiteral("PUT")).isEmpty());
        QVERIFY(RunFolder().interruptedRuns().isEmpty());
        QTRY_VERIFY(!notice()->isVisible());
    }

    void aDeletionForLaterOutlivesTheCut()
    {
        demo::FaultRule slow;
        slow.method = QStringLiteral("PUT");
        slow.pathPattern = QStringLiteral("/api/v2/users/*");
        slow.kind = demo::FaultRule::Kind::Delay;
        slow.delayMs = 1500;
        m_stage->server().setFaults({slow});
        QVERIFY(m_stage->select(clerk));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog != nullptr);
        QVERIFY(m_stage->driver().click(m_stage->driver().find<QCheckBox>(QStringLiteral("Delete after"))));
        dialog->findChild<QSpinBox *>(QStringLiteral("deleteAfterSpinBox"))->setValue(20);
        QTRY_VERIFY(dialog->confirmButton()->isEnabled());
        QVERIFY(m_stage->driver().click(dialog->confirmButton()));
        QTRY_VERIFY(!m_stage->requests(QStringLiteral("PUT")).isEmpty());
        const QString journal = m_stage->lastRun()->journal;
        const QString cut = RunFolder::defaultPath() + QStringLiteral("/cut-off.jsonl");
        const QString beside = QStringLiteral(".delete-after-days");
        QVERIFY(QFile::copy(journal, cut));
        QVERIFY(QFile::copy(journal + beside, cut + beside));
        QTRY_COMPARE(m_stage->lastRun()->state, RunState::Finished);
        // As if the program had ended before it could be planned.
        IntentionStore &before = *m_stage->services().intentions;
        QTRY_COMPARE(before.intentions().size(), 1);
        QVERIFY(before.cancel(before.intentions().first().id, QString(), QDateTime::currentDateTimeUtc())
                    .has_value());
        m_stage->server().setFaults({});

        QVERIFY(openWindow());
        QTRY_VERIFY(notice()->isVisible());
        QVERIFY(m_stage->driver().click(notice()->findChild<QPushButton *>()));
        QTRY_VERIFY(qobject_cast<InterruptedRunsDialog *>(m_stage->driver().topDialog()) != nullptr);
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Resume")));
        QTRY_VERIFY(m_stage->lastRun() != nullptr && m_stage->lastRun()->state == RunState::Finished);
        QVERIFY(m_stage->lastRun()->isVerified());
        const Intention *planned = m_stage->services().intentions->findOpen(
            m_stage->services().connection.organizationId, m_stage->user(clerk).id);
        QVERIFY(planned != nullptr);
        QCOMPARE(planned->planned.daysTo(planned->due), 20);
    }

    void anAlteredJournalIsNamedAndCannotGoOn()
    {
        QDir().mkpath(RunFolder::defaultPath());
        QFile file(RunFolder::defaultPath() + QStringLiteral("/altered.jsonl"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"n\":1,\"kind\":\"journal\"}\n");
        file.close();
        QVERIFY(openWindow());
        QTRY_VERIFY(notice()->isVisible());
        QVERIFY(m_stage->driver().click(notice()->findChild<QPushButton *>()));
        QTRY_VERIFY(qobject_cast<InterruptedRunsDialog *>(m_stage->driver().topDialog()) != nullptr);
        QVERIFY(!m_stage->driver().find<QPushButton>(QStringLiteral("Resume"))->isEnabled());
        QVERIFY2(visibleText(m_stage->driver().topDialog()).contains(QStringLiteral("cannot be used")),
                 qPrintable(visibleText(m_stage->driver().topDialog())));
    }

private:
    /// A new window of an administrator, on the same server from the second time on.
    bool openWindow()
    {
        Connection sandbox = Stage::production();
        sandbox.environment = Environment::Sandbox;
        if (m_stage->window() == nullptr && !m_stage->openConnection(sandbox))
            return false;
        return m_stage->openAs(m_stage->server().directoryAdminUserId(), sandbox);
    }

    NoticeBar *notice() const
    {
        return m_stage->window()->findChild<NoticeBar *>(QStringLiteral("interruptedRunsNoticeBar"));
    }

    std::unique_ptr<Stage> m_stage;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestJournaledRuns)
#include "tst_journaledruns.moc"
