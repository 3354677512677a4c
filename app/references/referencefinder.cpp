// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/referencefinder.h"

#include "app/api/calls/conversationscalls.h"
#include "app/api/calls/surroundingcalls.h"
#include "app/references/referencereading.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace offboarding {

namespace {

/// Enough that the line never idles while one user waits for their lists.
constexpr int usersInParallel = 4;
constexpr int queuesPerPage = 100;
constexpr int mostQueuePages = 100;

} // namespace

class ReferenceFinder::Private
{
public:
    explicit Private(ApiClient &apiClient) : client(apiClient) {}

    ApiClient &client;
    int recentDays = defaultRecentDays;
    std::map<QString, ReferenceMap>
        maps; ///< node based: a pointer to a map stays valid while others are added
    QStringList wishes;
    QHash<QString, int> running;              ///< readings under way per user
    std::map<QString, quint64> storedReading; ///< number of the reading that each map came from
    quint64 readings = 0;
    int wanted = 0;
    int done = 0;
    int workers = 0; ///< of this generation
    quint64 generation = 0;
    ReadingDepth depth = ReadingDepth::Gates;
    ReadingBatchPointer batch; ///< of this generation
    QList<Queue> queues;
    QString offlinePresenceId;

    std::map<QString, PersonReading> surroundings; ///< node based, as maps
    QStringList aroundWishes;                      ///< of the last requestAround(), not over yet
    ReadingBatchPointer aroundBatch;               ///< of the same
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

int ReferenceFinder::recentDays() const
{
    return d->recentDays;
}

QCoro::Task<Result<QString>> ReferenceFinder::offlinePresence()
{
    const QPointer<ReferenceFinder> self(this);
    if (!d->offlinePresenceId.isEmpty())
        co_return d->offlinePresenceId;
    ApiRequest request = presenceDefinitionsRequest();
    const Result<ApiResponse> response = co_await d->client.send(std::move(request));
    if (!response)
        co_return failure(response.error());
    Result<QString> id = parseOfflinePresence(*response);
    if (id && self != nullptr)
        d->offlinePresenceId = *id;
    co_return id;
}

void ReferenceFinder::request(const QStringList &userIds, ReadingDepth depth)
{
    endGeneration();
    d->wishes = userIds;
    d->wishes.removeDuplicates();
    d->wanted = static_cast<int>(d->wishes.size());
    d->done = 0;
    d->depth = depth;
    d->batch = std::make_shared<ReadingBatch>(d->client);
    // A listener may ask for something else while these begin; then they end at once.
    const quint64 generation = d->generation;
    const int workers = std::min(usersInParallel, d->wanted);
    d->workers = workers;
    for (int i = 0; i < workers; ++i)
        work(generation);
}

/// Whoever works for the generation before finds that there is nothing to do any more.
void ReferenceFinder::endGeneration()
{
    ++d->generation;
    d->wishes.clear();
    d->workers = 0;
    const ReadingBatchPointer batch = std::exchange(d->batch, nullptr);
    if (batch != nullptr)
        stopBatch(batch);
}

void ReferenceFinder::stop()
{
    const bool wasReading = d->workers > 0;
    endGeneration();
    d->wanted = d->done;
    if (wasReading)
        QMetaObject::invokeMethod(this, &ReferenceFinder::finished, Qt::QueuedConnection);
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
        auto task = readInto(d->batch, userId, d->depth);
        co_await task;
        if (self == nullptr || generation != d->generation)
            co_return;
        ++d->done;
        Q_EMIT progressChanged(d->done, d->wanted);
    }
    if (self != nullptr && generation == d->generation && --d->workers == 0)
        Q_EMIT finished();
}

QCoro::Task<ReferenceMap> ReferenceFinder::read(QString userId, ReadingDepth depth)
{
    auto batch = std::make_shared<ReadingBatch>(d->client);
    auto task = readInto(std::move(batch), std::move(userId), depth);
    co_return co_await task;
}

QCoro::Task<ReferenceMap> ReferenceFinder::readInto(ReadingBatchPointer batch, QString userId,
                                                    ReadingDepth depth)
{
    const QPointer<ReferenceFinder> self(this);
    ++d->running[userId];
    const quint64 number = ++d->readings;
    Q_EMIT readingStarted(userId);
    auto task = readReferences(batch, userId, d->recentDays, depth);
    ReferenceMap map = co_await task;
    if (self == nullptr)
        co_return map;
    if (--d->running[userId] <= 0)
        d->running.remove(userId);
    // A slow reading must not overwrite one that began later, nor may one that was stopped half-way.
    quint64 &stored = d->storedReading[userId];
    if (!batch->isStopped && stored < number) {
        stored = number;
        ReferenceMap kept = map;
        const std::optional<PersonReading> read = kept.around();
        const auto before = d->surroundings.find(userId);
        if (read)
            d->surroundings.insert_or_assign(userId, *read);
        else if (before != d->surroundings.end())
            kept.setAround(before->second); // was not asked for again; its sources say how old it is
        d->maps.insert_or_assign(userId, kept);
        if (read)
            Q_EMIT aroundChanged(userId);
    }
    Q_EMIT mapChanged(userId);
    co_return map;
}

