// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/calls/jsonreading.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace offboarding {

/// One page of a listing. What could not be read is counted, so that a short list is never taken for a whole
/// one.
template <typename Row> struct ListPage
{
    QList<Row> rows;
    int entries = 0;          ///< in the answer, unreadable ones included
    int unreadable = 0;       ///< entries without an id, or of the wrong type
    int pageCount = 0;        ///< 0: the answer does not say
    std::optional<int> total; ///< of the whole listing; empty: the answer does not say
    QString next;             ///< cursor of the next page, for listings that have one
};

/// The array @p member of an answer and what it says about paging. BadResponse if there is no such array.
struct ListFrame
{
    QJsonArray entries;
    int pageCount = 0;
    std::optional<int> total;
    QString next; ///< `after`
};
Result<ListFrame> listFrame(const ApiResponse &response, const char *member = "entities");

/// An answer that is an array itself, as some older paths send it (or {entities: […]} as others do).
Result<ListFrame> plainList(const ApiResponse &response);

/// Reads every entry with @p read, which returns an empty optional for one that cannot be used.
template <typename Row, typename Read> ListPage<Row> readRows(const ListFrame &frame, Read read)
{
    ListPage<Row> page;
    page.entries = static_cast<int>(frame.entries.size());
    page.pageCount = frame.pageCount;
    page.total = frame.total;
    page.next = frame.next;
    for (const QJsonValue &value : frame.entries) {
        std::optional<Row> row;
        if (value.isObject())
            row = read(value.toObject());
        if (row)
            page.rows.append(std::move(*row));
        else
            ++page.unreadable;
    }
    return page;
}

/// The object member @p key, or an empty one.
QJsonObject objectOf(const QJsonObject &object, const char *key);
/// The strings in the array member @p key; other entries are left out.
QStringList textsOf(const QJsonObject &object, const char *key);
/// The member @p key as a count, or empty if it is not a usable number.
std::optional<int> countOf(const QJsonObject &object, const char *key);
/// The date member @p key; invalid if it is absent or unreadable.
QDateTime plainDateOf(const QJsonObject &object, const char *key);

} // namespace offboarding
