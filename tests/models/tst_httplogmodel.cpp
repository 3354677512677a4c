// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/httplogmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace offboarding::ui {

namespace {

HttpExchange exchange(quint64 number)
{
    HttpExchange made;
    made.number = number;
    made.started = QDateTime(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
    made.method = QStringLiteral("GET");
    made.target = QStringLiteral("/api/v2/users?pageNumber=%1").arg(number);
    return made;
}

QString cell(const HttpLogModel &model, int row, HttpLogModel::Column column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestHttpLogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<HttpLogModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void aRequestWaitsUntilItsOwnAnswer()
    {
        m_model->add(exchange(1));
        m_model->add(exchange(2));
        QCOMPARE(cell(*m_model, 0, HttpLogModel::Status), QStringLiteral("waiting…"));
        QCOMPARE(cell(*m_model, 0, HttpLogModel::Bytes), QString());
        HttpExchange answered = exchange(1);
        answered.finished = true;
        answered.status = 409;
        answered.correlationId = QStringLiteral("c-1");
        answered.outcome = QStringLiteral("conflict-references");
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->finish(answered);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.constFirst().at(0).toModelIndex().row(), 0);
        QCOMPARE(cell(*m_model, 0, HttpLogModel::Status), QStringLiteral("409"));
        QCOMPARE(cell(*m_model, 0, HttpLogModel::CorrelationId), QStringLiteral("c-1"));
        QCOMPARE(cell(*m_model, 1, HttpLogModel::Status), QStringLiteral("waiting…"));
    }

    void noAnswerIsNoStatus()
    {
        m_model->add(exchange(1));
        HttpExchange cut = exchange(1);
        cut.finished = true;
        cut.attempt = 2;
        cut.outcome = QStringLiteral("network");
        m_model->finish(cut);
        QCOMPARE(cell(*m_model, 0, HttpLogModel::Status), QStringLiteral("no answer"));
        QVERIFY(cell(*m_model, 0, HttpLogModel::OutcomeColumn).contains(QLatin1Char('2')));
    }

    void anUnknownAnswerChangesNothing()
    {
        m_model->add(exchange(1));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->finish(exchange(7));
        QVERIFY(changed.isEmpty());
        QCOMPARE(m_model->rowCount(), 1);
    }

    void forgetsTheOldestAndKeepsTheNewest()
    {
        // A tester looks at every row after every insertion: it begins where the limit is near.
        m_tester.reset();
        quint64 number = 0;
        while (m_model->rowCount() < HttpLogModel::mostRows - 3)
            m_model->add(exchange(++number));
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int i = 0; i < 10; ++i) {
            m_model->add(exchange(++number));
            QVERIFY(m_model->rowCount() <= HttpLogModel::mostRows);
        }
        QVERIFY(m_model->rowCount() > HttpLogModel::mostRows / 2);
        QVERIFY(cell(*m_model, 0, HttpLogModel::Target) != exchange(1).target);
        const int last = m_model->rowCount() - 1;
        QCOMPARE(cell(*m_model, last, HttpLogModel::Target), exchange(number).target);
        HttpExchange answered = exchange(number);
        answered.finished = true;
        answered.status = 200;
        m_model->finish(answered);
        QCOMPARE(cell(*m_model, last, HttpLogModel::Status), QStringLiteral("200"));
    }

    void aCopiedRowHasEveryColumn()
    {
        m_model->add(exchange(1));
        const QStringList cells = m_model->rowText(0).split(QLatin1Char('\t'));
        QCOMPARE(cells.size(), int(HttpLogModel::ColumnCount));
        QCOMPARE(cells.at(HttpLogModel::Method), QStringLiteral("GET"));
    }

private:
    std::unique_ptr<HttpLogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestHttpLogModel)
#include "tst_httplogmodel.moc"
