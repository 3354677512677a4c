// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/user.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace offboarding::demo {

// The words from which the organisation is generated. Every person, address and number is invented.

const QStringList &firstNames();
const QStringList &lastNames();
/// Whole names in other scripts and with accents.
const QStringList &worldNames();
const QStringList &departments();
const QStringList &titles();
const QStringList &divisionNames(); ///< the first is Home
const QStringList &queueNames();
const QStringList &groupNames();
const QStringList &roleNames();
/// Permissions of the role with this index in roleNames(), wildcards included.
QStringList rolePermissions(int role);
/// Bits of the roles that may take people out of the organisation.
quint32 administeringRoles();
/// Bit of the role that may do everything: the organisation must keep somebody who has it.
quint32 masterAdminRole();
const QStringList &skillNames();
const QStringList &languageNames();
const QStringList &customerNames();
const QStringList &systemPresences();

/// Live conversations that a story person starts with.
enum class StoryLoad {
    None,            ///< neither live nor recent conversations
    RecentOnly,      ///< only conversations that ended within the last day, and older ones
    History,         ///< only conversations that ended days ago
    ThreeLive,       ///< a connected call with its customer, an alerting callback, a connected message
    OneChat,         ///< a connected chat
    AfterCallWork,   ///< a call that ended, after-call work still open
    HeldAndReturned, ///< a held call in which the same user is two participants
    LeftMessage,     ///< an open message conversation that the user has left: not live for them
    ManyEmails       ///< 25 connected e-mails
};

/// A person of the demo story; they are the first users, in this order.
struct StoryPerson
{
    QString name;
    QString mailbox; ///< part before "@demo.example"; empty: no e-mail address
    QString department;
    QString title;
    int division = 0;
    UserState state = UserState::Active;
    StoryLoad load = StoryLoad::History;
    quint16 roles = 0x0F; ///< bits as in UserRecord::directRoles, while active
};

const QList<StoryPerson> &storyPeople();

} // namespace offboarding::demo
