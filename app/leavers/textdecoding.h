// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

namespace offboarding {

/// How the letters of a list are written. Windows-1252 is what is left when a file without a byte order mark
/// is not UTF-8.
enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

QString textEncodingName(TextEncoding encoding); ///< "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252"

struct EncodingGuess
{
    TextEncoding encoding = TextEncoding::Utf8;
    int markBytes = 0; ///< length of the byte order mark; 0: there is none
};

/// What the first bytes of a file say: its byte order mark, or the zeros that UTF-16 without one puts between
/// Latin letters. Otherwise UTF-8, which the rest of the file has to confirm.
EncodingGuess guessEncoding(QByteArrayView start);

/// Bytes to text, piece by piece; a letter may be cut by the end of a piece. Own tables for Windows-1252
/// only, which Qt does not bring without ICU.
class TextDecoder
{
public:
    explicit TextDecoder(TextEncoding encoding);

    /// Bytes that are no text become U+FFFD and make the decoder broken. UTF-16 is passed on unchecked:
    /// whether surrogates come in pairs is seen by who reads the text.
    QString decode(QByteArrayView bytes);
    /// After the last piece: a letter that was begun must be finished.
    void end();
    bool isBroken() const { return m_isBroken; }

private:
    QString decodeWindows(QByteArrayView bytes);

    TextEncoding m_encoding;
    QStringDecoder m_decoder;
    qint64 m_bytes = 0;
    bool m_isBroken = false;
};

} // namespace offboarding
