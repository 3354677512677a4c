// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/blocker.h"
#include "app/offboarding/runresult.h"
#include "app/references/referencemap.h"

#include <QDialog>
#include <QHash>
#include <QStringList>

class QDialogButtonBox;
class QPlainTextEdit;
class QTableWidget;

namespace offboarding::ui {

class CopyOfferButton;

/// What came of a run: failures first, each with what happened, what it means and what to do next; and the
/// conversations that made the server refuse a deletion. Values in, a wish out.
class RunResultDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p maps: what refers to the users, as read last. @p unfinishedUserIds: whom another try would be
    /// about.
    RunResultDialog(const RunResult &run, const QHash<QString, ReferenceMap> &maps,
                    const QStringList &unfinishedUserIds, QWidget *parent);

Q_SIGNALS:
    // The dialog is closed already, but for exportRequested.
    void retryRequested(const QStringList &userIds);
    void undoRequested(); ///< of the whole run
    void clearReferencesRequested(const QStringList &userIds);
    void deactivateRequested(const QStringList &userIds);
    void reportCheckRequested(const QStringList &userIds);
    void exportRequested();

private:
    using Wish = void (RunResultDialog::*)(const QStringList &);

    QWidget *createSteps();
    QWidget *createDifferences(); ///< null if this run put nothing back
    void showStep(int row);       ///< explains the step in that row
    QWidget *createBlockers(const QHash<QString, ReferenceMap> &maps);
    void createButtons();
    void addWish(const QString &objectName, const QString &text, const QString &tip,
                 const QStringList &userIds, Wish wish);
    QString headline() const;
    QString identityOf(const QString &userId) const;
    QStringList refusedByReferences() const; ///< users whose deletion the server refused with 409
    /// Users with a step that did not work out and offers @p action.
    QStringList usersOffered(NextAction action) const;
    QStringList reversibleUserIds() const;
    QStringList touchedUserIds() const;

    RunResult m_run;
    QStringList m_unfinished;
    QList<StepResult> m_steps; ///< as listed: failures first
    QPlainTextEdit *m_explanation;
    CopyOfferButton *m_copy;
    QDialogButtonBox *m_buttons;
};

} // namespace offboarding::ui
