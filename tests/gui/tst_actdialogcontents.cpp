// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialogs of destructive acts say: hostile names, live customers, mixed selections, many users.
#include "tests/gui/stage.h"

#include "ui/widgets/guardedbutton.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString leaver = QStringLiteral("jane.doe@demo.example");
const QString clerk = QStringLiteral("nora.nothing@demo.example");

} // namespace

class TestActDialogContents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareProgram();
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->openConnection(Stage::production()));
    }

    void cleanup()
    {
        while (QWidget *open = m_stage->driver().topDialog())
            delete open;
        m_stage->server().setFaults({});
        QVERIFY(m_stage->requests(QStringLiteral("DELETE")).isEmpty());
    }

    void cleanupTestCase() { m_stage.reset(); }

    void namesAreTextAndDoNotWidenTheDialog_data()
    {
        QTest::addColumn<QString>("email");
        for (const char *mailbox : {"markup", "formula", "bidi.override", "long.name", "comma.quote"})
            QTest::newRow(mailbox) << QString(QLatin1String(mailbox) + QLatin1String("@demo.example"));
    }

    void namesAreTextAndDoNotWidenTheDialog()
    {
        QFETCH(const QString, email);
        const int usual = widthOf(QStringLiteral("Force delete…"), clerk);
        QVERIFY(usual > 300);
        for (const QString &action : {QStringLiteral("Force delete…"), QStringLiteral("Deactivate…")}) {
            QVERIFY(m_stage->select(email));
            ActDialog *dialog = m_stage->openAct(action);
            QVERIFY(dialog != nullptr);
            QVERIFY2(dialog->width() <= usual, qPrintable(QString::number(dialog->width())));
            QVERIFY2(dialog->minimumSizeHint().width() <= usual,
                     qPrintable(QString::number(dialog->minimumSizeHint().width())));
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                QCOMPARE(label->textFormat(), label->text().isEmpty() ? label->textFormat() : Qt::PlainText);
            const QString name = m_stage->user(email).name.simplified();
            QVERIFY(visibleText(dialog).contains(name.left(9)));
            // An override would turn the rest of the question around.
            QVERIFY(!visibleText(dialog).contains(QChar(0x202E)));
            QVERIFY(m_stage->cancel());
        }
    }

    void aLiveCustomerIsCutOffOnlyByATickInTheRow()
    {
        QVERIFY(m_stage->select(leaver));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Clear references…"));
        QVERIFY(dialog != nullptr);
        QComboBox *action = firstActionWith(dialog, QStringLiteral("Hand to queue"));
        QVERIFY(action != nullptr);
        const QString row = action->objectName().mid(6).chopped(8);
        auto *cut = dialog->findChild<QCheckBox *>(QStringLiteral("cut%1CheckBox").arg(row));
        auto *queue = dialog->findChild<QComboBox *>(QStringLiteral("queue%1ComboBox").arg(row));
        QTRY_VERIFY(queue->isVisible());
        QVERIFY(!cut->isVisible()); // handing over keeps the customer
        action->setCurrentIndex(action->findText(QStringLiteral("Disconnect")));
        QTRY_VERIFY(cut->isVisible());
        QTRY_VERIFY(!queue->isVisible());
        QVERIFY(!cut->isChecked());
        QVERIFY2(dialog->refusal().contains(QStringLiteral("A customer is live")),
                 qPrintable(dialog->refusal()));
        QVERIFY(m_stage->driver().click(cut));
        QCOMPARE(dialog->refusal(), QString());
        QVERIFY(visibleText(dialog).contains(QStringLiteral("1 live customer(s) will be cut off")));
        // Another choice and back: the tick is not forgotten silently, and never implied.
        action->setCurrentIndex(action->findText(QStringLiteral("Leave as it is")));
        QTRY_VERIFY(!cut->isVisible());
        QVERIFY(!visibleText(dialog).contains(QStringLiteral("will be cut off")));
    }

    void everybodyIsDroppedOnlyByATickForThatAction()
    {
        QVERIFY(m_stage->select(leaver));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Clear references…"));
        QVERIFY(dialog != nullptr);
        // Not for all rows at once: a tick is wanted in each.
        auto *all = m_stage->driver().find<QComboBox>(QStringLiteral("Set all actions"));
        QVERIFY(all != nullptr && all->findText(QStringLiteral("Disconnect everybody")) < 0);
        QComboBox *action = firstActionWith(dialog, QStringLiteral("Hand to queue"));
        QVERIFY(action != nullptr);
        const QString row = action->objectName().mid(6).chopped(8);
        auto *tick = dialog->findChild<QCheckBox *>(QStringLiteral("cut%1CheckBox").arg(row));
        action->setCurrentIndex(action->findText(QStringLiteral("Disconnect")));
        QVERIFY(m_stage->driver().click(tick));
        QCOMPARE(dialog->refusal(), QString());
        action->setCurrentIndex(action->findText(QStringLiteral("Disconnect everybody")));
        QVERIFY(!tick->isChecked()); // that one was for the user's part only
        QVERIFY2(dialog->refusal().contains(QStringLiteral("Drops everybody")),
                 qPrintable(dialog->refusal()));
        QVERIFY(visibleText(dialog).contains(
            QStringLiteral("1 conversation(s) will be disconnected for everybody")));
        QVERIFY(m_stage->driver().click(tick));
        QCOMPARE(dialog->refusal(), QString());
        for (const demo::RequestRecord &request : m_stage->requests(QStringLiteral("POST")))
            QVERIFY2(!request.path.endsWith(QStringLiteral("/disconnect")), qPrintable(request.path));
    }

    void aMixOfReadyAndBlockedUsersIsSettledFirst()
    {
        QVERIFY(selectSeveral({leaver, clerk}));
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog != nullptr);
        QCOMPARE(WindowDriver::nameOf(dialog->confirmButton()), QStringLiteral("Deactivate 2 user(s)"));
        QVERIFY(!dialog->refusal().isEmpty());
        const auto *users = m_stage->driver().find<QTableWidget>(QStringLiteral("Users in this plan"));
        QVERIFY(users != nullptr);
        QStringList notes;
        for (int row = 0; row < users->rowCount(); ++row)
            notes.append(users->item(row, users->columnCount() - 1)->text());
        QVERIFY2(notes.contains(QStringLiteral("Ready")), qPrintable(notes.join(QLatin1Char('|'))));
        QVERIFY(notes.contains(QStringLiteral("1 live conversation(s) need a choice")));
        auto *leaveOut = dialog->findChild<QCheckBox *>(QStringLiteral("leaveOutCheckBox"));
        QVERIFY(leaveOut->isVisible() && !leaveOut->isChecked());
        QVERIFY(m_stage->driver().click(leaveOut));
        QCOMPARE(dialog->refusal(), QString());
        QCOMPARE(WindowDriver::nameOf(dialog->confirmButton()), QStringLiteral("Deactivate 1 user(s)"));
    }

    void whatCouldNotBeReadBlocksItsUser()
    {
        demo::FaultRule fault;
        fault.method = QStringLiteral("GET");
        fault.pathPattern =
            QStringLiteral("/api/v2/analytics/agents/") + m_stage->user(clerk).id + QStringLiteral("/status");
        fault.status = 403;
        m_stage->server().setFaults({fault});
        QVERIFY(selectSeveral({clerk, QStringLiteral("janet.doe@demo.example")}));
        const ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog != nullptr);
        QVERIFY2(dialog->refusal().contains(QStringLiteral("unknown is not zero")),
                 qPrintable(dialog->refusal()));
    }

    void manyUsersInProductionWantTheOrganisationTyped()
    {
        QStringList some;
        for (const QString &id : m_stage->server().userIdsWithoutReferences(12)) {
            if (const User *user = m_stage->services().users.find(id);
                user != nullptr && !user->email.isEmpty())
                some.append(user->email);
        }
        QVERIFY(some.size() >= 10);
        QVERIFY(selectSeveral(some.mid(0, 10)));
        const ActDialog *dialog = m_stage->openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog != nullptr);
        QCOMPARE(WindowDriver::nameOf(dialog->confirmButton()), QStringLiteral("Deactivate 10 user(s)"));
        QVERIFY2(dialog->refusal().contains(QStringLiteral("not typed yet")), qPrintable(dialog->refusal()));
        auto *typed = dialog->findChild<QLineEdit *>(QStringLiteral("bulkLineEdit"));
        QVERIFY(typed->isVisible());
        QVERIFY2(typed->accessibleName().contains(QString(m_stage->organization() + QStringLiteral(" 10"))),
                 qPrintable(typed->accessibleName()));
        const QString name = m_stage->organization();
        for (const QString &wrong : {name, QString(name + QStringLiteral(" 9")),
                                     QString(name.toUpper() + QStringLiteral(" 10")), QStringLiteral("10")}) {
            QVERIFY(m_stage->driver().type(typed, wrong));
            QVERIFY(!dialog->refusal().isEmpty());
        }
        QVERIFY(m_stage->driver().type(typed, QString(m_stage->organization() + QStringLiteral(" 10"))));
        QCOMPARE(dialog->refusal(), QString());
        QTRY_VERIFY(dialog->confirmButton()->isEnabled());
        QVERIFY(m_stage->requests(QStringLiteral("PUT")).isEmpty());
    }

