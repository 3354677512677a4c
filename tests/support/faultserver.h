// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPair>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

class QTcpSocket;

namespace offboarding::testing {

/// A request as it arrived, before any interpretation.
struct ReceivedRequest
{
    QByteArray method;
    QByteArray target;                     ///< percent-encoded path and query
    QHash<QByteArray, QByteArray> headers; ///< by lower-case name
    QByteArray body;

    QByteArray path() const; ///< percent-encoded, without the query
    QString query(const QString &name) const;
    QByteArray line() const { return method + ' ' + target; }
};

/// One scripted answer, healthy by default.
struct ScriptedAnswer
{
    int status = 200;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
    int delayMilliseconds = 0;
    bool isSilent = false;         ///< takes the request and never answers
    bool closesAtOnce = false;     ///< takes the request and cuts the line
    qint64 cutAfterBytes = -1;     ///< cuts the line after so many bytes of the body
    qint64 fillerBytes = 0;        ///< a body of so many blanks, streamed as fast as the client reads
    bool isLengthAnnounced = true; ///< false: the end of the body is the end of the connection
    QByteArray verbatim;           ///< sent instead of everything else, then the line is closed
    int bytesPerTick = 0;          ///< > 0: drips the body, so many bytes every 20 ms

    ScriptedAnswer withHeader(const QByteArray &name, const QByteArray &value) const;
};

/// A healthy JSON answer, and an error body as contract §1.3 documents it.
ScriptedAnswer jsonAnswer(const QByteArray &body, int status = 200);
ScriptedAnswer errorAnswer(int status, const QByteArray &code, const QByteArray &message);

/// A raw HTTP server on loopback that plays scripted answers, faults included. Lives in the thread of the
/// test.
class FaultServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<ScriptedAnswer(const ReceivedRequest &)>;

    explicit FaultServer(QObject *parent = nullptr);
    ~FaultServer() override;

    /// The next request that no earlier script took gets this answer.
    void enqueue(const ScriptedAnswer &answer);
    /// Answers whatever the queue does not; 404 without a handler.
    void setHandler(Handler handler);
    /// Sends @p bytes to whoever connects and closes: not HTTP, not TLS.
    void setGreeting(const QByteArray &bytes);
    /// Stops listening and cuts every line; further connections are refused.
    void close();

    QUrl url() const;
    QList<ReceivedRequest> requests() const { return m_requests; }
    int requestCount(const QByteArray &path) const;
    int mostAtOnce() const { return m_mostAtOnce; } ///< requests that waited for an answer at the same time
    qint64 streamedBytes() const { return m_streamedBytes; } ///< filler handed to the socket so far

private:
    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const ScriptedAnswer &answer);
    void write(QTcpSocket *socket, const ScriptedAnswer &answer);
    void stream(QTcpSocket *socket, qint64 left);
    void drip(QTcpSocket *socket, const QByteArray &rest, int bytesPerTick);
    void answered();

    QTcpServer m_server;
    QList<ScriptedAnswer> m_script;
    Handler m_handler;
    QByteArray m_greeting;
    QHash<QTcpSocket *, QByteArray> m_input;
    QList<ReceivedRequest> m_requests;
    int m_waiting = 0;
    int m_mostAtOnce = 0;
    qint64 m_streamedBytes = 0;
};

} // namespace offboarding::testing
