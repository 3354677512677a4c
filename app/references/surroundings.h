// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/personreferences.h"
#include "app/domain/user.h"
#include "app/references/readingbatch.h"
#include "app/references/sourcereading.h"

#include <QCoroTask>
#include <QFlags>

#include <optional>

namespace offboarding {

/// What an offboarding may take away from a person, by how it is asked for (contract §2.4, §6).
enum class Surrounding {
    Details = 0x001, ///< one request: the user, their manager, groups, presence and routing status
    Presence = 0x002,
    RoutingStatus = 0x004,
    Groups = 0x008,
    Queues = 0x010, ///< two requests: joined and not
    Skills = 0x020,
    Languages = 0x040,
    Roles = 0x080,
    Station = 0x100,
    Forwarding = 0x200,
    Manager = 0x400 ///< with the user's version
};
Q_DECLARE_FLAGS(Surroundings, Surrounding)
Q_DECLARE_OPERATORS_FOR_FLAGS(Surroundings)

inline constexpr Surroundings allSurroundings{
    Surroundings(Surroundings::Int(Surrounding::Details) | Surroundings::Int(Surrounding::Queues) |
                 Surroundings::Int(Surrounding::Skills) | Surroundings::Int(Surrounding::Languages) |
                 Surroundings::Int(Surrounding::Roles) | Surroundings::Int(Surrounding::Station) |
                 Surroundings::Int(Surrounding::Forwarding))};

/// What was read of them. An empty optional is "not known", never "none"; the source says why.
struct SurroundingsReading
{
    std::optional<User> user;
    std::optional<QString> managerId; ///< empty inside: none
    PersonReferences person;
    QList<SourceReading> sources;
    QDateTime readAt; ///< UTC

    /// The first source that is not fresh, with its error where there is one.
    std::optional<SourceReading> firstUnread() const;
};

/// A list counts as known only if all of it was read.
QCoro::Task<SurroundingsReading> readSurroundings(ReadingBatchPointer batch, QString userId,
                                                  Surroundings parts);

/// What readSurroundings() sends, in order, for lists as long as those of @p known; a list that is not known
/// is taken to fit on one page.
QList<ApiRequest> surroundingsRequests(const QString &userId, Surroundings parts,
                                       const PersonReferences &known = {});

} // namespace offboarding
