// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/leaverslist.h"

#include "app/leavers/leaversservice.h"
#include "app/reports/reports.h"
#include "tests/unit/leavers/leaversamples.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <ctime>
#include <sys/stat.h>

namespace offboarding {

using testing::ListFile;
using testing::utf16;

namespace {

const QString german = QStringLiteral("Name;E-Mail\nJörg Müßig;joerg@acme.example\n");

/// Peak of this process' memory in KiB, as the kernel counts it.
qint64 peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

/// Of the processor, so that a busy machine does not count.
double secondsSince(std::clock_t start)
{
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

} // namespace

class LeaversListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodingsAreTold_data();
    void encodingsAreTold();
    void lettersAcrossPiecesStayWhole_data();
    void lettersAcrossPiecesStayWhole();
    void delimitersAreFound_data();
    void delimitersAreFound();
    void cellsAreCleaned();
    void ourOwnExportsAreRead_data();
    void ourOwnExportsAreRead();
    void badFilesNameLineAndColumn_data();
    void badFilesNameLineAndColumn();
    void whatIsNoFileIsRefused();
    void aMillionRowsAreRefusedAtOnce();
    void tenMegabytesInACellAreRefusedAtOnce();
    void noticesAreTold();
    void theServiceReadsInAThreadOfItsOwn();

private:
    ListFile m_file;
};

void LeaversListTest::encodingsAreTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<bool>("hasMark");
    const QByteArray utf8 = german.toUtf8();
    QTest::newRow("UTF-8") << utf8 << TextEncoding::Utf8 << false;
    QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + utf8 << TextEncoding::Utf8 << true;
    QTest::newRow("UTF-16LE") << utf16(german, false, true) << TextEncoding::Utf16LittleEndian << true;
    QTest::newRow("UTF-16BE") << utf16(german, true, true) << TextEncoding::Utf16BigEndian << true;
    QTest::newRow("UTF-16LE without mark")
        << utf16(german, false, false) << TextEncoding::Utf16LittleEndian << false;
    QTest::newRow("UTF-16BE without mark")
        << utf16(german, true, false) << TextEncoding::Utf16BigEndian << false;
    QTest::newRow("Windows-1252") << german.toLatin1() << TextEncoding::Windows1252 << false;
}

void LeaversListTest::encodingsAreTold()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const TextEncoding, encoding);
    QFETCH(const bool, hasMark);
    const Result<LeaversList> list = readLeavers(m_file.write(bytes));
    QVERIFY2(list, qPrintable(list ? QString() : list.error().toLogString()));
    QCOMPARE(list->encoding, encoding);
    QCOMPARE(list->hasMark, hasMark);
    QCOMPARE(list->table.rowCount(), 1);
    QCOMPARE(list->row(0).name, QStringLiteral("Jörg Müßig"));
    QCOMPARE(list->row(0).email, QStringLiteral("joerg@acme.example"));
    QCOMPARE(list->row(0).line, 2);
    QCOMPARE(list->digest.size(), 64);
    const bool isTold = list->notices().contains(LeaversNotice::WindowsEncoding);
    QCOMPARE(isTold, encoding == TextEncoding::Windows1252);
    const bool isGuessTold = list->notices().contains(LeaversNotice::UnmarkedUtf16);
    QCOMPARE(isGuessTold,
             !hasMark && encoding != TextEncoding::Utf8 && encoding != TextEncoding::Windows1252);
}

void LeaversListTest::lettersAcrossPiecesStayWhole_data()
{
    QTest::addColumn<int>("padding");
    // A piece ends in the middle of a letter, of a surrogate pair, of a CRLF.
    for (int padding = 0; padding < 8; ++padding)
        QTest::addRow("shifted by %d", padding) << padding;
}

void LeaversListTest::lettersAcrossPiecesStayWhole()
{
    QFETCH(const int, padding);
    QString text =
        QStringLiteral("name,note\r\n") + QString(padding, QLatin1Char('x')) + QStringLiteral(",y\r\n");
    for (int row = 0; row < 9000; ++row)
        text += QStringLiteral("Zoë \U0001F600,ß\r\n");
    for (const QByteArray &bytes : {text.toUtf8(), utf16(text, true, true)}) {
        const Result<LeaversList> list = readLeavers(m_file.write(bytes));
        QVERIFY(list);
        QCOMPARE(list->table.rowCount(), 9001);
        for (qsizetype row = 1; row < list->table.rowCount(); ++row)
            QCOMPARE(list->row(row).name, QStringLiteral("Zoë \U0001F600"));
    }
}

