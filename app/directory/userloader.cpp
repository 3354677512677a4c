// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userloader.h"

#include "app/api/calls/userscalls.h"
#include "app/base/logging.h"
#include "app/directory/userlisting.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <utility>
#include <vector>

namespace offboarding {

namespace {

constexpr int pagesPerRound = 6; ///< as many as the client sends at a time; a stop drops what is left
constexpr int mostNotes = 200;
constexpr int smallPage = 100;        ///< for servers that refuse larger ones
constexpr int mostCursorPages = 4000; ///< against a server whose cursor never ends

QCoro::Task<Result<UserPage>> readPage(ApiClient *client, QString state, int pageNumber, int pageSize)
{
    ApiRequest request = usersPageRequest(state, pageNumber, pageSize);
    const Result<ApiResponse> response = co_await client->send(std::move(request));
    if (!response)
        co_return failure(response.error());
    co_return parseUserPage(*response);
}

QCoro::Task<Result<UserCursorPage>> readCursorPage(ApiClient *client, QString state, QString cursor,
                                                   int pageSize)
{
    ApiRequest request = usersCursorRequest(state, cursor, pageSize);
    const Result<ApiResponse> response = co_await client->send(std::move(request));
    if (!response)
        co_return failure(response.error());
    co_return parseUserCursorPage(*response);
}

bool hasDeleted(const QList<User> &users)
{
    return std::any_of(users.cbegin(), users.cend(),
                       [](const User &user) { return user.state == UserState::Deleted; });
}

Error endlessCursorError(const QString &state)
{
    Error error;
    error.kind = ErrorKind::BadResponse;
    error.place = QStringLiteral("GET /api/v2/users/query (%1)").arg(state);
    error.detail = QStringLiteral("the cursor does not come to an end");
    return error;
}

} // namespace

UserLoader::UserLoader(ApiClient &client, UserStore &store, QObject *parent)
    : QObject(parent), m_client(client), m_store(store)
{
}

bool UserLoader::isLoading() const
{
    return m_loading;
}

void UserLoader::setPageSize(int pageSize)
{
    m_pageSize = std::clamp(pageSize, 1, 500);
}

void UserLoader::setState(const QString &state)
{
    m_state = state;
}

void UserLoader::setAsksForDeleted(bool asks)
{
    m_asksForDeleted = asks;
}

void UserLoader::load()
{
    if (m_loading)
        return;
    m_loading = true;
    ++m_generation;
    m_store.setStatus(DirectoryStatus::Loading);
    loadAll();
}

void UserLoader::stop()
{
    if (!m_loading)
        return;
    ++m_generation;
    m_loading = false;
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.detail = QStringLiteral("stopped");
    error.place = QStringLiteral("GET /api/v2/users");
    m_store.setStatus(m_store.users().isEmpty() ? DirectoryStatus::Failed : DirectoryStatus::Incomplete,
                      error);
    Q_EMIT finished();
}

void UserLoader::showProgress(const UserListing &listing)
{
    m_store.setProgress(m_loadedBefore + static_cast<int>(listing.users().size()),
                        m_expectedBefore + listing.total());
}

QCoro::Task<bool> UserLoader::readListing(std::shared_ptr<UserListing> listing, quint64 generation,
                                          bool isShownAtOnce)
{
    const QPointer<UserLoader> self(this);
    constexpr int readings = 2;
    bool isCancelled = false;
    for (int reading = 1; reading <= readings && !isCancelled; ++reading) {
        QList<int> wanted = reading == 1 ? QList<int>{1} : listing->doubtfulPages();
        while (!wanted.isEmpty() && !isCancelled) {
            const QList<int> round = wanted.mid(0, pagesPerRound);
            wanted = wanted.mid(round.size());
            std::vector<QCoro::Task<Result<UserPage>>> pages;
            for (const int page : round)
                pages.push_back(readPage(&m_client, listing->state(), page, m_acceptedPageSize));
            for (qsizetype i = 0; i < round.size(); ++i) {
                const Result<UserPage> page = co_await pages[static_cast<size_t>(i)];
                if (self == nullptr || generation != m_generation)
                    co_return false;
                if (page) {
                    const QList<User> fresh = listing->add(*page, round.at(i));
                    if (isShownAtOnce)
                        m_store.append(fresh);
                    showProgress(*listing);
                } else {
                    qCWarning(logDirectory).noquote() << page.error().toLogString();
                    listing->fail(round.at(i), page.error());
                    isCancelled = isCancelled || page.error().kind == ErrorKind::Cancelled;
                }
            }
            if (reading == 1)
                wanted = listing->unreadPages(); // the total may have grown meanwhile
        }
        if (listing->users().isEmpty() && listing->error())
            break; // page 1 itself failed after the client's own attempts: asking again at once is no use
        if (listing->isCutByPageLimit())
            break; // those pages are never answered
    }
    co_return true;
}

QCoro::Task<bool> UserLoader::readByCursor(std::shared_ptr<UserListing> listing, quint64 generation,
                                           bool isShownAtOnce)
{
    const QPointer<UserLoader> self(this);
    QSet<QString> seen;
    QString cursor;
    for (int number = 1;; ++number) {
        const Result<UserCursorPage> page =
            co_await readCursorPage(&m_client, listing->state(), cursor, m_acceptedPageSize);
        if (self == nullptr || generation != m_generation)
            co_return false;
        if (!page) {
            qCWarning(logDirectory).noquote() << page.error().toLogString();
            listing->failCursor(page.error());
            co_return true;
        }
        const QList<User> fresh = listing->addByCursor(*page);
        if (isShownAtOnce)
            m_store.append(fresh);
        showProgress(*listing);
        cursor = page->cursor;
        if (cursor.isEmpty() || page->users.isEmpty()) {
            listing->endOfCursor();
            co_return true;
        }
        if (seen.contains(cursor) || number == mostCursorPages) {
            listing->failCursor(endlessCursorError(listing->state()));
            co_return true;
        }
        seen.insert(cursor);
    }
}

QCoro::Task<> UserLoader::loadAll()
{
    const quint64 generation = m_generation;
    const bool isFirst = m_store.users().isEmpty();
    m_acceptedPageSize = m_pageSize;
    m_loadedBefore = 0;
    m_expectedBefore = 0;
    // "any" in one listing. A server that does not know it, or stops paging too early, is asked for each
    // state.
    QStringList states{m_state};
    QList<User> users;
    QStringList notes;
    std::optional<Error> error;
    for (qsizetype i = 0; i < states.size(); ++i) {
        auto listing = std::make_shared<UserListing>(states.at(i));
        bool isCurrent = co_await readListing(listing, generation, isFirst);
        if (isCurrent && listing->isRefused() && m_acceptedPageSize > smallPage) {
            m_acceptedPageSize = smallPage;
            listing = std::make_shared<UserListing>(states.at(i));
            isCurrent = co_await readListing(listing, generation, isFirst);
        }
        if (isCurrent && listing->isCutByPageLimit())
            isCurrent = co_await readByCursor(listing, generation, isFirst);
        if (!isCurrent)
            co_return;
        users += listing->users();
        notes += listing->notes();
        const std::optional<Error> reason = listing->error();
        const bool isAny = i == 0 && states.at(0) == QLatin1String("any");
        if (isAny && (listing->isRefused() || listing->isCutByPageLimit())) {
            notes.append(
                QStringLiteral("the list of all users was refused (%1); each state was read by itself")
                    .arg(reason ? reason->toLogString() : QString()));
            states += {QStringLiteral("active"), QStringLiteral("inactive"), QStringLiteral("deleted")};
            continue;
        }
        m_loadedBefore += static_cast<int>(listing->users().size());
        m_expectedBefore += listing->total();
        if (isAny && m_asksForDeleted && !listing->users().isEmpty() && !hasDeleted(listing->users()))
            states.append(QStringLiteral("deleted"));
        if (reason && !error)
            error = reason;
    }
    finish(users, error, notes.mid(0, mostNotes), isFirst);
}

void UserLoader::finish(const QList<User> &users, std::optional<Error> error, const QStringList &notes,
                        bool isFirst)
{
    m_loading = false;
    if (!isFirst && !error) {
        m_store.replaceAll(users);
    } else if (!isFirst) {
        // A refresh that failed part-way must not take rows away: what was read updates, the rest stays.
        m_store.append(users);
    }
    DirectoryStatus status = DirectoryStatus::Complete;
    if (error)
        status = users.isEmpty() ? DirectoryStatus::Failed : DirectoryStatus::Incomplete;
    m_store.setStatus(status, std::move(error), notes);
    Q_EMIT finished();
}

QCoro::Task<Result<User>> UserLoader::read(QString userId)
{
    const QPointer<UserLoader> self(this);
    ApiRequest request = userRequest(userId, false);
    Result<ApiResponse> response = co_await m_client.send(std::move(request));
    if (!response && response.error().kind == ErrorKind::NotFound && self != nullptr) {
        // A deleted user answers only to state=deleted (contract §2.4).
        ApiRequest again = userRequest(userId, true);
        response = co_await m_client.send(std::move(again));
    }
    if (!response)
        co_return failure(response.error());
    Result<User> user = parseUser(*response);
    if (user && user->id != userId) {
        Error error;
        error.kind = ErrorKind::BadResponse;
        error.place = response->place;
        error.detail = QStringLiteral("the server answered with another user");
        co_return failure(error);
    }
    if (user && self != nullptr)
        m_store.update(*user);
    co_return user;
}

} // namespace offboarding
