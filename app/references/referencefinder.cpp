// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/referencefinder.h"

#include "app/api/calls/conversationscalls.h"
#include "app/references/referencereading.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <map>

namespace offboarding {

namespace {

constexpr int usersInParallel = 3;
constexpr int queuesPerPage = 100;
constexpr int mostQueuePages = 100;

} // namespace

class ReferenceFinder::Private
{
public:
    explicit Private(ApiClient &apiClient) : client(apiClient) {}

    ApiClient &client;
    int recentDays = 7;
    std::map<QString, ReferenceMap>
        maps; ///< node based: a pointer to a map stays valid while others are added
    QStringList wishes;
    QHash<QString, int> running;              ///< readings under way per user
    std::map<QString, quint64> storedReading; ///< number of the reading that each map came from
    quint64 readings = 0;
    int wanted = 0;
    int done = 0;
    quint64 generation = 0;
    QList<Queue> queues;
};

ReferenceFinder::ReferenceFinder(ApiClient &client, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(client))
{
}

ReferenceFinder::~ReferenceFinder() = default;

void ReferenceFinder::setRecentDays(int days)
{
    d->recentDays = std::clamp(days, 1, 365);
}

void ReferenceFinder::request(const QStringList &userIds)
{
    d->wishes = userIds;
    d->wishes.removeDuplicates();
    d->wanted = static_cast<int>(d->wishes.size());
    d->done = 0;
    // A listener may ask for something else while these begin; then they end at once.
    const quint64 generation = ++d->generation;
    for (int i = 0; i < usersInParallel && !d->wishes.isEmpty(); ++i)
        work(generation);
}

void ReferenceFinder::stop()
{
    ++d->generation;
    d->wishes.clear();
    d->wanted = d->done;
}

bool ReferenceFinder::isReading() const
{
    return !d->wishes.isEmpty() || !d->running.isEmpty();
}

bool ReferenceFinder::isReading(const QString &userId) const
{
    return d->running.contains(userId) || d->wishes.contains(userId);
}

const ReferenceMap *ReferenceFinder::map(const QString &userId) const
{
    const auto found = d->maps.find(userId);
    return found == d->maps.end() ? nullptr : &found->second;
}

QCoro::Task<> ReferenceFinder::work(quint64 generation)
{
    const QPointer<ReferenceFinder> self(this);
    while (self != nullptr && generation == d->generation && !d->wishes.isEmpty()) {
        const QString userId = d->wishes.takeFirst();
        co_await read(userId);
        if (self == nullptr || generation != d->generation)
            co_return;
        ++d->done;
        Q_EMIT progressChanged(d->done, d->wanted);
    }
}

QCoro::Task<ReferenceMap> ReferenceFinder::read(QString userId)
{
    const QPointer<ReferenceFinder> self(this);
    ++d->running[userId];
    const quint64 number = ++d->readings;
    Q_EMIT readingStarted(userId);
    ReferenceMap map = co_await readReferences(&d->client, userId, d->recentDays);
    if (self == nullptr)
        co_return map;
    if (--d->running[userId] <= 0)
        d->running.remove(userId);
    // A slow reading must not overwrite one that began later.
    quint64 &stored = d->storedReading[userId];
    if (stored < number) {
        stored = number;
        d->maps.insert_or_assign(userId, map);
    }
    Q_EMIT mapChanged(userId);
    co_return map;
}

QCoro::Task<Result<Conversation>> ReferenceFinder::readConversation(QString conversationId)
{
    const QPointer<ReferenceFinder> self(this);
    ApiRequest request = conversationRequest(conversationId);
    const Result<ApiResponse> response = co_await d->client.send(std::move(request));
    if (!response)
        co_return failure(response.error());
    Result<Conversation> conversation = parseConversation(*response, conversationId);
    if (!conversation || self == nullptr)
        co_return conversation;
    QStringList changed;
    for (auto &[userId, map] : d->maps) {
        for (qsizetype i = 0; i < map.conversations.size(); ++i) {
            if (map.conversations.at(i).conversationId != conversationId)
                continue;
            if (conversation->participantsOf(userId).isEmpty())
                map.conversations.removeAt(i);
            else
                map.conversations[i] = referenceFrom(*conversation, userId);
            changed.append(userId);
            break;
        }
    }
    for (const QString &userId : std::as_const(changed))
        Q_EMIT mapChanged(userId);
    co_return conversation;
}

QCoro::Task<Result<QList<Queue>>> ReferenceFinder::queues()
{
    const QPointer<ReferenceFinder> self(this);
    if (!d->queues.isEmpty())
        co_return d->queues;
    ApiClient *client = &d->client;
    QList<Queue> queues;
    int pageCount = 1;
    for (int page = 1; page <= std::min(pageCount, mostQueuePages); ++page) {
        ApiRequest request = queuesRequest(page, queuesPerPage);
        const Result<ApiResponse> response = co_await client->send(std::move(request));
        if (!response)
            co_return failure(response.error());
        const Result<QueuePage> parsed = parseQueuePage(*response);
        if (!parsed)
            co_return failure(parsed.error());
        queues += parsed->queues;
        // Without a number of pages, a full page promises another one.
        pageCount = parsed->pageCount > 0 ? parsed->pageCount : page + (parsed->rows < queuesPerPage ? 0 : 1);
        if (self == nullptr)
            co_return queues;
    }
    std::sort(queues.begin(), queues.end(), [](const Queue &left, const Queue &right) {
        const int order = left.name.localeAwareCompare(right.name);
        return order != 0 ? order < 0 : left.id < right.id;
    });
    d->queues = queues;
    Q_EMIT queuesRead(queues);
    co_return queues;
}

} // namespace offboarding
