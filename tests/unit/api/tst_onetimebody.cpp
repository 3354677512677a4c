// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/onetimebody.h"

#include <QRegularExpression>
#include <QTest>

namespace offboarding {

class OneTimeBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadOnceInAnyPieces_data()
    {
        QTest::addColumn<int>("piece");
        QTest::newRow("byte by byte") << 1;
        QTest::newRow("in threes") << 3;
        QTest::newRow("at once") << 1000;
    }

    void isReadOnceInAnyPieces()
    {
        QFETCH(const int, piece);
        const QByteArray whole = R"({"state":"inactive","version":4})";
        OneTimeBody body(whole);
        QVERIFY(body.isOpen() && body.isSequential());
        QCOMPARE(body.bytesAvailable(), whole.size());
        QByteArray read;
        while (!body.atEnd()) {
            const QByteArray more = body.read(piece);
            QVERIFY(!more.isEmpty());
            read += more;
        }
        QCOMPARE(read, whole);
        QCOMPARE(body.bytesAvailable(), 0);
        QVERIFY(body.read(piece).isEmpty());
    }

    void cannotBeRewound()
    {
        OneTimeBody body("abc");
        QCOMPARE(body.readAll(), QByteArray("abc"));
        QVERIFY(!body.reset());
        QVERIFY(!body.seek(0) || body.readAll().isEmpty());
        QVERIFY(body.atEnd());
    }

    void cannotBeRewoundBeforeItWasReadEither()
    {
        OneTimeBody body("abc");
        QVERIFY(!body.reset());
    }

    void anEmptyBodyIsOneToo()
    {
        OneTimeBody body{QByteArray()};
        QVERIFY(body.isOpen());
        QVERIFY(body.atEnd());
        QVERIFY(!body.reset());
        QVERIFY(body.readAll().isEmpty());
    }

    void takesNothing()
    {
        OneTimeBody body("abc");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("ReadOnly device")));
        QCOMPARE(body.write("x"), -1);
        QCOMPARE(body.readAll(), QByteArray("abc"));
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::OneTimeBodyTest)
#include "tst_onetimebody.moc"
