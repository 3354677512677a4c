// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/actdialog.h"

#include "app/offboarding/plancheck.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/environmentmark.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/gatelist.h"
#include "ui/widgets/guardedbutton.h"
#include "ui/widgets/planoptionsbox.h"
#include "ui/widgets/plantext.h"
#include "ui/widgets/requestview.h"

#include <QCursor>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QShowEvent>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace offboarding::ui {

namespace {

constexpr int armMilliseconds = 500; // longer than a double click
constexpr int signSize = 32;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

bool isRefusing(WarningKind kind)
{
    return kind == WarningKind::UnreadableReferences;
}

} // namespace

ActDialog::ActDialog(Act act, Connection connection, QWidget *parent)
    : QDialog(parent), m_act(act), m_connection(std::move(connection)),
      m_clock(&QDateTime::currentDateTimeUtc), m_sign(new QLabel(this)), m_headline(plainLabel(this)),
      m_remarks(new GateList(this)), m_tabs(new QTabWidget(this)), m_requests(new RequestView(this)),
      m_questions(new QVBoxLayout), m_progress(new QProgressBar(this)), m_freshness(plainLabel(this)),
      m_readAgain(new QPushButton(tr("Read aga&in"), this)), m_reason(plainLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this)), m_confirm(new GuardedButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setSizeGripEnabled(true);

    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_headline->setFont(bold);
    m_headline->setObjectName(QStringLiteral("headlineLabel"));
    m_freshness->setObjectName(QStringLiteral("freshnessLabel"));
    m_reason->setObjectName(QStringLiteral("reasonLabel"));
    m_progress->setObjectName(QStringLiteral("readingProgressBar"));
    m_progress->setAccessibleName(tr("Reading the preview"));
    m_progress->setTextVisible(true);
    m_readAgain->setObjectName(QStringLiteral("readAgainPushButton"));
    m_readAgain->setAutoDefault(false);
    m_tabs->setObjectName(QStringLiteral("detailsTabWidget"));
    m_tabs->addTab(m_requests, tr("Re&quests"));
    m_confirm->setObjectName(QStringLiteral("confirmPushButton"));
    m_confirm->setAutoDefault(false);

    QPushButton *cancel = m_buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancelPushButton"));
    cancel->setText(tr("Cancel"));
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setDefault(true);
    cancel->setAutoDefault(true);

    auto *top = new QHBoxLayout;
    top->addWidget(m_sign, 0, Qt::AlignTop);
    top->addSpacing(6);
    top->addWidget(m_headline, 1);
    auto *freshness = new QHBoxLayout;
    freshness->addWidget(m_freshness, 1);
    freshness->addWidget(m_progress, 1);
    freshness->addWidget(m_readAgain);
    auto *strip = new EnvironmentStrip(this);
    strip->setConnection(m_connection);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(strip);
    layout->addLayout(top);
    layout->addWidget(m_remarks);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(m_questions);
    layout->addLayout(freshness);
    layout->addWidget(m_reason);
    // Every platform puts a destructive button before Cancel; here it is set apart from all others besides.
    auto *bottom = new QHBoxLayout;
    bottom->addStretch();
    bottom->addWidget(m_confirm);
    bottom->addSpacing(32);
    m_buttons->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); // the stretch is before them all
    bottom->addWidget(m_buttons);
    layout->addLayout(bottom);

    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &ActDialog::confirm);
    connect(m_readAgain, &QPushButton::clicked, this, &ActDialog::readAgainRequested);
    connect(&m_tick, &QTimer::timeout, this, &ActDialog::updateState);
    m_tick.setInterval(1000);

    if (needsSecondPerson(m_connection, m_act))
        addSaveButton(); // what a second person has to see is a file

    const QSize available = screen()->availableSize();
    resize(std::min(860, available.width() - 40), std::min(660, available.height() - 60));
}

void ActDialog::setClock(std::function<QDateTime()> clock)
{
    m_clock = std::move(clock);
    updateState();
}

void ActDialog::showReading(int done, int total)
{
    m_isReading = true;
    m_progress->setRange(0, std::max(1, total));
    m_progress->setValue(done);
    m_progress->setFormat(tr("Reading user %1 of %2").arg(std::min(done + 1, total)).arg(total));
    m_headline->setText(headline());
    m_confirm->setName(confirmName());
    updateState();
}

void ActDialog::setPrepared(const PreparedPlan &prepared)
{
    m_prepared = prepared;
    m_isReading = false;
    m_isChanged = false;
    fill();
    rebuild();
}

void ActDialog::markChanged()
{
    if (m_isReading)
        return;
    m_isChanged = true;
    updateState();
}

void ActDialog::setLocked(bool isLocked)
{
    m_isLocked = isLocked;
    updateState();
}

QDateTime ActDialog::previewExpires() const
{
    return m_prepared.input.now.addSecs(planLifetimeSeconds);
}

QString ActDialog::organizationName() const
{
    return m_connection.organizationName.isEmpty() ? m_connection.name : m_connection.organizationName;
}

