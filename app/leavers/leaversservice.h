// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/leavers/leaverslist.h"
#include "app/leavers/leaververdicts.h"

#include <QObject>
#include <QString>

namespace offboarding {

/// readLeavers() and judgeLeavers() in threads of their own, so that a window never waits for a file or for
/// many rows. May go at any time: what is under way then ends unheard.
class LeaversService : public QObject
{
    Q_OBJECT

public:
    explicit LeaversService(QObject *parent = nullptr);

    /// The answer is listRead() or listRefused(); one asked for later replaces one that is still under way.
    void startReading(const QString &path);
    /// The answer is judged(); the same holds.
    void startJudging(LeaversInput input);
    /// Answers that are under way are not wanted any more.
    void forget();

Q_SIGNALS:
    void listRead(const offboarding::LeaversList &list);
    void listRefused(const offboarding::Error &error);
    void judged(const offboarding::LeaversJudgement &judgement);

private:
    quint64 m_reading = 0;
    quint64 m_judging = 0;
};

} // namespace offboarding
