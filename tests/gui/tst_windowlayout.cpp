// SPDX-License-Identifier: GPL-3.0-or-later
// What an admin arranged is there again after a restart; a newcomer gets a layout that is of use.
#include "tests/gui/stage.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

namespace offboarding::ui {

using namespace offboarding::testing;

class TestWindowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        prepareProgram();
        start();
    }

    void cleanup() { m_stage.reset(); }

    void aNewcomerSeesEnoughUsers()
    {
        QCOMPARE(m_stage->window()->size(), QSize(1280, 800));
        const QTableView *users = table("Users");
        const int rows = users->viewport()->height() / users->rowHeight(0);
        QVERIFY2(rows >= 14, qPrintable(QString::number(rows)));
        QCOMPARE(states()->tabText(states()->currentIndex()).left(6), QStringLiteral("Active"));
        // The names of people and the state can be read without scrolling.
        for (const QString &title :
             {QStringLiteral("Name"), QStringLiteral("E-mail"), QStringLiteral("State")})
            QVERIFY(users->columnViewportPosition(columnOf("Users", title)) +
                        users->columnWidth(columnOf("Users", title)) <=
                    users->viewport()->width());
    }

    void columnsComeBack()
    {
        choose("departmentColumnAction");
        choose("idColumnAction");
        QHeaderView *header = table("Users")->horizontalHeader();
        header->moveSection(header->visualIndex(columnOf("Users", QStringLiteral("State"))), 0);
        header->resizeSection(columnOf("Users", QStringLiteral("E-mail")), 333);
        restart();
        QVERIFY(table("Users")->isColumnHidden(columnOf("Users", QStringLiteral("Department"))));
        QVERIFY(!table("Users")->isColumnHidden(columnOf("Users", QStringLiteral("ID"))));
        header = table("Users")->horizontalHeader();
        QCOMPARE(header->logicalIndex(0), columnOf("Users", QStringLiteral("State")));
        QCOMPARE(header->sectionSize(columnOf("Users", QStringLiteral("E-mail"))), 333);
        // The chooser says the same as the table.
        const auto *action =
            m_stage->window()->findChild<QAction *>(QStringLiteral("departmentColumnAction"));
        QVERIFY(!action->isChecked());
    }

    void sortingComesBack()
    {
        const int column = columnOf("Users", QStringLiteral("Department"));
        table("Users")->sortByColumn(column, Qt::DescendingOrder);
        const QStringList before = columnTexts(column);
        QVERIFY(before.constFirst() > before.constLast());
        restart();
        const QHeaderView *header = table("Users")->horizontalHeader();
        QCOMPARE(header->sortIndicatorSection(), column);
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(columnTexts(column), before);
    }

    void filterComesBack()
    {
        states()->setCurrentIndex(3);
        auto *search = m_stage->driver().find<QLineEdit>(QStringLiteral("Search users"));
        QVERIFY(m_stage->driver().type(search, QStringLiteral("doe")));
        const int found = m_stage->driver().rowCount(QStringLiteral("Users"));
        QVERIFY(found > 0 && found < 100);
        restart();
        QCOMPARE(m_stage->driver().find<QLineEdit>(QStringLiteral("Search users"))->text(),
                 QStringLiteral("doe"));
        QCOMPARE(states()->currentIndex(), 3);
        QCOMPARE(m_stage->driver().rowCount(QStringLiteral("Users")), found);
    }

    void panesComeBack()
    {
        m_stage->window()->resize(1100, 720);
        auto *lists = m_stage->window()->findChild<QSplitter *>(QStringLiteral("listSplitter"));
        lists->setSizes({250, 300});
        const QList<int> sizes = lists->sizes();
        choose("showPreviewAction");
        auto *tabs = m_stage->window()->findChild<QTabWidget *>(QStringLiteral("activityTabWidget"));
        tabs->setCurrentIndex(1);
        restart();
        QCOMPARE(m_stage->window()->size(), QSize(1100, 720));
        lists = m_stage->window()->findChild<QSplitter *>(QStringLiteral("listSplitter"));
        QCOMPARE(lists->sizes(), sizes);
        const auto *preview = m_stage->window()->findChild<QWidget *>(QStringLiteral("previewPage"));
        QVERIFY(!preview->isVisible());
        auto *show = m_stage->window()->findChild<QAction *>(QStringLiteral("showPreviewAction"));
        QVERIFY(!show->isChecked());
        QCOMPARE(
            m_stage->window()->findChild<QTabWidget *>(QStringLiteral("activityTabWidget"))->currentIndex(),
            1);
        show->trigger(); // and can be brought back
        QVERIFY(preview->isVisible());
    }

    void spoiltSettingsDoNoHarm()
    {
        m_stage->window()->close();
        m_stage.reset();
        QSettings settings;
        const QStringList keys = settings.allKeys();
        QVERIFY(keys.size() > 5);
        for (const QString &key : keys)
            settings.setValue(key, QByteArray("\xff\x00 nonsense", 11));
        settings.sync();
        start();
        QVERIFY(m_stage->window()->width() > 400);
        QVERIFY(!table("Users")->isColumnHidden(columnOf("Users", QStringLiteral("Name"))));
    }

private:
    void start()
    {
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
    }

    void restart()
    {
        QVERIFY(m_stage->window()->close());
        m_stage.reset();
        start();
    }

    void choose(const char *actionName)
    {
        auto *action = m_stage->window()->findChild<QAction *>(QLatin1String(actionName));
        QVERIFY(action != nullptr);
        action->trigger();
    }

    QTableView *table(const char *name) const
    {
        return m_stage->window()->findChild<QTableView *>(
            QString(QString::fromLatin1(name).toLower() + QStringLiteral("TableView")));
    }

    QStringList columnTexts(int column) const
    {
        QStringList texts;
        for (int row = 0; row < table("Users")->model()->rowCount(); ++row)
            texts.append(table("Users")->model()->index(row, column).data().toString());
        return texts;
    }

    QTabBar *states() const { return m_stage->driver().find<QTabBar>(QStringLiteral("State")); }

    int columnOf(const char *tableName, const QString &title) const
    {
        const QAbstractItemModel *model = table(tableName)->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            if (model->headerData(column, Qt::Horizontal).toString() == title)
                return column;
        }
        return -1;
    }

    std::unique_ptr<Stage> m_stage;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestWindowLayout)
#include "tst_windowlayout.moc"
