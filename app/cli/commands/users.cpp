// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/users.h"

#include "app/cli/errortext.h"
#include "app/cli/session.h"
#include "app/directory/userloader.h"
#include "app/directory/userquery.h"
#include "app/directory/userstore.h"
#include "app/reports/reports.h"

#include <QCoroSignal>

namespace offboarding::cli {

namespace {

constexpr qsizetype mostNotesShown = 20;

QStringList formats()
{
    return {QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("jsonl"), QStringLiteral("xlsx")};
}

QStringList states()
{
    return {QStringLiteral("any"), QStringLiteral("active"), QStringLiteral("inactive"),
            QStringLiteral("deleted")};
}

/// The users asked for, by name as in the window. Somebody whose state the server does not say stays: it
/// listed them under the state that it was asked for.
QList<User> chosenUsers(const UserStore &store, const UsersOptions &options, int *otherState)
{
    UserFilter filter;
    filter.text = options.match;
    const QList<int> rows = visibleRows(store, filter, UserSort());
    const UserState wanted = userStateFromName(options.state);
    QList<User> users;
    users.reserve(rows.size());
    for (const int row : rows) {
        const User &user = store.users().at(row);
        if (wanted != UserState::Unknown && user.state != UserState::Unknown && user.state != wanted)
            ++*otherState;
        else
            users.append(user);
    }
    return users;
}

void tellNotes(const QStringList &notes, Terminal &terminal)
{
    for (qsizetype i = 0; i < notes.size() && i < mostNotesShown; ++i)
        terminal.note(notes.at(i));
    if (notes.size() > mostNotesShown)
        terminal.note(QStringLiteral("and %1 more of this kind").arg(notes.size() - mostNotesShown));
}

QString counted(qsizetype users)
{
    return users == 1 ? QStringLiteral("1 user") : QStringLiteral("%1 users").arg(users);
}

QString incompleteText(const UserStore &store, const Error &error)
{
    const qsizetype read = store.users().size();
    QString text = read == 0 ? QStringLiteral("The users could not be read.\n")
                   : store.expectedTotal() > read
                       ? QStringLiteral("The list is not complete: %1 of %2 users were read.\n")
                             .arg(read)
                             .arg(store.expectedTotal())
                       : QStringLiteral("The list is perhaps not complete: %1 read.\n").arg(counted(read));
    return text + explained(error);
}

/// Prints the results and what is wrong with them.
ExitCode conclude(const UserStore &store, const UsersOptions &options, Terminal &terminal)
{
    tellNotes(store.notes(), terminal);
    int otherState = 0;
    const QList<User> users = chosenUsers(store, options, &otherState);
    if (otherState > 0)
        terminal.note(QStringLiteral("left out %1 whom the server listed although not %2")
                          .arg(counted(otherState), options.state));
    const Results results{usersToTable(users), userColumnKinds(), usersToJson(users),
                          QStringLiteral("users")};
    const std::optional<Error> error = store.lastError();
    if (!error) {
        const ExitCode code = deliver(results, options.output, terminal);
        if (code == ExitCode::Done && !options.output.file.isEmpty())
            terminal.message(
                QStringLiteral("%1 written to %2.").arg(counted(users.size()), options.output.file));
        return code;
    }
    // What was read is worth seeing, and a pipe has the exit status beside it. A file would look complete
    // tomorrow.
    if (options.output.file.isEmpty() && !store.users().isEmpty())
        deliver(results, options.output, terminal);
    QString text = incompleteText(store, *error);
    if (!options.output.file.isEmpty())
        text += QStringLiteral("\n%1 was not written.").arg(options.output.file);
    terminal.message(text);
    return exitCodeOf(*error);
}

QCoro::Task<ExitCode> runUsers(CommandContext context)
{
    const Usage<UsersOptions> options = usersOptions(context.arguments);
    if (!options) {
        context.terminal.message(options.error());
        co_return ExitCode::Usage;
    }
    if (options->output.format == ResultFormat::Spreadsheet && options->output.file.isEmpty() &&
        context.terminal.isOutputTerminal()) {
        context.terminal.message(
            QStringLiteral("A spreadsheet cannot be shown on a terminal: give -o FILE."));
        co_return ExitCode::Usage;
    }
    Session session(context);
    const ExitCode opened = co_await session.open();
    if (opened != ExitCode::Done)
        co_return opened;
    session.api().setReadOnly(true);

    UserStore store;
    UserLoader loader(session.api(), store);
    loader.setState(options->state);
    loader.setAsksForDeleted(true);
    Terminal *const terminal = &context.terminal;
    QObject::connect(&store, &UserStore::progressChanged, &store, [terminal](int loaded, int expected) {
        terminal->progress(QStringLiteral("Users read"), loaded, expected);
    });
    QObject::connect(&context.stop, &StopSignal::requested, &loader, &UserLoader::stop);
    loader.load();
    if (loader.isLoading())
        co_await qCoro(&loader, &UserLoader::finished);
    context.terminal.clearProgress();
    if (context.stop.isRequested()) {
        context.terminal.message(QStringLiteral("Stopped before all users were read; nothing was written."));
        co_return ExitCode::Stopped;
    }
    co_return conclude(store, *options, context.terminal);
}

} // namespace

Usage<UsersOptions> usersOptions(const Arguments &arguments)
{
    UsersOptions options;
    const Usage<QString> state = choiceOption(arguments, QStringLiteral("state"), states());
    if (!state)
        return wrongUsage(state.error());
    options.state = *state;
    options.match = arguments.value(QStringLiteral("match"));
    const Usage<ResultOutput> output = resultOutput(arguments, formats());
    if (!output)
        return wrongUsage(output.error());
    options.output = *output;
    return options;
}

Command usersCommand()
{
    Command command;
    command.name = QStringLiteral("users");
    command.summary = QStringLiteral("List the users of an organisation, sorted by name.");
    command.details = {
        QStringLiteral(
            "All pages are read before anything is written. If a part of the list is missing, exit status "
            "is 1 (3 if it may not be read) and standard error names the part; standard output then has "
            "what could be read, while -o FILE is left as it was."),
        QStringLiteral(
            "Fields: id, name, email, department, title, division, state, version, lastLogin (UTC), "
            "presence, routingStatus, liveConversations. What is not known is empty, or null in JSON, "
            "never 0. A cell of CSV that a spreadsheet would take for a formula begins with an "
            "apostrophe.")};
    command.options = {
        {QStringLiteral("state"),
         QStringLiteral("active|inactive|deleted|any"),
         QStringLiteral("default: any, so that nobody is overlooked"),
         {}},
        {QStringLiteral("match"),
         QStringLiteral("TEXT"),
         QStringLiteral("only users in whose name, e-mail, department, title or id every word of TEXT "
                        "occurs; case and accents do not matter"),
         {}}};
    command.options += resultOptions(formats());
    command.run = runUsers;
    return command;
}

} // namespace offboarding::cli
