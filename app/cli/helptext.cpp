// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/helptext.h"

#include "app/cli/connectionoptions.h"

#include <QTextStream>

#include <algorithm>

namespace offboarding::cli {

namespace {

constexpr int lineWidth = 100;
constexpr qsizetype nameWidth = 26;

QString wrapped(const QString &text, qsizetype indent)
{
    const QString margin(indent, QLatin1Char(' '));
    QString result;
    qsizetype column = 0;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (column > 0 && indent + column + 1 + word.size() > lineWidth) {
            result += QLatin1Char('\n') + margin;
            column = 0;
        } else if (column > 0) {
            result += QLatin1Char(' ');
            ++column;
        }
        result += word;
        column += word.size();
    }
    return result + QLatin1Char('\n');
}

QString entry(const QString &name, const QString &text)
{
    const QString start = QStringLiteral("  ") + name;
    QString padding(std::max<qsizetype>(1, nameWidth - start.size()), QLatin1Char(' '));
    if (start.size() >= nameWidth)
        padding = QLatin1Char('\n') + QString(nameWidth, QLatin1Char(' '));
    return start + padding + wrapped(text, nameWidth);
}

QString optionEntry(const OptionDescription &option)
{
    QString name = option.shortName.isEmpty()
                       ? QString()
                       : QString(QLatin1Char('-') + option.shortName + QStringLiteral(", "));
    name += QStringLiteral("--") + option.name;
    if (!option.valueName.isEmpty())
        name += QLatin1Char(' ') + option.valueName;
    return entry(name, option.help);
}

QString connectionHelp()
{
    QString text =
        QStringLiteral("\nConnection (before or after the command; one of --profile, --api-url and "
                       "--demo is needed):\n");
    const QList<OptionDescription> options = connectionOptions();
    for (const OptionDescription &option : options)
        text += optionEntry(option);
    text += QStringLiteral("\nSecrets come from the keychain (--profile) or from the environment, never from "
                           "arguments:\n");
    text += entry(QStringLiteral("OFFBOARDING_TOKEN"), QStringLiteral("an access token, or"));
    text += entry(QStringLiteral("OFFBOARDING_CLIENT_ID"),
                  QStringLiteral("with OFFBOARDING_CLIENT_SECRET: client "
                                 "credentials; the environment comes "
                                 "before the keychain"));
    return text;
}

QString exitCodeHelp()
{
    return QStringLiteral("\nExit status:\n"
                          "  0  all done and verified\n"
                          "  1  finished, but some of it failed or was skipped (listed)\n"
                          "  2  wrong usage, or an input file that cannot be read\n"
                          "  3  could not sign in, or not permitted\n"
                          "  4  a gate refused; nothing was changed by the refused step\n"
                          "  5  stopped before the end\n"
                          "  6  verification failed: the evidence was altered\n");
}

} // namespace

QString versionText()
{
    return QStringLiteral("offboardctl " OFFBOARDING_VERSION "\n");
}

QString generalHelp(const QList<Command> &commands)
{
    QString text =
        QStringLiteral("Usage: offboardctl [connection] COMMAND [options]\n\n"
                       "The services of Offboarding Console without a window: take leavers out of a "
                       "Genesys Cloud organisation.\n\nCommands (offboardctl COMMAND --help says "
                       "more):\n");
    for (const Command &command : commands)
        text += entry(command.name, command.summary);
    text += connectionHelp();
    text += QStringLiteral("\nOther options:\n");
    text += entry(QStringLiteral("-h, --help"), QStringLiteral("print this text, or that of a command"));
    text += entry(QStringLiteral("--version"), QStringLiteral("print the version"));
    text += QStringLiteral(
        "\nResults go to standard output or to -o FILE, which is written whole or not at all;\n"
        "progress and messages go to standard error.\n");
    return text + exitCodeHelp();
}

QString commandHelp(const Command &command)
{
    QString text = QStringLiteral("Usage: offboardctl ");
    text += command.usesConnection ? QStringLiteral("[connection] ") : QString();
    text += command.name + QStringLiteral(" [options]");
    text += command.operands.isEmpty() ? QString() : QString(QLatin1Char(' ') + command.operands);
    text += QStringLiteral("\n\n") + wrapped(command.summary, 0);
    for (const QString &paragraph : command.details)
        text += QLatin1Char('\n') + (paragraph.contains(QLatin1Char('\n'))
                                         ? QString(paragraph + QLatin1Char('\n'))
                                         : wrapped(paragraph, 0));
    text += QStringLiteral("\nOptions:\n");
    for (const OptionDescription &option : command.options)
        text += optionEntry(option);
    text += entry(QStringLiteral("-h, --help"), QStringLiteral("print this text"));
    if (command.usesConnection)
        text += connectionHelp();
    return text + exitCodeHelp();
}

} // namespace offboarding::cli
