// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/redaction.h"

#include <QElapsedTimer>
#include <QTest>

namespace offboarding {

class RedactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecretNeverStays_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(text);
        };
        row("bearer header", "Authorization: Bearer MARKER-abc_123.x~y");
        row("bearer, other case", "authorization: bEaReR MARKERabc123");
        row("bearer over two blanks", "Bearer  MARKERabc123");
        row("bearer in an address", "https://h/p?auth=Bearer%20MARKERabc123");
        row("bearer in a form", "auth=Bearer+MARKERabc123");
        row("basic credentials", "Authorization: Basic TUFSS0VSOk1BUktFUg==MARKER");
        row("access token as parameter", "GET /x?access_token=MARKER1&y=2");
        row("access token as JSON", R"({"access_token":"MARKER1","token_type":"bearer"})");
        row("access token as JSON with blanks", R"({ "access_token" : "MARKER1" })");
        row("JSON in a JSON string", R"({"message":"got {\"access_token\":\"MARKER1\"}"})");
        row("camel case", R"({"accessToken":"MARKER1","refreshToken":"MARKER2","idToken":"MARKER3"})");
        row("refresh token", "grant_type=refresh_token&refresh_token=MARKER1");
        row("id token", "id_token=MARKER1");
        row("client secret", "client_id=abc&client_secret=MARKER1");
        row("client secret as JSON", R"({"client_secret": "MARKER1"})");
        row("code verifier", "code_verifier=MARKER1&client_id=1");
        row("client assertion", "client_assertion=MARKER1");
        row("password", "grant_type=password&password=MARKER1");
        row("encoded parameter", "body: access_token%3DMARKER1");
        row("authorization code", "http://127.0.0.1:8123/?code=MARKER1&state=abc");
        row("authorization code later", "http://127.0.0.1:8123/?state=abc&code=MARKER1");
        row("single quotes", "{'client_secret': 'MARKER1'}");
        row("two on one line", "access_token=MARKER1 and refresh_token=MARKER2");
    }

    void aSecretNeverStays()
    {
        QFETCH(const QString, text);
        QVERIFY2(!redacted(text).contains(QStringLiteral("MARKER")), qPrintable(redacted(text)));
        QVERIFY(redacted(text).contains(QStringLiteral("[redacted]")));
        QVERIFY(!boundedServerText(text).contains(QStringLiteral("MARKER")));
    }

    void everythingElseStays_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(text);
        };
        row("an error body", R"({"code":"not.found","status":404,"contextId":"abc-1"})");
        row("a request", "GET /api/v2/users?pageSize=500&pageNumber=1&expand=presence");
        row("the placeholder of a curl command", R"(curl -H "Authorization: Bearer $TOKEN" 'https://h/x')");
        row("a name", "Basil Bearerson, Zugangscode 17");
        row("empty", "");
    }

    void everythingElseStays()
    {
        QFETCH(const QString, text);
        QCOMPARE(redacted(text), text);
    }

    void whatFollowsASecretStays()
    {
        QCOMPARE(redacted(QStringLiteral("client_secret=abcd&grant_type=x")),
                 QStringLiteral("client_secret=[redacted]&grant_type=x"));
        QCOMPARE(redacted(QStringLiteral("{\"access_token\":\"abcd\",\"expires_in\":300}")),
                 QStringLiteral("{\"access_token\":\"[redacted]\",\"expires_in\":300}"));
    }

    void serverTextIsCut()
    {
        const QString text = boundedServerText(QString(longestServerText * 3, QLatin1Char('x')));
        QCOMPARE(text.size(), longestServerText + 1);
        QVERIFY(text.endsWith(QChar(0x2026)));
        QCOMPARE(boundedServerText(QString(longestServerText, QLatin1Char('x'))).size(), longestServerText);
    }

    void aSecretAcrossTheCutDoesNotStay()
    {
        for (qsizetype before = longestServerText - 30; before < longestServerText + 5; ++before) {
            const QString text =
                QString(before, QLatin1Char(' ')) + QStringLiteral(".Bearer MARKERMARKERMARKER");
            QVERIFY2(!boundedServerText(text).contains(QStringLiteral("MARK")),
                     qPrintable(QString::number(before)));
        }
        for (qsizetype before = 2 * longestServerText - 30; before < 2 * longestServerText; ++before) {
            const QString text = QString(before, QLatin1Char('x')) + QStringLiteral(" Bearer MARKERMARKER");
            QVERIFY(!boundedServerText(text).contains(QStringLiteral("MARK")));
        }
    }

    void controlCharactersBecomeBlanks()
    {
        const QString text = QStringLiteral("a\x1b[31mb") + QChar(0) + QStringLiteral("c\td\x7f") +
                             QChar(0x9b) + QStringLiteral("e\nf");
        const QString bounded = boundedServerText(text);
        QCOMPARE(bounded, QStringLiteral("a [31mb c d  e\nf"));
    }

    void theWritingDirectionCannotBeTurned()
    {
        // "moc.live" behind an override would read as "evil.com".
        const QString text = QStringLiteral("see ") + QChar(0x202e) + QStringLiteral("moc.live") +
                             QChar(0x202c) + QChar(0x2066) + QChar(0x2069) + QStringLiteral("!");
        const QString bounded = boundedServerText(text);
        for (const QChar character : bounded)
            QVERIFY(character.category() != QChar::Other_Format);
        QVERIFY(bounded.contains(QStringLiteral("moc.live")));
        // The marks that Arabic and Hebrew need are not among them.
        QVERIFY(boundedServerText(QStringLiteral("a") + QChar(0x200f) + QStringLiteral("b"))
                    .contains(QChar(0x200f)));
    }

    void hostileTextTakesNoTime()
    {
        QString text;
        for (int i = 0; i < 20'000; ++i)
            text += QStringLiteral("bearer bearer access_token\\\\\"\\\\\" ");
        QElapsedTimer clock;
        clock.start();
        redacted(text);
        boundedServerText(text);
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::RedactionTest)
#include "tst_redaction.moc"
