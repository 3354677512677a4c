// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/demo/demooptions.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace offboarding::demo {

/// Where the demo organisation can be reached and how to sign in.
struct DemoEndpoints
{
    QUrl apiUrl;   ///< both dialects at once
    QUrl loginUrl; ///< {loginUrl}/oauth/token, /oauth/authorize and /logout
    QString clientId;
    QString clientSecret;
    QString token; ///< an access token of the client (it has no user) that is valid already
    /// The same organisation as the published API alone shows it: the legacy routes are not there (404/405),
    /// force is ignored, and ended conversations never stand in the way of a delete.
    QUrl publishedApiUrl;
};

struct RequestRecord
{
    QDateTime time; ///< UTC
    QString method;
    QString path;  ///< without the query
    QString query; ///< as sent
    QByteArray body;
    int status = 0; ///< 0: not answered yet
};

/// A whole organisation of generated people behind a real HTTP server on 127.0.0.1, for the demo and for
/// tests. Owns a thread in which server and state live; the destructor stops it. All member functions may be
/// called from any thread but the server's own; they wait for the server's thread.
///
/// The rules of deletion are documented at Organisation. Every person, address and number is invented.
class DemoServer : public QObject
{
    Q_OBJECT

public:
    explicit DemoServer(DemoOptions options, QObject *parent = nullptr);
    ~DemoServer() override;

    /// Generates the organisation and listens; blocks until then. @p port 0: any free one. Fails with
    /// ErrorKind::Network if it cannot listen. Starting again after stop() gives a fresh organisation.
    Result<DemoEndpoints> start(quint16 port = 0);
    void stop();
    bool isRunning() const;

    void setFaults(QList<FaultRule> faults);
    void setLatency(int milliseconds);
    /// The last DemoOptions::loggedRequests, oldest first; bodies cut at 64 KiB, without the token
    /// endpoint's.
    QList<RequestRecord> requestLog() const;
    void clearRequestLog();
    /// "GET /api/v2/users/{userId}", … : everything that is served.
    QStringList routes() const;

    // Ids by a property of the data, for tests and the tour. Empty when nothing fits or the server is
    // stopped.
    QString userIdByEmail(const QString &email) const; ///< in whatever state
    QString userIdByName(const QString &name) const;   ///< the first one of that name
    /// Active users with a live communication, story people first.
    QStringList userIdsWithLiveConversations(int most = 50) const;
    /// Active users with no live conversation, but with one that ended within DemoOptions::unarchivedHours.
    QStringList userIdsWithRecentConversationsOnly(int most = 50) const;
    /// Active users with no live conversation and none within DemoOptions::unarchivedHours.
    QStringList userIdsWithoutReferences(int most = 50) const;
    QStringList userIdsInState(const QString &state, int most = 50) const;
    /// Conversations that hold the user now, after-call work included.
    QStringList liveConversationIds(const QString &userId) const;
    /// Ended (or left) conversations within DemoOptions::unarchivedHours that name the user.
    QStringList recentConversationIds(const QString &userId) const;
    QStringList queueIds() const;
    /// The one active user with the role "Master Admin": the last administrator.
    QString adminUserId() const;
    /// An active user who may take people out ("Directory Admin") without being such an administrator.
    QString directoryAdminUserId() const;

    // What others do meanwhile.
    void touchUser(const QString &userId);            ///< someone changes the user: the version grows
    QString startConversation(const QString &userId); ///< a call is connected to the user; returns its id
    /// Every request answers 401 until a new token is issued; refresh tokens go on unless told otherwise.
    void revokeTokens(bool refreshTokensToo = false);
    /// An access token as if @p userId had signed in; empty if there is no such user.
    QString issueToken(const QString &userId);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace offboarding::demo
