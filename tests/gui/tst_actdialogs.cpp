// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs of destructive acts: what a hasty key or click must never do.
#include "tests/gui/stage.h"

#include "ui/widgets/guardedbutton.h"

#include <QApplication>
#include <QCursor>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QTest>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString clerk = QStringLiteral("nora.nothing@demo.example");
const QString inactive = QStringLiteral("ines.inactive@demo.example");
const QString leaver = QStringLiteral("jane.doe@demo.example");

} // namespace

class TestActDialogs : public QObject
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
        QCursor::setPos(0, 0);
    }

    void cleanup()
    {
        while (QWidget *open = m_stage->driver().topDialog())
            delete open;
        for (const char *method : {"DELETE", "PUT", "PATCH"})
            QVERIFY(m_stage->requests(QString::fromLatin1(method)).isEmpty());
        QVERIFY(m_stage->services().runner.runs().isEmpty());
    }

    void cleanupTestCase() { m_stage.reset(); }

    void everyAct_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("verb");
        QTest::newRow("deactivate") << QStringLiteral("Deactivate…") << clerk
                                    << QStringLiteral("Deactivate users")
                                    << QStringLiteral("Deactivate 1 user(s)");
        QTest::newRow("delete") << QStringLiteral("Delete…") << clerk << QStringLiteral("Delete user")
                                << QString(QStringLiteral("Delete ") + clerk);
        QTest::newRow("force delete")
            << QStringLiteral("Force delete…") << clerk << QStringLiteral("Force delete")
            << QString(QStringLiteral("Force delete ") + clerk);
        QTest::newRow("restore") << QStringLiteral("Restore…") << inactive << QStringLiteral("Restore users")
                                 << QStringLiteral("Restore 1 user(s)");
        QTest::newRow("clear references") << QStringLiteral("Clear references…") << leaver
                                          << QStringLiteral("Clear references") << QString();
    }

    /// Rules 4 to 6: the question names person and organisation, verb buttons, Cancel is default and focused.
    void everyAct()
    {
        QFETCH(const QString, action);
        QFETCH(const QString, email);
        QFETCH(const QString, title);
        QFETCH(const QString, verb);
        ActDialog *dialog = open(action, email);
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->windowTitle(), title);
        const auto *headline = dialog->findChild<QLabel *>(QStringLiteral("headlineLabel"));
        QVERIFY2(headline->text().contains(email) && headline->text().contains(m_stage->organization()),
                 qPrintable(headline->text()));
        if (!verb.isEmpty())
            QCOMPARE(WindowDriver::nameOf(dialog->confirmButton()), verb);

        auto *cancel = dialog->findChild<QPushButton *>(QStringLiteral("cancelPushButton"));
        QCOMPARE(WindowDriver::nameOf(cancel), QStringLiteral("Cancel"));
        QVERIFY(cancel->isDefault());
        QTRY_VERIFY(cancel->hasFocus());
        QVERIFY(!dialog->confirmButton()->isDefault() && !dialog->confirmButton()->autoDefault());
        for (const QPushButton *button : dialog->findChildren<QPushButton *>()) {
            QVERIFY2(button == cancel || !button->autoDefault(), qPrintable(button->text()));
            const QString text = button->text().remove(QLatin1Char('&'));
            QVERIFY(text != QLatin1String("OK") && text != QLatin1String("Yes"));
        }
        // Set apart from every other button.
        const int gap = distance(dialog->confirmButton(), cancel);
        QVERIFY2(gap >= 24, qPrintable(QString::number(gap)));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(m_stage->driver().topDialog() == nullptr);
    }

    void enterNeverConfirms()
    {
        ActDialog *dialog = openReady();
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
            dialog->confirmButton()->setFocus();
            QTest::keyClick(dialog->confirmButton(), key);
            QVERIFY(dialog->isVisible());
        }
        m_stage->cancel();
        // Nor from within a field.
        dialog = open(QStringLiteral("Force delete…"), clerk);
        auto *field = dialog->findChild<QLineEdit *>(QStringLiteral("identityLineEdit"));
        field->setFocus();
        QTest::keyClicks(field, clerk);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        // On Cancel, which has the focus at first, it cancels.
        dialog->findChild<QPushButton *>(QStringLiteral("cancelPushButton"))->setFocus();
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(m_stage->driver().topDialog() == nullptr);
    }

    void aHeldKeyDoesNothing()
    {
        const ActDialog *dialog = openReady();
        QWidget *button = dialog->confirmButton();
        button->setFocus();
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return}) {
            for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease, QEvent::KeyPress}) {
                QKeyEvent held(type, key, Qt::NoModifier, QStringLiteral(" "), true);
                QApplication::sendEvent(button, &held);
            }
        }
        QVERIFY(dialog->isVisible());
    }

    void theSecondHalfOfADoubleClickDoesNothing()
    {
        const ActDialog *dialog = openReady();
        // The first half opened the dialog; what arrives here is the second.
        const QPointF middle = dialog->confirmButton()->rect().center();
        const QPointF global = dialog->confirmButton()->mapToGlobal(middle);
        QMouseEvent press(QEvent::MouseButtonDblClick, middle, global, Qt::LeftButton, Qt::LeftButton,
                          Qt::NoModifier);
        QMouseEvent release(QEvent::MouseButtonRelease, middle, global, Qt::LeftButton, Qt::NoButton,
                            Qt::NoModifier);
        QApplication::sendEvent(dialog->confirmButton(), &press);
        QApplication::sendEvent(dialog->confirmButton(), &release);
        QVERIFY(dialog->isVisible());
    }

    void theButtonSleepsAtFirst()
    {
        QVERIFY(m_stage->select(clerk));
        QVERIFY(m_stage->driver().trigger(QStringLiteral("Deactivate…")));
        const ActDialog *dialog = m_stage->openDialog();
        QVERIFY(dialog != nullptr);
        QVERIFY(!dialog->confirmButton()->isEnabled());
        QVERIFY2(dialog->refusal().contains(QStringLiteral("being read")), qPrintable(dialog->refusal()));
        QTRY_VERIFY(dialog->confirmButton()->isEnabled());
    }

    void theButtonIsNotUnderTheCursor()
    {
        ActDialog *dialog = open(QStringLiteral("Deactivate…"), clerk);
        const QWidget *button = dialog->confirmButton();
        const QPoint there = button->mapToGlobal(button->rect().center());
        m_stage->cancel();
        QCursor::setPos(there);
        QCOMPARE(QCursor::pos(), there);
        dialog = open(QStringLiteral("Deactivate…"), clerk);
        button = dialog->confirmButton();
        QTRY_VERIFY(!QRect(button->mapToGlobal(QPoint()), button->size()).contains(QCursor::pos()));
    }

    void anOldPreviewSwitchesOffAndSaysWhy()
    {
        ActDialog *dialog = openReady();
        const QDateTime read = dialog->prepared().input.now;
        dialog->setClock([read] { return read.addSecs(121); });
        QVERIFY(!dialog->confirmButton()->isEnabled());
        QVERIFY2(visibleText(dialog).contains(QStringLiteral("The preview is older than two minutes")),
                 qPrintable(visibleText(dialog)));
        QVERIFY(visibleText(dialog).contains(QStringLiteral("too old to act on")));
        dialog->setClock(&QDateTime::currentDateTimeUtc);
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Read again")));
        QTRY_VERIFY(dialog->confirmButton()->isEnabled());
    }

    void aUserWhoChangesMeanwhileSwitchesOff()
    {
        const ActDialog *dialog = openReady();
        m_stage->server().touchUser(m_stage->user(clerk).id);
        QVERIFY(m_stage->driver().trigger(QStringLiteral("Refresh")));
        QTRY_VERIFY(!dialog->confirmButton()->isEnabled());
        QVERIFY2(visibleText(dialog).contains(QStringLiteral("The data changed since the preview")),
                 qPrintable(visibleText(dialog)));
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Read again")));
        QTRY_VERIFY(dialog->confirmButton()->isEnabled());
    }

    void tabGoesFromTopToBottom()
    {
        ActDialog *dialog = open(QStringLiteral("Force delete…"), clerk);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QWidget *start = dialog->findChild<QLineEdit *>(QStringLiteral("identityLineEdit"));
        start->setFocus();
        QStringList way;
        for (int step = 0; step < 40; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (QApplication::focusWidget() == start)
                break;
            way.append(QApplication::focusWidget()->objectName());
        }
        for (const char *name : {"riskCheckBox", "readAgainPushButton", "cancelPushButton",
                                 "deactivateInsteadPushButton", "exportEvidencePushButton"})
            QVERIFY2(way.contains(QLatin1String(name)), qPrintable(way.join(QLatin1Char(' '))));
        QVERIFY(way.indexOf(QLatin1String("riskCheckBox")) <
                way.indexOf(QLatin1String("readAgainPushButton")));
        QVERIFY(way.indexOf(QLatin1String("readAgainPushButton")) <
                way.indexOf(QLatin1String("cancelPushButton")));
    }

private:
    ActDialog *open(const QString &action, const QString &email)
    {
        return m_stage->select(email) ? m_stage->openAct(action) : nullptr;
    }

    /// A dialog whose button can be pressed.
    ActDialog *openReady()
    {
        ActDialog *dialog = open(QStringLiteral("Deactivate…"), clerk);
        const bool isReady =
            dialog != nullptr && QTest::qWaitFor([&] { return dialog->confirmButton()->isEnabled(); });
        return isReady ? dialog : nullptr;
    }

    /// Pixels between two buttons of a row.
    static int distance(const QWidget *left, const QWidget *right)
    {
        const int from = left->mapToGlobal(QPoint(left->width(), 0)).x();
        return right->mapToGlobal(QPoint()).x() - from;
    }

    std::unique_ptr<Stage> m_stage;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestActDialogs)
#include "tst_actdialogs.moc"
