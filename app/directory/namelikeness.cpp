// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/namelikeness.h"

#include "app/directory/textfolding.h"

#include <QHash>

#include <algorithm>

namespace offboarding {

namespace {

/// Letters that folding leaves alone and that are, or look like, others: ligatures, strokes, and the Cyrillic
/// and Greek letters whose small form passes for a Latin one.
QString plainLetters(QChar character)
{
    static const QHash<QChar, QString> plain{
        {QChar(0x0153), QStringLiteral("oe")}, {QChar(0x00E6), QStringLiteral("ae")},
        {QChar(0x00F8), QStringLiteral("o")},  {QChar(0x0142), QStringLiteral("l")},
        {QChar(0x0111), QStringLiteral("d")},  {QChar(0x00F0), QStringLiteral("d")},
        {QChar(0x00FE), QStringLiteral("th")}, {QChar(0x0131), QStringLiteral("i")},
        {QChar(0x0430), QStringLiteral("a")},  {QChar(0x0435), QStringLiteral("e")},
        {QChar(0x043E), QStringLiteral("o")},  {QChar(0x0440), QStringLiteral("p")},
        {QChar(0x0441), QStringLiteral("c")},  {QChar(0x0443), QStringLiteral("y")},
        {QChar(0x0445), QStringLiteral("x")},  {QChar(0x0456), QStringLiteral("i")},
        {QChar(0x0458), QStringLiteral("j")},  {QChar(0x0455), QStringLiteral("s")},
        {QChar(0x04BB), QStringLiteral("h")},  {QChar(0x03B1), QStringLiteral("a")},
        {QChar(0x03BF), QStringLiteral("o")},  {QChar(0x03C1), QStringLiteral("p")},
        {QChar(0x03BD), QStringLiteral("v")},  {QChar(0x03B9), QStringLiteral("i")}};
    const auto found = plain.constFind(character);
    return found == plain.constEnd() ? QString(character) : *found;
}

} // namespace

QString compactName(const QString &name)
{
    QString result;
    for (const QChar character : folded(name)) {
        if (character.isLetterOrNumber() || character.isSurrogate())
            result += plainLetters(character);
    }
    return result;
}

QSet<QString> nameVariants(const QString &compact)
{
    QSet<QString> variants{compact};
    if (compact.size() < 3)
        return variants;
    const qsizetype bounded = std::min<qsizetype>(compact.size(), 60);
    for (qsizetype i = 0; i < bounded; ++i) {
        QString shorter = compact;
        shorter.remove(i, 1);
        variants.insert(shorter);
    }
    return variants;
}

} // namespace offboarding
