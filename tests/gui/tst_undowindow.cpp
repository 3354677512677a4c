// SPDX-License-Identifier: GPL-3.0-or-later
// Putting back what a run changed, in the real window: what can, what cannot and why, and what still differs.
#include "tests/gui/stage.h"

#include "app/offboarding/runfolder.h"
#include "ui/dialogs/runresultdialog.h"
#include "ui/dialogs/undodialog.h"
#include "ui/widgets/guardedbutton.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QPushButton>
#include <QTest>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString clerk = QStringLiteral("nora.nothing@demo.example");

} // namespace

class TestUndoWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        prepareProgram();
        m_stage = std::make_unique<Stage>();
        Connection sandbox = Stage::production();
        sandbox.environment = Environment::Sandbox;
        QVERIFY(m_stage->openConnection(sandbox));
        QVERIFY(m_stage->openAs(m_stage->server().directoryAdminUserId(), sandbox));
    }

    void cleanup() { m_stage.reset(); }

    void aDeactivationIsPutBackAndCompared()
    {
        QVERIFY(deactivate());
        QVERIFY(m_stage->driver().trigger(QStringLiteral("Undo run…")));
        UndoDialog *dialog = undoDialog();
        QVERIFY(dialog != nullptr);
        QVERIFY2(items().contains(QStringLiteral("Yes|")), qPrintable(items()));
        QVERIFY2(items().contains(QStringLiteral("Being active")), qPrintable(items()));
        // What is gone for good is said before, with the reason.
        QVERIFY2(items().contains(QStringLiteral("No|")), qPrintable(items()));
        QVERIFY2(items().contains(QStringLiteral("whoever is active signs in again")), qPrintable(items()));
        QVERIFY(dialog->findChild<QPushButton *>(QStringLiteral("cancelPushButton"))->isDefault());
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Cancel")));
        QTRY_VERIFY(m_stage->driver().topDialog() == nullptr);
        QCOMPARE(m_stage->services().runner.runs().size(), 1); // looked at, and nothing done

        QVERIFY(m_stage->driver().trigger(QStringLiteral("Undo run…")));
        putBack();
        QVERIFY(!m_stage->lastRun()->journal.isEmpty());
        // What still differs is listed, or it is said that nothing does.
        QTRY_VERIFY(qobject_cast<RunResultDialog *>(m_stage->driver().topDialog()) != nullptr);
        const QString text = visibleText(m_stage->driver().topDialog());
        QVERIFY2(text.contains(QStringLiteral("1 of 1 user(s)")), qPrintable(text));
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Close")));
        QTRY_COMPARE(m_stage->stateCell(clerk), QStringLiteral("Active"));
    }

    void anEarlierRunIsPutBackFromItsJournal()
    {
        QVERIFY(deactivate());
        const QString journal = m_stage->lastRun()->journal;
        Connection sandbox = Stage::production();
        sandbox.environment = Environment::Sandbox;
        QVERIFY(m_stage->openAs(m_stage->server().directoryAdminUserId(), sandbox));
        QVERIFY(m_stage->services().runner.runs().isEmpty());
        m_stage->prompts().openPath = journal;
        QVERIFY(m_stage->driver().trigger(QStringLiteral("Undo run…")));
        putBack();
        QTRY_VERIFY(qobject_cast<RunResultDialog *>(m_stage->driver().topDialog()) != nullptr);
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Close")));
        QTRY_VERIFY(m_stage->driver().topDialog() == nullptr);
        QVERIFY(m_stage->select(clerk));
        QTRY_COMPARE(m_stage->stateCell(clerk), QStringLiteral("Active"));
    }

    void theResultOffersIt()
    {
        QVERIFY(deactivate());
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Show result")));
        QTRY_VERIFY(qobject_cast<RunResultDialog *>(m_stage->driver().topDialog()) != nullptr);
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Undo run…")));
        QVERIFY(undoDialog() != nullptr);
    }

private:
    bool deactivate()
    {
        if (!m_stage->select(clerk))
            return false;
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        if (dialog == nullptr)
            return false;
        dialog->findChild<QCheckBox *>(QStringLiteral("revokeTokensCheckBox"))->setChecked(true);
        dialog->findChild<QCheckBox *>(QStringLiteral("removeSkillsCheckBox"))->setChecked(true);
        return m_stage->confirm(dialog) && m_stage->lastRun()->isVerified();
    }

    UndoDialog *undoDialog() const
    {
        UndoDialog *dialog = nullptr;
        const bool isThere = QTest::qWaitFor([&] {
            dialog = qobject_cast<UndoDialog *>(m_stage->driver().topDialog());
            return dialog != nullptr;
        });
        return isThere ? dialog : nullptr;
    }

    QString items() const
    {
        const auto *table = m_stage->driver().find<QAbstractItemView>(QStringLiteral("What can be put back"));
        QStringList rows;
        for (int row = 0; table != nullptr && row < table->model()->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < table->model()->columnCount(); ++column)
                cells.append(table->model()->index(row, column).data().toString());
            rows.append(cells.join(QLatin1Char('|')));
        }
        return rows.join(QLatin1Char('\n'));
    }

    void putBack()
    {
        UndoDialog *dialog = undoDialog();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->refusal(), QString());
        const qsizetype before = m_stage->services().runner.runs().size();
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Put back for 1 user(s)")));
        QTRY_VERIFY(m_stage->services().runner.runs().size() > before);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->lastRun()->state, RunState::Finished, 20'000);
        QCOMPARE(m_stage->lastRun()->plan.act, Act::Undo);
    }

    std::unique_ptr<Stage> m_stage;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestUndoWindow)
#include "tst_undowindow.moc"
