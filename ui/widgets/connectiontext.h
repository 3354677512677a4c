// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/connectionvalidation.h"
#include "app/connections/regions.h"
#include "app/domain/connection.h"
#include "app/domain/identity.h"
#include "app/offboarding/offboardingrules.h"

#include <QString>
#include <QStringList>

namespace offboarding::ui {

// Translated words for connections, sign-ins, permissions and the rules of who may be offboarded.

QString displayText(SignInMethod method);
QString displayText(ProxyMode mode);
QString displayText(const Region &region);        ///< "mypurecloud.de (eu-central-1)"
QString displayText(const FieldError &error);     ///< what is wrong with the field and what to do
QString displayText(const RuleResult &result);    ///< the rule in words, as it turned out
QString fieldTitle(ConnectionField field);        ///< "Client ID"
QString serverText(const Connection &connection); ///< the region, or the host of its own address

/// Who is signed in, in one line: name and e-mail, or the name of the client. Hostile plain text.
QString displayName(const Identity &identity);
/// The name of the organisation as far as it is known, else that of the connection.
QString organizationOf(const Connection &connection);
/// "The permission x is missing", for tool tips.
QString missingPermissionText(const QStringList &permissions);

} // namespace offboarding::ui
