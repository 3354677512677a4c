// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/identity.h"
#include "app/offboarding/offboardingrules.h"
#include "app/offboarding/plan.h"
#include "app/references/referencemap.h"

#include <QHash>

namespace offboarding {

/// Everything a plan depends on. Same input, same plan.
struct PlanInput
{
    Act act = Act::Deactivate;
    Connection connection;
    QList<User> users;
    QHash<QString, ReferenceMap> references; ///< by user id; a user without a map gets UnreadableReferences
    QList<ClearingChoice> clearing;          ///< what to do with conversations; Leave needs no entry
    QStringList lookAlikeIds;                ///< users for whom others have nearly the same name
    QDateTime now;                           ///< UTC
    QString planId;
    Identity signedInAs;                ///< whoever acts; unknown refuses every removal
    int organizationUsers = -1;         ///< users that are not deleted; -1: not known
    AdministratorCensus administrators; ///< for the preview; the runner counts again
    QString reason;                     ///< as typed; empty: none
    QString ticket;
    /// Optional steps; none for Restore and ClearReferences. What they would change must have been read with
    /// ReadingDepth::Memberships or more, or they are refused.
    PlanOptions options;
    QString offlinePresenceId;                 ///< presence definition "Offline"; empty: not known
    int recentDays = 7;                        ///< as the finder is set: how many searches one reading takes
    int lifetimeSeconds = planLifetimeSeconds; ///< planDocumentLifetimeSeconds for a file
};

/// What checkOffboardingRules() needs to judge @p user, if exactly @p chosenUserIds are taken out.
RuleInput ruleInput(const PlanInput &input, const User &user, const QStringList &chosenUserIds);

/// Pure. Canonical order per user: read user → snapshot → check references → (ticked) tokens, presence,
/// routing, phone → clear … → (ticked) groups, queues, skills, languages, roles → check references → (force
/// delete) verify gates → change → read back → history check → (ticked) report check. Without clearing and
/// ticks there is one check of references. A user who is listed twice is planned once; one without an id not
/// at all.
Plan makePlan(const PlanInput &input);

/// Ids of @p users that share a folded name (case, accents, ligatures, look-alike scripts, spaces, one letter
/// apart) with another user of @p all.
QStringList lookAlikes(const QList<User> &users, const QList<User> &all);

} // namespace offboarding
