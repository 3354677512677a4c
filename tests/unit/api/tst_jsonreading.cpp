// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/jsonreading.h"

#include "app/base/redaction.h"

#include <QJsonArray>

#include <QTest>

#include <ctime>

namespace offboarding {

namespace {

ApiResponse answer(const QByteArray &body)
{
    return {200, body, QStringLiteral("c-1"), QStringLiteral("GET /api/v2/x")};
}

} // namespace

class JsonReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // A place with summer time: dates of the platform must not depend on where the console runs.
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void aBrokenBodySaysWhatAndWhere_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("detail");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("not JSON") << QByteArray("<html>") << QStringLiteral("not valid JSON");
        QTest::newRow("cut") << QByteArray(R"({"a":[1,2)") << QStringLiteral("of 9");
        QTest::newRow("trailing comma") << QByteArray(R"({"a":1,})") << QStringLiteral("at byte");
        QTest::newRow("two documents") << QByteArray(R"({"a":1}{"b":2})") << QStringLiteral("not valid JSON");
        QTest::newRow("a list") << QByteArray("[1]") << QStringLiteral("not a JSON object");
        QTest::newRow("a number") << QByteArray("17") << QStringLiteral("not");
        QTest::newRow("null") << QByteArray("null") << QStringLiteral("not");
        QTest::newRow("UTF-16") << QByteArray("{\0\"\0a\0\"\0:\0\x31\0}\0", 14)
                                << QStringLiteral("not valid JSON");
        QTest::newRow("Latin-1") << QByteArray("{\"a\":\"J\xfcrgen\"}")
                                 << QStringLiteral("not valid UTF-8: byte 7 of 14");
        QTest::newRow("cut character")
            << QByteArray("{\"a\":\"\xe2\x82\"}") << QStringLiteral("not valid UTF-8: byte 6");
        QTest::newRow("surrogate") << QByteArray("{\"a\":\"\xed\xa0\x80\"}")
                                   << QStringLiteral("not valid UTF-8: byte 6");
        QTest::newRow("overlong") << QByteArray("{\"a\":\"\xc0\xaf\"}")
                                  << QStringLiteral("not valid UTF-8: byte 6");
    }

    void aBrokenBodySaysWhatAndWhere()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, detail);
        const Result<QJsonObject> object = jsonObject(answer(body));
        QVERIFY(!object.has_value());
        QCOMPARE(object.error().kind, ErrorKind::BadResponse);
        QCOMPARE(object.error().place, QStringLiteral("GET /api/v2/x"));
        QCOMPARE(object.error().correlationId, QStringLiteral("c-1"));
        QCOMPARE(object.error().httpStatus, 200);
        QVERIFY2(object.error().detail.contains(detail), qPrintable(object.error().detail));
    }

    void aHealthyBodyIsRead()
    {
        const Result<QJsonObject> object =
            jsonObject(answer("\n {\"a\":\"J\xc3\xbcrgen \xf0\x9f\x99\x82\"} \n"));
        QVERIFY(object.has_value());
        QCOMPARE(object->value(QStringLiteral("a")).toString(), QString::fromUtf8("Jürgen 🙂"));
    }

    void nestingWithoutEndIsRefused()
    {
        const Result<QJsonObject> object = jsonObject(answer(QByteArray(200'000, '[')));
        QVERIFY(!object.has_value());
        QCOMPARE(object.error().kind, ErrorKind::BadResponse);
    }

    void theFirstInvalidByteIsFound()
    {
        QCOMPARE(firstInvalidUtf8(""), -1);
        QCOMPARE(firstInvalidUtf8("abc"), -1);
        QCOMPARE(
            firstInvalidUtf8("\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"),
            -1);
        QCOMPARE(firstInvalidUtf8("ab\xff"), 2);
        QCOMPARE(firstInvalidUtf8("\x80"), 0);
        QCOMPARE(firstInvalidUtf8("a\xc3"), 1);
        QCOMPARE(firstInvalidUtf8("a\xf0\x9f\x99"), 1);
        QCOMPARE(firstInvalidUtf8("a\xf4\x90\x80\x80"), 1); // past U+10FFFF
        QCOMPARE(firstInvalidUtf8("a\xf5\x80\x80\x80"), 1);
        QCOMPARE(firstInvalidUtf8("\xe0\x9f\x80"), 0); // overlong
        QCOMPARE(firstInvalidUtf8("\xf0\x8f\x80\x80"), 0);
    }

    void datesAreUtcWhereverOneIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::addColumn<bool>("isWithoutZone");
        const auto row = [](const char *text, const char *utc, bool isZoneless) {
            QTest::newRow(*text == '\0' ? "(empty)" : text)
                << QString::fromLatin1(text) << QString::fromLatin1(utc) << isZoneless;
        };
        row("2026-08-01T10:00:00.000Z", "2026-08-01T10:00:00.000Z", false);
        row("2026-08-01T10:00:00Z", "2026-08-01T10:00:00.000Z", false);
        row("2026-08-01T10:00Z", "2026-08-01T10:00:00.000Z", false);
        row("2026-08-01T10:00:00.123456Z", "2026-08-01T10:00:00.123Z", false);
        row("2026-08-01T10:00:00z", "2026-08-01T10:00:00.000Z", false);
        row("2026-08-01T10:00:00+02:00", "2026-08-01T08:00:00.000Z", false);
        row("2026-08-01T10:00:00-0530", "2026-08-01T15:30:00.000Z", false);
        row("2026-08-01T10:00:00", "2026-08-01T10:00:00.000Z", true);
        row("2026-08-01 10:00:00", "2026-08-01T10:00:00.000Z", true);
        row("2026-08-01", "2026-08-01T00:00:00.000Z", true);
        row("2026-03-29T02:30:00", "2026-03-29T02:30:00.000Z", true); // this hour does not exist in Berlin
        row("2026-10-25T02:30:00", "2026-10-25T02:30:00.000Z", true); // and this one exists twice
        row("1969-12-31T23:59:59Z", "1969-12-31T23:59:59.000Z", false);
        row("", "", false);
        row("yesterday", "", false);
        row("2026-13-01T00:00:00Z", "", false);
        row("2026-02-30T00:00:00Z", "", false);
        row("2026-02-30", "", false);
        row("2026-08-01T25:00:00Z", "", false);
        row("2026-08-01T10:00:00ZZ", "", false);
        row("Z", "", false);
        row("1754042400", "", false);
    }

    void datesAreUtcWhereverOneIs()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, utc);
        QFETCH(const bool, isWithoutZone);
        const QDateTime date = dateFromText(text);
        QCOMPARE(date.isValid(), !utc.isEmpty());
        if (date.isValid()) {
            QCOMPARE(date.timeSpec(), Qt::UTC);
            QCOMPARE(date.toString(Qt::ISODateWithMs), utc);
        }
        QCOMPARE(offboarding::isWithoutZone(text), isWithoutZone);
    }

    void oddDatesAreNotedMissingOnesAreNot()
    {
        ReadingNotes notes(QStringLiteral("GET /x"));
        const QJsonObject object{{QStringLiteral("good"), QStringLiteral("2026-08-01T10:00:00Z")},
                                 {QStringLiteral("zoneless"), QStringLiteral("2026-08-01T10:00:00")},
                                 {QStringLiteral("bad"), QStringLiteral("yesterday")},
                                 {QStringLiteral("number"), 17},
                                 {QStringLiteral("null"), QJsonValue()}};
        const QString where = QStringLiteral("participant 3");
        QVERIFY(dateOf(object, "good", where, &notes).isValid());
        QVERIFY(!dateOf(object, "missing", where, &notes).isValid());
        QVERIFY(!dateOf(object, "null", where, &notes).isValid());
        QVERIFY(dateOf(object, "zoneless", where, &notes).isValid());
        QVERIFY(!dateOf(object, "bad", where, &notes).isValid());
        QVERIFY(!dateOf(object, "number", where, &notes).isValid());
        const QStringList taken = notes.take();
        QCOMPARE(taken.size(), 3);
        QCOMPARE(taken.at(0),
                 QStringLiteral("GET /x: participant 3: zoneless has no zone and was taken as UTC"));
        QCOMPARE(taken.at(1), QStringLiteral("GET /x: participant 3: bad is not a date: \"yesterday\""));
        QVERIFY(taken.at(2).contains(QStringLiteral("number")));
    }

    void notesAreBounded()
    {
        ReadingNotes notes(QStringLiteral("GET /x"));
        for (int i = 0; i < 1000; ++i)
            notes.add(QString(5000, QLatin1Char('x')));
        const QStringList taken = notes.take();
        QCOMPARE(taken.size(), 51);
        QCOMPARE(taken.last(), QStringLiteral("GET /x: 950 more oddities"));
        for (const QString &note : taken)
            QVERIFY(note.size() < 400);
        QVERIFY(notes.take().isEmpty());
    }

    void textIsBoundedAndOfTheRightType()
    {
        const QJsonObject object{{QStringLiteral("text"), QString(longestServerText * 2, QLatin1Char('x'))},
                                 {QStringLiteral("number"), 17},
                                 {QStringLiteral("list"), QJsonArray{QStringLiteral("x")}}};
        QCOMPARE(boundedText(object, "text").size(), longestServerText + 1);
        QCOMPARE(boundedText(object, "number"), QString());
        QCOMPARE(boundedText(object, "list"), QString());
        QCOMPARE(boundedText(object, "missing"), QString());
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::JsonReadingTest)
#include "tst_jsonreading.moc"
