// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rategauge.h"

#include <QPainter>

namespace offboarding::ui {

RateGauge::RateGauge(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("rateGauge"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setBudget({});
}

QString RateGauge::text() const
{
    if (m_budget.pausedSeconds > 0)
        return tr("limit used up, back in %1 s").arg(m_budget.pausedSeconds);
    if (m_budget.allowed <= 0)
        return tr("rate budget not known yet");
    return tr("rate budget %1/%2").arg(m_budget.used).arg(m_budget.allowed);
}

void RateGauge::setBudget(const RateBudget &budget)
{
    m_budget = budget;
    setAccessibleName(text());
    setToolTip(tr("Requests used in the current window of the organisation's rate limit"));
    updateGeometry();
    update();
}

QSize RateGauge::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 70, fontMetrics().height() + 6};
}

void RateGauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect bar(0, 4, 56, height() - 8);
    painter.fillRect(bar, palette().color(QPalette::Base));
    if (m_budget.allowed > 0) {
        const double share = qBound(0.0, static_cast<double>(m_budget.used) / m_budget.allowed, 1.0);
        const bool isFull = m_budget.pausedSeconds > 0 || share > 0.9;
        const QBrush brush(palette().color(isFull ? QPalette::Text : QPalette::Highlight),
                           isFull ? Qt::Dense4Pattern : Qt::SolidPattern);
        painter.fillRect(QRect(bar.topLeft(), QSize(static_cast<int>(bar.width() * share), bar.height())),
                         brush);
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    painter.drawText(rect().adjusted(bar.width() + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace offboarding::ui
