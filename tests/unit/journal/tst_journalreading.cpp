// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal.h"
#include "app/journal/journalreading.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace offboarding;

/// What a journal says about itself: whole, torn, or altered and where.
class TestJournalReading : public QObject
{
    Q_OBJECT

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Header and three records, the last with everything that JSON has.
    QByteArray smallJournal()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.journal"));
        Result<std::unique_ptr<Journal>> journal = Journal::create(path);
        if (!journal)
            return {};
        QJsonObject data;
        data.insert(QStringLiteral("user"), QStringLiteral("Zoë \"Z\" O’Neill\n\t\\ \u2028 𝄞"));
        data.insert(QStringLiteral("numbers"), QJsonArray{0, -1, 1.5, 1e300, 9007199254740991.0});
        data.insert(QStringLiteral("nothing"), QJsonValue::Null);
        data.insert(QStringLiteral("yes"), true);
        const bool isWritten = (*journal)->append(QStringLiteral("first"), {}) &&
                               (*journal)->append(QStringLiteral("second"), data) &&
                               (*journal)->append(QStringLiteral("third"), data);
        return isWritten ? contentOf(path) : QByteArray();
    }

    static Result<JournalReading> read(QByteArray content)
    {
        QBuffer buffer(&content);
        buffer.open(QIODevice::ReadOnly);
        return readJournal(buffer, QStringLiteral("run.journal"));
    }

