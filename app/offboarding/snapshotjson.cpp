// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/objectreader.h"
#include "app/offboarding/personjson.h"
#include "app/offboarding/snapshot.h"

#include <QJsonArray>

namespace offboarding {

QJsonObject snapshotToJson(const Snapshot &snapshot)
{
    QJsonObject object{{QStringLiteral("user"), userToJson(snapshot.user)},
                       {QStringLiteral("person"), personToJson(snapshot.person)},
                       {QStringLiteral("readAt"), fileDateText(snapshot.readAt)}};
    if (snapshot.managerId)
        object.insert(QStringLiteral("managerId"), *snapshot.managerId);
    if (!snapshot.unread.isEmpty())
        object.insert(QStringLiteral("unread"), QJsonArray::fromStringList(snapshot.unread));
    return object;
}

Result<Snapshot> snapshotFromJson(const QJsonObject &object, const QString &place)
{
    ObjectReader reader(object, place);
    Snapshot snapshot;
    ObjectReader user = reader.object("user");
    snapshot.user = readUser(&user);
    reader.adopt(user);
    if (reader.has("managerId"))
        snapshot.managerId = reader.text("managerId");
    ObjectReader person = reader.object("person");
    snapshot.person = readPersonReferences(&person);
    person.finish();
    reader.adopt(person);
    snapshot.unread = reader.texts("unread");
    snapshot.readAt = reader.date("readAt", true);
    reader.finish();
    if (reader.error())
        return failure(*reader.error());
    return snapshot;
}

} // namespace offboarding
