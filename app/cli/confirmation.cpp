// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/confirmation.h"

#include "app/cli/plantext.h"

#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <io.h>
#endif

#include <array>
#include <cstdio>

namespace offboarding::cli {

namespace {

bool isDeletion(const Plan &plan)
{
    return plan.act == Act::Delete || plan.act == Act::ForceDelete;
}

bool isInputTerminal()
{
#ifdef Q_OS_UNIX
    return ::isatty(STDIN_FILENO) != 0;
#else
    return ::_isatty(::_fileno(stdin)) != 0;
#endif
}

QString typedLine()
{
    std::array<char, 1024> line{};
    if (std::fgets(line.data(), static_cast<int>(line.size()), stdin) == nullptr)
        return {};
    return QString::fromUtf8(line.data()).trimmed();
}

Decision decisionFor(const Plan &plan)
{
    Decision decision;
    decision.riskAccepted = true;
    decision.typedOrganization = plan.connection.organizationName;
    for (const User &user : plan.users)
        decision.typedIdentities.insert(user.id, user.confirmationText());
    return decision;
}

} // namespace

QString wantedConfirmation(const Plan &plan)
{
    if (!isDeletion(plan))
        return QStringLiteral("yes");
    if (plan.users.size() == 1)
        return plan.users.constFirst().confirmationText();
    return QStringLiteral("%1 %2").arg(plan.connection.organizationName).arg(plan.users.size());
}

std::optional<Decision> confirmed(CommandContext context, const Plan &plan)
{
    if (context.arguments.has(QStringLiteral("yes")))
        return decisionFor(plan);
    if (!isInputTerminal()) {
        context.terminal.message(
            QStringLiteral("Nobody is there to ask whether this plan is to be run.\nGive --yes "
                           "once you have read it."));
        return std::nullopt;
    }
    const QString wanted = wantedConfirmation(plan);
    QString question = planSummary(plan);
    if (isDeletion(plan))
        question +=
            QStringLiteral("\nThis cannot be undone, and historical look-ups for these users may break.");
    context.terminal.message(question + QStringLiteral("\nType \"%1\" to go on:").arg(wanted));
    if (typedLine() == wanted)
        return decisionFor(plan);
    context.terminal.message(QStringLiteral("That is something else: nothing was done."));
    return std::nullopt;
}

} // namespace offboarding::cli
