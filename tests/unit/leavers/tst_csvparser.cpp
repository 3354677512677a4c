// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/csvparser.h"

#include <QRandomGenerator>
#include <QTest>

namespace offboarding {

namespace {

using Rows = QList<QStringList>;

Rows rowsOf(const LeaversTable &table)
{
    Rows rows{table.header()};
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.header().size(); ++column)
            cells.append(table.cell(row, column));
        rows.append(cells);
    }
    return rows;
}

bool parse(CsvParser &parser, const QString &text, qsizetype pieceSize = 1'000'000)
{
    for (qsizetype at = 0; at < text.size(); at += pieceSize) {
        if (!parser.feed(QStringView(text).mid(at, pieceSize)))
            return false;
    }
    return parser.end();
}

QString quoted(QString cell)
{
    return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

} // namespace

class CsvParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsAllowed_data();
    void readsWhatIsAllowed();
    void linesOfRowsAreTold();
    void blankRowsAreCounted();
    void faultsNameTheirPlace_data();
    void faultsNameTheirPlace();
    void faultsNameTheCell();
    void boundsHold();
    void whatWasWrittenIsRead();
    void anythingIsReadOrRefusedWithAPlace();
};

void CsvParserTest::readsWhatIsAllowed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Rows>("rows");
    const auto row = [](const char *name, const QString &text, const Rows &rows) {
        QTest::newRow(name) << text << rows;
    };
    const Rows simple{{QStringLiteral("id"), QStringLiteral("name")},
                      {QStringLiteral("1"), QStringLiteral("Jane")}};
    row("LF", QStringLiteral("id,name\n1,Jane\n"), simple);
    row("CRLF", QStringLiteral("id,name\r\n1,Jane\r\n"), simple);
    row("CR", QStringLiteral("id,name\r1,Jane\r"), simple);
    row("no end of line at the end", QStringLiteral("id,name\n1,Jane"), simple);
    row("quotes", QStringLiteral("\"id\",\"name\"\n\"1\",\"Jane\""), simple);
    row("blank lines", QStringLiteral("\n\nid,name\n\n1,Jane\n\n\n"), simple);
    row("rows of delimiters", QStringLiteral(",\nid,name\n,\n ,\t\n1,Jane\n"), simple);
    row("delimiter in quotes", QStringLiteral("id,name\n1,\"Doe, Jane\""),
        {{QStringLiteral("id"), QStringLiteral("name")}, {QStringLiteral("1"), QStringLiteral("Doe, Jane")}});
    row("doubled quotes", QStringLiteral("id,name\n1,\"Jane \"\"JD\"\" Doe\""),
        {simple.first(), {QStringLiteral("1"), QStringLiteral("Jane \"JD\" Doe")}});
    row("lines in a cell", QStringLiteral("id,name\n1,\"Jane\r\nDoe\nJr.\""),
        {simple.first(), {QStringLiteral("1"), QStringLiteral("Jane\r\nDoe\nJr.")}});
    row("empty cells", QStringLiteral("id,name\n1,\n,\"\"\n\"\",x"),
        {simple.first(), {QStringLiteral("1"), QString()}, {QString(), QStringLiteral("x")}});
    row("blanks stay", QStringLiteral("id,name\n 1 , Jane "),
        {simple.first(), {QStringLiteral(" 1 "), QStringLiteral(" Jane ")}});
    row("one column", QStringLiteral("email\na@b.example\n"),
        {{QStringLiteral("email")}, {QStringLiteral("a@b.example")}});
    row("other planes", QStringLiteral("id,name\n1,\U0001F600\U00020BB7\n"),
        {simple.first(), {QStringLiteral("1"), QStringLiteral("\U0001F600\U00020BB7")}});
}

void CsvParserTest::readsWhatIsAllowed()
{
    QFETCH(const QString, text);
    QFETCH(const Rows, rows);
    for (const qsizetype pieceSize : {1, 2, 3, 1000}) {
        CsvParser parser(QLatin1Char(','));
        QVERIFY2(parse(parser, text, pieceSize),
                 qPrintable(parser.fault() ? listProblemName(parser.fault()->problem) : QString()));
        QCOMPARE(rowsOf(parser.table()), rows);
    }
}

