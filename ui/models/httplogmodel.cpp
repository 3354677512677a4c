// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/httplogmodel.h"

#include <QLocale>

namespace offboarding::ui {

HttpLogModel::HttpLogModel(QObject *parent) : QAbstractTableModel(parent) {}

int HttpLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_exchanges.size());
}

int HttpLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HttpLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HttpExchange &exchange = m_exchanges.at(index.row());
    if (role == Qt::TextAlignmentRole && (index.column() == Duration || index.column() == Bytes))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Target)
        return QStringLiteral("<p>%1</p>").arg(exchange.target.toHtmlEscaped());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return exchange.started.toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz"));
    case Method:
        return exchange.method;
    case Target:
        return exchange.target.left(400);
    case Status:
        if (!exchange.finished)
            return tr("waiting…");
        return exchange.status > 0 ? QString::number(exchange.status) : tr("no answer");
    case Duration:
        return exchange.finished ? tr("%1 ms").arg(exchange.durationMilliseconds) : QString();
    case Bytes:
        return exchange.finished ? QLocale().toString(exchange.receivedBytes) : QString();
    case CorrelationId:
        return exchange.correlationId;
    case OutcomeColumn:
        return exchange.attempt > 1 ? tr("%1 (attempt %2)").arg(exchange.outcome).arg(exchange.attempt)
                                    : exchange.outcome;
    default:
        return {};
    }
}

QVariant HttpLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Method:
        return tr("Method");
    case Target:
        return tr("Request");
    case Status:
        return tr("Status");
    case Duration:
        return tr("Duration");
    case Bytes:
        return tr("Bytes");
    case CorrelationId:
        return tr("Correlation ID");
    case OutcomeColumn:
        return tr("Outcome");
    default:
        return {};
    }
}

void HttpLogModel::add(const HttpExchange &exchange)
{
    if (m_exchanges.size() >= mostRows) {
        // A block at a time: removing one row per request would move every row for each.
        const int surplus = mostRows / 10;
        beginRemoveRows({}, 0, surplus - 1);
        m_exchanges.remove(0, surplus);
        endRemoveRows();
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_exchanges.append(exchange);
    endInsertRows();
}

void HttpLogModel::finish(const HttpExchange &exchange)
{
    for (qsizetype row = m_exchanges.size() - 1; row >= 0; --row) {
        if (m_exchanges.at(row).number != exchange.number)
            continue;
        m_exchanges[row] = exchange;
        Q_EMIT dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), ColumnCount - 1));
        return;
    }
}

QString HttpLogModel::rowText(int row) const
{
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells.append(index(row, column).data().toString());
    return cells.join(QLatin1Char('\t'));
}

} // namespace offboarding::ui
