// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/candidatesearch.h"

#include "app/directory/namelikeness.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace offboarding {

namespace {

constexpr qsizetype mostWords = 5;
constexpr qsizetype longestName = 200; ///< a hostile list has cells of thousands of letters

QString mailbox(const QString &email)
{
    return email.section(QLatin1Char('@'), 0, 0);
}

/// A name in every order that "Doe, Jane" and "Jane Doe" can stand in: each word may come first.
QSet<QString> compactOrders(const QString &name)
{
    QSet<QString> orders{compactName(name)};
    QString parted = name;
    parted.replace(QLatin1Char(','), QLatin1Char(' '));
    QStringList words = parted.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() <= mostWords) {
        for (qsizetype i = 1; i < words.size(); ++i) {
            std::rotate(words.begin(), words.begin() + 1, words.end());
            orders.insert(compactName(words.join(QString())));
        }
    }
    orders.remove(QString());
    return orders;
}

using Hashes = std::vector<quint64>;

/// The hashes of what nameVariants() lists, computed without making the texts: there are millions of them in
/// a large directory.
void appendVariants(const QString &compact, Hashes *hashes)
{
    constexpr quint64 base = 0x100000001B3U; // odd and large; FNV's prime
    const qsizetype size = compact.size();
    if (size == 0)
        return;
    Hashes heads{0};  // of the first i letters
    Hashes powers{1}; // of the base
    for (const QChar letter : compact) {
        heads.push_back(heads.back() * base + letter.unicode() + 1U);
        powers.push_back(powers.back() * base);
    }
    const auto at = [](const Hashes &list, qsizetype index) { return list[static_cast<std::size_t>(index)]; };
    hashes->push_back(heads.back());
    if (size < 3)
        return;
    for (qsizetype left = 0; left < std::min<qsizetype>(size, 60); ++left) {
        const qsizetype behind = size - left - 1; // letters after the one that is left out
        const quint64 tail = heads.back() - at(heads, left + 1) * at(powers, behind);
        hashes->push_back(at(heads, left) * at(powers, behind) + tail);
    }
}

/// Names and mailboxes are compared with each other, too: a list may have one and the directory the other.
Hashes spellings(const LeaverRow &row)
{
    Hashes found;
    for (const QString &compact :
         compactOrders(row.name.left(longestName)) + compactOrders(mailbox(row.email).left(longestName)))
        appendVariants(compact, &found);
    return found;
}

Hashes spellings(const User &user)
{
    Hashes found;
    appendVariants(compactName(user.name.left(longestName)), &found);
    appendVariants(compactName(mailbox(user.email).left(longestName)), &found);
    return found;
}

} // namespace

QHash<qsizetype, QList<qsizetype>> similarUsers(const QList<LeaverRow> &rows, const QList<qsizetype> &wanted,
                                                const QList<User> &users, int most)
{
    QHash<qsizetype, QList<qsizetype>> found;
    // Sorted hashes of the spellings: a table of the texts themselves takes ten times the memory, and a rare
    // collision offers one candidate too many.
    std::vector<std::pair<quint64, qsizetype>> rowsBySpelling;
    for (const qsizetype row : wanted) {
        for (const quint64 hash : spellings(rows.at(row)))
            rowsBySpelling.emplace_back(hash, row);
    }
    std::sort(rowsBySpelling.begin(), rowsBySpelling.end());
    if (rowsBySpelling.empty())
        return found;
    for (qsizetype i = 0; i < users.size(); ++i) {
        for (const quint64 hash : spellings(users.at(i))) {
            auto match = std::lower_bound(rowsBySpelling.cbegin(), rowsBySpelling.cend(),
                                          std::pair<quint64, qsizetype>{hash, 0});
            for (; match != rowsBySpelling.cend() && match->first == hash; ++match) {
                QList<qsizetype> &candidates = found[match->second];
                if (candidates.size() < most && (candidates.isEmpty() || candidates.constLast() != i))
                    candidates.append(i);
            }
        }
    }
    return found;
}

} // namespace offboarding
