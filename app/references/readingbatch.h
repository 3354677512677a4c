// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/api/calls/listreading.h"
#include "app/api/calls/membershipcalls.h"
#include "app/api/calls/ownershipcalls.h"
#include "app/domain/conversation.h"
#include "app/references/sourcereading.h"

#include <QCoroTask>
#include <QDateTime>
#include <QHash>
#include <QSet>

#include <coroutine>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace offboarding {

/// A value that one coroutine brings and any number wait for.
template <typename Value> class SharedValue
{
public:
    /// True for the first caller, who has to bring it.
    bool take() { return !std::exchange(m_isTaken, true); }
    void set(Value value)
    {
        m_value = std::move(value);
        for (const std::coroutine_handle<> handle : std::exchange(m_waiting, {}))
            handle.resume();
    }
    const Value &value() const { return *m_value; }

    bool isThere() const { return m_value.has_value(); }
    void wait(std::coroutine_handle<> handle) { m_waiting.push_back(handle); }

private:
    bool m_isTaken = false;
    std::optional<Value> m_value;
    std::vector<std::coroutine_handle<>> m_waiting;
};

/// Awaits a SharedValue. Holds it by pointer, because GCC 12 may copy what is awaited.
template <typename Value> struct ValueAwaiter
{
    std::shared_ptr<SharedValue<Value>> shared;

    bool await_ready() const noexcept { return shared->isThere(); }
    void await_suspend(std::coroutine_handle<> handle) const { shared->wait(handle); }
    void await_resume() const noexcept {}
};

/// A list with the trust in it.
template <typename Row> struct ListReading
{
    QList<Row> rows;
    SourceReading source;
};

/// A conversation as read live, and when.
struct LiveConversation
{
    Result<Conversation> conversation;
    QDateTime readAt; ///< UTC
};

/// What the readings of one batch of users share: a bounded number of requests under way, so that a gate that
/// reads at the same time does not wait behind all of them; one read per conversation and per list of the
/// organisation; and a stop.
struct ReadingBatch
{
    explicit ReadingBatch(ApiClient &apiClient) : client(&apiClient) {}

    ApiClient *client; ///< must outlive what is read with it
    bool isStopped = false;
    int underWay = 0;
    int asked = 0;                  ///< reads that were begun; grows while lists turn out to be longer
    int answered = 0;               ///< of them, those that are over
    std::function<void()> progress; ///< told after each of them; may be empty
    std::deque<std::coroutine_handle<>> waiting;
    QHash<QString, std::shared_ptr<SharedValue<LiveConversation>>> conversations;
    std::shared_ptr<SharedValue<ListReading<GroupRow>>> groups =
        std::make_shared<SharedValue<ListReading<GroupRow>>>();
    std::shared_ptr<SharedValue<ListReading<OAuthClientRow>>> oauthClients =
        std::make_shared<SharedValue<ListReading<OAuthClientRow>>>();
    std::shared_ptr<SharedValue<ListReading<OwnedCallback>>> callbacks =
        std::make_shared<SharedValue<ListReading<OwnedCallback>>>();
};

using ReadingBatchPointer = std::shared_ptr<ReadingBatch>;

/// What has not gone out yet comes back Cancelled, from the event loop: nobody expects to be resumed from
/// within a call that stops.
void stopBatch(const ReadingBatchPointer &batch);

/// Sends a read when its turn comes. Cancelled if the batch was stopped before.
QCoro::Task<Result<ApiResponse>> sendRead(ReadingBatchPointer batch, ApiRequest request);

/// GET /conversations/{id}, once per batch.
QCoro::Task<LiveConversation> readLive(ReadingBatchPointer batch, QString conversationId);

/// Every group, every OAuth client and every owned callback of the organisation, once per batch.
QCoro::Task<ListReading<GroupRow>> readGroups(ReadingBatchPointer batch);
QCoro::Task<ListReading<OAuthClientRow>> readOAuthClients(ReadingBatchPointer batch);
QCoro::Task<ListReading<OwnedCallback>> readOwnedCallbacks(ReadingBatchPointer batch);

/// How a listing is read page by page.
template <typename Row> struct ListPlan
{
    const char *name = ""; ///< of the source
    int pageSize = 100;
    int mostPages = 100;
    std::function<ApiRequest(int page)> request;
    std::function<Result<ListPage<Row>>(const ApiResponse &)> parse;
    std::function<QString(const Row &)> key; ///< what makes two rows the same
};

/// Why a list is short after this page; empty if it is not. @p isLast is set when no further page is
/// promised.
QString flawOfPage(int number, int entries, int unreadable, int pageCount, std::optional<int> total,
                   qsizetype fresh, qsizetype listed, int pageSize, int mostPages, bool *isLast);

/// Reads all pages. Pages shift while data changes, so every row is taken once. A list that is known to be
/// short is Incomplete.
template <typename Row> QCoro::Task<ListReading<Row>> readList(ReadingBatchPointer batch, ListPlan<Row> plan)
{
    ListReading<Row> reading;
    reading.source = beginReading(plan.name);
    QSet<QString> known;
    for (int page = 1;; ++page) {
        ApiRequest request = plan.request(page);
        const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
        if (!response) {
            failReading(&reading.source, response.error());
            co_return reading;
        }
        const Result<ListPage<Row>> parsed = plan.parse(*response);
        if (!parsed) {
            failReading(&reading.source, parsed.error());
            co_return reading;
        }
        const qsizetype before = reading.rows.size();
        for (const Row &row : parsed->rows) {
            const QString key = plan.key(row);
            if (known.contains(key))
                continue;
            known.insert(key);
            reading.rows.append(row);
        }
        bool isLast = true;
        const QString flaw = flawOfPage(page, parsed->entries, parsed->unreadable, parsed->pageCount,
                                        parsed->total, reading.rows.size() - before, reading.rows.size(),
                                        plan.pageSize, plan.mostPages, &isLast);
        reading.source.readAt = QDateTime::currentDateTimeUtc();
        if (!flaw.isEmpty()) {
            cutOffReading(&reading.source, response->place, flaw);
            co_return reading;
        }
        if (isLast)
            break;
    }
    reading.source.count = static_cast<int>(reading.rows.size());
    co_return reading;
}

} // namespace offboarding
