// SPDX-License-Identifier: GPL-3.0-or-later
// POST /users/search (contract §2.3): the array is `results`, and the index lags behind writes. The page
// tokens of its answer are for GET /users/search?q64=….
#include "app/demo/organisation.h"
#include "app/demo/router.h"
#include "app/demo/userjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace offboarding::demo {

namespace {

QString fieldOf(const Directory &directory, int user, const UserRecord &record, const QString &field)
{
    if (field == QLatin1String("id"))
        return directory.userId(user);
    if (field == QLatin1String("name"))
        return record.name;
    if (field == QLatin1String("email") || field == QLatin1String("username"))
        return record.email;
    if (field == QLatin1String("state"))
        return userStateName(record.state);
    if (field == QLatin1String("department"))
        return record.department;
    if (field == QLatin1String("title"))
        return record.title;
    if (field == QLatin1String("divisionId"))
        return directory.divisionId(record.division);
    return {};
}

bool fitsValue(const QString &type, const QString &field, const QString &value)
{
    if (type == QLatin1String("EXACT") || type == QLatin1String("TERMS"))
        return field.compare(value, Qt::CaseInsensitive) == 0;
    if (type == QLatin1String("STARTS_WITH"))
        return field.startsWith(value, Qt::CaseInsensitive);
    if (type == QLatin1String("REGEX")) {
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(value),
                                         QRegularExpression::CaseInsensitiveOption);
        return pattern.match(field).hasMatch();
    }
    return field.contains(value, Qt::CaseInsensitive);
}

bool fits(const HandlerContext &context, int user, const UserRecord &record, const QJsonObject &criterion)
{
    const QJsonArray group = criterion.value(QLatin1String("group")).toArray();
    const QString operation = criterion.value(QLatin1String("operator")).toString();
    const bool negate = operation == QLatin1String("NOT");
    if (!group.isEmpty()) {
        const bool isOr = operation == QLatin1String("OR");
        const auto one = [&](const QJsonValue &inner) {
            return fits(context, user, record, inner.toObject());
        };
        const bool all = isOr ? std::any_of(group.constBegin(), group.constEnd(), one)
                              : std::all_of(group.constBegin(), group.constEnd(), one);
        return all != negate;
    }
    const QString type = criterion.value(QLatin1String("type")).toString();
    if (type == QLatin1String("MATCH_ALL"))
        return !negate;
    QStringList values;
    if (criterion.contains(QLatin1String("value")))
        values.append(criterion.value(QLatin1String("value")).toString());
    const QJsonArray more = criterion.value(QLatin1String("values")).toArray();
    for (const QJsonValue &value : more)
        values.append(value.toString());
    const QJsonArray fields = criterion.value(QLatin1String("fields")).toArray();
    for (const QJsonValue &field : fields) {
        const QString text = fieldOf(context.organisation.directory(), user, record, field.toString());
        if (type == QLatin1String("REQUIRED_FIELDS") && !text.isEmpty())
            return !negate;
        for (const QString &value : std::as_const(values)) {
            if (fitsValue(type, text, value))
                return !negate;
        }
    }
    return negate;
}

bool namesState(const QJsonArray &criteria)
{
    return std::any_of(criteria.constBegin(), criteria.constEnd(), [](const QJsonValue &criterion) {
        return criterion[QLatin1String("fields")].toArray().contains(QStringLiteral("state")) ||
               namesState(criterion[QLatin1String("group")].toArray());
    });
}

