// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/domain/conversation.h"
#include "app/offboarding/planner.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace offboarding {

/// Everything a dialog needs to make a plan and to say what it could not find out: values only.
struct PreparedPlan
{
    /// For makePlan(). `now` is when the reading ended: the two minutes of a preview count from then.
    PlanInput input;
    QHash<QString, Error> unreadableUsers; ///< by id; not in input.users
    QHash<QString, QString> names;         ///< identity by id, from the directory, for unreadable users too
    QList<Queue> queues;                   ///< to hand conversations over to
    std::optional<Error> queuesError;      ///< why `queues` is empty

    const ReferenceMap *map(const QString &userId) const
    {
        const auto found = input.references.constFind(userId);
        return found == input.references.constEnd() ? nullptr : &*found;
    }
    QString nameOf(const QString &userId) const { return names.value(userId, userId); }
};

/// True if what stands in the way of @p userId is not what was previewed: other blocking conversations,
/// participants, sessions, or sources.
bool hasChanged(const ReferenceMap &previewed, const ReferenceMap &now);

} // namespace offboarding

Q_DECLARE_METATYPE(offboarding::PreparedPlan)
