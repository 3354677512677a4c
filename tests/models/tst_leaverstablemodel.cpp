// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a leavers' list with their verdicts: what is shown, what the filter leaves, what stays put.
#include "ui/models/leaverstablemodel.h"

#include "ui/application/startup.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QIcon>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace offboarding::ui {

namespace {

User userNamed(const QString &id, const QString &name)
{
    User user;
    user.id = id;
    user.name = name;
    user.email = id + QStringLiteral("@acme.example");
    user.state = UserState::Active;
    return user;
}

} // namespace

class TestLeaversTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { identifyProgram(); } // the symbols

    void init()
    {
        m_store = std::make_unique<UserStore>();
        m_store->replaceAll({userNamed(QStringLiteral("jane"), QStringLiteral("Jane Doe")),
                             userNamed(QStringLiteral("john"), QStringLiteral("John Smith"))});
        m_model = std::make_unique<LeaversTableModel>(*m_store);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_rows = {{2, QStringLiteral("jane"), {}, QStringLiteral("Jane")},
                  {3, {}, QStringLiteral("x@acme.example"), QStringLiteral("Jon\nSmith\u202e")},
                  {7, QStringLiteral("john"), {}, {}}};
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void rowsAreShownAsTheFileHasThem()
    {
        m_model->setRows(m_rows);
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(text(0, LeaversTableModel::LineColumn), QStringLiteral("2"));
        QCOMPARE(text(0, LeaversTableModel::IdColumn), QStringLiteral("jane"));
        QCOMPARE(text(1, LeaversTableModel::NameColumn), QStringLiteral("Jon Smith")); // one line, no tricks
        QCOMPARE(text(2, LeaversTableModel::VerdictColumn), QStringLiteral("Checking…"));
        QCOMPARE(text(2, LeaversTableModel::UserColumn), QString());
        for (int column = 0; column < m_model->columnCount(); ++column)
            QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
    }

    void verdictsAreShown()
    {
        m_model->setRows(m_rows);
        m_model->setJudgement(judged());
        QCOMPARE(text(0, LeaversTableModel::VerdictColumn), QStringLiteral("Matched by ID"));
        QCOMPARE(text(0, LeaversTableModel::UserColumn), QStringLiteral("Jane Doe (jane@acme.example)"));
        QCOMPARE(text(1, LeaversTableModel::VerdictColumn), QStringLiteral("Look-alike"));
        QCOMPARE(text(1, LeaversTableModel::UserColumn), QStringLiteral("1 candidate(s)"));
        QCOMPARE(text(2, LeaversTableModel::VerdictColumn), QStringLiteral("Excluded"));
        const QModelIndex excluded = m_model->index(2, LeaversTableModel::NameColumn);
        QVERIFY(excluded.data(Qt::FontRole).value<QFont>().strikeOut());
        const QModelIndex doubtful = m_model->index(1, LeaversTableModel::VerdictColumn);
        QVERIFY(!doubtful.data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(doubtful.data(Qt::ToolTipRole).toString().contains(QStringLiteral("exclude the row")));
    }

    void hostileTextStaysText()
    {
        m_rows[0].name = QStringLiteral("<b>x</b>") + QString(100'000, QLatin1Char('x'));
        m_model->setRows(m_rows);
        QVERIFY(text(0, LeaversTableModel::NameColumn).size() <= 300);
        const QString tip = m_model->index(0, LeaversTableModel::NameColumn).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(QStringLiteral("&lt;b&gt;")) && tip.size() < 1000);
    }

    void theFilterLeavesUnresolvedRows()
    {
        m_model->setRows(m_rows);
        m_model->setJudgement(judged());
        m_model->setUnresolvedOnly(true);
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->listRowAt(0), 1);
        QCOMPARE(m_model->rowOfListRow(1), 0);
        QCOMPARE(m_model->rowOfListRow(0), -1);
        QCOMPARE(m_model->listRowAt(5), -1);
        // A row does not vanish from under the hand that has just decided about it.
        LeaversJudgement resolved = judged();
        resolved.rows[1].verdict = LeaverVerdict::Picked;
        resolved.rows[1].userId = QStringLiteral("john");
        resolved.rows[1].isUnresolved = false;
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setJudgement(resolved);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(text(0, LeaversTableModel::VerdictColumn), QStringLiteral("Picked by hand"));
        m_model->setUnresolvedOnly(true);
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setUnresolvedOnly(false);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void verdictsOfAnotherListAreNotTaken()
    {
        m_model->setRows(m_rows);
        LeaversJudgement other = judged();
        other.rows.removeLast();
        m_model->setJudgement(other);
        QCOMPARE(text(0, LeaversTableModel::VerdictColumn), QStringLiteral("Checking…"));
        m_model->setJudgement(judged());
        m_model->setRows({});
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_model->judgementOf(0) == nullptr);
    }

private:
    QString text(int row, int column) const { return m_model->index(row, column).data().toString(); }

    static LeaversJudgement judged()
    {
        LeaversJudgement result;
        LeaverJudgement matched;
        matched.verdict = LeaverVerdict::MatchedById;
        matched.userId = QStringLiteral("jane");
        matched.isChosen = true;
        LeaverJudgement doubtful;
        doubtful.verdict = LeaverVerdict::LookAlike;
        doubtful.doubt = LeaverDoubt::SimilarOnly;
        doubtful.candidateIds = {QStringLiteral("john")};
        doubtful.isUnresolved = true;
        LeaverJudgement excluded = matched;
        excluded.userId = QStringLiteral("john");
        excluded.isChosen = false;
        excluded.isExcluded = true;
        result.rows = {matched, doubtful, excluded};
        return result;
    }

    std::unique_ptr<UserStore> m_store;
    std::unique_ptr<LeaversTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QList<LeaverRow> m_rows;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestLeaversTableModel)
#include "tst_leaverstablemodel.moc"
