// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/user.h"
#include "app/offboarding/plan.h"
#include "app/references/referencemap.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace offboarding {

/// Conditions of a destructive act; each one is checked, not asked (S3).
enum class Gate {
    PreviewFresh,       ///< the preview is younger than two minutes
    ReferencesKnown,    ///< every source was read
    NoLiveSession,      ///< agent status reports no session
    NoLiveConversation, ///< no conversation has the user as an active participant or in after-call work
    EvidenceExported,   ///< the references file of this user was exported after the last reading and is
                        ///< unchanged
    RiskAccepted,       ///< the check box
    IdentityTyped,      ///< e-mail address (or id where there is none), exactly but for blanks around it
    OrganizationTyped   ///< production only: the organisation's name
};

QString gateName(Gate gate); ///< "preview-fresh", "references-known", …; for reports

enum class GateStatus { Passed, Refused, Unknown };

struct GateResult
{
    Gate gate = Gate::PreviewFresh;
    GateStatus status = GateStatus::Unknown;
    int count = 0; ///< live sessions, live conversations or unreadable sources, where it says something
};

/// An export that can be checked again: the file must still be there with the same content.
struct EvidenceFile
{
    QString path;
    QByteArray sha256; ///< raw digest
    QDateTime written; ///< UTC
    QString userId;
};

/// True if the file exists and its content still has the digest.
bool isEvidenceIntact(const EvidenceFile &evidence);

struct GateInput
{
    Act act = Act::ForceDelete;
    Environment environment = Environment::Production;
    User user;
    QString organizationName;
    std::optional<ReferenceMap> references; ///< empty, or another user's: not read
    std::optional<EvidenceFile> evidence;
    bool riskAccepted = false;
    QString typedIdentity;
    QString typedOrganization;
    /// When the references were read that the evidence must be younger than; invalid: references->readAt. The
    /// runner sets it to the reading behind the plan, because its own re-reading is always younger.
    QDateTime evidenceNotBefore;
    QDateTime previewExpires;
    QDateTime now;
};

/// All gates of @p input.act in the order in which they are shown. Deactivate has PreviewFresh,
/// ReferencesKnown and NoLiveConversation; Delete adds RiskAccepted and IdentityTyped; ForceDelete has all.
QList<GateResult> checkGates(const GateInput &input);
bool haveAllPassed(const QList<GateResult> &results);

} // namespace offboarding
