// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/redaction.h"

#include <QRegularExpression>

namespace offboarding {

namespace {

/// Embeddings, overrides and isolates (U+202A–202E, U+2066–2069): they make a text read as another one.
bool turnsTextAround(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

} // namespace

QString redacted(const QString &text)
{
    static const QRegularExpression authorization(
        QStringLiteral(R"((\b(?:bearer|basic)(?:\s|%20|\+)+)[A-Za-z0-9._~+/=%-]{4,})"),
        QRegularExpression::CaseInsensitiveOption);
    // As a form or query parameter, a JSON member, a JSON member within a JSON string, or a header; the names
    // in snake_case or camelCase.
    static const QRegularExpression parameter(
        QStringLiteral(
            R"re((\b(?:access_?token|refresh_?token|id_?token|client_?secret|code_?verifier|)re"
            R"re(client_?assertion|password)["'\\]*\s*(?:[=:]|%3D|%3A)\s*["'\\]*)[^\s"'\\&,;}]+)re"),
        QRegularExpression::CaseInsensitiveOption);
    // An authorization code is a secret in the address that the browser comes back to; elsewhere "code" is
    // none.
    static const QRegularExpression code(QStringLiteral(R"re(([?&]code=)[^\s&#"']+)re"),
                                         QRegularExpression::CaseInsensitiveOption);
    QString result = text;
    result.replace(authorization, QStringLiteral("\\1[redacted]"));
    result.replace(parameter, QStringLiteral("\\1[redacted]"));
    result.replace(code, QStringLiteral("\\1[redacted]"));
    return result;
}

QString boundedServerText(const QString &text)
{
    QString result = redacted(text.left(longestServerText * 2));
    for (QChar &character : result) {
        const bool isControl = character.category() == QChar::Other_Control && character != QLatin1Char('\n');
        if (isControl || turnsTextAround(character))
            character = QLatin1Char(' ');
    }
    if (result.size() > longestServerText) {
        result.truncate(longestServerText);
        result += QChar(0x2026);
    }
    return result.trimmed();
}

} // namespace offboarding
