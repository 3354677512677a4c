// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/snapshot.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QTableWidget>

namespace offboarding::ui {

/// What is not as it was before a run, field by field. A value that could not be read says so.
class DifferenceTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit DifferenceTable(QWidget *parent = nullptr);

    /// @p user: name and address, in one line.
    void addDifferences(const QString &user, const QList<SnapshotDifference> &differences);
};

/// "Roles", "Manager", …; a field that is not known keeps its own name.
QString differenceFieldText(const QString &field);

} // namespace offboarding::ui
