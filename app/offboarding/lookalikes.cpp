// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/namelikeness.h"
#include "app/offboarding/planner.h"

#include <QMultiHash>
#include <QSet>

namespace offboarding {

QStringList lookAlikes(const QList<User> &users, const QList<User> &all)
{
    QMultiHash<QString, QString> byVariant; // spelling → id of a user that is asked about
    QHash<QString, QString> names;
    for (const User &user : users) {
        const QString name = compactName(user.name);
        if (name.isEmpty())
            continue;
        names.insert(user.id, name);
        for (const QString &variant : nameVariants(name))
            byVariant.insert(variant, user.id);
    }
    QSet<QString> found;
    for (const User &other : all) {
        const QString name = compactName(other.name);
        if (name.isEmpty())
            continue;
        for (const QString &variant : nameVariants(name)) {
            for (auto match = byVariant.constFind(variant);
                 match != byVariant.constEnd() && match.key() == variant; ++match) {
                if (match.value() != other.id)
                    found.insert(match.value());
            }
        }
    }
    QStringList ids;
    for (const User &user : users) {
        if (found.contains(user.id))
            ids.append(user.id);
    }
    return ids;
}

} // namespace offboarding
