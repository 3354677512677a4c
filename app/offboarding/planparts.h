// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/offboarding/planner.h"

#include <QList>

namespace offboarding {

// What a plan shows beside the act itself. Pure.

/// Ticked steps before anything is cleared: signed out, offline, off queue, without a phone.
QList<StepKind> stepsBeforeClearing(const PlanOptions &options);
/// Ticked steps after it. Groups come before queues and roles, because a group brings both (contract §6.2).
QList<StepKind> stepsAfterClearing(const PlanOptions &options);

/// A ticked step for @p userId as previewed. Without requests that write if what it would change was not
/// read, see isPreviewed().
PlanStep plannedPart(StepKind kind, const PlanInput &input, const QString &userId);
/// True if the preview knows what a ticked step would change.
bool isPreviewed(StepKind kind, const PlanInput &input, const QString &userId);

/// What taking the snapshot reads.
QList<ApiRequest> snapshotRequests(const PlanInput &input, const QString &userId);
/// What one reading of the references reads (app/references/referencereading.cpp), as previewed.
QList<ApiRequest> referenceRequests(const PlanInput &input, const QString &userId);
/// How it is found out whether somebody who administers is left.
QList<ApiRequest> administratorRequests(const PlanInput &input, const QString &userId);

} // namespace offboarding
