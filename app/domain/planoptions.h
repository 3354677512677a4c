// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace offboarding {

class ObjectReader;

/// The optional steps of an offboarding, each one a tick in the dialog. A connection keeps a template of
/// those that are ticked at first. Restore and ClearReferences have none of them.
struct PlanOptions
{
    bool revokeTokens = false;    ///< DELETE /tokens/{userId}: signed out everywhere
    bool goOffline = false;       ///< presence offline and routing status off
    bool releaseStation = false;  ///< the phone that the user is signed on to
    bool removeQueues = false;    ///< memberships of their own; those that a group brings stay
    bool removeSkills = false;    ///< routing skills
    bool removeLanguages = false; ///< routing languages
    bool removeGroups = false;    ///< memberships; owners stay owners
    bool removeRoles = false;     ///< direct grants; inherited ones cannot be taken away
    bool checkReports = false;    ///< whether the search index has caught up, after all

    bool isEmpty() const { return *this == PlanOptions{}; }
    bool operator==(const PlanOptions &other) const = default;
};

/// The ticks of optional steps, as connections and plans keep them. readPlanOptions() finishes @p reader: a
/// misspelt tick is an error, a missing one is not ticked.
QJsonObject planOptionsToJson(const PlanOptions &options);
PlanOptions readPlanOptions(ObjectReader *reader);

} // namespace offboarding
