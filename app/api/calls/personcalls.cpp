// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/personcalls.h"

#include "app/api/calls/userscalls.h"

#include <algorithm>

namespace offboarding {

namespace {

ApiRequest personRequest(const char *operation, const QString &userId, const char *rest)
{
    ApiRequest request;
    request.operation = QLatin1String(operation);
    request.path = QStringLiteral("/api/v2/users/") + pathPart(userId) + QLatin1String(rest);
    request.idempotent = true;
    return request;
}

/// Too low a number would look safe, so one count that cannot be read makes all of them unknown.
std::optional<ConversationCounts> countsOf(const QJsonObject &user)
{
    const QJsonValue summary = user.value(QLatin1String("conversationSummary"));
    if (!summary.isObject())
        return {};
    constexpr int most = 1'000'000;
    ConversationCounts counts;
    bool isAnything = false;
    for (const QJsonValue &media : summary.toObject()) {
        if (!media.isObject())
            continue;
        for (const char *part : {"contactCenter", "enterprise"}) {
            const QJsonValue detail = media.toObject().value(QLatin1String(part));
            if (detail.isUndefined() || detail.isNull())
                continue;
            const QJsonObject object = detail.toObject();
            const std::optional<int> active = countOf(object, "active");
            const bool hasWork = object.contains(QLatin1String("acw"));
            const std::optional<int> work = hasWork ? countOf(object, "acw") : std::optional<int>(0);
            if (!active || !work || *active > most || *work > most)
                return {};
            counts.active = std::min(most, counts.active + *active);
            counts.afterCallWork = std::min(most, counts.afterCallWork + *work);
            isAnything = true;
        }
    }
    return isAnything ? std::optional<ConversationCounts>(counts) : std::nullopt;
}

std::optional<QStringList> groupIdsOf(const QJsonObject &user)
{
    const QJsonValue groups = user.value(QLatin1String("groups"));
    if (!groups.isArray())
        return {};
    QStringList ids;
    for (const QJsonValue &group : groups.toArray()) {
        const QString id = boundedText(group.toObject(), "id");
        if (id.isEmpty())
            return {}; // a group that cannot be named must not be overlooked
        ids.append(id);
    }
    return ids;
}

/// Empty inside: the user has none. A manager that cannot be named is not "none".
std::optional<QString> managerOf(const QJsonObject &user)
{
    const QJsonValue manager = user.value(QLatin1String("manager"));
    if (manager.isUndefined() || manager.isNull())
        return QString();
    const QString id = boundedText(manager.toObject(), "id");
    return id.isEmpty() ? std::nullopt : std::optional<QString>(id);
}

std::optional<PresenceReference> presenceOf(const QJsonObject &object)
{
    const QJsonObject definition = objectOf(object, "presenceDefinition");
    PresenceReference presence;
    presence.system = boundedText(definition, "systemPresence");
    presence.definitionId = boundedText(definition, "id");
    presence.message = boundedText(object, "message");
    presence.since = plainDateOf(object, "modifiedDate");
    if (presence.system.isEmpty() && presence.definitionId.isEmpty())
        return {};
    return presence;
}

std::optional<RoutingStatusReference> routingStatusOf(const QJsonObject &object)
{
    RoutingStatusReference routing;
    routing.status = boundedText(object, "status");
    routing.since = plainDateOf(object, "startTime");
    return routing.status.isEmpty() ? std::nullopt : std::optional<RoutingStatusReference>(routing);
}

std::optional<OutOfOffice> outOfOfficeOf(const QJsonObject &object)
{
    if (!object.value(QLatin1String("active")).isBool())
        return {};
    OutOfOffice absence;
    absence.active = object.value(QLatin1String("active")).toBool();
    absence.indefinite = object.value(QLatin1String("indefinite")).toBool();
    absence.start = plainDateOf(object, "startDate");
    absence.end = plainDateOf(object, "endDate");
    return absence;
}

/// One object out of an answer, or what it should have been.
template <typename Value, typename Read>
Result<Value> readObject(const ApiResponse &response, Read read, const char *what)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    const std::optional<Value> value = read(*object);
    if (!value)
        return failure(shapeError(response, QStringLiteral("the answer is not %1").arg(QLatin1String(what))));
    return *value;
}

} // namespace

