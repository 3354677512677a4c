// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/reportchecker.h"

#include "app/api/calls/jsonreading.h"
#include "app/api/calls/personcalls.h"
#include "app/api/calls/userscalls.h"
#include "app/references/reportdefinitions.h"

#include <QCoroTimer>
#include <QElapsedTimer>
#include <QPointer>

#include <algorithm>
#include <chrono>
#include <vector>

namespace offboarding {

bool ReportCheckReading::isComplete() const
{
    return !sources.isEmpty() &&
           std::all_of(sources.cbegin(), sources.cend(),
                       [](const SourceReading &source) { return source.status == SourceStatus::Fresh; });
}

namespace {

bool isGone(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Gone;
}

QCoro::Task<Result<User>> readDirectly(ReadingBatchPointer batch, QString userId)
{
    ApiRequest request = userRequest(userId, false);
    Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
    if (!response && isGone(response.error())) {
        ApiRequest deleted = userRequest(userId, true);
        response = co_await sendRead(batch, std::move(deleted));
    }
    if (!response)
        co_return failure(response.error());
    Result<User> user = parseUser(*response);
    if (user && user->id != userId)
        co_return failure(shapeError(*response, QStringLiteral("the server answered with another user")));
    co_return user;
}

/// One round: does the index find the user in the state that a direct read reports?
QCoro::Task<Result<bool>> isIndexed(ReadingBatchPointer batch, User user)
{
    ApiRequest request = searchUserRequest(user.email, user.stateText);
    const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
    if (!response)
        co_return failure(response.error());
    const Result<QStringList> ids = parseUserSearch(*response);
    if (!ids)
        co_return failure(ids.error());
    co_return ids->contains(user.id);
}

Error noEmail()
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.detail = QStringLiteral("the user has no e-mail address to search for");
    return error;
}

} // namespace

class ReportChecker::Private
{
public:
    explicit Private(ApiClient &apiClient) : client(apiClient) {}

    ApiClient &client;
    IndexPatience patience;
    ReadingBatchPointer batch; ///< of the reading under way
    std::shared_ptr<ReportCheckReading> reading;
    bool isReading = false;
};

ReportChecker::ReportChecker(ApiClient &client, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(client))
{
}

ReportChecker::~ReportChecker()
{
    if (d->batch != nullptr)
        d->batch->isStopped = true;
}

void ReportChecker::setPatience(const IndexPatience &patience)
{
    d->patience = patience;
}

bool ReportChecker::isReading() const
{
    return d->isReading;
}

const ReportCheckReading *ReportChecker::reading() const
{
    return d->reading.get();
}

void ReportChecker::stop()
{
    if (d->batch != nullptr)
        stopBatch(d->batch);
}

void ReportChecker::request(const QList<User> &users)
{
    read(users);
}

