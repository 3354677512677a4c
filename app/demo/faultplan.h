// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demooptions.h"

#include <optional>

namespace offboarding::demo {

/// The fault rules with their counters.
class FaultPlan
{
public:
    FaultPlan() = default;
    explicit FaultPlan(QList<FaultRule> rules) : m_rules(std::move(rules)) {}

    /// The rule for this request, counted; nothing if it goes through unharmed.
    std::optional<FaultRule> take(const QString &method, const QString &path, const QString &query);

    /// True if @p text fits @p pattern, in which "*" stands for any characters, "/" included.
    static bool fits(QStringView pattern, QStringView text);

private:
    QList<FaultRule> m_rules;
};

/// Puts bytes that are not UTF-8 into the first string value of @p json.
QByteArray withInvalidUtf8(QByteArray json);

} // namespace offboarding::demo
