// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoserver.h"

#include "app/demo/httplistener.h"
#include "app/demo/names.h"

#include <QMetaObject>
#include <QThread>

#include <algorithm>

namespace offboarding::demo {

class DemoServer::Private
{
public:
    explicit Private(DemoOptions given) : options(std::move(given)) {}

    /// Runs @p task in the server's thread and waits; @p fallback if the server is stopped.
    template <typename T, typename Task> T ask(T fallback, Task task) const
    {
        if (!listener)
            return fallback;
        T result = std::move(fallback);
        QMetaObject::invokeMethod(
            anchor.get(),
            [&] {
                listener->organisation().settle();
                result = task(*listener);
            },
            Qt::BlockingQueuedConnection);
        return result;
    }

    template <typename Task> void tell(Task task) const
    {
        ask(0, [&task](HttpListener &one) {
            task(one);
            return 0;
        });
    }

    qint64 unarchivedSince(Organisation &organisation) const
    {
        return organisation.now() - static_cast<qint64>(options.unarchivedHours) * 3600 * 1000;
    }

    /// Ids of the first @p most users that @p accepts, story people first.
    template <typename Accepts> QStringList usersWhere(int most, Accepts accepts) const
    {
        return ask(QStringList(), [&](HttpListener &one) {
            QStringList ids;
            const Directory &directory = one.organisation().directory();
            for (int user = 0; user < static_cast<int>(directory.users.size()) && ids.size() < most; ++user) {
                if (accepts(one.organisation(), user))
                    ids.append(directory.userId(user));
            }
            return ids;
        });
    }

    DemoOptions options;
    QThread thread;
    std::unique_ptr<QObject> anchor;        // lives in the thread: calls are queued to it
    std::unique_ptr<HttpListener> listener; // created and destroyed in the thread
    RequestLog log{std::max(1, options.loggedRequests)};
};

DemoServer::DemoServer(DemoOptions options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(options)))
{
    d->thread.setObjectName(QStringLiteral("demo organisation"));
}

DemoServer::~DemoServer()
{
    stop();
}

Result<DemoEndpoints> DemoServer::start(quint16 port)
{
    stop();
    d->log.clear();
    d->anchor = std::make_unique<QObject>();
    d->anchor->moveToThread(&d->thread);
    d->thread.start();
    Result<DemoEndpoints> endpoints = failure(Error());
    QMetaObject::invokeMethod(
        d->anchor.get(),
        [&] {
            d->listener = std::make_unique<HttpListener>(d->options, d->log);
            endpoints = d->listener->open(port);
        },
        Qt::BlockingQueuedConnection);
    if (!endpoints)
        stop();
    return endpoints;
}