QString ActDialog::identityOf(const User &user) const
{
    return inOneLine(user.identity());
}

void ActDialog::rebuild()
{
    if (!m_isReading) {
        m_plan = m_given ? *m_given : makePlan(completeInput());
        m_requests->setPlan(m_plan);
        fillRemarks();
    }
    m_headline->setText(headline());
    m_confirm->setName(confirmName());
    updateState();
}

void ActDialog::fillRemarks()
{
    QList<StatusLine> lines;
    for (const PlanWarning &warning : std::as_const(m_plan.warnings)) {
        // Live conversations have a table of their own, and the act's own lines say the rest.
        if (warning.kind == WarningKind::LiveConversations && m_plan.users.size() > 1)
            continue;
        QString text = displayText(warning);
        if (!warning.userId.isEmpty() && m_prepared.input.users.size() > 1)
            text = tr("%1: %2").arg(inOneLine(m_prepared.nameOf(warning.userId)), text);
        lines.append({isRefusing(warning.kind) ? StatusSign::Unknown : StatusSign::Warning, text});
    }
    for (auto it = m_prepared.unreadableUsers.cbegin(); it != m_prepared.unreadableUsers.cend(); ++it)
        lines.append({StatusSign::Unknown,
                      tr("%1 could not be read: %2")
                          .arg(inOneLine(m_prepared.nameOf(it.key())), describeBriefly(it.value()))});
    constexpr qsizetype mostLines = 8;
    const qsizetype hidden = lines.size() - mostLines;
    if (hidden > 0) {
        std::stable_sort(lines.begin(), lines.end(), [](const StatusLine &a, const StatusLine &b) {
            return a.sign == StatusSign::Unknown && b.sign != StatusSign::Unknown;
        });
        lines = lines.mid(0, mostLines);
        lines.append(
            {StatusSign::Warning, tr("… and %n more warning(s)", nullptr, static_cast<int>(hidden))});
    }
    m_remarks->setLines(lines);
}

void ActDialog::addSaveButton()
{
    if (m_savePlan != nullptr)
        return;
    m_savePlan = m_buttons->addButton(tr("&Save plan…"), QDialogButtonBox::ActionRole);
    m_savePlan->setObjectName(QStringLiteral("savePlanPushButton"));
    m_savePlan->setAutoDefault(false);
    connect(m_savePlan, &QPushButton::clicked, this, &ActDialog::savePlan);
}

void ActDialog::addPlanPage()
{
    m_options = new PlanOptionsBox(m_connection.planOptions, !m_connection.id.isNull(), this);
    m_tabs->insertTab(m_tabs->count() - 1, m_options, tr("Opti&onal steps"));
    connect(m_options, &PlanOptionsBox::changed, this, [this] {
        // Unknown is not nothing: what a step would change is read before it is shown.
        if (wantsSurroundings() && !m_readsSurroundings)
            Q_EMIT readAgainRequested();
        else if (!m_isReading)
            rebuild();
    });
    addSaveButton();
}

void ActDialog::setPlan(const Plan &plan)
{
    m_given = plan;
    // What is in the file counts, not what is ticked here.
    if (m_options != nullptr)
        m_tabs->setTabVisible(m_tabs->indexOf(m_options), false);
    if (m_savePlan != nullptr)
        m_savePlan->hide();
    rebuild();
}

bool ActDialog::wantsSurroundings() const
{
    return m_options != nullptr && !m_given && !m_options->options().isEmpty();
}

std::optional<PlanOptions> ActDialog::rememberedOptions() const
{
    if (m_options == nullptr || !m_options->isRemembered())
        return {};
    return m_options->options();
}

PlanInput ActDialog::completeInput() const
{
    PlanInput input = planInput();
    if (m_options != nullptr) {
        input.options = m_options->options();
        input.reason = m_options->reason();
        input.ticket = m_options->ticket();
    }
    return input;
}

void ActDialog::savePlan()
{
    updateState();
    if (!saveRefusal().isEmpty())
        return;
    PlanInput input = completeInput();
    input.lifetimeSeconds = planDocumentLifetimeSeconds;
    Q_EMIT savePlanRequested(makePlan(input));
}

/// Saving changes nothing at the server: neither the lock nor a missing approval is in the way.
QString ActDialog::saveRefusal() const
{
    if (m_isReading)
        return tr("The preview is being read.");
    if (m_isChanged)
        return tr("The data changed since the preview: read again.");
    if (now() > previewExpires())
        return tr("The preview is older than two minutes: read again.");
    if (m_prepared.input.users.isEmpty())
        return tr("No user could be read: read again.");
    return ownSaveRefusal();
}

/// Four eyes: what a second person has to see is a file.
QString ActDialog::approvalRefusal() const
{
    if (m_isReading || !needsSecondPerson(m_connection, m_act))
        return {};
    if (!m_given)
        return tr("A second person has to approve this: choose Save plan…, let them open it with Open plan… "
                  "and approve it, then open it here and run it.");
    const auto refused = checkApproval(*m_given, m_connection, m_given->signedInAs, now());
    return refused ? displayText(*refused) : QString();
}

