// SPDX-License-Identifier: GPL-3.0-or-later
// The preview's timeline in words.
#include "ui/models/timelinetablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace offboarding::ui {

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

TimelineLane lane(const QString &name, bool isLeaver, int bars)
{
    TimelineLane made;
    made.participantId = name;
    made.name = name;
    made.isLeaver = isLeaver;
    made.isOtherParty = !isLeaver;
    for (int i = 0; i < bars; ++i) {
        TimelineBar bar;
        bar.state = TimelineState::Connected;
        bar.begin = noon.toMSecsSinceEpoch() + i * 60'000;
        bar.end = bar.begin + 30'000;
        bar.isOpen = i + 1 == bars;
        made.bars.append(bar);
    }
    return made;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestPreviewModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_timeline = std::make_unique<TimelineTableModel>();
        const auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
        m_timelineTester = std::make_unique<QAbstractItemModelTester>(m_timeline.get(), fatal);
    }

    void cleanup()
    {
        m_timelineTester.reset();
        m_timeline.reset();
    }

    void everyStretchIsARowInWords()
    {
        TimelineLayout layout;
        layout.hasTimes = true;
        layout.lanes = {lane(QStringLiteral("Jane Doe"), true, 2),
                        lane(QStringLiteral("Customer"), false, 0)};
        m_timeline->setTimeline(layout);
        QCOMPARE(m_timeline->rowCount(), 3);
        QCOMPARE(cell(*m_timeline, 0, TimelineTableModel::PartyColumn), QStringLiteral("Jane Doe, leaver"));
        QCOMPARE(cell(*m_timeline, 1, TimelineTableModel::ToColumn), QStringLiteral("now"));
        QVERIFY(!cell(*m_timeline, 2, TimelineTableModel::RemarkColumn).isEmpty());
        QCOMPARE(cell(*m_timeline, 2, TimelineTableModel::DurationColumn), QString());
    }

    void otherPartiesAreMaskedUntilAskedFor()
    {
        TimelineLayout layout;
        layout.hasTimes = true;
        layout.lanes = {lane(QStringLiteral("Ada Example"), false, 1)};
        m_timeline->setTimeline(layout);
        const QString masked = cell(*m_timeline, 0, TimelineTableModel::PartyColumn);
        QVERIFY2(!masked.contains(QStringLiteral("Example")), qPrintable(masked));
        m_timeline->setShowAddresses(true);
        QCOMPARE(cell(*m_timeline, 0, TimelineTableModel::PartyColumn), QStringLiteral("Ada Example"));
    }

    void aShorterTimelineReplacesALongerOne()
    {
        TimelineLayout layout;
        layout.lanes = {lane(QStringLiteral("Jane Doe"), true, 40)};
        m_timeline->setTimeline(layout);
        QCOMPARE(m_timeline->rowCount(), 40);
        layout.lanes = {lane(QStringLiteral("Jane Doe"), true, 1)};
        m_timeline->setTimeline(layout);
        QCOMPARE(m_timeline->rowCount(), 1);
        m_timeline->setTimeline({});
        QCOMPARE(m_timeline->rowCount(), 0);
        m_timeline->setShowAddresses(true); // nothing to tell
    }

private:
    std::unique_ptr<TimelineTableModel> m_timeline;
    std::unique_ptr<QAbstractItemModelTester> m_timelineTester;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestPreviewModels)
#include "tst_previewmodels.moc"
