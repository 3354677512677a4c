// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/readingbatch.h"

#include "app/api/calls/conversationscalls.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <algorithm>

namespace offboarding {

namespace {

/// Twice what goes over the line at once: the next ones are there when an answer comes, and nobody else waits
/// long behind them.
constexpr int mostUnderWay = 12;
constexpr int groupsPerPage = 500; ///< contract §6.2
constexpr int rowsPerPage = 100;
constexpr int mostDetailPages = 80;    ///< deep paging fails at about 8,000 rows (contract §4.3)
constexpr int callbackSearchDays = 31; ///< one interval; a callback is scheduled at most a week ahead

struct Turn
{
    ReadingBatchPointer batch;

    bool await_ready() const noexcept
    {
        if (batch->isStopped)
            return true;
        if (batch->underWay >= mostUnderWay)
            return false;
        ++batch->underWay;
        return true;
    }
    void await_suspend(std::coroutine_handle<> handle) const { batch->waiting.push_back(handle); }
    void await_resume() const noexcept {}
};

/// Hands the turn on to whoever waits longest.
void passOn(ReadingBatch *batch)
{
    if (batch->isStopped || batch->waiting.empty()) {
        batch->underWay = std::max(0, batch->underWay - 1);
        return;
    }
    const std::coroutine_handle<> next = batch->waiting.front();
    batch->waiting.pop_front();
    next.resume();
}

Error stoppedError(const ApiRequest &request)
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.detail = QStringLiteral("stopped");
    error.place = request.line();
    return error;
}

template <typename Row>
QCoro::Task<ListReading<Row>>
sharedList(ReadingBatchPointer batch, std::shared_ptr<SharedValue<ListReading<Row>>> slot, ListPlan<Row> plan)
{
    if (slot->take()) {
        auto task = readList<Row>(batch, std::move(plan));
        ListReading<Row> reading = co_await task;
        slot->set(std::move(reading));
    }
    ValueAwaiter<ListReading<Row>> there{slot};
    co_await there;
    co_return slot->value();
}

} // namespace

void stopBatch(const ReadingBatchPointer &batch)
{
    batch->isStopped = true;
    const auto release = [batch] {
        while (!batch->waiting.empty()) {
            const std::coroutine_handle<> next = batch->waiting.front();
            batch->waiting.pop_front();
            next.resume();
        }
    };
    QMetaObject::invokeMethod(QCoreApplication::instance(), release, Qt::QueuedConnection);
}

QCoro::Task<Result<ApiResponse>> sendRead(ReadingBatchPointer batch, ApiRequest request)
{
    Turn turn{batch};
    ++batch->asked;
    co_await turn;
    if (batch->isStopped)
        co_return failure(stoppedError(request));
    Result<ApiResponse> response = co_await batch->client->send(std::move(request));
    ++batch->answered;
    if (batch->progress)
        batch->progress();
    passOn(batch.get());
    co_return response;
}

QCoro::Task<LiveConversation> readLive(ReadingBatchPointer batch, QString conversationId)
{
    auto &kept = batch->conversations[conversationId];
    if (kept == nullptr)
        kept = std::make_shared<SharedValue<LiveConversation>>();
    const std::shared_ptr<SharedValue<LiveConversation>> slot = kept;
    if (slot->take()) {
        ApiRequest request = conversationRequest(conversationId);
        const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
        LiveConversation live;
        live.conversation = response ? parseConversation(*response, conversationId)
                                     : Result<Conversation>(failure(response.error()));
        live.readAt = QDateTime::currentDateTimeUtc();
        slot->set(std::move(live));
    }
    ValueAwaiter<LiveConversation> there{slot};
    co_await there;
    co_return slot->value();
}

QCoro::Task<ListReading<GroupRow>> readGroups(ReadingBatchPointer batch)
{
    ListPlan<GroupRow> plan;
    plan.name = sourceNames::ownedGroups;
    plan.pageSize = groupsPerPage;
    plan.request = [](int page) { return groupsRequest(page, groupsPerPage); };
    plan.parse = [](const ApiResponse &response) { return parseGroups(response); };
    plan.key = [](const GroupRow &group) { return group.id; };
    auto slot = batch->groups;
    return sharedList<GroupRow>(std::move(batch), std::move(slot), std::move(plan));
}

QCoro::Task<ListReading<OAuthClientRow>> readOAuthClients(ReadingBatchPointer batch)
{
    ListPlan<OAuthClientRow> plan;
    plan.name = sourceNames::oauthClients;
    plan.mostPages = 1; // there are no paging parameters (contract §6.7)
    plan.request = [](int) { return oauthClientsRequest(); };
    plan.parse = [](const ApiResponse &response) {
        Result<ListPage<OAuthClientRow>> page = parseOAuthClients(response);
        // Only the number of rows tells whether the one page is everything.
        if (page && !page->total && page->pageCount <= 1)
            page->total = page->entries;
        return page;
    };
    plan.key = [](const OAuthClientRow &row) { return row.client.id; };
    auto slot = batch->oauthClients;
    return sharedList<OAuthClientRow>(std::move(batch), std::move(slot), std::move(plan));
}

QCoro::Task<ListReading<OwnedCallback>> readOwnedCallbacks(ReadingBatchPointer batch)
{
    ListPlan<OwnedCallback> plan;
    const QDateTime to = QDateTime::currentDateTimeUtc().addSecs(60);
    const QDateTime from = to.addDays(-callbackSearchDays);
    plan.name = sourceNames::callbacks;
    plan.pageSize = rowsPerPage;
    plan.mostPages = mostDetailPages;
    plan.request = [from, to](int page) { return ownedCallbacksRequest(from, to, page, rowsPerPage); };
    plan.parse = [](const ApiResponse &response) { return parseOwnedCallbacks(response); };
    plan.key = [](const OwnedCallback &owned) { return owned.callback.conversationId; };
    auto slot = batch->callbacks;
    return sharedList<OwnedCallback>(std::move(batch), std::move(slot), std::move(plan));
}

QString flawOfPage(int number, int entries, int unreadable, int pageCount, std::optional<int> total,
                   qsizetype fresh, qsizetype listed, int pageSize, int mostPages, bool *isLast)
{
    *isLast = false;
    if (unreadable > 0)
        return QStringLiteral("page %1: %2 entries cannot be read").arg(number).arg(unreadable);
    if (pageCount > 0)
        *isLast = number >= pageCount || entries == 0;
    else if (total)
        *isLast = listed >= *total || entries == 0;
    else
        *isLast = entries < pageSize; // a full page promises another one
    if (*isLast) {
        // Rows come and go while the pages are read; a tenth is more than that.
        const qsizetype missing = total ? *total - listed : 0;
        const bool isShort = missing > 0 && (number == 1 || missing * 10 > *total);
        return isShort
                   ? QStringLiteral("the server promised %1 entries and listed %2").arg(*total).arg(listed)
                   : QString();
    }
    if (fresh == 0)
        return QStringLiteral("page %1 brought nothing new").arg(number);
    return number < mostPages ? QString() : QStringLiteral("more than %1 entries").arg(listed);
}

} // namespace offboarding
