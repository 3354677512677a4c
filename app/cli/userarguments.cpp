// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/userarguments.h"

#include "app/cli/errortext.h"
#include "app/directory/userloader.h"
#include "app/directory/userstore.h"

#include <QCoroSignal>

#include <algorithm>

namespace offboarding::cli {

namespace {

bool isAddress(const QString &operand)
{
    return operand.contains(QLatin1Char('@'));
}

void add(QList<User> *users, const User &user)
{
    const bool isKnown =
        std::any_of(users->cbegin(), users->cend(), [&](const User &one) { return one.id == user.id; });
    if (!isKnown)
        users->append(user);
}

QList<User> withAddress(const UserStore &directory, const QString &address)
{
    QList<User> found;
    for (const User &user : directory.users()) {
        if (user.email.compare(address, Qt::CaseInsensitive) == 0)
            found.append(user);
    }
    return found;
}

/// What is wrong with an address that does not name exactly one user.
QString addressProblem(const QString &address, const QList<User> &found)
{
    if (found.isEmpty())
        return QStringLiteral("No user has the e-mail address \"%1\".").arg(address);
    QStringList ids;
    for (const User &user : found)
        ids.append(QStringLiteral("%1 (%2)").arg(user.id, user.stateText));
    return QStringLiteral("%1 users have the e-mail address \"%2\". Give the id of the one you mean: %3.")
        .arg(found.size())
        .arg(address, ids.join(QStringLiteral(", ")));
}

UserChoice ended(ExitCode code, Terminal &terminal, const QString &text)
{
    terminal.message(text);
    UserChoice choice;
    choice.code = code;
    return choice;
}

} // namespace

QCoro::Task<ExitCode> readDirectory(CommandContext context, UserLoader *loader, UserStore *directory)
{
    Terminal *const terminal = &context.terminal;
    QObject listener;
    loader->setAsksForDeleted(true);
    QObject::connect(directory, &UserStore::progressChanged, &listener, [terminal](int loaded, int expected) {
        terminal->progress(QStringLiteral("Users read"), loaded, expected);
    });
    QObject::connect(&context.stop, &StopSignal::requested, loader, &UserLoader::stop);
    loader->load();
    if (loader->isLoading())
        co_await qCoro(loader, &UserLoader::finished);
    terminal->clearProgress();
    if (context.stop.isRequested()) {
        terminal->message(QStringLiteral("Stopped."));
        co_return ExitCode::Stopped;
    }
    const std::optional<Error> error = directory->lastError();
    if (!error)
        co_return ExitCode::Done;
    terminal->message(
        QStringLiteral("The list of users could not be read completely, so nobody can be told apart "
                       "from somebody who was not read. Try again.\n") +
        explained(*error));
    co_return exitCodeOf(*error);
}

QCoro::Task<UserChoice> chooseUsers(CommandContext context, ApiClient *api)
{
    UserStore directory;
    UserLoader loader(*api, directory);
    const QStringList operands = context.arguments.operands;
    if (std::any_of(operands.cbegin(), operands.cend(), isAddress)) {
        UserChoice failed;
        failed.code = co_await readDirectory(context, &loader, &directory);
        if (failed.code != ExitCode::Done)
            co_return failed;
    }
    UserChoice choice = co_await chooseUsers(context, &loader, &directory);
    co_return choice;
}

QCoro::Task<UserChoice> chooseUsers(CommandContext context, UserLoader *loader, UserStore *directory)
{
    Terminal *const terminal = &context.terminal;
    const QStringList operands = context.arguments.operands;
    UserChoice choice;
    for (const QString &operand : operands) {
        if (isAddress(operand)) {
            const QList<User> found = withAddress(*directory, operand);
            if (found.size() != 1)
                co_return ended(ExitCode::Usage, *terminal, addressProblem(operand, found));
            add(&choice.users, found.first());
            continue;
        }
        const Result<User> user = co_await loader->read(operand);
        if (context.stop.isRequested())
            co_return ended(ExitCode::Stopped, *terminal, QStringLiteral("Stopped."));
        if (user) {
            add(&choice.users, *user);
            continue;
        }
        const Error &error = user.error();
        const bool isUnknown = error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Gone;
        const QString what = isUnknown ? QStringLiteral("There is no user with the id \"%1\".").arg(operand)
                                       : QStringLiteral("The user \"%1\" could not be read.").arg(operand);
        const QString text =
            what + QLatin1Char('\n') +
            (isUnknown ? QString(QLatin1Char('(') + technical(error) + QLatin1Char(')')) : explained(error));
        co_return ended(isUnknown ? ExitCode::Usage : exitCodeOf(error), *terminal, text);
    }
    co_return choice;
}

} // namespace offboarding::cli
