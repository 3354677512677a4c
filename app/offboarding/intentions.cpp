// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/intentions.h"

#include "app/journal/journal.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>
#include <utility>

namespace offboarding {

namespace {

constexpr auto plannedKind = "deletion-planned";
constexpr auto cancelledKind = "deletion-cancelled";
constexpr auto finishedKind = "deletion-finished";
constexpr int lockTries = 20;
constexpr unsigned long lockPauseMilliseconds = 50;

QString dateText(const QDateTime &date)
{
    return date.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime dateOf(const QJsonObject &data, const char *key)
{
    return QDateTime::fromString(data.value(QLatin1String(key)).toString(), Qt::ISODateWithMs).toUTC();
}

QString textOf(const QJsonObject &data, const char *key)
{
    return data.value(QLatin1String(key)).toString();
}

QJsonObject toJson(const Intention &one)
{
    return {{QStringLiteral("id"), one.id},
            {QStringLiteral("connectionId"), one.connectionId.toString(QUuid::WithoutBraces)},
            {QStringLiteral("connectionName"), one.connectionName},
            {QStringLiteral("organizationId"), one.organizationId},
            {QStringLiteral("organizationName"), one.organizationName},
            {QStringLiteral("userId"), one.userId},
            {QStringLiteral("userName"), one.userName},
            {QStringLiteral("userEmail"), one.userEmail},
            {QStringLiteral("planned"), dateText(one.planned)},
            {QStringLiteral("due"), dateText(one.due)},
            {QStringLiteral("plannedBy"), one.plannedBy},
            {QStringLiteral("reason"), one.reason},
            {QStringLiteral("ticket"), one.ticket}};
}

Intention fromJson(const QJsonObject &data)
{
    Intention one;
    one.id = textOf(data, "id");
    one.connectionId = QUuid::fromString(textOf(data, "connectionId"));
    one.connectionName = textOf(data, "connectionName");
    one.organizationId = textOf(data, "organizationId");
    one.organizationName = textOf(data, "organizationName");
    one.userId = textOf(data, "userId");
    one.userName = textOf(data, "userName");
    one.userEmail = textOf(data, "userEmail");
    one.planned = dateOf(data, "planned");
    one.due = dateOf(data, "due");
    one.plannedBy = textOf(data, "plannedBy");
    one.reason = textOf(data, "reason");
    one.ticket = textOf(data, "ticket");
    return one;
}

Error refused(const QString &id, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.place = id;
    error.detail = detail;
    return error;
}

/// What the records say, one after the other. A record that no program of this kind writes is an error: a
/// cancellation that is overlooked would delete somebody.
Result<QList<Intention>> fold(const QList<JournalRecord> &records, const QString &path)
{
    QList<Intention> all;
    for (const JournalRecord &record : records) {
        if (record.kind == QLatin1String(journalKinds::header) ||
            record.kind == QLatin1String(journalKinds::torn))
            continue;
        const QString id = textOf(record.data, "id");
        const auto known =
            std::find_if(all.begin(), all.end(), [&id](const Intention &one) { return one.id == id; });
        const QDateTime time = dateOf(record.data, "time");
        if (record.kind == QLatin1String(plannedKind) && known == all.end()) {
            Intention added = fromJson(record.data);
            if (!id.isEmpty() && !added.userId.isEmpty() && added.planned.isValid() && added.due.isValid()) {
                all.append(added);
                continue;
            }
        } else if (record.kind == QLatin1String(cancelledKind) && known != all.end() && time.isValid()) {
            known->cancelled = time;
            known->cancelledBy = textOf(record.data, "by");
            continue;
        } else if (record.kind == QLatin1String(finishedKind) && known != all.end() && time.isValid()) {
            known->finished = time;
            known->runId = textOf(record.data, "runId");
            continue;
        }
        return failure(journalError(JournalProblem::NotJournal, journalPlace(path, record.number, 1),
                                    QStringLiteral("not a record of planned deletions")));
    }
    return all;
}

/// Another window may hold the file for the moment of its own change.
Result<Journal::Opened> openPatiently(const QString &path)
{
    for (int attempt = 1;; ++attempt) {
        Result<Journal::Opened> opened = Journal::open(path);
        const bool isBusy = !opened && journalProblem(opened.error()) == JournalProblem::InUse;
        if (!isBusy || attempt == lockTries)
            return opened;
        QThread::msleep(lockPauseMilliseconds);
    }
}

} // namespace

QString intentionStateName(IntentionState state)
{
    switch (state) {
    case IntentionState::Waiting:
        return QStringLiteral("waiting");
    case IntentionState::Due:
        return QStringLiteral("due");
    case IntentionState::Missed:
        return QStringLiteral("missed");
    case IntentionState::Cancelled:
        return QStringLiteral("cancelled");
    case IntentionState::Finished:
        break;
    }
    return QStringLiteral("finished");
}

IntentionState Intention::state(const QDateTime &now) const
{
    if (finished.isValid())
        return IntentionState::Finished;
    if (cancelled.isValid())
        return IntentionState::Cancelled;
    if (now < due)
        return IntentionState::Waiting;
    return now < due.addSecs(missedAfterHours * 3600) ? IntentionState::Due : IntentionState::Missed;
}

Intention makeIntention(const Connection &connection, const User &user, const Identity &author, int days,
                        const QDateTime &now)
{
    Intention one;
    one.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    one.connectionId = connection.id;
    one.connectionName = connection.name;
    one.organizationId = connection.organizationId;
    one.organizationName = connection.organizationName;
    one.userId = user.id;
    one.userName = user.name;
    one.userEmail = user.email;
    one.planned = now.toUTC();
    one.due = one.planned.addDays(days);
    one.plannedBy = author.email.isEmpty() ? author.name : author.email;
    return one;
}

IntentionStore::IntentionStore(QString path, QObject *parent) : QObject(parent), m_path(std::move(path)) {}

QString IntentionStore::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/offboarding-console/planned-deletions.jsonl");
}

Result<Done> IntentionStore::load()
{
    QList<Intention> read;
    if (QFileInfo::exists(m_path)) {
        const Result<JournalReading> reading = readJournal(m_path);
        const Result<QList<Intention>> folded =
            reading ? fold(reading->records, m_path) : Result<QList<Intention>>(failure(reading.error()));
        if (!folded) {
            m_intentions.clear();
            Q_EMIT intentionsChanged();
            return failure(folded.error());
        }
        read = *folded;
    }
    m_intentions = read;
    Q_EMIT intentionsChanged();
    return Done{};
}

const Intention *IntentionStore::find(const QString &id) const
{
    const auto found = std::find_if(m_intentions.cbegin(), m_intentions.cend(),
                                    [&id](const Intention &one) { return one.id == id; });
    return found == m_intentions.cend() ? nullptr : &*found;
}

const Intention *IntentionStore::findOpen(const QString &organizationId, const QString &userId) const
{
    const auto found = std::find_if(m_intentions.cbegin(), m_intentions.cend(), [&](const Intention &one) {
        return one.isOpen() && one.userId == userId && one.organizationId == organizationId;
    });
    return found == m_intentions.cend() ? nullptr : &*found;
}

Result<Done> IntentionStore::append(const QString &kind, const QJsonObject &data, const QString &id,
                                    bool mustBeOpen)
{
    if (!QFileInfo::exists(m_path)) {
        const QString folder = QFileInfo(m_path).absolutePath();
        if (!QDir().mkpath(folder))
            return failure(journalError(JournalProblem::NotWritten, folder,
                                        QStringLiteral("the folder cannot be made")));
        const Result<std::unique_ptr<Journal>> created = Journal::create(m_path);
        if (!created && !QFileInfo::exists(m_path))
            return failure(created.error());
    }
    Result<Journal::Opened> opened = openPatiently(m_path);
    if (!opened)
        return failure(opened.error());
    // Others may have written since it was read: what counts is the file.
    const Result<QList<Intention>> folded = fold(opened->reading.records, m_path);
    if (!folded)
        return failure(folded.error());
    m_intentions = *folded;
    if (mustBeOpen) {
        const Intention *known = find(id);
        if (known == nullptr || !known->isOpen())
            return failure(refused(id, QStringLiteral("this planned deletion is over")));
    } else {
        const Intention wanted = fromJson(data);
        if (findOpen(wanted.organizationId, wanted.userId) != nullptr)
            return failure(refused(id, QStringLiteral("a deletion of this user is planned already")));
    }
    const Result<Done> appended = opened->journal->append(kind, data);
    if (!appended)
        return appended;
    opened->journal.reset();
    return load();
}

Result<Done> IntentionStore::plan(const Intention &intention)
{
    const qint64 seconds = intention.planned.secsTo(intention.due);
    constexpr qint64 day = 24 * 3600;
    if (intention.id.isEmpty() || intention.userId.isEmpty() || seconds < fewestCoolOffDays * day ||
        seconds > mostCoolOffDays * day)
        return failure(refused(intention.id, QStringLiteral("the date must be 1 to 365 days from now")));
    return append(QString::fromLatin1(plannedKind), toJson(intention), intention.id, false);
}

Result<Done> IntentionStore::cancel(const QString &id, const QString &by, const QDateTime &now)
{
    const QJsonObject data{
        {QStringLiteral("id"), id}, {QStringLiteral("by"), by}, {QStringLiteral("time"), dateText(now)}};
    return append(QString::fromLatin1(cancelledKind), data, id, true);
}

Result<Done> IntentionStore::finish(const QString &id, const QString &runId, const QDateTime &now)
{
    const QJsonObject data{{QStringLiteral("id"), id},
                           {QStringLiteral("runId"), runId},
                           {QStringLiteral("time"), dateText(now)}};
    return append(QString::fromLatin1(finishedKind), data, id, true);
}

} // namespace offboarding
