// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/timelinelayout.h"

#include <QBrush>
#include <QColor>
#include <QPalette>

class QPainter;
class QRectF;

namespace offboarding::ui {

/// How a state is painted. Colour is never the only sign: every state has a pattern and a word of its own.
struct TimelineStyle
{
    QColor fill;
    QColor text;            ///< on fill: at least 4.5:1
    Qt::BrushStyle pattern; ///< painted in text colour, thin, over fill
};

/// The style on the base colour of @p palette, light or dark; fill against base is at least 3:1.
TimelineStyle timelineStyle(TimelineState state, const QPalette &palette);
QColor timelineNowColor(const QPalette &palette); ///< at least 4.5:1 on the base colour

/// WCAG 2 contrast, 1 to 21.
double contrastRatio(const QColor &left, const QColor &right);

QString timelineStateName(TimelineState state); ///< translated

/// Fills @p rect in the style of @p state, open on its right side if @p isOpen.
void paintTimelineBar(QPainter *painter, const QRectF &rect, TimelineState state, const QPalette &palette,
                      bool isOpen = false);

} // namespace offboarding::ui
