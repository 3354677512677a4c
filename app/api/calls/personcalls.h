// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/calls/listreading.h"
#include "app/domain/personreferences.h"
#include "app/domain/user.h"

#include <QStringList>

#include <optional>

namespace offboarding {

/// Sum of a conversationSummary over all media (contract §4.7).
struct ConversationCounts
{
    int active = 0;
    int afterCallWork = 0;

    bool operator==(const ConversationCounts &other) const = default;
};

/// What GET /users/{id} tells beyond the row of the users table. An expanded block that is missing is not
/// known: expands are best effort (contract §2.1).
struct UserDetails
{
    User user;
    std::optional<ConversationCounts> conversations; ///< empty too if one count could not be read
    std::optional<QStringList> groupIds;
    std::optional<QString> managerId; ///< empty inside: none
    std::optional<PresenceReference> presence;
    std::optional<RoutingStatusReference> routingStatus;
    std::optional<OutOfOffice> outOfOffice;
    std::optional<QDateTime> lastTokenIssued;
};

/// GET /users/{id}?expand=… (contract §2.4). A deleted user answers only with @p deleted. Permission: none.
ApiRequest userDetailsRequest(const QString &userId, const QStringList &expands, bool deleted = false);
/// BadResponse if it is not @p userId.
Result<UserDetails> parseUserDetails(const ApiResponse &response, const QString &userId);

/// GET /users?id=…&state=any: names of at most 100 users (contract §2.1). Permission: none. The answer is
/// read with parseUserPage().
ApiRequest usersByIdRequest(const QStringList &userIds);

/// The expands that a whole reference map asks for.
QStringList personExpands();

// Contract §6.5. All of them 200, none retried beyond being reads.

/// GET /users/{id}/station. Permission: telephony:otherStationAssociation:view.
ApiRequest stationRequest(const QString &userId);
Result<Stations> parseStations(const ApiResponse &response);

/// GET /users/{id}/callforwarding. Permission: conversation:callForwarding:view. Known to answer 424 when a
/// downstream service fails.
ApiRequest forwardingRequest(const QString &userId);
Result<CallForwarding> parseForwarding(const ApiResponse &response);

/// GET /users/{id}/presences/purecloud. Permission: none.
ApiRequest presenceRequest(const QString &userId);
Result<PresenceReference> parsePresence(const ApiResponse &response);

/// GET /users/{id}/routingstatus. Permission: none. Answers OFF_QUEUE even for an unknown id.
ApiRequest routingStatusRequest(const QString &userId);
Result<RoutingStatusReference> parseRoutingStatus(const ApiResponse &response);

/// GET /users/{id}/outofoffice. Permission: none.
ApiRequest outOfOfficeRequest(const QString &userId);
Result<OutOfOffice> parseOutOfOffice(const ApiResponse &response);

/// GET /users/{id}/directreports: who names this user as manager (contract §2.4). Permission: none. Not
/// paged.
ApiRequest directReportsRequest(const QString &userId);
Result<ListPage<DirectReport>> parseDirectReports(const ApiResponse &response);

/// GET /voicemail/users/{id}/mailbox (contract §6.7). Permission: voicemail:mailbox:viewOther.
ApiRequest mailboxRequest(const QString &userId);
Result<Mailbox> parseMailbox(const ApiResponse &response);

/// GET /users/{id}/externalid (contract §6.7). Permission: none. At most 100, not paged.
ApiRequest externalIdsRequest(const QString &userId);
Result<ListPage<ExternalId>> parseExternalIds(const ApiResponse &response);

/// GET /license/users/{id} (contract §6.6). Permission: authorization:grant:add or
/// authorization:license:view.
ApiRequest licencesRequest(const QString &userId);
Result<ListPage<QString>> parseLicences(const ApiResponse &response);

} // namespace offboarding
