// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/users.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace offboarding;
using namespace offboarding::cli;

namespace {

Arguments with(const QHash<QString, QString> &options)
{
    Arguments arguments;
    arguments.options = options;
    return arguments;
}

} // namespace

class TestResultOutput : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void everybodyIsListedAsCsvByDefault()
    {
        const Usage<UsersOptions> options = usersOptions(Arguments());
        QVERIFY(options);
        QCOMPARE(options->state, QStringLiteral("any"));
        QCOMPARE(options->match, QString());
        QVERIFY(options->output.format == ResultFormat::Csv);
        QCOMPARE(options->output.file, QString());
    }

    void theFormatFollowsTheEnding_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format"); // empty: not given
        QTest::addColumn<int>("expected");
        const auto row = [](const char *file, const char *format, ResultFormat expected) {
            QTest::addRow("%s as %s", file, format)
                << QString::fromLatin1(file) << QString::fromLatin1(format) << static_cast<int>(expected);
        };
        row("users.json", "", ResultFormat::Json);
        row("users.JSONL", "", ResultFormat::JsonLines);
        row("users.xlsx", "", ResultFormat::Spreadsheet);
        row("users.csv", "", ResultFormat::Csv);
        row("users.txt", "", ResultFormat::Csv);
        row("users", "", ResultFormat::Csv);
        row("users.json", "csv", ResultFormat::Csv);
        row("users.csv", "jsonl", ResultFormat::JsonLines);
    }

    void theFormatFollowsTheEnding()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, format);
        Arguments arguments = with({{QStringLiteral("output"), m_folder.filePath(file)}});
        if (!format.isEmpty())
            arguments.options.insert(QStringLiteral("format"), format);
        const Usage<UsersOptions> options = usersOptions(arguments);
        QVERIFY2(options, options ? "" : qPrintable(options.error()));
        QTEST(static_cast<int>(options->output.format), "expected");
    }

    void whatCannotWorkIsSaidBeforeAnythingStarts()
    {
        const auto problem = [](const char *name, const QString &value) {
            const Usage<UsersOptions> options = usersOptions(with({{QString::fromLatin1(name), value}}));
            return options ? QString() : options.error();
        };
        QVERIFY(problem("output", path("nowhere/users.csv")).contains(QStringLiteral("there is no folder")));
        QVERIFY(problem("output", m_folder.path()).contains(QStringLiteral("is a folder")));
        QVERIFY(
            problem("output", QStringLiteral("/dev/null")).contains(QStringLiteral("not a regular file")));
        QVERIFY(problem("output", QString()).contains(QStringLiteral("-o needs")));
        QCOMPARE(problem("format", QStringLiteral("pdf")),
                 QStringLiteral("--format takes one of csv, json, jsonl, xlsx, not \"pdf\"."));
        QCOMPARE(problem("state", QStringLiteral("ACTIVE")),
                 QStringLiteral("--state takes one of any, active, inactive, deleted, not \"ACTIVE\"."));
    }

    void aFileIsReplacedWholeAndAFailureLeavesTheOldOne()
    {
        const Results results{
            {{QStringLiteral("id")}, {{QStringLiteral("u1")}}}, {}, {}, QStringLiteral("users")};
        QFile file(path("users.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("yesterday");
        file.close();
        std::FILE *const none = std::tmpfile();
        Terminal terminal(none, none);
        QVERIFY(deliver(results, {ResultFormat::Csv, path("users.csv")}, terminal) == ExitCode::Done);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("id\r\nu1\r\n"));
        QVERIFY(deliver(results, {ResultFormat::Csv, path("nowhere/users.csv")}, terminal) ==
                ExitCode::Partly);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("users.csv")});
        std::fclose(none);
    }
};

QTEST_GUILESS_MAIN(TestResultOutput)
#include "tst_resultoutput.moc"