/// The users of one readAll(), and what was read of them.
struct ReferenceFinder::Crew
{
    ReadingBatchPointer batch;
    ReadingDepth depth = ReadingDepth::Gates;
    QStringList wishes;
    int wanted = 0;
    int done = 0;
    QHash<QString, ReferenceMap> maps;
};

QCoro::Task<Done> ReferenceFinder::readSome(std::shared_ptr<Crew> crew)
{
    const QPointer<ReferenceFinder> self(this);
    while (self != nullptr && !crew->wishes.isEmpty() && !crew->batch->isStopped) {
        const QString userId = crew->wishes.takeFirst();
        auto task = readInto(crew->batch, userId, crew->depth);
        const ReferenceMap map = co_await task;
        if (crew->batch->isStopped)
            break;
        crew->maps.insert(userId, map);
        ++crew->done;
        if (self != nullptr)
            Q_EMIT progressChanged(crew->done, crew->wanted);
    }
    co_return Done{};
}

QCoro::Task<QHash<QString, ReferenceMap>> ReferenceFinder::readAll(QStringList userIds, ReadingDepth depth)
{
    endGeneration();
    auto crew = std::make_shared<Crew>();
    crew->batch = std::make_shared<ReadingBatch>(d->client);
    crew->depth = depth;
    crew->wishes = userIds;
    crew->wishes.removeDuplicates();
    crew->wanted = static_cast<int>(crew->wishes.size());
    d->batch = crew->batch; // so that stop() reaches it
    std::vector<QCoro::Task<Done>> workers;
    for (int i = 0; i < std::min(usersInParallel, crew->wanted); ++i)
        workers.push_back(readSome(crew));
    for (QCoro::Task<Done> &worker : workers)
        co_await worker;
    co_return crew->maps;
}

const PersonReading *ReferenceFinder::around(const QString &userId) const
{
    const auto found = d->surroundings.find(userId);
    return found == d->surroundings.end() ? nullptr : &found->second;
}

bool ReferenceFinder::isReadingAround(const QString &userId) const
{
    return d->aroundBatch != nullptr && d->aroundWishes.contains(userId);
}

bool ReferenceFinder::isReadingAround() const
{
    return d->aroundBatch != nullptr;
}

void ReferenceFinder::requestAround(const QStringList &userIds)
{
    if (d->aroundBatch != nullptr)
        stopBatch(d->aroundBatch);
    auto batch = std::make_shared<ReadingBatch>(d->client);
    d->aroundBatch = batch;
    d->aroundWishes = userIds;
    d->aroundWishes.removeDuplicates();
    const QPointer<ReferenceFinder> self(this);
    ReadingBatch *const counts = batch.get(); // which owns what is called
    batch->progress = [self, counts] {
        if (self != nullptr && !counts->isStopped)
            Q_EMIT self->aroundProgress(counts->answered, counts->asked);
    };
    workAround(batch, d->aroundWishes);
}

void ReferenceFinder::stopAround()
{
    const ReadingBatchPointer batch = std::exchange(d->aroundBatch, nullptr);
    if (batch == nullptr)
        return;
    d->aroundWishes.clear();
    stopBatch(batch);
    QMetaObject::invokeMethod(this, &ReferenceFinder::aroundFinished, Qt::QueuedConnection);
}

/// One person after the other: each of them fills the line, and what is complete can be looked at.
QCoro::Task<> ReferenceFinder::workAround(ReadingBatchPointer batch, QStringList userIds)
{
    const QPointer<ReferenceFinder> self(this);
    for (const QString &userId : std::as_const(userIds)) {
        auto task = readAround(batch, userId);
        const PersonReading reading = co_await task;
        if (self == nullptr || batch->isStopped)
            co_return; // what is half read keeps what was there before
        d->aroundWishes.removeOne(userId);
        d->surroundings.insert_or_assign(userId, reading);
        const auto map = d->maps.find(userId);
        if (map != d->maps.end()) {
            map->second.setAround(reading);
            Q_EMIT mapChanged(userId);
        }
        if (self != nullptr)
            Q_EMIT aroundChanged(userId);
    }
    if (self == nullptr || batch->isStopped)
        co_return;
    d->aroundBatch.reset();
    Q_EMIT aroundFinished();
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
