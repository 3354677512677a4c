// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/connectionoptions.h"
#include "app/cli/helptext.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

#include <algorithm>

namespace offboarding::cli {

namespace {

QString optionNameOf(const QString &word)
{
    qsizetype start = 0;
    while (start < word.size() && word.at(start) == QLatin1Char('-'))
        ++start;
    return start == 0 ? QString() : word.mid(start).section(QLatin1Char('='), 0, 0);
}

/// Options that somebody may try in order to pass a secret: other users of the computer can read arguments.
bool carriesSecret(const QString &word)
{
    static const QStringList names{
        QStringLiteral("token"),        QStringLiteral("accesstoken"),  QStringLiteral("bearertoken"),
        QStringLiteral("authtoken"),    QStringLiteral("refreshtoken"), QStringLiteral("clientsecret"),
        QStringLiteral("secret"),       QStringLiteral("password"),     QStringLiteral("passwd"),
        QStringLiteral("apikey"),       QStringLiteral("clientid"),     QStringLiteral("bearer"),
        QStringLiteral("proxypassword")};
    QString name = optionNameOf(word).toLower();
    name.remove(QLatin1Char('-'));
    name.remove(QLatin1Char('_'));
    return names.contains(name);
}

CommandLine wrong(const QString &text, const Command *command = nullptr)
{
    CommandLine line;
    line.exitCode = ExitCode::Usage;
    line.message = text + QStringLiteral("\nSee offboardctl %1--help.")
                              .arg(command == nullptr ? QString() : command->name + QLatin1Char(' '));
    return line;
}

CommandLine shown(const QString &text)
{
    CommandLine line;
    line.exitCode = ExitCode::Done;
    line.message = text;
    return line;
}

void addOptions(QCommandLineParser *parser, const QList<OptionDescription> &options)
{
    for (const OptionDescription &option : options) {
        QStringList names{option.name};
        if (!option.shortName.isEmpty())
            names.append(option.shortName);
        parser->addOption(QCommandLineOption(names, QString(), option.valueName));
    }
}

/// What is wrong with the words as such; empty: nothing.
QString syntaxProblem(const QCommandLineParser &parser, bool isParsed)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty()) {
        const QString name = unknown.first();
        return QStringLiteral("There is no option %1%2.")
            .arg(name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--"), name);
    }
    return isParsed ? QString() : parser.errorText();
}

/// Moves the options that are set into @p arguments; the problem if one is given twice.
QString takeOptions(const QCommandLineParser &parser, const QList<OptionDescription> &options,
                    Arguments *arguments)
{
    const QStringList set = parser.optionNames();
    for (const OptionDescription &option : options) {
        const qsizetype count =
            set.count(option.name) + (option.shortName.isEmpty() ? 0 : set.count(option.shortName));
        if (count == 0)
            continue;
        if (count > 1)
            return QStringLiteral("The option --%1 is given twice.").arg(option.name);
        const QString value = option.valueName.isEmpty() ? QString() : parser.value(option.name);
        arguments->options.insert(option.name, value);
    }
    return {};
}

QString operandProblem(const Command &command, const QStringList &operands)
{
    if (operands.size() > command.mostOperands)
        return QStringLiteral("%1 does not take \"%2\".")
            .arg(command.name, operands.at(command.mostOperands));
    if (operands.size() < command.fewestOperands)
        return QStringLiteral("%1 needs %2.").arg(command.name, command.operands);
    return {};
}

QList<OptionDescription> generalOptions()
{
    return {{QStringLiteral("help"), {}, {}, QStringLiteral("h")}, {QStringLiteral("version"), {}, {}, {}}};
}

CommandLine parseCommand(const Command &command, const QStringList &words)
{
    QList<OptionDescription> options = command.options + generalOptions() + connectionOptions();
    QCommandLineParser parser;
    addOptions(&parser, options);
    const bool isParsed = parser.parse(QStringList{QString()} + words);
    if (parser.isSet(QStringLiteral("help")))
        return shown(commandHelp(command));
    if (parser.isSet(QStringLiteral("version")))
        return shown(versionText());
    const QString syntax = syntaxProblem(parser, isParsed);
    if (!syntax.isEmpty())
        return wrong(syntax, &command);
    CommandLine line;
    line.command = &command;
    const QString twice = takeOptions(parser, options, &line.arguments);
    if (!twice.isEmpty())
        return wrong(twice, &command);
    if (!command.usesConnection) {
        const QList<OptionDescription> unused = connectionOptions();
        for (const OptionDescription &option : unused) {
            if (line.arguments.has(option.name))
                return wrong(QStringLiteral("%1 takes no connection: --%2 has no meaning here.")
                                 .arg(command.name, option.name),
                             &command);
        }
    }
    line.arguments.operands = parser.positionalArguments();
    const QString operands = operandProblem(command, line.arguments.operands);
    return operands.isEmpty() ? line : wrong(operands, &command);
}

} // namespace

CommandLine parseCommandLine(const QStringList &words, const QList<Command> &commands)
{
    for (const QString &word : words) {
        if (word == QLatin1String("--"))
            break;
        if (carriesSecret(word))
            return wrong(QStringLiteral(
                "Secrets are never taken from arguments: other users of this computer can read those.\n"
                "Put them into the environment: OFFBOARDING_TOKEN, or OFFBOARDING_CLIENT_ID and "
                "OFFBOARDING_CLIENT_SECRET."));
    }

    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    addOptions(&parser, generalOptions() + connectionOptions());
    const bool isParsed = parser.parse(QStringList{QString()} + words);
    const QStringList rest = parser.positionalArguments();
    if (parser.isSet(QStringLiteral("version")))
        return shown(versionText());
    const QString syntax = syntaxProblem(parser, isParsed);
    if (rest.isEmpty()) {
        if (parser.isSet(QStringLiteral("help")))
            return shown(generalHelp(commands));
        return wrong(syntax.isEmpty() ? QStringLiteral("A command is missing.") : syntax);
    }
    if (!syntax.isEmpty())
        return wrong(syntax);
    const auto command = std::find_if(commands.cbegin(), commands.cend(),
                                      [&rest](const Command &one) { return one.name == rest.first(); });
    if (command == commands.cend()) {
        QStringList names;
        for (const Command &one : commands)
            names.append(one.name);
        return wrong(QStringLiteral("There is no command \"%1\". The commands are: %2.")
                         .arg(rest.first(), names.join(QStringLiteral(", "))));
    }
    QStringList before = words.mid(0, words.size() - rest.size());
    before.removeAll(QStringLiteral("--"));
    return parseCommand(*command, before + rest.mid(1));
}

} // namespace offboarding::cli