namespace {

/// What the parts of one reading share.
struct Work
{
    ReadingBatchPointer batch;
    std::shared_ptr<ReportCheckReading> reading;
    IndexPatience patience;
    std::function<void()> changed;
};

/// Waits so long, or until the batch is stopped.
QCoro::Task<bool> rest(ReadingBatchPointer batch, int milliseconds)
{
    constexpr int longestSliceMilliseconds = 200; // how late a stop is noticed
    for (int left = milliseconds; left > 0 && !batch->isStopped; left -= longestSliceMilliseconds) {
        const std::chrono::milliseconds slice(std::min(left, longestSliceMilliseconds));
        co_await QCoro::sleepFor(slice);
    }
    co_return !batch->isStopped;
}

/// Polls until the index agrees, the patience is over or the batch was stopped.
QCoro::Task<bool> pollIndex(std::shared_ptr<Work> work, qsizetype place)
{
    const QString userId = work->reading->index.at(place).userId;
    const Result<User> direct = co_await readDirectly(work->batch, userId);
    if (direct) {
        work->reading->users[place] = *direct;
        work->reading->index[place].directState = direct->stateText;
    }
    QElapsedTimer elapsed;
    elapsed.start();
    std::optional<Error> error;
    if (!direct)
        error = direct.error();
    else if (direct->email.isEmpty())
        error = noEmail();
    int pause = work->patience.firstPauseMilliseconds;
    while (!error) {
        const Result<bool> found = co_await isIndexed(work->batch, *direct);
        IndexReading &reading = work->reading->index[place];
        ++reading.attempts;
        reading.elapsedMilliseconds = elapsed.elapsed();
        reading.readAt = QDateTime::currentDateTimeUtc();
        if (!found) {
            // What was seen before the stop stays what it was: behind.
            if (found.error().kind != ErrorKind::Cancelled || reading.attempts == 1)
                error = found.error();
            break;
        }
        reading.state = *found ? IndexState::Agrees : IndexState::Behind;
        work->changed();
        const bool isOver = elapsed.elapsed() >= work->patience.longestMilliseconds;
        if (*found || isOver || work->batch->isStopped)
            break;
        const bool goesOn = co_await rest(work->batch, pause);
        if (!goesOn)
            break;
        pause = std::min(pause * 2, work->patience.longestPauseMilliseconds);
    }
    IndexReading &reading = work->reading->index[place];
    if (error) {
        reading.state = IndexState::Unknown;
        reading.error = error;
    }
    reading.isOver = true;
    work->changed();
    co_return true;
}

/// Names of the owners that the reading itself does not tell. One that cannot be read stays an id.
QCoro::Task<QHash<QString, QString>> readOwnerNames(ReadingBatchPointer batch,
                                                    QList<ReportDefinition> definitions, QList<User> known)
{
    constexpr qsizetype idsPerRequest = 100; ///< contract §2.1
    QHash<QString, QString> names;
    for (const User &user : std::as_const(known))
        names.insert(user.id, user.name);
    QStringList wanted;
    for (const ReportDefinition &definition : std::as_const(definitions)) {
        const QString &id = definition.ownerId;
        if (!id.isEmpty() && !names.contains(id) && !wanted.contains(id))
            wanted.append(id);
    }
    for (qsizetype from = 0; from < wanted.size(); from += idsPerRequest) {
        ApiRequest request = usersByIdRequest(wanted.mid(from, idsPerRequest));
        const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
        const Result<UserPage> page =
            response ? parseUserPage(*response) : Result<UserPage>(failure(response.error()));
        if (!page)
            break;
        for (const User &user : page->users)
            names.insert(user.id, user.name);
    }
    co_return names;
}

} // namespace

QCoro::Task<ReportCheckReading> ReportChecker::read(QList<User> users)
{
    const QPointer<ReportChecker> self(this);
    if (d->batch != nullptr)
        stopBatch(d->batch);
    auto work = std::make_shared<Work>();
    work->batch = std::make_shared<ReadingBatch>(d->client);
    work->patience = d->patience;
    work->reading = std::make_shared<ReportCheckReading>();
    d->batch = work->batch;
    d->reading = work->reading;
    d->isReading = true;
    const ReadingBatch *mine = work->batch.get();
    work->changed = [self, mine] {
        if (self != nullptr && self->d->batch.get() == mine)
            Q_EMIT self->changed();
    };
    ReportCheckReading &reading = *work->reading;
    reading.users = users;
    QStringList ids;
    for (const User &user : std::as_const(users)) {
        IndexReading index;
        index.userId = user.id;
        index.directState = user.stateText;
        reading.index.append(index);
        ids.append(user.id);
    }
    constexpr int wholeSources = 3; // exports, dashboards, rules; private dashboards and the index per user
    const int total = wholeSources + 2 * static_cast<int>(users.size());
    auto done = std::make_shared<int>(0);
    const auto step = [self, mine, done, total] {
        ++*done;
        if (self != nullptr && self->d->batch.get() == mine)
            Q_EMIT self->progressChanged(*done, total);
    };
    std::function<void()> stepDone = step;
    auto definitionsTask = readReportDefinitions(work->batch, ids, stepDone);
    std::vector<QCoro::Task<bool>> polls;
    polls.reserve(static_cast<size_t>(users.size()));
    for (qsizetype i = 0; i < users.size(); ++i)
        polls.push_back(pollIndex(work, i));

    const ReportDefinitionsReading definitions = co_await definitionsTask;
    reading.definitions = definitions.definitions;
    reading.unreadable = definitions.unreadable;
    reading.sources = definitions.sources;
    auto namesTask = readOwnerNames(work->batch, definitions.definitions, users);
    reading.ownerNames = co_await namesTask;
    work->changed();
    for (QCoro::Task<bool> &poll : polls) {
        co_await poll;
        stepDone();
    }
    reading.readAt = QDateTime::currentDateTimeUtc();
    if (self != nullptr && d->batch == work->batch) {
        d->isReading = false;
        Q_EMIT changed();
        Q_EMIT finished();
    }
    const ReportCheckReading result =
        reading; // QCoro moves out of what is returned by a name that is not const
    co_return result;
}

} // namespace offboarding
