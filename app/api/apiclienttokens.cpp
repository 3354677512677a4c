// SPDX-License-Identifier: GPL-3.0-or-later
// Which requests wait for an access token, and how they go on.
#include "app/api/apiclient_p.h"

#include <utility>

namespace offboarding {

namespace {

/// After so many refused tokens it is the request that is refused, not the
/// token.
constexpr int mostRejections = 3;

} // namespace

bool ApiClient::Private::hasToken() const
{
    return tokenSource == nullptr || (!m_accessToken.isEmpty() && tokenState != TokenState::GivenUp);
}

void ApiClient::Private::setTokenState(TokenState state)
{
    const bool wasAwaited = std::exchange(tokenState, state) == TokenState::Awaited;
    if (wasAwaited != (state == TokenState::Awaited))
        Q_EMIT q.waitingForTokenChanged(!wasAwaited);
}

bool ApiClient::Private::waitsForToken(const ApiJobPointer &job, const Error &error)
{
    if (error.kind != ErrorKind::Unauthorized || tokenSource == nullptr || !job->needsSharedToken() ||
        tokenState == TokenState::GivenUp)
        return false;
    if (++job->rejections >= mostRejections)
        return false;
    --job->attempt; // refused before it was executed, so it costs no attempt and
                    // writes may go again, too
    if (job->tokenGeneration != m_tokenGeneration && tokenState == TokenState::Usable) {
        m_queue.prepend(job); // a new token came while this one was on its way
        return true;
    }
    m_parked.append(job);
    if (tokenState == TokenState::Usable) {
        const bool wasAccepted = m_wasTokenAccepted;
        setTokenState(TokenState::Awaited);
        tokenSource->accessTokenRejected(wasAccepted);
    }
    return true;
}

void ApiClient::Private::setAccessToken(const QByteArray &token)
{
    m_accessToken = token;
    ++m_tokenGeneration;
    m_wasTokenAccepted = false;
    // Those that waited go first, in their old order.
    m_queue = std::exchange(m_parked, {}) + m_queue;
    setTokenState(TokenState::Usable);
    pump();
}

void ApiClient::Private::refuseWaiting()
{
    m_queue = std::exchange(m_parked, {}) + m_queue;
    setTokenState(TokenState::GivenUp);
    pump();
}

} // namespace offboarding