QStringList personExpands()
{
    return {QStringLiteral("presence"), QStringLiteral("routingStatus"), QStringLiteral("outOfOffice"),
            QStringLiteral("groups"), QStringLiteral("lasttokenissued")};
}

ApiRequest usersByIdRequest(const QStringList &userIds)
{
    ApiRequest request;
    request.operation = QStringLiteral("getUsers");
    request.path = QStringLiteral("/api/v2/users");
    request.idempotent = true;
    for (const QString &id : userIds)
        request.query.append({QStringLiteral("id"), id});
    request.query.append({QStringLiteral("pageSize"), QString::number(userIds.size())});
    request.query.append({QStringLiteral("state"), QStringLiteral("any")});
    return request;
}

ApiRequest userDetailsRequest(const QString &userId, const QStringList &expands, bool deleted)
{
    ApiRequest request = personRequest("getUser", userId, "");
    request.query = {{QStringLiteral("expand"), expands.join(QLatin1Char(','))}};
    if (deleted)
        request.query.append({QStringLiteral("state"), QStringLiteral("deleted")});
    return request;
}

Result<UserDetails> parseUserDetails(const ApiResponse &response, const QString &userId)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    const Result<User> user = parseUser(response);
    if (!user)
        return failure(user.error());
    if (user->id != userId)
        return failure(shapeError(response, QStringLiteral("the server answered with another user")));
    UserDetails details;
    details.user = *user;
    details.conversations = countsOf(*object);
    details.groupIds = groupIdsOf(*object);
    details.managerId = managerOf(*object);
    details.presence = presenceOf(objectOf(*object, "presence"));
    details.routingStatus = routingStatusOf(objectOf(*object, "routingStatus"));
    details.outOfOffice = outOfOfficeOf(objectOf(*object, "outOfOffice"));
    const QJsonObject token = objectOf(*object, "lastTokenIssued");
    if (const QDateTime issued = plainDateOf(token, "dateIssued"); issued.isValid())
        details.lastTokenIssued = issued;
    return details;
}

ApiRequest stationRequest(const QString &userId)
{
    return personRequest("getUserStation", userId, "/station");
}

Result<Stations> parseStations(const ApiResponse &response)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    Stations stations;
    const QList<QPair<const char *, StationReference *>> places{
        {"associatedStation", &stations.associated},
        {"effectiveStation", &stations.effective},
        {"defaultStation", &stations.byDefault},
        {"lastAssociatedStation", &stations.lastAssociated}};
    for (const auto &[key, station] : places) {
        const QJsonValue value = object->value(QLatin1String(key));
        if (value.isUndefined() || value.isNull())
            continue;
        const QJsonObject entry = value.toObject();
        *station = {boundedText(entry, "id"), boundedText(entry, "name"), boundedText(entry, "type")};
        if (station->isEmpty() && !(value.isObject() && entry.isEmpty()))
            return failure(shapeError(response, QStringLiteral("\"%1\" has no id").arg(QLatin1String(key))));
    }
    return stations;
}

ApiRequest forwardingRequest(const QString &userId)
{
    return personRequest("getUserCallforwarding", userId, "/callforwarding");
}

Result<CallForwarding> parseForwarding(const ApiResponse &response)
{
    const auto read = [](const QJsonObject &object) -> std::optional<CallForwarding> {
        if (!object.value(QLatin1String("enabled")).isBool())
            return {};
        CallForwarding forwarding;
        forwarding.enabled = object.value(QLatin1String("enabled")).toBool();
        forwarding.voicemail = boundedText(object, "voicemail");
        for (const QJsonValue &call : object.value(QLatin1String("calls")).toArray()) {
            for (const QJsonValue &target : call.toObject().value(QLatin1String("targets")).toArray()) {
                const QString value = boundedText(target.toObject(), "value");
                if (value.isEmpty())
                    continue;
                forwarding.targets.append(value);
                forwarding.targetTypes.append(boundedText(target.toObject(), "type"));
            }
        }
        const QString older = boundedText(object, "phoneNumber"); // deprecated, still sent
        if (forwarding.targets.isEmpty() && !older.isEmpty()) {
            forwarding.targets.append(older);
            forwarding.targetTypes.append(QStringLiteral("PHONENUMBER"));
        }
        return forwarding;
    };
    return readObject<CallForwarding>(response, read, "a call forwarding: it does not say \"enabled\"");
}

