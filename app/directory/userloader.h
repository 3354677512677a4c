// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/directory/userstore.h"

#include <QCoroTask>
#include <QObject>

#include <memory>
#include <optional>

namespace offboarding {

class UserListing;

/// Reads every page of GET /users into the store. Lives as long as the connection.
///
/// The first load fills the store page by page; a refresh replaces it only when it is complete, so that a
/// failure leaves the old rows, marked with their age. A missing or repeated page or a changed total makes
/// the result Incomplete, never silently short. Pages are read in parallel after the first; pages that
/// failed, were repeated or lost users are read once more. A server that refuses the page size is asked for
/// smaller pages, and one that stops paging at 10,000 users (contract §2.1) is read on by cursor.
class UserLoader : public QObject
{
    Q_OBJECT

public:
    UserLoader(ApiClient &client, UserStore &store, QObject *parent = nullptr);

    bool isLoading() const;
    void load();                    ///< starts a read of all states; a second call while loading does nothing
    void stop();                    ///< what was read stays; the status says Incomplete
    void setPageSize(int pageSize); ///< default 500
    /// What load() reads: "any" (the default), "active", "inactive" or "deleted".
    void setState(const QString &state);
    /// After a listing of all states in which nobody is deleted, deleted users are asked for by themselves:
    /// they answer only to their own state in some places (contract §2.4).
    void setAsksForDeleted(bool asks);

    /// Reads one user freshly, deleted or not, and updates the store.
    QCoro::Task<Result<User>> read(QString userId);

Q_SIGNALS:
    void finished();

private:
    QCoro::Task<> loadAll();
    void showProgress(const UserListing &listing);
    /// False if the reading was superseded or its owner is gone: nothing may be touched after that.
    QCoro::Task<bool> readListing(std::shared_ptr<UserListing> listing, quint64 generation,
                                  bool isShownAtOnce);
    /// Reads on by cursor where paging ended too early; the same answer.
    QCoro::Task<bool> readByCursor(std::shared_ptr<UserListing> listing, quint64 generation,
                                   bool isShownAtOnce);
    void finish(const QList<User> &users, std::optional<Error> error, const QStringList &notes, bool isFirst);

    ApiClient &m_client;
    UserStore &m_store;
    quint64 m_generation = 0;
    QString m_state = QStringLiteral("any");
    int m_pageSize = 500;
    int m_acceptedPageSize = 500; ///< of the load that is going on
    int m_loadedBefore = 0;       ///< by the listings before the one that is read now
    int m_expectedBefore = 0;     ///< of them
    bool m_asksForDeleted = false;
    bool m_loading = false;
};

} // namespace offboarding
