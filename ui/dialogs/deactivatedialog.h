// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/actdialog.h"

#include <QHash>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QWidget;

namespace offboarding::ui {

class ClearingTable;
class PlannedUserTable;

/// The recommended act (S2): takes access away and keeps the history (S8).
///
/// Every live conversation needs a choice. A user with something unread or undecided blocks the button until
/// it is settled or the admin leaves that user out by a tick.
class DeactivateDialog : public ActDialog
{
    Q_OBJECT

public:
    DeactivateDialog(const Connection &connection, QWidget *parent);

    /// Production only: from this many users on, the organisation's name and the number are typed.
    static constexpr int bulkCount = 10;

    /// "Delete after N days": 0 if it is not ticked, which is the default.
    int deleteAfterDays() const;

protected:
    QString headline() const override;
    QString confirmName() const override;
    void fill() override;
    QString ownRefusal() const override;
    QString ownSaveRefusal() const override;
    PlanInput planInput() const override;
    Decision decision() const override;

private:
    QHash<QString, QString> blockers() const;
    QString brokenRule(const User &user) const;
    QString brokenLimit() const; ///< of users per run
    QStringList preparedIds() const;
    QList<User> readyUsers() const; ///< those without a blocker
    QList<User> plannedUsers() const;
    QString bulkText() const;
    bool needsBulkText() const;
    void buildCoolOff();
    void updateCoolOff();
    void choicesChanged();

    PlannedUserTable *m_users = nullptr;
    ClearingTable *m_clearing = nullptr;
    QWidget *m_clearingPage = nullptr;
    QCheckBox *m_leaveOut = nullptr;
    QWidget *m_bulk = nullptr;
    QLineEdit *m_bulkText = nullptr;
    QCheckBox *m_deleteLater = nullptr;
    QSpinBox *m_deleteAfter = nullptr;
    QLabel *m_deleteLaterHelp = nullptr;
};

} // namespace offboarding::ui
