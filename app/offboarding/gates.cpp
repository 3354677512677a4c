// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/gates.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace offboarding {

namespace {

bool isTyped(const QString &typed, const QString &wanted)
{
    return !wanted.isEmpty() && typed.trimmed().normalized(QString::NormalizationForm_C) ==
                                    wanted.trimmed().normalized(QString::NormalizationForm_C);
}

GateResult result(Gate gate, bool isPassed, int count = 0)
{
    return {gate, isPassed ? GateStatus::Passed : GateStatus::Refused, count};
}

GateResult referencesKnown(const GateInput &input)
{
    if (!input.references)
        return {Gate::ReferencesKnown, GateStatus::Unknown, 0};
    const auto unreadable =
        std::count_if(input.references->sources.cbegin(), input.references->sources.cend(),
                      [](const SourceReading &s) { return s.status != SourceStatus::Fresh; });
    return result(Gate::ReferencesKnown, input.references->isComplete(), static_cast<int>(unreadable));
}

GateResult noLiveSession(const GateInput &input)
{
    if (!input.references || !input.references->sessionCount)
        return {Gate::NoLiveSession, GateStatus::Unknown, 0};
    return result(Gate::NoLiveSession, *input.references->sessionCount == 0, *input.references->sessionCount);
}

GateResult noLiveConversation(const GateInput &input)
{
    if (!input.references)
        return {Gate::NoLiveConversation, GateStatus::Unknown, 0};
    const auto blocking =
        std::count_if(input.references->conversations.cbegin(), input.references->conversations.cend(),
                      [](const ConversationReference &r) { return r.isBlocking(); });
    if (blocking > 0)
        return result(Gate::NoLiveConversation, false, static_cast<int>(blocking));
    // An empty list proves nothing while a source could not be read.
    if (!input.references->isComplete())
        return {Gate::NoLiveConversation, GateStatus::Unknown, 0};
    return result(Gate::NoLiveConversation, true);
}

bool isEvidenceOf(const GateInput &input)
{
    if (!input.evidence || input.evidence->userId != input.user.id)
        return false;
    const QDateTime notBefore = input.evidenceNotBefore.isValid() ? input.evidenceNotBefore
                                : input.references                ? input.references->readAt
                                                                  : QDateTime();
    const bool isOlder = notBefore.isValid() && input.evidence->written < notBefore;
    return !isOlder && isEvidenceIntact(*input.evidence);
}

} // namespace

QString gateName(Gate gate)
{
    switch (gate) {
    case Gate::PreviewFresh:
        return QStringLiteral("preview-fresh");
    case Gate::ReferencesKnown:
        return QStringLiteral("references-known");
    case Gate::NoLiveSession:
        return QStringLiteral("no-live-session");
    case Gate::NoLiveConversation:
        return QStringLiteral("no-live-conversation");
    case Gate::EvidenceExported:
        return QStringLiteral("evidence-exported");
    case Gate::RiskAccepted:
        return QStringLiteral("risk-accepted");
    case Gate::IdentityTyped:
        return QStringLiteral("identity-typed");
    case Gate::OrganizationTyped:
        break;
    }
    return QStringLiteral("organization-typed");
}

bool isEvidenceIntact(const EvidenceFile &evidence)
{
    QFile file(evidence.path);
    if (evidence.path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return false;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return hash.addData(&file) && hash.result() == evidence.sha256;
}

QList<GateResult> checkGates(const GateInput &input)
{
    QList<GateResult> results;
    results.append(result(Gate::PreviewFresh, input.now <= input.previewExpires));
    if (input.act == Act::Restore)
        return results;
    results.append(referencesKnown(input));
    if (input.act == Act::ForceDelete)
        results.append(noLiveSession(input));
    if (input.act != Act::ClearReferences)
        results.append(noLiveConversation(input));
    if (input.act != Act::Delete && input.act != Act::ForceDelete)
        return results;
    if (input.act == Act::ForceDelete)
        results.append(result(Gate::EvidenceExported, isEvidenceOf(input)));
    results.append(result(Gate::RiskAccepted, input.riskAccepted));
    results.append(result(Gate::IdentityTyped, isTyped(input.typedIdentity, input.user.confirmationText())));
    if (input.environment == Environment::Production)
        results.append(
            result(Gate::OrganizationTyped, isTyped(input.typedOrganization, input.organizationName)));
    return results;
}

bool haveAllPassed(const QList<GateResult> &results)
{
    return std::all_of(results.cbegin(), results.cend(),
                       [](const GateResult &gate) { return gate.status == GateStatus::Passed; });
}

} // namespace offboarding
