// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/userscalls.h"

#include "app/api/calls/jsonreading.h"
#include "app/base/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <simdjson.h>

#include <limits>

namespace offboarding {

namespace {

using simdjson::dom::element;

QString textOf(const element &object, std::string_view key)
{
    std::string_view view;
    if (object[key].get(view) != simdjson::SUCCESS)
        return {};
    const auto size = std::min(view.size(), static_cast<size_t>(longestServerText) * 4);
    QString text = QString::fromUtf8(view.data(), static_cast<qsizetype>(size));
    if (text.size() > longestServerText)
        text = text.left(longestServerText) + QChar(0x2026);
    return text;
}

int numberOf(const element &object, std::string_view key, int otherwise)
{
    int64_t value = 0;
    if (object[key].get(value) != simdjson::SUCCESS)
        return otherwise;
    if (value < 0 || value > std::numeric_limits<int>::max())
        return otherwise;
    return static_cast<int>(value);
}

/// Sum of contactCenter.active and enterprise.active over all media of a conversationSummary (contract §4.7).
std::optional<int> liveConversationsOf(const element &user)
{
    simdjson::dom::object summary;
    if (user["conversationSummary"].get(summary) != simdjson::SUCCESS)
        return {};
    std::optional<int> total;
    for (const auto &[key, media] : summary) {
        for (const std::string_view part : {"contactCenter", "enterprise"}) {
            element counts;
            if (media.is_object() && media[part].get(counts) == simdjson::SUCCESS && counts.is_object())
                total = total.value_or(0) + numberOf(counts, "active", 0);
        }
    }
    return total;
}

User userFrom(const element &entity)
{
    User user;
    user.id = textOf(entity, "id");
    user.name = textOf(entity, "name");
    user.email = textOf(entity, "email");
    user.department = textOf(entity, "department");
    user.title = textOf(entity, "title");
    user.stateText = textOf(entity, "state");
    user.state = userStateFromName(user.stateText);
    user.version = numberOf(entity, "version", 0);
    element part;
    if (entity["division"].get(part) == simdjson::SUCCESS && part.is_object()) {
        user.divisionId = textOf(part, "id");
        user.divisionName = textOf(part, "name");
    }
    element inner;
    if (entity["presence"].get(part) == simdjson::SUCCESS && part.is_object() &&
        part["presenceDefinition"].get(inner) == simdjson::SUCCESS && inner.is_object())
        user.presence = textOf(inner, "systemPresence");
    if (entity["routingStatus"].get(part) == simdjson::SUCCESS && part.is_object())
        user.routingStatus = textOf(part, "status");
    user.lastLogin = dateFromText(textOf(entity, "dateLastLogin"));
    user.liveConversations = liveConversationsOf(entity);
    return user;
}

Error parserError(const ApiResponse &response, simdjson::error_code code)
{
    return shapeError(response, QStringLiteral("the answer is not valid JSON: %1 (%2 bytes)")
                                    .arg(QString::fromUtf8(simdjson::error_message(code)))
                                    .arg(response.body.size()));
}

QString userPath(const QString &userId)
{
    return QStringLiteral("/api/v2/users/") + pathPart(userId);
}

const QString &listExpands()
{
    static const QString expands = QStringLiteral("presence,routingStatus,conversationSummary,dateLastLogin");
    return expands;
}

} // namespace

ApiRequest usersPageRequest(const QString &state, int pageNumber, int pageSize)
{
    ApiRequest request;
    request.operation = QStringLiteral("getUsers");
    request.path = QStringLiteral("/api/v2/users");
    request.idempotent = true;
    request.query = {{QStringLiteral("pageSize"), QString::number(pageSize)},
                     {QStringLiteral("pageNumber"), QString::number(pageNumber)},
                     {QStringLiteral("sortOrder"), QStringLiteral("ascending")},
                     {QStringLiteral("state"), state},
                     {QStringLiteral("expand"), listExpands()}};
    return request;
}

Result<UserPage> parseUserPage(const ApiResponse &response)
{
    simdjson::dom::parser parser;
    element root;
    const auto code =
        parser.parse(response.body.constData(), static_cast<size_t>(response.body.size())).get(root);
    if (code != simdjson::SUCCESS)
        return failure(parserError(response, code));
    simdjson::dom::array entities;
    if (!root.is_object() || root["entities"].get(entities) != simdjson::SUCCESS)
        return failure(shapeError(response, QStringLiteral("the answer has no list \"entities\"")));

    UserPage page;
    page.pageNumber = numberOf(root, "pageNumber", 0);
    page.pageCount = numberOf(root, "pageCount", 0);
    page.total = numberOf(root, "total", 0);
    page.users.reserve(static_cast<qsizetype>(entities.size()));
    int position = 0;
    for (const element &entity : entities) {
        ++position;
        if (!entity.is_object() || textOf(entity, "id").isEmpty()) {
            page.notes.append(
                QStringLiteral("%1: entry %2 has no id and was left out").arg(response.place).arg(position));
            continue;
        }
        User user = userFrom(entity);
        if (user.state == UserState::Unknown)
            page.notes.append(QStringLiteral("%1: entry %2 has the unknown state \"%3\"")
                                  .arg(response.place)
                                  .arg(position)
                                  .arg(boundedServerText(user.stateText.left(40))));
        page.users.append(std::move(user));
    }
    return page;
}

ApiRequest userRequest(const QString &userId, bool deleted)
{
    ApiRequest request;
    request.operation = QStringLiteral("getUser");
    request.path = userPath(userId);
    request.idempotent = true;
    request.query = {{QStringLiteral("expand"), listExpands()}};
    if (deleted)
        request.query.append({QStringLiteral("state"), QStringLiteral("deleted")});
    return request;
}

Result<User> parseUser(const ApiResponse &response)
{
    simdjson::dom::parser parser;
    element root;
    const auto code =
        parser.parse(response.body.constData(), static_cast<size_t>(response.body.size())).get(root);
    if (code != simdjson::SUCCESS)
        return failure(parserError(response, code));
    if (!root.is_object() || textOf(root, "id").isEmpty())
        return failure(shapeError(response, QStringLiteral("the answer is not a user: it has no \"id\"")));
    return userFrom(root);
}

ApiRequest searchUserRequest(const QString &email, const QString &state)
{
    const QJsonObject byEmail{{QStringLiteral("type"), QStringLiteral("EXACT")},
                              {QStringLiteral("fields"), QJsonArray{QStringLiteral("email")}},
                              {QStringLiteral("value"), email}};
    const QJsonObject byState{{QStringLiteral("type"), QStringLiteral("EXACT")},
                              {QStringLiteral("fields"), QJsonArray{QStringLiteral("state")}},
                              {QStringLiteral("values"), QJsonArray{state}}};
    const QJsonObject body{{QStringLiteral("query"), QJsonArray{byEmail, byState}},
                           {QStringLiteral("pageSize"), 25},
                           {QStringLiteral("pageNumber"), 1}};
    ApiRequest request;
    request.operation = QStringLiteral("postUsersSearch");
    request.method = HttpMethod::Post;
    request.path = QStringLiteral("/api/v2/users/search");
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.idempotent = true; // a search changes nothing
    request.anyPermission = {QStringLiteral("directory:user:view")};
    return request;
}

Result<QStringList> parseUserSearch(const ApiResponse &response)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    QStringList ids;
    for (const QJsonValue &value : object->value(QLatin1String("results")).toArray())
        ids.append(value.toObject().value(QLatin1String("id")).toString());
    ids.removeAll(QString());
    return ids;
}

} // namespace offboarding
