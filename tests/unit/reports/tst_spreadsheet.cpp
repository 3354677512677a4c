// SPDX-License-Identifier: GPL-3.0-or-later
// Spreadsheets as another program sees them: unpacked with unzip and read as XML.
#include "app/reports/reports.h"
#include "app/reports/spreadsheet.h"

#include <QFile>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace offboarding;

namespace {

struct Cell
{
    QString type;  ///< "s": text, empty: a number
    QString value; ///< text resolved
    bool hasFormula = false;
};

QByteArray part(const QString &file, const QString &name)
{
    QProcess unzip;
    unzip.start(QStringLiteral("unzip"), {QStringLiteral("-p"), file, name});
    return unzip.waitForFinished() && unzip.exitCode() == 0 ? unzip.readAllStandardOutput() : QByteArray();
}

QStringList sharedStrings(const QByteArray &xml)
{
    QStringList strings;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("si"))
            strings.append(reader.readElementText(QXmlStreamReader::IncludeChildElements));
    }
    return strings;
}

/// Cells by reference ("A1"); empty if the workbook cannot be read.
QHash<QString, Cell> cellsOf(const QByteArray &workbook)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("book.xlsx"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(workbook) != workbook.size())
        return {};
    file.close();
    const QStringList strings = sharedStrings(part(path, QStringLiteral("xl/sharedStrings.xml")));
    QHash<QString, Cell> cells;
    QXmlStreamReader reader(part(path, QStringLiteral("xl/worksheets/sheet1.xml")));
    QString reference;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QLatin1String("c")) {
            reference = reader.attributes().value(QLatin1String("r")).toString();
            cells[reference].type = reader.attributes().value(QLatin1String("t")).toString();
        } else if (reader.name() == QLatin1String("f")) {
            cells[reference].hasFormula = true;
        } else if (reader.name() == QLatin1String("v")) {
            const QString text = reader.readElementText();
            cells[reference].value =
                cells[reference].type == QLatin1String("s") ? strings.value(text.toInt()) : text;
        }
    }
    return reader.hasError() ? QHash<QString, Cell>() : cells;
}

QHash<QString, Cell> written(const ReportTable &table, const ColumnKinds &kinds = {})
{
    const Result<QByteArray> workbook = toSpreadsheet(table, kinds, QStringLiteral("sheet"));
    return workbook ? cellsOf(*workbook) : QHash<QString, Cell>();
}

} // namespace

class SpreadsheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usersHaveTypes()
    {
        User user;
        user.id = QStringLiteral("u1");
        user.name = QStringLiteral("José 山田 <b>&");
        user.stateText = QStringLiteral("inactive");
        user.version = 12;
        user.lastLogin = QDateTime(QDate(2026, 8, 1), QTime(6, 0), Qt::UTC);
        const QHash<QString, Cell> cells = written(usersToTable({user}), userColumnKinds());
        QCOMPARE(cells.value(QStringLiteral("A1")).value, QStringLiteral("id"));
        QCOMPARE(cells.value(QStringLiteral("B2")).value, user.name);
        QCOMPARE(cells.value(QStringLiteral("G2")).value, QStringLiteral("inactive"));
        QCOMPARE(cells.value(QStringLiteral("H1")).value, QStringLiteral("version"));
        QCOMPARE(cells.value(QStringLiteral("H2")).type, QString());
        QCOMPARE(cells.value(QStringLiteral("H2")).value, QStringLiteral("12"));
        QCOMPARE(cells.value(QStringLiteral("I1")).value, QStringLiteral("lastLogin"));
        QCOMPARE(cells.value(QStringLiteral("I2")).type, QString());
        QCOMPARE(cells.value(QStringLiteral("I2")).value.toDouble(),
                 46235.25);                             // days since 1899-12-30, a quarter past
        QVERIFY(!cells.contains(QStringLiteral("L2"))); // not known: empty, never 0
    }

    void textStaysText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("formula") << QStringLiteral("=HYPERLINK(\"http://x\",\"y\")");
        QTest::newRow("command") << QStringLiteral("@SUM(1+1)");
        QTest::newRow("number with zeros") << QStringLiteral("00012");
        QTest::newRow("link") << QStringLiteral("https://example.com/");
        QTest::newRow("quotes") << QStringLiteral("a\"b'c");
        QTest::newRow("lines") << QStringLiteral("one\ntwo");
        QTest::newRow("blanks around") << QStringLiteral("  x  ");
        QTest::newRow("emoji") << QString::fromUtf8("\xF0\x9F\x98\x80");
    }

    void textStaysText()
    {
        QFETCH(const QString, text);
        const QHash<QString, Cell> cells = written({{QStringLiteral("name")}, {{text}}});
        const Cell cell = cells.value(QStringLiteral("A2"));
        QCOMPARE(cell.type, QStringLiteral("s"));
        QCOMPARE(cell.value, text);
        QVERIFY(!cell.hasFormula);
    }

    void whatXmlCannotHoldDoesNotBreakTheFile()
    {
        const QString odd = QStringLiteral("a") + QChar(0) + QChar(0x1b) + QChar(0xFFFF) + QChar(0xD800) +
                            QStringLiteral("z");
        const QHash<QString, Cell> cells =
            written({{QStringLiteral("a"), QStringLiteral("b")}, {{odd, QStringLiteral("next")}}});
        QCOMPARE(cells.value(QStringLiteral("B2")).value, QStringLiteral("next"));
        QVERIFY(cells.value(QStringLiteral("A2")).value.endsWith(QLatin1Char('z')));
    }

    void whatIsNoNumberAndNoDateStaysText()
    {
        const ColumnKinds kinds{{QStringLiteral("n")}, {QStringLiteral("d")}};
        const QHash<QString, Cell> cells = written(
            {{QStringLiteral("n"), QStringLiteral("d")}, {{QStringLiteral("many"), QStringLiteral("soon")}}},
            kinds);
        QCOMPARE(cells.value(QStringLiteral("A2")).value, QStringLiteral("many"));
        QCOMPARE(cells.value(QStringLiteral("B2")).value, QStringLiteral("soon"));
    }

    void aCellThatIsTooLongIsCutAndNotRefused()
    {
        const QHash<QString, Cell> cells =
            written({{QStringLiteral("a")}, {{QString(40'000, QLatin1Char('x'))}}});
        QCOMPARE(cells.value(QStringLiteral("A2")).value.size(), 32'767);
    }

    void anEmptyTableHasItsTitles()
    {
        const QHash<QString, Cell> cells = written(usersToTable({}), userColumnKinds());
        QCOMPARE(cells.size(), 12);
        QCOMPARE(cells.value(QStringLiteral("C1")).value, QStringLiteral("email"));
    }

    void tooManyRowsAreRefused()
    {
        ReportTable table{{QStringLiteral("a")}, {}};
        table.rows.resize(1'048'576);
        const Result<QByteArray> workbook = toSpreadsheet(table, {}, QStringLiteral("sheet"));
        QVERIFY(!workbook);
        QCOMPARE(workbook.error().kind, ErrorKind::File);
        QVERIFY(workbook.error().detail.contains(QStringLiteral("1048576 rows")));
    }
};

QTEST_GUILESS_MAIN(SpreadsheetTest)
#include "tst_spreadsheet.moc"