void CsvParserTest::linesOfRowsAreTold()
{
    CsvParser parser(QLatin1Char(';'));
    QVERIFY(parse(parser, QStringLiteral("\r\nid;name\r\n1;\"two\r\nlines\"\r\n\r\n2;x\r3;y\n4;z")));
    QCOMPARE(parser.table().rowCount(), 4);
    QCOMPARE(parser.table().lineOf(0), 3);
    QCOMPARE(parser.table().lineOf(1), 6);
    QCOMPARE(parser.table().lineOf(2), 7);
    QCOMPARE(parser.table().lineOf(3), 8);
}

void CsvParserTest::blankRowsAreCounted()
{
    CsvParser parser(QLatin1Char(','));
    QVERIFY(parse(parser, QStringLiteral(",,\na,b\n1,2\n,\n , \n3,4\n\n\n")));
    QCOMPARE(parser.blankRows(), 2); // what stands above the header, and empty lines, are no rows
    QCOMPARE(parser.table().rowCount(), 2);
}

void CsvParserTest::faultsNameTheirPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<qint64>("column");
    const auto row = [](const char *name, const QString &text, const char *problem, qint64 line,
                        qint64 column) {
        QTest::newRow(name) << text << QStringLiteral("leavers.") + QString::fromLatin1(problem) << line
                            << column;
    };
    row("nothing", QString(), "empty", 1, 1);
    row("blank", QStringLiteral(" \n\t\n , \n"), "empty", 1, 1);
    row("header only", QStringLiteral("id,name\n"), "no-rows", 2, 1);
    row("open quote", QStringLiteral("id,name\n1,\"Jane\n2,Bob\n3,Eve\n"), "open-quote", 2, 3);
    row("open quote at the end", QStringLiteral("id,name\n1,\""), "open-quote", 2, 3);
    row("quote in a cell", QStringLiteral("id,name\n1,Jane \"JD\" Doe\n"), "quote-in-cell", 2, 8);
    row("blank before a quote", QStringLiteral("id,name\n1, \"Jane\"\n"), "quote-in-cell", 2, 4);
    row("text after a quote", QStringLiteral("id,name\n1,\"Jane\" Doe\n"), "text-after-quote", 2, 9);
    row("a quote that swallows a row", QStringLiteral("id,name\n1,\"Jane\n2,\"Bob\"\n"), "text-after-quote",
        3, 4);
    row("too few cells", QStringLiteral("a,b,c\n1,2,3\n4,5\n"), "missing-cells", 3, 4);
    row("too few cells at the end", QStringLiteral("a,b,c\n4"), "missing-cells", 2, 2);
    row("too many cells", QStringLiteral("a,b\n1,2\n3,44,5,6\n"), "extra-cells", 3, 6);
    row("a delimiter too many", QStringLiteral("a,b\n1,2,\n"), "extra-cells", 2, 5);
    row("NUL", QStringLiteral("id,name\n1,J") + QChar(0) + QStringLiteral("ne\n"), "null-character", 2, 4);
    row("NUL in quotes", QStringLiteral("id,name\n1,\"\n") + QChar(0) + QStringLiteral("\""),
        "null-character", 3, 1);
    row("same header", QStringLiteral("id,Name,e-mail, name \n1,2,3,4\n"), "duplicate-header", 1, 16);
    row("same header in quotes", QStringLiteral("\"id\",\"ID\"\n1,2\n"), "duplicate-header", 1, 6);
    row("address instead of a header", QStringLiteral("Jane,jane@acme.example\n"), "no-header", 1, 6);
    row("id instead of a header", QStringLiteral("B0F3E1C2-0000-4000-8000-000000000001\nx\n"), "no-header", 1,
        1);
    row("half a character", QStringLiteral("id,name\n1,") + QChar(0xD83D) + QStringLiteral("x\n"),
        "damaged-text", 2, 3);
    row("the other half", QStringLiteral("id,name\n1,x") + QChar(0xDE00) + QStringLiteral("\n"),
        "damaged-text", 2, 4);
    row("half a character at the end", QStringLiteral("id,name\n1,xy") + QChar(0xD83D), "damaged-text", 2, 5);
    // Characters are counted as an editor counts them: one for each of these faces, one for a tab.
    row("columns behind other planes", QStringLiteral("id,name\n\t\U0001F600\U0001F600,a\"b\n"),
        "quote-in-cell", 2, 6);
    row("lines in quotes count", QStringLiteral("id,name\r\n1,\"a\r\nb\rc\nd\"x\r\n"), "text-after-quote", 5,
        3);
}

