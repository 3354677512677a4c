// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/gates.h"
#include "ui/dialogs/actdialog.h"

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace offboarding::ui {

class BlockerList;

/// Force delete (S3), or the plain delete that the server refuses while references exist (S1). Never the
/// recommended way (S9): "Deactivate instead" is always one click away. Its gates are checked, not asked.
class DeleteDialog : public ActDialog
{
    Q_OBJECT

public:
    /// @p act: ForceDelete or Delete.
    DeleteDialog(Act act, const Connection &connection, QWidget *parent);

    /// The name that is shown before the user was read.
    void setKnownIdentity(const QString &identity) { m_knownIdentity = identity; }
    /// The file that was just written; counts only if it is younger than the reading.
    void setEvidence(const EvidenceFile &evidence);
    QList<GateResult> gates() const;
    QList<RuleResult> rules() const; ///< who may be taken out at all

Q_SIGNALS:
    void exportEvidenceRequested();
    void clearReferencesRequested(); ///< the dialog is closed already
    void deactivateRequested();      ///< the dialog is closed already

protected:
    QString headline() const override;
    QString confirmName() const override;
    void fill() override;
    QString ownRefusal() const override;
    QString ownSaveRefusal() const override;
    Decision decision() const override;
    void updateOwn() override;

private:
    void buildQuestions();
    QWidget *buildChecks();
    const User *user() const;
    bool isForced() const { return act() == Act::ForceDelete; }

    QString m_knownIdentity;
    std::optional<EvidenceFile> m_evidence;
    GateList *m_gates = nullptr;
    BlockerList *m_blockers = nullptr;
    QLabel *m_help = nullptr;
    QLineEdit *m_identity = nullptr;
    QLineEdit *m_organization = nullptr;
    QCheckBox *m_risk = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_deactivate = nullptr;
};

} // namespace offboarding::ui
