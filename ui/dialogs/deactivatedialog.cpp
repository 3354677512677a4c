// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/deactivatedialog.h"

#include "app/offboarding/actpermissions.h"
#include "app/offboarding/intentions.h"
#include "ui/widgets/clearingtable.h"
#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/plannedusertable.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

namespace {

constexpr int usualCoolOffDays = 30;

} // namespace

DeactivateDialog::DeactivateDialog(const Connection &connection, QWidget *parent)
    : ActDialog(Act::Deactivate, connection, parent), m_users(new PlannedUserTable(this)),
      m_clearing(new ClearingTable(this)), m_leaveOut(new QCheckBox(this)), m_bulk(new QWidget(this)),
      m_bulkText(new QLineEdit(m_bulk))
{
    setObjectName(QStringLiteral("deactivateDialog"));
    setWindowTitle(tr("Deactivate users"));

    m_clearingPage = m_clearing;
    tabs()->insertTab(0, m_users, tr("&Users"));
    tabs()->insertTab(1, m_clearingPage, tr("&Conversations"));
    tabs()->setCurrentIndex(0);

    auto *consequences =
        new QLabel(tr("Access ends and the history is kept: historical transcripts stay attributed to the "
                      "user. Roles that were given directly are removed and do not come back by themselves. "
                      "Each user is checked again right before the change and read back after it."),
                   this);
    consequences->setTextFormat(Qt::PlainText);
    consequences->setWordWrap(true);
    questionLayout()->addWidget(consequences);

    buildCoolOff();

    m_leaveOut->setObjectName(QStringLiteral("leaveOutCheckBox"));
    m_leaveOut->hide();
    questionLayout()->addWidget(m_leaveOut);

    auto *bulkLabel = new QLabel(m_bulk);
    bulkLabel->setObjectName(QStringLiteral("bulkLabel"));
    bulkLabel->setTextFormat(Qt::PlainText);
    bulkLabel->setWordWrap(true);
    bulkLabel->setBuddy(m_bulkText);
    m_bulkText->setObjectName(QStringLiteral("bulkLineEdit"));
    auto *bulkLayout = new QVBoxLayout(m_bulk);
    bulkLayout->setContentsMargins(0, 0, 0, 0);
    bulkLayout->addWidget(bulkLabel);
    bulkLayout->addWidget(m_bulkText);
    m_bulk->hide();
    questionLayout()->addWidget(m_bulk);

    connect(m_clearing, &ClearingTable::choicesChanged, this, &DeactivateDialog::choicesChanged);
    connect(m_leaveOut, &QCheckBox::toggled, this, &DeactivateDialog::choicesChanged);
    connect(m_bulkText, &QLineEdit::textChanged, this, [this] { updateState(); });
    addPlanPage();
}

void DeactivateDialog::buildCoolOff()
{
    m_deleteLater = new QCheckBox(tr("&Delete after"), this);
    m_deleteLater->setObjectName(QStringLiteral("deleteAfterCheckBox"));
    m_deleteLater->setAccessibleName(tr("Delete after"));
    m_deleteAfter = new QSpinBox(this);
    m_deleteAfter->setObjectName(QStringLiteral("deleteAfterSpinBox"));
    m_deleteAfter->setAccessibleName(tr("Days until the planned deletion"));
    m_deleteAfter->setRange(fewestCoolOffDays, mostCoolOffDays);
    m_deleteAfter->setValue(usualCoolOffDays);
    m_deleteAfter->setSuffix(tr(" days"));
    m_deleteLaterHelp = new QLabel(this);
    m_deleteLaterHelp->setObjectName(QStringLiteral("deleteAfterLabel"));
    m_deleteLaterHelp->setTextFormat(Qt::PlainText);
    m_deleteLaterHelp->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_deleteLater);
    row->addWidget(m_deleteAfter);
    row->addWidget(m_deleteLaterHelp, 1);
    questionLayout()->addLayout(row);
    connect(m_deleteLater, &QCheckBox::toggled, this, &DeactivateDialog::updateCoolOff);
    connect(m_deleteAfter, &QSpinBox::valueChanged, this, &DeactivateDialog::updateCoolOff);
    updateCoolOff();
}

