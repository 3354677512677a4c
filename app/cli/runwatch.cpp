// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runwatch.h"

#include "app/cli/errortext.h"
#include "app/cli/plantext.h"

#include <QCoroSignal>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

#include <algorithm>

namespace offboarding::cli {

namespace {

constexpr qsizetype mostLinesShown = 50;

bool isSuccess(const StepResult &step)
{
    return step.outcome == Outcome::Done || step.outcome == Outcome::Kept;
}

/// The product itself said no, before it sent anything of that step.
bool isRefusal(const StepResult &step)
{
    switch (step.cause) {
    case Cause::GateRefused:
    case Cause::LiveCustomer:
    case Cause::ChangedSincePreview:
    case Cause::NotConnected:
    case Cause::NotRemovable:
        return true;
    default:
        return false;
    }
}

QString lineOf(const RunResult &run, const StepResult &step)
{
    QString line = QStringLiteral("%1: %2 %3")
                       .arg(identityOf(run.plan, step.step.userId), stepKindName(step.step.kind),
                            outcomeName(step.outcome));
    if (const QString cause = causeName(step.cause); !cause.isEmpty())
        line += QStringLiteral(" (%1)").arg(cause);
    if (!step.detail.isEmpty())
        line += QStringLiteral(": ") + step.detail;
    if (step.error)
        line += QStringLiteral("; ") + technical(*step.error);
    return line;
}

QString counted(qsizetype count, const char *one)
{
    return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(one),
                                                    count == 1 ? QString() : QStringLiteral("s"));
}

} // namespace

ExitCode exitCodeOf(const RunResult &run)
{
    if (run.isVerified())
        return ExitCode::Done;
    const auto any = [&run](auto &&matches) {
        return std::any_of(run.steps.cbegin(), run.steps.cend(), matches);
    };
    if (run.journalError || run.waiting() > 0 ||
        any([](const StepResult &step) { return step.cause == Cause::Stopped; }))
        return ExitCode::Stopped;
    const bool isWorse = any([](const StepResult &step) {
        return !isSuccess(step) && !isRefusal(step) && step.cause != Cause::EarlierStepFailed;
    });
    return !isWorse && any(isRefusal) ? ExitCode::Refused : ExitCode::Partly;
}

QByteArray progressLine(const StepResult &step)
{
    QJsonObject object{{QStringLiteral("time"), step.finished.toUTC().toString(Qt::ISODateWithMs)},
                       {QStringLiteral("userId"), step.step.userId},
                       {QStringLiteral("step"), stepKindName(step.step.kind)},
                       {QStringLiteral("outcome"), outcomeName(step.outcome)},
                       {QStringLiteral("cause"), causeName(step.cause)}};
    if (!step.step.clearing.conversationId.isEmpty())
        object.insert(QStringLiteral("conversationId"), step.step.clearing.conversationId);
    if (!step.detail.isEmpty())
        object.insert(QStringLiteral("detail"), step.detail);
    if (step.error)
        object.insert(QStringLiteral("error"), technical(*step.error));
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString runSummary(const RunResult &run)
{
    QString text = QStringLiteral("%1 of %2 verified: %3 done, %4 kept, %5 skipped, %6 failed")
                       .arg(run.verifiedUserIds().size())
                       .arg(counted(run.plan.users.size(), "user"))
                       .arg(run.count(Outcome::Done))
                       .arg(run.count(Outcome::Kept))
                       .arg(run.count(Outcome::Skipped))
                       .arg(run.count(Outcome::Failed));
    if (run.waiting() > 0)
        text += QStringLiteral(", %1 not come to").arg(run.waiting());
    QStringList lines;
    for (const Outcome outcome : {Outcome::Failed, Outcome::Skipped}) {
        for (const StepResult &step : run.steps) {
            if (step.outcome == outcome && step.cause != Cause::EarlierStepFailed)
                lines.append(lineOf(run, step));
        }
    }
    const qsizetype more = lines.size() - mostLinesShown;
    if (more > 0) {
        lines = lines.mid(0, mostLinesShown);
        lines.append(QStringLiteral("and %1 more").arg(more));
    }
    if (run.journalError)
        lines.prepend(QStringLiteral("The run ended because it could not be recorded; nothing was sent "
                                     "after that. %1")
                          .arg(technical(*run.journalError)));
    lines.prepend(text);
    return lines.join(QLatin1Char('\n'));
}

QCoro::Task<ExitCode> watchRun(CommandContext context, Runner *runner, QString runId)
{
    Terminal *const terminal = &context.terminal;
    const bool printsSteps = context.arguments.has(QStringLiteral("progress"));
    QObject listener; // ends the connections with this task
    const RunResult *const begun = runner->find(runId);
    const qsizetype total = begun == nullptr ? 0 : begun->plan.steps.size();
    qsizetype done = begun == nullptr ? 0 : begun->steps.size();
    QObject::connect(runner, &Runner::stepFinished, &listener,
                     [&done, total, terminal, printsSteps, runId](const QString &id, const StepResult &step) {
                         if (id != runId)
                             return;
                         ++done;
                         if (printsSteps)
                             terminal->write(progressLine(step));
                         terminal->progress(QStringLiteral("Steps"), done, total);
                     });
    QObject::connect(&context.stop, &StopSignal::requested, &listener, [runner, terminal, runId] {
        terminal->message(QStringLiteral("Stopping before the next step; what was sent is awaited."));
        runner->stop(runId);
    });
    while (true) {
        const RunResult *const now = runner->find(runId);
        if (now == nullptr || now->state == RunState::Finished)
            break;
        co_await qCoro(runner, &Runner::runFinished);
    }
    terminal->clearProgress();
    const RunResult *const result = runner->find(runId);
    if (result == nullptr)
        co_return ExitCode::Stopped;
    QString text = runSummary(*result);
    const ExitCode code = exitCodeOf(*result);
    if (code == ExitCode::Stopped && !result->journal.isEmpty())
        text += QStringLiteral("\nGo on with: offboardctl resume %1").arg(result->journal);
    terminal->message(text);
    co_return code;
}

} // namespace offboarding::cli
