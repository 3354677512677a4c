// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activitymodel.h"

#include "ui/widgets/displaytext.h"

namespace offboarding::ui {

namespace {

/// Steps that took their time; one that was skipped says nothing about those to come.
int workedSteps(const RunResult &run)
{
    return static_cast<int>(run.steps.size()) - run.count(Outcome::Skipped);
}

} // namespace

ActivityModel::ActivityModel(const Runner &runner, QObject *parent)
    : QAbstractTableModel(parent), m_runner(runner)
{
    for (const RunResult &run : runner.runs()) {
        m_runIds.append(run.id);
        follow(run);
    }
    connect(&runner, &Runner::runStateChanged, this, &ActivityModel::changed);
    connect(&runner, &Runner::stepFinished, this, [this](const QString &runId) { changed(runId); });
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runIds.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ActivityModel::resultText(const RunResult &run)
{
    if (run.state == RunState::Stopping)
        return tr("what is on its way is awaited, and what was done stays done");
    if (run.state != RunState::Finished)
        return {};
    if (run.isVerified())
        return tr("done and read back at %1")
            .arg(run.finished.toLocalTime().toString(QStringLiteral("HH:mm:ss")));
    return tr("not all done: %n step(s) failed", nullptr, run.count(Outcome::Failed)) + QStringLiteral(", ") +
           tr("%n skipped", nullptr, run.count(Outcome::Skipped));
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunResult *run = m_runner.find(m_runIds.at(index.row()));
    if (run == nullptr)
        return {};
    if (role == RunIdRole)
        return run->id;
    if (role == CountsRole)
        return QVariant::fromValue(QList<int>{run->count(Outcome::Done), run->count(Outcome::Kept),
                                              run->count(Outcome::Skipped), run->count(Outcome::Failed),
                                              run->waiting()});
    if ((role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole) &&
        index.column() == ProgressColumn)
        return tr("done %1, kept %2, skipped %3, failed %4, waiting %5")
            .arg(run->count(Outcome::Done))
            .arg(run->count(Outcome::Kept))
            .arg(run->count(Outcome::Skipped))
            .arg(run->count(Outcome::Failed))
            .arg(run->waiting());
    if (role == Qt::ToolTipRole && index.column() == UsersColumn)
        return QStringLiteral("<p>%1</p>").arg(index.data().toString().toHtmlEscaped());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case ActColumn:
        return displayText(run->plan.act);
    case UsersColumn:
        return run->plan.users.size() == 1
                   ? run->plan.users.first().identity().left(200)
                   : tr("%n user(s)", nullptr, static_cast<int>(run->plan.users.size()));
    case StateColumn:
        return displayText(run->state);
    case ProgressColumn:
        return tr("%1 of %2 steps").arg(run->steps.size()).arg(run->plan.steps.size());
    case ElapsedColumn: {
        if (!run->started.isValid())
            return {};
        const QDateTime end = run->finished.isValid() ? run->finished : QDateTime::currentDateTimeUtc();
        return tr("%1 s").arg(
            QLocale().toString(static_cast<double>(run->started.msecsTo(end)) / 1000, 'f', 1));
    }
    case RemainingColumn:
        return remainingText(*run);
    case ResultColumn:
        return resultText(*run);
    default:
        return {};
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ActColumn:
        return tr("Act");
    case UsersColumn:
        return tr("User");
    case StateColumn:
        return tr("State");
    case ProgressColumn:
        return tr("Progress");
    case ElapsedColumn:
        return tr("Elapsed");
    case RemainingColumn:
        return tr("Remaining");
    case ResultColumn:
        return tr("Result");
    default:
        return {};
    }
}

QString ActivityModel::runIdAt(int row) const
{
    return m_runIds.value(row);
}

int ActivityModel::rowOf(const QString &runId) const
{
    return static_cast<int>(m_runIds.indexOf(runId));
}

void ActivityModel::tick()
{
    for (int row = 0; row < rowCount(); ++row) {
        const RunResult *run = m_runner.find(m_runIds.at(row));
        if (run != nullptr && run->state != RunState::Finished)
            Q_EMIT dataChanged(index(row, ElapsedColumn), index(row, RemainingColumn));
    }
}

void ActivityModel::follow(const RunResult &run)
{
    if (run.state == RunState::Finished) {
        m_paces.remove(run.id);
        return;
    }
    auto pace = m_paces.find(run.id);
    if (pace == m_paces.end())
        pace = m_paces.insert(run.id, RunPace(workedSteps(run)));
    pace->setWorking(run.state == RunState::Running);
}

QString ActivityModel::remainingText(const RunResult &run) const
{
    if (run.state != RunState::Running)
        return {};
    const std::optional<qint64> seconds =
        m_paces.value(run.id).remainingSeconds(workedSteps(run), run.waiting());
    return seconds ? RunPace::text(*seconds) : tr("not known yet");
}

void ActivityModel::changed(const QString &runId)
{
    if (const RunResult *run = m_runner.find(runId))
        follow(*run);
    const int row = rowOf(runId);
    if (row < 0) {
        beginInsertRows({}, 0, 0);
        m_runIds.prepend(runId);
        endInsertRows();
        return;
    }
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

} // namespace offboarding::ui
