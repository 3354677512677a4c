// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/deletedialog.h"

#include "ui/widgets/blockerlist.h"
#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/gatelist.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

namespace {

StatusSign signOf(GateStatus status)
{
    switch (status) {
    case GateStatus::Passed:
        return StatusSign::Passed;
    case GateStatus::Refused:
        return StatusSign::Refused;
    case GateStatus::Unknown:
        break;
    }
    return StatusSign::Unknown;
}

} // namespace

DeleteDialog::DeleteDialog(Act act, const Connection &connection, QWidget *parent)
    : ActDialog(act, connection, parent), m_gates(new GateList(this)), m_blockers(new BlockerList(this)),
      m_help(new QLabel(this)), m_identity(new QLineEdit(this)), m_risk(new QCheckBox(this)),
      m_clear(new QPushButton(tr("Clear &references…"), this)),
      m_export(new QPushButton(tr("&Export evidence…"), this)),
      m_deactivate(new QPushButton(tr("Deactivate &instead"), this))
{
    setObjectName(isForced() ? QStringLiteral("forceDeleteDialog") : QStringLiteral("deleteDialog"));
    setWindowTitle(isForced() ? tr("Force delete") : tr("Delete user"));
    tabs()->insertTab(0, buildChecks(), tr("Chec&ks"));
    tabs()->insertTab(1, m_blockers, tr("&Conversations"));
    tabs()->setCurrentIndex(0);
    buildQuestions();

    setTabOrder(tabs(), m_clear);
    setTabOrder(m_clear, m_export);
    setTabOrder(m_export, m_identity);
    setTabOrder(m_identity, m_organization == nullptr ? m_risk : static_cast<QWidget *>(m_organization));
    if (m_organization != nullptr)
        setTabOrder(m_organization, m_risk);

    m_deactivate->setObjectName(QStringLiteral("deactivateInsteadPushButton"));
    m_deactivate->setAutoDefault(false);
    m_deactivate->setToolTip(tr("Takes access away, keeps the history, and can be undone"));
    buttonBox()->addButton(m_deactivate, QDialogButtonBox::ActionRole);
    m_deactivate->setAutoDefault(false);
    connect(m_deactivate, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT deactivateRequested();
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT clearReferencesRequested();
    });
    connect(m_export, &QPushButton::clicked, this, &DeleteDialog::exportEvidenceRequested);
    // After the order of the Tab key is settled: a button more makes its box lay out all of them again.
    if (isForced())
        addPlanPage();
}

QWidget *DeleteDialog::buildChecks()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(m_gates);
    layout->addStretch();
    auto *buttons = new QHBoxLayout;
    m_clear->setObjectName(QStringLiteral("clearReferencesPushButton"));
    m_clear->setAutoDefault(false);
    m_export->setObjectName(QStringLiteral("exportEvidencePushButton"));
    m_export->setAutoDefault(false);
    m_export->setVisible(isForced());
    buttons->addWidget(m_clear);
    buttons->addWidget(m_export);
    buttons->addStretch();
    layout->addLayout(buttons);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
}

void DeleteDialog::buildQuestions()
{
    auto *costs = new QLabel(
        isForced()
            ? tr("Genesys recommends inactive and does not support deleting: use it to clean up tests, or "
                 "when nothing else will do. Deleting removes roles, division, extension and station, and "
                 "look-ups in old reports may no longer find the name. It is not a way to erase history.")
            : tr("Genesys recommends inactive instead of deleting. The server refuses a plain delete while "
                 "active or recent interactions still refer to the user; nothing is changed then."),
        this);
    costs->setTextFormat(Qt::PlainText);
    costs->setWordWrap(true);
    questionLayout()->addWidget(costs);

    m_risk->setText(tr("I &accept that historical look-ups for this user may break"));
    m_risk->setAccessibleName(tr("I accept that historical look-ups for this user may break"));
    m_risk->setObjectName(QStringLiteral("riskCheckBox"));

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_identity->setObjectName(QStringLiteral("identityLineEdit"));
    m_identity->setAccessibleName(tr("Type the e-mail address to confirm"));
    auto *identityLabel = new QLabel(tr("&Type the e-mail address to confirm"), this);
    identityLabel->setTextFormat(Qt::PlainText);
    identityLabel->setBuddy(m_identity);
    form->addRow(identityLabel, m_identity);
    if (connection().environment == Environment::Production) {
        m_organization = new QLineEdit(this);
        m_organization->setObjectName(QStringLiteral("organizationLineEdit"));
        m_organization->setAccessibleName(tr("Type the organisation's name to confirm"));
        auto *organizationLabel = new QLabel(tr("Type the &organisation's name to confirm"), this);
        organizationLabel->setTextFormat(Qt::PlainText);
        organizationLabel->setBuddy(m_organization);
        form->addRow(organizationLabel, m_organization);
        connect(m_organization, &QLineEdit::textChanged, this, [this] { updateState(); });
    }
    m_help->setObjectName(QStringLiteral("identityHelpLabel"));
    m_help->setTextFormat(Qt::PlainText);
    m_help->setWordWrap(true);
    questionLayout()->addLayout(form);
    questionLayout()->addWidget(m_help);
    questionLayout()->addWidget(m_risk);
    connect(m_identity, &QLineEdit::textChanged, this, [this] { updateState(); });
    connect(m_risk, &QCheckBox::toggled, this, [this] { updateState(); });
}

