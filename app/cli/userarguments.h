// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/cli/command.h"
#include "app/directory/userloader.h"
#include "app/directory/userstore.h"
#include "app/domain/user.h"

#include <QCoroTask>
#include <QList>

namespace offboarding::cli {

/// More than a command line can hold: a command that takes USER… has no limit of its own.
inline constexpr qsizetype mostUserOperands = 100'000;

/// Whom the operands USER… name.
struct UserChoice
{
    ExitCode code = ExitCode::Done; ///< otherwise what to end with: a message was printed
    QList<User> users;              ///< as read from the server, in the order of the operands, each once
};

/// Finds every operand of @p context: an id, or (with an @ in it) an e-mail address that exactly one user
/// has, inactive and deleted ones included. Addresses are looked up in the complete list of users, because
/// the search index lags; a list that is not complete finds nobody. Usage if one is unknown or stands for
/// several users. @p api outlives the task.
QCoro::Task<UserChoice> chooseUsers(CommandContext context, ApiClient *api);

/// The same in a @p directory that readDirectory() has read. Both outlive the task.
QCoro::Task<UserChoice> chooseUsers(CommandContext context, UserLoader *loader, UserStore *directory);

/// Reads all users, deleted ones too, with progress. Done only if the list is complete; otherwise a message
/// was printed. @p loader fills @p directory; both outlive the task.
QCoro::Task<ExitCode> readDirectory(CommandContext context, UserLoader *loader, UserStore *directory);

} // namespace offboarding::cli
