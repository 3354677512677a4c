// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/referencetreemodel.h"
#include "ui/screens/services.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace offboarding::ui {

/// Decides when everything around the selected users is read, and gathers what is known of them. No widgets.
///
/// One selected user is read as soon as the view is looked at and the last reading is not fresh any more. Of
/// several, only when it is asked for: it takes some twenty requests for each.
class ReferencesController : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostUsers = 100; ///< more are neither read nor shown

    explicit ReferencesController(Services services, QObject *parent = nullptr);

    void setUserIds(const QStringList &userIds);
    void setShown(bool isShown); ///< whether anybody looks
    /// Reads all sources of the selected users again, the conversations too.
    void readAgain();
    /// What was not read yet stays as it was.
    void stop();

    qsizetype selectedUsers() const { return m_selected; }
    /// Of the selected users, mostUsers at most; as of the last changed().
    const QList<ReferencePerson> &persons() const { return m_persons; }

    /// What a line above the list tells.
    struct Overview
    {
        bool isReading = false;
        int answered = 0;             ///< requests around the users
        int asked = 0;                ///< grows while lists turn out to be longer; 0: none yet
        int unread = 0;               ///< sources that nobody asked yet
        int untrusted = 0;            ///< sources that failed, were refused, cut off, or are stale
        QStringList untrustedSources; ///< their names, each once
        QDateTime oldestRead;         ///< invalid while a source was not read
    };
    Overview overview() const;

Q_SIGNALS:
    void changed();         ///< persons() and overview()
    void overviewChanged(); ///< overview() alone

private:
    bool isReading() const;
    void readIfNeeded();
    void changeSoon();
    void gather();

    Services m_services;
    QStringList m_userIds;
    QList<ReferencePerson> m_persons;
    qsizetype m_selected = 0;
    bool m_isShown = false;
    int m_answered = 0;
    int m_asked = 0;
    QTimer m_readDelay; ///< arrow keys through the users must not read everybody that they pass
    QTimer m_changeDelay;
};

} // namespace offboarding::ui
