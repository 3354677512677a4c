// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/plandialog.h"

#include "app/offboarding/plancheck.h"
#include "app/offboarding/plandocument.h"
#include "ui/dialogs/deactivatedialog.h"
#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/environmentmark.h"
#include "ui/widgets/gatelist.h"
#include "ui/widgets/plantext.h"
#include "ui/widgets/requestview.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

namespace {

constexpr int mostNames = 20;
constexpr int tickMilliseconds = 10'000;

QString optionsText(const PlanOptions &options)
{
    QStringList steps;
    const auto add = [&steps](bool isTicked, StepKind kind) {
        if (isTicked)
            steps.append(displayText(kind));
    };
    add(options.revokeTokens, StepKind::RevokeTokens);
    add(options.goOffline, StepKind::SetPresenceOffline);
    add(options.releaseStation, StepKind::ReleaseStation);
    add(options.removeQueues, StepKind::RemoveQueues);
    add(options.removeSkills, StepKind::RemoveSkills);
    add(options.removeLanguages, StepKind::RemoveLanguages);
    add(options.removeGroups, StepKind::RemoveGroups);
    add(options.removeRoles, StepKind::RemoveRoles);
    return steps.isEmpty() ? PlanDialog::tr("none") : steps.join(QStringLiteral(", "));
}

} // namespace

