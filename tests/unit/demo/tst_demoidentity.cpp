// SPDX-License-Identifier: GPL-3.0-or-later
// The demo organisation as identity provider: authorise page, token endpoint, revocation, who am I.
#include "tests/unit/demo/rundemo.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace offboarding;
using namespace offboarding::demo;

namespace {

const QByteArray formType("application/x-www-form-urlencoded");
const QString verifier = QStringLiteral("a-verifier-that-has-43-characters-or-more-in-it.~_");
const QString redirect = QStringLiteral("http://127.0.0.1:8765/back?from=demo");

using Pairs = QMap<QString, QString>;

QByteArray encoded(const Pairs &pairs)
{
    QByteArray text;
    for (auto it = pairs.cbegin(); it != pairs.cend(); ++it) {
        if (!text.isEmpty())
            text += '&';
        text += QUrl::toPercentEncoding(it.key()) + '=' + QUrl::toPercentEncoding(it.value());
    }
    return text;
}

/// Sends @p change over @p base; an empty value takes the parameter out.
Pairs changed(Pairs base, const Pairs &change)
{
    for (auto it = change.cbegin(); it != change.cend(); ++it) {
        if (it.value().isEmpty())
            base.remove(it.key());
        else
            base.insert(it.key(), it.value());
    }
    return base;
}

Pairs authorisation(const RunningDemo &demo)
{
    const QByteArray hash = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    return {
        {QStringLiteral("client_id"), demo.endpoints.clientId},
        {QStringLiteral("response_type"), QStringLiteral("code")},
        {QStringLiteral("redirect_uri"), redirect},
        {QStringLiteral("state"), QStringLiteral("a state/with + signs")},
        {QStringLiteral("code_challenge_method"), QStringLiteral("S256")},
        {QStringLiteral("code_challenge"),
         QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))}};
}

DemoAnswer authorise(RunningDemo &demo, const Pairs &pairs)
{
    const QString query = QString::fromLatin1(encoded(pairs));
    return demo.client->sendAbsolute("GET", QLatin1String("/oauth/authorize?") + query);
}

DemoAnswer approve(RunningDemo &demo, const Pairs &pairs)
{
    return demo.client->sendAbsolute("POST", QStringLiteral("/oauth/authorize/approve"), encoded(pairs),
                                     formType);
}

/// The parameter @p name of the Location of a redirect.
QString sentBack(const DemoAnswer &answer, const char *name)
{
    const QUrl location = QUrl::fromEncoded(answer.headers.value("location"));
    return QUrlQuery(location).queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
}

/// A code for the administrator.
QString newCode(RunningDemo &demo, const Pairs &change = {})
{
    Pairs pairs = changed(authorisation(demo), change);
    pairs.insert(QStringLiteral("user"), demo.server.adminUserId());
    return sentBack(approve(demo, pairs), "code");
}

Pairs exchange(const RunningDemo &demo, const QString &code)
{
    return {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
            {QStringLiteral("code"), code},
            {QStringLiteral("code_verifier"), verifier},
            {QStringLiteral("client_id"), demo.endpoints.clientId},
            {QStringLiteral("redirect_uri"), redirect}};
}

enum class With { Nothing, Secret, WrongSecret };

DemoAnswer askToken(RunningDemo &demo, const Pairs &pairs, With with = With::Nothing)
{
    DemoEndpoints endpoints = demo.endpoints;
    endpoints.token.clear();
    DemoClient client(endpoints);
    const QString secret =
        with == With::Secret ? endpoints.clientSecret : QString(endpoints.clientSecret + QLatin1Char('x'));
    const QString pair = endpoints.clientId + QLatin1Char(':') + secret;
    if (with != With::Nothing)
        client.basicAuthorization = "Basic " + pair.toUtf8().toBase64();
    return client.send("POST", QStringLiteral("/oauth/token"), encoded(pairs), formType);
}

QString text(const DemoAnswer &answer, const char *name)
{
    return answer.json.value(QLatin1String(name)).toString();
}

