// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/reports.h"

#include "app/reports/reportvalues.h"

#include <QJsonDocument>

#include <algorithm>

namespace offboarding {

namespace {

QString yesNo(bool value)
{
    return value ? QStringLiteral("yes") : QStringLiteral("no");
}

QJsonObject referenceObject(const ConversationReference &reference)
{
    return {
        {QStringLiteral("conversationId"), reference.conversationId},
        {QStringLiteral("media"), mediaName(reference.media)},
        {QStringLiteral("direction"), reference.direction},
        {QStringLiteral("queueId"), reference.queueId},
        {QStringLiteral("purpose"), reference.purpose},
        {QStringLiteral("participantId"), reference.participantIds.value(0)},
        {QStringLiteral("participantIds"), QJsonArray::fromStringList(reference.participantIds)},
        {QStringLiteral("state"), reference.state},
        {QStringLiteral("live"), reference.error ? QJsonValue(QJsonValue::Null) : QJsonValue(reference.live)},
        {QStringLiteral("customerLive"),
         reference.error ? QJsonValue(QJsonValue::Null) : QJsonValue(reference.customerLive)},
        {QStringLiteral("afterCallWork"),
         reference.error ? QJsonValue(QJsonValue::Null) : QJsonValue(reference.afterCallWork)},
        {QStringLiteral("started"), dateValue(reference.started)},
        {QStringLiteral("ended"), dateValue(reference.ended)},
        {QStringLiteral("error"), errorValue(reference.error)}};
}

/// Anything around the person that is more than a state which everybody has.
bool hasReferences(const PersonReferences &person)
{
    const QList<PersonRow> rows = personRows(person);
    return std::any_of(rows.cbegin(), rows.cend(), [](const PersonRow &row) { return row.isReference; });
}

/// For a user whose references were not read at all: nothing listed must not look like nothing there.
SourceReading unreadSource()
{
    SourceReading source;
    source.name = QStringLiteral("references");
    source.status = SourceStatus::Failed;
    return source;
}

QJsonObject stepObject(const PlanStep &step)
{
    return {{QStringLiteral("userId"), step.userId},
            {QStringLiteral("step"), stepKindName(step.kind)},
            {QStringLiteral("conversationId"), step.clearing.conversationId}};
}

QStringList requestLines(const PlanStep &step)
{
    QStringList lines;
    for (const RequestPreview &request : step.requests)
        lines.append(request.line());
    return lines;
}

User plannedUser(const Plan &plan, const QString &userId)
{
    for (const User &user : plan.users) {
        if (user.id == userId)
            return user;
    }
    return {};
}

} // namespace

QJsonArray usersToJson(const QList<User> &users)
{
    QJsonArray array;
    for (const User &user : users) {
        array.append(QJsonObject{{QStringLiteral("id"), user.id},
                                 {QStringLiteral("name"), user.name},
                                 {QStringLiteral("email"), user.email},
                                 {QStringLiteral("department"), user.department},
                                 {QStringLiteral("title"), user.title},
                                 {QStringLiteral("division"), user.divisionName},
                                 {QStringLiteral("state"), user.stateText},
                                 {QStringLiteral("version"), user.version},
                                 {QStringLiteral("lastLogin"), dateValue(user.lastLogin)},
                                 {QStringLiteral("presence"), user.presence},
                                 {QStringLiteral("routingStatus"), user.routingStatus},
                                 {QStringLiteral("liveConversations"), countValue(user.liveConversations)}});
    }
    return array;
}

ReportTable usersToTable(const QList<User> &users)
{
    ReportTable table;
    table.columns = {
        QStringLiteral("id"),         QStringLiteral("name"),          QStringLiteral("email"),
        QStringLiteral("department"), QStringLiteral("title"),         QStringLiteral("division"),
        QStringLiteral("state"),      QStringLiteral("version"),       QStringLiteral("lastLogin"),
        QStringLiteral("presence"),   QStringLiteral("routingStatus"), QStringLiteral("liveConversations")};
    table.rows.reserve(users.size());
    for (const User &user : users) {
        const QString live = user.liveConversations ? QString::number(*user.liveConversations) : QString();
        const QString version = user.version > 0 ? QString::number(user.version) : QString();
        table.rows.append({user.id, user.name, user.email, user.department, user.title, user.divisionName,
                           user.stateText, version, dateText(user.lastLogin), user.presence,
                           user.routingStatus, live});
    }
    return table;
}

QJsonArray referencesToJson(const QList<User> &users, const QHash<QString, ReferenceMap> &maps)
{
    QJsonArray array;
    for (const User &user : users) {
        QJsonArray conversations;
        QJsonArray sources;
        const auto map = maps.constFind(user.id);
        if (map != maps.constEnd()) {
            for (const ConversationReference &reference : map->conversations)
                conversations.append(referenceObject(reference));
            for (const SourceReading &source : map->allSources())
                sources.append(sourceValue(source));
        }
        if (sources.isEmpty())
            sources.append(sourceValue(unreadSource()));
        QJsonObject object{{QStringLiteral("user"), userReference(user)},
                           {QStringLiteral("conversations"), conversations},
                           {QStringLiteral("sources"), sources}};
        if (map != maps.constEnd() && map->person)
            addPerson(*map->person, &object);
        array.append(object);
    }
    return array;
}

ReportTable referencesToTable(const QList<User> &users, const QHash<QString, ReferenceMap> &maps)
{
    ReportTable table;
    table.columns = {
        QStringLiteral("userId"),    QStringLiteral("userName"),      QStringLiteral("userEmail"),
        QStringLiteral("userState"), QStringLiteral("kind"),          QStringLiteral("conversationId"),
        QStringLiteral("media"),     QStringLiteral("direction"),     QStringLiteral("queueId"),
        QStringLiteral("purpose"),   QStringLiteral("participantId"), QStringLiteral("state"),
        QStringLiteral("live"),      QStringLiteral("customerLive"),  QStringLiteral("started"),
        QStringLiteral("ended"),     QStringLiteral("problem"),       QStringLiteral("id"),
        QStringLiteral("name"),      QStringLiteral("detail")};
    for (const User &user : users) {
        const QStringList who{user.id, user.name, user.email, user.stateText};
        const auto map = maps.constFind(user.id);
        if (map == maps.constEnd() || map->sources.isEmpty())
            table.rows.append(who + QStringList{QStringLiteral("not-read")} + QStringList(15));
        if (map == maps.constEnd())
            continue;
        for (const ConversationReference &r : map->conversations) {
            const bool isUnknown = r.error.has_value();
            table.rows.append(who + QStringList{QStringLiteral("conversation"), r.conversationId,
                                                mediaName(r.media), r.direction, r.queueId, r.purpose,
                                                r.participantIds.join(QLatin1Char(' ')), r.state,
                                                isUnknown ? QStringLiteral("unknown") : yesNo(r.live),
                                                isUnknown ? QStringLiteral("unknown") : yesNo(r.customerLive),
                                                dateText(r.started), dateText(r.ended),
                                                isUnknown ? r.error->toLogString() : QString(), QString(),
                                                QString(), QString()});
        }
        if (map->person) {
            for (const PersonRow &row : personRows(*map->person))
                table.rows.append(who + QStringList{row.kind} + QStringList(12) +
                                  QStringList{row.id, row.name, row.detail});
        }
        for (const SourceReading &source : map->allSources()) {
            if (source.status == SourceStatus::Fresh)
                continue;
            table.rows.append(
                who + QStringList{QStringLiteral("source")} + QStringList(6) +
                QStringList{sourceStatusName(source.status)} + QStringList(4) +
                QStringList{source.name + (source.error ? QStringLiteral(": ") + source.error->toLogString()
                                                        : QString()),
                            QString(), QString(), QString()});
        }
        // Named all the same: the file proves something about everybody it was made for.
        // One source that is not known is enough not to say so, and what is around the person may not have
        // been asked for.
        const QList<SourceReading> sources = map->allSources();
        const bool isAllKnown =
            map->isComplete() &&
            std::all_of(sources.cbegin(), sources.cend(),
                        [](const SourceReading &source) { return source.status == SourceStatus::Fresh; });
        if (isAllKnown && map->conversations.isEmpty() && (!map->person || !hasReferences(*map->person)))
            table.rows.append(who +
                              QStringList{map->person ? QStringLiteral("no-references")
                                                      : QStringLiteral("no-conversations")} +
                              QStringList(15));
    }
    return table;
}

QJsonArray runToJson(const RunResult &run)
{
    QJsonArray array;
    for (const StepResult &step : run.steps) {
        QJsonObject object = stepObject(step.step);
        object.insert(QStringLiteral("time"), dateValue(step.finished));
        object.insert(QStringLiteral("outcome"), outcomeName(step.outcome));
        object.insert(QStringLiteral("cause"), causeName(step.cause));
        object.insert(QStringLiteral("detail"), step.detail);
        object.insert(QStringLiteral("error"), errorValue(step.error));
        array.append(object);
    }
    for (qsizetype i = run.steps.size(); i < run.plan.steps.size(); ++i) {
        QJsonObject object = stepObject(run.plan.steps.at(i));
        for (const char *key : {"time", "outcome", "cause", "detail", "error"})
            object.insert(QLatin1String(key), QJsonValue(QJsonValue::Null));
        array.append(object);
    }
    return array;
}

ReportTable runToTable(const RunResult &run)
{
    ReportTable table;
    table.columns = {
        QStringLiteral("time"),      QStringLiteral("userId"),         QStringLiteral("userName"),
        QStringLiteral("userEmail"), QStringLiteral("step"),           QStringLiteral("outcome"),
        QStringLiteral("cause"),     QStringLiteral("conversationId"), QStringLiteral("requests"),
        QStringLiteral("detail"),    QStringLiteral("error")};
    const auto append = [&](const PlanStep &step, const StepResult &result, const QString &outcome) {
        const User who = plannedUser(run.plan, step.userId);
        table.rows.append({dateText(result.finished), step.userId, who.name, who.email,
                           stepKindName(step.kind), outcome, causeName(result.cause),
                           step.clearing.conversationId, requestLines(step).join(QLatin1Char('\n')),
                           result.detail, result.error ? result.error->toLogString() : QString()});
    };
    for (const StepResult &step : run.steps)
        append(step.step, step, outcomeName(step.outcome));
    for (qsizetype i = run.steps.size(); i < run.plan.steps.size(); ++i)
        append(run.plan.steps.at(i), {}, QStringLiteral("waiting"));
    return table;
}

} // namespace offboarding