/// What a page token stands for: the whole request, for that page.
QString pageToken(QJsonObject body, int page)
{
    body.insert(QStringLiteral("pageNumber"), page);
    return QString::fromLatin1(QJsonDocument(body)
                                   .toJson(QJsonDocument::Compact)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Reply search(const HandlerContext &context, const QJsonObject &body)
{
    static const QStringList types = {
        QStringLiteral("EXACT"),     QStringLiteral("STARTS_WITH"),  QStringLiteral("CONTAINS"),
        QStringLiteral("TERM"),      QStringLiteral("TERMS"),        QStringLiteral("REQUIRED_FIELDS"),
        QStringLiteral("MATCH_ALL"), QStringLiteral("QUERY_STRING"), QStringLiteral("REGEX")};
    const QJsonArray criteria = body.value(QLatin1String("query")).toArray();
    for (const QJsonValue &criterion : criteria) {
        const QString type = criterion[QLatin1String("type")].toString();
        const bool isGroup = !criterion[QLatin1String("group")].toArray().isEmpty();
        if (!isGroup && !types.contains(type))
            return Reply::refuse(
                badRequest(QStringLiteral("The search type %1 is not offered here.").arg(type.left(60)),
                           QStringLiteral("invalid.value")));
    }
    const int size = body.value(QLatin1String("pageSize")).toInt(25);
    const int page = body.value(QLatin1String("pageNumber")).toInt(1);
    if (size < 1 || size > 500 || page < 1)
        return Reply::refuse(badRequest(QStringLiteral("pageSize must be 1 to 500 and pageNumber positive."),
                                        QStringLiteral("invalid.value")));
    QStringList expands;
    const QJsonArray wanted = body.value(QLatin1String("expand")).toArray();
    for (const QJsonValue &one : wanted)
        expands.append(one.toString());
    const Answer<UserExpansion> expansion = UserExpansion::make(context.organisation, expands);
    if (!expansion)
        return Reply::refuse(expansion.error());

    // Inactive and deleted people left the directory: found only by a query that names the state.
    const bool anyState = namesState(criteria);
    const SearchIndex &index = context.organisation.searchIndex();
    std::vector<int> found;
    for (int user = 0; user < static_cast<int>(context.organisation.directory().users.size()); ++user) {
        const UserRecord &record = index.user(user);
        if (!anyState && record.state != UserState::Active)
            continue;
        const bool all =
            std::all_of(criteria.constBegin(), criteria.constEnd(), [&](const QJsonValue &criterion) {
                return fits(context, user, record, criterion.toObject());
            });
        if (all)
            found.push_back(user);
    }
    const QJsonValue sort = body.value(QLatin1String("sort"))[0];
    const QString sortBy =
        sort[QLatin1String("sortBy")].toString(body.value(QLatin1String("sortBy")).toString());
    const QString order =
        sort[QLatin1String("sortOrder")].toString(body.value(QLatin1String("sortOrder")).toString());
    if (!sortBy.isEmpty()) {
        const Directory &directory = context.organisation.directory();
        const bool isDescending = order == QLatin1String("DESC");
        std::stable_sort(found.begin(), found.end(), [&](int left, int right) {
            const int compared =
                fieldOf(directory, left, index.user(left), sortBy)
                    .compare(fieldOf(directory, right, index.user(right), sortBy), Qt::CaseInsensitive);
            return isDescending ? compared > 0 : compared < 0;
        });
    }
    const auto total = static_cast<qsizetype>(found.size());
    const qsizetype first = qMin(static_cast<qsizetype>(size) * (page - 1), total);
    const qsizetype last = qMin(first + size, total);
    JsonWriter writer(1024 + (last - first) * 1100);
    writer.beginObject();
    writer.member("total", total);
    writer.member("pageCount", (total + size - 1) / size);
    writer.member("pageSize", size);
    writer.member("pageNumber", page);
    writer.member("currentPage", pageToken(body, page));
    if (page > 1)
        writer.member("previousPage", pageToken(body, page - 1));
    if (last < total)
        writer.member("nextPage", pageToken(body, page + 1));
    writer.key("types");
    writer.beginArray();
    writer.string(u"users");
    writer.endArray();
    writer.key("results");
    writer.beginArray();
    for (qsizetype i = first; i < last; ++i) {
        const int user = found[static_cast<std::size_t>(i)];
        writeUser(writer, context.organisation, user, index.user(user), *expansion);
    }
    writer.endArray();
    writer.endObject();
    return Reply::text(writer.take());
}

Reply searchUsers(const HandlerContext &context)
{
    if (!context.request.json.isObject())
        return Reply::refuse(badRequest(QStringLiteral("The body must be an object.")));
    return search(context, context.request.json.toObject());
}

Reply searchUsersByToken(const HandlerContext &context)
{
    const QByteArray token = context.request.parameter(QStringLiteral("q64")).toLatin1();
    const QByteArray text = QByteArray::fromBase64(token, token.contains('+') || token.contains('/')
                                                              ? QByteArray::Base64Encoding
                                                              : QByteArray::Base64UrlEncoding);
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return Reply::refuse(badRequest(QStringLiteral("The query parameter q64 is not a page token."),
                                        QStringLiteral("invalid.query.param.value")));
    return search(context, document.object());
}

} // namespace

void addSearchRoutes(Router &router)
{
    router.add("GET", "/users/search", searchUsersByToken, anyOf({"directory:user:view"}));
    router.add("POST", "/users/search", searchUsers, anyOf({"directory:user:view"}));
}

} // namespace offboarding::demo
