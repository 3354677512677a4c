// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/clearingcalls.h"

namespace offboarding {

ApiRequest disconnectConversationRequest(const QString &conversationId)
{
    ApiRequest request;
    request.operation = QStringLiteral("postConversationDisconnect");
    request.method = HttpMethod::Post;
    request.path = QStringLiteral("/api/v2/conversations/%1/disconnect").arg(pathPart(conversationId));
    return request;
}

} // namespace offboarding
