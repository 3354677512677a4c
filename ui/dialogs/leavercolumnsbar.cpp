// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/leavercolumnsbar.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/leaverstext.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace offboarding::ui {

namespace {

constexpr qsizetype longestHeading = 60;

} // namespace

LeaverColumnsBar::LeaverColumnsBar(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < leaverFields.size(); ++i) {
        const LeaverField field = leaverFields.at(i);
        auto *choice = new QComboBox(this);
        choice->setObjectName(leaverFieldName(field) + QStringLiteral("ColumnComboBox"));
        choice->setAccessibleName(tr("Column for %1").arg(displayText(field)));
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(10);
        auto *label = new QLabel(displayText(field), this);
        label->setBuddy(choice);
        const int column = static_cast<int>(i);
        layout->addWidget(label, 0, column);
        layout->addWidget(choice, 1, column);
        layout->setColumnStretch(column, 1);
        m_choices.at(i) = choice;
        connect(choice, &QComboBox::activated, this, [this] { Q_EMIT columnsChosen(columns()); });
    }
}

void LeaverColumnsBar::setColumns(const QStringList &header, const LeaverColumns &columns)
{
    for (std::size_t i = 0; i < leaverFields.size(); ++i) {
        QComboBox *choice = m_choices.at(i);
        const QSignalBlocker quiet(choice);
        choice->clear();
        choice->addItem(tr("(none)"), -1);
        for (int column = 0; column < static_cast<int>(header.size()); ++column) {
            const QString heading = inOneLine(header.at(column).left(longestHeading));
            choice->addItem(heading.isEmpty() ? tr("Column %1").arg(column + 1) : heading, column);
        }
        choice->setCurrentIndex(columns.column(leaverFields.at(i)) + 1);
    }
}

LeaverColumns LeaverColumnsBar::columns() const
{
    LeaverColumns columns;
    for (std::size_t i = 0; i < leaverFields.size(); ++i)
        columns.setColumn(leaverFields.at(i), m_choices.at(i)->currentData().toInt());
    return columns;
}

} // namespace offboarding::ui
