// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusarea.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/rategauge.h"

#include <QDateTime>
#include <QLabel>

namespace offboarding::ui {

namespace {

QLabel *createLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(6, 0, 6, 0);
    return label;
}

void setIfChanged(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
}

} // namespace

StatusArea::StatusArea(Services services, QWidget *parent)
    : QStatusBar(parent), m_services(services),
      m_users(createLabel(QStringLiteral("usersStatusLabel"), this)),
      m_running(createLabel(QStringLiteral("runningStatusLabel"), this)), m_gauge(new RateGauge(this))
{
    setObjectName(QStringLiteral("statusBar"));
    addWidget(m_users);
    addPermanentWidget(m_gauge);
    addPermanentWidget(m_running);
    connect(&services.users, &UserStore::statusChanged, this, &StatusArea::update);
    connect(&services.users, &UserStore::progressChanged, this, &StatusArea::update);
    connect(&services.users, &UserStore::usersReset, this, &StatusArea::update);
    connect(&services.users, &UserStore::usersAppended, this, &StatusArea::update);
    connect(&services.runner, &Runner::runStateChanged, this, &StatusArea::update);
    connect(&services.runner, &Runner::runFinished, this, &StatusArea::update);
    update();
}

void StatusArea::setRateBudget(const RateBudget &budget)
{
    m_budget = budget;
    m_gauge->setBudget(budget);
}

void StatusArea::tick()
{
    if (m_budget.pausedSeconds > 0) {
        --m_budget.pausedSeconds;
        m_gauge->setBudget(m_budget);
    }
    if (m_budget.resetSeconds > 0 && --m_budget.resetSeconds == 0) {
        m_budget.used = 0; // the window of the limit is over
        m_gauge->setBudget(m_budget);
    }
    update();
}

QString StatusArea::usersText() const
{
    const UserStore &store = m_services.users;
    const auto count = static_cast<int>(store.users().size());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (m_services.loader.isLoading() && !store.readAt().isValid()) {
        return store.expectedTotal() > 0
                   ? tr("reading users: %1 of %2")
                         .arg(locale().toString(count), locale().toString(store.expectedTotal()))
                   : tr("reading users…");
    }
    QString text = tr("%Ln user(s)", nullptr, count);
    if (count == 0 && store.status() != DirectoryStatus::Complete)
        text = tr("users not read");
    else if (store.readAt().isValid())
        text = tr("%1, read %2 ago").arg(text, ageText(store.readAt(), now));
    else
        text = tr("%1, incomplete").arg(text);
    if (m_services.loader.isLoading())
        return tr("%1 · reading again…").arg(text);
    if (store.readAt().isValid() && store.lastError())
        return tr("%1 · the last refresh failed").arg(text);
    return text;
}

void StatusArea::update()
{
    setIfChanged(m_users, usersText());
    int running = 0;
    for (const RunResult &run : m_services.runner.runs()) {
        if (run.state != RunState::Finished)
            ++running;
    }
    setIfChanged(m_running, tr("%n running", nullptr, running));
}

} // namespace offboarding::ui
