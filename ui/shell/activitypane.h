// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/httpexchange.h"
#include "app/offboarding/runner.h"

#include <QTabWidget>

class QPushButton;
class QTableView;

namespace offboarding::ui {

class ActivityModel;
class HttpLogModel;
class RateGauge;

/// Runs with progress, pause, stop and result; and the HTTP log.
class ActivityPane : public QTabWidget
{
    Q_OBJECT

public:
    ActivityPane(Runner &runner, HttpLogModel &log, QWidget *parent = nullptr);

    QString currentRunId() const; ///< empty: none is selected
    void setRateBudget(const RateBudget &budget);
    void tick(); ///< once a second

Q_SIGNALS:
    void resultRequested(const QString &runId);
    void retryRequested(const QString &runId); ///< the users of a finished run who are not finished

private:
    QWidget *createActivity();
    QWidget *createLog(HttpLogModel &log);
    void updateButtons();

    Runner &m_runner;
    ActivityModel *m_model;
    QTableView *m_runs = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_result = nullptr;
    RateGauge *m_gauge = nullptr; ///< shown while something runs
};

} // namespace offboarding::ui
