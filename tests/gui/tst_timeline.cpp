// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timelinetablemodel.h"
#include "ui/widgets/timelinecolors.h"
#include "ui/widgets/timelinelayout.h"
#include "ui/widgets/timelinewidget.h"

#include <QAbstractItemModelTester>
#include <QHelpEvent>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

namespace offboarding::ui {

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

Segment segment(const QString &type, int from, int to)
{
    Segment made;
    made.type = type;
    made.start = noon.addSecs(from);
    made.end = noon.addSecs(to);
    return made;
}

Communication call(const QString &state, const QList<Segment> &segments)
{
    Communication made;
    made.id = QStringLiteral("m");
    made.media = Media::Call;
    made.state = state;
    made.segments = segments;
    return made;
}

Participant participant(const QString &id, const QString &purpose, const QList<Communication> &communications)
{
    Participant made;
    made.id = id;
    made.purpose = purpose;
    made.name = id;
    made.userId = purpose == QLatin1String("agent") ? id : QString();
    made.communications = communications;
    return made;
}

Conversation conversation(const QList<Participant> &participants)
{
    Conversation made;
    made.id = QStringLiteral("c");
    made.start = noon;
    made.end = noon.addSecs(300);
    made.participants = participants;
    return made;
}

/// Ringing, talking, holding and talking on, beside a waiting customer.
Conversation ordinary()
{
    Segment open = segment(QStringLiteral("interact"), 180, 0);
    open.end = {};
    Conversation made = conversation(
        {participant(QStringLiteral("Maria Schmidt"), QStringLiteral("customer"),
                     {call(QStringLiteral("connected"), {segment(QStringLiteral("ivr"), 0, 40), open})}),
         participant(
             QStringLiteral("leaver"), QStringLiteral("agent"),
             {call(QStringLiteral("connected"),
                   {segment(QStringLiteral("alert"), 40, 50), segment(QStringLiteral("interact"), 50, 120),
                    segment(QStringLiteral("hold"), 120, 180), open})})});
    made.end = {};
    return made;
}

TimelineLayout layoutOf(const Conversation &shown)
{
    return timelineLayout(shown, QStringLiteral("leaver"), noon.addSecs(300));
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leaverLiesOnTop()
    {
        const TimelineLayout layout = layoutOf(ordinary());
        QCOMPARE(layout.lanes.size(), 2);
        QVERIFY(layout.lanes.at(0).isLeaver);
        QVERIFY(!layout.lanes.at(1).isLeaver);
        QVERIFY(layout.lanes.at(1).isOtherParty);
        const QList<TimelineBar> &bars = layout.lanes.at(0).bars;
        QCOMPARE(bars.size(), 4);
        QCOMPARE(bars.at(0).state, TimelineState::Alerting);
        QCOMPARE(bars.at(2).state, TimelineState::Held);
        QCOMPARE(bars.at(2).duration(), 60'000);
        QVERIFY(bars.at(3).isOpen);
        QCOMPARE(bars.at(3).end, noon.addSecs(300).toMSecsSinceEpoch());
        QCOMPARE(*layout.now, noon.addSecs(300).toMSecsSinceEpoch());
    }

    void endedConversationHasNoNow()
    {
        const TimelineLayout layout = layoutOf(conversation({participant(
            QStringLiteral("leaver"), QStringLiteral("agent"),
            {call(QStringLiteral("disconnected"), {segment(QStringLiteral("interact"), 0, 300)})})}));
        QVERIFY(!layout.now.has_value());
        QCOMPARE(layout.end - layout.begin, 300'000);
    }

    void endBeforeStartBecomesAMark()
    {
        const TimelineLayout layout = layoutOf(conversation({participant(
            QStringLiteral("leaver"), QStringLiteral("agent"),
            {call(QStringLiteral("disconnected"), {segment(QStringLiteral("interact"), 100, 40)})})}));
        const TimelineBar &bar = layout.lanes.at(0).bars.at(0);
        QCOMPARE(bar.duration(), 0);
        QVERIFY(bar.isEndDoubtful);
        QVERIFY(layout.end > layout.begin);
    }

    void missingTimesComeFromTheSurroundings()
    {
        Segment first = segment(QStringLiteral("alert"), 0, 0);
        first.start = {};
        first.end = {};
        Segment second = segment(QStringLiteral("interact"), 60, 0);
        second.end = {};
        const TimelineLayout layout =
            layoutOf(conversation({participant(QStringLiteral("leaver"), QStringLiteral("agent"),
                                               {call(QStringLiteral("disconnected"), {first, second})})}));
        const QList<TimelineBar> &bars = layout.lanes.at(0).bars;
        QCOMPARE(bars.size(), 2);
        QCOMPARE(bars.at(0).begin, noon.toMSecsSinceEpoch());
        QCOMPARE(bars.at(0).end, noon.addSecs(60).toMSecsSinceEpoch());
        QCOMPARE(bars.at(1).end, noon.addSecs(300).toMSecsSinceEpoch());
        QVERIFY(!bars.at(1).isOpen);
    }

    void noTimesAtAllDrawNothing()
    {
        Conversation timeless = conversation({participant(QStringLiteral("leaver"), QStringLiteral("agent"),
                                                          {call(QStringLiteral("connected"), {Segment()})})});
        timeless.start = {};
        timeless.end = {};
        const TimelineLayout layout = layoutOf(timeless);
        QVERIFY(!layout.hasTimes);
        QVERIFY(layout.lanes.at(0).bars.isEmpty());
        TimelineWidget widget;
        widget.setConversation(timeless, QStringLiteral("leaver"));
        widget.resize(500, 200);
        QVERIFY(!widget.grab().isNull());
        QTest::keyClick(&widget, Qt::Key_Right);
        QCOMPARE(widget.currentBar(), -1);
    }

    void communicationWithoutSegmentsIsDrawnFromItsTimes()
    {
        Communication held = call(QStringLiteral("connected"), {});
        held.connected = noon.addSecs(30);
        held.held = true;
        Participant agent = participant(QStringLiteral("leaver"), QStringLiteral("agent"), {held});
        agent.start = noon.addSecs(10);
        Conversation open = conversation({agent});
        open.end = {};
        const QList<TimelineBar> bars = layoutOf(open).lanes.at(0).bars;
        QCOMPARE(bars.size(), 2);
        QCOMPARE(bars.at(0).state, TimelineState::Alerting);
        QCOMPARE(bars.at(1).state, TimelineState::Held);
        QVERIFY(bars.at(1).isOpen);
    }

    void afterCallWorkGoesOnUntilNow()
    {
        Participant agent = participant(
            QStringLiteral("leaver"), QStringLiteral("agent"),
            {call(QStringLiteral("disconnected"), {segment(QStringLiteral("interact"), 0, 100)})});
        agent.afterCallWorkStart = noon.addSecs(100);
        const TimelineLayout layout = layoutOf(conversation({agent}));
        const TimelineBar &work = layout.lanes.at(0).bars.at(1);
        QCOMPARE(work.state, TimelineState::WrapUp);
        QVERIFY(work.isOpen);
        QVERIFY(layout.now.has_value());
    }

    void simultaneousCommunicationsGetRows()
    {
        const TimelineLayout layout = layoutOf(conversation({participant(
            QStringLiteral("leaver"), QStringLiteral("agent"),
            {call(QStringLiteral("disconnected"), {segment(QStringLiteral("interact"), 0, 200)}),
             call(QStringLiteral("disconnected"), {segment(QStringLiteral("interact"), 100, 300)}),
             call(QStringLiteral("disconnected"), {segment(QStringLiteral("interact"), 200, 300)})})}));
        QCOMPARE(layout.lanes.at(0).rowCount, 2);
        QCOMPARE(layout.lanes.at(0).bars.at(1).row, 1);
        QCOMPARE(layout.lanes.at(0).bars.at(2).row, 0);
    }

    void timeInAQueueIsWaiting()
    {
        const TimelineLayout layout = layoutOf(conversation({participant(
            QStringLiteral("Support"), QStringLiteral("acd"),
            {call(QStringLiteral("disconnected"), {segment(QStringLiteral("interact"), 0, 60)})})}));
        QCOMPARE(layout.lanes.at(0).bars.at(0).state, TimelineState::Waiting);
    }

    void unknownStatesKeepTheServersWord()
    {
        QCOMPARE(timelineState(QStringLiteral("HoloDeck")), TimelineState::Unknown);
        QCOMPARE(timelineState(QStringLiteral("Hold")), TimelineState::Held);
        const TimelineLayout layout = layoutOf(conversation({participant(
            QStringLiteral("leaver"), QStringLiteral("agent"),
            {call(QStringLiteral("disconnected"), {segment(QStringLiteral("holodeck"), 0, 10)})})}));
        QCOMPARE(layout.lanes.at(0).bars.at(0).word, QStringLiteral("holodeck"));
    }

    void twoHundredParticipants()
    {
        QList<Participant> crowd;
        for (int i = 0; i < 200; ++i)
            crowd.append(participant(
                i == 150 ? QStringLiteral("leaver") : QString::number(i), QStringLiteral("agent"),
                {call(QStringLiteral("disconnected"), {segment(QStringLiteral("interact"), i, i + 50)})}));
        TimelineWidget widget;
        widget.setConversation(conversation(crowd), QStringLiteral("leaver"));
        QCOMPARE(widget.timeline().lanes.size(), 200);
        QVERIFY(widget.timeline().lanes.at(0).isLeaver);
        widget.resize(700, widget.minimumSizeHint().height());
        QVERIFY(!widget.grab(QRect(0, 0, 700, 400)).isNull());
    }

    void ticksAreRoundAndBounded_data()
    {
        QTest::addColumn<qint64>("span");
        QTest::newRow("0.3 s") << qint64(300);
        QTest::newRow("10 s") << qint64(10'000);
        QTest::newRow("5 min") << qint64(300'000);
        QTest::newRow("a day") << qint64(86'400'000);
        QTest::newRow("three months") << qint64(90) * 86'400'000;
        QTest::newRow("forty years") << qint64(40) * 365 * 86'400'000;
        QTest::newRow("four thousand years") << qint64(4000) * 365 * 86'400'000;
    }

    void ticksAreRoundAndBounded()
    {
        QFETCH(qint64, span);
        const qint64 begin = noon.toMSecsSinceEpoch() + 17;
        const QList<TimelineTick> ticks =
            timelineTicks(begin, begin + span, 8, QTimeZone(QByteArrayLiteral("Europe/Berlin")));
        QVERIFY(!ticks.isEmpty());
        QVERIFY(ticks.size() <= 8);
        for (qsizetype i = 0; i < ticks.size(); ++i) {
            QVERIFY(ticks.at(i).at >= begin && ticks.at(i).at <= begin + span);
            QVERIFY(!ticks.at(i).label.isEmpty());
            QVERIFY(i == 0 || ticks.at(i).at > ticks.at(i - 1).at);
        }
    }

    void ticksShowLocalTime()
    {
        const qint64 begin = noon.toMSecsSinceEpoch();
        const QList<TimelineTick> ticks =
            timelineTicks(begin, begin + 600'000, 8, QTimeZone(QByteArrayLiteral("Europe/Berlin")));
        QVERIFY2(ticks.at(0).label.endsWith(QStringLiteral("13:00")), qPrintable(ticks.at(0).label));
        QVERIFY(timelineTicks(begin, begin, 8, QTimeZone::utc()).isEmpty());
    }

    void dayTicksFollowSummerTime()
    {
        const QTimeZone berlin(QByteArrayLiteral("Europe/Berlin"));
        const qint64 begin = QDateTime(QDate(2026, 3, 27), QTime(0, 0), berlin).toMSecsSinceEpoch();
        for (const TimelineTick &tick : timelineTicks(begin, begin + qint64(6) * 86'400'000, 8, berlin))
            QCOMPARE(QDateTime::fromMSecsSinceEpoch(tick.at, berlin).time(), QTime(0, 0));
    }

    void coloursCanBeRead()
    {
        QPalette light;
        light.setColor(QPalette::Base, Qt::white);
        QPalette dark;
        dark.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x1e));
        for (const QPalette &palette : {light, dark}) {
            const QColor base = palette.color(QPalette::Base);
            QSet<int> patterns;
            for (const TimelineState state :
                 {TimelineState::Alerting, TimelineState::Connected, TimelineState::Held,
                  TimelineState::WrapUp, TimelineState::Waiting, TimelineState::Unknown}) {
                const TimelineStyle style = timelineStyle(state, palette);
                QVERIFY2(contrastRatio(style.fill, style.text) >= 4.5, qPrintable(timelineStateName(state)));
                QVERIFY2(contrastRatio(style.fill, base) >= 3.0, qPrintable(timelineStateName(state)));
                patterns.insert(style.pattern);
            }
            QCOMPARE(patterns.size(), 6); // never colour alone
            QVERIFY(contrastRatio(timelineNowColor(palette), base) >= 4.5);
        }
    }

    void keysMoveAndZoom()
    {
        TimelineWidget widget;
        widget.setConversation(ordinary(), QStringLiteral("leaver"), noon.addSecs(300));
        widget.resize(800, 200);
        QSignalSpy moved(&widget, &TimelineWidget::currentBarChanged);
        QTest::keyClick(&widget, Qt::Key_Home);
        QCOMPARE(widget.currentBar(), 0);
        QVERIFY2(widget.accessibleDescription().contains(QStringLiteral("Ringing")),
                 qPrintable(widget.accessibleDescription()));
        QVERIFY(widget.accessibleDescription().contains(QStringLiteral("leaver")));
        QTest::keyClick(&widget, Qt::Key_Left);
        QCOMPARE(widget.currentBar(), 0);
        QTest::keyClick(&widget, Qt::Key_Right);
        QCOMPARE(widget.currentBar(), 1);
        QTest::keyClick(&widget, Qt::Key_End);
        QCOMPARE(widget.currentBar(), widget.barCount() - 1);
        QVERIFY(moved.size() >= 3);
        const int before = widget.minimumSizeHint().width();
        QTest::keyClick(&widget, Qt::Key_Plus);
        QVERIFY(widget.minimumSizeHint().width() > before);
        QTest::keyClick(&widget, Qt::Key_Minus);
        QCOMPARE(widget.zoom(), 1.0);
        widget.setZoom(1e9);
        QCOMPARE(widget.zoom(), TimelineWidget::strongestZoom);
    }

    void clickSelectsTheBarUnderIt()
    {
        TimelineWidget widget;
        widget.setConversation(ordinary(), QStringLiteral("leaver"), noon.addSecs(300));
        widget.resize(800, 200);
        QTest::mouseClick(&widget, Qt::LeftButton, {}, widget.barRect(2).center());
        QCOMPARE(widget.currentBar(), 2);
        QVERIFY(widget.barRect(0).right() <= widget.barRect(1).left() + 1);
    }

    void paintsBarsAndNowLine()
    {
        TimelineWidget widget;
        widget.setConversation(ordinary(), QStringLiteral("leaver"), noon.addSecs(300));
        widget.resize(800, 200);
        const QImage image = widget.grab().toImage();
        const auto near = [](const QColor &left, const QColor &right) {
            return std::abs(left.red() - right.red()) + std::abs(left.green() - right.green()) +
                       std::abs(left.blue() - right.blue()) <
                   12;
        };
        const QRect talking = widget.barRect(1);
        QVERIFY(near(image.pixelColor(talking.left() + 4, talking.top() + 2),
                     timelineStyle(TimelineState::Connected, widget.palette()).fill));
        bool isNowSeen = false;
        const int below = widget.barRect(widget.barCount() - 1).bottom() + 4;
        for (int x = 780; x < 800; ++x)
            isNowSeen = isNowSeen || near(image.pixelColor(x, below), timelineNowColor(widget.palette()));
        QVERIFY(isNowSeen);
    }

    void hostileNamesArePlainAndOthersMasked()
    {
        Conversation hostile = ordinary();
        hostile.participants[1].name = QStringLiteral("<b>Jane</b>\n<img src='x'>");
        hostile.participants[0].name = QString(300, QChar(0x05D0)) + QStringLiteral("xyz");
        TimelineWidget widget;
        widget.setConversation(hostile, QStringLiteral("leaver"), noon.addSecs(300));
        widget.resize(600, 200);
        QVERIFY(!widget.grab().isNull());
        QCOMPARE(widget.laneTitle(0), QStringLiteral("<b>Jane</b> <img src='x'>"));
        QVERIFY(widget.laneTitle(1).size() <= 6);
        widget.setShowAddresses(true);
        QVERIFY(widget.laneTitle(1).size() > 300);
        QVERIFY(widget.barText(widget.barCount() - 1).size() < 400);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        const QPoint place = widget.barRect(1).center();
        QHelpEvent help(QEvent::ToolTip, place, widget.mapToGlobal(place));
        QCoreApplication::sendEvent(&widget, &help);
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY2(!QToolTip::text().contains(QStringLiteral("<b>")), qPrintable(QToolTip::text()));
        QVERIFY(QToolTip::text().contains(QStringLiteral("&lt;b&gt;")));
        QToolTip::hideText();
    }

    void paintsRightToLeft()
    {
        TimelineWidget widget;
        widget.setLayoutDirection(Qt::RightToLeft);
        widget.setConversation(ordinary(), QStringLiteral("leaver"), noon.addSecs(300));
        widget.resize(800, 200);
        QVERIFY(!widget.grab().isNull());
        QVERIFY(widget.barRect(0).left() > widget.barRect(3).left()); // time runs from the right
        widget.setCurrentBar(0);
        QTest::keyClick(&widget, Qt::Key_Left);
        QCOMPARE(widget.currentBar(), 1);
    }

    void tableSaysTheSame()
    {
        TimelineTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setTimeline(layoutOf(ordinary()));
        QCOMPARE(model.rowCount(), 6);
        QVERIFY(model.index(0, TimelineTableModel::PartyColumn)
                    .data()
                    .toString()
                    .contains(QStringLiteral("leaver")));
        QCOMPARE(model.index(3, TimelineTableModel::ToColumn).data().toString(), QStringLiteral("now"));
        QVERIFY(!model.index(5, TimelineTableModel::PartyColumn)
                     .data()
                     .toString()
                     .contains(QStringLiteral("Maria")));
        model.setShowAddresses(true);
        QVERIFY(model.index(5, TimelineTableModel::PartyColumn)
                    .data()
                    .toString()
                    .contains(QStringLiteral("Maria")));
        model.setTimeline({});
        QCOMPARE(model.rowCount(), 0);
    }

    void durationsAreReadable()
    {
        QCOMPARE(timelineDuration(400), QStringLiteral("0.4 s"));
        QCOMPARE(timelineDuration(12'000), QStringLiteral("12 s"));
        QCOMPARE(timelineDuration(200'000), QStringLiteral("3 min 20 s"));
        QCOMPARE(timelineDuration(7'500'000), QStringLiteral("2 h 5 min"));
        QCOMPARE(timelineDuration(qint64(76) * 3'600'000), QStringLiteral("3 d 4 h"));
    }
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestTimeline)
#include "tst_timeline.moc"
