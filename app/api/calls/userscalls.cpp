// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/userscalls.h"

#include "app/api/calls/jsonreading.h"
#include "app/base/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <simdjson.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace offboarding {

namespace {

using simdjson::dom::element;

constexpr size_t mostEntries = 10'000;           ///< of one page; the platform sends 500 at most
constexpr int mostLiveConversations = 1'000'000; ///< a larger number is nonsense

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// Reads members of one entry and notes what had another type than documented.
class EntryReader
{
public:
    EntryReader(QString where, ReadingNotes *notes) : m_where(std::move(where)), m_notes(notes) {}

    QString text(const element &object, std::string_view key) const
    {
        element value;
        if (object[key].get(value) != simdjson::SUCCESS || value.is_null())
            return {};
        std::string_view view;
        if (value.get(view) != simdjson::SUCCESS) {
            m_notes->add(QStringLiteral("%1: %2 is not text").arg(m_where, latin1(key)));
            return {};
        }
        const auto size = std::min(view.size(), static_cast<size_t>(longestServerText) * 4);
        QString result = QString::fromUtf8(view.data(), static_cast<qsizetype>(size));
        if (result.size() > longestServerText)
            result = result.left(longestServerText) + QChar(0x2026);
        return result;
    }

    std::optional<int> number(const element &object, std::string_view key) const
    {
        element value;
        if (object[key].get(value) != simdjson::SUCCESS || value.is_null())
            return {};
        int64_t number = 0;
        if (value.get(number) != simdjson::SUCCESS || number < 0 ||
            number > std::numeric_limits<int>::max()) {
            m_notes->add(QStringLiteral("%1: %2 is not a usable number").arg(m_where, latin1(key)));
            return {};
        }
        return static_cast<int>(number);
    }

    std::optional<element> object(const element &parent, std::string_view key) const
    {
        element value;
        if (parent[key].get(value) != simdjson::SUCCESS || value.is_null())
            return {};
        if (!value.is_object()) {
            m_notes->add(QStringLiteral("%1: %2 is not an object").arg(m_where, latin1(key)));
            return {};
        }
        return value;
    }

    QDateTime date(const element &object, std::string_view key) const
    {
        const QString written = text(object, key);
        if (written.isEmpty())
            return {};
        const QDateTime result = dateFromText(written);
        if (!result.isValid())
            m_notes->add(QStringLiteral("%1: %2 is not a date").arg(m_where, latin1(key)));
        else if (!written.endsWith(QLatin1Char('Z')) && isWithoutZone(written))
            m_notes->add(QStringLiteral("%1: %2 has no zone and was taken as UTC").arg(m_where, latin1(key)));
        return result;
    }

    /// Sum of contactCenter.active and enterprise.active over all media (contract §4.7). One count that
    /// cannot be read makes the whole sum unknown: too low a number would look safe.
    std::optional<int> liveConversations(const element &user) const
    {
        const std::optional<element> summary = object(user, "conversationSummary");
        if (!summary)
            return {};
        std::optional<int> total;
        for (const auto &[key, media] : simdjson::dom::object(*summary)) {
            if (!media.is_object())
                continue;
            for (const std::string_view part : {"contactCenter", "enterprise"}) {
                element counts;
                if (media[part].get(counts) != simdjson::SUCCESS || counts.is_null())
                    continue;
                const std::optional<int> active =
                    counts.is_object() ? number(counts, "active") : std::optional<int>();
                if (!active || *active > mostLiveConversations)
                    return {};
                total = total.value_or(0) + *active;
                if (*total > mostLiveConversations)
                    return {};
            }
        }
        return total;
    }

private:
    QString m_where;
    ReadingNotes *m_notes;
};

User userFrom(const element &entity, const QString &where, ReadingNotes *notes)
{
    const EntryReader reader(where, notes);
    User user;
    user.id = reader.text(entity, "id");
    user.name = reader.text(entity, "name");
    user.email = reader.text(entity, "email");
    user.department = reader.text(entity, "department");
    user.title = reader.text(entity, "title");
    user.stateText = reader.text(entity, "state");
    user.state = userStateFromName(user.stateText);
    user.version = reader.number(entity, "version").value_or(0);
    if (const auto division = reader.object(entity, "division")) {
        user.divisionId = reader.text(*division, "id");
        user.divisionName = reader.text(*division, "name");
    }
    if (const auto presence = reader.object(entity, "presence")) {
        if (const auto definition = reader.object(*presence, "presenceDefinition"))
            user.presence = reader.text(*definition, "systemPresence");
    }
    if (const auto routing = reader.object(entity, "routingStatus"))
        user.routingStatus = reader.text(*routing, "status");
    user.lastLogin = reader.date(entity, "dateLastLogin");
    user.liveConversations = reader.liveConversations(entity);
    if (user.state == UserState::Unknown)
        notes->add(QStringLiteral("%1 has the unknown state \"%2\"").arg(where, user.stateText.left(40)));
    return user;
}

/// Parses @p response with @p parser, which owns the result.
Result<element> parsed(simdjson::dom::parser &parser, const ApiResponse &response)
{
    const auto parse = [&parser](const QByteArray &bytes, element *root) {
        return parser.parse(bytes.constData(), static_cast<size_t>(bytes.size())).get(*root);
    };
    element root;
    const simdjson::error_code code = parse(response.body, &root);
    if (code == simdjson::SUCCESS)
        return root;
    if (code == simdjson::NUMBER_ERROR) {
        // One absurd number must not hide a page of people: Qt reads it as a floating-point number, which is
        // then noted where it stands.
        const QJsonDocument document = QJsonDocument::fromJson(response.body);
        if (!document.isNull() && parse(document.toJson(QJsonDocument::Compact), &root) == simdjson::SUCCESS)
            return root;
    }
    return failure(brokenJsonError(response, QString::fromUtf8(simdjson::error_message(code))));
}

QString userPath(const QString &userId)
{
    return QStringLiteral("/api/v2/users/") + pathPart(userId);
}

/// Repeated, as the vendor's SDKs send lists (contract §0); not every server splits at commas.
void appendExpands(ApiRequest *request)
{
    for (const char *name : {"presence", "routingStatus", "conversationSummary", "dateLastLogin"})
        request->query.append({QStringLiteral("expand"), QString::fromLatin1(name)});
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
                     {QStringLiteral("state"), state}};
    appendExpands(&request);
    return request;
}

