// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/preparedplan.h"

#include <QHash>
#include <QTableWidget>

namespace offboarding::ui {

/// The users of a plan as they were read: who they are, their state, their live conversations, and why one of
/// them cannot be part of it.
class PlannedUserTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit PlannedUserTable(QWidget *parent = nullptr);

    /// @p blockers: reason by user id; a user without one is ready.
    void setUsers(const PreparedPlan &prepared, const QHash<QString, QString> &blockers);
    void setBlockers(const QHash<QString, QString> &blockers);

private:
    void addUser(const QString &userId, const User *user, const ReferenceMap *map);
};

} // namespace offboarding::ui
