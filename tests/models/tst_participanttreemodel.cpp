// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/addressmasking.h"
#include "ui/models/participanttreemodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

namespace offboarding::ui {

namespace {

Conversation conversation()
{
    Conversation made;
    made.id = QStringLiteral("c1");
    Participant customer;
    customer.id = QStringLiteral("p1");
    customer.name = QStringLiteral("Maria Schmidt");
    customer.purpose = QStringLiteral("customer");
    customer.address = QStringLiteral("tel:+4930123456");
    Participant agent;
    agent.id = QStringLiteral("p2");
    agent.userId = QStringLiteral("leaver");
    agent.name = QStringLiteral("Jane <b>Doe</b>");
    agent.purpose = QStringLiteral("agent");
    Communication call;
    call.id = QStringLiteral("m1");
    call.media = Media::Call;
    call.state = QStringLiteral("connected");
    Segment alert;
    alert.type = QStringLiteral("alert");
    Segment interact;
    interact.type = QStringLiteral("interact");
    call.segments = {alert, interact};
    agent.communications = {call};
    made.participants = {customer, agent};
    return made;
}

} // namespace

class TestParticipantTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<ParticipantTreeModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void showsThreeLevels()
    {
        m_model->setConversation(conversation(), QStringLiteral("leaver"));
        QCOMPARE(m_model->rowCount(), 2);
        const QModelIndex agent = m_model->index(1, 0);
        QCOMPARE(m_model->rowCount(agent), 1);
        const QModelIndex call = m_model->index(0, 0, agent);
        QCOMPARE(m_model->rowCount(call), 2);
        QCOMPARE(m_model->index(1, ParticipantTreeModel::StateColumn, call).data().toString(),
                 QStringLiteral("Connected"));
        QCOMPARE(m_model->parent(call), agent);
    }

    void leaverIsMarkedInWordAndIcon()
    {
        m_model->setConversation(conversation(), QStringLiteral("leaver"));
        const QModelIndex agent = m_model->index(1, 0);
        QVERIFY(agent.data().toString().contains(QStringLiteral("leaver")));
        QVERIFY(!agent.data(Qt::DecorationRole).value<QIcon>().isNull());
        const QModelIndex customer = m_model->index(0, 0);
        QVERIFY(!customer.data().toString().contains(QStringLiteral("leaver")));
        QVERIFY(!customer.data(Qt::DecorationRole).isValid());
    }

    void othersAreMaskedUntilAskedFor()
    {
        m_model->setConversation(conversation(), QStringLiteral("leaver"));
        const QModelIndex customer = m_model->index(0, 0);
        QVERIFY(!customer.data().toString().contains(QStringLiteral("Maria")));
        QVERIFY(!customer.data().toString().contains(QStringLiteral("4930123")));
        QVERIFY(customer.data().toString().contains(QStringLiteral("456")));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setShowAddresses(true);
        QVERIFY(changed.size() > 0);
        QCOMPARE(customer.data().toString(), QStringLiteral("Maria Schmidt (tel:+4930123456)"));
        // Staff is never masked: the admin has to tell them apart.
        QVERIFY(m_model->index(1, 0).data().toString().startsWith(QStringLiteral("Jane <b>Doe</b>")));
        QVERIFY(!m_model->index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
    }

    void sameShapeKeepsTheTreeOpen()
    {
        m_model->setConversation(conversation(), QStringLiteral("leaver"));
        const QPersistentModelIndex agent = m_model->index(1, 0);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        Conversation later = conversation();
        later.participants[1].communications[0].state = QStringLiteral("disconnected");
        m_model->setConversation(later, QStringLiteral("leaver"));
        QCOMPARE(reset.size(), 0);
        QVERIFY(agent.isValid());
        QCOMPARE(agent.sibling(1, ParticipantTreeModel::StateColumn).data().toString(),
                 QStringLiteral("Disconnected"));
        later.participants.removeLast();
        m_model->setConversation(later, QStringLiteral("leaver"));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(m_model->rowCount(), 1);
        m_model->clear();
        QCOMPARE(m_model->rowCount(), 0);
    }

    void hugeNamesAreBounded()
    {
        Conversation odd = conversation();
        odd.participants[1].name = QString(5000, QLatin1Char('x'));
        odd.participants[0].name.clear();
        odd.participants[0].address.clear();
        m_model->setConversation(odd, QStringLiteral("leaver"));
        QVERIFY(m_model->index(1, 0).data().toString().size() < 400);
        QVERIFY(!m_model->index(0, 0).data().toString().isEmpty());
    }

    void masksTextAndBodies_data()
    {
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("expected");
        const QString dots(3, QChar(0x2022));
        QTest::newRow("number") << QStringLiteral("+4930123456") << QString(dots + QStringLiteral("456"));
        QTest::newRow("short") << QStringLiteral("123") << dots;
        QTest::newRow("empty") << QString() << QString();
    }

    void masksTextAndBodies()
    {
        QFETCH(QString, plain);
        QFETCH(QString, expected);
        QCOMPARE(masked(plain), expected);
    }

    void masksJsonAtAnyDepth()
    {
        const QByteArray body = R"({"id":"c1","address":"tel:+4930999111","participants":[
            {"purpose":"customer","name":"Maria Schmidt","ani":"tel:+4930123456",
             "calls":[{"state":"connected","other":{"addressFrom":"x@example.org","name":"Maria Schmidt"}}]},
            {"purpose":"agent","userId":"u1","name":"Jane Doe","callbacks":[{"callbackNumbers":["+49301234567"]}]},
            {"purpose":"acd","name":"Support queue"}]})";
        const QJsonObject shown = maskedConversation(QJsonDocument::fromJson(body).object());
        const QString text = QString::fromUtf8(QJsonDocument(shown).toJson());
        for (const char *secret : {"4930999", "Maria", "4930123", "x@example", "4930123456"})
            QVERIFY2(!text.contains(QLatin1String(secret)), secret);
        QVERIFY(text.contains(QStringLiteral("Jane Doe")));
        QVERIFY(text.contains(QStringLiteral("Support queue")));
        QVERIFY(text.contains(QStringLiteral("connected")));
        QCOMPARE(shown.value(QStringLiteral("participants")).toArray().size(), 3);
    }

private:
    std::unique_ptr<ParticipantTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestParticipantTreeModel)
#include "tst_participanttreemodel.moc"
