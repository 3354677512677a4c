// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/textfolding.h"
#include "app/offboarding/planner.h"

#include <QMultiHash>
#include <QSet>

#include <algorithm>

namespace offboarding {

namespace {

/// Names that differ in spaces, dots or hyphens only are the same to a hurried eye.
QString compactName(const QString &name)
{
    QString result;
    for (const QChar character : folded(name)) {
        if (character.isLetterOrNumber())
            result += character;
    }
    return result;
}

/// Every spelling with one letter left out: two names at most one letter apart share one of them.
QSet<QString> variantsOf(const QString &name)
{
    QSet<QString> variants{name};
    const qsizetype bounded = std::min<qsizetype>(name.size(), 60);
    for (qsizetype i = 0; i < bounded; ++i) {
        QString shorter = name;
        shorter.remove(i, 1);
        variants.insert(shorter);
    }
    return variants;
}

} // namespace

QStringList lookAlikes(const QList<User> &users, const QList<User> &all)
{
    QMultiHash<QString, QString> byVariant; // spelling → id of a user that is asked about
    QHash<QString, QString> names;
    for (const User &user : users) {
        const QString name = compactName(user.name);
        if (name.size() < 3)
            continue;
        names.insert(user.id, name);
        for (const QString &variant : variantsOf(name))
            byVariant.insert(variant, user.id);
    }
    QSet<QString> found;
    for (const User &other : all) {
        const QString name = compactName(other.name);
        if (name.size() < 3)
            continue;
        for (const QString &variant : variantsOf(name)) {
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
