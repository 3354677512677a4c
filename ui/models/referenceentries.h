// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/references/referencemap.h"

#include <QList>
#include <QString>

namespace offboarding::ui {

/// One thing that refers to a person: a queue, a role in a division, a conversation. All texts are one line
/// of plain text.
struct ReferenceEntry
{
    QString key;    ///< tells it from the others of its source
    QString name;   ///< what it is
    QString value;  ///< how: joined, proficiency, state
    QString mark;   ///< what has to be known before it is changed: inherited, kept by SCIM
    QString detail; ///< division, date, id

    bool operator==(const ReferenceEntry &other) const = default;
};

/// One source of references of a person with what it found.
struct SourceEntries
{
    SourceReading reading;
    bool isRead = false; ///< false: nobody asked yet; then nothing of reading but its name is true
    QString value;       ///< in place of a count where the source is one value; empty: count
    QList<ReferenceEntry> entries;
};

/// Every source that there is, in one fixed order, whether it was read or not. @p map and @p around may be
/// null.
QList<SourceEntries> referenceEntries(const ReferenceMap *map, const PersonReading *around);

} // namespace offboarding::ui
