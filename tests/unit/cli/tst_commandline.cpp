// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/commands/demoserver.h"
#include "app/cli/commands/references.h"
#include "app/cli/commands/reportcheck.h"
#include "app/cli/commandtable.h"
#include "app/cli/connectionoptions.h"
#include "app/cli/credentials.h"
#include "app/cli/errortext.h"

#include <QFile>
#include <QTest>

#include <cstdlib>

using namespace offboarding;
using namespace offboarding::cli;

namespace {

const QString marker = QStringLiteral("MARKER-argument-51d0");

CommandLine parsed(const QString &words)
{
    return parseCommandLine(words.split(QLatin1Char(' '), Qt::SkipEmptyParts), commands());
}

QString contentOf(const char *path)
{
    QFile file(QStringLiteral(OFFBOARDING_SOURCE_DIR) + QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectionOptionsStandBeforeAndAfterTheCommand_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("before") << QStringLiteral("--api-url http://127.0.0.1:1 users --state active");
        QTest::newRow("after") << QStringLiteral("users --state active --api-url http://127.0.0.1:1");
        QTest::newRow("with =") << QStringLiteral("--api-url=http://127.0.0.1:1 users --state=active");
        QTest::newRow("between") << QStringLiteral("users --api-url http://127.0.0.1:1 --state active");
    }

    void connectionOptionsStandBeforeAndAfterTheCommand()
    {
        QFETCH(const QString, words);
        const CommandLine line = parsed(words);
        QVERIFY2(!line.exitCode, qPrintable(line.message));
        QVERIFY(line.command != nullptr);
        QCOMPARE(line.command->name, QStringLiteral("users"));
        QCOMPARE(line.arguments.value(QStringLiteral("api-url")), QStringLiteral("http://127.0.0.1:1"));
        QCOMPARE(line.arguments.value(QStringLiteral("state")), QStringLiteral("active"));
        QVERIFY(!line.arguments.has(QStringLiteral("demo")));
    }

    void wrongUsageIsNamed_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *words, const char *says) {
            QTest::newRow(name) << QString::fromLatin1(words) << QString::fromLatin1(says);
        };
        row("nothing", "", "A command is missing");
        row("options only", "--demo", "A command is missing");
        row("unknown command", "fly --demo", "There is no command \"fly\"");
        row("unknown option", "--demo users --colour red", "There is no option --colour");
        row("unknown option before", "--colour users", "There is no option --colour");
        row("unknown letter", "--demo users -x", "There is no option -x");
        row("option of another command", "--demo users --port 1", "There is no option --port");
        row("missing value", "--demo users --state", "Missing value after '--state'");
        row("value for a switch", "--demo=yes users", "Unexpected value after '--demo'");
        row("twice", "--demo users --state any --state active", "--state is given twice");
        row("twice in two ways", "users --demo -o a --output b", "--output is given twice");
        row("operand", "--demo users jane", "users does not take \"jane\"");
        row("nobody to look for", "--demo references", "references needs USER");
        row("nobody to check", "--demo report-check", "report-check needs USER");
        row("option of users", "--demo report-check u1 --state any", "There is no option --state");
        row("connection for the demo server", "--demo demo-server", "--demo has no meaning here");
    }

    void wrongUsageIsNamed()
    {
        QFETCH(const QString, words);
        QFETCH(const QString, says);
        const CommandLine line = parsed(words);
        QVERIFY(line.exitCode == ExitCode::Usage);
        QVERIFY2(line.message.contains(says), qPrintable(line.message));
        QVERIFY2(line.message.contains(QStringLiteral("--help")), qPrintable(line.message));
    }

    void secretsAreNotTakenAndNotRepeated_data()
    {
        QTest::addColumn<QString>("words");
        const QStringList options{QStringLiteral("--token"),        QStringLiteral("-token"),
                                  QStringLiteral("--access-token"), QStringLiteral("--client-secret"),
                                  QStringLiteral("--clientSecret"), QStringLiteral("--client_secret"),
                                  QStringLiteral("--password"),     QStringLiteral("--TOKEN"),
                                  QStringLiteral("--client-id"),    QStringLiteral("--secret")};
        for (const QString &option : options) {
            QTest::newRow(qPrintable(option + QStringLiteral(" x before")))
                << QString(option + QLatin1Char(' ') + marker + QStringLiteral(" users"));
            QTest::newRow(qPrintable(option + QStringLiteral("=x after")))
                << QString(QStringLiteral("users --demo ") + option + QLatin1Char('=') + marker);
        }
    }

    void secretsAreNotTakenAndNotRepeated()
    {
        QFETCH(const QString, words);
        const CommandLine line = parsed(words);
        QVERIFY(line.exitCode == ExitCode::Usage);
        QVERIFY(line.message.contains(QStringLiteral("OFFBOARDING_CLIENT_SECRET")));
        QVERIFY(!line.message.contains(marker));
    }

    void helpAndVersion()
    {
        const CommandLine help = parsed(QStringLiteral("--help"));
        QVERIFY(help.exitCode == ExitCode::Done);
        for (const Command &command : commands()) {
            QVERIFY(help.message.contains(command.name));
            const CommandLine own = parsed(command.name + QStringLiteral(" --help"));
            QVERIFY(own.exitCode == ExitCode::Done);
            for (const OptionDescription &option : command.options)
                QVERIFY2(own.message.contains(QString(QStringLiteral("--") + option.name)),
                         qPrintable(option.name));
            QCOMPARE(own.message.contains(QStringLiteral("--profile NAME")), command.usesConnection);
        }
        QCOMPARE(parsed(QStringLiteral("--version")).message,
                 QStringLiteral("offboardctl " OFFBOARDING_VERSION "\n"));
        QCOMPARE(parsed(QStringLiteral("users --version")).message,
                 QStringLiteral("offboardctl " OFFBOARDING_VERSION "\n"));
    }

    /// What is installed beside the program knows the same commands and options.
    void manualAndCompletionAreUpToDate()
    {
        QString manual = contentOf("/packaging/offboardctl.1");
        manual.remove(QStringLiteral("\\&"));
        const QString completion = contentOf("/packaging/bash-completion/offboardctl");
        QVERIFY(!manual.isEmpty() && !completion.isEmpty());
        QList<OptionDescription> options = connectionOptions();
        for (const Command &command : commands()) {
            options += command.options;
            QVERIFY2(manual.contains(QString(QStringLiteral(".Ss ") + command.name)),
                     qPrintable(command.name));
            QVERIFY2(completion.contains(command.name), qPrintable(command.name));
        }
        for (const OptionDescription &option : options) {
            QVERIFY2(manual.contains(QString(QStringLiteral("Fl -") + option.name)), qPrintable(option.name));
            QVERIFY2(completion.contains(QString(QStringLiteral("--") + option.name)),
                     qPrintable(option.name));
        }
    }

    void demoServerOptionsAreChecked_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *words, const char *says) {
            QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(says);
        };
        row("--port 65536", "--port takes a whole number from 0 to 65535, not \"65536\"");
        row("--port http", "--port takes");
        row("--users 0", "--users takes a whole number from 1");
        row("--users -5", "--users takes");
        row("--seed 1.5", "--seed takes");
        row("--latency-ms -1", "--latency-ms takes");
        row("--token-lifetime 0", "--token-lifetime takes");
        row("--rate-limit 300", "--rate-limit takes REQUESTS/SECONDS");
        row("--rate-limit 0/6", "--rate-limit takes");
        row("--rate-limit 5/0", "--rate-limit takes");
        row("--rate-limit 99999999999999999999/6", "--rate-limit takes");
        row("--permissions directory:user:view,", "--permissions takes");
        row("--permissions a:b:c:d", "--permissions takes");
        row("--faults nonsense", "--faults, character 9");
    }

    void demoServerOptionsAreChecked()
    {
        QFETCH(const QString, words);
        QFETCH(const QString, says);
        const CommandLine line = parsed(QStringLiteral("demo-server ") + words);
        QVERIFY2(!line.exitCode, qPrintable(line.message));
        const Usage<DemoServerOptions> options = demoServerOptions(line.arguments);
        QVERIFY(!options);
        QVERIFY2(options.error().contains(says), qPrintable(options.error()));
    }

    void demoServerOptionsReachTheOrganisation()
    {
        const CommandLine line = parsed(
            QStringLiteral("demo-server --port 8080 --users 20 --seed 7 --latency-ms 50 --rate-limit 300/6 "
                           "--token-lifetime 60 "
                           "--permissions directory:user:view,conversation:*:*,admin --faults GET*=503"));
        QVERIFY2(!line.exitCode, qPrintable(line.message));
        const Usage<DemoServerOptions> none = demoServerOptions(Arguments());
        QVERIFY(none);
        QCOMPARE(none->organisation.users, 5000);
        QCOMPARE(none->organisation.rateLimit.requests, 0);
        QVERIFY(none->organisation.permissions.isEmpty());
        Arguments arguments = line.arguments;
        arguments.options.insert(QStringLiteral("faults"), QStringLiteral("GET *=503"));
        const Usage<DemoServerOptions> options = demoServerOptions(arguments);
        QVERIFY2(options, options ? "" : qPrintable(options.error()));
        QCOMPARE(options->port, quint16(8080));
        QCOMPARE(options->organisation.users, 20);
        QCOMPARE(options->organisation.seed, quint64(7));
        QCOMPARE(options->organisation.latencyMs, 50);
        QCOMPARE(options->organisation.rateLimit.requests, 300);
        QCOMPARE(options->organisation.rateLimit.seconds, 6);
        QCOMPARE(options->organisation.tokenLifetimeSeconds, 60);
        QCOMPARE(options->organisation.permissions,
                 (QStringList{QStringLiteral("directory:user:view"), QStringLiteral("conversation:*:*"),
                              QStringLiteral("admin")}));
        QCOMPARE(options->organisation.faults.size(), 1);
    }

    void referencesOptionsAreChecked()
    {
        const auto optionsOf = [](const QString &words) {
            return referencesOptions(parsed(QStringLiteral("references u1 u2 ") + words).arguments);
        };
        QCOMPARE(optionsOf(QString())->recentDays, 7);
        QCOMPARE(optionsOf(QStringLiteral("--recent-days 365"))->recentDays, 365);
        for (const char *days : {"0", "-3", "week", "366"})
            QVERIFY2(!optionsOf(QStringLiteral("--recent-days=") + QLatin1String(days)), days);
        QVERIFY(!optionsOf(QStringLiteral("--format jsonl")));
        QVERIFY(optionsOf(QStringLiteral("-o map.json"))->output.format == ResultFormat::Json);
    }

    void reportCheckOptionsAreChecked()
    {
        const auto optionsOf = [](const QString &words) {
            return reportCheckOptions(parsed(QStringLiteral("report-check u1 u2 ") + words).arguments);
        };
        QCOMPARE(optionsOf(QString())->waitSeconds, qint64(180));
        QCOMPARE(optionsOf(QStringLiteral("--wait 0"))->waitSeconds, qint64(0));
        for (const char *wait : {"-1", "soon", "99999"})
            QVERIFY2(!optionsOf(QStringLiteral("--wait=") + QLatin1String(wait)), wait);
        QVERIFY(!optionsOf(QStringLiteral("--format xlsx")));
        QVERIFY(optionsOf(QStringLiteral("-o check.json"))->output.format == ResultFormat::Json);
    }

    void theEnvironmentIsEmptiedOfSecrets()
    {
        qputenv("OFFBOARDING_TOKEN", "t");
        qputenv("OFFBOARDING_CLIENT_ID", " id\n");
        qputenv("OFFBOARDING_CLIENT_SECRET", "s");
        const Credentials credentials = takeCredentials();
        QCOMPARE(credentials.token, QStringLiteral("t"));
        QCOMPARE(credentials.clientId, QStringLiteral("id"));
        QCOMPARE(credentials.clientSecret, QStringLiteral("s"));
        for (const char *name : {"OFFBOARDING_TOKEN", "OFFBOARDING_CLIENT_ID", "OFFBOARDING_CLIENT_SECRET"})
            QVERIFY(std::getenv(name) == nullptr);
        QVERIFY(takeCredentials().token.isEmpty());
    }

    void everyErrorHasWordsAndACode()
    {
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Proxy); ++kind) {
            Error error;
            error.kind = static_cast<ErrorKind>(kind);
            error.place = QStringLiteral("GET /somewhere");
            error.correlationId = QStringLiteral("c-17");
            const QString text = explained(error);
            QVERIFY(!text.contains(QStringLiteral("unexpected")));
            QVERIFY(text.contains(QStringLiteral("correlation id c-17, at GET /somewhere")));
        }
        Error error;
        error.kind = ErrorKind::Forbidden;
        error.missingPermission = QStringLiteral("directory:user:view");
        QVERIFY(explained(error).contains(QStringLiteral("directory:user:view")));
        QVERIFY(exitCodeOf(error) == ExitCode::NotPermitted);
        error.kind = ErrorKind::Cancelled;
        QVERIFY(exitCodeOf(error) == ExitCode::Stopped);
        error.kind = ErrorKind::Server;
        QVERIFY(exitCodeOf(error) == ExitCode::Partly);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