const User *DeleteDialog::user() const
{
    return prepared().input.users.isEmpty() ? nullptr : &prepared().input.users.first();
}

QString DeleteDialog::headline() const
{
    const QString name = user() == nullptr ? inOneLine(m_knownIdentity) : identityOf(*user());
    return isForced() ? tr("Force delete %1 from %2: the user is removed and historical look-ups may break.")
                            .arg(name, organizationName())
                      : tr("Delete %1 from %2? The server refuses while interactions refer to the user.")
                            .arg(name, organizationName());
}

QString DeleteDialog::confirmName() const
{
    const QString name = user() == nullptr ? QString() : user()->confirmationText();
    return (isForced() ? tr("Force delete %1") : tr("Delete %1")).arg(name).trimmed();
}

void DeleteDialog::setEvidence(const EvidenceFile &evidence)
{
    m_evidence = evidence;
    updateState();
}

void DeleteDialog::fill()
{
    QList<ConversationReference> shown;
    int blocking = 0;
    if (user() != nullptr) {
        if (const ReferenceMap *map = prepared().map(user()->id))
            shown = map->conversations;
        m_help->setText(user()->email.isEmpty()
                            ? tr("This user has no e-mail address: type the id %1 instead.").arg(user()->id)
                            : tr("The address is %1.").arg(user()->email.simplified()));
    }
    std::stable_partition(shown.begin(), shown.end(),
                          [](const ConversationReference &reference) { return reference.isBlocking(); });
    blocking = static_cast<int>(
        std::count_if(shown.cbegin(), shown.cend(),
                      [](const ConversationReference &reference) { return reference.isBlocking(); }));
    m_blockers->setReferences(shown, {}, connection().dialect);
    tabs()->setTabText(tabs()->indexOf(m_blockers),
                       tr("&Conversations (%1 live, %2 recent)").arg(blocking).arg(shown.size() - blocking));
    m_clear->setEnabled(!shown.isEmpty());
}

QList<GateResult> DeleteDialog::gates() const
{
    if (user() == nullptr)
        return {};
    GateInput input;
    input.act = act();
    input.environment = connection().environment;
    input.user = *user();
    input.organizationName = organizationName();
    if (const ReferenceMap *map = prepared().map(user()->id))
        input.references = *map;
    // Evidence of an older reading proves nothing about what would be deleted now.
    if (m_evidence && m_evidence->written >= prepared().input.now)
        input.evidence = m_evidence;
    input.riskAccepted = m_risk->isChecked();
    input.typedIdentity = m_identity->text();
    input.typedOrganization = m_organization == nullptr ? QString() : m_organization->text();
    input.previewExpires = isChanged() ? QDateTime::fromSecsSinceEpoch(0) : previewExpires();
    input.now = now();
    return checkGates(input);
}

QList<RuleResult> DeleteDialog::rules() const
{
    if (user() == nullptr)
        return {};
    return checkOffboardingRules(ruleInput(prepared().input, *user(), {user()->id}));
}

void DeleteDialog::updateOwn()
{
    m_export->setEnabled(!isReading() && user() != nullptr);
    if (isReading())
        m_clear->setEnabled(false);
    QList<StatusLine> lines;
    const QList<GateResult> results = isReading() ? QList<GateResult>() : gates();
    for (const GateResult &gate : results)
        lines.append({signOf(gate.status), displayText(gate)});
    // Rules that are kept would only hide the gates that the admin works on.
    const QList<RuleResult> broken = isReading() ? QList<RuleResult>() : rules();
    for (const RuleResult &rule : broken) {
        if (rule.status != GateStatus::Passed)
            lines.prepend({signOf(rule.status), displayText(rule)});
    }
    if (lines.isEmpty())
        lines.append({StatusSign::Unknown, isReading() ? tr("The checks wait for the preview")
                                                       : tr("The user could not be read")});
    m_gates->setLines(lines);
}

QString DeleteDialog::ownSaveRefusal() const
{
    if (user() == nullptr)
        return tr("The user could not be read: read again.");
    if (user()->state == UserState::Deleted)
        return tr("The user is already deleted.");
    for (const RuleResult &rule : rules()) {
        if (rule.status != GateStatus::Passed)
            return displayText(rule) + QLatin1Char('.');
    }
    return {};
}

QString DeleteDialog::ownRefusal() const
{
    const QList<GateResult> results = gates();
    if (results.isEmpty())
        return tr("The user could not be read: read again.");
    for (const RuleResult &rule : rules()) {
        if (rule.status != GateStatus::Passed)
            return displayText(rule) + QLatin1Char('.');
    }
    for (const GateResult &gate : results) {
        if (gate.status != GateStatus::Passed)
            return displayText(gate) + QLatin1Char('.');
    }
    if (user()->state == UserState::Deleted)
        return tr("The user is already deleted.");
    return {};
}

Decision DeleteDialog::decision() const
{
    Decision made;
    made.riskAccepted = m_risk->isChecked();
    made.typedIdentity = m_identity->text();
    made.typedOrganization = m_organization == nullptr ? QString() : m_organization->text();
    if (m_evidence && user() != nullptr)
        made.evidence.insert(user()->id, *m_evidence);
    return made;
}

} // namespace offboarding::ui