private Q_SLOTS:
    void aWholeJournalIsRead()
    {
        const Result<JournalReading> reading = read(smallJournal());
        QVERIFY2(reading.has_value(), reading ? "" : qPrintable(reading.error().toLogString()));
        QCOMPARE(reading->records.size(), 4);
        QCOMPARE(reading->scan.records, 4);
        QCOMPARE(reading->scan.product, QStringLiteral(OFFBOARDING_VERSION));
        QCOMPARE(reading->scan.lastHash, reading->records.last().hash);
        QVERIFY(reading->scan.tornTail.isEmpty());
        QCOMPARE(reading->records.at(2).kind, QStringLiteral("second"));
        QCOMPARE(reading->records.at(2).data.value(QLatin1String("numbers")).toArray().at(3).toDouble(),
                 1e300);
        QCOMPARE(reading->records.at(3).previous, reading->records.at(2).hash);
        QVERIFY(reading->records.at(3).time.isValid());
    }

    void anyChangedByteIsFound()
    {
        const QByteArray content = smallJournal();
        QVERIFY(content.size() > 500);
        for (qsizetype i = 0; i < content.size(); ++i) {
            for (const char change : {'\x01', '\x02', '\x20', '\x80', '\x55'}) {
                QByteArray altered = content;
                altered[i] = static_cast<char>(altered.at(i) ^ change);
                const Result<JournalReading> reading = read(altered);
                if (reading)
                    QFAIL(qPrintable(QStringLiteral("byte %1 may be changed").arg(i)));
                QVERIFY(journalProblem(reading.error()) != JournalProblem::None);
                // "run.journal:LINE:COLUMN"
                const QStringList place = reading.error().place.split(QLatin1Char(':'));
                QCOMPARE(place.size(), 3);
                QVERIFY(place.at(1).toInt() >= 1 && place.at(1).toInt() <= 5);
                QVERIFY(place.at(2).toInt() >= 1);
            }
        }
    }

    void everyByteOfTheEndOfALineCounts()
    {
        const QByteArray content = smallJournal();
        for (int byte = 0; byte < 256; ++byte) {
            if (byte == '\n')
                continue;
            QByteArray altered = content;
            altered[altered.size() - 1] = static_cast<char>(byte);
            QVERIFY2(!read(altered), qPrintable(QString::number(byte)));
        }
    }

    void cutAnywhereTheRestIsTorn()
    {
        const QByteArray content = smallJournal();
        const qsizetype header = content.indexOf('\n') + 1;
        for (qsizetype length = 0; length < content.size(); ++length) {
            const QByteArray cut = content.first(length);
            const Result<JournalReading> reading = read(cut);
            if (length < header) {
                QVERIFY(!reading);
                QCOMPARE(journalProblem(reading.error()), JournalProblem::NotJournal);
                continue;
            }
            QVERIFY2(reading.has_value(), qPrintable(QString::number(length)));
            QCOMPARE(reading->scan.records, cut.count('\n'));
            QCOMPARE(reading->scan.tornTail, cut.mid(cut.lastIndexOf('\n') + 1));
            QCOMPARE(reading->scan.completeBytes + reading->scan.tornTail.size(), length);
        }
    }

    void zerosOfAPowerCutAreTorn()
    {
        const QByteArray content = smallJournal();
        const qsizetype lastLine = content.lastIndexOf('\n', content.size() - 2) + 1;
        QByteArray zeroed = content;
        for (qsizetype i = lastLine + 30; i < zeroed.size(); ++i)
            zeroed[i] = '\0';
        const Result<JournalReading> reading = read(zeroed);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->scan.records, 3);
        QCOMPARE(reading->scan.tornTail, zeroed.mid(lastLine));
    }

    void linesThatMovedAreFound_data()
    {
        QTest::addColumn<QList<int>>("order");
        QTest::addColumn<int>("line");
        QTest::newRow("one is missing") << QList<int>{0, 1, 3} << 3;
        QTest::newRow("two swapped") << QList<int>{0, 2, 1, 3} << 2;
        QTest::newRow("one twice") << QList<int>{0, 1, 1, 2} << 3;
        QTest::newRow("the header twice") << QList<int>{0, 0} << 2;
        QTest::newRow("without a header") << QList<int>{1, 2} << 1;
    }

    void linesThatMovedAreFound()
    {
        QFETCH(QList<int>, order);
        QFETCH(int, line);
        const QList<QByteArray> lines = smallJournal().split('\n');
        QByteArray content;
        for (const int index : order)
            content += lines.at(index) + '\n';
        const Result<JournalReading> reading = read(content);
        QVERIFY(!reading);
        QCOMPARE(reading.error().place.split(QLatin1Char(':')).at(1).toInt(), line);
    }

    void aRewrittenChainOfAnotherRecordIsFound()
    {
        // Somebody edits a record and computes its hash again: the next one gives it away.
        const QList<QByteArray> lines = smallJournal().split('\n');
        Result<JournalRecord> record = decodeRecord(lines.at(1), QStringLiteral("x"), 2);
        QVERIFY(record.has_value());
        record->kind = QStringLiteral("edited");
        const QByteArray content = lines.at(0) + '\n' + encodeRecord(*record) + '\n' + lines.at(2) + '\n';
        const Result<JournalReading> reading = read(content);
        QVERIFY(!reading);
        QCOMPARE(journalProblem(reading.error()), JournalProblem::Altered);
        QCOMPARE(reading.error().place.split(QLatin1Char(':')).at(1).toInt(), 3);
    }

    void aNewerFormatIsNamed()
    {
        JournalRecord header;
        header.number = 1;
        header.time = QDateTime::currentDateTimeUtc();
        header.kind = QStringLiteral("journal");
        header.data.insert(QStringLiteral("format"), QStringLiteral("offboarding-journal"));
        header.data.insert(QStringLiteral("version"), journalFormatVersion + 1);
        header.previous = firstPreviousHash();
        const QByteArray line = encodeRecord(header) + '\n';
        const Result<JournalReading> reading = read(line);
        QVERIFY(!reading);
        QCOMPARE(journalProblem(reading.error()), JournalProblem::Newer);
        const qsizetype column = line.indexOf("\"version\"") + 1;
        QCOMPARE(reading.error().place, QStringLiteral("run.journal:1:%1").arg(column));
    }

    void otherFilesAreNoJournals_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("an empty line") << QByteArray("\n");
        QTest::newRow("text") << QByteArray("Dear Sir or Madam\n");
        QTest::newRow("some JSON") << QByteArray("{\"data\":{}}\n");
        QTest::newRow("an array") << QByteArray("[1,2,3]\n");
        QTest::newRow("zeros") << QByteArray(5000, '\0');
        QTest::newRow("without an end") << QByteArray(100'000, 'x');
    }

    void otherFilesAreNoJournals()
    {
        QFETCH(QByteArray, content);
        const Result<JournalReading> reading = read(content);
        QVERIFY(!reading);
        QCOMPARE(journalProblem(reading.error()), JournalProblem::NotJournal);
    }

    void noiseAfterTheLastRecordIsNoTornRecord_data()
    {
        QTest::addColumn<QByteArray>("noise");
        QTest::newRow("text") << QByteArray("and so on");
        QTest::newRow("an object") << QByteArray("{}");
        QTest::newRow("another object") << QByteArray("{\"n\":");
        QTest::newRow("blank") << QByteArray(" ");
        QTest::newRow("a whole line") << QByteArray("{\"data\":{}}\n");
    }

    void noiseAfterTheLastRecordIsNoTornRecord()
    {
        QFETCH(QByteArray, noise);
        const Result<JournalReading> reading = read(smallJournal() + noise);
        QVERIFY(!reading);
        QCOMPARE(journalProblem(reading.error()), JournalProblem::Altered);
        QVERIFY(reading.error().place.startsWith(QLatin1String("run.journal:5:")));
    }

    void missingFilesAndFoldersAreSaid()
    {
        QTemporaryDir folder;
        const Result<JournalReading> none = readJournal(folder.filePath(QStringLiteral("none")));
        QVERIFY(!none);
        QCOMPARE(journalProblem(none.error()), JournalProblem::Missing);
        const Result<JournalReading> directory = readJournal(folder.path());
        QVERIFY(!directory);
        QCOMPARE(journalProblem(directory.error()), JournalProblem::NotJournal);
        const Result<JournalReading> device = readJournal(QStringLiteral("/dev/zero"));
        QVERIFY(!device);
        QCOMPARE(journalProblem(device.error()), JournalProblem::NotJournal);
    }
};

QTEST_GUILESS_MAIN(TestJournalReading)
#include "tst_journalreading.moc"
