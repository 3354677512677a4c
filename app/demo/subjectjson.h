// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/organisation.h"
#include "app/demo/permissions.h"

#include <QJsonObject>

namespace offboarding::demo {

/// AuthzSubject of contract §6.3: direct grants carry the user's id, inherited ones the group's.
QJsonObject userSubjectJson(const Organisation &organisation, int user);
/// The same for the client, which has one role made for it.
QJsonObject clientSubjectJson(const Organisation &organisation, const QString &clientId,
                              const PermissionSet &permissions);
/// Domain, entity and actions of each permission: AuthzGrantPolicy, ResourcePermissionPolicy.
QJsonArray policiesJson(const QStringList &permissions);

} // namespace offboarding::demo
