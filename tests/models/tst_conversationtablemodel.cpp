// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/conversationtablemodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

namespace offboarding::ui {

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

ConversationRow row(const QString &id, bool isLive, int minutesAgo,
                    const QString &userId = QStringLiteral("u1"))
{
    ConversationRow made;
    made.userName = QStringLiteral("Jane Doe");
    made.reference.userId = userId;
    made.reference.conversationId = id;
    made.reference.media = Media::Call;
    made.reference.live = isLive;
    made.reference.state = isLive ? QStringLiteral("connected") : QStringLiteral("disconnected");
    made.reference.started = noon.addSecs(-60 * minutesAgo);
    return made;
}

QStringList ids(const ConversationTableModel &model)
{
    QStringList result;
    for (int i = 0; i < model.rowCount(); ++i)
        result.append(model.row(i)->reference.conversationId);
    return result;
}

} // namespace

class TestConversationTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<ConversationTableModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void liveOnesComeFirst()
    {
        m_model->setRows({row(QStringLiteral("old"), false, 50), row(QStringLiteral("young"), false, 10),
                          row(QStringLiteral("live"), true, 90)});
        QCOMPARE(ids(*m_model),
                 QStringList({QStringLiteral("live"), QStringLiteral("young"), QStringLiteral("old")}));
    }

    void sortsByTimeAndNotByText()
    {
        m_model->setRows({row(QStringLiteral("a"), false, 9), row(QStringLiteral("b"), false, 100),
                          row(QStringLiteral("c"), false, 30)});
        m_model->sort(ConversationTableModel::AgeColumn, Qt::AscendingOrder);
        QCOMPARE(ids(*m_model), QStringList({QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("b")}));
        m_model->sort(ConversationTableModel::AgeColumn, Qt::DescendingOrder);
        QCOMPARE(ids(*m_model), QStringList({QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a")}));
    }

    void equalRowsKeepOneOrder()
    {
        m_model->setRows({row(QStringLiteral("b"), false, 5), row(QStringLiteral("a"), false, 5),
                          row(QStringLiteral("c"), false, 5)});
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            m_model->sort(ConversationTableModel::MediaColumn, order);
            QCOMPARE(ids(*m_model),
                     QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        }
    }

    void selectionFollowsItsConversation()
    {
        m_model->setRows({row(QStringLiteral("a"), true, 5), row(QStringLiteral("b"), true, 6),
                          row(QStringLiteral("c"), false, 7)});
        QItemSelectionModel selection(m_model.get());
        selection.select(m_model->index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        // "a" is cleared, "b" ends, "d" arrives, "c" stays.
        m_model->setRows({row(QStringLiteral("d"), true, 1), row(QStringLiteral("c"), false, 7),
                          row(QStringLiteral("b"), false, 6)});
        QCOMPARE(ids(*m_model), QStringList({QStringLiteral("d"), QStringLiteral("b"), QStringLiteral("c")}));
        const QModelIndexList selected = selection.selectedRows();
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.first().data(ConversationTableModel::ConversationIdRole).toString(),
                 QStringLiteral("b"));
    }

    void removalsAreTold()
    {
        m_model->setRows({row(QStringLiteral("a"), false, 1), row(QStringLiteral("b"), false, 2),
                          row(QStringLiteral("c"), false, 3), row(QStringLiteral("d"), false, 4)});
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setRows({row(QStringLiteral("c"), false, 3)});
        QCOMPARE(ids(*m_model), QStringList({QStringLiteral("c")}));
        QCOMPARE(removed.size(), 2);
        QCOMPARE(reset.size(), 0);
        m_model->setRows({});
        QCOMPARE(m_model->rowCount(), 0);
    }

    void sameConversationOfTwoUsersIsTwoRows()
    {
        m_model->setRows({row(QStringLiteral("a"), true, 1, QStringLiteral("u1")),
                          row(QStringLiteral("a"), true, 1, QStringLiteral("u2"))});
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(m_model->rowOf(QStringLiteral("u2"), QStringLiteral("a")) >= 0);
        QCOMPARE(m_model->rowOf(QStringLiteral("u3"), QStringLiteral("a")), -1);
    }

    void oddEndsAreNoEnds()
    {
        ConversationRow vanished = row(QStringLiteral("vanished"), false, 1);
        vanished.reference.state = QStringLiteral("not-found");
        ConversationRow deserted = row(QStringLiteral("deserted"), false, 2);
        deserted.reference.state = QStringLiteral("no-participants");
        m_model->setRows({vanished, deserted, row(QStringLiteral("ended"), false, 3)});
        const auto state = [this](int line) {
            return m_model->index(line, ConversationTableModel::StateColumn).data().toString();
        };
        QCOMPARE(state(0), QStringLiteral("Not found any more"));
        QCOMPARE(state(1), QStringLiteral("No participants listed"));
        QCOMPARE(state(2), QStringLiteral("Ended"));
    }

    void stateIsToldInWordsAndByIcon()
    {
        ConversationRow wrapUp = row(QStringLiteral("wrap"), false, 2);
        wrapUp.reference.afterCallWork = true;
        ConversationRow unknown = row(QStringLiteral("unknown"), true, 3);
        unknown.reference.error = Error();
        m_model->setRows(
            {row(QStringLiteral("live"), true, 1), wrapUp, unknown, row(QStringLiteral("ended"), false, 4)});
        QCOMPARE(ids(*m_model), QStringList({QStringLiteral("live"), QStringLiteral("wrap"),
                                             QStringLiteral("unknown"), QStringLiteral("ended")}));
        QSet<qint64> icons;
        QSet<QString> words;
        for (int i = 0; i < m_model->rowCount(); ++i) {
            const QModelIndex index = m_model->index(i, ConversationTableModel::StateColumn);
            icons.insert(index.data(Qt::DecorationRole).value<QIcon>().cacheKey());
            words.insert(index.data().toString());
        }
        QCOMPARE(icons.size(), 4);
        QCOMPARE(words.size(), 4);
        QVERIFY(m_model->index(2, ConversationTableModel::StateColumn)
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("Unknown")));
    }

    void agesTickOnlyWhereTheyAreSeen()
    {
        m_model->setRows({row(QStringLiteral("a"), false, 1), row(QStringLiteral("b"), false, 2),
                          row(QStringLiteral("c"), false, 3)});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setNow(noon.addSecs(60), 0, 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 0);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
        QCOMPARE(m_model->index(0, ConversationTableModel::AgeColumn).data().toString(),
                 QStringLiteral("2 min"));
        m_model->setNow(noon, 2, 99);
        m_model->setNow(noon, 7, 99);
        QCOMPARE(changed.size(), 2);
    }

    void hostileNamesStayPlainAndCustomersMasked()
    {
        ConversationRow hostile = row(QStringLiteral("h"), true, 1);
        hostile.userName = QStringLiteral("<b>Bold</b>\n<img src=x>");
        Conversation conversation;
        conversation.id = QStringLiteral("h");
        Participant customer;
        customer.purpose = QStringLiteral("customer");
        customer.name = QStringLiteral("Maria Schmidt");
        conversation.participants.append(customer);
        hostile.reference.conversation = conversation;
        hostile.reference.customerLive = true;
        m_model->setRows({hostile});
        const QModelIndex user = m_model->index(0, ConversationTableModel::UserColumn);
        QCOMPARE(user.data().toString(), QStringLiteral("<b>Bold</b> <img src=x>"));
        QVERIFY(!user.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
        const QString shown = m_model->index(0, ConversationTableModel::CustomerColumn).data().toString();
        QVERIFY(!shown.contains(QStringLiteral("Maria")));
        QVERIFY(shown.contains(QStringLiteral("idt")));
    }

    void manyRowsArriveAndChangeQuickly()
    {
        m_tester.reset(); // it checks every row; this is about the model alone
        QList<ConversationRow> rows;
        for (int i = 0; i < 20'000; ++i)
            rows.append(row(QString::number(i), i % 50 == 0, i));
        m_model->setRows(rows);
        QCOMPARE(m_model->rowCount(), 20'000);
        rows.removeIf([](const ConversationRow &candidate) { return candidate.reference.live; });
        m_model->setRows(rows);
        QCOMPARE(m_model->rowCount(), 19'600);
    }

private:
    std::unique_ptr<ConversationTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestConversationTableModel)
#include "tst_conversationtablemodel.moc"
