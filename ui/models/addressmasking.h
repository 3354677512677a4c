// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/conversation.h"

#include <QJsonObject>
#include <QString>

namespace offboarding::ui {

/// "•••" and the last three characters; nothing of a text that has no more than three. The number of dots
/// says nothing about the length.
QString masked(const QString &text);

/// True for parties that are not staff: their names and addresses are personal data of other people.
bool isOtherParty(const Participant &participant);

/// The name to show for a party; masked for other parties unless @p showAddresses. Empty stays empty.
QString partyName(const Participant &participant, bool showAddresses);

/// A conversation body with numbers, addresses and names of parties other than staff masked, at any depth.
QJsonObject maskedConversation(const QJsonObject &body);

} // namespace offboarding::ui
