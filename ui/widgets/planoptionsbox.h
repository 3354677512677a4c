// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/planoptions.h"

#include <QString>
#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace offboarding::ui {

/// The optional steps of an offboarding as ticks, with the reason and the ticket that go on record.
class PlanOptionsBox : public QWidget
{
    Q_OBJECT

public:
    /// @p options: ticked at first. @p canRemember: the connection is a saved one.
    PlanOptionsBox(const PlanOptions &options, bool canRemember, QWidget *parent = nullptr);

    PlanOptions options() const;
    QString reason() const;
    QString ticket() const;
    /// These ticks shall be the ones at the start from now on.
    bool isRemembered() const;

Q_SIGNALS:
    void changed();

private:
    QCheckBox *addTick(const char *objectName, const QString &text, const QString &tip, bool isTicked);

    QWidget *m_steps; ///< before the ticks, which are in it
    QCheckBox *m_revokeTokens;
    QCheckBox *m_goOffline;
    QCheckBox *m_releaseStation;
    QCheckBox *m_removeQueues;
    QCheckBox *m_removeSkills;
    QCheckBox *m_removeLanguages;
    QCheckBox *m_removeGroups;
    QCheckBox *m_removeRoles;
    QCheckBox *m_remember;
    QLineEdit *m_reason;
    QLineEdit *m_ticket;
};

} // namespace offboarding::ui
