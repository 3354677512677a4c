// SPDX-License-Identifier: GPL-3.0-or-later
// Stations and phones (contract §6.5). Changes of the associated station are accepted, and done a moment
// later.
#include "app/demo/listing.h"
#include "app/demo/organisation.h"
#include "app/demo/userjson.h"

namespace offboarding::demo {

namespace {

enum class Which { Associated, Default };

/// Every user has a station of the same number, whether they use it or not.
Answer<int> capturedStation(const HandlerContext &context, qsizetype index)
{
    const Directory &directory = context.organisation.directory();
    const int station = directory.ids.indexOf(IdKind::Station, context.captured(index));
    if (station < 0 || static_cast<std::size_t>(station) >= directory.users.size())
        return refused(notFound(QStringLiteral("station"), context.captured(index)));
    return station;
}

void setStation(UserRecord &record, Which which, int station)
{
    if (which == Which::Default) {
        record.defaultStation = station;
        return;
    }
    if (record.station >= 0)
        record.lastStation = record.station;
    record.station = station;
}

Reply readStation(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    return user ? Reply::json(stationsJson(context.organisation.directory(), *user))
                : Reply::refuse(user.error());
}

template <Which which> Reply deleteStation(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    Organisation *organisation = &context.organisation;
    organisation->later(
        [organisation, user = *user] { setStation(organisation->directory().user(user), which, -1); });
    return Reply::empty(202);
}

template <Which which> Reply putStation(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Answer<int> station = capturedStation(context, 1);
    if (!station)
        return Reply::refuse(station.error());
    const Directory &directory = context.organisation.directory();
    for (int other = 0; other < static_cast<int>(directory.users.size()); ++other) {
        if (which == Which::Associated && other != *user && directory.user(other).station == *station) {
            Refusal refusal = badRequest(QStringLiteral("Another user is signed in to this station."),
                                         QStringLiteral("general.conflict"));
            refusal.status = 409;
            return Reply::refuse(refusal);
        }
    }
    Organisation *organisation = &context.organisation;
    organisation->later([organisation, user = *user, station = *station] {
        setStation(organisation->directory().user(user), which, station);
    });
    return Reply::empty(202);
}

Reply deleteAssociatedUser(const HandlerContext &context)
{
    const Answer<int> station = capturedStation(context, 0);
    if (!station)
        return Reply::refuse(station.error());
    for (UserRecord &record : context.organisation.directory().users) {
        if (record.station == *station)
            setStation(record, Which::Associated, -1);
    }
    return Reply::json(QJsonObject());
}

QJsonObject phoneJson(const Directory &directory, int number)
{
    const auto index = static_cast<quint32>(number);
    const QString id = directory.ids.make(IdKind::Phone, index);
    QJsonObject line{{QStringLiteral("id"), directory.ids.make(IdKind::Station, index)},
                     {QStringLiteral("name"), QStringLiteral("Station %1").arg(number)}};
    for (int user = 0; user < static_cast<int>(directory.users.size()); ++user) {
        if (directory.user(user).station == number)
            line.insert(QStringLiteral("loggedInUser"), userReference(directory, user));
        if (directory.user(user).defaultStation == number)
            line.insert(QStringLiteral("defaultForUser"), userReference(directory, user));
    }
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), QStringLiteral("Phone %1").arg(number)},
            {QStringLiteral("state"), QStringLiteral("active")},
            {QStringLiteral("site"), QJsonObject{{QStringLiteral("name"), QStringLiteral("Demo site")}}},
            {QStringLiteral("phoneBaseSettings"),
             QJsonObject{{QStringLiteral("name"), QStringLiteral("WebRTC phones")}}},
            {QStringLiteral("webRtcUser"), userReference(directory, number)},
            {QStringLiteral("lines"), QJsonArray{line}},
            {QStringLiteral("selfUri"),
             QString(QLatin1String("/api/v2/telephony/providers/edges/phones/") + id)}};
}

/// Whoever has a station has a phone of their own; asked for by one of three relations to a user.
Reply listPhones(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    // The SDKs' argument names, and what they send for them.
    const auto wanted = [&](const char *argument, const char *sent) {
        QString id = context.request.parameter(QString::fromLatin1(sent));
        if (id.isEmpty())
            id = context.request.parameter(QString::fromLatin1(argument));
        return id.isEmpty() ? std::optional<int>() : std::optional<int>(directory.userOf(id));
    };
    const std::optional<int> owner = wanted("webRtcUserId", "webRtcUser.id");
    const std::optional<int> byDefault = wanted("linesDefaultForUserId", "lines.defaultForUser.id");
    const std::optional<int> loggedIn = wanted("linesLoggedInUserId", "lines.loggedInUser.id");
    std::vector<int> phones;
    for (int number = 0; number < static_cast<int>(directory.users.size()); ++number) {
        const UserRecord &record = directory.user(number);
        const bool exists = record.state != UserState::Deleted &&
                            (record.station >= 0 || record.lastStation >= 0 || record.defaultStation >= 0);
        const auto isStationOf = [&](const std::optional<int> &user, int UserRecord::*station) {
            return !user || (*user >= 0 && directory.user(*user).*station == number);
        };
        if (exists && (!owner || *owner == number) && isStationOf(byDefault, &UserRecord::defaultStation) &&
            isStationOf(loggedIn, &UserRecord::station))
            phones.push_back(number);
    }
    return listing(context, static_cast<int>(phones.size()), 100,
                   [&](int index) { return phoneJson(directory, phones[static_cast<std::size_t>(index)]); });
}

} // namespace

void addStationRoutes(Router &router)
{
    const RequiredPermissions assign = anyOf({"telephony:plugin:all", "telephony:phone:assign"});
    router.add("GET", "/users/{userId}/station", readStation,
               anyOf({"telephony:otherStationAssociation:view"}));
    router.add("DELETE", "/users/{userId}/station/associatedstation", deleteStation<Which::Associated>,
               anyOf({"telephony:station:disassociate"}));
    router.add("PUT", "/users/{userId}/station/associatedstation/{stationId}", putStation<Which::Associated>,
               anyOf({"telephony:otherStationAssociation:edit"}));
    router.add("DELETE", "/users/{userId}/station/defaultstation", deleteStation<Which::Default>, assign);
    router.add("PUT", "/users/{userId}/station/defaultstation/{stationId}", putStation<Which::Default>,
               assign);
    router.add("DELETE", "/stations/{stationId}/associateduser", deleteAssociatedUser,
               anyOf({"telephony:station:disassociate"}));
    router.add("GET", "/telephony/providers/edges/phones", listPhones, anyOf({"telephony:plugin:all"}));
}

} // namespace offboarding::demo
