// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/reportcheck.h"

#include "app/reports/reportvalues.h"

#include <algorithm>

namespace offboarding {

namespace {

class FindingCollector
{
public:
    explicit FindingCollector(const ReportCheckReading &reading) : m_reading(reading) {}

    QList<ReportFinding> collect()
    {
        for (const ReportDefinition &definition : m_reading.definitions) {
            m_definition = &definition;
            for (const User &user : m_reading.users)
                addMentions(user);
            for (const ReportFilter &filter : definition.filters)
                addState(filter);
        }
        std::stable_sort(m_findings.begin(), m_findings.end(),
                         [](const ReportFinding &left, const ReportFinding &right) {
                             return static_cast<int>(left.kind) < static_cast<int>(right.kind);
                         });
        return m_findings;
    }

private:
    void add(ReportFindingKind kind, const QString &userId, const QString &place, const QString &value,
             const QString &title = {})
    {
        ReportFinding finding;
        finding.kind = kind;
        finding.definition = m_definition->kind;
        finding.definitionId = m_definition->id;
        finding.definitionName = m_definition->name;
        finding.ownerId = m_definition->ownerId;
        finding.ownerName = m_reading.ownerNames.value(m_definition->ownerId);
        finding.ownerLeaves =
            std::any_of(m_reading.users.cbegin(), m_reading.users.cend(),
                        [this](const User &user) { return user.id == m_definition->ownerId; });
        finding.userId = userId;
        finding.place = place;
        finding.title = title;
        finding.value = value;
        m_findings.append(finding);
    }

    static bool isSame(const User &user, const QString &who)
    {
        return who == user.id ||
               (!user.email.isEmpty() && who.trimmed().compare(user.email, Qt::CaseInsensitive) == 0);
    }

    void addMentions(const User &user)
    {
        for (const ReportFilter &filter : m_definition->filters) {
            for (const auto &[field, ids] : filter.userFields) {
                if (ids.contains(user.id))
                    add(ReportFindingKind::NamesUser, user.id, filter.place + QLatin1Char('.') + field,
                        user.id, filter.title);
            }
        }
        for (const ReportMention &mention : m_definition->watched) {
            if (isSame(user, mention.who))
                add(ReportFindingKind::WatchesUser, user.id, mention.place, mention.who);
        }
        for (const ReportMention &mention : m_definition->recipients) {
            if (isSame(user, mention.who))
                add(ReportFindingKind::TellsUser, user.id, mention.place, mention.who);
        }
        for (const QString &address : m_definition->recipientEmails) {
            if (isSame(user, address))
                add(ReportFindingKind::TellsUser, user.id, QStringLiteral("recipientEmails"), address);
        }
        if (m_definition->sharedWith.contains(user.id))
            add(ReportFindingKind::SharedWithUser, user.id, QStringLiteral("dashboardsSharedWith.userIds"),
                user.id);
        if (m_definition->ownerId == user.id)
            add(ReportFindingKind::OwnedByUser, user.id,
                m_definition->kind == ReportDefinitionKind::AlertRule ? QStringLiteral("user")
                                                                      : QStringLiteral("createdBy"),
                user.id);
    }

    void addState(const ReportFilter &filter)
    {
        if (!filter.isData || filter.userState == QStringLiteral("Active"))
            return;
        add(filter.userState ? ReportFindingKind::ShowsInactive : ReportFindingKind::MayShowInactive,
            QString(), filter.place + QStringLiteral(".userState"), filter.userState.value_or(QString()),
            filter.title);
    }

