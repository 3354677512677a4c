// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/textdecoding.h"

#include <algorithm>
#include <array>

namespace offboarding {

namespace {

constexpr qsizetype sampleSize = 512;

/// 0x80 to 0x9F of Windows-1252 (Unicode's mapping table CP1252.TXT); zero where nothing is assigned.
constexpr std::array<char16_t, 32> upperControls{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

QStringConverter::Encoding qtEncoding(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf16LittleEndian:
        return QStringConverter::Utf16LE;
    case TextEncoding::Utf16BigEndian:
        return QStringConverter::Utf16BE;
    case TextEncoding::Utf8:
    case TextEncoding::Windows1252:
        break;
    }
    return QStringConverter::Utf8;
}

/// Zeros in every second place only, and in at least half of those: Latin letters in UTF-16.
bool hasZerosAt(QByteArrayView sample, qsizetype parity)
{
    qsizetype zeros = 0;
    for (qsizetype i = 0; i < sample.size(); ++i) {
        if (sample.at(i) != 0)
            continue;
        if (i % 2 != parity)
            return false;
        ++zeros;
    }
    return zeros >= 2 && zeros * 4 >= sample.size();
}

} // namespace

QString textEncodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf16LittleEndian:
        return QStringLiteral("UTF-16LE");
    case TextEncoding::Utf16BigEndian:
        return QStringLiteral("UTF-16BE");
    case TextEncoding::Windows1252:
        return QStringLiteral("Windows-1252");
    case TextEncoding::Utf8:
        break;
    }
    return QStringLiteral("UTF-8");
}

EncodingGuess guessEncoding(QByteArrayView start)
{
    if (start.startsWith(QByteArrayView("\xEF\xBB\xBF")))
        return {TextEncoding::Utf8, 3};
    if (start.startsWith(QByteArrayView("\xFF\xFE")))
        return {TextEncoding::Utf16LittleEndian, 2};
    if (start.startsWith(QByteArrayView("\xFE\xFF")))
        return {TextEncoding::Utf16BigEndian, 2};
    const QByteArrayView sample = start.first(std::min(start.size(), sampleSize));
    if (hasZerosAt(sample, 1))
        return {TextEncoding::Utf16LittleEndian, 0};
    if (hasZerosAt(sample, 0))
        return {TextEncoding::Utf16BigEndian, 0};
    return {};
}

TextDecoder::TextDecoder(TextEncoding encoding)
    : m_encoding(encoding), m_decoder(qtEncoding(encoding), QStringConverter::Flag::ConvertInitialBom)
{
}

QString TextDecoder::decode(QByteArrayView bytes)
{
    m_bytes += bytes.size();
    if (m_encoding == TextEncoding::Windows1252)
        return decodeWindows(bytes);
    QString text = m_decoder(bytes);
    if (m_decoder.hasError())
        m_isBroken = true;
    return text;
}

QString TextDecoder::decodeWindows(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes.at(i));
        char16_t letter = byte;
        if (byte >= 0x80 && byte <= 0x9F)
            letter = upperControls.at(byte - 0x80U);
        if (letter == 0 && byte != 0) {
            letter = QChar::ReplacementCharacter;
            m_isBroken = true;
        }
        text[i] = QChar(letter);
    }
    return text;
}

void TextDecoder::end()
{
    if (m_encoding == TextEncoding::Utf8) {
        // A line feed cannot be part of a longer letter, so one that was begun turns out to be broken.
        const QString rest = m_decoder(QByteArrayView("\n"));
        if (m_decoder.hasError() || rest.size() != 1)
            m_isBroken = true;
    } else if (m_encoding != TextEncoding::Windows1252 && m_bytes % 2 != 0) {
        m_isBroken = true;
    }
}

} // namespace offboarding