void CsvParserTest::faultsNameTheirPlace()
{
    QFETCH(const QString, text);
    QFETCH(const QString, problem);
    QFETCH(const qint64, line);
    QFETCH(const qint64, column);
    for (const qsizetype pieceSize : {1, 7, 1000}) {
        CsvParser parser(QLatin1Char(','));
        QVERIFY(!parse(parser, text, pieceSize));
        QVERIFY(parser.fault().has_value());
        QCOMPARE(listProblemName(parser.fault()->problem), problem);
        QCOMPARE(parser.fault()->place.line, line);
        QCOMPARE(parser.fault()->place.column, column);
        QVERIFY(!parser.feed(u"id,name\n")); // nothing is read on
        QVERIFY(!parser.end());
    }
}

void CsvParserTest::faultsNameTheCell()
{
    CsvParser fewer(QLatin1Char(','));
    QVERIFY(!parse(fewer, QStringLiteral("a,b,c\n1,2\n")));
    QCOMPARE(fewer.fault()->cell, 2); // as many as there are
    QCOMPARE(fewer.fault()->limit, 3);
    CsvParser inside(QLatin1Char(','));
    QVERIFY(!parse(inside, QStringLiteral("a,b,c\n1,2,x\"")));
    QCOMPARE(inside.fault()->cell, 3);
    CsvParser twice(QLatin1Char(','));
    QVERIFY(!parse(twice, QStringLiteral("id,b,ID\n")));
    QCOMPARE(twice.fault()->cell, 3);
    QCOMPARE(twice.fault()->subject, QStringLiteral("ID"));
}

void CsvParserTest::boundsHold()
{
    CsvLimits limits;
    limits.mostRows = 3;
    limits.mostCells = 4;
    limits.longestCell = 5;
    limits.mostCharacters = 20;
    const auto fault = [&limits](const QString &text) {
        CsvParser parser(QLatin1Char(','), limits);
        return parse(parser, text) ? ListFault() : parser.fault().value_or(ListFault());
    };
    CsvParser full(QLatin1Char(','), limits);
    QVERIFY(parse(full, QStringLiteral("a,b,c,d\n12345,1,1,1\n1,1,1,1\n1,1,1,1\n\n")));
    const ListFault rows = fault(QStringLiteral("a\n1\n2\n\n3\n4\n"));
    QCOMPARE(rows.problem, ListProblem::TooManyRows);
    QCOMPARE(rows.place, (TextPlace{6, 1}));
    const ListFault cells = fault(QStringLiteral("a,b,c,d,e\n"));
    QCOMPARE(cells.problem, ListProblem::TooManyCells);
    QCOMPARE(cells.place, (TextPlace{1, 9}));
    const ListFault cell = fault(QStringLiteral("a,b\n1,123456\n"));
    QCOMPARE(cell.problem, ListProblem::CellTooLong);
    QCOMPARE(cell.place, (TextPlace{2, 3}));
    QCOMPARE(cell.cell, 2);
    const ListFault text = fault(QStringLiteral("a,b\n12345,12345\n12345,1234\n1,12\n"));
    QCOMPARE(text.problem, ListProblem::TooMuchText);
    QCOMPARE(text.place, (TextPlace{4, 3}));
}

