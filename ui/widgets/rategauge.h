// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/httpexchange.h"

#include <QWidget>

namespace offboarding::ui {

/// The organisation's rate limit as a small bar with text: used of allowed, or how long everybody waits.
class RateGauge : public QWidget
{
    Q_OBJECT

public:
    explicit RateGauge(QWidget *parent = nullptr);

    void setBudget(const RateBudget &budget);
    QString text() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RateBudget m_budget;
};

} // namespace offboarding::ui