/// Whether the API takes @p token.
int statusWith(RunningDemo &demo, const QString &token)
{
    DemoClient client(demo.endpoints);
    client.setToken(token);
    return client.get(QStringLiteral("/tokens/me")).status;
}

} // namespace

class TestDemoIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhoIsThere()
    {
        RunningDemo demo;
        Pairs pairs = authorisation(demo);
        pairs.insert(QStringLiteral("state"), QStringLiteral("\"><script>alert(1)</script>"));
        pairs.insert(QStringLiteral("login_hint"), QStringLiteral("dirk.directory@demo.example:demo"));
        const DemoAnswer page = authorise(demo, pairs);
        QCOMPARE(page.status, 200);
        QVERIFY(page.headers.value("content-type").startsWith("text/html"));
        QVERIFY(page.headers.value("content-security-policy").contains("default-src 'none'"));
        const QString html = QString::fromUtf8(page.body);
        QVERIFY(html.contains(QLatin1String("action=\"/oauth/authorize/approve\"")));
        QVERIFY(html.contains(QLatin1String("Amira Admin")));
        QVERIFY(html.contains(QLatin1String("Dirk Directory")));
        QVERIFY(!html.contains(QLatin1String("Nora Nothing"))); // no administrator
        QVERIFY(!html.contains(QLatin1String("<script>")));
        QVERIFY(html.contains(demo.server.adminUserId()));
        QVERIFY(html.contains(
            QString(demo.server.directoryAdminUserId() + QLatin1String("\" required checked"))));
    }

    void theFormSendsBackWhatItWasGiven()
    {
        RunningDemo demo;
        const QString html = QString::fromUtf8(authorise(demo, authorisation(demo)).body);
        static const QRegularExpression field(
            QStringLiteral("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">"));
        Pairs form{{QStringLiteral("user"), demo.server.adminUserId()},
                   {QStringLiteral("decision"), QStringLiteral("allow")}};
        auto fields = field.globalMatch(html);
        while (fields.hasNext()) {
            const QRegularExpressionMatch one = fields.next();
            form.insert(one.captured(1), one.captured(2));
        }
        const DemoAnswer answer = approve(demo, form);
        QCOMPARE(answer.status, 302);
        QVERIFY(answer.headers.value("location").startsWith("http://127.0.0.1:8765/back?from=demo&code="));
        QCOMPARE(sentBack(answer, "state"), QStringLiteral("a state/with + signs"));
        const DemoAnswer token = askToken(demo, exchange(demo, sentBack(answer, "code")));
        QCOMPARE(token.status, 200);
    }

    void signsInWithPkceAndSaysWhoItIs()
    {
        RunningDemo demo;
        const DemoAnswer token = askToken(demo, exchange(demo, newCode(demo)));
        QCOMPARE(token.status, 200);
        QCOMPARE(text(token, "token_type"), QStringLiteral("bearer"));
        QCOMPARE(token.json.value(QLatin1String("expires_in")).toInt(), 86400);
        QVERIFY(!token.json.contains(QLatin1String("refresh_token")));

        demo.client->setToken(text(token, "access_token"));
        const DemoAnswer me = demo.client->get(
            QStringLiteral("/users/me?expand=authorization,organization&expand=token,presence"));
        QCOMPARE(me.status, 200);
        QCOMPARE(text(me, "id"), demo.server.adminUserId());
        QCOMPARE(text(me, "name"), QStringLiteral("Amira Admin"));
        const QJsonValue authorization = me.json.value(QLatin1String("authorization"));
        QVERIFY(
            authorization[QLatin1String("permissions")].toArray().contains(QStringLiteral("directory:*:*")));
        QCOMPARE(authorization[QLatin1String("permissionPolicies")][0][QLatin1String("domain")].toString(),
                 QStringLiteral("alerting"));
        QStringList roles;
        for (const QJsonValue &role : authorization[QLatin1String("roles")].toArray())
            roles.append(role[QLatin1String("name")].toString());
        QVERIFY(roles.contains(QLatin1String("Master Admin")));
        QCOMPARE(me.json.value(QLatin1String("organization"))[QLatin1String("name")].toString(),
                 QStringLiteral("Demo Organisation (generated data)"));
        QCOMPARE(demo.client->get(QStringLiteral("/users/me?expand=everything")).status, 400);

        const DemoAnswer subject = demo.client->get(QStringLiteral("/authorization/subjects/me"));
        QCOMPARE(text(subject, "id"), demo.server.adminUserId());
        QCOMPARE(subject.json.value(QLatin1String("grants")).toArray().size(), 2);
        QVERIFY(
            !subject.json.value(QLatin1String("grants"))[1][QLatin1String("role")][QLatin1String("policies")]
                 .toArray()
                 .isEmpty());
        QCOMPARE(demo.client->get(QStringLiteral("/organizations/me")).status, 200);
        const DemoAnswer info = demo.client->get(QStringLiteral("/tokens/me"));
        QCOMPARE(info.json.value(QLatin1String("OAuthClient"))[QLatin1String("id")].toString(),
                 demo.endpoints.clientId);
        QCOMPARE(demo.client->get(QStringLiteral("/tokens/timeout")).status, 200);
    }

    void refusesToAuthorise_data()
    {
        QTest::addColumn<Pairs>("change");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *key, const char *value, int status,
                            const char *error) {
            QTest::newRow(name) << Pairs{{QString::fromLatin1(key), QString::fromLatin1(value)}} << status
                                << QString::fromLatin1(error);
        };
        row("unknown client", "client_id", "somebody", 400, "invalid_client");
        row("no client", "client_id", "", 400, "invalid_client");
        row("foreign host", "redirect_uri", "http://attacker.example/", 400, "invalid_request");
        row("host that only looks local", "redirect_uri", "http://127.0.0.1.attacker.example/", 400,
            "invalid_request");
        row("local user info", "redirect_uri", "http://127.0.0.1@attacker.example/", 400, "invalid_request");
        row("no http", "redirect_uri", "javascript:alert(1)", 400, "invalid_request");
        row("https", "redirect_uri", "https://127.0.0.1:1/", 400, "invalid_request");
        row("fragment", "redirect_uri", "http://127.0.0.1:1/#part", 400, "invalid_request");
        row("no redirect", "redirect_uri", "", 400, "invalid_request");
        row("no PKCE", "code_challenge", "", 302, "invalid_request");
        row("plain PKCE", "code_challenge_method", "plain", 302, "invalid_request");
        row("no method", "code_challenge_method", "", 302, "invalid_request");
        row("odd challenge", "code_challenge", "short", 302, "invalid_request");
        row("implicit", "response_type", "token", 302, "unsupported_response_type");
    }

    void refusesToAuthorise()
    {
        QFETCH(Pairs, change);
        QFETCH(int, status);
        QFETCH(QString, error);
        RunningDemo demo;
        Pairs pairs = changed(authorisation(demo), change);
        const DemoAnswer asked = authorise(demo, pairs);
        pairs.insert(QStringLiteral("user"), demo.server.adminUserId());
        for (const DemoAnswer &answer : {asked, approve(demo, pairs)}) {
            QCOMPARE(answer.status, status);
            if (status == 302) {
                QCOMPARE(sentBack(answer, "error"), error);
                QVERIFY(!sentBack(answer, "error_description").isEmpty());
                QCOMPARE(sentBack(answer, "state"), QStringLiteral("a state/with + signs"));
                QVERIFY(sentBack(answer, "code").isEmpty());
            } else {
                QVERIFY(!answer.headers.contains("location"));
                QVERIFY(answer.headers.value("content-type").startsWith("text/html"));
                QVERIFY(answer.body.contains(QByteArray("<code>" + error.toLatin1() + "</code>")));
            }
        }
    }

    void takesEveryLoopbackAddress_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::newRow("IPv4") << "http://127.0.0.1:1234/callback";
        QTest::newRow("name") << "http://localhost:1234";
        QTest::newRow("IPv6") << "http://[::1]:1234/";
    }

    void takesEveryLoopbackAddress()
    {
        QFETCH(QString, uri);
        RunningDemo demo;
        QVERIFY(!newCode(demo, {{QStringLiteral("redirect_uri"), uri}}).isEmpty());
    }

    void refusesWhoIsNoAdministratorAndWhoCancels()
    {
        RunningDemo demo;
        Pairs pairs = authorisation(demo);
        pairs.insert(QStringLiteral("user"), demo.user("nora.nothing"));
        QCOMPARE(approve(demo, pairs).status, 400);
        pairs.insert(QStringLiteral("user"), QString());
        QCOMPARE(approve(demo, pairs).status, 400);
        pairs.insert(QStringLiteral("decision"), QStringLiteral("deny"));
        const DemoAnswer denied = approve(demo, pairs);
        QCOMPARE(denied.status, 302);
        QCOMPARE(sentBack(denied, "error"), QStringLiteral("access_denied"));
    }

    void signsInWithoutAFormIfToldTo()
    {
        DemoOptions options = smallDemo();
        options.signInAs = QStringLiteral("dirk.directory@demo.example");
        RunningDemo demo(options);
        const DemoAnswer answer = authorise(demo, authorisation(demo));
        QCOMPARE(answer.status, 302);
        const DemoAnswer token = askToken(demo, exchange(demo, sentBack(answer, "code")));
        demo.client->setToken(text(token, "access_token"));
        QCOMPARE(text(demo.client->get(QStringLiteral("/users/me")), "id"),
                 demo.server.directoryAdminUserId());
        const Pairs prompt{{QStringLiteral("prompt"), QStringLiteral("login")}};
        QCOMPARE(authorise(demo, changed(authorisation(demo), prompt)).status, 200);
    }

    void refusesToExchange_data()
    {
        QTest::addColumn<Pairs>("change");
        QTest::addColumn<int>("with");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *key, const char *value, With with, int status,
                            const char *error) {
            QTest::newRow(name) << Pairs{{QString::fromLatin1(key), QString::fromLatin1(value)}}
                                << static_cast<int>(with) << status << QString::fromLatin1(error);
        };
        row("unknown code", "code", "nonsense", With::Nothing, 400, "invalid_grant");
        row("no code", "code", "", With::Nothing, 400, "invalid_grant");
        row("other verifier", "code_verifier", "another-verifier-that-has-43-characters-or-more",
            With::Nothing, 400, "invalid_grant");
        row("short verifier", "code_verifier", "short", With::Nothing, 400, "invalid_grant");
        row("no verifier", "code_verifier", "", With::Nothing, 400, "invalid_grant");
        row("no verifier, but a secret", "code_verifier", "", With::Secret, 400, "invalid_grant");
        row("other redirect", "redirect_uri", "http://127.0.0.1:8766/back?from=demo", With::Nothing, 400,
            "invalid_grant");
        row("no redirect", "redirect_uri", "", With::Nothing, 400, "invalid_grant");
        row("unknown client", "client_id", "somebody", With::Nothing, 401, "invalid_client");
        row("wrong secret", "state", "x", With::WrongSecret, 401, "invalid_client");
        row("no grant type", "grant_type", "", With::Nothing, 400, "unsupported_grant_type");
        row("password", "grant_type", "password", With::Secret, 400, "unsupported_grant_type");
        row("client credentials without any", "grant_type", "client_credentials", With::Nothing, 401,
            "invalid_client");
        row("client credentials, wrong secret", "grant_type", "client_credentials", With::WrongSecret, 401,
            "invalid_client");
        row("unknown refresh token", "grant_type", "refresh_token", With::Secret, 400, "invalid_grant");
    }

    void refusesToExchange()
    {
        QFETCH(Pairs, change);
        QFETCH(int, with);
        QFETCH(int, status);
        QFETCH(QString, error);
        RunningDemo demo;
        const DemoAnswer answer =
            askToken(demo, changed(exchange(demo, newCode(demo)), change), static_cast<With>(with));
        QCOMPARE(answer.status, status);
        QCOMPARE(text(answer, "error"), error);
        QVERIFY(!text(answer, "error_description").isEmpty());
        QCOMPARE(text(answer, "description"), text(answer, "error_description"));
        QVERIFY(!answer.json.contains(QLatin1String("access_token")));
        QCOMPARE(answer.headers.contains("www-authenticate"), status == 401);
    }

    void aCodeIsGoodForOneExchange()
    {
        RunningDemo demo;
        const QString code = newCode(demo);
        const QString token = text(askToken(demo, exchange(demo, code)), "access_token");
        QCOMPARE(statusWith(demo, token), 200);
        const DemoAnswer again = askToken(demo, exchange(demo, code));
        QCOMPARE(again.status, 400);
        QCOMPARE(text(again, "error"), QStringLiteral("invalid_grant"));
        QVERIFY(text(again, "description").contains(QLatin1String("used before")));
        QCOMPARE(statusWith(demo, token), 401); // whose was it?
    }

    void aCodeExpires()
    {
        DemoOptions options = smallDemo();
        options.codeLifetimeSeconds = 0;
        RunningDemo demo(options);
        const DemoAnswer late = askToken(demo, exchange(demo, newCode(demo)));
        QCOMPARE(late.status, 400);
        QVERIFY(text(late, "description").contains(QLatin1String("expired")));
    }

    void signsInWithTheSecretOfTheClient()
    {
        DemoOptions options = smallDemo();
        options.requiresPkce = false;
        RunningDemo demo(options);
        const Pairs plain{{QStringLiteral("code_challenge"), QString()},
                          {QStringLiteral("code_challenge_method"), QString()}};
        const Pairs noVerifier{{QStringLiteral("code_verifier"), QString()},
                               {QStringLiteral("client_id"), QString()}};
        const DemoAnswer without = askToken(demo, changed(exchange(demo, newCode(demo, plain)),
                                                          {{QStringLiteral("code_verifier"), QString()}}));
        QCOMPARE(without.status, 401);
        const DemoAnswer answer =
            askToken(demo, changed(exchange(demo, newCode(demo, plain)), noVerifier), With::Secret);
        QCOMPARE(answer.status, 200);
        QVERIFY(!text(answer, "refresh_token").isEmpty());
        demo.client->setToken(text(answer, "access_token"));
        QCOMPARE(text(demo.client->get(QStringLiteral("/users/me")), "id"), demo.server.adminUserId());
    }

    void refreshTokensAreReplaced()
    {
        RunningDemo demo;
        const DemoAnswer first = askToken(demo, exchange(demo, newCode(demo)), With::Secret);
        const Pairs refresh{{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                            {QStringLiteral("client_id"), demo.endpoints.clientId},
                            {QStringLiteral("refresh_token"), text(first, "refresh_token")}};
        demo.server.revokeTokens(); // the refresh token outlives them
        QCOMPARE(statusWith(demo, text(first, "access_token")), 401);
        const DemoAnswer second = askToken(demo, refresh, With::Secret);
        QCOMPARE(second.status, 200);
        QCOMPARE(statusWith(demo, text(second, "access_token")), 200);
        QVERIFY(text(second, "refresh_token") != text(first, "refresh_token"));
        QCOMPARE(text(askToken(demo, refresh, With::Secret), "error"), QStringLiteral("invalid_grant"));

        const Pairs next =
            changed(refresh, {{QStringLiteral("refresh_token"), text(second, "refresh_token")}});
        demo.server.revokeTokens(true);
        QCOMPARE(text(askToken(demo, next, With::Secret), "error"), QStringLiteral("invalid_grant"));
    }

    void pkceRefreshesOnlyIfToldTo()
    {
        DemoOptions options = smallDemo();
        options.givesRefreshToken = true;
        RunningDemo demo(options);
        const DemoAnswer first = askToken(demo, exchange(demo, newCode(demo)));
        const Pairs refresh{{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                            {QStringLiteral("client_id"), demo.endpoints.clientId},
                            {QStringLiteral("refresh_token"), text(first, "refresh_token")}};
        QCOMPARE(askToken(demo, changed(refresh, {{QStringLiteral("client_id"), QString()}})).status, 401);
        QCOMPARE(askToken(demo, refresh).status, 200);
    }

    void endsTokens()
    {
        RunningDemo demo;
        const auto signIn = [&demo] { return askToken(demo, exchange(demo, newCode(demo)), With::Secret); };
        const DemoAnswer one = signIn();
        const DemoAnswer other = signIn();
        DemoClient own(demo.endpoints);
        own.setToken(text(one, "access_token"));
        QCOMPARE(own.send("DELETE", QStringLiteral("/tokens/me")).status, 200);
        QCOMPARE(statusWith(demo, text(one, "access_token")), 401);
        QCOMPARE(statusWith(demo, text(other, "access_token")), 200);
        const Pairs refresh{{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                            {QStringLiteral("refresh_token"), text(one, "refresh_token")}};
        QCOMPARE(askToken(demo, refresh, With::Secret).status, 400);

        const QString path = QStringLiteral("/tokens/%1").arg(demo.server.adminUserId());
        const DemoAnswer all = demo.client->send("DELETE", path);
        QCOMPARE(all.status, 204);
        QVERIFY(all.body.isEmpty());
        QCOMPARE(statusWith(demo, text(other, "access_token")), 401);
        QCOMPARE(statusWith(demo, demo.endpoints.token), 200); // somebody else's
        QCOMPARE(demo.client->send("DELETE", QStringLiteral("/tokens/nobody")).status, 404);
    }

    void whoIsDeactivatedIsOut()
    {
        RunningDemo demo;
        const QString dirk = demo.server.directoryAdminUserId();
        const QString token = demo.server.issueToken(dirk);
        QCOMPARE(statusWith(demo, token), 200);
        demo.client->send("PUT", QStringLiteral("/users/%1").arg(dirk), "{\"status\":\"inactive\"}");
        QCOMPARE(statusWith(demo, token), 401);
        Pairs pairs = authorisation(demo);
        pairs.insert(QStringLiteral("user"), dirk);
        QCOMPARE(approve(demo, pairs).status, 400);
    }

    void aClientIsNobodyButHasPermissions()
    {
        RunningDemo demo;
        QCOMPARE(demo.client->get(QStringLiteral("/users/me")).code, QStringLiteral("not.a.user"));
        const DemoAnswer subject = demo.client->get(QStringLiteral("/authorization/subjects/me"));
        QCOMPARE(subject.status, 200);
        QCOMPARE(text(subject, "id"), demo.endpoints.clientId);
    }

    void signsOut()
    {
        RunningDemo demo;
        const QString path =
            QStringLiteral("/logout?client_id=%1&redirect_uri=").arg(demo.endpoints.clientId);
        const DemoAnswer back = demo.client->sendAbsolute(
            "GET", QString(path + QLatin1String("http%3A%2F%2Flocalhost%3A7777%2Fbye")));
        QCOMPARE(back.status, 302);
        QCOMPARE(back.headers.value("location"), QByteArray("http://localhost:7777/bye"));
        const DemoAnswer away =
            demo.client->sendAbsolute("GET", QString(path + QLatin1String("http%3A%2F%2Fattacker.example")));
        QCOMPARE(away.status, 200);
        QVERIFY(!away.headers.contains("location"));
        QCOMPARE(demo.client->sendAbsolute("GET", QStringLiteral("/logout?client_id=none")).status, 400);
    }

    void secretsAreNewAtEachStartUnlessGiven()
    {
        RunningDemo one;
        RunningDemo other;
        QCOMPARE(other.endpoints.clientId, one.endpoints.clientId);
        QVERIFY(other.endpoints.clientSecret != one.endpoints.clientSecret);
        QVERIFY(one.endpoints.clientSecret.size() >= 32);
        QVERIFY(other.endpoints.token != one.endpoints.token);
        DemoOptions options = smallDemo();
        options.clientSecret = QStringLiteral("chosen");
        RunningDemo given(options);
        QCOMPARE(given.endpoints.clientSecret, QStringLiteral("chosen"));
        QVERIFY(!given.newToken().isEmpty());
    }

    void theLogKeepsNoSecrets()
    {
        RunningDemo demo;
        askToken(demo, exchange(demo, newCode(demo)), With::Secret);
        const QList<RequestRecord> log = demo.server.requestLog();
        QVERIFY(log.size() >= 2);
        for (const RequestRecord &one : log)
            QVERIFY(one.body.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDemoIdentity)
#include "tst_demoidentity.moc"