void DeactivateDialog::updateCoolOff()
{
    // Whoever may not delete would plan what nobody can carry out.
    const QStringList missing =
        missingForAct(Act::ForceDelete, connection().dialect, prepared().input.signedInAs.permissions);
    const bool isKnown = !prepared().input.signedInAs.organizationId.isEmpty();
    const bool isPossible = isKnown && missing.isEmpty();
    if (!isPossible)
        m_deleteLater->setChecked(false);
    m_deleteLater->setEnabled(isPossible);
    m_deleteAfter->setEnabled(isPossible && m_deleteLater->isChecked());
    m_deleteLater->setToolTip(missing.isEmpty() ? QString() : missingPermissionText(missing).toHtmlEscaped());
    if (!missing.isEmpty())
        m_deleteLaterHelp->setText(missingPermissionText(missing));
    else if (m_deleteLater->isChecked())
        m_deleteLaterHelp->setText(
            tr("Entered in Planned deletions… once the deactivation was read back: due %1. "
               "Nothing is deleted by itself.")
                .arg(localTime(now().addDays(m_deleteAfter->value()))));
    else
        m_deleteLaterHelp->setText(tr("Not planned: the users stay deactivated."));
}

int DeactivateDialog::deleteAfterDays() const
{
    return m_deleteLater->isEnabled() && m_deleteLater->isChecked() ? m_deleteAfter->value() : 0;
}

/// The first rule about this very user that is not kept; those about the number of users come at the end.
QString DeactivateDialog::brokenRule(const User &user) const
{
    for (const RuleResult &result : checkOffboardingRules(ruleInput(prepared().input, user, preparedIds()))) {
        const bool isAboutUser = result.rule != OffboardingRule::WithinUserLimit &&
                                 result.rule != OffboardingRule::WithinOrganizationShare;
        if (isAboutUser && result.status != GateStatus::Passed)
            return displayText(result);
    }
    return {};
}

QStringList DeactivateDialog::preparedIds() const
{
    QStringList ids;
    for (const User &user : prepared().input.users)
        ids.append(user.id);
    return ids;
}

QString DeactivateDialog::brokenLimit() const
{
    QStringList ids;
    const QList<User> users = plannedUsers();
    for (const User &user : users)
        ids.append(user.id);
    if (users.isEmpty())
        return {};
    for (const RuleResult &result : checkOffboardingRules(ruleInput(prepared().input, users.first(), ids))) {
        const bool isLimit = result.rule == OffboardingRule::WithinUserLimit ||
                             result.rule == OffboardingRule::WithinOrganizationShare;
        if (isLimit && result.status != GateStatus::Passed)
            return displayText(result) + QLatin1Char('.');
    }
    return {};
}

QHash<QString, QString> DeactivateDialog::blockers() const
{
    QHash<QString, QString> result;
    for (auto it = prepared().unreadableUsers.cbegin(); it != prepared().unreadableUsers.cend(); ++it)
        result.insert(it.key(), tr("Could not be read: %1").arg(describe(it.value()).title));
    for (const User &user : prepared().input.users) {
        const ReferenceMap *map = prepared().map(user.id);
        if (map == nullptr || !map->isComplete()) {
            result.insert(user.id, tr("References could not be read completely: unknown is not zero"));
            continue;
        }
        if (user.state == UserState::Deleted) {
            result.insert(user.id, tr("Already deleted"));
            continue;
        }
        if (const QString rule = brokenRule(user); !rule.isEmpty()) {
            result.insert(user.id, rule);
            continue;
        }
        const int open = m_clearing->blockerCount(user.id);
        if (open > 0)
            result.insert(user.id, tr("%n live conversation(s) need a choice", nullptr, open));
    }
    return result;
}

QList<User> DeactivateDialog::readyUsers() const
{
    const QHash<QString, QString> blocked = blockers();
    QList<User> ready;
    for (const User &user : prepared().input.users) {
        if (!blocked.contains(user.id))
            ready.append(user);
    }
    return ready;
}

QList<User> DeactivateDialog::plannedUsers() const
{
    return m_leaveOut->isChecked() ? readyUsers() : prepared().input.users;
}

QString DeactivateDialog::headline() const
{
    if (isReading())
        return tr("Reading %n user(s) and what still refers to them …", nullptr,
                  static_cast<int>(userIds().size()));
    const QList<User> users = plannedUsers();
    QString text = users.size() == 1
                       ? tr("Deactivate %1 in %2?").arg(identityOf(users.first()), organizationName())
                       : tr("Deactivate %n user(s) in %1?", nullptr, static_cast<int>(users.size()))
                             .arg(organizationName());
    if (const int handed = m_clearing->count(ClearingAction::HandToQueue); handed > 0)
        text += QLatin1Char(' ') + tr("%n conversation(s) will be handed to a queue.", nullptr, handed);
    const int ended =
        m_clearing->count(ClearingAction::Disconnect) + m_clearing->count(ClearingAction::Remove);
    if (ended > 0)
        text += QLatin1Char(' ') + tr("%n participation(s) will be ended.", nullptr, ended);
    if (const int dropped = m_clearing->count(ClearingAction::EndConversation); dropped > 0)
        text +=
            QLatin1Char(' ') + tr("%n conversation(s) will be disconnected for everybody.", nullptr, dropped);
    if (const int cut = m_clearing->cutCustomerCount(); cut > 0)
        text += QLatin1Char(' ') + tr("%n live customer(s) will be cut off.", nullptr, cut);
    return text;
}

