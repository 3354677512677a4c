// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/calls/listreading.h"
#include "app/domain/personreferences.h"

#include <QDateTime>

namespace offboarding {

/// GET /telephony/providers/edges/phones (contract §6.5), by the user's WebRTC phone or by default line.
/// Permission: telephony:plugin:all.
enum class PhoneTie { WebRtcUser, DefaultLine };
ApiRequest phonesRequest(const QString &userId, PhoneTie tie, int pageNumber, int pageSize);
Result<ListPage<PhoneReference>> parsePhones(const ApiResponse &response, PhoneTie tie);

/// An OAuth client with its maker.
struct OAuthClientRow
{
    OAuthClientReference client;
    QString createdById; ///< empty: the server does not say
};

/// GET /oauth/clients (contract §6.7): all of the organisation, without paging parameters. Permission:
/// oauth:client:view.
ApiRequest oauthClientsRequest();
Result<ListPage<OAuthClientRow>> parseOAuthClients(const ApiResponse &response);

/// POST /taskmanagement/workitems/query (contract §5.5), a read. @p after: cursor of the page before, or
/// empty. Permission: workitems:workitem:view.
ApiRequest workItemsRequest(const QString &userId, const QString &after, int pageSize);
Result<ListPage<WorkItem>> parseWorkItems(const ApiResponse &response);

/// A callback that waits for certain people.
struct OwnedCallback
{
    ScheduledCallback callback;
    QStringList ownerIds; ///< requestedRoutingUserIds of its segments
};

/// POST /analytics/conversations/details/query for agent-owned callbacks that are open (contract §5.4), a
/// read. No endpoint lists them by owner, so this is for everybody. At most 31 days per interval, 100 per
/// page. Permission: analytics:conversationDetail:view.
ApiRequest ownedCallbacksRequest(const QDateTime &from, const QDateTime &to, int pageNumber, int pageSize);
Result<ListPage<OwnedCallback>> parseOwnedCallbacks(const ApiResponse &response);

} // namespace offboarding
