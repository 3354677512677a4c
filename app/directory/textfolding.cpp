// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/textfolding.h"

#include <algorithm>

namespace offboarding {

QString folded(const QString &text)
{
    const bool isPlain = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
    if (isPlain)
        return text.toLower();
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString result;
    result.reserve(decomposed.size());
    for (const QChar character : decomposed) {
        if (!character.isMark())
            result += character;
    }
    result = result.toCaseFolded();
    result.replace(QChar(0x00df), QStringLiteral("ss")); // Qt folds one character to one only
    return result;
}

} // namespace offboarding
