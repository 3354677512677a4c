// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userloader.h"

#include "app/api/calls/userscalls.h"
#include "app/base/logging.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <vector>

namespace offboarding {

namespace {

constexpr int mostPages = 2000; ///< against a server that never stops promising pages
constexpr int mostNotes = 50;
constexpr int pagesPerRound = 6; ///< as many as the client sends at a time; a stop drops what is left

/// What one read of the whole directory has gathered so far.
struct Reading
{
    QList<User> users;
    QSet<QString> ids;
    QStringList notes;
    std::optional<Error> error;
    int total = 0;
    int pageCount = 1;
    bool hasChanged = false; ///< the total changed while paging

    void note(const QString &text)
    {
        if (notes.size() < mostNotes)
            notes.append(text);
    }
};

QCoro::Task<Result<UserPage>> readPage(ApiClient *client, QString state, int pageNumber, int pageSize)
{
    ApiRequest request = usersPageRequest(state, pageNumber, pageSize);
    const Result<ApiResponse> response = co_await client->send(std::move(request));
    if (!response)
        co_return failure(response.error());
    co_return parseUserPage(*response);
}

/// Adds a page; returns the users that are new, so that a first load can show them at once.
QList<User> addPage(Reading *reading, const UserPage &page, int pageNumber, const QString &place)
{
    for (const QString &note : page.notes)
        reading->note(note);
    if (page.pageNumber != 0 && page.pageNumber != pageNumber)
        reading->note(QStringLiteral("%1: the server answered page %2").arg(place).arg(page.pageNumber));
    if (pageNumber > 1 && page.total != reading->total) {
        reading->hasChanged = true;
        reading->note(QStringLiteral("%1: the total changed from %2 to %3")
                          .arg(place)
                          .arg(reading->total)
                          .arg(page.total));
    }
    reading->total = page.total;
    reading->pageCount = std::clamp(std::max(reading->pageCount, page.pageCount), 1, mostPages);
    QList<User> fresh;
    int repeated = 0;
    for (const User &user : page.users) {
        if (reading->ids.contains(user.id)) {
            ++repeated;
            continue;
        }
        reading->ids.insert(user.id);
        fresh.append(user);
    }
    if (repeated > 0)
        reading->note(QStringLiteral("%1: %2 users were listed before").arg(place).arg(repeated));
    reading->users += fresh;
    return fresh;
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

QCoro::Task<> UserLoader::loadAll()
{
    const QPointer<UserLoader> self(this);
    const quint64 generation = m_generation;
    const bool isFirst = m_store.users().isEmpty();
    // "any" in one listing; a server that does not know it is asked for the three states one after the other.
    QStringList states{QStringLiteral("any")};
    Reading all;
    for (qsizetype stateIndex = 0; stateIndex < states.size(); ++stateIndex) {
        const QString state = states.at(stateIndex);
        Reading reading;
        reading.ids = all.ids;
        const Result<UserPage> first = co_await readPage(&m_client, state, 1, m_pageSize);
        if (self == nullptr || generation != m_generation)
            co_return;
        if (!first) {
            if (first.error().kind == ErrorKind::BadRequest && state == QLatin1String("any")) {
                states += {QStringLiteral("active"), QStringLiteral("inactive"), QStringLiteral("deleted")};
                continue;
            }
            all.error = first.error();
            all.error->place += QStringLiteral(" (page 1)");
            break;
        }
        QList<User> fresh = addPage(&reading, *first, 1, QStringLiteral("users page 1"));
        if (isFirst)
            m_store.append(fresh);
        m_store.setProgress(static_cast<int>(all.users.size() + reading.users.size()),
                            all.total + reading.total);

        // The remaining pages go out together; the client bounds how many at a time. A total that grows while
        // paging adds pages, so the loop asks again until the last promised page was read.
        int next = 2;
        while (next <= reading.pageCount) {
            std::vector<QCoro::Task<Result<UserPage>>> pages;
            const int firstOfRound = next;
            const int lastOfRound = std::min(reading.pageCount, firstOfRound + pagesPerRound - 1);
            for (int page = firstOfRound; page <= lastOfRound; ++page)
                pages.push_back(readPage(&m_client, state, page, m_pageSize));
            for (int page = firstOfRound; page <= lastOfRound; ++page) {
                const Result<UserPage> result = co_await pages[static_cast<size_t>(page - firstOfRound)];
                if (self == nullptr || generation != m_generation)
                    co_return;
                const QString place = QStringLiteral("users page %1").arg(page);
                if (!result) {
                    if (!reading.error) {
                        reading.error = result.error();
                        reading.error->place +=
                            QStringLiteral(" (page %1 of %2)").arg(page).arg(reading.pageCount);
                    }
                    reading.note(
                        QStringLiteral("%1 could not be read: %2").arg(place, result.error().toLogString()));
                    continue;
                }
                fresh = addPage(&reading, *result, page, place);
                if (isFirst)
                    m_store.append(fresh);
                m_store.setProgress(static_cast<int>(all.users.size() + reading.users.size()),
                                    all.total + reading.total);
            }
            next = lastOfRound + 1;
        }
        all.users += reading.users;
        all.ids = reading.ids;
        all.notes += reading.notes;
        all.total += reading.total;
        if (reading.error && !all.error)
            all.error = reading.error;
        if (!reading.error && reading.users.size() < reading.total)
            all.note(QStringLiteral("the server promised %1 users and listed %2")
                         .arg(reading.total)
                         .arg(reading.users.size()));
    }

    m_loading = false;
    const bool isShort = all.users.size() < all.total;
    if (all.users.isEmpty() && all.error) {
        m_store.setStatus(DirectoryStatus::Failed, all.error, all.notes);
    } else if (all.error) {
        // A refresh that failed part-way must not take rows away: what was read updates, the rest stays.
        for (const User &user : std::as_const(all.users))
            m_store.update(user);
        m_store.setStatus(DirectoryStatus::Incomplete, all.error, all.notes);
    } else {
        if (!isFirst)
            m_store.replaceAll(all.users);
        m_store.setStatus(isShort ? DirectoryStatus::Incomplete : DirectoryStatus::Complete, {}, all.notes);
    }
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
