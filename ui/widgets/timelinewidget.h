// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/timelinelayout.h"

#include <QTimer>
#include <QWidget>

class QPainter;

namespace offboarding::ui {

/// Paints who was in a conversation when: a lane per participant, the leaver's on top, bars by state, a time
/// axis in local time and a "now" line while the conversation is open.
///
/// Lives inside a scroll area; names and axis stay in sight while it scrolls. Left, Right, Home and End move
/// between segments, + and - zoom, 0 fits everything. The accessible description tells the current segment.
class TimelineWidget : public QWidget
{
    Q_OBJECT

public:
    static constexpr double strongestZoom = 64.0;

    explicit TimelineWidget(QWidget *parent = nullptr);

    /// @p leaverId: user id of the leaver. @p now: UTC; kept going by a timer while the conversation is open.
    void setConversation(const Conversation &conversation, const QString &leaverId,
                         const QDateTime &now = QDateTime::currentDateTimeUtc());
    void clear();
    void setShowAddresses(bool isShown);

    const TimelineLayout &timeline() const { return m_timeline; }
    double zoom() const { return m_zoom; }
    void setZoom(double zoom); ///< 1: everything fits the width
    void zoomIn();
    void zoomOut();
    /// Width available at zoom 1; set by the scroll area's owner.
    void setFitWidth(int width);

    int barCount() const { return static_cast<int>(m_bars.size()); }
    int currentBar() const { return m_current; } ///< -1: none
    void setCurrentBar(int index);
    QRect barRect(int index) const;    ///< in widget coordinates
    QString barText(int index) const;  ///< one plain line; what tool tip and screen reader say
    QString laneTitle(int lane) const; ///< plain text; masked unless addresses are shown

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentBarChanged(const QRect &rect);
    void zoomChanged(double zoom);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct BarPlace
    {
        int lane;
        int bar;
    };

    void relayout(const QDateTime &now);
    void describe();
    void tick();
    int rowHeight() const;
    int axisHeight() const;
    int labelWidth() const;
    int laneHeight(const TimelineLane &lane) const;
    int laneTop(int lane) const;
    int contentHeight() const;
    double plotWidth() const;
    double xOf(qint64 time) const;
    QRect visiblePart() const; ///< of this widget, in its own coordinates
    int barAt(const QPoint &position) const;
    bool isMirrored() const { return layoutDirection() == Qt::RightToLeft; }
    void paintLane(QPainter *painter, int lane, const QRect &visible) const;
    void paintBar(QPainter *painter, int index) const;
    void paintLabels(QPainter *painter, const QRect &visible) const;
    void paintAxis(QPainter *painter, const QRect &visible) const;
    void paintTicks(QPainter *painter, const QRect &visible) const;
    void paintNow(QPainter *painter, const QRect &visible) const;
    void paintNothing(QPainter *painter) const;

    Conversation m_conversation;
    QString m_leaverId;
    TimelineLayout m_timeline;
    QList<BarPlace> m_bars; ///< lane by lane: the order of the arrow keys
    QList<int> m_laneTops;
    QTimer m_timer;
    double m_zoom = 1.0;
    int m_fitWidth = 0;
    int m_current = -1;
    bool m_showAddresses = false;
};

} // namespace offboarding::ui
