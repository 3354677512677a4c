// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demoserver.h"
#include "app/demo/faultplan.h"
#include "app/demo/identityprovider.h"
#include "app/demo/organisation.h"
#include "app/demo/requestlimiter.h"
#include "app/demo/router.h"
#include "app/demo/tokenstore.h"

#include <QAbstractHttpServer>
#include <QMutex>

namespace offboarding::demo {

/// Requests since the start, bounded; filled in the server's thread, read in others.
class RequestLog
{
public:
    explicit RequestLog(qsizetype most) : m_most(most) {}

    /// Returns a handle for setStatus().
    quint64 append(RequestRecord record);
    void setStatus(quint64 handle, int status);
    QList<RequestRecord> records() const;
    void clear();

private:
    const qsizetype m_most;
    mutable QMutex m_mutex;
    QList<RequestRecord> m_records;
    quint64 m_dropped = 0;
};

/// HTTP in front of the organisation: sign-in, limits, faults, routing, and the answer on the wire. Lives in
/// the server's thread with everything it owns.
class HttpListener : public QAbstractHttpServer
{
    Q_OBJECT

public:
    HttpListener(const DemoOptions &options, RequestLog &log);
    ~HttpListener() override;

    /// Binds both ports of 127.0.0.1; empty if that fails.
    Result<DemoEndpoints> open(quint16 port);

    Organisation &organisation() { return m_organisation; }
    void setFaults(QList<FaultRule> faults) { m_faults = FaultPlan(std::move(faults)); }
    void setLatency(int milliseconds) { m_latencyMs = milliseconds; }
    TokenStore &tokens() { return m_tokens; }
    const IdentityProvider &identity() const { return m_identity; }
    QStringList routes() const;

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    Reply answer(Request &request);
    Reply answerApi(Request &request);
    void send(QTcpSocket *socket, const Request &request, Reply reply, const std::optional<FaultRule> &fault,
              quint64 logHandle);

    RequestLog &m_log;
    const DemoOptions m_options;
    Organisation m_organisation;
    TokenStore m_tokens;
    IdentityProvider m_identity;
    RequestLimiter m_limiter;
    FaultPlan m_faults;
    Router m_router;
    int m_latencyMs = 0;
    quint16 m_publishedPort = 0;
    quint64 m_correlation = 0;
};

} // namespace offboarding::demo
