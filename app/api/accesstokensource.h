// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace offboarding {

/// Who gives an ApiClient its access token (app/auth/tokensession.h). Answers by
/// ApiClient::setAccessToken(), now or later; until then every request that carries the token waits.
class AccessTokenSource
{
public:
    AccessTokenSource() = default;
    AccessTokenSource(const AccessTokenSource &) = delete;
    AccessTokenSource &operator=(const AccessTokenSource &) = delete;
    virtual ~AccessTokenSource() = default;

    /// The server answered 401 to the current token. Called once per token, however many requests were
    /// refused with it. @p wasAccepted is false if no request ever was answered otherwise with it: getting
    /// another one the same silent way would go round in circles.
    virtual void accessTokenRejected(bool wasAccepted) = 0;
};

} // namespace offboarding
