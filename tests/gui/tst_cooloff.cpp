// SPDX-License-Identifier: GPL-3.0-or-later
// "Deactivate now, delete after N days", from the tick to the deletion, in the real window.
#include "tests/gui/stage.h"

#include "app/offboarding/intentions.h"
#include "ui/dialogs/deletedialog.h"
#include "ui/dialogs/planneddeletionsdialog.h"
#include "ui/widgets/guardedbutton.h"
#include "ui/widgets/noticebar.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString clerk = QStringLiteral("nora.nothing@demo.example");
const QString other = QStringLiteral("rita.recent@demo.example");

} // namespace

class TestCoolOff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        prepareProgram();
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
        QVERIFY(!notice()->isVisible()); // nothing was planned so far
    }

    void cleanup() { m_stage.reset(); }

    void nothingIsPlannedUnlessItIsTicked()
    {
        QVERIFY(m_stage->select(clerk));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        auto *tick = m_stage->driver().find<QCheckBox>(QStringLiteral("Delete after"));
        QVERIFY(tick != nullptr && tick->isEnabled() && !tick->isChecked());
        QCOMPARE(dialog->findChild<QSpinBox *>(QStringLiteral("deleteAfterSpinBox"))->value(), 30);
        QVERIFY(m_stage->confirm(dialog));
        QVERIFY(m_stage->lastRun()->isVerified());
        QVERIFY(m_stage->services().intentions->intentions().isEmpty());
        PlannedDeletionsDialog *list = openList();
        QVERIFY(list != nullptr);
        QVERIFY2(visibleText(list).contains(QStringLiteral("No deletion is planned")),
                 qPrintable(visibleText(list)));
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Close")));
    }

    void aVerifiedDeactivationIsPlannedAndCanBeCancelled()
    {
        QVERIFY(deactivate(clerk, 14));
        QVERIFY(m_stage->lastRun()->isVerified());
        const QList<Intention> planned = m_stage->services().intentions->intentions();
        QCOMPARE(planned.size(), 1);
        QCOMPARE(planned.first().userEmail, clerk);
        QCOMPARE(planned.first().planned.daysTo(planned.first().due), 14);
        QVERIFY(!notice()->isVisible()); // not due yet

        PlannedDeletionsDialog *list = openList();
        QVERIFY(list != nullptr);
        auto *table = m_stage->driver().find<QAbstractItemView>(QStringLiteral("Planned deletions"));
        QVERIFY(table != nullptr);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(m_stage->driver().find<QPushButton>(QStringLiteral("Force delete…"))->isEnabled(), false);
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Cancel deletion")));
        QVERIFY(!m_stage->services().intentions->intentions().first().isOpen());
        QVERIFY(!m_stage->driver().find<QPushButton>(QStringLiteral("Cancel deletion"))->isEnabled());
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Close")));
        QVERIFY(m_stage->requests(QStringLiteral("DELETE")).isEmpty());
    }

    void whatIsNotReadBackIsNotPlanned()
    {
        demo::FaultRule fault;
        fault.method = QStringLiteral("PUT");
        fault.pathPattern = QStringLiteral("/api/v2/users/*");
        fault.status = 403;
        m_stage->server().setFaults({fault});
        QVERIFY(deactivate(clerk, 30));
        QVERIFY(!m_stage->lastRun()->isVerified());
        QVERIFY(m_stage->services().intentions->intentions().isEmpty());
        const QString told = m_stage->prompts().told.join(QLatin1Char('\n'));
        QVERIFY2(told.contains(QStringLiteral("1 deletion(s) were not planned")), qPrintable(told));
        QVERIFY2(told.contains(clerk), qPrintable(told));
    }

    /// Rule 14: what is due is offered, what was missed is shown as missed, and nothing starts by itself.
    void aDueDeletionIsOfferedAndEndsWithTheDeletion()
    {
        const User due = m_stage->user(clerk);
        const User missed = m_stage->user(other);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(plan(due, now.addDays(-30).addSecs(-3600)));
        QVERIFY(plan(missed, now.addDays(-40)));
        m_stage.reset();
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
        m_stage->server().clearRequestLog();
        QVERIFY(notice()->isVisible());
        const QString text = notice()->text();
        QVERIFY2(text.contains(QStringLiteral("1 planned deletion(s) are due")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("1 planned deletion(s) were missed")), qPrintable(text));

        QVERIFY(m_stage->driver().click(notice()->findChild<QPushButton *>()));
        auto *table = m_stage->driver().find<QAbstractItemView>(QStringLiteral("Planned deletions"));
        QVERIFY(table != nullptr);
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(table->model()->index(0, 0).data().toString().contains(clerk));
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Force delete…")));
        auto *dialog = qobject_cast<DeleteDialog *>(waitForDialog());
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Force delete"));
        QVERIFY(!dialog->confirmButton()->isEnabled()); // every gate is still to be passed
        QVERIFY(m_stage->requests(QStringLiteral("DELETE")).isEmpty());

        m_stage->prompts().savePath = m_stage->path(QStringLiteral("evidence.csv"));
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Export evidence…")));
        QVERIFY(m_stage->driver().type(
            m_stage->driver().find<QLineEdit>(QStringLiteral("Type the e-mail address to confirm")), clerk));
        QVERIFY(m_stage->driver().click(m_stage->driver().find<QCheckBox>(
            QStringLiteral("I accept that historical look-ups for this user may break"))));
        QVERIFY(m_stage->confirm(dialog));
        QVERIFY(m_stage->lastRun()->isVerified());
        const IntentionStore &store = *m_stage->services().intentions;
        QCOMPARE(store.findOpen(m_stage->services().connection.organizationId, due.id), nullptr);
        const Intention &settled = store.intentions().first();
        QCOMPARE(settled.state(QDateTime::currentDateTimeUtc()), IntentionState::Finished);
        QCOMPARE(settled.runId, m_stage->lastRun()->id);
        QVERIFY(!notice()->text().contains(QStringLiteral("are due")));
        QVERIFY(notice()->text().contains(QStringLiteral("were missed")));
    }

    void withoutThePermissionItCannotBeTicked()
    {
        ConsoleOptions options = smallDemo();
        options.demo.permissions = {
            QStringLiteral("directory:user:view"), QStringLiteral("directory:user:edit"),
            QStringLiteral("conversation:*:*"),    QStringLiteral("analytics:*:*"),
            QStringLiteral("routing:*:*"),         QStringLiteral("authorization:*:*")};
        m_stage = std::make_unique<Stage>(options);
        QVERIFY(m_stage->open());
        QVERIFY(m_stage->select(clerk));
        const ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog != nullptr);
        auto *tick = dialog->findChild<QCheckBox *>(QStringLiteral("deleteAfterCheckBox"));
        QVERIFY(!tick->isEnabled() && !tick->isChecked());
        QVERIFY2(visibleText(dialog).contains(QStringLiteral("directory:user:delete")),
                 qPrintable(visibleText(dialog)));
    }

    void aDamagedListSaysSoAndPlansNothing()
    {
        QVERIFY(plan(m_stage->user(clerk), QDateTime::currentDateTimeUtc()));
        m_stage.reset();
        QFile file(IntentionStore::defaultPath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray content = file.readAll();
        content.replace("nora.nothing", "nora.nobodyx");
        file.resize(0);
        file.seek(0);
        file.write(content);
        file.close();
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
        QVERIFY(notice()->isVisible());
        QVERIFY2(notice()->text().contains(QStringLiteral("could not be read")),
                 qPrintable(notice()->text()));
    }

private:
    NoticeBar *notice() const
    {
        return m_stage->window()->findChild<NoticeBar *>(QStringLiteral("plannedDeletionsNoticeBar"));
    }

    bool plan(const User &user, const QDateTime &when) const
    {
        Identity author;
        author.name = QStringLiteral("Adam Admin");
        return m_stage->services()
            .intentions->plan(makeIntention(m_stage->services().connection, user, author, 30, when))
            .has_value();
    }

    bool deactivate(const QString &email, int days) const
    {
        if (!m_stage->select(email))
            return false;
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        if (dialog == nullptr ||
            !m_stage->driver().click(m_stage->driver().find<QCheckBox>(QStringLiteral("Delete after"))))
            return false;
        dialog->findChild<QSpinBox *>(QStringLiteral("deleteAfterSpinBox"))->setValue(days);
        return m_stage->confirm(dialog);
    }

    PlannedDeletionsDialog *openList() const
    {
        return m_stage->driver().trigger(QStringLiteral("Planned deletions…"))
                   ? qobject_cast<PlannedDeletionsDialog *>(m_stage->driver().topDialog())
                   : nullptr;
    }

    ActDialog *waitForDialog() const
    {
        const bool isRead = QTest::qWaitFor([this] {
            const ActDialog *dialog = m_stage->openDialog();
            return dialog != nullptr && dialog->prepared().input.now.isValid();
        });
        return isRead ? m_stage->openDialog() : nullptr;
    }

    std::unique_ptr<Stage> m_stage;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestCoolOff)
#include "tst_cooloff.moc"