/// Tables of every kind of cell, in every way to write them, come back as they were, whatever the pieces.
void CsvParserTest::whatWasWrittenIsRead()
{
    const QStringList alphabet{QStringLiteral("a"),  QStringLiteral("Ä"),  QStringLiteral("\U0001F600"),
                               QStringLiteral("\""), QStringLiteral(","),  QStringLiteral(";"),
                               QStringLiteral("\t"), QStringLiteral("\n"), QStringLiteral("\r\n"),
                               QStringLiteral("\r"), QStringLiteral(" "),  QStringLiteral("'")};
    QRandomGenerator random(20261125);
    for (int round = 0; round < 400; ++round) {
        const QChar delimiter = QStringLiteral(",;\t").at(random.bounded(3));
        const QString lineEnd =
            QStringList{QStringLiteral("\n"), QStringLiteral("\r\n"), QStringLiteral("\r")}.at(
                random.bounded(3));
        const int columns = 1 + random.bounded(5);
        Rows rows(1);
        for (int column = 0; column < columns; ++column)
            rows.first().append(QStringLiteral("h%1").arg(column));
        const int count = 1 + random.bounded(8);
        for (int row = 0; row < count; ++row) {
            QStringList cells{QStringLiteral("x")}; // no row is blank
            for (int column = 0; column < columns; ++column) {
                QString cell = column == 0 ? cells.takeFirst() : QString();
                for (int length = random.bounded(6); length > 0; --length)
                    cell += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
                cells.append(cell);
            }
            rows.append(cells);
        }
        QString text;
        for (const QStringList &row : std::as_const(rows)) {
            for (qsizetype column = 0; column < row.size(); ++column) {
                const QString cell = row.at(column);
                const bool mustQuote = cell.contains(QLatin1Char('"')) || cell.contains(delimiter) ||
                                       cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r'));
                text += column > 0 ? QString(delimiter) : QString();
                text += mustQuote || random.bounded(3) == 0 ? quoted(cell) : cell;
            }
            text += lineEnd;
        }
        CsvParser parser(delimiter);
        QVERIFY2(parse(parser, text, 1 + random.bounded(20)), qPrintable(text));
        QCOMPARE(rowsOf(parser.table()), rows);
    }
}

/// Random text never crashes the parser, and a refusal always names a place within the text.
void CsvParserTest::anythingIsReadOrRefusedWithAPlace()
{
    const QString alphabet = QStringLiteral("ab\"\",,;\n\r\n \t\u00e4@.\\'=") + QChar(0xD83D) + QChar(0xDE00);
    QRandomGenerator random(42);
    int refused = 0;
    for (int round = 0; round < 3000; ++round) {
        QString text = QStringLiteral("h1,h2\n");
        for (int length = random.bounded(60); length > 0; --length)
            text += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
        if (random.bounded(20) == 0)
            text += QChar(0);
        CsvParser whole(QLatin1Char(','));
        const bool isRead = parse(whole, text);
        CsvParser pieces(QLatin1Char(','));
        QCOMPARE(parse(pieces, text, 1 + random.bounded(5)), isRead);
        if (isRead) {
            QCOMPARE(rowsOf(pieces.table()), rowsOf(whole.table()));
            QVERIFY(whole.table().rowCount() > 0);
            continue;
        }
        ++refused;
        QCOMPARE(pieces.fault()->place, whole.fault()->place);
        QCOMPARE(pieces.fault()->problem, whole.fault()->problem);
        QString lines = text;
        lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        lines.replace(QLatin1Char('\r'), QLatin1Char('\n'));
        const QStringList parted = lines.split(QLatin1Char('\n'));
        const TextPlace place = whole.fault()->place;
        QVERIFY(place.line >= 1 && place.line <= parted.size());
        QVERIFY(place.column >= 1 && place.column <= parted.at(place.line - 1).size() + 1);
    }
    QVERIFY(refused > 500 && refused < 3000); // both happen
}

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::CsvParserTest)
#include "tst_csvparser.moc"
