// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/referenceentries.h"

#include <QAbstractItemModel>
#include <QDateTime>

#include <memory>

namespace offboarding::ui {

/// Everything that refers to one person.
struct ReferencePerson
{
    QString userId;
    QString userName; ///< hostile plain text
    QList<SourceEntries> sources;
    bool isReading = false; ///< sources that were not read yet are on their way
};

/// Persons → sources → entries; one person alone has no row of their own. A count that is not known says so,
/// and a list that was cut off counts "at least". Holds no request: values are given.
class ReferenceTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, StatusColumn, DetailColumn, ReadColumn, ColumnCount };
    enum Role { SourceRole = Qt::UserRole + 1 }; ///< the name of the row's source, "queues"; empty on persons

    explicit ReferenceTreeModel(QObject *parent = nullptr);
    ~ReferenceTreeModel() override;

    /// The same persons again keep their rows; entries are replaced only where they are others.
    void setPersons(const QList<ReferencePerson> &persons);
    /// Ages are counted up to @p now (UTC), and what was fresh becomes stale. Only @p shown are repainted.
    void setNow(const QDateTime &now, const QModelIndexList &shown);
    bool isEntry(const QModelIndex &index) const; ///< neither a person nor a source
    /// The row as tab-separated text, for the clipboard.
    QString rowText(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;

    bool hasSameShape(const QList<ReferencePerson> &persons) const;
    void rebuild(const QList<ReferencePerson> &persons);
    void update(Node *source, const SourceEntries &fresh, bool isReading);
    QModelIndex indexOf(const Node *node, int column) const;
    const Node *nodeAt(const QModelIndex &index) const;
    QString sourceText(const Node &node, int column) const;
    QString text(const Node &node, int column) const;
    QString toolTip(const Node &node, int column) const;

    std::unique_ptr<Node> m_root;
    QDateTime m_now;
};

} // namespace offboarding::ui
