// SPDX-License-Identifier: GPL-3.0-or-later
// A pack that anybody can open, and in which not one byte can change unnoticed.
#include "app/reports/evidencepack.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace offboarding;

namespace {

const QString place = QStringLiteral("run.zip");

EvidencePack samplePack()
{
    EvidencePack pack;
    pack.made = QDateTime(QDate(2026, 8, 1), QTime(12, 0), Qt::UTC);
    pack.productVersion = QStringLiteral("1.2.3");
    pack.runId = QStringLiteral("run-1");
    pack.planHash = QString(64, QLatin1Char('a'));
    pack.journalHash = QString(64, QLatin1Char('b'));
    pack.files = {{QString::fromLatin1(evidenceJournalName), QByteArray("{\"n\":1}\n{\"n\":2}\n")},
                  {QStringLiteral("steps.csv"), QByteArray("a,b\r\n1,2\r\n")},
                  {QStringLiteral("empty.txt"), QByteArray()}};
    return pack;
}

} // namespace

class TestEvidencePack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesInComesOut()
    {
        const EvidencePack pack = samplePack();
        const Result<QByteArray> bytes = toEvidencePack(pack);
        QVERIFY(bytes);
        QVERIFY(isArchive(*bytes));
        const Result<EvidencePack> read = readEvidencePack(*bytes, place);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().toLogString()));
        QCOMPARE(read->runId, pack.runId);
        QCOMPARE(read->planHash, pack.planHash);
        QCOMPARE(read->journalHash, pack.journalHash);
        QCOMPARE(read->made, pack.made);
        QCOMPARE(read->files.size(), pack.files.size());
        for (qsizetype i = 0; i < pack.files.size(); ++i) {
            QCOMPARE(read->files.at(i).name, pack.files.at(i).name);
            QCOMPARE(read->files.at(i).content, pack.files.at(i).content);
        }
    }

    void theSameRunMakesTheSamePack()
    {
        QCOMPARE(*toEvidencePack(samplePack()), *toEvidencePack(samplePack()));
    }

    void anyZipProgramOpensIt()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(place));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(*toEvidencePack(samplePack()));
        file.close();
        QProcess unzip;
        unzip.start(QStringLiteral("unzip"),
                    {QStringLiteral("-p"), file.fileName(), QStringLiteral("steps.csv")});
        QVERIFY(unzip.waitForFinished());
        QCOMPARE(unzip.exitCode(), 0);
        QCOMPARE(unzip.readAllStandardOutput(), QByteArray("a,b\r\n1,2\r\n"));
    }

    void everyChangedByteIsNoticed()
    {
        const QByteArray bytes = *toEvidencePack(samplePack());
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray changed = bytes;
            changed[i] = char(changed.at(i) ^ 0x01);
            const Result<EvidencePack> read = readEvidencePack(changed, place);
            QVERIFY2(!read, qPrintable(QStringLiteral("byte %1 was changed unnoticed").arg(i)));
            QCOMPARE(read.error().place, place);
            QVERIFY(!read.error().detail.isEmpty());
        }
    }

    void everyCutIsNoticed()
    {
        const QByteArray bytes = *toEvidencePack(samplePack());
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QVERIFY2(!readEvidencePack(bytes.left(length), place), qPrintable(QString::number(length)));
        QVERIFY(!readEvidencePack(bytes + QByteArray("x"), place));
    }

    void aFileThatIsNotInTheManifestIsNoticed_data()
    {
        QTest::addColumn<int>("deed");
        QTest::addColumn<QString>("named");
        QTest::newRow("added") << 0 << QStringLiteral("steps.csv");
        QTest::newRow("missing") << 1 << QStringLiteral("steps.csv");
        QTest::newRow("exchanged") << 2 << QStringLiteral("steps.csv");
        QTest::newRow("no manifest") << 3 << QStringLiteral("manifest.json");
    }

    /// Somebody packs it anew with the right seal.
    void aFileThatIsNotInTheManifestIsNoticed()
    {
        QFETCH(int, deed);
        QFETCH(QString, named);
        QList<ArchiveFile> files = *fromArchive(*toEvidencePack(samplePack()), place);
        const qsizetype steps = 1;
        const qsizetype manifest = files.size() - 1;
        switch (deed) {
        case 0: {
            QJsonObject changed = QJsonDocument::fromJson(files.at(manifest).content).object();
            QJsonArray listed = changed.value(QStringLiteral("files")).toArray();
            listed.removeAt(steps);
            changed.insert(QStringLiteral("files"), listed);
            files[manifest].content = QJsonDocument(changed).toJson();
            break;
        }
        case 1:
            files.removeAt(steps);
            break;
        case 2:
            files[steps].content = QByteArray("a,b\r\n1,3\r\n");
            break;
        default:
            files.removeAt(manifest);
            break;
        }
        const Result<QByteArray> repacked = toArchive(files, samplePack().made);
        QVERIFY(repacked);
        const Result<EvidencePack> read = readEvidencePack(*repacked, place);
        QVERIFY(!read);
        QVERIFY2(read.error().detail.contains(named), qPrintable(read.error().detail));
    }

    void aNewerPackIsNotGuessedAt()
    {
        QList<ArchiveFile> files = *fromArchive(*toEvidencePack(samplePack()), place);
        files.last().content.replace("\"version\": 1", "\"version\": 9");
        const Result<EvidencePack> read = readEvidencePack(*toArchive(files, samplePack().made), place);
        QVERIFY(!read);
        QVERIFY(read.error().detail.contains(QStringLiteral("another version")));
    }
};

QTEST_APPLESS_MAIN(TestEvidencePack)
#include "tst_evidencepack.moc"
