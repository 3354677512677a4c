// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/reportcheck.h"

#include <QAbstractTableModel>
#include <QList>

#include <optional>

namespace offboarding::ui {

/// What makes reports show a leaver, one reason per row, and what could not be looked into: a source that
/// failed and a definition that is hidden have rows of their own, so that nothing unread looks like "none".
class ReportDefinitionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        FindingColumn,
        KindColumn,
        NameColumn,
        OwnerColumn,
        UserColumn,
        ChangeColumn,
        PlaceColumn,
        ColumnCount
    };
    static constexpr int SortRole = Qt::UserRole; ///< as listed, or the text in lower case

    explicit ReportDefinitionModel(QObject *parent = nullptr);

    /// Resets only if the rows change: a search index that is asked again does not move the selection.
    void setReading(const ReportCheckReading &reading);
    void clear();

    /// Everything about a row in words, for the pane below the table; plain text.
    QString explanation(int row) const;
    std::optional<Error> error(int row) const; ///< of a source that could not be read
    int count(ReportFindingKind kind) const;
    int unreadableCount() const; ///< sources and definitions

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    /// Exactly one of the three is set.
    struct Row
    {
        std::optional<ReportFinding> finding;
        std::optional<UnreadableDefinition> unreadable;
        std::optional<SourceReading> source;
        QString userName;  ///< whom it is about
        QString ownerName; ///< of an unreadable definition
    };

    static bool isSame(const QList<Row> &left, const QList<Row> &right);
    static QString text(const Row &row, int column);
    static QString findingText(const Row &row, int column);
    static QString unreadableText(const Row &row, int column);
    static QString sourceText(const Row &row, int column);

    QList<Row> m_rows;
};

} // namespace offboarding::ui
