// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/redaction.h"

#include <QRegularExpression>

namespace offboarding {

QString redacted(const QString &text)
{
    static const QRegularExpression authorization(
        QStringLiteral(R"((\b(?:bearer|basic)\s+)[A-Za-z0-9._~+/=-]{4,})"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression parameter(
        QStringLiteral(
            R"re(("?\b(?:access_token|refresh_token|client_secret|code_verifier|id_token)"?\s*[=:]\s*"?)[^\s"&,}]+)re"),
        QRegularExpression::CaseInsensitiveOption);
    QString result = text;
    result.replace(authorization, QStringLiteral("\\1[redacted]"));
    result.replace(parameter, QStringLiteral("\\1[redacted]"));
    return result;
}

QString boundedServerText(const QString &text)
{
    QString result = redacted(text.left(longestServerText * 2));
    for (QChar &character : result) {
        if (character.category() == QChar::Other_Control && character != QLatin1Char('\n'))
            character = QLatin1Char(' ');
    }
    if (result.size() > longestServerText) {
        result.truncate(longestServerText);
        result += QChar(0x2026);
    }
    return result.trimmed();
}

} // namespace offboarding
