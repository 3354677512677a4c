// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/base/result.h"
#include "app/domain/identity.h"

#include <QCoroTask>
#include <QPointer>
#include <QString>

namespace offboarding {

/// An answer of the token endpoint (contract §1.2). Secret.
struct TokenAnswer
{
    QString accessToken;
    QString refreshToken;    ///< empty: none came
    int lifetimeSeconds = 0; ///< 0: not told
};

/// BadResponse if there is no usable bearer token in it; the error never quotes the body.
Result<TokenAnswer> parseTokenAnswer(const ApiResponse &response);

/// GET /users/me?expand=authorization&expand=organization (contract §2.4). A client-credentials token answers
/// 400 not.a.user.
ApiRequest ownUserRequest();
/// GET /tokens/me?preserveIdleTTL=true (contract §1.2).
ApiRequest ownTokenRequest();
/// GET /organizations/me.
ApiRequest ownOrganizationRequest();
/// DELETE /tokens/me: revokes the calling token (contract §1.2). 200.
ApiRequest revokeOwnTokenRequest();
/// GET /authorization/divisionspermitted/paged/me?permission=… (contract §2.4): where the caller has it.
ApiRequest permittedDivisionsRequest(const QString &permission);

/// Who @p token belongs to, in which organisation, and what it may do. A client's permissions are asked one
/// by one, for those that the product needs. Errors as ApiClient::sendWithToken(); permissions that could not
/// be read are unknown, not an error.
QCoro::Task<Result<Identity>> readIdentity(QPointer<ApiClient> api, QString token);

} // namespace offboarding
