// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/faultspec.h"
#include "app/demo/faultplan.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::cli;
using demo::FaultRule;

class TestFaultSpec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAreRead()
    {
        const auto rules = parseFaults(QStringLiteral("GET /api/v2/users*=503x2;PATCH *=cut;*=429@5x1+100; "
                                                      "/a?state=inactive*=404;/b=bad-json;/c=bad-utf8+1;"
                                                      "DELETE /d=delay:1500x3"));
        QVERIFY2(rules, rules ? "" : qPrintable(rules.error()));
        QCOMPARE(rules->size(), 7);
        QCOMPARE(rules->at(0).method, QStringLiteral("GET"));
        QCOMPARE(rules->at(0).pathPattern, QStringLiteral("/api/v2/users*"));
        QVERIFY(rules->at(0).kind == FaultRule::Kind::Status);
        QCOMPARE(rules->at(0).status, 503);
        QCOMPARE(rules->at(0).count, 2);
        QCOMPARE(rules->at(0).skip, 0);
        QVERIFY(rules->at(1).kind == FaultRule::Kind::CutLine);
        QCOMPARE(rules->at(1).count, -1);
        QCOMPARE(rules->at(2).method, QString());
        QCOMPARE(rules->at(2).retryAfterSeconds, 5);
        QCOMPARE(rules->at(2).count, 1);
        QCOMPARE(rules->at(2).skip, 100);
        QCOMPARE(rules->at(3).pathPattern,
                 QStringLiteral("/a?state=inactive*")); // the last "=" ends the path
        QCOMPARE(rules->at(3).status, 404);
        QVERIFY(rules->at(4).kind == FaultRule::Kind::InvalidJson);
        QVERIFY(rules->at(5).kind == FaultRule::Kind::InvalidUtf8);
        QVERIFY(rules->at(6).kind == FaultRule::Kind::Delay);
        QCOMPARE(rules->at(6).delayMs, 1500);
        QCOMPARE(rules->at(6).count, 3);
    }

    void rulesDoWhatTheySay()
    {
        const auto rules = parseFaults(QStringLiteral("GET /users*=503x2+1"));
        QVERIFY(rules);
        demo::FaultPlan plan(*rules);
        const auto take = [&plan](const char *method) {
            return plan.take(QString::fromLatin1(method), QStringLiteral("/users/1"), QString()).has_value();
        };
        QVERIFY(!take("GET"));
        QVERIFY(!take("PUT"));
        QVERIFY(take("GET"));
        QVERIFY(take("GET"));
        QVERIFY(!take("GET"));
    }

    void whatIsWrongIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QString>("specification");
        QTest::addColumn<int>("character"); // counted from 1
        QTest::addColumn<QString>("says");
        const auto row = [](const char *specification, int character, const char *says) {
            QTest::newRow(specification)
                << QString::fromLatin1(specification) << character << QString::fromLatin1(says);
        };
        row("", 1, "a rule");
        row("/a=503;", 8, "a rule");
        row("/a=503;;/b=503", 8, "a rule");
        row("GET /a", 7, "\"=\" and what goes wrong are missing");
        row("/a=503;/b", 10, "\"=\"");
        row("FETCH /a=503", 1, "\"FETCH\" is none of the methods");
        row("get /a=503", 1, "none of the methods");
        row("GET =503", 5, "the path is missing");
        row("users=503", 1, "begins with");
        row("GET /a b=503", 7, "no blank");
        row("/a=", 4, "is no fault");
        row("/a=boom", 4, "\"boom\" is no fault");
        row("/a=200", 4, "a number from 400 to 599");
        row("/a=99999999999", 4, "a number from 400 to 599");
        row("/a=503x", 8, "a number from 1");
        row("/a=503x0", 8, "a number from 1");
        row("/a=503x2x3", 9, "given twice");
        row("/a=503!", 7, "is none of xCOUNT");
        row("/a=cut@3", 7, "only a status");
        row("/a=delay:", 10, "a number from 1");
        row("/a=delay:soon", 10, "a number from 1");
        row("/a=503 x2", 7, "is none of");
    }

    void whatIsWrongIsSaidWithItsPlace()
    {
        QFETCH(const QString, specification);
        QFETCH(const int, character);
        QFETCH(const QString, says);
        const auto rules = parseFaults(specification);
        QVERIFY(!rules);
        const QStringList lines = rules.error().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines.at(0).startsWith(QStringLiteral("--faults, character %1: ").arg(character)),
                 qPrintable(lines.at(0)));
        QVERIFY2(lines.at(0).contains(says), qPrintable(lines.at(0)));
        QCOMPARE(lines.at(1), specification);
        QCOMPARE(lines.at(2).indexOf(QLatin1Char('^')), character - 1); // stands below it
    }
};

QTEST_GUILESS_MAIN(TestFaultSpec)
#include "tst_faultspec.moc"
