// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace offboarding::demo {

/// At most @p requests per @p seconds; 0 requests means unlimited.
struct RateLimit
{
    int requests = 300;
    int seconds = 60;
};

/// Something that goes wrong on purpose. The first rule that matches a request is used.
struct FaultRule
{
    QString method;      ///< "GET", …; empty: every method
    QString pathPattern; ///< path as sent, "*" stands for anything; with a "?" in it, path and query together
    int status = 0;      ///< for Kind::Status
    int count = -1;      ///< how often; -1: always
    int retryAfterSeconds = 0; ///< for Kind::Status: header Retry-After if positive
    QByteArray body;           ///< replaces the body; empty: the documented error body, or the real answer
    /// Status: answered instead of being carried out. All others: the request *is* carried out, then the
    /// answer is spoilt: CutLine closes in the middle of the body, InvalidJson truncates it, InvalidUtf8 puts
    /// stray bytes into the first string, Delay answers late.
    enum class Kind { Status, CutLine, InvalidJson, InvalidUtf8, Delay } kind = Kind::Status;
    int delayMs = 0; ///< for Delay
    int skip = 0;    ///< matching requests that are let through first
};

struct DemoOptions
{
    quint64 seed = 1;
    int users = 5000; ///< of all states; about 6 % inactive and 2 % deleted
    int divisions = 6;
    int queues = 40;
    int liveConversations = 700;
    int endedConversations = 20000;
    int latencyMs = 0;
    RateLimit rateLimit{0, 60};
    int searchLagMs = 3000;  ///< how long a write takes to reach POST /users/search
    int acceptDelayMs = 300; ///< how long a 202 takes to take effect
    int tokenLifetimeSeconds = 86400;
    /// What tokens may do at most, e.g. {"directory:user:view", "conversation:*:*"}; empty: everything.
    QStringList permissions;
    QString clientSecret;           ///< empty: a new random one at each start
    QString secretMark;             ///< every token, refresh token and code begins with it; for tests
    bool givesRefreshToken = false; ///< after PKCE; a sign-in with the client's secret always gets one
    bool requiresPkce = true;       ///< GET /oauth/authorize without a code_challenge is refused
    int codeLifetimeSeconds = 60;   ///< of an authorisation code
    /// E-mail address of the administrator whom GET /oauth/authorize signs in without showing its form
    /// (except with prompt=login); empty: the form is shown.
    QString signInAs;
    QList<FaultRule> faults;
    int loggedRequests = 2000; ///< how many DemoServer::requestLog() remembers
    /// Ended conversations count as unarchived for this long: they stand in the way of a plain delete.
    int unarchivedHours = 24;
    /// "Now" at the start, for answers that do not change between two runs; invalid: the real time.
    QDateTime startTime;
};

} // namespace offboarding::demo
