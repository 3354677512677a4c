// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/identifiers.h"

#include <array>

namespace offboarding::demo {

namespace {

quint64 mixed(quint64 value)
{
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

// The two halves of a bijection on 32 bits: odd multiplications and xor-shifts can be undone exactly.
quint32 scrambled(quint32 value)
{
    value ^= value >> 16;
    value *= 0x85EBCA6BU;
    value ^= value >> 16;
    return value;
}

quint32 unscrambled(quint32 value)
{
    value ^= value >> 16;
    value *= 0xA5CB9243U; // inverse of 0x85EBCA6B modulo 2^32
    value ^= value >> 16;
    return value;
}

quint32 maskOf(quint64 seed, IdKind kind)
{
    return static_cast<quint32>(mixed(seed ^ (static_cast<quint64>(kind) << 48)));
}

} // namespace

QString Identifiers::make(IdKind kind, quint32 index) const
{
    const quint32 first = scrambled(index ^ maskOf(m_seed, kind));
    const quint64 salt = mixed(m_seed) ^ (static_cast<quint64>(kind) << 56) ^ index;
    const quint64 second = mixed(salt);
    const quint64 third = mixed(second ^ salt);
    std::array<quint8, 16> bytes{};
    for (unsigned i = 0; i < 4; ++i)
        bytes[i] = static_cast<quint8>(first >> (24 - 8 * i));
    for (unsigned i = 0; i < 8; ++i)
        bytes[4 + i] = static_cast<quint8>(second >> (56 - 8 * i));
    for (unsigned i = 0; i < 4; ++i)
        bytes[12 + i] = static_cast<quint8>(third >> (24 - 8 * i));
    bytes[6] = static_cast<quint8>((bytes[6] & 0x0FU) | 0x40U);
    bytes[8] = static_cast<quint8>((bytes[8] & 0x3FU) | 0x80U);

    static constexpr char digits[] = "0123456789abcdef";
    QString text(36, QLatin1Char('-'));
    QChar *out = text.data();
    qsizetype at = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            ++at;
        out[at++] = QLatin1Char(digits[bytes[i] >> 4]);
        out[at++] = QLatin1Char(digits[bytes[i] & 0x0FU]);
    }
    return text;
}

int Identifiers::indexOf(IdKind kind, QStringView id) const
{
    if (id.size() != 36)
        return -1;
    bool ok = false;
    const quint32 first = id.left(8).toUInt(&ok, 16);
    if (!ok)
        return -1;
    const quint32 index = unscrambled(first) ^ maskOf(m_seed, kind);
    if (index > 0x7FFFFFFFU || make(kind, index) != id)
        return -1;
    return static_cast<int>(index);
}

quint64 Random::next()
{
    const quint64 result = mixed(m_state);
    m_state += 0x9E3779B97F4A7C15ULL;
    return result;
}

int Random::below(int bound)
{
    return static_cast<int>(next() % static_cast<quint64>(bound));
}

} // namespace offboarding::demo
