// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copyofferbutton.h"

#include "ui/widgets/blockertext.h"
#include "ui/widgets/iconset.h"

#include <QClipboard>
#include <QGuiApplication>

namespace offboarding::ui {

CopyOfferButton::CopyOfferButton(QWidget *parent)
    : QPushButton(actionIcon(QStringLiteral("copy")), {}, parent)
{
    setObjectName(QStringLiteral("copyOfferPushButton"));
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_copied);
        setText(tr("Copied"));
    });
    setError({});
}

void CopyOfferButton::setError(const std::optional<Error> &error, const QString &requiredPermissions)
{
    m_copied.clear();
    m_verb.clear();
    if (error) {
        const QList<NextAction> actions = nextActions(blockerOf(*error));
        if (actions.contains(NextAction::CopyPermissions)) {
            m_copied = permissionsToCopy(*error);
            if (!requiredPermissions.isEmpty())
                m_copied += QLatin1Char('\n') + tr("Everything that is needed for this act:") +
                            QLatin1Char('\n') + requiredPermissions;
            m_verb = tr("Copy permission");
            setToolTip(tr("The missing permission by its name, for an administrator who can grant it"));
        } else if (actions.contains(NextAction::CopyForSupport)) {
            m_copied = supportToCopy(*error);
            m_verb = tr("Copy for support");
            setToolTip(tr("Status, code, message and correlation id, for the vendor's support"));
        }
    }
    setText(m_verb);
    setVisible(!m_copied.isEmpty());
}

} // namespace offboarding::ui