void LeaversListTest::delimitersAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("delimiter");
    const auto row = [](const char *name, const char *text, char delimiter) {
        QTest::newRow(name) << QString::fromUtf8(text) << QChar(QLatin1Char(delimiter));
    };
    row("comma", "id,email\n1,a@b.example\n", ',');
    row("semicolon", "id;email\n1;a@b.example\n", ';');
    row("tab", "id\temail\n1\ta@b.example\n", '\t');
    row("commas in a heading", "id;\"name, vorname\";email\n1;x;a@b.example\n", ';');
    row("more commas than semicolons", "id;email;a,b,c,d,e\n1;a@b.example;x\n", ';');
    row("Excel's own line", "sep=;\r\nid;email\r\n1;a@b.example\r\n", ';');
    row("Excel's own line against the look", "sep=\t\nid\temail,x\n1\ta@b.example\n", '\t');
    row("one column", "email\na@b.example\n", ',');
    row("blank lines first", "\n\nid;email\n1;a@b.example\n", ';');
}

void LeaversListTest::delimitersAreFound()
{
    QFETCH(const QString, text);
    QFETCH(const QChar, delimiter);
    const Result<LeaversList> list = readLeavers(m_file.write(text.toUtf8()));
    QVERIFY2(list, qPrintable(list ? QString() : list.error().toLogString()));
    QCOMPARE(list->delimiter, delimiter);
    QCOMPARE(list->table.rowCount(), 1);
    if (list->columns.column(LeaverField::Email) >= 0)
        QCOMPARE(list->row(0).email, QStringLiteral("a@b.example"));
}

void LeaversListTest::cellsAreCleaned()
{
    const Result<LeaversList> list = readLeavers(m_file.write(
        QStringLiteral(
            "email,first name,last name\n\u00a0 a@b.example\u200b ,Jane,Doe\n'+x@b.example,,\"'=1\"\n"
            "'Brien@b.example,,Roe\n")
            .toUtf8()));
    QVERIFY(list);
    QCOMPARE(list->row(0).email, QStringLiteral("a@b.example"));
    QCOMPARE(list->row(0).name, QStringLiteral("Jane Doe"));
    QCOMPARE(list->row(1).email, QStringLiteral("+x@b.example")); // as an export protects it
    QCOMPARE(list->row(1).name, QStringLiteral("=1"));
    QCOMPARE(list->row(2).email, QStringLiteral("'Brien@b.example"));
    QCOMPARE(list->row(2).name, QStringLiteral("Roe"));
}

void LeaversListTest::ourOwnExportsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<ListKind>("kind");
    User jane = testing::leaver("id-1", "Doe, \"Jane\"", "jane@acme.example");
    User odd = testing::leaver("id-2", "=Zoë;Łuk", "");
    const QList<User> users{jane, odd};
    QTest::newRow("CSV") << toCsv(usersToTable(users)) << QStringLiteral("users.csv") << ListKind::Csv;
    QTest::newRow("plain CSV") << toPlainCsv(usersToTable(users)) << QStringLiteral("users.txt")
                               << ListKind::Csv;
    QTest::newRow("JSON") << toJson(usersToJson(users)) << QStringLiteral("users.json") << ListKind::Json;
    QTest::newRow("JSON Lines") << toJsonLines(usersToJson(users)) << QStringLiteral("users.jsonl")
                                << ListKind::JsonLines;
    QTest::newRow("references as JSON")
        << toJson(referencesToJson(users, {})) << QStringLiteral("references.json") << ListKind::Json;
    QTest::newRow("references as CSV")
        << toCsv(referencesToTable(users, {})) << QStringLiteral("references.csv") << ListKind::Csv;
}

void LeaversListTest::ourOwnExportsAreRead()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, name);
    QFETCH(const ListKind, kind);
    const Result<LeaversList> list = readLeavers(m_file.write(bytes, name));
    QVERIFY2(list, qPrintable(list ? QString() : list.error().toLogString()));
    QCOMPARE(list->kind, kind);
    QCOMPARE(list->table.rowCount(), 2);
    QCOMPARE(list->row(0).id, QStringLiteral("id-1"));
    QCOMPARE(list->row(0).email, QStringLiteral("jane@acme.example"));
    QCOMPARE(list->row(0).name, QStringLiteral("Doe, \"Jane\""));
    QCOMPARE(list->row(1).id, QStringLiteral("id-2"));
    QCOMPARE(list->row(1).email, QString());
    QCOMPARE(list->row(1).name, QStringLiteral("=Zoë;Łuk"));
    QVERIFY(list->row(1).line > list->row(0).line);
}

