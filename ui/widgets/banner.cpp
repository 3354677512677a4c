// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/environmentmark.h"
#include "ui/widgets/noticebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

namespace {

QLabel *createLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// A button would take "&" for the mark of its key.
QString literal(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent), m_environment(new EnvironmentMark(this)),
      m_organization(createLabel(QStringLiteral("organizationLabel"), this)),
      m_details(createLabel(QStringLiteral("connectionDetailsLabel"), this)),
      m_account(new QToolButton(this)), m_offline(createLabel(QStringLiteral("offlineLabel"), this)),
      m_lock(createLabel(QStringLiteral("lockLabel"), this)), m_lockButton(new QPushButton(this)),
      m_notice(new NoticeBar(this)), m_line(new QFrame(this))
{
    setAccessibleName(tr("Organisation"));
    m_environment->setObjectName(QStringLiteral("environmentLabel"));
    QFont bold = font();
    bold.setBold(true);
    m_organization->setFont(bold);
    m_offline->setFont(bold);
    m_offline->setText(tr("The server cannot be reached"));
    m_offline->setStyleSheet(
        QStringLiteral("QLabel { background: #b3261e; color: white; padding: 2px 8px; }"));
    m_offline->hide();
    m_account->setObjectName(QStringLiteral("accountToolButton"));
    m_account->setAutoRaise(true);
    m_account->setToolTip(tr("Who is signed in, in which organisation, and what this account may do"));
    m_lock->setFont(bold);
    // Long names are cut before they make the window wider than the screen.
    m_organization->setMinimumWidth(120);
    m_details->setMinimumWidth(60);
    m_account->setMinimumWidth(60);
    m_lockButton->setObjectName(QStringLiteral("lockPushButton"));
    m_line->setFixedHeight(3);
    m_notice->setObjectName(QStringLiteral("signInNoticeBar"));

    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(10);
    row->addWidget(m_environment);
    row->addWidget(m_organization);
    row->addWidget(m_details);
    row->addWidget(m_account);
    row->addStretch(1);
    row->addWidget(m_offline);
    row->addWidget(m_lock);
    row->addWidget(m_lockButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_line);
    layout->addWidget(m_notice);
    setLock(false, false, {});

    connect(m_account, &QToolButton::clicked, this, &Banner::accountRequested);
    connect(m_notice, &NoticeBar::actionTriggered, this, &Banner::signInRequested);
    connect(m_lockButton, &QPushButton::clicked, this, [this] {
        if (m_isLocked)
            Q_EMIT unlockRequested();
        else
            Q_EMIT lockRequested();
    });
}

void Banner::setConnection(const Connection &connection)
{
    m_environment->setEnvironment(connection.environment);
    m_line->setStyleSheet(
        QStringLiteral("QFrame { background: %1; }").arg(environmentColor(connection.environment).name()));
    m_organization->setText(organizationOf(connection));
    m_details->setText(tr("%1 · %2").arg(serverText(connection), displayText(connection.dialect)));
    m_details->setToolTip(connection.apiUrl.toDisplayString().toHtmlEscaped());
}

void Banner::setIdentity(const Identity &identity)
{
    const QString text = tr("signed in as %1").arg(displayName(identity));
    m_account->setText(literal(text));
    m_account->setAccessibleName(text);
}

void Banner::setReachable(bool isReachable)
{
    m_offline->setVisible(!isReachable);
}

void Banner::setLock(bool isLockable, bool isLocked, const QDateTime &until)
{
    m_isLockable = isLockable;
    m_isLocked = isLocked;
    m_until = until;
    m_lockButton->setText(isLocked ? tr("Unlock…") : tr("Lock now"));
    m_lockButton->setToolTip(
        isLocked ? tr("A production organisation starts read-only. Unlock it to change something.")
                 : tr("Back to read-only at once"));
    m_lock->setVisible(isLockable);
    m_lockButton->setVisible(isLockable);
    updateLock();
}

void Banner::setSignInNotice(const QString &text)
{
    m_notice->setNotice(text, {}, text.isEmpty() ? QString() : tr("Sign in again…"));
}

void Banner::tick()
{
    if (m_isLockable && !m_isLocked)
        updateLock();
}

void Banner::updateLock()
{
    if (m_isLocked) {
        m_lock->setText(tr("Read-only"));
        return;
    }
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(m_until);
    m_lock->setText(left < 0 ? tr("Unlocked until the run ends")
                             : tr("Unlocked, %1:%2 left")
                                   .arg(std::max<qint64>(0, left) / 60)
                                   .arg(std::max<qint64>(0, left) % 60, 2, 10, QLatin1Char('0')));
}

} // namespace offboarding::ui
