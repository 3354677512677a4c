// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/jsonwriter.h"
#include "app/demo/organisation.h"

#include <QJsonObject>

#include <vector>

namespace offboarding::demo {

/// Which optional blocks of a user are asked for (`expand`), and the live conversations they need.
class UserExpansion
{
public:
    /// Refused with 400 if @p names has a value that the API does not know.
    static Answer<UserExpansion> make(const Organisation &organisation, const QStringList &names);

    bool has(const char *name) const;
    /// Live and after-call-work conversations of one user, by medium.
    struct Load
    {
        std::array<int, mediumCount> active{};
        std::array<int, mediumCount> wrapping{};
    };
    Load load(int user) const;

private:
    QStringList m_names;
    QHash<int, Load> m_loads;
};

/// Writes one user as GET /users lists it. @p record may be an older copy (search index).
void writeUser(JsonWriter &writer, const Organisation &organisation, int user, const UserRecord &record,
               const UserExpansion &expansion);
/// The body of GET /users/{id}.
QByteArray userBody(const Organisation &organisation, int user, const UserExpansion &expansion);

/// UserState of contract §3.
QJsonObject userStateJson(const UserRecord &record);
QString routingStatusOf(const Organisation &organisation, int user);
/// Id of the definition with this system presence.
QString presenceId(const Directory &directory, const QString &systemPresence);
QJsonObject presenceJson(const Directory &directory, int user);
QJsonObject stationsJson(const Directory &directory, int user);
QJsonObject outOfOfficeJson(const Directory &directory, int user);

} // namespace offboarding::demo
