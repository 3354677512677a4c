// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/calls/userscalls.h"
#include "app/base/error.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace offboarding {

/// The pages of one listing put together, and how far they can be trusted. Pure: it is told what was read and
/// says what to read next.
///
/// Pages shift while people are added and removed, so a page can repeat users or lose them. A user who is
/// listed twice is kept once, as read last.
class UserListing
{
public:
    /// @p state as in usersPageRequest().
    explicit UserListing(QString state);

    const QString &state() const { return m_state; }
    const QList<User> &users() const { return m_users; }
    QStringList notes() const { return m_notes; }
    int total() const; ///< as promised; the users listed so far if nothing was
    int pageCount() const { return m_pageCount; }

    /// Takes a page in; returns the users that are new, so that a first load can show them at once.
    QList<User> add(const UserPage &page, int pageNumber);
    void fail(int pageNumber, const Error &error);

    /// Promised, neither read nor failed. None once so many pages brought nothing that the promise is hollow.
    QList<int> unreadPages() const;
    QList<int> doubtfulPages() const; ///< failed or repeated ones; all of them if users are still missing
    /// True if pages are refused past the point where the platform stops paging, although it promised them
    /// (contract §2.1).
    bool isCutByPageLimit() const;
    /// Nothing was read and the first page was refused as a bad request.
    bool isRefused() const;

    /// The same listing read by cursor (contract §2.2), after isCutByPageLimit(). The failed pages do not
    /// count once endOfCursor() says that all of it was read.
    QList<User> addByCursor(const UserCursorPage &page);
    void endOfCursor();
    void failCursor(const Error &error); ///< noted; the failed pages stay

    /// Why the listing is not complete; empty if it is.
    std::optional<Error> error() const;

private:
    void note(const QString &text);
    QList<User> merge(const QList<User> &users, int pageNumber, int *known, int *seenOn);
    int promisedPages(const UserPage &page, int pageNumber) const;
    bool isEndSeen() const; ///< without a total: all promised pages were read, or an empty page came
    bool isShort() const;   ///< fewer users than the server promised, or nothing was promised

    QString m_state;
    QList<User> m_users;
    QHash<QString, qsizetype> m_rowById;
    QHash<QString, int> m_pageById;
    QMap<int, Error> m_failed;
    QMap<int, int> m_repeated; ///< page → the page that it repeats
    QHash<int, bool> m_read;
    QSet<int> m_barren;     ///< pages that failed or brought nobody new
    QSet<int> m_unpromised; ///< pages past the promised ones that were asked for in vain
    QStringList m_notes;
    std::optional<int> m_total; ///< empty: no page says
    int m_pageCount = 1;
    int m_promisedPageCount = 0; ///< as the server said; 0: it did not
    int m_entriesPerPage = 0;
    bool m_wasTotalFalling = false;
    bool m_wasEmptyPage = false;
    bool m_isReadByCursor = false;
};

} // namespace offboarding