void LeaversListTest::badFilesNameLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<qint64>("column");
    const auto row = [](const char *title, const QByteArray &bytes, const char *code, qint64 line,
                        qint64 column, const char *name = "bad.csv") {
        QTest::newRow(title) << bytes << QString::fromLatin1(name)
                             << QStringLiteral("leavers.") + QString::fromLatin1(code) << line << column;
    };
    row("empty", "", "empty", 1, 1);
    row("mark only", "\xEF\xBB\xBF", "empty", 1, 1);
    row("open quote", "id,name\n1,\"Jane\n2,x\n", "open-quote", 2, 3);
    row("NUL", QByteArray("id,name\n1,Ja\0ne\n", 16), "null-character", 2, 5);
    row("duplicated header", "id,mail,ID\n1,2,3\n", "duplicate-header", 1, 9);
    row("missing header", "1,a@b.example\n2,c@d.example\n", "no-header", 1, 3);
    row("ragged", "id,name\n1\n", "missing-cells", 2, 2);
    row("workbook", QByteArray("PK\x03\x04\x14\x00", 6), "spreadsheet", 1, 1);
    row("UTF-8 that lies", "\xEF\xBB\xBFid,name\n1,J\xE4ne\n", "damaged-text", 2, 4);
    row("UTF-8 cut at the end", "\xEF\xBB\xBFid,name\n1,J\xC3", "damaged-text", 2, 4);
    row("neither UTF-8 nor Windows-1252", "id,name\n1,J\x81ne\n", "damaged-text", 2, 4);
    row("UTF-16 of odd length", utf16(QStringLiteral("id,name\n1,x"), false, true) + 'y', "damaged-text", 2,
        4);
    row("UTF-32", QByteArray("\xFF\xFE\x00\x00i\x00\x00\x00", 8), "null-character", 1, 1);
    row("JSON cut", "[\n  {\"id\": \"1\"},\n  {\"id\": ", "damaged-json", 3, 10, "bad.json");
    row("JSON of something else", "[{\"id\":\"1\"},\n {\"x\":[{\"id\":2}]}, 5]", "not-an-entry", 2, 20,
        "bad.json");
    row("JSON without users", "[{\"queue\":\"1\"}]", "no-known-columns", 1, 1, "bad.json");
    row("JSON without entries", "[]", "no-rows", 1, 1, "bad.json");
    row("JSON line cut", "{\"id\":\"1\"}\n\n{\"id\":\"2\"", "damaged-json", 3, 10, "bad.jsonl");
    row("JSON lines that are none", "{\"id\":\"1\"}\n[1]\n", "not-an-entry", 2, 1, "bad.jsonl");
}

void LeaversListTest::badFilesNameLineAndColumn()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, name);
    QFETCH(const QString, code);
    QFETCH(const qint64, line);
    QFETCH(const qint64, column);
    const QString path = m_file.write(bytes, name);
    const Result<LeaversList> list = readLeavers(path);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, ErrorKind::File);
    QCOMPARE(list.error().serverCode, code);
    QVERIFY(list.error().detail.size() > 20);
    QCOMPARE(list.error().place, QStringLiteral("%1 line %2 column %3").arg(path).arg(line).arg(column));
    QCOMPARE(textPlaceOf(list.error()), (TextPlace{line, column}));
}

void LeaversListTest::whatIsNoFileIsRefused()
{
    const QString path = m_file.write("x");
    const QString folder = path.section(QLatin1Char('/'), 0, -2);
    QVERIFY(!readLeavers(folder));
    const Result<LeaversList> missing = readLeavers(folder + QStringLiteral("/missing.csv"));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::File);
    QCOMPARE(missing.error().serverCode, QString());
    QVERIFY(!textPlaceOf(missing.error()));
    // Whoever reads a pipe waits for somebody to write.
    const QString pipe = folder + QStringLiteral("/pipe.csv");
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(!readLeavers(pipe));
}