void DemoServer::stop()
{
    if (!d->thread.isRunning())
        return;
    QMetaObject::invokeMethod(
        d->anchor.get(), [this] { d->listener.reset(); }, Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
    d->anchor.reset();
}

bool DemoServer::isRunning() const
{
    return d->listener != nullptr;
}

void DemoServer::setFaults(QList<FaultRule> faults)
{
    d->options.faults = faults;
    d->tell([&faults](HttpListener &one) { one.setFaults(faults); });
}

void DemoServer::setLatency(int milliseconds)
{
    d->options.latencyMs = milliseconds;
    d->tell([milliseconds](HttpListener &one) { one.setLatency(milliseconds); });
}

QList<RequestRecord> DemoServer::requestLog() const
{
    return d->log.records();
}

void DemoServer::clearRequestLog()
{
    d->log.clear();
}

QStringList DemoServer::routes() const
{
    return d->ask(QStringList(), [](HttpListener &one) { return one.routes(); });
}

QString DemoServer::userIdByEmail(const QString &email) const
{
    const QStringList ids = d->usersWhere(1, [&email](Organisation &organisation, int user) {
        const QString &own = organisation.directory().user(user).email;
        return !own.isEmpty() && own.compare(email, Qt::CaseInsensitive) == 0;
    });
    return ids.value(0);
}

QString DemoServer::userIdByName(const QString &name) const
{
    const QStringList ids = d->usersWhere(1, [&name](Organisation &organisation, int user) {
        return organisation.directory().user(user).name == name;
    });
    return ids.value(0);
}

QStringList DemoServer::userIdsWithLiveConversations(int most) const
{
    return d->usersWhere(most, [](Organisation &organisation, int user) {
        if (organisation.directory().user(user).state != UserState::Active)
            return false;
        for (const std::size_t index : organisation.conversations().holding(user)) {
            for (const ParticipantRecord &one : organisation.conversations().live[index].participants) {
                if (one.user == user && one.isLive())
                    return true;
            }
        }
        return false;
    });
}

QStringList DemoServer::userIdsWithRecentConversationsOnly(int most) const
{
    return d->usersWhere(most, [this](Organisation &organisation, int user) {
        return organisation.directory().user(user).state == UserState::Active &&
               organisation.conversations().holding(user).empty() &&
               !organisation.conversations().references(user, d->unarchivedSince(organisation)).isEmpty();
    });
}

QStringList DemoServer::userIdsWithoutReferences(int most) const
{
    return d->usersWhere(most, [this](Organisation &organisation, int user) {
        return organisation.directory().user(user).state == UserState::Active &&
               organisation.conversations().references(user, d->unarchivedSince(organisation)).isEmpty();
    });
}

QStringList DemoServer::userIdsInState(const QString &state, int most) const
{
    return d->usersWhere(most, [&state](Organisation &organisation, int user) {
        return userStateName(organisation.directory().user(user).state) == state;
    });
}

QStringList DemoServer::liveConversationIds(const QString &userId) const
{
    return d->ask(QStringList(), [&userId](HttpListener &one) {
        QStringList ids;
        const Organisation &organisation = one.organisation();
        const int user = organisation.directory().userOf(userId);
        for (const BlockingReference &reference : organisation.conversations().references(user, std::nullopt))
            ids.append(reference.conversationId);
        return user < 0 ? QStringList() : ids;
    });
}

QStringList DemoServer::recentConversationIds(const QString &userId) const
{
    return d->ask(QStringList(), [this, &userId](HttpListener &one) {
        QStringList ids;
        Organisation &organisation = one.organisation();
        const int user = organisation.directory().userOf(userId);
        if (user < 0)
            return ids;
        const QList<BlockingReference> references =
            organisation.conversations().references(user, d->unarchivedSince(organisation));
        for (const BlockingReference &reference : references) {
            if (!reference.isLive)
                ids.append(reference.conversationId);
        }
        return ids;
    });
}

QStringList DemoServer::queueIds() const
{
    return d->ask(QStringList(), [](HttpListener &one) {
        QStringList ids;
        const Directory &directory = one.organisation().directory();
        for (int queue = 0; queue < static_cast<int>(directory.queues.size()); ++queue)
            ids.append(directory.queueId(queue));
        return ids;
    });
}

void DemoServer::touchUser(const QString &userId)
{
    d->tell([&userId](HttpListener &one) {
        const int user = one.organisation().directory().userOf(userId);
        if (user >= 0)
            one.organisation().changeUser(user);
    });
}

QString DemoServer::startConversation(const QString &userId)
{
    return d->ask(QString(), [&userId](HttpListener &one) {
        const int user = one.organisation().directory().userOf(userId);
        return user < 0 ? QString() : one.organisation().startConversation(user);
    });
}

QString DemoServer::adminUserId() const
{
    const QStringList ids = d->usersWhere(1, [](Organisation &organisation, int user) {
        const UserRecord &record = organisation.directory().user(user);
        return record.state == UserState::Active && (record.directRoles() & masterAdminRole()) != 0;
    });
    return ids.value(0);
}

QString DemoServer::directoryAdminUserId() const
{
    const QStringList ids = d->usersWhere(1, [](Organisation &organisation, int user) {
        const UserRecord &record = organisation.directory().user(user);
        const quint32 roles = record.directRoles() & administeringRoles();
        return record.state == UserState::Active && roles != 0 && (roles & masterAdminRole()) == 0;
    });
    return ids.value(0);
}

void DemoServer::revokeTokens(bool refreshTokensToo)
{
    d->tell([refreshTokensToo](HttpListener &one) { one.tokens().revokeAll(refreshTokensToo); });
}

QString DemoServer::issueToken(const QString &userId)
{
    return d->ask(QString(), [&userId](HttpListener &one) {
        const int user = one.organisation().directory().userOf(userId);
        TokenStore &tokens = one.tokens();
        return user < 0 ? QString() : tokens.issue(one.organisation().now(), tokens.newGrant(user, false));
    });
}

} // namespace offboarding::demo
