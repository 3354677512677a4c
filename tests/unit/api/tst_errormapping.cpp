// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/errormapping.h"

#include "app/base/redaction.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace offboarding {

namespace {

const QString place = QStringLiteral("DELETE /api/v2/users/u1");
const QString update = QStringLiteral("PATCH /api/v2/users/u1");

QByteArray body(const QString &code, const QString &message, const QJsonObject &more = {})
{
    QJsonObject object = more;
    object.insert(QStringLiteral("code"), code);
    object.insert(QStringLiteral("message"), message);
    object.insert(QStringLiteral("contextId"), QStringLiteral("context-1"));
    return QJsonDocument(object).toJson();
}

QJsonObject detail(const QString &id, const QString &field)
{
    return {{QStringLiteral("entityId"), id}, {QStringLiteral("fieldName"), field}};
}

} // namespace

class ErrorMappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusHasAKind_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](int status, ErrorKind kind) { QTest::addRow("%d", status) << status << kind; };
        for (const int status : {400, 402, 405, 406, 411, 412, 413, 415, 418, 422, 424, 451, 499})
            row(status, ErrorKind::BadRequest);
        row(401, ErrorKind::Unauthorized);
        row(403, ErrorKind::Forbidden);
        row(404, ErrorKind::NotFound);
        row(408, ErrorKind::Timeout);
        row(409, ErrorKind::Conflict);
        row(410, ErrorKind::Gone);
        row(429, ErrorKind::RateLimited);
        row(504, ErrorKind::Timeout);
        for (const int status : {500, 501, 502, 503, 505, 599, 999})
            row(status, ErrorKind::Server);
    }

    void everyStatusHasAKind()
    {
        QFETCH(const int, status);
        QFETCH(const ErrorKind, kind);
        const Error error =
            errorFromAnswer(status, body(QStringLiteral("some.code"), QStringLiteral("why")), {}, place);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.serverCode, QStringLiteral("some.code"));
        QCOMPARE(error.detail, QStringLiteral("why"));
        QCOMPARE(error.correlationId, QStringLiteral("context-1"));
        QCOMPARE(error.place, place);
        QCOMPARE(error.conflict, ConflictCause::None);
    }

    void theTwoMeaningsOf409_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("where");
        QTest::addColumn<ConflictCause>("cause");
        const auto row = [](const char *code, const char *message, const QString &where,
                            ConflictCause cause) {
            QTest::newRow(message) << QString::fromLatin1(code) << QString::fromLatin1(message) << where
                                   << cause;
        };
        row("general.conflict", "The supplied version 3 does not match the current version 5", update,
            ConflictCause::Version);
        row("general.conflict", "Stale version", update, ConflictCause::Version);
        row("general.conflict", "Version conflict", update, ConflictCause::Version);
        row("general.conflict", "outdated resource version", place, ConflictCause::Version);
        row("general.conflict", "VERSION\nis not\ncurrent", update, ConflictCause::Version);
        row("general.conflict", "Conflict", update, ConflictCause::Version);
        row("general.conflict", "Conflict", place, ConflictCause::None);
        row("conflict", "The user is still referenced by interactions", place, ConflictCause::References);
        row("general.conflict", "User has active sessions", place, ConflictCause::References);
        row("user.active.session", "no", place, ConflictCause::References);
        row("general.conflict", "Recent conversations still name this user", place,
            ConflictCause::References);
        row("general.conflict", "A user with this email exists", place, ConflictCause::None);
        row("", "", place, ConflictCause::None);
        row("some.new.code", "The diversion does not match", update, ConflictCause::None);
    }

    void theTwoMeaningsOf409()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, message);
        QFETCH(const QString, where);
        QFETCH(const ConflictCause, cause);
        const Error error = errorFromAnswer(409, body(code, message), {}, where);
        QCOMPARE(error.kind, ErrorKind::Conflict);
        QCOMPARE(error.conflict, cause);
    }

    void the400ThatMeansVersion()
    {
        const auto of = [](const char *message) {
            return errorFromAnswer(400, body(QStringLiteral("bad.request"), QString::fromLatin1(message)), {},
                                   update);
        };
        const Error stale = of("The supplied version does not match the current one");
        QCOMPARE(stale.kind, ErrorKind::Conflict);
        QCOMPARE(stale.conflict, ConflictCause::Version);
        QCOMPARE(stale.httpStatus, 400);
        for (const char *message :
             {"version is required", "unknown field versionMatch", "does not match", ""}) {
            const Error other = of(message);
            QCOMPARE(other.kind, ErrorKind::BadRequest);
            QCOMPARE(other.conflict, ConflictCause::None);
        }
    }

    void theConversationsThatStandInTheWayAreListed()
    {
        const QJsonArray details{detail(QStringLiteral("c1"), QStringLiteral("conversationId")),
                                 detail(QStringLiteral("c2"), QStringLiteral("CONVERSATION")),
                                 detail(QStringLiteral("c1"), QStringLiteral("conversationId")),
                                 detail(QStringLiteral("q1"), QStringLiteral("queueId")),
                                 detail(QString(), QStringLiteral("conversationId")),
                                 17};
        const QJsonArray nested{
            QJsonObject{{QStringLiteral("details"),
                         QJsonArray{detail(QStringLiteral("c3"), QStringLiteral("conversationId"))}}},
            QJsonObject{{QStringLiteral("entityId"), QStringLiteral("c4")},
                        {QStringLiteral("code"), QStringLiteral("conversation.active")}}};
        const Error error =
            errorFromAnswer(409,
                            body(QStringLiteral("x"), QStringLiteral("no"),
                                 {{QStringLiteral("details"), details}, {QStringLiteral("errors"), nested}}),
                            {}, place);
        QCOMPARE(error.conflict, ConflictCause::References);
        const QStringList expected{QStringLiteral("c1"), QStringLiteral("c2"), QStringLiteral("c4"),
                                   QStringLiteral("c3")};
        QCOMPARE(error.referencedIds, expected);
    }

    void aFloodOfReferencesIsBounded()
    {
        QJsonArray details;
        for (int i = 0; i < 5000; ++i)
            details.append(detail(QStringLiteral("c%1").arg(i), QStringLiteral("conversationId")));
        const Error error = errorFromAnswer(
            409, body(QStringLiteral("x"), QStringLiteral("no"), {{QStringLiteral("details"), details}}), {},
            place);
        QCOMPARE(error.referencedIds.size(), 500);
    }

    void theMissingPermissionIsNamed()
    {
        const auto of = [](const QString &message, const QJsonObject &parameters) {
            return errorFromAnswer(403,
                                   body(QStringLiteral("missing.permissions"), message,
                                        {{QStringLiteral("messageParams"), parameters}}),
                                   {}, place)
                .missingPermission;
        };
        QCOMPARE(of(QStringLiteral("no"),
                    {{QStringLiteral("permission"), QStringLiteral("directory:user:delete")}}),
                 QStringLiteral("directory:user:delete"));
        QCOMPARE(of(QStringLiteral("You need directory:user:edit or admin:*:edit."), {}),
                 QStringLiteral("directory:user:edit, admin:*:edit"));
        QCOMPARE(of(QStringLiteral("Not authorized at 10:30"), {}), QString());
        QCOMPARE(of(QStringLiteral("no"), {{QStringLiteral("permission"), 17}}), QString());
    }

    void aBodyThatIsNoErrorBodyFallsBackOnStatusAndHeader_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("detail");
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("html") << QByteArray("<html>gateway</html>") << QStringLiteral("<html>gateway</html>");
        QTest::newRow("a list") << QByteArray("[1]") << QStringLiteral("[1]");
        QTest::newRow("wrong types") << QByteArray(R"({"code":1,"message":["x"],"details":"y"})")
                                     << QString();
        QTest::newRow("binary") << QByteArray("\x00\x01\xff", 3)
                                << QString(QChar(QChar::ReplacementCharacter));
        QTest::newRow("scim") << QByteArray(R"({"status":"409","scimType":"uniqueness","detail":"taken"})")
                              << QStringLiteral("taken");
        QTest::newRow("oauth") << QByteArray(R"({"error":"invalid_grant","error_description":"expired"})")
                               << QStringLiteral("expired");
    }

    void aBodyThatIsNoErrorBodyFallsBackOnStatusAndHeader()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, detail);
        const Error error = errorFromAnswer(502, answer, QStringLiteral("from-header"), place);
        QCOMPARE(error.kind, ErrorKind::Server);
        QCOMPARE(error.httpStatus, 502);
        QCOMPARE(error.correlationId, QStringLiteral("from-header"));
        QCOMPARE(error.detail, detail);
    }

    void serverTextIsRedactedAndBounded()
    {
        const Error error = errorFromAnswer(
            401, body(QStringLiteral("Bearer MARKER-one"), QStringLiteral("cannot use Bearer MARKER-two")),
            QStringLiteral("access_token=MARKER-three"), place);
        const QString everything = error.serverCode + error.detail + error.correlationId;
        QVERIFY(!everything.contains(QStringLiteral("MARKER")));
        const Error html = errorFromAnswer(502, "<p>Authorization: Basic TUFSS0VSLW9uZQ==</p>", {}, place);
        QVERIFY(!html.detail.contains(QStringLiteral("TUFSS0VS")));
        const Error longOne = errorFromAnswer(500, body({}, QString(1'000'000, QLatin1Char('x'))), {}, place);
        QVERIFY(longOne.detail.size() <= longestServerText + 1);
    }

    void hostileMessagesTakeNoTime()
    {
        QElapsedTimer clock;
        clock.start();
        const QString versions = QStringLiteral("version ").repeated(500'000);
        const QString letters(4'000'000, QLatin1Char('a'));
        for (const int status : {400, 403, 409}) {
            errorFromAnswer(status, body({}, versions), {}, place);
            errorFromAnswer(status, body({}, letters), {}, place);
        }
        QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    }

    void failuresOfTheLineAreToldApart()
    {
        const auto kind = [](QNetworkReply::NetworkError code) {
            return errorFromNetwork(code, QStringLiteral("why"), place).kind;
        };
        QCOMPARE(kind(QNetworkReply::ConnectionRefusedError), ErrorKind::Network);
        QCOMPARE(kind(QNetworkReply::RemoteHostClosedError), ErrorKind::Network);
        QCOMPARE(kind(QNetworkReply::HostNotFoundError), ErrorKind::Network);
        QCOMPARE(kind(QNetworkReply::TimeoutError), ErrorKind::Timeout);
        QCOMPARE(kind(QNetworkReply::SslHandshakeFailedError), ErrorKind::Tls);
        QCOMPARE(kind(QNetworkReply::ProtocolFailure), ErrorKind::BadResponse);
        QCOMPARE(kind(QNetworkReply::UnknownContentError), ErrorKind::BadResponse);
        const Error error =
            errorFromNetwork(QNetworkReply::ConnectionRefusedError, QStringLiteral("why"), place);
        QCOMPARE(error.place, place);
        QCOMPARE(error.detail, QStringLiteral("why"));
        QCOMPARE(error.httpStatus, 0);
    }

    void onlyAnAnswerFromTheServerSettlesAWrite()
    {
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::File); ++kind) {
            Error error;
            error.kind = static_cast<ErrorKind>(kind);
            error.place = place;
            error.httpStatus = 503;
            const bool isUnsettled = error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout ||
                                     error.kind == ErrorKind::Server || error.kind == ErrorKind::BadResponse;
            const Error outcome = asWriteOutcome(error);
            QCOMPARE(outcome.kind, isUnsettled ? ErrorKind::OutcomeUnknown : error.kind);
            QCOMPARE(outcome.place, place);
            QCOMPARE(outcome.httpStatus, 503);
        }
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ErrorMappingTest)
#include "tst_errormapping.moc"
