// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace offboarding {

/// Longest server text that is kept in an error, in characters.
inline constexpr qsizetype longestServerText = 2000;

/// Replaces bearer tokens, Basic credentials, OAuth secrets and passwords in free text by "[redacted]".
/// The last line of defence: no code is meant to put a secret into text in the first place.
QString redacted(const QString &text);

/// Server text made safe to keep: redacted, control characters and changes of the writing direction replaced,
/// cut at longestServerText.
QString boundedServerText(const QString &text);

} // namespace offboarding
