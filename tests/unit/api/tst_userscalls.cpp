// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/userscalls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace offboarding {

namespace {

/// A user as the platform answers GET /users with the expands of the list.
const QByteArray recorded =
    R"({"id":"u1","name":"Jane Doe","division":{"id":"d1","name":"Home","selfUri":"/x"},
    "chat":{"jabberId":"j"},"department":"Sales","email":"jane@acme.com","state":"active","title":"Agent",
    "username":"jane@acme.com","version":7,"dateLastLogin":"2026-07-31T08:15:00.000Z",
    "routingStatus":{"userId":"u1","status":"IDLE","startTime":"2026-08-01T10:00:00.000Z"},
    "presence":{"source":"PURECLOUD","presenceDefinition":{"id":"p","systemPresence":"Available"}},
    "conversationSummary":{"userId":"u1","call":{"contactCenter":{"active":1,"acw":0},"enterprise":{"active":2,"acw":0}},
    "message":{"contactCenter":{"active":3,"acw":1},"enterprise":{"active":0,"acw":0}}},
    "selfUri":"/api/v2/users/u1"})";

QJsonObject recordedUser()
{
    return QJsonDocument::fromJson(recorded).object();
}

ApiResponse answer(const QByteArray &body)
{
    return {200, body, QStringLiteral("c-1"), QStringLiteral("GET /api/v2/users")};
}

ApiResponse answer(const QJsonObject &object)
{
    return answer(QJsonDocument(object).toJson());
}

Result<UserPage> pageOf(const QJsonObject &user)
{
    return parseUserPage(
        answer(QJsonObject{{QStringLiteral("total"), 1}, {QStringLiteral("entities"), QJsonArray{user}}}));
}

} // namespace

class UsersCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRequestsAreThoseOfTheContract()
    {
        const QString expand = QStringLiteral(
            "expand=presence&expand=routingStatus&expand=conversationSummary&expand=dateLastLogin");
        const auto with = [&expand](const char *before, const char *after) -> QString {
            return QString::fromLatin1(before) + expand + QString::fromLatin1(after);
        };
        QCOMPARE(usersPageRequest(QStringLiteral("any"), 3, 500).line(),
                 with("GET /api/v2/users?pageSize=500&pageNumber=3&sortOrder=ascending&state=any&", ""));
        QCOMPARE(userRequest(QStringLiteral("u/1"), false).line(), with("GET /api/v2/users/u%2F1?", ""));
        QCOMPARE(userRequest(QStringLiteral("u1"), true).line(),
                 with("GET /api/v2/users/u1?", "&state=deleted"));
        QCOMPARE(usersCursorRequest(QStringLiteral("any"), QStringLiteral("a+b&c"), 500).line(),
                 with("GET /api/v2/users/query?pageSize=500&sortOrder=ASC&state=any&", "&cursor=a%2Bb%26c"));
        for (const ApiRequest &request :
             {usersPageRequest(QStringLiteral("any"), 1, 25), userRequest(QStringLiteral("u1"), false),
              usersCursorRequest(QStringLiteral("any"), {}, 25)})
            QVERIFY(request.idempotent);
    }

    void theCursorIsFoundWhereverItStands()
    {
        const auto cursor = [](const char *text) {
            return parseUserCursorPage(answer(QByteArray(text)))->cursor;
        };
        QCOMPARE(cursor(R"({"entities":[],"cursor":"a b"})"), QStringLiteral("a b"));
        QCOMPARE(cursor(R"({"entities":[],"nextUri":"/api/v2/users/query?cursor=a%20b%3D&pageSize=5"})"),
                 QStringLiteral("a b="));
        QCOMPARE(cursor(R"({"entities":[],"nextUri":"/api/v2/users/query?pageSize=5"})"), QString());
        QCOMPARE(cursor(R"({"entities":[],"cursor":17})"), QString());
        QVERIFY(!parseUserCursorPage(answer(R"({"results":[]})")).has_value());
    }

    void theSearchIsAReadThatNamesBothFields()
    {
        const ApiRequest request =
            searchUserRequest(QStringLiteral("o'neil\"@acme.com"), QStringLiteral("deleted"));
        QCOMPARE(request.line(), QStringLiteral("POST /api/v2/users/search"));
        QVERIFY(request.idempotent);
        const QJsonArray query =
            QJsonDocument::fromJson(request.body).object().value(QStringLiteral("query")).toArray();
        QCOMPARE(query.size(), 2);
        QCOMPARE(query.at(0).toObject().value(QStringLiteral("value")).toString(),
                 QStringLiteral("o'neil\"@acme.com"));
        QCOMPARE(query.at(1).toObject().value(QStringLiteral("values")).toArray(),
                 QJsonArray{QStringLiteral("deleted")});
    }

    void aRecordedUserIsRead()
    {
        const Result<User> user = parseUser(answer(recorded));
        QVERIFY(user.has_value());
        QCOMPARE(user->id, QStringLiteral("u1"));
        QCOMPARE(user->name, QStringLiteral("Jane Doe"));
        QCOMPARE(user->email, QStringLiteral("jane@acme.com"));
        QCOMPARE(user->department, QStringLiteral("Sales"));
        QCOMPARE(user->title, QStringLiteral("Agent"));
        QCOMPARE(user->divisionId, QStringLiteral("d1"));
        QCOMPARE(user->divisionName, QStringLiteral("Home"));
        QCOMPARE(user->state, UserState::Active);
        QCOMPARE(user->version, 7);
        QCOMPARE(user->presence, QStringLiteral("Available"));
        QCOMPARE(user->routingStatus, QStringLiteral("IDLE"));
        QCOMPARE(user->lastLogin, QDateTime(QDate(2026, 7, 31), QTime(8, 15), Qt::UTC));
        QCOMPARE(user->liveConversations, std::optional<int>(6));
    }

    void eachFieldMayBeMissingOrWrong_data()
    {
        QTest::addColumn<QString>("key");
        for (const QString &key : recordedUser().keys()) {
            if (key != QStringLiteral("id"))
                QTest::newRow(qPrintable(key)) << key;
        }
    }

    void eachFieldMayBeMissingOrWrong()
    {
        QFETCH(const QString, key);
        const User whole = *parseUser(answer(recorded));
        const QList<QJsonValue> wrong{QJsonValue(QJsonValue::Undefined),
                                      QJsonValue(),
                                      QJsonValue(-1.5),
                                      QJsonValue(true),
                                      QJsonValue(QJsonArray{1}),
                                      QJsonValue(QJsonObject{{QStringLiteral("x"), 1}}),
                                      QJsonValue(QStringLiteral("text"))};
        for (const QJsonValue &value : wrong) {
            QJsonObject object = recordedUser();
            if (value.isUndefined())
                object.remove(key);
            else
                object.insert(key, value);
            const Result<UserPage> page = pageOf(object);
            QVERIFY(page.has_value());
            QCOMPARE(page->users.size(), 1);
            const User &user = page->users.constFirst();
            // The rest of the row is intact, whatever happened to this field.
            QCOMPARE(user.id, whole.id);
            if (key != QStringLiteral("name"))
                QCOMPARE(user.name, whole.name);
            if (key != QStringLiteral("email"))
                QCOMPARE(user.email, whole.email);
            if (key != QStringLiteral("conversationSummary"))
                QCOMPARE(user.liveConversations, whole.liveConversations);
            else
                QVERIFY(!user.liveConversations.has_value()); // unknown, never 0
            if (key != QStringLiteral("state"))
                QCOMPARE(user.state, UserState::Active);
            else
                QCOMPARE(user.state, UserState::Unknown);
            if (key == QStringLiteral("version"))
                QCOMPARE(user.version, 0);
            if (key == QStringLiteral("dateLastLogin"))
                QVERIFY(!user.lastLogin.isValid());
        }
    }

    void oddEntriesAreNotedByPosition()
    {
        const QJsonObject body{
            {QStringLiteral("total"), 5},
            {QStringLiteral("entities"),
             QJsonArray{recordedUser(), 17, QJsonObject{{QStringLiteral("name"), QStringLiteral("x")}},
                        QJsonObject{{QStringLiteral("id"), 4}}, QJsonValue()}}};
        const Result<UserPage> page = parseUserPage(answer(body));
        QVERIFY(page.has_value());
        QCOMPARE(page->users.size(), 1);
        const QString notes = page->notes.join(QLatin1Char('\n'));
        QVERIFY2(notes.contains(QStringLiteral("GET /api/v2/users: entry 2 is not a user")),
                 qPrintable(notes));
        QVERIFY(notes.contains(QStringLiteral("entry 3 has no id")));
        QVERIFY(notes.contains(QStringLiteral("entry 4: id is not text")));
        QVERIFY(notes.contains(QStringLiteral("entry 5 is not a user")));
    }

    void oneUnreadableCountMakesTheSumUnknown_data()
    {
        QTest::addColumn<QByteArray>("summary");
        QTest::addColumn<int>("expected");
        QTest::newRow("nothing counted") << QByteArray("{}") << -1;
        QTest::newRow("zero") << QByteArray(R"({"call":{"contactCenter":{"active":0}}})") << 0;
        QTest::newRow("only enterprise") << QByteArray(R"({"call":{"enterprise":{"active":2}}})") << 2;
        QTest::newRow("unknown medium") << QByteArray(R"({"hologram":{"contactCenter":{"active":2}}})") << 2;
        QTest::newRow("text") << QByteArray(R"({"call":{"contactCenter":{"active":"2"}}})") << -1;
        QTest::newRow("negative") << QByteArray(R"({"call":{"contactCenter":{"active":-2}}})") << -1;
        QTest::newRow("missing") << QByteArray(R"({"call":{"contactCenter":{"acw":2}}})") << -1;
        QTest::newRow("one of two")
            << QByteArray(
                   R"({"call":{"contactCenter":{"active":1}},"chat":{"contactCenter":{"active":null}}})")
            << -1;
        QTest::newRow("absurd") << QByteArray(R"({"call":{"contactCenter":{"active":2147483647}}})") << -1;
        QTest::newRow("absurd in sum")
            << QByteArray(
                   R"({"a":{"contactCenter":{"active":900000}},"b":{"contactCenter":{"active":900000}}})")
            << -1;
    }

    void oneUnreadableCountMakesTheSumUnknown()
    {
        QFETCH(const QByteArray, summary);
        QFETCH(const int, expected);
        const Result<User> user =
            parseUser(answer("{\"id\":\"u1\",\"conversationSummary\":" + summary + "}"));
        QVERIFY(user.has_value());
        QCOMPARE(user->liveConversations.value_or(-1), expected);
    }

    void theFrameOfAPageMayBeMissing()
    {
        const Result<UserPage> page = parseUserPage(answer(R"({"entities":[]})"));
        QVERIFY(page.has_value());
        QVERIFY(!page->total.has_value()); // not said, which is not 0
        QCOMPARE(page->pageCount, 0);
        const Result<UserPage> wrong =
            parseUserPage(answer(R"({"entities":[],"total":"many","pageCount":-1,"pageNumber":1e99})"));
        QVERIFY(wrong.has_value());
        QVERIFY(!wrong->total.has_value());
        QCOMPARE(wrong->notes.size(), 3);
    }

    void whatIsNotAUserIsRefused()
    {
        for (const char *text :
             {"", "[]", "17", "null", "{}", R"({"id":""})", R"({"id":17})", "{\"id\":\"u1\""}) {
            const Result<User> user = parseUser(answer(QByteArray(text)));
            QVERIFY2(!user.has_value(), text);
            QCOMPARE(user.error().kind, ErrorKind::BadResponse);
            QCOMPARE(user.error().place, QStringLiteral("GET /api/v2/users"));
            QVERIFY(!user.error().detail.isEmpty());
        }
    }

    void namesAreKeptAsTheyAreAndBounded()
    {
        const QString evil =
            QStringLiteral("<img src=x>\u202e=cmd|' /C calc'!A0\n") + QChar(0) + QStringLiteral("山田");
        QJsonObject object = recordedUser();
        object.insert(QStringLiteral("name"), evil);
        QCOMPARE(parseUser(answer(object))->name, evil);
        object.insert(QStringLiteral("name"), QString(1'000'000, QChar(0x5c71)));
        QVERIFY(parseUser(answer(object))->name.size() <= 2001);
    }

    void aSearchThatDoesNotAnswerIsNotNobody()
    {
        const auto found = [](const char *text) { return parseUserSearch(answer(QByteArray(text))); };
        QCOMPARE(*found(R"({"total":2,"results":[{"id":"u1"},{"id":"u2"}]})"),
                 (QStringList{QStringLiteral("u1"), QStringLiteral("u2")}));
        QVERIFY(found(R"({"total":0,"results":[]})")->isEmpty());
        QVERIFY(found(R"({"total":0})")->isEmpty()); // says so
        for (const char *text : {"{}", R"({"entities":[]})", R"({"total":1})", R"({"results":"none"})",
                                 R"({"total":1,"results":[{}]})", R"({"total":1,"results":[17]})", "[]", ""})
            QVERIFY2(!found(text).has_value(), text);
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::UsersCallsTest)
#include "tst_userscalls.moc"
