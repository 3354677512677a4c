// SPDX-License-Identifier: GPL-3.0-or-later
// The tab References of the real window: what still points at a person, source by source.
#include "tests/gui/stage.h"

#include "ui/models/referencetreemodel.h"
#include "ui/screens/preview/referencesview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString leaver = QStringLiteral("jane.doe@demo.example");

demo::FaultRule refusal(const QString &path)
{
    demo::FaultRule rule;
    rule.pathPattern = path;
    rule.status = 403;
    return rule;
}

} // namespace

class TestReferencesView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareProgram(); }

    void init()
    {
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
        m_window = m_stage->window();
        m_window->resize(1500, 950);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }

    void cleanup() { m_stage.reset(); }

    void nothingIsAskedBeforeSomebodyLooks()
    {
        QVERIFY(m_stage->select(leaver));
        QTRY_VERIFY(m_stage->driver().rowCount(QStringLiteral("Conversations")) >= 3);
        QCOMPARE(askedAround(), 0);
        showTab();
        QTRY_VERIFY(askedAround() > 0);
    }

    void everythingThatPointsAtThePersonIsListed()
    {
        QVERIFY(m_stage->select(leaver));
        showTab();
        QTreeView *shown = tree();
        QVERIFY(shown != nullptr);
        QTRY_COMPARE(summary(), QStringLiteral("Every source was read."));
        QCOMPARE(shown->model()->rowCount(), 25);
        const User jane = m_stage->user(leaver);
        const PersonReading *around = m_stage->services().references.around(jane.id);
        QVERIFY(around != nullptr && around->person.queues && !around->person.queues->isEmpty());
        const QModelIndex queues = row(QStringLiteral("queues"));
        QCOMPARE(queues.siblingAtColumn(ReferenceTreeModel::ValueColumn).data().toString(),
                 QString::number(around->person.queues->size()));
        QCOMPARE(shown->model()->rowCount(queues), static_cast<int>(around->person.queues->size()));
        QVERIFY(shown->model()->rowCount(row(QStringLiteral("roles"))) > 0);
        QVERIFY(shown->model()->rowCount(row(QStringLiteral("conversations"))) >= 3);
        grab(QStringLiteral("references"));

        // With the keyboard alone: to the row, open it, go in, copy.
        shown->setFocus();
        shown->setCurrentIndex(queues);
        QTest::keyClick(shown, Qt::Key_Right);
        QVERIFY(shown->isExpanded(queues));
        QTest::keyClick(shown, Qt::Key_Down);
        QCOMPARE(shown->currentIndex().parent(), queues);
        QTest::keyClick(shown, Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(around->person.queues->constFirst().name), qPrintable(copied));
        shown->expandAll();
        grab(QStringLiteral("references-open"));
        shown->scrollToBottom();
        grab(QStringLiteral("references-end"));
    }

    void whatIsRefusedIsUnknownAndNotZero()
    {
        demo::FaultRule cut;
        cut.pathPattern = QStringLiteral("/api/v2/users/*/routingskills*");
        cut.kind = demo::FaultRule::Kind::InvalidJson;
        m_stage->server().setFaults({refusal(QStringLiteral("/api/v2/users/*/queues*")), cut});
        QVERIFY(m_stage->select(leaver));
        showTab();
        QTRY_VERIFY(summary().contains(QStringLiteral("2 source(s) not known for certain")));
        QCOMPARE(cell(QStringLiteral("queues"), ReferenceTreeModel::ValueColumn), QStringLiteral("unknown"));
        QCOMPARE(cell(QStringLiteral("queues"), ReferenceTreeModel::StatusColumn),
                 QStringLiteral("Not permitted"));
        QCOMPARE(cell(QStringLiteral("skills"), ReferenceTreeModel::ValueColumn), QStringLiteral("unknown"));
        QCOMPARE(cell(QStringLiteral("skills"), ReferenceTreeModel::StatusColumn),
                 QStringLiteral("Could not be read"));
        QVERIFY(!cell(QStringLiteral("skills"), ReferenceTreeModel::DetailColumn).isEmpty());
        grab(QStringLiteral("references-refused"));

        // Permitted meanwhile: reading again tells.
        m_stage->server().setFaults({});
        auto *again = m_window->findChild<QPushButton *>(QStringLiteral("readReferencesPushButton"));
        QTRY_VERIFY(again->isEnabled());
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(summary(), QStringLiteral("Every source was read."));
        QVERIFY(cell(QStringLiteral("queues"), ReferenceTreeModel::ValueColumn) != QStringLiteral("unknown"));
    }

    void readingCanBeStopped()
    {
        QVERIFY(m_stage->select(leaver));
        QTRY_VERIFY(m_stage->driver().rowCount(QStringLiteral("Conversations")) >= 3);
        m_stage->server().setLatency(400);
        showTab();
        auto *stop = m_window->findChild<QPushButton *>(QStringLiteral("stopReferencesPushButton"));
        auto *progress = m_window->findChild<QProgressBar *>(QStringLiteral("referencesProgressBar"));
        QTRY_VERIFY(stop->isVisible() && progress->isVisible());
        QTRY_VERIFY(progress->value() > 0);
        QVERIFY(progress->maximum() > 10);
        QCOMPARE(cell(QStringLiteral("queues"), ReferenceTreeModel::StatusColumn),
                 QStringLiteral("Reading…"));
        grab(QStringLiteral("references-reading"));
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(!stop->isVisible());
        QTRY_VERIFY(summary().contains(QStringLiteral("not read yet")));
        QCOMPARE(cell(QStringLiteral("queues"), ReferenceTreeModel::ValueColumn), QStringLiteral("unknown"));
        // What was read of the conversations stays.
        QVERIFY(cell(QStringLiteral("conversations"), ReferenceTreeModel::ValueColumn) !=
                QStringLiteral("unknown"));
        m_stage->server().setLatency(0);
    }

    void severalPeopleAreReadWhenAskedFor()
    {
        searchFor(QStringLiteral("demo.example"));
        select(0, 2);
        showTab();
        QTRY_COMPARE(tree()->model()->rowCount(), 3);
        auto *read = m_window->findChild<QPushButton *>(QStringLiteral("readReferencesPushButton"));
        QTRY_COMPARE(read->text(), QStringLiteral("Read everything of 3 user(s)"));
        QCOMPARE(askedAround(), 0);
        QTRY_VERIFY(read->isEnabled());
        QTest::mouseClick(read, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(summary(), QStringLiteral("Every source was read."), 15'000);
        grab(QStringLiteral("references-several"));
    }

    void readingTheConversationsOfManyCanBeStopped()
    {
        searchFor(QStringLiteral("demo.example"));
        m_stage->server().setLatency(300);
        select(0, 11);
        auto *stop = m_window->findChild<QPushButton *>(QStringLiteral("stopReadingPushButton"));
        QTRY_VERIFY(stop->isVisible());
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(!stop->isVisible());
        m_stage->server().setLatency(0);
        const auto *label = m_window->findChild<QLabel *>(QStringLiteral("conversationsSummaryLabel"));
        QVERIFY2(label->text().contains(QStringLiteral("Not read yet")) ||
                     label->text().contains(QStringLiteral("of 12 selected")),
                 qPrintable(label->text()));
        auto *again = m_window->findChild<QPushButton *>(QStringLiteral("readAgainPushButton"));
        QTRY_VERIFY(again->isEnabled());
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(label->text().contains(QStringLiteral("all sources fresh")), 15'000);
    }

    void nobodyWaitsForWhoeverWasSelectedBefore()
    {
        searchFor(QStringLiteral("demo.example"));
        QAbstractItemView *users = userTable();
        m_stage->server().setLatency(200);
        select(0, 0);
        showTab();
        QTRY_VERIFY(m_stage->services().references.isReadingAround());
        select(1, 1);
        m_stage->server().setLatency(0);
        QTRY_COMPARE(summary(), QStringLiteral("Every source was read."));
        const QString shown = users->model()->index(1, 0).data().toString();
        int read = 0;
        for (const User &user : m_stage->services().users.users()) {
            if (m_stage->services().references.around(user.id) == nullptr)
                continue;
            ++read;
            QCOMPARE(user.name, shown);
        }
        QCOMPARE(read, 1);
    }

    void moreThanAHundredAreCutAndSaidSo()
    {
        searchFor(QStringLiteral("demo.example"));
        userTable()->selectAll();
        showTab();
        QTRY_VERIFY2(summary().contains(QStringLiteral("Only the first 100")), qPrintable(summary()));
        QCOMPARE(tree()->model()->rowCount(), 100);
        QCOMPARE(askedAround(), 0);
    }

    void aScreenReaderFindsIt()
    {
        QVERIFY(m_stage->select(leaver));
        showTab();
        QTRY_COMPARE(summary(), QStringLiteral("Every source was read."));
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(tree());
        QVERIFY(spoken != nullptr);
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("References"));
        for (const char *name : {"readReferencesPushButton", "stopReferencesPushButton"}) {
            auto *button = m_window->findChild<QPushButton *>(QLatin1String(name));
            QVERIFY2(!QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name).isEmpty(), name);
        }
        const QString heard = row(QStringLiteral("queues")).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(heard.startsWith(QStringLiteral("Queues, ")), qPrintable(heard));
    }

private:
    /// Leaves those in the table whom @p text fits, nobody selected.
    void searchFor(const QString &text)
    {
        QVERIFY(
            m_stage->driver().type(m_stage->driver().find<QLineEdit>(QStringLiteral("Search users")), text));
        auto *users = m_stage->driver().find<QAbstractItemView>(QStringLiteral("Users"));
        QTRY_VERIFY(users != nullptr && users->model()->rowCount() > 20);
    }

    QAbstractItemView *userTable() const
    {
        return m_stage->driver().find<QAbstractItemView>(QStringLiteral("Users"));
    }

    void select(int firstRow, int lastRow)
    {
        QAbstractItemView *users = userTable();
        const QItemSelection rows(users->model()->index(firstRow, 0), users->model()->index(lastRow, 0));
        users->selectionModel()->select(rows,
                                        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }

    void showTab()
    {
        auto *tabs = m_window->findChild<QTabWidget *>(QStringLiteral("previewTabWidget"));
        QCOMPARE(tabs->tabText(2), QStringLiteral("References"));
        tabs->setCurrentIndex(2);
    }

    QTreeView *tree() const { return m_window->findChild<QTreeView *>(QStringLiteral("referencesTreeView")); }

    /// The first sentence of the line above the list; what follows is an age.
    QString summary() const
    {
        const auto *label = m_window->findChild<QLabel *>(QStringLiteral("referencesSummaryLabel"));
        return label->text().section(QStringLiteral(" The oldest"), 0, 0);
    }

    QModelIndex row(const QString &source) const
    {
        const QAbstractItemModel *model = tree()->model();
        for (int i = 0; i < model->rowCount(); ++i) {
            if (model->index(i, 0).data(ReferenceTreeModel::SourceRole).toString() == source)
                return model->index(i, 0);
        }
        return {};
    }

    QString cell(const QString &source, int column) const
    {
        return row(source).siblingAtColumn(column).data().toString();
    }

    int askedAround() const
    {
        const QList<demo::RequestRecord> log = m_stage->server().requestLog();
        return static_cast<int>(std::count_if(log.cbegin(), log.cend(), [](const demo::RequestRecord &one) {
            return one.path.endsWith(QStringLiteral("/routingskills"));
        }));
    }

    /// For looking at the pages: OFFBOARDING_PICTURES names a folder.
    void grab(const QString &name)
    {
        const QString folder = qEnvironmentVariable("OFFBOARDING_PICTURES");
        if (folder.isEmpty())
            return;
        for (const bool isDark : {false, true}) {
            const QPalette before = QApplication::palette();
            if (isDark) {
                QPalette dark(QColor(0x38, 0x38, 0x3c), QColor(0x2b, 0x2b, 0x2e));
                dark.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x20));
                dark.setColor(QPalette::AlternateBase, QColor(0x27, 0x27, 0x2a));
                QApplication::setPalette(dark);
            }
            QCoreApplication::processEvents();
            const QString file = name + (isDark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"));
            m_window->grab().save(QDir(folder).filePath(file));
            QApplication::setPalette(before);
            QCoreApplication::processEvents();
        }
    }

    std::unique_ptr<Stage> m_stage;
    MainWindow *m_window = nullptr;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestReferencesView)
#include "tst_referencesview.moc"
