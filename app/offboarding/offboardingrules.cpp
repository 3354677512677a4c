// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/offboardingrules.h"

#include <algorithm>

namespace offboarding {

namespace {

bool isSameText(const QString &one, const QString &other)
{
    return !one.trimmed().isEmpty() && one.trimmed().compare(other.trimmed(), Qt::CaseInsensitive) == 0;
}

GateStatus passedIf(bool isFine)
{
    return isFine ? GateStatus::Passed : GateStatus::Refused;
}

RuleResult yourself(const RuleInput &input)
{
    RuleResult result{OffboardingRule::NotYourself, GateStatus::Unknown, 0, 0};
    const Identity &self = input.signedInAs;
    if (isSameText(self.userId, input.user.id) || isSameText(self.email, input.user.email))
        result.status = GateStatus::Refused;
    else if (self.isClient || !self.userId.isEmpty())
        result.status = GateStatus::Passed;
    return result; // nobody knows who is signed in: unknown
}

RuleResult protectedUser(const RuleInput &input)
{
    const QStringList &entries = input.connection.protectedUsers;
    const bool isProtected = std::any_of(entries.cbegin(), entries.cend(), [&input](const QString &entry) {
        return isSameText(entry, input.user.id) || isSameText(entry, input.user.email);
    });
    return {OffboardingRule::NotProtected, passedIf(!isProtected), 0, 0};
}

RuleResult division(const RuleInput &input)
{
    RuleResult result{OffboardingRule::InAllowedDivision, GateStatus::Passed, 0, 0};
    const QStringList &allowed = input.connection.allowedDivisions;
    if (allowed.isEmpty())
        return result;
    if (input.user.divisionId.isEmpty())
        result.status = GateStatus::Unknown;
    else
        result.status = passedIf(allowed.contains(input.user.divisionId, Qt::CaseInsensitive));
    return result;
}

RuleResult lastAdministrator(const RuleInput &input)
{
    RuleResult result{OffboardingRule::NotLastAdministrator, GateStatus::Unknown, 0, 0};
    const AdministratorCensus &census = input.administrators;
    if (!census.isKnown)
        return result;
    // All that the run takes out count, not only this user: two administrators must not go one by one.
    QSet<QString> left = census.userIds;
    for (const QString &id : input.chosenUserIds)
        left.remove(id);
    left.remove(input.user.id);
    result.count = static_cast<int>(left.size());
    result.status = passedIf(!census.userIds.contains(input.user.id) || !left.isEmpty());
    return result;
}

int chosenCount(const RuleInput &input)
{
    QSet<QString> chosen(input.chosenUserIds.cbegin(), input.chosenUserIds.cend());
    chosen.insert(input.user.id);
    return static_cast<int>(chosen.size());
}

RuleResult userLimit(const RuleInput &input)
{
    const int limit = input.connection.limits.mostUsersPerRun;
    const int count = chosenCount(input);
    return {OffboardingRule::WithinUserLimit, passedIf(count <= limit), count, limit};
}

RuleResult organizationShare(const RuleInput &input)
{
    const int count = chosenCount(input);
    const qint64 percent = input.connection.limits.mostPercentOfOrganization;
    RuleResult result{OffboardingRule::WithinOrganizationShare, GateStatus::Unknown, count, 0};
    // One person is never a mass removal, however small the organisation.
    if (count == 1) {
        result.limit = 1;
        result.status = GateStatus::Passed;
    } else if (input.organizationUsers >= 0) {
        result.limit = static_cast<int>(std::max<qint64>(1, input.organizationUsers * percent / 100));
        result.status = passedIf(count <= result.limit);
    }
    return result;
}

} // namespace

QString offboardingRuleName(OffboardingRule rule)
{
    switch (rule) {
    case OffboardingRule::NotYourself:
        return QStringLiteral("not-yourself");
    case OffboardingRule::NotProtected:
        return QStringLiteral("not-protected");
    case OffboardingRule::InAllowedDivision:
        return QStringLiteral("in-allowed-division");
    case OffboardingRule::NotLastAdministrator:
        return QStringLiteral("not-last-administrator");
    case OffboardingRule::WithinUserLimit:
        return QStringLiteral("within-user-limit");
    case OffboardingRule::WithinOrganizationShare:
        break;
    }
    return QStringLiteral("within-organization-share");
}

QList<RuleResult> checkOffboardingRules(const RuleInput &input)
{
    if (input.act == Act::Restore || input.act == Act::ClearReferences)
        return {};
    return {yourself(input),          protectedUser(input), division(input),
            lastAdministrator(input), userLimit(input),     organizationShare(input)};
}

bool areAllKept(const QList<RuleResult> &results)
{
    return std::all_of(results.cbegin(), results.cend(),
                       [](const RuleResult &result) { return result.status == GateStatus::Passed; });
}

} // namespace offboarding
