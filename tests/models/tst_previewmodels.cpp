// SPDX-License-Identifier: GPL-3.0-or-later
// The two tables of the preview: sources with their trust, and the timeline in words.
#include "ui/models/referencesourcemodel.h"
#include "ui/models/timelinetablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace offboarding::ui {

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

SourceRow source(const QString &name, SourceStatus status, std::optional<int> count)
{
    SourceRow made;
    made.userId = QStringLiteral("u1");
    made.userName = QStringLiteral("Jane Doe");
    made.reading.name = name;
    made.reading.status = status;
    made.reading.count = count;
    if (status == SourceStatus::Fresh)
        made.reading.readAt = noon;
    if (status == SourceStatus::NotPermitted) {
        Error error;
        error.kind = ErrorKind::Forbidden;
        error.detail = QStringLiteral("<b>no</b>");
        made.reading.error = error;
    }
    return made;
}

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
        m_sources = std::make_unique<ReferenceSourceModel>();
        m_timeline = std::make_unique<TimelineTableModel>();
        const auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
        m_sourcesTester = std::make_unique<QAbstractItemModelTester>(m_sources.get(), fatal);
        m_timelineTester = std::make_unique<QAbstractItemModelTester>(m_timeline.get(), fatal);
    }

    void cleanup()
    {
        m_sourcesTester.reset();
        m_timelineTester.reset();
        m_sources.reset();
        m_timeline.reset();
    }

    void aSourceThatFailedHasNoCount()
    {
        m_sources->setRows({source(QStringLiteral("agent-status"), SourceStatus::Fresh, 0),
                            source(QStringLiteral("conversations"), SourceStatus::NotPermitted, {})});
        QCOMPARE(m_sources->rowCount(), 2);
        QCOMPARE(cell(*m_sources, 0, ReferenceSourceModel::CountColumn), QStringLiteral("0"));
        QCOMPARE(cell(*m_sources, 1, ReferenceSourceModel::CountColumn), QStringLiteral("unknown"));
        QCOMPARE(cell(*m_sources, 1, ReferenceSourceModel::ReadColumn), QStringLiteral("never"));
        QVERIFY(!cell(*m_sources, 1, ReferenceSourceModel::ErrorColumn).isEmpty());
        const QString tip = m_sources->index(1, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QStringLiteral("<b>")), qPrintable(tip));
    }

    void sourcesAreReplacedAsAWhole()
    {
        m_sources->setRows({source(QStringLiteral("agent-status"), SourceStatus::Fresh, 2),
                            source(QStringLiteral("conversations"), SourceStatus::Fresh, 2)});
        const QPersistentModelIndex old(m_sources->index(1, 0));
        m_sources->setRows({source(QStringLiteral("agent-status"), SourceStatus::Fresh, 1)});
        QCOMPARE(m_sources->rowCount(), 1);
        QVERIFY(!old.isValid());
        m_sources->setRows({});
        QCOMPARE(m_sources->rowCount(), 0);
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
    std::unique_ptr<ReferenceSourceModel> m_sources;
    std::unique_ptr<TimelineTableModel> m_timeline;
    std::unique_ptr<QAbstractItemModelTester> m_sourcesTester;
    std::unique_ptr<QAbstractItemModelTester> m_timelineTester;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestPreviewModels)
#include "tst_previewmodels.moc"
