// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace offboarding {

/// @p name as a hurried eye sees it: folded, letters and digits only, ligatures and look-alike letters of
/// other scripts replaced by the Latin ones. Names that differ in spaces, dots or hyphens only are the same.
QString compactName(const QString &name);

/// Every spelling of a compact name with one letter left out, and the name itself: two names that are at most
/// one letter apart share one of them. Of a name as short as many Chinese ones no letter can be left out:
/// there only the same name is a look-alike.
QSet<QString> nameVariants(const QString &compact);

} // namespace offboarding
