// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/runner.h"
#include "ui/models/remainingtime.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QStringList>

namespace offboarding::ui {

/// The runs of this session, newest first. The progress cell carries the counts for RunBarDelegate.
class ActivityModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        ActColumn,
        UsersColumn,
        StateColumn,
        ProgressColumn,
        ElapsedColumn,
        RemainingColumn,
        ResultColumn,
        ColumnCount
    };
    enum Role { RunIdRole = Qt::UserRole, CountsRole };

    explicit ActivityModel(const Runner &runner, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    QString runIdAt(int row) const;
    int rowOf(const QString &runId) const;
    void tick(); ///< elapsed and remaining times of what still runs

private:
    void changed(const QString &runId);
    void follow(const RunResult &run);
    QString remainingText(const RunResult &run) const;
    static QString resultText(const RunResult &run);

    const Runner &m_runner;
    QStringList m_runIds;
    QHash<QString, RunPace> m_paces; ///< of the runs that are not finished
};

} // namespace offboarding::ui
