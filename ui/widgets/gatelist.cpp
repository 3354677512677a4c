// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gatelist.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace offboarding::ui {

namespace {

constexpr int signSize = 16;

QString signWord(StatusSign sign)
{
    switch (sign) {
    case StatusSign::Passed:
        return GateList::tr("Passed");
    case StatusSign::Refused:
        return GateList::tr("Refused");
    case StatusSign::Warning:
        return GateList::tr("Warning");
    case StatusSign::Unknown:
        break;
    }
    return GateList::tr("Not known");
}

QString spoken(const StatusLine &line)
{
    return GateList::tr("%1: %2").arg(signWord(line.sign), line.text);
}

} // namespace

GateList::GateList(QWidget *parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setVerticalSpacing(4);
}

void GateList::paint(const Row &row, const StatusLine &line) const
{
    row.sign->setPixmap(statusSign(line.sign, this, signSize));
    row.sign->setToolTip(signWord(line.sign));
    row.text->setText(line.text);
    row.text->setAccessibleName(spoken(line));
}

void GateList::setLines(const QList<StatusLine> &lines)
{
    if (lines == m_lines && !lines.isEmpty())
        return;
    while (m_rows.size() > lines.size()) {
        const Row row = m_rows.takeLast();
        delete row.sign;
        delete row.text;
    }
    while (m_rows.size() < lines.size()) {
        const int index = static_cast<int>(m_rows.size());
        Row row{new QLabel(this), new QLabel(this)};
        row.text->setTextFormat(Qt::PlainText);
        row.text->setWordWrap(true);
        row.text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        const int column = 2 * (index % m_columns);
        m_layout->addWidget(row.sign, index / m_columns, column, Qt::AlignTop);
        m_layout->addWidget(row.text, index / m_columns, column + 1);
        m_layout->setColumnStretch(column + 1, 1);
        m_rows.append(row);
    }
    for (qsizetype index = 0; index < lines.size(); ++index)
        paint(m_rows.at(index), lines.at(index));
    m_lines = lines;
}

QStringList GateList::texts() const
{
    QStringList result;
    std::transform(m_lines.cbegin(), m_lines.cend(), std::back_inserter(result), spoken);
    return result;
}

void GateList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (qsizetype index = 0; index < m_rows.size(); ++index)
        paint(m_rows.at(index), m_lines.at(index));
}

} // namespace offboarding::ui
