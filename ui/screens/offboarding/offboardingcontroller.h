// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/prompts.h"
#include "ui/screens/services.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QStringList>

namespace offboarding::ui {

/// From an action to a plan, a dialog, a run and its result. Ids only; opens dialogs over @p window.
class OffboardingController : public QObject
{
    Q_OBJECT

public:
    OffboardingController(Services services, Prompts &prompts, QWidget *window);

    /// Evidence files that were exported for force delete, by user id (last one wins).
    const QHash<QString, EvidenceFile> &evidence() const { return m_evidence; }

public Q_SLOTS:
    void deactivate(const QStringList &userIds);
    void
    deleteUser(const QString &userId); ///< plain DELETE: the server refuses with 409 while references exist
    void forceDelete(const QString &userId);
    void restore(const QStringList &userIds);
    /// @p conversations may span users; empty: all blocking conversations of @p userIds.
    void clearReferences(const QStringList &userIds, const QList<ConversationKey> &conversations);
    /// Users table as shown: @p userIds in the order and @p columns (stable names with titles) that the table
    /// shows.
    void exportUsers(const QStringList &userIds, const QStringList &columnTitles,
                     const QList<QStringList> &rows);
    void exportReferences(const QStringList &userIds);
    void exportRun(const QString &runId);
    void showRun(const QString &runId); ///< the result: failures first, retry failed, export

Q_SIGNALS:
    void runQueued(const QString &runId);
    void fileExported(const QString &path);

private:
    Services m_services;
    Prompts &m_prompts;
    QPointer<QWidget> m_window;
    QHash<QString, EvidenceFile> m_evidence;
};

} // namespace offboarding::ui