ApiRequest presenceRequest(const QString &userId)
{
    return personRequest("getUserPresencesPurecloud", userId, "/presences/purecloud");
}

Result<PresenceReference> parsePresence(const ApiResponse &response)
{
    return readObject<PresenceReference>(response, presenceOf,
                                         "a presence: it has no \"presenceDefinition\"");
}

ApiRequest routingStatusRequest(const QString &userId)
{
    return personRequest("getUserRoutingstatus", userId, "/routingstatus");
}

Result<RoutingStatusReference> parseRoutingStatus(const ApiResponse &response)
{
    return readObject<RoutingStatusReference>(response, routingStatusOf,
                                              "a routing status: it has no \"status\"");
}

ApiRequest outOfOfficeRequest(const QString &userId)
{
    return personRequest("getUserOutofoffice", userId, "/outofoffice");
}

Result<OutOfOffice> parseOutOfOffice(const ApiResponse &response)
{
    return readObject<OutOfOffice>(response, outOfOfficeOf,
                                   "an out-of-office setting: it does not say \"active\"");
}

ApiRequest directReportsRequest(const QString &userId)
{
    return personRequest("getUserDirectreports", userId, "/directreports");
}

Result<ListPage<DirectReport>> parseDirectReports(const ApiResponse &response)
{
    const Result<ListFrame> frame = plainList(response);
    if (!frame)
        return failure(frame.error());
    return readRows<DirectReport>(*frame, [](const QJsonObject &entry) -> std::optional<DirectReport> {
        DirectReport report{boundedText(entry, "id"), boundedText(entry, "name"),
                            boundedText(entry, "email")};
        return report.id.isEmpty() ? std::nullopt : std::optional<DirectReport>(report);
    });
}

ApiRequest mailboxRequest(const QString &userId)
{
    ApiRequest request;
    request.operation = QStringLiteral("getVoicemailUserMailbox");
    request.path = QStringLiteral("/api/v2/voicemail/users/%1/mailbox").arg(pathPart(userId));
    request.idempotent = true;
    return request;
}

Result<Mailbox> parseMailbox(const ApiResponse &response)
{
    const auto read = [](const QJsonObject &object) -> std::optional<Mailbox> {
        const std::optional<int> total = countOf(object, "totalCount");
        if (!total)
            return {};
        return Mailbox{*total, countOf(object, "unreadCount").value_or(0),
                       plainDateOf(object, "oldestUnreadDate")};
    };
    return readObject<Mailbox>(response, read, "a mailbox: it has no \"totalCount\"");
}

ApiRequest externalIdsRequest(const QString &userId)
{
    return personRequest("getUserExternalid", userId, "/externalid");
}

Result<ListPage<ExternalId>> parseExternalIds(const ApiResponse &response)
{
    const Result<ListFrame> frame = plainList(response);
    if (!frame)
        return failure(frame.error());
    return readRows<ExternalId>(*frame, [](const QJsonObject &entry) -> std::optional<ExternalId> {
        ExternalId id{boundedText(entry, "authorityName"), boundedText(entry, "externalKey")};
        return id.key.isEmpty() ? std::nullopt : std::optional<ExternalId>(id);
    });
}

ApiRequest licencesRequest(const QString &userId)
{
    ApiRequest request;
    request.operation = QStringLiteral("getLicenseUser");
    request.path = QStringLiteral("/api/v2/license/users/") + pathPart(userId);
    request.idempotent = true;
    return request;
}

Result<ListPage<QString>> parseLicences(const ApiResponse &response)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    const QJsonValue list = object->value(QLatin1String("licenses"));
    // A user without a licence: the list may be left out beside the id (contract §6.6).
    if (!list.isArray() && !(list.isUndefined() && object->contains(QLatin1String("id"))))
        return failure(shapeError(response, QStringLiteral("the answer has no list \"licenses\"")));
    ListPage<QString> page;
    for (const QJsonValue &value : list.toArray()) {
        const QString id =
            value.isString() ? value.toString().left(200) : boundedText(value.toObject(), "id");
        ++page.entries;
        if (id.isEmpty())
            ++page.unreadable;
        else
            page.rows.append(id);
    }
    return page;
}

} // namespace offboarding
