// SPDX-License-Identifier: GPL-3.0-or-later
// The real window: the names by which it is found, its shortcuts, and the way of the Tab key.
#include "tests/gui/stage.h"

#include "ui/screens/users/statefilterbar.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSet>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString leaver = QStringLiteral("jane.doe@demo.example");

QString spokenName(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface == nullptr ? QString() : interface->text(QAccessible::Name);
}

/// Views of @p parent that a screen reader finds under @p name, shown or not.
QList<QAbstractItemView *> viewsNamed(const QWidget *parent, const QString &name)
{
    QList<QAbstractItemView *> found;
    for (QAbstractItemView *view : parent->findChildren<QAbstractItemView *>()) {
        if (qobject_cast<QHeaderView *>(view) == nullptr && spokenName(view) == name)
            found.append(view);
    }
    return found;
}

/// True for what Qt makes of its own accord: the clear button of a field, the arrows of a tab bar, …
bool isQtsOwn(const QWidget *widget)
{
    return widget->objectName().startsWith(QLatin1String("qt_")) ||
           qobject_cast<QTabBar *>(widget->parentWidget()) != nullptr ||
           qobject_cast<QLineEdit *>(widget->parentWidget()) != nullptr ||
           qobject_cast<QAbstractItemView *>(widget->parentWidget()) != nullptr;
}