    const ReportCheckReading &m_reading;
    const ReportDefinition *m_definition = nullptr;
    QList<ReportFinding> m_findings;
};

QString problemOf(const SourceReading &source)
{
    return source.name + (source.error ? QStringLiteral(": ") + source.error->toLogString() : QString());
}

/// Whom to ask. An export without an owner is the caller's own (contract §7.1).
QString whomToAsk(const ReportFinding &finding)
{
    if (finding.ownerId.isEmpty())
        return finding.definition == ReportDefinitionKind::Export
                   ? QStringLiteral("it is an export of the signed-in account")
                   : QStringLiteral("ask its owner");
    if (finding.ownerLeaves)
        return QStringLiteral("ask an administrator, because the owner leaves");
    return finding.ownerName.isEmpty()
               ? QStringLiteral("ask %1").arg(finding.ownerId)
               : QStringLiteral("ask %1 (%2)").arg(finding.ownerName, finding.ownerId);
}

QString whatToChange(const ReportFinding &finding)
{
    switch (finding.kind) {
    case ReportFindingKind::NamesUser:
        return QStringLiteral("take the user out of %1").arg(finding.place);
    case ReportFindingKind::WatchesUser:
        return QStringLiteral("take the user out of %1, or delete the rule").arg(finding.place);
    case ReportFindingKind::TellsUser:
        return QStringLiteral("take %1 out of %2").arg(finding.value, finding.place);
    case ReportFindingKind::SharedWithUser:
        return QStringLiteral("end sharing with the user");
    case ReportFindingKind::OwnedByUser:
        return QStringLiteral("copy it to somebody who stays, then remove it");
    case ReportFindingKind::ShowsInactive:
        return QStringLiteral("set %1 to Active (now %2)").arg(finding.place, finding.value);
    case ReportFindingKind::MayShowInactive:
        break;
    }
    return QStringLiteral("set %1 to Active (now not set)").arg(finding.place);
}

} // namespace

QString reportFindingName(ReportFindingKind kind)
{
    switch (kind) {
    case ReportFindingKind::NamesUser:
        return QStringLiteral("names-user");
    case ReportFindingKind::WatchesUser:
        return QStringLiteral("watches-user");
    case ReportFindingKind::TellsUser:
        return QStringLiteral("tells-user");
    case ReportFindingKind::SharedWithUser:
        return QStringLiteral("shared-with-user");
    case ReportFindingKind::OwnedByUser:
        return QStringLiteral("owned-by-user");
    case ReportFindingKind::ShowsInactive:
        return QStringLiteral("shows-inactive");
    case ReportFindingKind::MayShowInactive:
        break;
    }
    return QStringLiteral("may-show-inactive");
}

QList<ReportFinding> reportFindings(const ReportCheckReading &reading)
{
    return FindingCollector(reading).collect();
}

QString reportAdvice(const ReportFinding &finding)
{
    return whatToChange(finding) + QStringLiteral(": ") + whomToAsk(finding);
}

QJsonObject reportCheckToJson(const ReportCheckReading &reading)
{
    QJsonArray users;
    for (const User &user : reading.users)
        users.append(userReference(user));
    QJsonArray index;
    for (const IndexReading &one : reading.index)
        index.append(QJsonObject{{QStringLiteral("userId"), one.userId},
                                 {QStringLiteral("status"), indexStateName(one.state)},
                                 {QStringLiteral("directState"), one.directState},
                                 {QStringLiteral("attempts"), one.attempts},
                                 {QStringLiteral("elapsedMs"), one.elapsedMilliseconds},
                                 {QStringLiteral("readAt"), dateValue(one.readAt)},
                                 {QStringLiteral("error"), errorValue(one.error)}});
    QJsonArray findings;
    for (const ReportFinding &finding : reportFindings(reading))
        findings.append(
            QJsonObject{{QStringLiteral("finding"), reportFindingName(finding.kind)},
                        {QStringLiteral("kind"), reportDefinitionKindName(finding.definition)},
                        {QStringLiteral("id"), finding.definitionId},
                        {QStringLiteral("name"), finding.definitionName},
                        {QStringLiteral("ownerId"), finding.ownerId},
                        {QStringLiteral("ownerName"), finding.ownerName},
                        {QStringLiteral("userId"), finding.userId.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                                            : QJsonValue(finding.userId)},
                        {QStringLiteral("place"), finding.place},
                        {QStringLiteral("title"), finding.title},
                        {QStringLiteral("value"), finding.value},
                        {QStringLiteral("change"), reportAdvice(finding)}});
    QJsonArray unreadable;
    for (const UnreadableDefinition &one : reading.unreadable)
        unreadable.append(QJsonObject{
            {QStringLiteral("kind"), reportDefinitionKindName(one.kind)},
            {QStringLiteral("why"), unreadableReasonName(one.why)},
            {QStringLiteral("id"), one.id},
            {QStringLiteral("ownerId"), one.ownerId},
            {QStringLiteral("count"), one.count > 0 ? QJsonValue(one.count) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("detail"), one.detail}});
    QJsonArray sources;
    for (const SourceReading &source : reading.sources)
        sources.append(sourceValue(source));
    return {{QStringLiteral("readAt"), dateValue(reading.readAt)},
            {QStringLiteral("users"), users},
            {QStringLiteral("index"), index},
            {QStringLiteral("findings"), findings},
            {QStringLiteral("unreadable"), unreadable},
            {QStringLiteral("sources"), sources}};
}

ReportTable reportCheckToTable(const ReportCheckReading &reading)
{
    ReportTable table;
    table.columns = {QStringLiteral("row"),       QStringLiteral("finding"), QStringLiteral("kind"),
                     QStringLiteral("id"),        QStringLiteral("name"),    QStringLiteral("ownerId"),
                     QStringLiteral("ownerName"), QStringLiteral("userId"),  QStringLiteral("place"),
                     QStringLiteral("title"),     QStringLiteral("value"),   QStringLiteral("change")};
    for (const IndexReading &one : reading.index) {
        const QString value =
            QStringLiteral("%1 attempts, %2 ms").arg(one.attempts).arg(one.elapsedMilliseconds);
        table.rows.append({QStringLiteral("index"), indexStateName(one.state), QString(), QString(),
                           QString(), QString(), QString(), one.userId, one.directState, QString(), value,
                           one.error ? one.error->toLogString() : QString()});
    }
    for (const ReportFinding &f : reportFindings(reading))
        table.rows.append({QStringLiteral("finding"), reportFindingName(f.kind),
                           reportDefinitionKindName(f.definition), f.definitionId, f.definitionName,
                           f.ownerId, f.ownerName, f.userId, f.place, f.title, f.value, reportAdvice(f)});
    for (const UnreadableDefinition &one : reading.unreadable)
        table.rows.append({QStringLiteral("unreadable"), unreadableReasonName(one.why),
                           reportDefinitionKindName(one.kind), one.id, QString(), one.ownerId, QString(),
                           QString(), QString(), QString(),
                           one.count > 0 ? QString::number(one.count) : QString(), one.detail});
    for (const SourceReading &source : reading.sources) {
        if (source.status == SourceStatus::Fresh)
            continue;
        table.rows.append({QStringLiteral("source"), sourceStatusName(source.status), QString(), QString(),
                           QString(), QString(), QString(), QString(), QString(), QString(), QString(),
                           problemOf(source)});
    }
    return table;
}

} // namespace offboarding
