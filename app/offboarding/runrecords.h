// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/api/apirequest.h"
#include "app/journal/journal.h"
#include "app/offboarding/runner.h"
#include "app/offboarding/runresult.h"

#include <QJsonObject>

#include <optional>

namespace offboarding {

// What a run writes to its journal, and how it is read again. Field names are documented in CONTRIBUTING.md.
// Steps are named by their number, PlanStep::number.

namespace recordKinds {
inline constexpr char plan[] = "plan";           ///< a piece of the plan document's text, in order
inline constexpr char runBegun[] = "run-begun";  ///< the plan is complete; hash and decision
inline constexpr char resumed[] = "run-resumed"; ///< another process goes on
inline constexpr char stepBegun[] = "step-begun";
inline constexpr char request[] = "request"; ///< is going to be sent now
inline constexpr char answer[] = "answer";   ///< came back; may be missing although it was sent
inline constexpr char stepEnded[] = "step-ended";
inline constexpr char paused[] = "run-paused";
inline constexpr char unpaused[] = "run-unpaused";
inline constexpr char stopped[] = "run-stopped"; ///< somebody asked for it
inline constexpr char runEnded[] = "run-ended";
} // namespace recordKinds

JournalEntry runBegunRecord(const QString &runId, const QString &planHash, const Decision &decision);
JournalEntry resumedRecord(const QString &runId);
JournalEntry stepBegunRecord(const PlanStep &step);
JournalEntry requestRecord(const PlanStep &step, const ApiRequest &request);
/// With the status, or with what came instead of an answer.
JournalEntry answerRecord(const PlanStep &step, const ApiRequest &request,
                          const Result<ApiResponse> &response);
JournalEntry stepEndedRecord(const StepResult &result);
JournalEntry runEndedRecord(const RunResult &result);
/// For the kinds without data.
JournalEntry plainRecord(const char *kind);

QJsonObject decisionToJson(const Decision &decision);
Decision decisionFromJson(const QJsonObject &object);
QJsonObject errorToJson(const Error &error);
Error errorFromJson(const QJsonObject &object);
/// Without StepResult::step, which is the one of the plan. Empty: an outcome or cause that is not known.
std::optional<StepResult> stepResultFromJson(const QJsonObject &object);

} // namespace offboarding
