// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace offboarding {

/// The cells of a list as the file has them, in two buffers: thousands of short strings of their own would
/// take many times the memory. Every row has as many cells as the header.
class LeaversTable
{
public:
    const QStringList &header() const { return m_header; }
    void setHeader(const QStringList &header) { m_header = header; }

    qsizetype rowCount() const { return m_lines.size(); }
    /// The line in which the row begins, from 1.
    qint64 lineOf(qsizetype row) const { return m_lines.value(row); }
    QString cell(qsizetype row, int column) const; ///< empty if there is no such cell
    qsizetype characterCount() const { return m_text.size(); }

    /// @p cells must be as many as the header has.
    void appendRow(qint64 line, const QStringList &cells);

private:
    QStringList m_header;
    QString m_text;
    QList<qsizetype> m_ends; ///< of each cell in m_text, row after row
    QList<qint64> m_lines;
};

} // namespace offboarding
