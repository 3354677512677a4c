// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/gates.h"
#include "app/offboarding/preparedplan.h"
#include "app/offboarding/runner.h"

#include <QDateTime>
#include <QDialog>
#include <QTimer>

#include <functional>
#include <optional>

class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace offboarding::ui {

class GateList;
class GuardedButton;
class PlanOptionsBox;
class RequestView;

/// What every dialog of an act has in common: it opens while the preview is still being read, shows the
/// requests, and lets its button be pressed only while the preview is fresh and nothing stands in the way.
///
/// Cancel is the default and has the focus; Enter never confirms; Esc cancels. The confirming button wakes up
/// half a second after the dialog is shown and never lies under the cursor that opened it.
class ActDialog : public QDialog
{
    Q_OBJECT

public:
    ActDialog(Act act, Connection connection, QWidget *parent);

    /// While the data is being read: @p done of @p total users.
    void showReading(int done, int total);
    /// New values. Choices that still fit are kept.
    void setPrepared(const PreparedPlan &prepared);
    /// The data is not what is shown any more: off until it is read again.
    void markChanged();
    /// The connection went back to read-only, or was unlocked.
    void setLocked(bool isLocked);
    /// Tests only: what "now" is.
    void setClock(std::function<QDateTime()> clock);

    /// From now on exactly @p plan is run, whatever the choices are; it was rebased() already.
    void setPlan(const Plan &plan);
    /// Steps are ticked that need to know what is around the users.
    bool wantsSurroundings() const;
    /// What the reading that is going on, or the last one, covers.
    void setReadsSurroundings(bool isCovered) { m_readsSurroundings = isCovered; }
    /// The ticks that shall be the ones at the start from now on, if the admin said so.
    std::optional<PlanOptions> rememberedOptions() const;

    QStringList userIds() const { return m_userIds; }
    void setUserIds(const QStringList &userIds) { m_userIds = userIds; }
    const PreparedPlan &prepared() const { return m_prepared; }
    /// Why the confirming button is off; empty when it is on.
    QString refusal() const;
    GuardedButton *confirmButton() const { return m_confirm; }

Q_SIGNALS:
    /// The decision. The dialog is closed already.
    void confirmed(const offboarding::Plan &plan, const offboarding::Decision &decision);
    void readAgainRequested();
    /// A plan that lives long enough to be looked at by somebody else. The dialog stays.
    void savePlanRequested(const offboarding::Plan &plan);

protected:
    virtual QString headline() const = 0;
    virtual QString confirmName() const = 0;
    /// Values changed: fill the dialog's own widgets.
    virtual void fill() = 0;
    /// The first reason that is this dialog's own; empty: none.
    virtual QString ownRefusal() const = 0;
    virtual PlanInput planInput() const { return m_prepared.input; }
    /// Why the choices make no plan that could be saved; empty: they do.
    virtual QString ownSaveRefusal() const { return {}; }
    virtual Decision decision() const { return {}; }
    /// Called when the state of the confirming button may change; also every second.
    virtual void updateOwn() {}

    QDateTime now() const { return m_clock(); }
    QDateTime previewExpires() const;
    bool isReading() const { return m_isReading; }
    bool isChanged() const { return m_isChanged; }
    /// Choices changed: plan, requests, headline and button follow.
    void rebuild();
    void updateState();

    /// The page with the optional steps, and the button that saves the plan.
    void addPlanPage();

    QTabWidget *tabs() const { return m_tabs; }
    /// Between the tabs and the freshness line: what the dialog asks.
    QVBoxLayout *questionLayout() const { return m_questions; }
    QDialogButtonBox *buttonBox() const { return m_buttons; }
    GateList *remarks() const { return m_remarks; }
    QString organizationName() const;
    QString identityOf(const User &user) const;
    const Connection &connection() const { return m_connection; }
    Act act() const { return m_act; }

    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString commonRefusal() const;
    QString approvalRefusal() const;
    QString saveRefusal() const;
    void addSaveButton();
    PlanInput completeInput() const;
    void savePlan();
    void updateFreshness();
    void fillRemarks();
    void moveOffCursor();
    void confirm();

    Act m_act;
    Connection m_connection;
    QStringList m_userIds;
    PreparedPlan m_prepared;
    Plan m_plan;
    std::optional<Plan> m_given; ///< from a file
    std::function<QDateTime()> m_clock;
    bool m_isReading = true;
    bool m_isChanged = false;
    bool m_isLocked = false;
    bool m_isArmed = false;
    bool m_readsSurroundings = false;
    QTimer m_tick;

    QLabel *m_sign = nullptr;
    QLabel *m_headline = nullptr;
    GateList *m_remarks = nullptr;
    QTabWidget *m_tabs = nullptr;
    RequestView *m_requests = nullptr;
    QVBoxLayout *m_questions = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_freshness = nullptr;
    QPushButton *m_readAgain = nullptr;
    QPushButton *m_savePlan = nullptr;
    PlanOptionsBox *m_options = nullptr;
    QLabel *m_reason = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    GuardedButton *m_confirm = nullptr;
};

} // namespace offboarding::ui
