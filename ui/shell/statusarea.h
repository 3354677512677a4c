// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/httpexchange.h"
#include "ui/screens/services.h"

#include <QStatusBar>

class QLabel;

namespace offboarding::ui {

class RateGauge;

/// How many users were read and how long ago, what is left of the rate budget, and how much is running.
class StatusArea : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusArea(Services services, QWidget *parent = nullptr);

    void setRateBudget(const RateBudget &budget);
    void tick(); ///< once a second: ages and pauses grow and shrink

private:
    void update();
    QString usersText() const;

    Services m_services;
    QLabel *m_users;
    QLabel *m_running;
    RateGauge *m_gauge;
    RateBudget m_budget;
};

} // namespace offboarding::ui
