// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/users/statefilterbar.h"

#include <QLocale>

namespace offboarding::ui {

StateFilterBar::StateFilterBar(QWidget *parent) : QTabBar(parent)
{
    setObjectName(QStringLiteral("stateTabBar"));
    setAccessibleName(tr("State"));
    setDrawBase(false);
    setExpanding(false);
    const QStringList names{tr("Active"), tr("Inactive"), tr("Deleted"), tr("All")};
    for (const QString &name : names)
        setAccessibleTabName(addTab(name), name);
}

std::optional<UserState> StateFilterBar::stateOf(int tab)
{
    switch (tab) {
    case Active:
        return UserState::Active;
    case Inactive:
        return UserState::Inactive;
    case Deleted:
        return UserState::Deleted;
    default:
        return {};
    }
}

void StateFilterBar::showCounts(const UserCounts &counts, DirectoryStatus status)
{
    const QList<int> numbers{counts.active, counts.inactive, counts.deleted, counts.total()};
    for (int tab = 0; tab < count(); ++tab) {
        QString number = locale().toString(numbers.at(tab));
        if (status != DirectoryStatus::Complete)
            number = numbers.at(tab) == 0 ? QStringLiteral("…") : number + QStringLiteral("…");
        const QString text = QStringLiteral("%1  %2").arg(accessibleTabName(tab), number);
        if (tabText(tab) != text)
            setTabText(tab, text);
    }
}

} // namespace offboarding::ui
