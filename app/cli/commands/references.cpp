// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/references.h"

#include "app/cli/errortext.h"
#include "app/cli/session.h"
#include "app/cli/userarguments.h"
#include "app/references/referencefinder.h"
#include "app/reports/reports.h"

#include <algorithm>

namespace offboarding::cli {

namespace {

constexpr qint64 mostRecentDays = 365;
constexpr qsizetype mostTroublesShown = 30;

QStringList formats()
{
    return {QStringLiteral("csv"), QStringLiteral("json")};
}

/// The same thing wrong with the sources of one name.
struct Trouble
{
    SourceReading source;
    QStringList users; ///< identities
};

QString troubleText(const Trouble &trouble)
{
    const SourceReading &source = trouble.source;
    const bool isShort = source.status == SourceStatus::Incomplete;
    QString text = QStringLiteral("%1 of %2: %3 (%4).")
                       .arg(source.name,
                            trouble.users.size() == 1 ? trouble.users.first()
                                                      : QStringLiteral("%1 users").arg(trouble.users.size()),
                            isShort ? QStringLiteral("what was found is not known to be all")
                                    : QStringLiteral("not known how many there are"),
                            sourceStatusName(source.status));
    if (source.error) {
        text += QLatin1Char('\n');
        text += explained(*source.error);
    }
    return text;
}

void tellTroubles(const QStringList &troubles, Terminal &terminal)
{
    for (qsizetype i = 0; i < troubles.size() && i < mostTroublesShown; ++i)
        terminal.message(troubles.at(i));
    if (troubles.size() > mostTroublesShown)
        terminal.message(QStringLiteral("and %1 more sources that are not known")
                             .arg(troubles.size() - mostTroublesShown));
}

QCoro::Task<ExitCode> runReferences(CommandContext context)
{
    const Usage<ReferencesOptions> options = referencesOptions(context.arguments);
    if (!options) {
        context.terminal.message(options.error());
        co_return ExitCode::Usage;
    }
    Session session(context);
    const ExitCode opened = co_await session.open();
    if (opened != ExitCode::Done)
        co_return opened;
    session.api().setReadOnly(true);
    const UserChoice choice = co_await chooseUsers(context, &session.api());
    if (choice.code != ExitCode::Done)
        co_return choice.code;

    QStringList userIds;
    for (const User &user : choice.users)
        userIds.append(user.id);
    ReferenceFinder finder(session.api());
    finder.setRecentDays(options->recentDays);
    Terminal *const terminal = &context.terminal;
    QObject::connect(&finder, &ReferenceFinder::progressChanged, &finder, [terminal](int done, int total) {
        terminal->progress(QStringLiteral("Users read"), done, total);
    });
    QObject::connect(&context.stop, &StopSignal::requested, &finder, &ReferenceFinder::stop);
    terminal->progress(QStringLiteral("Users read"), 0, userIds.size());
    const QHash<QString, ReferenceMap> maps = co_await finder.readAll(userIds, ReadingDepth::Everything);
    terminal->clearProgress();
    if (context.stop.isRequested()) {
        terminal->message(QStringLiteral("Stopped before everything was read; nothing was written."));
        co_return ExitCode::Stopped;
    }

    // What could not be read stands in the results as such, so they can be kept in a file all the same.
    const Results results{referencesToTable(choice.users, maps),
                          {},
                          referencesToJson(choice.users, maps),
                          QStringLiteral("references")};
    const ExitCode delivered = deliver(results, options->output, *terminal);
    tellTroubles(referenceTroubles(choice.users, maps), *terminal);
    if (delivered != ExitCode::Done)
        co_return delivered;
    if (!options->output.file.isEmpty())
        terminal->message(QStringLiteral("The references of %1 user(s) written to %2.")
                              .arg(choice.users.size())
                              .arg(options->output.file));
    co_return referencesCode(choice.users, maps);
}

} // namespace

Usage<ReferencesOptions> referencesOptions(const Arguments &arguments)
{
    ReferencesOptions options;
    const Usage<qint64> days =
        numberOption(arguments, QStringLiteral("recent-days"), 1, mostRecentDays, options.recentDays);
    if (!days)
        return wrongUsage(days.error());
    options.recentDays = static_cast<int>(*days);
    const Usage<ResultOutput> output = resultOutput(arguments, formats());
    if (!output)
        return wrongUsage(output.error());
    options.output = *output;
    return options;
}

QStringList referenceTroubles(const QList<User> &users, const QHash<QString, ReferenceMap> &maps)
{
    QList<Trouble> troubles;
    QStringList unread;
    for (const User &user : users) {
        const auto map = maps.constFind(user.id);
        if (map == maps.constEnd()) {
            unread.append(QStringLiteral("%1: was not read, so nothing is known.").arg(user.identity()));
            continue;
        }
        for (const SourceReading &source : map->allSources()) {
            if (source.status == SourceStatus::Fresh)
                continue;
            const auto same = std::find_if(troubles.begin(), troubles.end(), [&](const Trouble &one) {
                const bool isSameCause =
                    one.source.error.has_value() == source.error.has_value() &&
                    (!source.error || (one.source.error->kind == source.error->kind &&
                                       one.source.error->serverCode == source.error->serverCode));
                return one.source.name == source.name && one.source.status == source.status && isSameCause;
            });
            if (same == troubles.end())
                troubles.append({source, {user.identity()}});
            else
                same->users.append(user.identity());
        }
    }
    QStringList texts = unread;
    for (const Trouble &trouble : std::as_const(troubles))
        texts.append(troubleText(trouble));
    return texts;
}

ExitCode referencesCode(const QList<User> &users, const QHash<QString, ReferenceMap> &maps)
{
    bool isAllFresh = true;
    bool isAllRefused = !users.isEmpty();
    for (const User &user : users) {
        const auto map = maps.constFind(user.id);
        const QList<SourceReading> sources =
            map == maps.constEnd() ? QList<SourceReading>() : map->allSources();
        isAllFresh = isAllFresh && !sources.isEmpty();
        isAllRefused = isAllRefused && !sources.isEmpty();
        for (const SourceReading &source : sources) {
            isAllFresh = isAllFresh && source.status == SourceStatus::Fresh;
            isAllRefused =
                isAllRefused && source.error && exitCodeOf(*source.error) == ExitCode::NotPermitted;
        }
    }
    if (isAllFresh)
        return ExitCode::Done;
    return isAllRefused ? ExitCode::NotPermitted : ExitCode::Partly;
}

Command referencesCommand()
{
    Command command;
    command.name = QStringLiteral("references");
    command.operands = QStringLiteral("USER…");
    command.fewestOperands = 1;
    command.mostOperands = mostUserOperands;
    command.summary = QStringLiteral("List everything that still refers to users, with the trust in it.");
    command.details = {
        QStringLiteral("USER is an id or an e-mail address. Nothing is changed."),
        QStringLiteral(
            "Conversations (live, in after-call work, ended within --recent-days), scheduled callbacks, work "
            "items, queues, skills, languages, groups and owned groups, roles and divisions, station, "
            "phones, forwarding, presence, routing status, tokens, direct reports, voicemail, external ids, "
            "licences and OAuth clients. Each of these sources is fresh, stale, failed, not-permitted or "
            "incomplete; a count that is not known is empty, or null in JSON, never 0."),
        QStringLiteral("Exit status: 0 if every source was read, whatever was found; 1 if one of them could "
                       "not be read or is not all (standard error names it); 3 if none may be read.")};
    command.options = {
        {QStringLiteral("recent-days"),
         QStringLiteral("N"),
         QStringLiteral("how far back ended conversations are looked for; default: 7, at most 365"),
         {}}};
    command.options += resultOptions(formats());
    command.run = runReferences;
    return command;
}

} // namespace offboarding::cli
