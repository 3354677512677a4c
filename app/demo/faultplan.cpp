// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/faultplan.h"

namespace offboarding::demo {

bool FaultPlan::fits(QStringView pattern, QStringView text)
{
    const QList<QStringView> parts = pattern.split(QLatin1Char('*'));
    if (parts.size() == 1)
        return pattern == text;
    if (!text.startsWith(parts.first()))
        return false;
    text = text.mid(parts.first().size());
    for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
        const qsizetype at = text.indexOf(parts.at(i));
        if (at < 0)
            return false;
        text = text.mid(at + parts.at(i).size());
    }
    return text.endsWith(parts.last());
}

std::optional<FaultRule> FaultPlan::take(const QString &method, const QString &path, const QString &query)
{
    for (FaultRule &rule : m_rules) {
        if (rule.count == 0 || (!rule.method.isEmpty() && rule.method != method))
            continue;
        const QString whole = path + QLatin1Char('?') + query;
        const bool withQuery = rule.pathPattern.contains(QLatin1Char('?'));
        if (!fits(rule.pathPattern, withQuery ? whole : path))
            continue;
        if (rule.skip > 0) {
            --rule.skip;
            continue;
        }
        if (rule.count > 0)
            --rule.count;
        return rule;
    }
    return std::nullopt;
}

QByteArray withInvalidUtf8(QByteArray json)
{
    // The first string that is a value: after a colon.
    const qsizetype at = json.indexOf(":\"");
    json.insert(at < 0 ? json.size() : at + 2, QByteArray("\xC3\x28\xFF", 3));
    return json;
}

} // namespace offboarding::demo
