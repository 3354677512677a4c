// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userquery.h"

#include "app/directory/textfolding.h"

#include <algorithm>
#include <limits>

namespace offboarding {

namespace {

bool matches(const QString &searchText, const QStringList &words)
{
    return std::all_of(words.cbegin(), words.cend(),
                       [&](const QString &word) { return searchText.contains(word); });
}

/// One comparable key per row, made once: sorting asks for each key many times.
struct SortKey
{
    QString text;
    qint64 number = 0;
    int row = 0;
};

SortKey keyOf(const User &user, UserColumn column, int row)
{
    SortKey key;
    key.row = row;
    switch (column) {
    case UserColumn::Name:
        key.text = folded(user.name);
        break;
    case UserColumn::Email:
        key.text = folded(user.email);
        break;
    case UserColumn::Department:
        key.text = folded(user.department);
        break;
    case UserColumn::Title:
        key.text = folded(user.title);
        break;
    case UserColumn::Division:
        key.text = folded(user.divisionName);
        break;
    case UserColumn::State:
        key.number = static_cast<int>(user.state);
        break;
    case UserColumn::Presence:
        key.text = folded(user.presence);
        break;
    case UserColumn::RoutingStatus:
        key.text = folded(user.routingStatus);
        break;
    case UserColumn::LiveConversations:
        key.number = user.liveConversations.value_or(-1); // not known sorts before none
        break;
    case UserColumn::LastLogin:
        key.number = user.lastLogin.isValid() ? user.lastLogin.toMSecsSinceEpoch()
                                              : std::numeric_limits<qint64>::min();
        break;
    case UserColumn::Id:
        key.text = user.id;
        break;
    }
    return key;
}

} // namespace

QList<int> visibleRows(const UserStore &store, const UserFilter &filter, const UserSort &sort)
{
    const QList<User> &users = store.users();
    const QStringList &texts = store.searchTexts();
    const QStringList words = folded(filter.text).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);

    QList<SortKey> keys;
    keys.reserve(words.isEmpty() ? users.size() : users.size() / 8);
    for (qsizetype i = 0; i < users.size(); ++i) {
        if (filter.state && users.at(i).state != *filter.state)
            continue;
        if (matches(texts.at(i), words))
            keys.append(keyOf(users.at(i), sort.column, static_cast<int>(i)));
    }
    const bool isDescending = sort.order == Qt::DescendingOrder;
    std::sort(keys.begin(), keys.end(), [&](const SortKey &left, const SortKey &right) {
        if (left.number != right.number)
            return (left.number < right.number) != isDescending;
        const int order = QString::compare(left.text, right.text);
        if (order != 0)
            return (order < 0) != isDescending;
        return users.at(left.row).id < users.at(right.row).id;
    });
    QList<int> rows;
    rows.reserve(keys.size());
    for (const SortKey &key : keys)
        rows.append(key.row);
    return rows;
}

} // namespace offboarding
