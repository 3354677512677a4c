// SPDX-License-Identifier: GPL-3.0-or-later
// The planned deletions as rows: what has to be decided first, and a countdown that follows the clock.
#include "ui/models/planneddeletionmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace offboarding::ui {

class TestPlannedDeletionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_files = std::make_unique<QTemporaryDir>();
        m_now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
        m_store = std::make_unique<IntentionStore>(m_files->filePath(QStringLiteral("planned.jsonl")));
        QVERIFY(m_store->load().has_value());
        m_model = std::make_unique<PlannedDeletionModel>(*m_store, nullptr, [this] { return m_now; });
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_store.reset();
    }

    void whatHasToBeDecidedComesFirst()
    {
        plan(QStringLiteral("waiting"), 1, 30);
        plan(QStringLiteral("missed"), 40, 30);
        const QString over = plan(QStringLiteral("over"), 40, 20);
        plan(QStringLiteral("due"), 30, 30);
        QVERIFY(m_store->cancel(over, QStringLiteral("Eva Example"), m_now).has_value());
        QCOMPARE(users(), QStringList({QStringLiteral("due"), QStringLiteral("missed"),
                                       QStringLiteral("waiting"), QStringLiteral("over")}));
        QCOMPARE(cell(0, PlannedDeletionModel::StateColumn), QStringLiteral("Due: decide now"));
        QVERIFY(cell(1, PlannedDeletionModel::StateColumn).startsWith(QStringLiteral("Missed")));
        QCOMPARE(cell(2, PlannedDeletionModel::StateColumn), QStringLiteral("Waiting"));
        QVERIFY(cell(3, PlannedDeletionModel::StateColumn).contains(QStringLiteral("by Eva Example")));
        QCOMPARE(cell(3, PlannedDeletionModel::CountdownColumn), QString());
        QCOMPARE(cell(0, PlannedDeletionModel::OrganizationColumn), QStringLiteral("Acme"));
        QCOMPARE(cell(0, PlannedDeletionModel::PlannedByColumn), QStringLiteral("Adam Admin"));
    }

    void theCountdownFollowsTheClock()
    {
        plan(QStringLiteral("jane"), 0, 3);
        QCOMPARE(cell(0, PlannedDeletionModel::CountdownColumn), QStringLiteral("in 3 d"));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_now = m_now.addDays(3).addSecs(-90);
        m_model->tick();
        QCOMPARE(changed.size(), 1);
        QVERIFY2(cell(0, PlannedDeletionModel::CountdownColumn).startsWith(QStringLiteral("in 1 min")),
                 qPrintable(cell(0, PlannedDeletionModel::CountdownColumn)));
        m_now = m_now.addSecs(120);
        m_model->tick();
        QVERIFY2(cell(0, PlannedDeletionModel::CountdownColumn).startsWith(QStringLiteral("due for")),
                 qPrintable(cell(0, PlannedDeletionModel::CountdownColumn)));
        QCOMPARE(cell(0, PlannedDeletionModel::StateColumn), QStringLiteral("Due: decide now"));
        m_now = m_now.addSecs((missedAfterHours + 1) * 3600);
        m_model->tick();
        QVERIFY(cell(0, PlannedDeletionModel::StateColumn).contains(QStringLiteral("nobody was deleted")));
    }

    void hostileNamesStayPlain()
    {
        plan(QStringLiteral("<b>Bobby</b>\n\u202eevil"), 0, 3);
        QVERIFY(!cell(0, PlannedDeletionModel::UserColumn).contains(QLatin1Char('\n')));
        QVERIFY(!cell(0, PlannedDeletionModel::UserColumn).contains(QChar(0x202e)));
        const QString tip = m_model->index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QStringLiteral("<b>")), qPrintable(tip));
    }

private:
    QString plan(const QString &name, int daysAgo, int days)
    {
        Connection connection;
        connection.name = QStringLiteral("Main site");
        connection.organizationId = QStringLiteral("org-1");
        connection.organizationName = QStringLiteral("Acme");
        User user;
        user.id = name;
        user.name = name;
        Identity author;
        author.userId = QStringLiteral("admin");
        author.name = QStringLiteral("Adam Admin");
        const Intention intention = makeIntention(connection, user, author, days, m_now.addDays(-daysAgo));
        return m_store->plan(intention).has_value() ? intention.id : QString();
    }

    QStringList users() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names.append(cell(row, PlannedDeletionModel::UserColumn));
        return names;
    }

    QString cell(int row, PlannedDeletionModel::Column column) const
    {
        return m_model->index(row, column).data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_files;
    QDateTime m_now;
    std::unique_ptr<IntentionStore> m_store;
    std::unique_ptr<PlannedDeletionModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestPlannedDeletionModel)
#include "tst_planneddeletionmodel.moc"
