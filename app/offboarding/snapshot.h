// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/personreferences.h"
#include "app/domain/user.h"
#include "app/offboarding/plan.h"
#include "app/references/surroundings.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace offboarding {

/// A user and what is around them, as it was before the first write: what an undo can put back. An empty
/// optional is "not known", never "none".
struct Snapshot
{
    User user;
    std::optional<QString> managerId; ///< empty inside: none
    /// Presence, routing status, queues, skills, languages, groups, roles, stations and forwarding.
    PersonReferences person;
    QStringList unread; ///< "roles not-permitted: …" for each part that is not known
    QDateTime readAt;   ///< UTC

    bool operator==(const Snapshot &other) const = default;
};

/// Empty if the user itself could not be read.
std::optional<Snapshot> snapshotOf(const SurroundingsReading &reading);

/// As the journal keeps it, in StepResult::data of a Snapshot step under "snapshot".
QJsonObject snapshotToJson(const Snapshot &snapshot);
/// Strict; errors of kind File with the path of the field behind @p place.
Result<Snapshot> snapshotFromJson(const QJsonObject &object, const QString &place);

/// True if @p snapshot holds what a step of @p kind changes, so that it can be put back or at least be told.
bool isKnown(const Snapshot &snapshot, StepKind kind);

/// One thing that is not as it was.
struct SnapshotDifference
{
    QString field;          ///< "state", "manager", "roles", "queues", …: stable names
    QString item;           ///< which of several, by name and id; empty for a single value
    QString before;         ///< empty: was not there. Server text: hostile and plain
    QString now;            ///< empty: is not there any more
    bool isKnown = true;    ///< false: one of both could not be read, so nobody can say
    bool isPassing = false; ///< presence and routing status: people change these all day

    bool operator==(const SnapshotDifference &other) const = default;
};

/// Pure. Field by field; empty: everything is as it was.
QList<SnapshotDifference> differences(const Snapshot &before, const Snapshot &now);

/// For StepResult::data of a CompareSnapshot step: {"differences":[{"field","item","before","now",…}]}.
QJsonObject differencesToJson(const QList<SnapshotDifference> &differences);
/// Tolerant: what cannot be read is left out.
QList<SnapshotDifference> differencesFromJson(const QJsonObject &data);

} // namespace offboarding
