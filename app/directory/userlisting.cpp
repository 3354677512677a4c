// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userlisting.h"

#include <algorithm>
#include <utility>

namespace offboarding {

namespace {

constexpr int mostPages = 2000; ///< against a server that never stops promising pages
constexpr int mostNotes = 100;
constexpr int mostBarrenPages = 12;  ///< against a server that promises pages and repeats old ones, or none
constexpr int pagingEndsAt = 10'000; ///< users of one listing (contract §2.1, quirks)

QString placeOf(const QString &state, int pageNumber)
{
    return QStringLiteral("GET /api/v2/users (%1) page %2").arg(state).arg(pageNumber);
}

} // namespace

UserListing::UserListing(QString state) : m_state(std::move(state)) {}

void UserListing::note(const QString &text)
{
    if (m_notes.size() < mostNotes && !m_notes.contains(text))
        m_notes.append(text);
}

QList<User> UserListing::add(const UserPage &page, int pageNumber)
{
    const QString place = placeOf(m_state, pageNumber);
    for (const QString &text : page.notes)
        note(text);
    if (page.pageNumber != 0 && page.pageNumber != pageNumber)
        note(QStringLiteral("%1: the server answered page %2").arg(place).arg(page.pageNumber));
    if (m_total && page.total && *page.total != *m_total) {
        note(QStringLiteral("%1: the total changed from %2 to %3 while reading")
                 .arg(place)
                 .arg(*m_total)
                 .arg(*page.total));
        // Whoever left moved the rest up: somebody may have slipped from a page unread to one already read.
        m_wasTotalFalling = m_wasTotalFalling || *page.total < *m_total;
    } else if (!page.total) {
        note(QStringLiteral("%1: the answer does not say how many users there are").arg(place));
    }
    if (page.total)
        m_total = page.total;
    m_entriesPerPage = std::max({m_entriesPerPage, page.entries, static_cast<int>(page.users.size())});
    m_promisedPageCount = std::max(m_promisedPageCount, page.pageCount);
    m_wasEmptyPage = m_wasEmptyPage || (page.entries == 0 && page.users.isEmpty());
    m_read.insert(pageNumber, true);
    m_failed.remove(pageNumber);
    m_repeated.remove(pageNumber);

    int known = 0;
    int seenOn = 0;
    const QList<User> fresh = merge(page.users, pageNumber, &known, &seenOn);
    if (fresh.isEmpty())
        m_barren.insert(pageNumber);
    m_pageCount = std::max(m_pageCount, promisedPages(page, pageNumber));
    if (known > 0 && known == page.users.size()) {
        m_repeated.insert(pageNumber, seenOn);
        note(QStringLiteral("%1 repeats page %2").arg(place).arg(seenOn));
    } else if (known > 0) {
        note(QStringLiteral("%1: %2 users were listed before").arg(place).arg(known));
    }
    return fresh;
}

QList<User> UserListing::merge(const QList<User> &users, int pageNumber, int *known, int *seenOn)
{
    QList<User> fresh;
    for (const User &user : users) {
        const auto row = m_rowById.constFind(user.id);
        if (row == m_rowById.cend()) {
            m_rowById.insert(user.id, m_users.size());
            m_pageById.insert(user.id, pageNumber);
            m_users.append(user);
            fresh.append(user);
            continue;
        }
        m_users[*row] = user; // read later, so it is the truer one
        const int firstPage = m_pageById.value(user.id);
        if (firstPage != pageNumber) {
            ++*known;
            *seenOn = firstPage;
        }
    }
    return fresh;
}

QList<User> UserListing::addByCursor(const UserCursorPage &page)
{
    for (const QString &text : page.notes)
        note(text);
    int known = 0;
    int seenOn = 0;
    return merge(page.users, 0, &known, &seenOn);
}

void UserListing::endOfCursor()
{
    m_isReadByCursor = true;
    m_failed.clear();
    note(QStringLiteral("GET /api/v2/users (%1): paging ends at %2 users; the rest was read by cursor")
             .arg(m_state)
             .arg(pagingEndsAt));
}

void UserListing::failCursor(const Error &error)
{
    note(
        QStringLiteral("GET /api/v2/users (%1): paging ends at %2 users, and reading on by cursor failed: %3")
            .arg(m_state)
            .arg(pagingEndsAt)
            .arg(error.toLogString()));
}

int UserListing::promisedPages(const UserPage &page, int pageNumber) const
{
    qint64 promised = page.pageCount;
    if (m_total) {
        // A page more than the total needs, for users who arrive meanwhile; not as many as a broken server
        // may promise.
        const qint64 users = std::max<qint64>(*m_total, m_users.size()); // a total can be too low as well
        // More than promised where the server cut our page size, but counted its pages by what we asked for.
        const qint64 needed = m_entriesPerPage == 0 ? 1 : (users + m_entriesPerPage - 1) / m_entriesPerPage;
        promised = promised > 0 ? std::clamp(promised, needed, needed + 1) : needed;
    } else if (promised <= 0) {
        promised = page.users.isEmpty() ? pageNumber : pageNumber + 1; // read on until nobody comes
    }
    return static_cast<int>(std::clamp<qint64>(promised, 1, mostPages));
}

int UserListing::total() const
{
    return m_total.value_or(static_cast<int>(m_users.size()));
}

bool UserListing::isEndSeen() const
{
    if (m_isReadByCursor)
        return true;
    const bool areAllRead =
        m_promisedPageCount > 0 && unreadPages().isEmpty() && m_barren.size() < mostBarrenPages;
    // An organisation without anybody is not believed; a state without anybody is.
    const bool hasContent = !m_users.isEmpty() || m_state != QLatin1String("any");
    return hasContent && m_failed.isEmpty() && m_repeated.isEmpty() && (m_wasEmptyPage || areAllRead);
}

bool UserListing::isShort() const
{
    return m_total ? m_users.size() < *m_total : !isEndSeen();
}

void UserListing::fail(int pageNumber, const Error &error)
{
    if (m_promisedPageCount > 0 && pageNumber > m_promisedPageCount) {
        m_unpromised.insert(pageNumber); // asked for on suspicion only
        m_barren.insert(pageNumber);
        return;
    }
    Error placed = error;
    placed.place = placeOf(m_state, pageNumber);
    m_failed.insert(pageNumber, placed);
    m_barren.insert(pageNumber);
}

QList<int> UserListing::unreadPages() const
{
    QList<int> pages;
    if (m_barren.size() >= mostBarrenPages)
        return pages;
    for (int page = 1; page <= m_pageCount; ++page) {
        if (!m_read.contains(page) && !m_failed.contains(page) && !m_unpromised.contains(page))
            pages.append(page);
    }
    return pages;
}

QList<int> UserListing::doubtfulPages() const
{
    QList<int> pages = m_failed.keys() + m_repeated.keys();
    if (pages.isEmpty() && m_total && (isShort() || m_wasTotalFalling)) {
        for (int page = 1; page <= m_pageCount; ++page) {
            if (m_read.contains(page))
                pages.append(page);
        }
    }
    std::sort(pages.begin(), pages.end());
    return pages;
}

bool UserListing::isCutByPageLimit() const
{
    if (m_failed.isEmpty() || m_entriesPerPage == 0)
        return false;
    return m_failed.firstKey() * static_cast<qint64>(m_entriesPerPage) > pagingEndsAt &&
           std::all_of(m_failed.cbegin(), m_failed.cend(),
                       [](const Error &error) { return error.kind == ErrorKind::BadRequest; });
}

bool UserListing::isRefused() const
{
    return m_users.isEmpty() && !m_failed.isEmpty() && m_failed.first().kind == ErrorKind::BadRequest;
}

std::optional<Error> UserListing::error() const
{
    if (!m_failed.isEmpty())
        return m_failed.first();
    if (!isShort())
        return {};
    Error error;
    error.kind = ErrorKind::BadResponse;
    error.place = m_repeated.isEmpty() ? QStringLiteral("GET /api/v2/users (%1)").arg(m_state)
                                       : placeOf(m_state, m_repeated.firstKey());
    error.detail =
        m_total
            ? QStringLiteral("the server promised %1 users and listed %2").arg(*m_total).arg(m_users.size())
            : QStringLiteral("the server does not say how many users there are; it listed %1")
                  .arg(m_users.size());
    if (!m_repeated.isEmpty())
        error.detail +=
            QStringLiteral("; page %1 repeats page %2").arg(m_repeated.firstKey()).arg(m_repeated.first());
    return error;
}

} // namespace offboarding
