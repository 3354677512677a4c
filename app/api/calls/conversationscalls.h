// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/domain/conversation.h"

#include <QDateTime>
#include <QList>

namespace offboarding {

/// GET /conversations/{id} (contract §4.6). Permission: conversation:communication:view.
ApiRequest conversationRequest(const QString &conversationId);
/// BadResponse if anything in it could hide a participant or a live communication, or if it is not
/// @p conversationId: nobody may be taken for gone because an answer could not be read.
Result<Conversation> parseConversation(const ApiResponse &response, const QString &conversationId);

/// One session of GET /analytics/agents/{userId}/status.
struct AgentSession
{
    QString conversationId;
    QString mediaType;
    QString segmentType;
    QString queueId;
    QString direction;
    QDateTime start;
};

struct AgentStatus
{
    int sessionCount = 0; ///< can exceed the sessions that are listed
    QString presence;
    QString routingStatus;
    QList<AgentSession> sessions;
};

/// GET /analytics/agents/{userId}/status (contract §4.2): what the user is on now. Permission:
/// analytics:agentState:view.
ApiRequest agentStatusRequest(const QString &userId);
/// BadResponse unless it says how many sessions there are, and about @p userId.
Result<AgentStatus> parseAgentStatus(const ApiResponse &response, const QString &userId);

/// One row of the analytics detail query, from the user's point of view.
struct ConversationDetail
{
    QString conversationId;
    QDateTime start;
    QDateTime end;
    QString mediaType;
    QString direction;
    QString queueId;
    QStringList participantIds; ///< of this user
    QString purpose;
    bool userSegmentOpen = false;
};

struct ConversationDetailPage
{
    QList<ConversationDetail> conversations;
    int rows = 0;       ///< entries in the answer, unreadable ones included
    int unreadable = 0; ///< entries without a conversation id
    int totalHits = 0;  ///< approximate
};

/// POST /analytics/conversations/details/query (contract §4.3), a read. At most 31 days per interval, 100 per
/// page.
/// @p openOnly: only conversations in which the user holds an open segment.
ApiRequest conversationDetailsRequest(const QString &userId, const QDateTime &from, const QDateTime &to,
                                      bool openOnly, int pageNumber);
Result<ConversationDetailPage> parseConversationDetails(const ApiResponse &response, const QString &userId);

/// GET /routing/queues: names of the queues to hand over to. pageSize 1–100 pages.
ApiRequest queuesRequest(int pageNumber, int pageSize);
struct QueuePage
{
    QList<Queue> queues;
    int rows = 0;      ///< entries in the answer, unreadable ones included
    int pageCount = 0; ///< 0: the answer does not say
};
Result<QueuePage> parseQueuePage(const ApiResponse &response);

/// GET /organizations/me. Permission: none published.
ApiRequest organizationRequest();
struct Organization
{
    QString id;
    QString name;
};
Result<Organization> parseOrganization(const ApiResponse &response);

} // namespace offboarding