QString DeactivateDialog::confirmName() const
{
    const auto count = isReading() ? userIds().size() : plannedUsers().size();
    return tr("Deactivate %n user(s)", nullptr, static_cast<int>(count));
}

void DeactivateDialog::fill()
{
    ClearingContext context;
    context.dialect = connection().dialect;
    context.queues = prepared().queues;
    for (const User &user : prepared().input.users) {
        context.userNames.insert(user.id, identityOf(user));
        if (const ReferenceMap *map = prepared().map(user.id)) {
            for (const ConversationReference &reference : map->conversations) {
                if (reference.isBlocking())
                    context.references.append(reference);
            }
        }
    }
    {
        const QSignalBlocker blocker(m_clearing);
        m_clearing->setContext(context);
    }
    tabs()->setTabText(tabs()->indexOf(m_clearingPage),
                       tr("&Live conversations (%1)").arg(context.references.size()));
    m_users->setUsers(prepared(), blockers());
    updateCoolOff();
    choicesChanged();
}

void DeactivateDialog::choicesChanged()
{
    if (isReading())
        return;
    const QHash<QString, QString> blocked = blockers();
    m_users->setBlockers(blocked);
    const auto total = prepared().input.users.size() + prepared().unreadableUsers.size();
    m_leaveOut->setVisible(total > 1 && !blocked.isEmpty());
    m_leaveOut->setText(tr("&Leave out %n user(s) that cannot be deactivated now", nullptr,
                           static_cast<int>(blocked.size())));
    const bool isBulk = needsBulkText();
    m_bulk->setVisible(isBulk);
    if (isBulk) {
        const QString label = tr("Type “%1” to confirm (organisation and number of users)").arg(bulkText());
        m_bulk->findChild<QLabel *>(QStringLiteral("bulkLabel"))->setText(label);
        m_bulkText->setAccessibleName(label);
    }
    rebuild();
}

bool DeactivateDialog::needsBulkText() const
{
    return connection().environment == Environment::Production && plannedUsers().size() >= bulkCount;
}

QString DeactivateDialog::bulkText() const
{
    return organizationName().simplified() + QLatin1Char(' ') + QString::number(plannedUsers().size());
}

QString DeactivateDialog::ownSaveRefusal() const
{
    const QHash<QString, QString> blocked = blockers();
    if (!blocked.isEmpty() && !m_leaveOut->isChecked()) {
        const QString userId = blocked.cbegin().key();
        if (blocked.size() == 1)
            return tr("%1: %2.").arg(inOneLine(prepared().nameOf(userId)), blocked.cbegin().value());
        return tr("%n user(s) cannot be deactivated now: settle what is noted beside each, or leave them "
                  "out.",
                  nullptr, static_cast<int>(blocked.size()));
    }
    if (readyUsers().isEmpty())
        return tr("None of these users can be deactivated now.");
    if (const QString limit = brokenLimit(); !limit.isEmpty())
        return limit;
    return {};
}

QString DeactivateDialog::ownRefusal() const
{
    if (const QString refused = ownSaveRefusal(); !refused.isEmpty())
        return refused;
    if (needsBulkText() && m_bulkText->text().simplified() != bulkText())
        return tr("The organisation's name and the number of users are not typed yet.");
    return {};
}

PlanInput DeactivateDialog::planInput() const
{
    PlanInput input = prepared().input;
    input.users = plannedUsers();
    const QList<ClearingChoice> choices = m_clearing->choices();
    for (const ClearingChoice &choice : choices) {
        const bool isPlanned = std::any_of(input.users.cbegin(), input.users.cend(),
                                           [&](const User &user) { return user.id == choice.userId; });
        if (isPlanned && choice.action != ClearingAction::Leave)
            input.clearing.append(choice);
    }
    return input;
}

Decision DeactivateDialog::decision() const
{
    Decision made;
    made.typedOrganization = m_bulkText->text();
    return made;
}

} // namespace offboarding::ui
