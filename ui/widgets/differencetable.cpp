// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/differencetable.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/statussign.h"

#include <QHeaderView>

#include <algorithm>

namespace offboarding::ui {

namespace {

enum Column { UserColumn, FieldColumn, ItemColumn, BeforeColumn, NowColumn, ColumnCount };

constexpr int widestColumn = 260;
constexpr int signSize = 16;

} // namespace

QString differenceFieldText(const QString &field)
{
    const QHash<QString, QString> words{
        {QStringLiteral("state"), DifferenceTable::tr("State")},
        {QStringLiteral("manager"), DifferenceTable::tr("Manager")},
        {QStringLiteral("name"), DifferenceTable::tr("Name")},
        {QStringLiteral("email"), DifferenceTable::tr("E-mail")},
        {QStringLiteral("division"), DifferenceTable::tr("Division")},
        {QStringLiteral("default-station"), DifferenceTable::tr("Default phone")},
        {QStringLiteral("roles"), DifferenceTable::tr("Roles")},
        {QStringLiteral("queues"), DifferenceTable::tr("Queues")},
        {QStringLiteral("skills"), DifferenceTable::tr("Skills")},
        {QStringLiteral("languages"), DifferenceTable::tr("Languages")},
        {QStringLiteral("groups"), DifferenceTable::tr("Groups")},
        {QStringLiteral("station"), DifferenceTable::tr("Phone")},
        {QStringLiteral("forwarding"), DifferenceTable::tr("Call forwarding")},
        {QStringLiteral("presence"), DifferenceTable::tr("Presence")},
        {QStringLiteral("routing-status"), DifferenceTable::tr("Routing status")}};
    return words.value(field, inOneLine(field));
}

DifferenceTable::DifferenceTable(QWidget *parent) : QTableWidget(0, ColumnCount, parent)
{
    setObjectName(QStringLiteral("differencesTableWidget"));
    setAccessibleName(tr("Remaining differences"));
    setHorizontalHeaderLabels({tr("User"), tr("What"), tr("Which"), tr("Before"), tr("Now")});
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
}

void DifferenceTable::addDifferences(const QString &user, const QList<SnapshotDifference> &differences)
{
    const QString nothing = tr("not there");
    for (const SnapshotDifference &difference : differences) {
        const int row = rowCount();
        insertRow(row);
        const auto value = [&](const QString &text) {
            return text.isEmpty() ? (difference.isKnown ? nothing : tr("not known")) : inOneLine(text);
        };
        QString field = differenceFieldText(difference.field);
        if (difference.isPassing)
            field = tr("%1 (changes all day)").arg(field);
        const QStringList texts{user, field, inOneLine(difference.item), value(difference.before),
                                value(difference.now)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *cell = new QTableWidgetItem(texts.at(column));
            cell->setToolTip(texts.at(column).toHtmlEscaped());
            setItem(row, column, cell);
        }
        item(row, FieldColumn)
            ->setIcon(
                statusSign(difference.isKnown ? StatusSign::Warning : StatusSign::Unknown, this, signSize));
    }
    resizeColumnsToContents();
    for (int column = 0; column < NowColumn; ++column)
        setColumnWidth(column, std::min(columnWidth(column), widestColumn));
}

} // namespace offboarding::ui
