// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/offboarding/offboardingrules.h"

#include <QCoroTask>
#include <QObject>

#include <optional>

namespace offboarding {

/// Whether the user administers: what AdministratorFinder asks first, and all it asks about most people.
ApiRequest administratorRequest(const QString &userId);

/// GET /users?expand=authorization: a page of active users, read only where a chosen one administers.
ApiRequest administratorPageRequest(int page);

/// Finds who administers the organisation: users whose effective permissions cover
/// directory:organization:admin or the old single word "admin" (contract §3), read with expand=authorization
/// (§2.1). Must outlive its tasks; dies with the connection.
class AdministratorFinder : public QObject
{
    Q_OBJECT

public:
    explicit AdministratorFinder(ApiClient &client, QObject *parent = nullptr);

    /// One request: whether the user is active and administers; empty: nobody knows.
    QCoro::Task<std::optional<bool>> administers(QString userId);

    /// Enough for checkOffboardingRules(): which of @p chosenUserIds administer, and, only if one of them
    /// does, administrators among the others (it stops at the first that is left). Not known if anything
    /// could not be read, or if a user's answer carried no authorization (expansions are best effort, §2.1).
    QCoro::Task<AdministratorCensus> find(QStringList chosenUserIds);

private:
    ApiClient &m_client;
};

} // namespace offboarding