namespace {

/// The users of a listing; those without an id are left out and noted.
QList<User> usersFrom(const simdjson::dom::array &entities, ReadingNotes *notes)
{
    QList<User> users;
    users.reserve(static_cast<qsizetype>(std::min(entities.size(), mostEntries)));
    size_t position = 0;
    for (const element &entity : entities) {
        if (++position > mostEntries) {
            notes->add(QStringLiteral("entries after %1 were left out").arg(mostEntries));
            break;
        }
        const QString where = QStringLiteral("entry %1").arg(position);
        if (!entity.is_object()) {
            notes->add(where + QStringLiteral(" is not a user and was left out"));
            continue;
        }
        User user = userFrom(entity, where, notes);
        if (user.id.isEmpty())
            notes->add(where + QStringLiteral(" has no id and was left out"));
        else
            users.append(std::move(user));
    }
    return users;
}

Result<simdjson::dom::array> entitiesOf(const element &root, const ApiResponse &response)
{
    simdjson::dom::array entities;
    if (!root.is_object() || root["entities"].get(entities) != simdjson::SUCCESS)
        return failure(shapeError(response, QStringLiteral("the answer has no list \"entities\"")));
    return entities;
}

} // namespace

Result<UserPage> parseUserPage(const ApiResponse &response)
{
    simdjson::dom::parser parser;
    const Result<element> root = parsed(parser, response);
    if (!root)
        return failure(root.error());
    const Result<simdjson::dom::array> entities = entitiesOf(*root, response);
    if (!entities)
        return failure(entities.error());

    ReadingNotes notes(response.place);
    const EntryReader reader(QStringLiteral("the listing"), &notes);
    UserPage page;
    page.pageNumber = reader.number(*root, "pageNumber").value_or(0);
    page.pageCount = reader.number(*root, "pageCount").value_or(0);
    page.total = reader.number(*root, "total");
    page.entries = static_cast<int>(std::min(entities->size(), mostEntries));
    page.users = usersFrom(*entities, &notes);
    page.notes = notes.take();
    return page;
}

ApiRequest usersCursorRequest(const QString &state, const QString &cursor, int pageSize)
{
    ApiRequest request;
    request.operation = QStringLiteral("getUsersQuery");
    request.path = QStringLiteral("/api/v2/users/query");
    request.idempotent = true;
    request.query = {{QStringLiteral("pageSize"), QString::number(pageSize)},
                     {QStringLiteral("sortOrder"), QStringLiteral("ASC")},
                     {QStringLiteral("state"), state}};
    appendExpands(&request);
    if (!cursor.isEmpty())
        request.query.append({QStringLiteral("cursor"), cursor});
    return request;
}

Result<UserCursorPage> parseUserCursorPage(const ApiResponse &response)
{
    simdjson::dom::parser parser;
    const Result<element> root = parsed(parser, response);
    if (!root)
        return failure(root.error());
    const Result<simdjson::dom::array> entities = entitiesOf(*root, response);
    if (!entities)
        return failure(entities.error());

    ReadingNotes notes(response.place);
    const EntryReader reader(QStringLiteral("the listing"), &notes);
    UserCursorPage page;
    page.users = usersFrom(*entities, &notes);
    page.cursor = reader.text(*root, "cursor");
    const QString next = reader.text(*root, "nextUri");
    if (page.cursor.isEmpty() && !next.isEmpty())
        page.cursor = QUrlQuery(QUrl(next)).queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded);
    page.notes = notes.take();
    return page;
}

ApiRequest userRequest(const QString &userId, bool deleted)
{
    ApiRequest request;
    request.operation = QStringLiteral("getUser");
    request.path = userPath(userId);
    request.idempotent = true;
    appendExpands(&request);
    if (deleted)
        request.query.append({QStringLiteral("state"), QStringLiteral("deleted")});
    return request;
}

Result<User> parseUser(const ApiResponse &response)
{
    simdjson::dom::parser parser;
    const Result<element> root = parsed(parser, response);
    if (!root)
        return failure(root.error());
    if (!root->is_object())
        return failure(shapeError(response, QStringLiteral("the answer is not a user")));
    ReadingNotes notes(response.place);
    User user = userFrom(*root, QStringLiteral("the user"), &notes);
    if (user.id.isEmpty())
        return failure(shapeError(response, QStringLiteral("the answer is not a user: it has no \"id\"")));
    return user;
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
    return request;
}

Result<QStringList> parseUserSearch(const ApiResponse &response)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    const QJsonValue results = object->value(QLatin1String("results"));
    const bool isNobody = object->value(QLatin1String("total")).toInt(-1) == 0;
    if (!results.isArray() && !(isNobody && (results.isUndefined() || results.isNull())))
        return failure(shapeError(response, QStringLiteral("the answer has no list \"results\"")));
    QStringList ids;
    for (const QJsonValue &value : results.toArray()) {
        const QString id = boundedText(value.toObject(), "id");
        if (id.isEmpty())
            return failure(shapeError(response, QStringLiteral("a result has no \"id\"")));
        ids.append(id);
    }
    return ids;
}

} // namespace offboarding
