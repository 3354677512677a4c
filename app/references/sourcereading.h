// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace offboarding {

/// How far one source of references can be trusted. The names are part of the offboardctl contract.
enum class SourceStatus {
    Fresh,
    Stale,        ///< was fresh, but is older than freshSeconds
    Failed,       ///< no answer that can be used: how many there are is not known
    NotPermitted, ///< Error::missingPermission names what is missing, if the server did
    Incomplete    ///< the list was cut off, or contradicts another source: what was found is not all
};

QString sourceStatusName(SourceStatus status); ///< "fresh", "stale", "failed", "not-permitted", "incomplete"

/// A reading older than this is stale: as long as a preview may be acted on.
inline constexpr int freshSeconds = 120;

/// One question put to the server and how it went.
struct SourceReading
{
    QString name; ///< see sourceNames
    SourceStatus status = SourceStatus::Failed;
    QDateTime readAt;           ///< UTC
    std::optional<int> count;   ///< empty when not known: never 0
    std::optional<Error> error; ///< for Failed, NotPermitted and Incomplete

    /// The status as it is to be shown at @p now: a fresh reading becomes stale by itself.
    SourceStatus statusAt(const QDateTime &now) const;
};

/// The names of the sources, as offboardctl prints them.
namespace sourceNames {
// Conversations: what gates decide on (contract §4).
inline constexpr char agentStatus[] = "agent-status";
inline constexpr char openConversations[] = "open-conversations";
inline constexpr char recentConversations[] = "recent-conversations";
inline constexpr char conversations[] = "conversations";
inline constexpr char conversationSummary[] = "conversation-summary";
// Around the person (contract §5.4, §5.5, §6).
inline constexpr char user[] = "user";
inline constexpr char callbacks[] = "callbacks";
inline constexpr char workItems[] = "work-items";
inline constexpr char queues[] = "queues";
inline constexpr char skills[] = "skills";
inline constexpr char languages[] = "languages";
inline constexpr char groups[] = "groups";
inline constexpr char ownedGroups[] = "owned-groups";
inline constexpr char roles[] = "roles";
inline constexpr char station[] = "station";
inline constexpr char phones[] = "phones";
inline constexpr char forwarding[] = "forwarding";
inline constexpr char presence[] = "presence";
inline constexpr char routingStatus[] = "routing-status";
inline constexpr char outOfOffice[] = "out-of-office";
inline constexpr char tokens[] = "tokens";
inline constexpr char directReports[] = "direct-reports";
inline constexpr char voicemail[] = "voicemail";
inline constexpr char externalIds[] = "external-ids";
inline constexpr char licences[] = "licences";
inline constexpr char oauthClients[] = "oauth-clients";
// Report check (contract §2.3, §7).
inline constexpr char reportExports[] = "report-exports";
inline constexpr char dashboards[] = "dashboards";
inline constexpr char privateDashboards[] = "private-dashboards";
inline constexpr char alertRules[] = "alert-rules";
} // namespace sourceNames

/// A fresh reading of @p name, begun now; the count is not known yet.
SourceReading beginReading(const char *name);
/// The source could not be read: not permitted for a 403, failed otherwise. Forgets the count.
void failReading(SourceReading *source, const Error &error);
/// What was found is known not to be all: the count is not known any more. @p place is the request.
void cutOffReading(SourceReading *source, const QString &place, const QString &detail);

/// Null if there is none of that name. Valid as long as @p sources.
const SourceReading *findSource(const QList<SourceReading> &sources, const char *name);

} // namespace offboarding
