// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userloader.h"
#include "app/directory/userstore.h"
#include "app/domain/identity.h"
#include "app/offboarding/administrators.h"
#include "app/offboarding/preparedplan.h"
#include "app/references/referencefinder.h"

#include <QCoroTask>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QStringList>

namespace offboarding {

/// Reads users, their references and the queues freshly, so that a dialog shows the truth of now.
/// Lives as long as the connection; several preparations may run at once, each with its ticket.
class PlanPreview : public QObject
{
    Q_OBJECT

public:
    PlanPreview(Connection connection, UserStore &store, UserLoader &loader, ReferenceFinder &finder,
                QObject *parent = nullptr);

    /// Who acts, and who counts the administrators (borrowed). Without, no preview of a removal passes the
    /// rules.
    void setRules(AdministratorFinder &administrators, const Identity &signedInAs);

    /// Starts a reading and returns its ticket. Restore needs no references, so none are read for it.
    /// @p depth: Memberships (or Everything) where optional steps are to be planned, which need what is
    /// around the users.
    quint64 prepare(Act act, const QStringList &userIds, ReadingDepth depth = ReadingDepth::Gates);
    /// Nobody waits for this ticket any more; requests in flight finish, no more are sent.
    void forget(quint64 ticket);

Q_SIGNALS:
    void progressChanged(quint64 ticket, int done, int total);
    void prepared(quint64 ticket, const offboarding::PreparedPlan &plan);

private:
    QCoro::Task<> work(quint64 ticket, Act act, QStringList userIds, ReadingDepth depth);
    bool isWanted(quint64 ticket) const { return m_wanted.contains(ticket); }

    Connection m_connection;
    UserStore &m_store;
    UserLoader &m_loader;
    ReferenceFinder &m_finder;
    QPointer<AdministratorFinder> m_administrators;
    Identity m_signedInAs;
    quint64 m_lastTicket = 0;
    QSet<quint64> m_wanted;
};

} // namespace offboarding
