// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/planoptionsbox.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace offboarding::ui {

namespace {

constexpr int longestReason = 500;
constexpr int longestTicket = 100;

} // namespace

PlanOptionsBox::PlanOptionsBox(const PlanOptions &options, bool canRemember, QWidget *parent)
    : QWidget(parent), m_steps(new QWidget(this)),
      m_revokeTokens(addTick("revokeTokensCheckBox", tr("Sign out everywhere"),
                             tr("Ends every session of the user. Cannot be undone, and need not be."),
                             options.revokeTokens)),
      m_goOffline(addTick("goOfflineCheckBox", tr("Go offline and off queue"),
                          tr("No new conversation is offered to the user from then on"), options.goOffline)),
      m_releaseStation(addTick("releaseStationCheckBox", tr("Release the phone"),
                               tr("Signs the user off the phone, so that somebody else can use it"),
                               options.releaseStation)),
      m_removeQueues(addTick("removeQueuesCheckBox", tr("Remove from queues"),
                             tr("Memberships that a group brings stay"), options.removeQueues)),
      m_removeSkills(addTick("removeSkillsCheckBox", tr("Remove skills"), {}, options.removeSkills)),
      m_removeLanguages(
          addTick("removeLanguagesCheckBox", tr("Remove languages"), {}, options.removeLanguages)),
      m_removeGroups(addTick("removeGroupsCheckBox", tr("Remove from groups"),
                             tr("Owners of a group stay its owners"), options.removeGroups)),
      m_removeRoles(addTick("removeRolesCheckBox", tr("Remove roles"),
                            tr("Roles that were given directly; inherited ones stay"), options.removeRoles)),
      m_remember(addTick("rememberOptionsCheckBox", tr("Re&member for this connection"),
                         tr("The same steps are ticked next time"), false)),
      m_reason(new QLineEdit(this)), m_ticket(new QLineEdit(this))
{
    setObjectName(QStringLiteral("planOptionsBox"));
    m_remember->setVisible(canRemember);

    auto *explanation =
        new QLabel(tr("What these steps change is written down before, so that Undo run… can put "
                      "it back. A step whose present state could not be read is refused."),
                   this);
    explanation->setTextFormat(Qt::PlainText);
    explanation->setWordWrap(true);
    auto *stepsLayout = new QVBoxLayout(m_steps);
    stepsLayout->setContentsMargins(0, 0, 0, 0);
    auto *grid = new QGridLayout;
    constexpr int columns = 2;
    int index = 0;
    for (QCheckBox *tick : {m_revokeTokens, m_goOffline, m_releaseStation, m_removeQueues, m_removeSkills,
                            m_removeLanguages, m_removeGroups, m_removeRoles}) {
        grid->addWidget(tick, index / columns, index % columns);
        ++index;
        connect(tick, &QCheckBox::toggled, this, &PlanOptionsBox::changed);
    }

    m_reason->setObjectName(QStringLiteral("planReasonLineEdit"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(longestReason);
    m_ticket->setObjectName(QStringLiteral("planTicketLineEdit"));
    m_ticket->setAccessibleName(tr("Ticket"));
    m_ticket->setMaxLength(longestTicket);
    auto *reasonLabel = new QLabel(tr("&Reason"), this);
    reasonLabel->setTextFormat(Qt::PlainText);
    reasonLabel->setBuddy(m_reason);
    auto *ticketLabel = new QLabel(tr("&Ticket"), this);
    ticketLabel->setTextFormat(Qt::PlainText);
    ticketLabel->setBuddy(m_ticket);
    auto *form = new QFormLayout;
    form->addRow(reasonLabel, m_reason);
    form->addRow(ticketLabel, m_ticket);
    connect(m_reason, &QLineEdit::textChanged, this, &PlanOptionsBox::changed);
    connect(m_ticket, &QLineEdit::textChanged, this, &PlanOptionsBox::changed);

    auto *layout = new QVBoxLayout(this);
    stepsLayout->addWidget(explanation);
    stepsLayout->addLayout(grid);
    stepsLayout->addWidget(m_remember);
    layout->addWidget(m_steps);
    layout->addLayout(form);
    layout->addStretch();
    QWidget *before = m_revokeTokens;
    for (QWidget *next : {static_cast<QWidget *>(m_goOffline), static_cast<QWidget *>(m_releaseStation),
                          static_cast<QWidget *>(m_removeQueues), static_cast<QWidget *>(m_removeSkills),
                          static_cast<QWidget *>(m_removeLanguages), static_cast<QWidget *>(m_removeGroups),
                          static_cast<QWidget *>(m_removeRoles), static_cast<QWidget *>(m_remember),
                          static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_ticket)}) {
        setTabOrder(before, next);
        before = next;
    }
}

QCheckBox *PlanOptionsBox::addTick(const char *objectName, const QString &text, const QString &tip,
                                   bool isTicked)
{
    auto *tick = new QCheckBox(text, m_steps);
    tick->setObjectName(QLatin1String(objectName));
    tick->setToolTip(tip);
    tick->setChecked(isTicked);
    return tick;
}

PlanOptions PlanOptionsBox::options() const
{
    PlanOptions options;
    options.revokeTokens = m_revokeTokens->isChecked();
    options.goOffline = m_goOffline->isChecked();
    options.releaseStation = m_releaseStation->isChecked();
    options.removeQueues = m_removeQueues->isChecked();
    options.removeSkills = m_removeSkills->isChecked();
    options.removeLanguages = m_removeLanguages->isChecked();
    options.removeGroups = m_removeGroups->isChecked();
    options.removeRoles = m_removeRoles->isChecked();
    return options;
}

QString PlanOptionsBox::reason() const
{
    return m_reason->text().trimmed();
}

QString PlanOptionsBox::ticket() const
{
    return m_ticket->text().trimmed();
}

bool PlanOptionsBox::isRemembered() const
{
    return m_remember->isChecked();
}

} // namespace offboarding::ui