private:
    int widthOf(const QString &action, const QString &email)
    {
        if (!m_stage->select(email))
            return 0;
        const ActDialog *dialog = m_stage->openAct(action);
        const int width = dialog == nullptr ? 0 : dialog->width();
        return m_stage->cancel() ? width : 0;
    }

    static QComboBox *firstActionWith(const ActDialog *dialog, const QString &text)
    {
        for (QComboBox *box : dialog->findChildren<QComboBox *>()) {
            if (box->objectName().startsWith(QLatin1String("action")) && box->currentText() == text)
                return box;
        }
        return nullptr;
    }

    /// Ctrl and clicks.
    bool selectSeveral(const QStringList &emails) const
    {
        const WindowDriver driver = m_stage->driver();
        auto *search = driver.find<QLineEdit>(QStringLiteral("Search users"));
        search->clear();
        driver.find<QTabBar>(QStringLiteral("State"))->setCurrentIndex(3);
        auto *view = driver.find<QAbstractItemView>(QStringLiteral("Users"));
        view->clearSelection();
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 1);
            if (!emails.contains(index.data().toString()))
                continue;
            view->scrollTo(index);
            QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ControlModifier,
                              view->visualRect(index).center());
        }
        return view->selectionModel()->selectedRows().size() == emails.size();
    }

    std::unique_ptr<Stage> m_stage;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestActDialogContents)
#include "tst_actdialogcontents.moc"
