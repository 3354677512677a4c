// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timelinetablemodel.h"

#include "ui/models/addressmasking.h"
#include "ui/widgets/timelinecolors.h"

#include <QLocale>

namespace offboarding::ui {

namespace {

QString exactTime(qint64 time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace

TimelineTableModel::TimelineTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void TimelineTableModel::setTimeline(const TimelineLayout &timeline)
{
    beginResetModel();
    m_timeline = timeline;
    m_places.clear();
    for (int lane = 0; lane < m_timeline.lanes.size(); ++lane) {
        const int bars = static_cast<int>(m_timeline.lanes.at(lane).bars.size());
        for (int bar = 0; bar < bars; ++bar)
            m_places.append({lane, bar});
        if (bars == 0)
            m_places.append({lane, -1});
    }
    endResetModel();
}

void TimelineTableModel::setShowAddresses(bool isShown)
{
    m_showAddresses = isShown;
    if (!m_places.isEmpty())
        Q_EMIT dataChanged(index(0, PartyColumn), index(rowCount() - 1, PartyColumn));
}

int TimelineTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int TimelineTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimelineTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const Place &place = m_places.at(index.row());
    const TimelineLane &lane = m_timeline.lanes.at(place.lane);
    if (index.column() == PartyColumn) {
        const QString name = lane.name.isEmpty() ? lane.address : lane.name;
        const QString shown =
            (lane.isOtherParty && !m_showAddresses ? masked(name) : name).left(300).simplified();
        const QString party = shown.isEmpty() ? tr("(no name)") : shown;
        return lane.isLeaver ? tr("%1, leaver").arg(party) : party;
    }
    if (place.bar < 0)
        return index.column() == RemarkColumn ? tr("The server sent no times.") : QString();
    const TimelineBar &bar = lane.bars.at(place.bar);
    switch (index.column()) {
    case StateColumn:
        return bar.state == TimelineState::Unknown && !bar.word.isEmpty() ? bar.word.left(300).simplified()
                                                                          : timelineStateName(bar.state);
    case FromColumn:
        return exactTime(bar.begin);
    case ToColumn:
        return bar.isOpen ? tr("now") : exactTime(bar.end);
    case DurationColumn:
        return timelineDuration(bar.duration());
    case RemarkColumn:
        return bar.isEndDoubtful ? tr("The server's end of it is missing or before its start.") : QString();
    default:
        return {};
    }
}

QVariant TimelineTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case PartyColumn:
        return tr("Party");
    case StateColumn:
        return tr("State");
    case FromColumn:
        return tr("From");
    case ToColumn:
        return tr("To");
    case DurationColumn:
        return tr("Duration");
    case RemarkColumn:
        return tr("Remark");
    default:
        return {};
    }
}

} // namespace offboarding::ui