QString ActDialog::commonRefusal() const
{
    if (m_isLocked)
        return tr("The connection is read-only: close this, unlock it, and start again.");
    if (m_isReading)
        return tr("The preview is being read.");
    if (m_isChanged)
        return tr("The data changed since the preview: read again.");
    if (now() > previewExpires())
        return tr("The preview is older than two minutes: read again.");
    if (m_prepared.input.users.isEmpty())
        return tr("No user could be read: read again.");
    return approvalRefusal();
}

QString ActDialog::refusal() const
{
    const QString common = commonRefusal();
    return common.isEmpty() ? ownRefusal() : common;
}

void ActDialog::updateFreshness()
{
    m_progress->setVisible(m_isReading);
    m_freshness->setVisible(!m_isReading);
    m_readAgain->setEnabled(!m_isReading);
    if (m_isReading)
        return;
    const qint64 left = now().secsTo(previewExpires());
    if (m_isChanged)
        m_freshness->setText(tr("The data changed since it was read."));
    else if (left < 0)
        m_freshness->setText(tr("Read %1 ago: too old to act on.").arg(ageText(m_prepared.input.now, now())));
    else
        m_freshness->setText(tr("Read %1 ago, good for another %2:%3.")
                                 .arg(ageText(m_prepared.input.now, now()))
                                 .arg(left / 60)
                                 .arg(left % 60, 2, 10, QLatin1Char('0')));
}

void ActDialog::updateState()
{
    updateOwn();
    updateFreshness();
    const QString reason = refusal();
    m_reason->setText(reason.isEmpty() ? QString() : tr("Not possible yet: %1").arg(reason));
    m_reason->setVisible(!reason.isEmpty());
    m_confirm->setEnabled(m_isArmed && reason.isEmpty());
    m_confirm->setToolTip((reason.isEmpty() ? confirmName() : reason).toHtmlEscaped());
    m_confirm->setAccessibleDescription(reason);
    if (m_savePlan != nullptr) {
        const QString whyNot = saveRefusal();
        m_savePlan->setEnabled(whyNot.isEmpty());
        m_savePlan->setToolTip(
            (whyNot.isEmpty()
                 ? tr("As a file that is good for a day: to look at, to compare, to have approved, "
                      "and to run exactly so")
                 : whyNot)
                .toHtmlEscaped());
    }
    const StatusSign sign =
        m_act == Act::Delete || m_act == Act::ForceDelete ? StatusSign::Refused : StatusSign::Warning;
    m_sign->setPixmap(statusSign(sign, this, signSize));
}

void ActDialog::confirm()
{
    // Asked again at the very moment: a second may have passed since the button was last looked at.
    updateState();
    if (!m_isArmed || !refusal().isEmpty() || m_plan.isExpired(now()))
        return;
    const Plan plan = m_plan;
    const Decision made = decision();
    accept();
    Q_EMIT confirmed(plan, made);
}

void ActDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (event->spontaneous())
        return;
    // The dialogs made their own widgets after these, which come last all the same.
    // The box hands the keyboard on to its first button wherever it stands in the chain: a loop without the
    // fields above.
    m_buttons->setFocusProxy(nullptr);
    QList<QWidget *> lastOnes{m_readAgain, m_confirm};
    QPushButton *cancel = m_buttons->button(QDialogButtonBox::Cancel);
    for (QAbstractButton *button : m_buttons->buttons()) {
        if (button != cancel)
            lastOnes.append(button);
    }
    lastOnes.append(cancel);
    QWidget *before = previousInFocusChain();
    while (lastOnes.contains(before))
        before = before->previousInFocusChain();
    for (QWidget *widget : std::as_const(lastOnes)) {
        if (widget != before)
            setTabOrder(before, widget);
        before = widget;
    }
    cancel->setFocus(Qt::OtherFocusReason);
    m_tick.start();
    m_isArmed = false;
    updateState();
    QTimer::singleShot(armMilliseconds, this, [this] {
        m_isArmed = true;
        updateState();
    });
    QTimer::singleShot(0, this, &ActDialog::moveOffCursor);
}

void ActDialog::moveOffCursor()
{
    const QRect button(m_confirm->mapToGlobal(QPoint(0, 0)), m_confirm->size());
    const QPoint cursor = QCursor::pos();
    if (!button.adjusted(-8, -8, 8, 8).contains(cursor))
        return;
    const int away = button.height() + 32;
    const bool isRoomAbove = frameGeometry().top() - away >= screen()->availableGeometry().top();
    move(pos() + QPoint(0, isRoomAbove ? -away : away));
}

void ActDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter) {
        // Enter presses the button that has the focus, if it is a harmless one; in a field it does nothing.
        auto *button = qobject_cast<QPushButton *>(focusWidget());
        if (button != nullptr && button != m_confirm && button->isEnabled() && !event->isAutoRepeat())
            button->click();
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace offboarding::ui
