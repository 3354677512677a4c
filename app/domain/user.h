// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace offboarding {

/// `state` of a Genesys Cloud user; Unknown keeps a value that this version does not know.
enum class UserState { Unknown, Active, Inactive, Deleted };

QString userStateName(UserState state);           ///< "active", "inactive", "deleted", "unknown"
UserState userStateFromName(const QString &name); ///< anything else: Unknown

/// A user as the directory lists it. Strings are the server's: hostile plain text, empty when absent.
struct User
{
    QString id;
    QString name;
    QString email; ///< may be empty: such a user exists
    QString department;
    QString title;
    QString divisionId;
    QString divisionName;
    UserState state = UserState::Unknown;
    QString stateText;                    ///< the state as the server spelled it
    int version = 0;                      ///< 0: the server sent none
    QString presence;                     ///< system presence, e.g. "Available"; empty when not read
    QString routingStatus;                ///< OFF_QUEUE, IDLE, INTERACTING, …; empty when not read
    QDateTime lastLogin;                  ///< UTC; invalid when never or not read
    std::optional<int> liveConversations; ///< from conversationSummary; empty: not known, never 0

    /// "Name (e-mail)" or "Name (id)" for a user without e-mail; what destructive questions name.
    QString identity() const;
    /// The text that confirms a destructive act: the e-mail address, or the id where there is none.
    QString confirmationText() const;

    bool operator==(const User &other) const = default;
};

} // namespace offboarding

Q_DECLARE_METATYPE(offboarding::User)
