// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportdefinitionmodel.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/reporttext.h"

#include <QApplication>
#include <QIcon>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace offboarding::ui {

namespace {

constexpr qsizetype longestCell = 300;

QString cell(const QString &text)
{
    return inOneLine(text).left(longestCell);
}

} // namespace

ReportDefinitionModel::ReportDefinitionModel(QObject *parent) : QAbstractTableModel(parent) {}

bool ReportDefinitionModel::isSame(const QList<Row> &left, const QList<Row> &right)
{
    return std::equal(
        left.cbegin(), left.cend(), right.cbegin(), right.cend(), [](const Row &a, const Row &b) {
            const bool isSameSource =
                a.source.has_value() == b.source.has_value() &&
                (!a.source || (a.source->name == b.source->name && a.source->status == b.source->status));
            return isSameSource && a.finding == b.finding && a.unreadable == b.unreadable &&
                   a.userName == b.userName && a.ownerName == b.ownerName;
        });
}

void ReportDefinitionModel::setReading(const ReportCheckReading &reading)
{
    QList<Row> rows;
    const auto nameOf = [&reading](const QString &userId) {
        for (const User &user : reading.users) {
            if (user.id == userId)
                return user.identity();
        }
        return userId;
    };
    for (const SourceReading &source : reading.sources) {
        if (source.status == SourceStatus::Fresh)
            continue;
        Row row;
        row.source = source;
        rows.append(row);
    }
    for (const ReportFinding &finding : reportFindings(reading)) {
        Row row;
        row.userName = nameOf(finding.userId);
        row.finding = finding;
        rows.append(row);
    }
    for (const UnreadableDefinition &unreadable : reading.unreadable) {
        Row row;
        row.ownerName = reading.ownerNames.value(unreadable.ownerId, unreadable.ownerId);
        row.unreadable = unreadable;
        rows.append(row);
    }
    if (isSame(rows, m_rows))
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ReportDefinitionModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

QString ReportDefinitionModel::findingText(const Row &row, int column)
{
    const ReportFinding &finding = *row.finding;
    switch (column) {
    case FindingColumn:
        return displayText(finding.kind);
    case KindColumn:
        return displayText(finding.definition);
    case NameColumn:
        return cell(finding.definitionName.isEmpty() ? finding.definitionId : finding.definitionName);
    case OwnerColumn:
        if (finding.ownerId.isEmpty() && finding.definition == ReportDefinitionKind::Export)
            return tr("this account"); // nobody else's are listed (contract §7.1)
        return cell(finding.ownerName.isEmpty() ? finding.ownerId : finding.ownerName);
    case UserColumn:
        return finding.userId.isEmpty() ? tr("every inactive user") : cell(row.userName);
    case ChangeColumn:
        return adviceText(finding);
    case PlaceColumn:
        return placeText(finding);
    default:
        return {};
    }
}

QString ReportDefinitionModel::unreadableText(const Row &row, int column)
{
    const UnreadableDefinition &unreadable = *row.unreadable;
    switch (column) {
    case FindingColumn:
        return displayText(unreadable.why);
    case KindColumn:
        return displayText(unreadable.kind);
    case NameColumn:
        if (unreadable.count > 0)
            return tr("%n hidden", nullptr, unreadable.count);
        return unreadable.id.isEmpty() ? tr("how many is not known") : cell(unreadable.id);
    case OwnerColumn:
        return unreadable.ownerId.isEmpty() ? tr("other people") : cell(row.ownerName);
    case ChangeColumn:
        return unreadableAdvice(unreadable);
    case PlaceColumn:
        return cell(unreadable.detail);
    default:
        return {};
    }
}

QString ReportDefinitionModel::sourceText(const Row &row, int column)
{
    const SourceReading &source = *row.source;
    switch (column) {
    case FindingColumn:
        return displayText(source.status);
    case KindColumn:
        return sourceDisplayName(source.name);
    case NameColumn:
        return tr("how many is not known");
    case ChangeColumn:
        return source.error ? describe(*source.error).title : QString();
    case PlaceColumn:
        return source.error ? cell(source.error->place) : QString();
    default:
        return {};
    }
}

QString ReportDefinitionModel::text(const Row &row, int column)
{
    if (row.finding)
        return findingText(row, column);
    return row.unreadable ? unreadableText(row, column) : sourceText(row, column);
}

QString ReportDefinitionModel::explanation(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return {};
    const Row &shown = m_rows.at(row);
    QStringList lines;
    const QString title = text(shown, FindingColumn) + QStringLiteral(": ") + text(shown, KindColumn) +
                          QStringLiteral(" · ") + text(shown, NameColumn);
    lines.append(title);
    if (shown.source && shown.source->error) {
        lines.append(describeBriefly(*shown.source->error));
        lines.append(describe(*shown.source->error).technical);
        return lines.join(QLatin1Char('\n'));
    }
    lines.append(text(shown, ChangeColumn) + QLatin1Char('.'));
    if (const QString place = text(shown, PlaceColumn); !place.isEmpty())
        lines.append(tr("Where: %1").arg(place));
    if (shown.finding)
        lines.append(tr("Id: %1").arg(cell(shown.finding->definitionId)));
    return lines.join(QLatin1Char('\n'));
}

std::optional<Error> ReportDefinitionModel::error(int row) const
{
    const bool isSource = row >= 0 && row < m_rows.size() && m_rows.at(row).source.has_value();
    return isSource ? m_rows.at(row).source->error : std::nullopt;
}

int ReportDefinitionModel::count(ReportFindingKind kind) const
{
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(), [kind](const Row &row) {
        return row.finding && row.finding->kind == kind;
    }));
}

int ReportDefinitionModel::unreadableCount() const
{
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(),
                                          [](const Row &row) { return !row.finding.has_value(); }));
}

int ReportDefinitionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReportDefinitionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReportDefinitionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return QString(QLatin1String("<qt>") + text(row, index.column()).toHtmlEscaped() +
                       QLatin1String("</qt>"));
    case Qt::DecorationRole:
        if (index.column() == FindingColumn && !row.finding && qApp != nullptr)
            return QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning);
        return {};
    case SortRole:
        if (index.column() == FindingColumn)
            return index.row();
        return text(row, index.column()).toLower();
    default:
        return {};
    }
}

QVariant ReportDefinitionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case FindingColumn:
        return tr("Finding");
    case KindColumn:
        return tr("Kind");
    case NameColumn:
        return tr("Name");
    case OwnerColumn:
        return tr("Owner");
    case UserColumn:
        return tr("User");
    case ChangeColumn:
        return tr("What to change");
    case PlaceColumn:
        return tr("Where");
    default:
        return {};
    }
}

} // namespace offboarding::ui
