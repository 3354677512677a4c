// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/leaverstable.h"

namespace offboarding {

QString LeaversTable::cell(qsizetype row, int column) const
{
    if (row < 0 || row >= rowCount() || column < 0 || column >= m_header.size())
        return {};
    const qsizetype index = row * m_header.size() + column;
    const qsizetype start = index == 0 ? 0 : m_ends.at(index - 1);
    return m_text.mid(start, m_ends.at(index) - start);
}

void LeaversTable::appendRow(qint64 line, const QStringList &cells)
{
    Q_ASSERT(cells.size() == m_header.size());
    m_lines.append(line);
    for (const QString &cell : cells) {
        m_text += cell;
        m_ends.append(m_text.size());
    }
}

} // namespace offboarding