void LeaversListTest::aMillionRowsAreRefusedAtOnce()
{
    // Written in pieces, so that the peak of the memory is that of the reading.
    const QString path = m_file.write({});
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("id,email,name\n") > 0);
    for (int row = 0; row < 1'000'000; ++row) {
        const QByteArray number = QByteArray::number(row);
        const QByteArray line = "id-" + number + ",user" + number + "@acme.example,Jane Doe\n";
        QCOMPARE(file.write(line), line.size());
    }
    file.close();
    const qint64 before = peakMemory();
    const std::clock_t start = std::clock();
    const Result<LeaversList> list = readLeavers(path);
    const double seconds = secondsSince(start);
    QVERIFY(!list);
    QCOMPARE(list.error().serverCode, QStringLiteral("leavers.too-many-rows"));
    QCOMPARE(textPlaceOf(list.error()), (TextPlace{20'002, 1}));
    QVERIFY2(seconds < 5, qPrintable(QString::number(seconds)));
    QVERIFY2(peakMemory() - before < 50'000, qPrintable(QString::number(peakMemory() - before)));
}

void LeaversListTest::tenMegabytesInACellAreRefusedAtOnce()
{
    for (const QByteArray &quote : {QByteArray(), QByteArray("\"")}) {
        const QByteArray bytes = "id,name\n1," + quote + QByteArray(10'000'000, 'x') + quote + "\n";
        const QString path = m_file.write(bytes);
        const std::clock_t start = std::clock();
        const Result<LeaversList> list = readLeavers(path);
        QVERIFY(!list);
        QCOMPARE(list.error().serverCode, QStringLiteral("leavers.cell-too-long"));
        QCOMPARE(textPlaceOf(list.error()), (TextPlace{2, 3}));
        QVERIFY(secondsSince(start) < 2);
    }
    const Result<LeaversList> json = readLeavers(m_file.write(
        "[{\"id\":\"1\",\"name\":\"" + QByteArray(10'000'000, 'x') + "\"}]", QStringLiteral("big.json")));
    QVERIFY(!json);
    QCOMPARE(json.error().serverCode, QStringLiteral("leavers.cell-too-long"));
}

void LeaversListTest::noticesAreTold()
{
    const auto notices = [this](const char *text) {
        const Result<LeaversList> list = readLeavers(m_file.write(text));
        QStringList told;
        if (list) {
            for (const LeaversNotice notice : list->notices())
                told.append(leaversNoticeText(*list, notice));
        }
        return told.join(QLatin1Char('\n'));
    };
    QCOMPARE(notices("id,email\n1,2\n"), QString());
    QVERIFY(notices("id,email\n1,2\n,\n").contains(QStringLiteral("1 row(s)")));
    QVERIFY(notices("Personalnummer,Austritt\n1,2\n").contains(QStringLiteral("No column")));
    QVERIFY(notices("Vorname,Nachname\nJane,Doe\n").contains(QStringLiteral("names only")));
    QVERIFY(notices("email,mail,id\n1,2,3\n").contains(QStringLiteral("email")));
}

void LeaversListTest::theServiceReadsInAThreadOfItsOwn()
{
    LeaversService service;
    QSignalSpy read(&service, &LeaversService::listRead);
    QSignalSpy refused(&service, &LeaversService::listRefused);
    const QString good = m_file.write("id\nx\n", QStringLiteral("good.csv"));
    const QString bad = m_file.write("id\n\"x\n", QStringLiteral("broken.csv"));
    service.startReading(good);
    QVERIFY(read.isEmpty()); // it did not wait
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read.first().first().value<LeaversList>().path, good);
    service.startReading(good); // the later one is the one that counts
    service.startReading(bad);
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(read.size(), 1);
    QSignalSpy judged(&service, &LeaversService::judged);
    service.startJudging(
        testing::inputWith({testing::leaver("x", "Jane", "j@a.example")}, {testing::rowOf(2, "x", "", "")}));
    QTRY_COMPARE(judged.size(), 1);
    QCOMPARE(judged.first().first().value<LeaversJudgement>().chosenUserIds,
             QStringList{QStringLiteral("x")});
    service.startReading(good);
    service.forget();
    { // whoever asked may be gone before the answer
        LeaversService brief;
        brief.startReading(good);
    }
    service.startReading(good);
    QTRY_COMPARE(read.size(), 2);
}

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::LeaversListTest)
#include "tst_leaverslist.moc"
