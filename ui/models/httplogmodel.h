// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/httpexchange.h"

#include <QAbstractTableModel>
#include <QList>

namespace offboarding::ui {

/// What went over the wire, newest last, bounded. Holds no header, so no token can be copied from it.
class HttpLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Method, Target, Status, Duration, Bytes, CorrelationId, OutcomeColumn, ColumnCount };
    static constexpr int mostRows = 2000;

    explicit HttpLogModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void add(const HttpExchange &exchange);    ///< a request that has just left
    void finish(const HttpExchange &exchange); ///< the same number, with its outcome

    /// One row as tab-separated text for the clipboard.
    QString rowText(int row) const;

private:
    QList<HttpExchange> m_exchanges;
};

} // namespace offboarding::ui
