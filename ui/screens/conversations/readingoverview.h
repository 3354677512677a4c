// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/references/referencemap.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace offboarding::ui {

/// What the line above the conversations says: how much is known about the selected users. Pure.
struct ReadingOverview
{
    int selectedUsers = 0;
    int readUsers = 0;
    int knownLive = 0;       ///< seen live; a lower bound while live is not known
    std::optional<int> live; ///< empty: some source that could know more was not fresh
    int afterCallWork = 0;
    int unreadable = 0; ///< conversations whose live read failed: they count as blocking
    int knownRecent = 0;
    std::optional<int> recent;
    QDateTime oldestRead;          ///< of all users read; invalid when none was
    QList<SourceReading> troubles; ///< one per source name and status, of the users read

    bool isComplete() const { return readUsers == selectedUsers && troubles.isEmpty(); }
};

/// @p maps: of the selected users; null where nothing was read yet.
ReadingOverview overviewOf(const QList<const ReferenceMap *> &maps);

/// "3 live, 41 recent — all sources fresh, read 12 s ago", or what is not known and why. An unknown number
/// is never shown as 0.
QString overviewText(const ReadingOverview &overview, const QDateTime &now);

/// "Open conversations: not permitted", one per line, each with the server's reason.
QString troubleText(const ReadingOverview &overview);

} // namespace offboarding::ui
