// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userstore.h"

#include <QTabBar>

#include <optional>

namespace offboarding::ui {

/// Active | Inactive | Deleted | All, each with its count. The accessible names carry no count, so that they
/// stay.
class StateFilterBar : public QTabBar
{
    Q_OBJECT

public:
    enum Tab { Active, Inactive, Deleted, All };

    explicit StateFilterBar(QWidget *parent = nullptr);

    static std::optional<UserState> stateOf(int tab);
    /// While the directory was not read completely a count is shown with "…", never as if it were all.
    void showCounts(const UserCounts &counts, DirectoryStatus status);
};

} // namespace offboarding::ui
