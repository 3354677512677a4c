// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/offboarding/plan.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

class QIODevice;

namespace offboarding {

// The plan as a file: JSON, indented, keys sorted, so that two plans can be compared line by line. The format
// is documented in CONTRIBUTING.md. The file carries a SHA-256 of its canonical form, which shows that
// something was edited; it does not prove who wrote it, so nothing of a file is believed that the connection
// at hand knows better (see rebased()).

/// The largest file that is written or read, in bytes.
inline constexpr qint64 largestPlanFile = 256ll * 1024 * 1024;

/// Error::serverCode of what parsePlan() refuses; each Error is of kind File and its place names line and
/// column.
namespace planCodes {
inline constexpr char damaged[] = "plan.damaged";              ///< cut off or no JSON
inline constexpr char notAPlan[] = "plan.not-a-plan";          ///< JSON of something else
inline constexpr char newer[] = "plan.newer";                  ///< format of a newer version of this program
inline constexpr char edited[] = "plan.edited";                ///< the hash does not match the content
inline constexpr char misunderstood[] = "plan.not-understood"; ///< a field that is wrong, unknown or missing
inline constexpr char tooLarge[] = "plan.too-large";
inline constexpr char unreadable[] = "plan.unreadable"; ///< the file system said no
} // namespace planCodes

/// Hex SHA-256 over the canonical form: compact JSON in UTF-8, keys sorted, without "hash" and "approvals".
QString planHash(const Plan &plan);

/// As planHash(), also without what differs when the same thing is planned twice: id, dates, author,
/// approvals, the id and name of the connection, what was read about presence, and the bodies of readings.
/// Same users, acts, ticks and answers: same value, in the window and in offboardctl.
QString planContentHash(const Plan &plan);

/// With "hash". Steps and warnings of users that are not in Plan::users are left out: writePlan() refuses
/// such a plan, and nothing of it can be run.
QJsonObject planToJson(const Plan &plan);
/// @p place names the file, or whatever it came from.
Result<Plan> planFromJson(const QJsonObject &object, const QString &place);

/// Reads a whole file's text. Costs the memory of the text and of the plan, nothing beside.
Result<Plan> parsePlan(const QByteArray &text, const QString &place);
Result<Plan> readPlan(const QString &path);

/// Written whole or not at all.
Result<Done> writePlan(const QString &path, const Plan &plan);
/// What writePlan() writes; false if the device did not take everything.
bool writePlanText(QIODevice *device, const Plan &plan);

} // namespace offboarding
