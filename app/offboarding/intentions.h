// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/connection.h"
#include "app/domain/identity.h"
#include "app/domain/user.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>
#include <QUuid>

namespace offboarding {

inline constexpr int fewestCoolOffDays = 1;
inline constexpr int mostCoolOffDays = 365;
/// A deletion that nobody has decided on for so long after its date was missed: a machine that was off, a
/// holiday. It is shown as such, and nobody is led to believe that it happened.
inline constexpr int missedAfterHours = 24;

enum class IntentionState {
    Waiting,   ///< its date is to come
    Due,       ///< offered, never started by itself
    Missed,    ///< due for more than missedAfterHours
    Cancelled, ///< by somebody, before it was done
    Finished   ///< deleted, and read back as such
};

QString intentionStateName(IntentionState state); ///< "waiting", "due", "missed", "cancelled", "finished"

/// "Deactivate now, delete after N days": a dated intention to delete one user. It does nothing by itself;
/// when it is due, somebody goes through the same dialog and the same gates as for any force delete.
struct Intention
{
    QString id; ///< UUID
    QUuid connectionId;
    QString connectionName;
    QString organizationId;
    QString organizationName; ///< these strings are the server's: hostile plain text
    QString userId;
    QString userName;
    QString userEmail;
    QDateTime planned; ///< UTC
    QDateTime due;     ///< UTC
    QString plannedBy; ///< name or e-mail address of whoever planned it
    QString reason;
    QString ticket;
    QDateTime cancelled; ///< UTC; invalid: not cancelled
    QString cancelledBy;
    QDateTime finished; ///< UTC; invalid: not deleted yet
    QString runId;      ///< of the run that deleted the user

    IntentionState state(const QDateTime &now) const;
    /// Still to be decided on: waiting, due or missed.
    bool isOpen() const { return !cancelled.isValid() && !finished.isValid(); }

    bool operator==(const Intention &other) const = default;
};

/// Made for @p user on @p connection by @p author, due @p days (1 to 365) after @p now.
Intention makeIntention(const Connection &connection, const User &user, const Identity &author, int days,
                        const QDateTime &now);

/// The dated intentions of all connections, in one journal (app/journal): what was planned and cancelled by
/// whom stays on record. The file is locked only while it is written, so that several windows share it; each
/// change reads first what the others wrote.
///
/// Errors are those of journalProblem(), or Refused with the id as the place. After an error nothing has
/// changed.
class IntentionStore : public QObject
{
    Q_OBJECT

public:
    explicit IntentionStore(QString path = defaultPath(), QObject *parent = nullptr);

    /// planned-deletions.jsonl in offboarding-console under the user's data folder.
    static QString defaultPath();

    /// Reads the file; one that does not exist is an empty list. After an error the list is empty, and every
    /// change is refused until a load() succeeds.
    Result<Done> load();

    /// In the order in which they were planned, those that are over included.
    const QList<Intention> &intentions() const { return m_intentions; }
    const Intention *find(const QString &id) const;
    /// The open one for this user, or null.
    const Intention *findOpen(const QString &organizationId, const QString &userId) const;

    /// Refused if the user has an open one already, or if the date is not 1 to 365 days after `planned`.
    Result<Done> plan(const Intention &intention);
    /// Refused if it is over.
    Result<Done> cancel(const QString &id, const QString &by, const QDateTime &now);
    /// After the run @p runId deleted the user and read it back. Refused if it is over.
    Result<Done> finish(const QString &id, const QString &runId, const QDateTime &now);

Q_SIGNALS:
    void intentionsChanged();

private:
    Result<Done> append(const QString &kind, const QJsonObject &data, const QString &id, bool mustBeOpen);

    QString m_path;
    QList<Intention> m_intentions;
};

} // namespace offboarding
