// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/identity.h"
#include "app/domain/user.h"
#include "app/offboarding/gates.h"
#include "app/offboarding/plan.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace offboarding {

/// Who may not be offboarded, whatever else holds. They apply to Deactivate, Delete and ForceDelete.
enum class OffboardingRule {
    NotYourself,            ///< nobody offboards the account they are signed in with
    NotProtected,           ///< Connection::protectedUsers
    InAllowedDivision,      ///< Connection::allowedDivisions
    NotLastAdministrator,   ///< somebody who may administer the organisation must be left
    WithinUserLimit,        ///< Connection::limits.mostUsersPerRun
    WithinOrganizationShare ///< Connection::limits.mostPercentOfOrganization
};

QString offboardingRuleName(OffboardingRule rule); ///< "not-yourself", "not-protected", …

struct RuleResult
{
    OffboardingRule rule = OffboardingRule::NotYourself;
    GateStatus status = GateStatus::Unknown; ///< Unknown refuses, too
    int count = 0;                           ///< users chosen or administrators left, where it says something
    int limit = 0;                           ///< for the two limits
};

/// Administrators of the organisation, as far as they could be read (app/offboarding/administrators.h).
struct AdministratorCensus
{
    bool isKnown = false;  ///< false: a reading failed, was not permitted, or was never made
    QSet<QString> userIds; ///< active users who administer; need not be all, if enough are left
};

struct RuleInput
{
    Act act = Act::Deactivate;
    Connection connection;
    Identity signedInAs;
    User user;
    QStringList chosenUserIds;  ///< all users of the run, @p user among them
    int organizationUsers = -1; ///< users that are not deleted; -1: not known, which refuses
    AdministratorCensus administrators;
};

/// Pure. Every rule of @p input.act in the order of the enumeration; empty for Restore and ClearReferences.
QList<RuleResult> checkOffboardingRules(const RuleInput &input);
bool areAllKept(const QList<RuleResult> &results);

} // namespace offboarding