/// "QPushButton" of whatever was derived from it.
QString qtClassName(const QWidget *widget)
{
    const QMetaObject *type = widget->metaObject();
    while (!QByteArray(type->className()).startsWith('Q'))
        type = type->superClass();
    return QString::fromLatin1(type->className());
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareProgram();
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
        m_window = m_stage->window();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        QVERIFY(m_stage->select(leaver));
        QTRY_VERIFY(m_stage->driver().rowCount(QStringLiteral("Conversations")) >= 3);
    }

    void init()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }

    void cleanup()
    {
        while (QWidget *open = m_stage->driver().topDialog())
            delete open;
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        QVERIFY(m_stage->requests(QStringLiteral("DELETE")).isEmpty());
    }

    void cleanupTestCase() { m_stage.reset(); }

    void tablesAreFoundByTheirNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"Users", "Conversations", "Participants", "Activity", "HTTP log"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void tablesAreFoundByTheirNames()
    {
        QFETCH(const QString, name);
        const QList<QAbstractItemView *> found = viewsNamed(m_window, name);
        QCOMPARE(found.size(), 1);
        const QAbstractItemModel *model = found.constFirst()->model();
        QVERIFY(model != nullptr && model->columnCount() > 3);
        for (int column = 0; column < model->columnCount(); ++column)
            QVERIFY(!model->headerData(column, Qt::Horizontal).toString().isEmpty());
    }

    void searchFieldAndStateFilterAreFoundByTheirNames()
    {
        auto *search = m_stage->driver().find<QLineEdit>(QStringLiteral("Search users"));
        QVERIFY(search != nullptr);
        QCOMPARE(spokenName(search), QStringLiteral("Search users"));
        auto *bar = m_window->findChild<StateFilterBar *>();
        QAccessibleInterface *tabs = QAccessible::queryAccessibleInterface(bar);
        QStringList names;
        for (int i = 0; i < tabs->childCount(); ++i)
            names.append(tabs->child(i)->text(QAccessible::Name));
        for (const char *name : {"Active", "Inactive", "Deleted", "All"})
            QVERIFY2(names.contains(QLatin1String(name)), qPrintable(names.join(QLatin1Char(','))));
    }

    void actionsAreFoundByTheirNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isInContextMenu");
        QTest::newRow("refresh") << QStringLiteral("Refresh") << false;
        QTest::newRow("deactivate") << QStringLiteral("Deactivate…") << true;
        QTest::newRow("force delete") << QStringLiteral("Force delete…") << true;
        QTest::newRow("clear") << QStringLiteral("Clear references…") << true;
        QTest::newRow("restore") << QStringLiteral("Restore…") << true;
        QTest::newRow("export") << QStringLiteral("Export…") << true;
        QTest::newRow("import leavers") << QStringLiteral("Import leavers…") << false;
    }

    void actionsAreFoundByTheirNames()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, isInContextMenu);
        const auto isNamed = [&](const QAction *action) { return action->text() == name; };
        bool isInMenu = false;
        for (const QMenu *menu : m_window->findChildren<QMenu *>()) {
            const QList<QAction *> actions = menu->actions();
            isInMenu = isInMenu || std::any_of(actions.cbegin(), actions.cend(), isNamed);
        }
        QVERIFY(isInMenu);
        auto *button = m_stage->driver().find<QToolButton>(name);
        QVERIFY(button != nullptr);
        QCOMPARE(spokenName(button), name);
        QVERIFY(!button->toolTip().isEmpty());
        const QList<QAction *> context =
            viewsNamed(m_window, QStringLiteral("Users")).constFirst()->actions();
        QCOMPARE(std::any_of(context.cbegin(), context.cend(), isNamed), isInContextMenu);
    }

    void everyControlHasANameAndAnObjectNameOfItsKind()
    {
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (isQtsOwn(widget) || qobject_cast<QHeaderView *>(widget) != nullptr)
                continue;
            const bool isButton = qobject_cast<QAbstractButton *>(widget) != nullptr;
            const bool isField =
                qobject_cast<QLineEdit *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr;
            const bool isView = qobject_cast<QAbstractItemView *>(widget) != nullptr;
            if (!isButton && !isField && !isView)
                continue;
            if (isButton && !widget->isVisibleTo(m_window) && spokenName(widget).isEmpty())
                continue; // gets its text when there is something to do
            QVERIFY2(!spokenName(widget).isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(widget->objectName().endsWith(qtClassName(widget).mid(1)),
                     qPrintable(QString(widget->objectName() + QLatin1Char(' ') + qtClassName(widget) +
                                        QLatin1Char(' ') + spokenName(widget))));
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            if (button != nullptr && button->text().isEmpty())
                QVERIFY2(!button->toolTip().isEmpty(), qPrintable(widget->objectName()));
        }
    }

    void ctrlFSearchesAndEscapeLeaves()
    {
        auto *search = m_stage->driver().find<QLineEdit>(QStringLiteral("Search users"));
        auto *users = viewsNamed(m_window, QStringLiteral("Users")).constFirst();
        users->setFocus();
        QTest::keyClick(m_window, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(search->hasFocus());
        QCOMPARE(search->selectedText(), search->text());
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
        QVERIFY(search->hasFocus());
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_VERIFY(users->hasFocus());
        QVERIFY(m_stage->select(leaver));
    }

    void f5ReadsTheUsersAgain()
    {
        m_stage->server().clearRequestLog();
        QTest::keyClick(m_window, Qt::Key_F5);
        QTRY_VERIFY(!m_stage->requests(QStringLiteral("GET")).isEmpty());
        QCOMPARE(m_stage->requests(QStringLiteral("GET")).constFirst().path, QStringLiteral("/api/v2/users"));
        QTRY_VERIFY(!m_stage->services().loader.isLoading());
        // Who was selected still is.
        QCOMPARE(m_stage->driver().rowCount(QStringLiteral("Users")), 1);
        QTRY_VERIFY(m_stage->driver().action(QStringLiteral("Deactivate…"))->isEnabled());
    }

    void ctrlEOffersTheExports()
    {
        QTest::keyClick(m_window, Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts.append(action->text());
        QCOMPARE(texts, QStringList({QStringLiteral("Users as shown"),
                                     QStringLiteral("References of the selected users"),
                                     QStringLiteral("Result of the last run")}));
        QVERIFY(!menu->actions().constLast()->isEnabled()); // nothing was done yet
        QVERIFY(menu->actions().constLast()->toolTip().contains(QStringLiteral("Nothing was done yet")));
    }

    void ctrlKFindsACommandByAFewLetters()
    {
        QTest::keyClick(m_window, Qt::Key_K, Qt::ControlModifier);
        auto *field = m_window->findChild<QLineEdit *>(QStringLiteral("commandLineEdit"));
        QTRY_VERIFY(field->isVisible());
        QTest::keyClicks(field, QStringLiteral("deacti"));
        const auto *list = m_window->findChild<QListWidget *>(QStringLiteral("commandListWidget"));
        QCOMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().startsWith(QStringLiteral("Deactivate…")));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(m_stage->openDialog() != nullptr);
        QCOMPARE(m_stage->openDialog()->windowTitle(), QStringLiteral("Deactivate users"));
        QVERIFY(!field->isVisible());
    }

    void aCommandThatDoesNotFitCannotBeRun()
    {
        QTest::keyClick(m_window, Qt::Key_K, Qt::ControlModifier);
        auto *field = m_window->findChild<QLineEdit *>(QStringLiteral("commandLineEdit"));
        QTRY_VERIFY(field->isVisible());
        QTest::keyClicks(field, QStringLiteral("restore"));
        const auto *list = m_window->findChild<QListWidget *>(QStringLiteral("commandListWidget"));
        QCOMPARE(list->count(), 1);
        QVERIFY((list->item(0)->flags() & Qt::ItemIsEnabled) == 0);
        QVERIFY(list->item(0)->toolTip().contains(QStringLiteral("No inactive or deleted user")));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->isVisible());
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(!field->isVisible());
        QVERIFY(m_stage->driver().topDialog() == nullptr);
    }

    void deleteNeverDeletes()
    {
        for (const QAction *action : m_window->findChildren<QAction *>()) {
            for (const QKeySequence &keys : action->shortcuts())
                QVERIFY2(!keys.toString().contains(QLatin1String("Del")), qPrintable(action->text()));
        }
        for (const QString &name : {QStringLiteral("Users"), QStringLiteral("Conversations")}) {
            QAbstractItemView *view = viewsNamed(m_window, name).constFirst();
            view->setFocus();
            for (const Qt::KeyboardModifier modifier :
                 {Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier})
                QTest::keyClick(view, Qt::Key_Delete, modifier);
            QTest::keyClick(view, Qt::Key_Backspace);
            QVERIFY(m_stage->driver().topDialog() == nullptr);
        }
    }

    void tabReachesEverything()
    {
        QSet<const QWidget *> wanted;
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->isEnabled() && !isQtsOwn(widget) &&
                (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr)
                wanted.insert(widget);
        }
        QVERIFY(wanted.size() >= 10);
        QWidget *start = m_stage->driver().find<QLineEdit>(QStringLiteral("Search users"));
        start->setFocus();
        QTRY_VERIFY(start->hasFocus());
        QSet<const QWidget *> visited{start};
        QStringList way;
        for (int step = 0; step < 200; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const QWidget *now = QApplication::focusWidget();
            QVERIFY(now != nullptr);
            if (now == start)
                break;
            visited.insert(now);
            way.append(now->objectName());
        }
        QVERIFY(start->hasFocus()); // once around
        for (const QWidget *widget : wanted) {
            QVERIFY2(visited.contains(widget),
                     qPrintable(QString(widget->objectName() + QStringLiteral(" is not on the way: ") +
                                        way.join(QLatin1Char(' ')))));
        }
        // First what one looks for, then what one finds.
        QVERIFY(way.indexOf(QStringLiteral("usersTableView")) <
                way.indexOf(QStringLiteral("conversationsTableView")));
    }

private:
    std::unique_ptr<Stage> m_stage;
    MainWindow *m_window = nullptr;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestMainWindow)
#include "tst_mainwindow.moc"
