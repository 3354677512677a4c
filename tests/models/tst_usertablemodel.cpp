// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/usertablemodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

namespace offboarding::ui {

namespace {

User person(const QString &id, const QString &name, UserState state = UserState::Active)
{
    User made;
    made.id = id;
    made.name = name;
    made.email = id + QStringLiteral("@demo.example");
    made.state = state;
    made.stateText = userStateName(state);
    return made;
}

QStringList namesOf(const UserTableModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, static_cast<int>(UserColumn::Name)).data().toString());
    return names;
}

QString cell(const UserTableModel &model, int row, UserColumn column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

} // namespace

class TestUserTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<UserStore>();
        m_model = std::make_unique<UserTableModel>(*m_store);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_store.reset();
    }

    void pagesThatArriveAreSortedIn()
    {
        m_store->append({person(QStringLiteral("1"), QStringLiteral("Mia")),
                         person(QStringLiteral("2"), QStringLiteral("Zoe"))});
        m_store->append({person(QStringLiteral("3"), QStringLiteral("Ann")),
                         person(QStringLiteral("4"), QStringLiteral("Noah"))});
        QCOMPARE(namesOf(*m_model), QStringList({QStringLiteral("Ann"), QStringLiteral("Mia"),
                                                 QStringLiteral("Noah"), QStringLiteral("Zoe")}));
    }

    void filtersByStateAndByEveryWord()
    {
        m_store->append({person(QStringLiteral("1"), QStringLiteral("Jane Doe")),
                         person(QStringLiteral("2"), QStringLiteral("Jane Roe"), UserState::Inactive),
                         person(QStringLiteral("3"), QStringLiteral("John Doe"))});
        UserFilter filter;
        filter.state = UserState::Active;
        filter.text = QStringLiteral("doe JANE");
        m_model->setFilter(filter);
        QCOMPARE(namesOf(*m_model), QStringList(QStringLiteral("Jane Doe")));
        filter.state.reset();
        filter.text = QStringLiteral("jane");
        m_model->setFilter(filter);
        QCOMPARE(m_model->rowCount(), 2);
        filter.text = QStringLiteral("nobody");
        m_model->setFilter(filter);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void selectionStaysOnTheUserWhateverComes()
    {
        m_store->append({person(QStringLiteral("1"), QStringLiteral("Mia")),
                         person(QStringLiteral("2"), QStringLiteral("Zoe"))});
        const QPersistentModelIndex zoe(m_model->index(1, 0));
        m_store->append({person(QStringLiteral("3"), QStringLiteral("Ann"))});
        QCOMPARE(zoe.row(), 2);
        m_model->sort(static_cast<int>(UserColumn::Name), Qt::DescendingOrder);
        QCOMPARE(zoe.row(), 0);
        QCOMPARE(zoe.data(UserTableModel::UserIdRole).toString(), QStringLiteral("2"));
        m_store->replaceAll({person(QStringLiteral("9"), QStringLiteral("Zz")),
                             person(QStringLiteral("2"), QStringLiteral("Zoe"))});
        QCOMPARE(zoe.row(), 1);
        m_store->replaceAll({person(QStringLiteral("9"), QStringLiteral("Zz"))});
        QVERIFY(!zoe.isValid());
    }

    void aChangedUserMovesOrLeaves()
    {
        m_store->append({person(QStringLiteral("1"), QStringLiteral("Ann")),
                         person(QStringLiteral("2"), QStringLiteral("Bob")),
                         person(QStringLiteral("3"), QStringLiteral("Cyd"))});
        UserFilter filter;
        filter.state = UserState::Active;
        m_model->setFilter(filter);
        m_store->update(person(QStringLiteral("1"), QStringLiteral("Zed")));
        QCOMPARE(namesOf(*m_model),
                 QStringList({QStringLiteral("Bob"), QStringLiteral("Cyd"), QStringLiteral("Zed")}));
        m_store->update(person(QStringLiteral("2"), QStringLiteral("Bob"), UserState::Inactive));
        QCOMPARE(namesOf(*m_model), QStringList({QStringLiteral("Cyd"), QStringLiteral("Zed")}));
        m_store->update(person(QStringLiteral("2"), QStringLiteral("Bob")));
        QCOMPARE(m_model->rowCount(), 3);
    }

    void aChangeInPlaceIsTold()
    {
        m_store->append({person(QStringLiteral("1"), QStringLiteral("Ann")),
                         person(QStringLiteral("2"), QStringLiteral("Bob"))});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_store->update(person(QStringLiteral("2"), QStringLiteral("Bob"), UserState::Inactive));
        QVERIFY(!changed.isEmpty());
        const auto topLeft = changed.constLast().at(0).toModelIndex();
        const auto bottomRight = changed.constLast().at(1).toModelIndex();
        QVERIFY(topLeft.row() <= 1 && bottomRight.row() >= 1);
        QCOMPARE(cell(*m_model, 1, UserColumn::State), QStringLiteral("Inactive"));
    }

    void whatIsNotKnownIsNeverZero()
    {
        User odd = person(QStringLiteral("1"), QStringLiteral("Ann"), UserState::Unknown);
        odd.stateText = QStringLiteral("hibernating");
        m_store->append({odd});
        QCOMPARE(cell(*m_model, 0, UserColumn::LiveConversations), QStringLiteral("unknown"));
        QCOMPARE(cell(*m_model, 0, UserColumn::Presence), QStringLiteral("not read"));
        QCOMPARE(cell(*m_model, 0, UserColumn::RoutingStatus), QStringLiteral("not read"));
        QVERIFY(cell(*m_model, 0, UserColumn::State).contains(QStringLiteral("hibernating")));
    }

    void namesOfTheServerStayTextAndShort()
    {
        User hostile = person(QStringLiteral("1"), QStringLiteral("<b>Bold</b>\nand a second line"));
        hostile.department = QString(5000, QLatin1Char('x'));
        m_store->append({hostile});
        QCOMPARE(cell(*m_model, 0, UserColumn::Name), QStringLiteral("<b>Bold</b> and a second line"));
        QVERIFY(cell(*m_model, 0, UserColumn::Department).size() <= 200);
        const QString tip = m_model->index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("&lt;b&gt;")), qPrintable(tip));
    }

    void everyColumnHasATitleAndAKeyOfItsOwn()
    {
        QStringList titles;
        QStringList keys;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            titles.append(m_model->headerData(column, Qt::Horizontal).toString());
            keys.append(UserTableModel::columnKey(static_cast<UserColumn>(column)));
        }
        QVERIFY(!titles.contains(QString()));
        QCOMPARE(titles.removeDuplicates(), 0);
        QCOMPARE(keys.removeDuplicates(), 0);
    }

private:
    std::unique_ptr<UserStore> m_store;
    std::unique_ptr<UserTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestUserTableModel)
#include "tst_usertablemodel.moc"
