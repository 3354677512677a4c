// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/gates.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace offboarding {

namespace {

/// Spaces around it may come along when it is pasted; case and look-alikes of other scripts count. What is
/// blank cannot be confirmed by typing nothing.
bool isTyped(const QString &typed, const QString &wanted)
{
    const QString name = wanted.trimmed().normalized(QString::NormalizationForm_C);
    return !name.isEmpty() && typed.trimmed().normalized(QString::NormalizationForm_C) == name;
}

/// The references, if they are those of the user that is asked about.
const ReferenceMap *ownReferences(const GateInput &input)
{
    const bool isOwn =
        input.references && !input.user.id.isEmpty() && input.references->userId == input.user.id;
    return isOwn ? &*input.references : nullptr;
}

GateResult result(Gate gate, bool isPassed, int count = 0)
{
    return {gate, isPassed ? GateStatus::Passed : GateStatus::Refused, count};
}

GateResult referencesKnown(const GateInput &input)
{
    const ReferenceMap *references = ownReferences(input);
    if (references == nullptr)
        return {Gate::ReferencesKnown, GateStatus::Unknown, 0};
    const auto unreadable =
        std::count_if(references->sources.cbegin(), references->sources.cend(),
                      [](const SourceReading &s) { return s.status != SourceStatus::Fresh; });
    return result(Gate::ReferencesKnown, references->isComplete(), static_cast<int>(unreadable));
}

GateResult noLiveSession(const GateInput &input)
{
    const ReferenceMap *references = ownReferences(input);
    if (references == nullptr || !references->sessionCount)
        return {Gate::NoLiveSession, GateStatus::Unknown, 0};
    return result(Gate::NoLiveSession, *references->sessionCount == 0, *references->sessionCount);
}

GateResult noLiveConversation(const GateInput &input)
{
    const ReferenceMap *references = ownReferences(input);
    if (references == nullptr)
        return {Gate::NoLiveConversation, GateStatus::Unknown, 0};
    const auto blocking = std::count_if(references->conversations.cbegin(), references->conversations.cend(),
                                        [](const ConversationReference &r) { return r.isBlocking(); });
    if (blocking > 0)
        return result(Gate::NoLiveConversation, false, static_cast<int>(blocking));
    // An empty list proves nothing while a source could not be read.
    if (!references->isComplete())
        return {Gate::NoLiveConversation, GateStatus::Unknown, 0};
    return result(Gate::NoLiveConversation, true);
}

bool isEvidenceOf(const GateInput &input)
{
    if (!input.evidence || input.user.id.isEmpty() || input.evidence->userId != input.user.id)
        return false;
    const ReferenceMap *references = ownReferences(input);
    const QDateTime notBefore = input.evidenceNotBefore.isValid() ? input.evidenceNotBefore
                                : references != nullptr           ? references->readAt
                                                                  : QDateTime();
    // Without a reading nothing can be evidence of it.
    const bool isYounger =
        notBefore.isValid() && input.evidence->written.isValid() && input.evidence->written >= notBefore;
    return isYounger && isEvidenceIntact(*input.evidence);
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
    results.append(result(Gate::PreviewFresh, input.now.isValid() && input.previewExpires.isValid() &&
                                                  input.now <= input.previewExpires));
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
