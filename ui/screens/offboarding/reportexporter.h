// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/gates.h"
#include "app/offboarding/preparedplan.h"
#include "app/offboarding/runresult.h"
#include "app/references/reportchecker.h"
#include "app/reports/table.h"
#include "ui/dialogs/prompts.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace offboarding::ui {

/// Asks where to, and writes a report there whole or not at all. The ending of the chosen name decides about
/// the format; a failure is told with what to do next.
class ReportExporter : public QObject
{
    Q_OBJECT

public:
    ReportExporter(Prompts &prompts, QWidget *window);

    /// @p answer gets the path; it is not called when the admin cancels.
    void choosePath(QWidget *parent, const QString &title, const QString &name,
                    std::function<void(const QString &)> answer);
    /// Writes @p table or @p array, as the ending of @p path says. Returns the digest; empty after a failure,
    /// which was told already.
    QByteArray write(QWidget *parent, const QString &path, const ReportTable &table, const QJsonArray &array);
    QByteArray writeBytes(QWidget *parent, const QString &path, const QByteArray &content);

    void exportUsers(const QList<User> &users, const ReportTable &asShown);
    /// As CSV, JSON, Excel workbook, page or PDF; of a run with a journal also as an evidence pack. Long ones
    /// are made in a thread of their own.
    void exportRun(const RunResult &run);
    void exportReportCheck(QWidget *parent, const ReportCheckReading &reading);
    void writeReferences(const QString &path, const PreparedPlan &prepared);
    /// The references of one user as evidence for a force delete. @p answer is not called after a failure.
    void exportEvidence(QWidget *parent, const PreparedPlan &prepared, const User &user,
                        std::function<void(const EvidenceFile &)> answer);

Q_SIGNALS:
    void fileExported(const QString &path);

private:
    void tellFailure(QWidget *parent, const QString &path, const Error &error);

    Prompts &m_prompts;
    QPointer<QWidget> m_window;
};

} // namespace offboarding::ui
