// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QPushButton>

#include <optional>

namespace offboarding::ui {

/// Copies what an error offers to copy ("Blockers explained"): the missing permission for an administrator,
/// or the facts for the vendor's support. Hidden while there is nothing to copy.
class CopyOfferButton : public QPushButton
{
    Q_OBJECT

public:
    explicit CopyOfferButton(QWidget *parent = nullptr);

    /// @p requiredPermissions: everything that the act needs, one per line; copied with a missing permission.
    void setError(const std::optional<Error> &error, const QString &requiredPermissions = {});
    /// What a click copies; empty while hidden. Never a secret: errors carry none.
    const QString &textToCopy() const { return m_copied; }

private:
    QString m_copied;
    QString m_verb;
};

} // namespace offboarding::ui
