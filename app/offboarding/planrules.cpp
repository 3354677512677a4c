// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/planner.h"

namespace offboarding {

RuleInput ruleInput(const PlanInput &input, const User &user, const QStringList &chosenUserIds)
{
    RuleInput rules;
    rules.act = input.act;
    rules.connection = input.connection;
    rules.signedInAs = input.signedInAs;
    rules.user = user;
    rules.chosenUserIds = chosenUserIds;
    rules.organizationUsers = input.organizationUsers;
    rules.administrators = input.administrators;
    return rules;
}

} // namespace offboarding
