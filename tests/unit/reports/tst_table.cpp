// SPDX-License-Identifier: GPL-3.0-or-later
// CSV as other programs read it, and files that are written whole or not at all.
#include "app/reports/table.h"
#include "tests/support/csvreader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

ReportTable oneCell(const QString &cell)
{
    return {{QStringLiteral("cell")}, {{cell}}};
}

QString throughCsv(const QString &cell)
{
    return readCsv(toCsv(oneCell(cell))).cell(0, QStringLiteral("cell"));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void writeTo(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// Every file of this process ends after so many bytes: the next best thing to a full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_former);
        rlimit limit = m_former;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_former);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_former{};
};

} // namespace

class TestTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatRfc4180Says()
    {
        const ReportTable table{{QStringLiteral("id"), QStringLiteral("name")},
                                {{QStringLiteral("1"), QStringLiteral("Doe, Jane")},
                                 {QStringLiteral("2"), QStringLiteral("say \"hi\"")},
                                 {QStringLiteral("3"), QStringLiteral("two\nlines")},
                                 {QString(), QStringLiteral("\u5C71\u7530")}}};
        QCOMPARE(toCsv(table), QByteArray("\xEF\xBB\xBF"
                                          "id,name\r\n"
                                          "1,\"Doe, Jane\"\r\n"
                                          "2,\"say \"\"hi\"\"\"\r\n"
                                          "3,\"two\nlines\"\r\n"
                                          ",\xE5\xB1\xB1\xE7\x94\xB0\r\n"));
    }

    void givesEveryTextBack()
    {
        static const QStringList pieces{
            QStringLiteral(","),      QStringLiteral(";"),      QStringLiteral("\""),
            QStringLiteral("\"\""),   QStringLiteral("\r\n"),   QStringLiteral("\n"),
            QStringLiteral("\r"),     QStringLiteral("\t"),     QStringLiteral(" "),
            QStringLiteral("a"),      QStringLiteral("\u00E9"), QStringLiteral("\U0001F600"),
            QStringLiteral("="),      QStringLiteral("-1"),     QStringLiteral("'"),
            QStringLiteral("\u202E"), QStringLiteral("\uFEFF")};
        QRandomGenerator random(4180);
        ReportTable table{{QStringLiteral("a,b"), QStringLiteral("c\"d"), QStringLiteral("e\nf")}, {}};
        for (int row = 0; row < 500; ++row) {
            QStringList cells;
            for (int column = 0; column < 3; ++column) {
                QString cell;
                for (int length = random.bounded(7); length > 0; --length)
                    cell += pieces.at(random.bounded(static_cast<int>(pieces.size())));
                cells.append(cell);
            }
            table.rows.append(cells);
        }
        const CsvFile file = readCsv(toCsv(table));
        QCOMPARE(file.problem, QString());
        QVERIFY(file.hasByteOrderMark);
        QCOMPARE(file.rows.size(), table.rows.size() + 1);
        QCOMPARE(file.rows.first(), table.columns);
        for (qsizetype row = 0; row < table.rows.size(); ++row) {
            for (qsizetype column = 0; column < 3; ++column) {
                const QString &written = table.rows.at(row).at(column);
                const QString &read = file.rows.at(row + 1).at(column);
                // The one change that is documented: the apostrophe before what would be a formula.
                if (read != written)
                    QCOMPARE(read, QString(QLatin1Char('\'') + written));
            }
        }
    }

    void defusesFormulas_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<bool>("isDefused");
        const auto row = [](const QString &cell, bool isDefused) {
            QTest::addRow("%s", qPrintable(QString::fromLatin1(cell.toUtf8().toPercentEncoding())))
                << cell << isDefused;
        };
        for (const char *cell : {"=1+1", "=HYPERLINK(\"http://x\",\"y\")", "+49 30 1", "-2+3", "@SUM(A1)",
                                 "\t=1", "\r=1", " =1", "  \t+1", "\n=1", "-", "=", "-1e5", "+5", "-5-"})
            row(QString::fromLatin1(cell), true);
        for (const QChar starter :
             {QChar(0xFF1D), QChar(0xFF0B), QChar(0xFF0D), QChar(0xFF20), QChar(0xFE66), QChar(0x2212)})
            row(QString(starter) + QStringLiteral("1+1"), true);
        row(QString(QChar(0x200B)) + QStringLiteral("=1"), true); // zero-width space
        row(QString(QChar(0x00A0)) + QStringLiteral("=1"), true); // no-break space
        row(QString(QChar(0x202E)) + QStringLiteral("=1"), true); // direction override
        row(QString(QChar(0)) + QStringLiteral("=1"), true);      // NUL is dropped by most readers
        row(QStringLiteral("-5"), false);
        row(QStringLiteral("-5.25"), false);
        row(QStringLiteral("2026-08-01T10:00:00.000Z"), false);
        row(QStringLiteral("jane@demo.example"), false);
        row(QStringLiteral("a=b"), false);
        row(QStringLiteral("1\n=2"), false);
        row(QStringLiteral("-5\n"), true);
        row(QString(), false);
    }

    void defusesFormulas()
    {
        QFETCH(QString, cell);
        QFETCH(bool, isDefused);
        QString expected = cell;
        expected.remove(QChar(0));
        QCOMPARE(throughCsv(cell), isDefused ? QString(QLatin1Char('\'') + expected) : expected);
    }

    void headersAreDefusedToo()
    {
        const CsvFile file = readCsv(toCsv({{QStringLiteral("=cmd"), QStringLiteral("b")}, {}}));
        QCOMPARE(file.rows, (QList<QStringList>{{QStringLiteral("'=cmd"), QStringLiteral("b")}}));
    }

    void writesTheFileAndTellsItsDigest()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.csv"));
        const QByteArray content = toCsv(oneCell(QStringLiteral("Jane")));
        const Result<QByteArray> digest = writeReport(path, content);
        QVERIFY(digest.has_value());
        QCOMPARE(contentOf(path), content);
        QCOMPARE(*digest, QCryptographicHash::hash(contentOf(path), QCryptographicHash::Sha256));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("report.csv")});
    }

    void personalDataIsForItsOwner()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.csv"));
        const mode_t former = umask(0);
        const bool isWritten = writeReport(path, "x").has_value();
        umask(former);
        QVERIFY(isWritten);
        struct stat facts = {};
        QCOMPARE(stat(QFile::encodeName(path).constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777, mode_t(0600));

        // A file that the admin opened to a group stays open to it.
        QCOMPARE(chmod(QFile::encodeName(path).constData(), 0640), 0);
        QVERIFY(writeReport(path, "y").has_value());
        QCOMPARE(stat(QFile::encodeName(path).constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777, mode_t(0640));
        QCOMPARE(contentOf(path), QByteArray("y"));
    }

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"folder", "pipe", "missing folder", "unwritable folder", "empty path"})
            QTest::addRow("%s", kind) << QString::fromLatin1(kind);
    }

    void refusesWhatIsNoFile()
    {
        QFETCH(QString, kind);
        const QTemporaryDir folder;
        QString path = folder.filePath(QStringLiteral("target"));
        if (kind == QLatin1String("folder")) {
            QVERIFY(QDir().mkdir(path));
        } else if (kind == QLatin1String("pipe")) {
            QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        } else if (kind == QLatin1String("missing folder")) {
            path = folder.filePath(QStringLiteral("none/target"));
        } else if (kind == QLatin1String("unwritable folder")) {
            path = QStringLiteral("/proc/self/target"); // for root, too
        } else {
            path.clear();
        }
        const QStringList before =
            QDir(folder.path())
                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System | QDir::Hidden);
        const Result<QByteArray> written = writeReport(path, "content");
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().kind, ErrorKind::File);
        QCOMPARE(written.error().place, path);
        QVERIFY(!written.error().detail.isEmpty());
        const QStringList after =
            QDir(folder.path())
                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System | QDir::Hidden);
        QCOMPARE(after, before);
        if (kind == QLatin1String("pipe")) {
            struct stat facts = {};
            QCOMPARE(stat(QFile::encodeName(path).constData(), &facts), 0);
            QVERIFY(S_ISFIFO(facts.st_mode)); // a rename would have replaced it
        }
    }

    void aFullDiskLeavesTheFormerFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.csv"));
        writeTo(path, "the former report");
        const QByteArray large(4 * 1024 * 1024, 'x');
        Result<QByteArray> written;
        {
            const FileSizeLimit limit(256 * 1024);
            written = writeReport(path, large);
        }
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().kind, ErrorKind::File);
        QCOMPARE(written.error().place, path);
        QCOMPARE(contentOf(path), QByteArray("the former report"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("report.csv")});
    }
};

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
