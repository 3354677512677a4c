// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/consoleoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace offboarding::ui {

demo::DemoOptions ConsoleOptions::defaultDemo()
{
    demo::DemoOptions options;
    options.rateLimit = {300, 6};
    return options;
}

CommandLine parseCommandLine(const QStringList &arguments)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("CommandLine", source); };
    QCommandLineParser parser;
    parser.setApplicationDescription(
        text(QT_TRANSLATE_NOOP("CommandLine", "Takes leavers out of a Genesys Cloud organisation, safely.")));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        text(QT_TRANSLATE_NOOP("CommandLine", "Open the demo organisation on this computer.")));
    const QCommandLineOption profile(
        QStringLiteral("profile"),
        text(QT_TRANSLATE_NOOP("CommandLine", "Open the saved connection with this name.")),
        QStringLiteral("name"));
    const QCommandLineOption dialect(
        QStringLiteral("dialect"),
        text(
            QT_TRANSLATE_NOOP("CommandLine", "How the demo organisation is spoken to: legacy or published.")),
        QStringLiteral("name"), QStringLiteral("legacy"));
    const QCommandLineOption language(
        QStringLiteral("language"),
        text(QT_TRANSLATE_NOOP("CommandLine", "Speak this language, for instance de.")),
        QStringLiteral("code"));
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        text(QT_TRANSLATE_NOOP(
            "CommandLine", "Play the demo story, write numbered screenshots to the directory, and exit.")),
        QStringLiteral("directory"));
    parser.addOptions({demo, profile, dialect, language, tour});

    CommandLine result;
    const bool isUnderstood = parser.parse(arguments);
    result.options.language = parser.value(language);
    const auto refuse = [&](const QString &reason) {
        result.exitCode = 2;
        result.message = reason + QLatin1Char('\n');
        return result;
    };
    if (!isUnderstood)
        return refuse(parser.errorText());
    if (parser.isSet(help)) {
        result.exitCode = 0;
        result.message = parser.helpText();
        return result;
    }
    if (parser.isSet(version)) {
        result.exitCode = 0;
        result.message = QStringLiteral("offboarding-console %1\n").arg(QStringLiteral(OFFBOARDING_VERSION));
        return result;
    }
    if (!parser.positionalArguments().isEmpty())
        return refuse(text(QT_TRANSLATE_NOOP("CommandLine", "Unexpected argument: %1"))
                          .arg(parser.positionalArguments().constFirst()));
    const QString name = parser.value(dialect);
    if (name != dialectName(Dialect::Legacy) && name != dialectName(Dialect::Published))
        return refuse(text(QT_TRANSLATE_NOOP("CommandLine", "Unknown dialect: %1")).arg(name));
    if (parser.isSet(tour) && parser.value(tour).isEmpty())
        return refuse(text(QT_TRANSLATE_NOOP("CommandLine", "--tour needs a directory")));
    if (parser.isSet(profile) && parser.value(profile).isEmpty())
        return refuse(text(QT_TRANSLATE_NOOP("CommandLine", "--profile needs the name of a connection")));
    if (parser.isSet(profile) && (parser.isSet(demo) || parser.isSet(tour)))
        return refuse(text(QT_TRANSLATE_NOOP(
            "CommandLine", "--profile opens a real organisation, --demo and --tour the demo organisation")));
    result.options.profile = parser.value(profile);
    result.options.dialect = name == dialectName(Dialect::Published) ? Dialect::Published : Dialect::Legacy;
    result.options.tourDirectory = parser.value(tour);
    result.options.opensDemo = parser.isSet(demo) || parser.isSet(tour);
    return result;
}

} // namespace offboarding::ui
