// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/permissions.h"

#include <algorithm>

namespace offboarding::demo {

namespace {

const QString wildcard = QStringLiteral("*");

bool fits(const QString &pattern, const QString &permission)
{
    if (pattern == permission)
        return true;
    const QStringList parts = pattern.split(QLatin1Char(':'));
    const QStringList wanted = permission.split(QLatin1Char(':'));
    if (parts.size() != wanted.size())
        return false;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts.at(i) != wildcard && parts.at(i) != wanted.at(i))
            return false;
    }
    return true;
}

/// The pattern of what @p left and @p right both cover; empty if there is nothing.
QString common(const QString &left, const QString &right)
{
    const QStringList one = left.split(QLatin1Char(':'));
    const QStringList other = right.split(QLatin1Char(':'));
    if (one.size() != other.size())
        return {};
    QStringList parts;
    for (qsizetype i = 0; i < one.size(); ++i) {
        if (one.at(i) == other.at(i) || other.at(i) == wildcard)
            parts.append(one.at(i));
        else if (one.at(i) == wildcard)
            parts.append(other.at(i));
        else
            return {};
    }
    return parts.join(QLatin1Char(':'));
}

QStringList asList(std::initializer_list<const char *> names)
{
    QStringList list;
    for (const char *name : names)
        list.append(QString::fromLatin1(name));
    return list;
}

} // namespace

PermissionSet::PermissionSet(QStringList patterns) : m_patterns(std::move(patterns))
{
    m_patterns.removeAll(QString());
    m_patterns.removeDuplicates();
    m_patterns.sort();
    const QStringList all = m_patterns;
    m_patterns.removeIf([&all](const QString &one) {
        return std::any_of(all.cbegin(), all.cend(),
                           [&one](const QString &other) { return other != one && fits(other, one); });
    });
}

PermissionSet PermissionSet::everything()
{
    static const PermissionSet set(
        asList({"admin", "alerting:*:*", "analytics:*:*", "audits:*:*", "authorization:*:*",
                "conversation:*:*", "directory:*:*", "gdpr:*:*", "groups:*:*", "oauth:*:*", "presence:*:*",
                "recording:*:*", "routing:*:*", "telephony:*:*", "voicemail:*:*", "workitems:*:*"}));
    return set;
}

bool PermissionSet::allows(const QString &permission) const
{
    return std::any_of(m_patterns.cbegin(), m_patterns.cend(),
                       [&permission](const QString &pattern) { return fits(pattern, permission); });
}

PermissionSet PermissionSet::intersected(const PermissionSet &other) const
{
    QStringList both;
    for (const QString &left : m_patterns) {
        for (const QString &right : other.m_patterns)
            both.append(common(left, right));
    }
    return PermissionSet(both);
}

RequiredPermissions anyOf(std::initializer_list<const char *> names)
{
    return {asList(names), false};
}

RequiredPermissions allOf(std::initializer_list<const char *> names)
{
    return {asList(names), true};
}

std::optional<Refusal> permissionRefusal(const PermissionSet &granted, const RequiredPermissions &required)
{
    QStringList missing;
    for (const QString &name : required.names) {
        if (!granted.allows(name))
            missing.append(name);
    }
    const bool isEnough = required.needsAll ? missing.isEmpty() : missing.size() < required.names.size();
    if (required.names.isEmpty() || isEnough)
        return std::nullopt;
    const QString list = missing.join(QStringLiteral(", "));
    Refusal refusal;
    refusal.status = 403;
    refusal.code =
        required.needsAll ? QStringLiteral("missing.permissions") : QStringLiteral("missing.any.permissions");
    const QString what =
        required.needsAll
            ? QStringLiteral("You are missing the following permission(s): [%1]")
            : QStringLiteral("You must have at least one of the following permissions assigned: [%1]");
    const QString text = QLatin1String("Unable to perform the requested action. ") + what;
    refusal.message = text.arg(list);
    refusal.messageWithParams = text.arg(QStringLiteral("{permissions}"));
    refusal.messageParams = {{QStringLiteral("permissions"), list}};
    return refusal;
}

} // namespace offboarding::demo