PlanDialog::PlanDialog(const Plan &plan, const QString &path, const Connection &here,
                       const Identity &signedInAs, QWidget *parent)
    : QDialog(parent), m_plan(plan), m_path(path), m_here(here), m_signedInAs(signedInAs),
      m_headline(new QLabel(this)), m_facts(new QLabel(this)), m_state(new GateList(this)),
      m_bulk(new QWidget(this)), m_bulkText(new QLineEdit(m_bulk)),
      m_approve(new QPushButton(tr("&Approve…"), this)), m_run(new QPushButton(tr("&Run…"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setObjectName(QStringLiteral("planDialog"));
    setWindowTitle(tr("Plan"));
    setSizeGripEnabled(true);

    auto *strip = new EnvironmentStrip(this);
    strip->setConnection(m_here);
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_headline->setFont(bold);
    m_headline->setObjectName(QStringLiteral("headlineLabel"));
    m_facts->setObjectName(QStringLiteral("planFactsLabel"));
    for (QLabel *label : {m_headline, m_facts}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setAccessibleName(tr("About this plan"));

    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("planTabWidget"));
    auto *factsPage = new QWidget(tabs);
    auto *factsLayout = new QVBoxLayout(factsPage);
    factsLayout->addWidget(m_facts);
    factsLayout->addStretch();
    auto *requests = new RequestView(tabs);
    requests->setPlan(m_plan);
    tabs->addTab(factsPage, tr("A&bout"));
    tabs->addTab(requests, tr("&Steps"));

    auto *bulkLabel =
        new QLabel(tr("Type “%1” to confirm (organisation and number of users)").arg(bulkText()), m_bulk);
    bulkLabel->setTextFormat(Qt::PlainText);
    bulkLabel->setWordWrap(true);
    bulkLabel->setBuddy(m_bulkText);
    m_bulkText->setObjectName(QStringLiteral("bulkLineEdit"));
    m_bulkText->setAccessibleName(bulkLabel->text());
    auto *bulkLayout = new QVBoxLayout(m_bulk);
    bulkLayout->setContentsMargins(0, 0, 0, 0);
    bulkLayout->addWidget(bulkLabel);
    bulkLayout->addWidget(m_bulkText);
    m_bulk->setVisible(needsBulkText());

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancelPushButton"));
    cancel->setText(tr("Cancel"));
    cancel->setDefault(true);
    m_approve->setObjectName(QStringLiteral("approvePushButton"));
    m_run->setObjectName(QStringLiteral("runPlanPushButton"));
    buttons->addButton(m_approve, QDialogButtonBox::ActionRole);
    buttons->addButton(m_run, QDialogButtonBox::ActionRole);
    m_approve->setAutoDefault(false);
    m_run->setAutoDefault(false);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(strip);
    layout->addWidget(m_headline);
    layout->addWidget(m_state);
    layout->addWidget(tabs, 1);
    layout->addWidget(m_bulk);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_approve, &QPushButton::clicked, this, &PlanDialog::approveRequested);
    connect(m_run, &QPushButton::clicked, this, [this] {
        updateState(); // a second may have passed since the button was last looked at
        if (refusal().isEmpty())
            Q_EMIT runRequested();
    });
    connect(m_bulkText, &QLineEdit::textChanged, this, &PlanDialog::updateState);
    connect(&m_tick, &QTimer::timeout, this, &PlanDialog::updateState);
    m_tick.start(tickMilliseconds); // it may expire meanwhile
    fill();
    cancel->setFocus(Qt::OtherFocusReason);
    const QSize available = screen()->availableSize();
    resize(std::min(820, available.width() - 40), std::min(600, available.height() - 60));
}

void PlanDialog::setPlan(const Plan &plan)
{
    m_plan = plan;
    fill();
}

void PlanDialog::setLocked(bool isLocked)
{
    m_isLocked = isLocked;
    updateState();
}

QString PlanDialog::typedOrganization() const
{
    return m_bulkText->text();
}

void PlanDialog::fill()
{
    const auto count = static_cast<int>(m_plan.users.size());
    const QString organization = inOneLine(m_plan.organizationName);
    m_headline->setText(
        count == 1
            ? tr("%1 in %2: %3")
                  .arg(displayText(m_plan.act), organization, inOneLine(m_plan.users.first().identity()))
            : tr("%1 in %2: %n user(s)", nullptr, count).arg(displayText(m_plan.act), organization));
    QStringList names;
    for (const User &user : m_plan.users.mid(0, mostNames))
        names.append(inOneLine(user.identity()));
    if (count > mostNames)
        names.append(tr("… and %n more", nullptr, count - mostNames));
    QStringList lines{
        tr("File: %1").arg(m_path),
        tr("Made by %1 on %2").arg(inOneLine(displayName(m_plan.author)), localTime(m_plan.created)),
        tr("Good until %1").arg(localTime(m_plan.expires)),
        tr("For: %1").arg(names.join(QStringLiteral("; "))),
        tr("Steps: %1").arg(m_plan.steps.size()),
        tr("Optional steps: %1").arg(optionsText(m_plan.options))};
    if (!m_plan.reason.isEmpty())
        lines.append(tr("Reason: %1").arg(inOneLine(m_plan.reason)));
    if (!m_plan.ticket.isEmpty())
        lines.append(tr("Ticket: %1").arg(inOneLine(m_plan.ticket)));
    lines.append(tr("SHA-256: %1").arg(planHash(m_plan)));
    for (const Approval &approval : m_plan.approvals) {
        const QString who = inOneLine(approval.name.isEmpty() ? approval.email : approval.name);
        lines.append(tr("Approved by %1 on %2, good until %3")
                         .arg(who.isEmpty() ? approval.userId : who, localTime(approval.approved),
                              localTime(approval.expires)));
    }
    m_facts->setText(lines.join(QLatin1Char('\n')));
    updateState();
}

bool PlanDialog::needsBulkText() const
{
    return m_here.environment == Environment::Production &&
           m_plan.users.size() >= DeactivateDialog::bulkCount;
}

QString PlanDialog::bulkText() const
{
    return organizationOf(m_here).simplified() + QLatin1Char(' ') + QString::number(m_plan.users.size());
}

QString PlanDialog::refusal() const
{
    if (const auto refused = checkPlan(m_plan, m_here, m_signedInAs, QDateTime::currentDateTimeUtc()))
        return displayText(*refused);
    if (m_isLocked)
        return tr("The connection is read-only: close this, unlock it, and open the plan again.");
    if ((m_plan.act == Act::ForceDelete || m_plan.act == Act::Delete) && m_plan.users.size() > 1)
        return tr("The window deletes one user at a time, with evidence for each. Run a list with "
                  "offboardctl run.");
    if (needsBulkText() && m_bulkText->text().simplified() != bulkText())
        return tr("The organisation's name and the number of users are not typed yet.");
    return {};
}

/// Asked without changing anything: what approving would be refused for.
QString PlanDialog::approvalProblem() const
{
    const Result<Plan> approved = approve(m_plan, m_signedInAs, QDateTime::currentDateTimeUtc());
    return approved ? QString() : planProblemText(approved.error()).section(QLatin1Char('\n'), 0, 0);
}

void PlanDialog::updateState()
{
    const QString reason = refusal();
    const bool isNeeded = needsSecondPerson(m_here, m_plan.act);
    QList<StatusLine> lines;
    lines.append({reason.isEmpty() ? StatusSign::Passed : StatusSign::Refused,
                  reason.isEmpty()
                      ? tr("This plan can be run here: the file was not edited, and each user is checked "
                           "again right before every change.")
                      : reason});
    const QString problem = isNeeded ? approvalProblem() : QString();
    if (isNeeded && !problem.isEmpty() &&
        checkApproval(m_plan, m_here, m_signedInAs, QDateTime::currentDateTimeUtc()))
        lines.append({StatusSign::Unknown, tr("You cannot approve it: %1").arg(problem)});
    m_state->setLines(lines);
    m_approve->setVisible(isNeeded);
    m_approve->setEnabled(problem.isEmpty());
    m_approve->setToolTip(problem.isEmpty()
                              ? tr("You have looked at the plan and say yes; it is written into the file")
                              : problem.toHtmlEscaped());
    m_run->setEnabled(reason.isEmpty());
    m_run->setToolTip((reason.isEmpty() ? tr("Runs exactly this file") : reason).toHtmlEscaped());
    m_run->setAccessibleDescription(reason);
}

} // namespace offboarding::ui
