// SPDX-License-Identifier: GPL-3.0-or-later
// Creating users, and the little that can be changed for many at once (contract §3 and §9).
#include "app/demo/listing.h"
#include "app/demo/organisation.h"
#include "app/demo/userjson.h"

#include <QJsonDocument>

namespace offboarding::demo {

namespace {

constexpr int mostAtOnce = 50;

/// E-mail addresses are unique among all who are not purged: a deleted user still has theirs.
bool isTaken(const Directory &directory, const QString &email)
{
    return std::any_of(directory.users.cbegin(), directory.users.cend(), [&email](const UserRecord &one) {
        return one.email.compare(email, Qt::CaseInsensitive) == 0;
    });
}

Reply createUser(const HandlerContext &context)
{
    Directory &directory = context.organisation.directory();
    const QJsonObject body = context.request.json.toObject();
    UserRecord record;
    record.name = body.value(QLatin1String("name")).toString();
    record.email = body.value(QLatin1String("email")).toString();
    const QString divisionId = body.value(QLatin1String("divisionId")).toString();
    if (record.name.isEmpty() || record.email.isEmpty() || divisionId.isEmpty())
        return Reply::refuse(badRequest(QStringLiteral("A user needs a name, an email and a divisionId.")));
    const int division = directory.divisionOf(divisionId);
    if (division < 0)
        return Reply::refuse(notFound(QStringLiteral("division"), divisionId));
    if (isTaken(directory, record.email)) {
        Refusal refusal = badRequest(QStringLiteral("A user with this e-mail address exists already."),
                                     QStringLiteral("general.conflict"));
        refusal.status = 409;
        return Reply::refuse(refusal);
    }
    record.division = static_cast<qint16>(division);
    record.department = body.value(QLatin1String("department")).toString();
    record.title = body.value(QLatin1String("title")).toString();
    record.presence = QStringLiteral("Offline");
    record.presenceSince = context.organisation.now();
    record.routingSince = record.presenceSince;
    const int user = context.organisation.addUser(record);
    return Reply::text(userBody(context.organisation, user, UserExpansion()));
}

/// Only acdAutoAnswer; neither state nor anything else.
Reply patchUsers(const HandlerContext &context)
{
    const QJsonArray entries = context.request.json.toArray();
    if (!context.request.json.isArray() || entries.isEmpty() || entries.size() > mostAtOnce)
        return Reply::refuse(badRequest(QStringLiteral("The body must be an array of 1 to 50 users.")));
    QList<int> users;
    for (const QJsonValue &entry : entries) {
        const int user = context.organisation.directory().userOf(entry[QLatin1String("id")].toString());
        if (user < 0 || context.organisation.directory().user(user).state == UserState::Deleted)
            return Reply::refuse(notFound(QStringLiteral("user"), entry[QLatin1String("id")].toString()));
        if (!entry[QLatin1String("acdAutoAnswer")].isBool() || entry.toObject().size() != 2)
            return Reply::refuse(badRequest(QStringLiteral("Only acdAutoAnswer can be changed here."),
                                            QStringLiteral("invalid.property")));
        users.append(user);
    }
    QJsonArray changed;
    for (qsizetype i = 0; i < users.size(); ++i) {
        context.organisation.changeUser(users.at(i)).acdAutoAnswer =
            entries.at(i)[QLatin1String("acdAutoAnswer")].toBool();
        changed.append(
            QJsonDocument::fromJson(userBody(context.organisation, users.at(i), UserExpansion())).object());
    }
    return Reply::json(QJsonObject{{QStringLiteral("entities"), changed}});
}

} // namespace

void addNewUserRoutes(Router &router)
{
    router.add("POST", "/users", createUser, anyOf({"directory:user:add"}));
    router.add("PATCH", "/users/bulk", patchUsers,
               anyOf({"directory:user:edit", "directory:organization:admin"}));
}

} // namespace offboarding::demo
