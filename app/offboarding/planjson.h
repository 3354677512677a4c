// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/offboarding/plan.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <optional>

namespace offboarding {

// The parts of a plan file, each small: for plandocument.cpp, which puts them together user by user.

/// Everything but "users", "hash" and "approvals".
QJsonObject planHeadJson(const Plan &plan);
QJsonArray approvalsJson(const QList<Approval> &approvals);

/// Steps and warnings by user, in their order.
class PlanGroups
{
public:
    explicit PlanGroups(const Plan &plan);
    /// The entry of plan.users[index] in the array "users".
    QJsonObject userJson(qsizetype index) const;
    /// Steps or warnings that belong to no user of the plan.
    bool hasStrays() const { return m_hasStrays; }

private:
    const Plan &m_plan;
    QHash<QString, QList<qsizetype>> m_steps;
    QHash<QString, QList<qsizetype>> m_warnings;
    bool m_hasStrays = false;
};

/// Turns the parts back into a plan; strict, and remembers the first thing that is wrong with its path.
class PlanReading
{
public:
    void readHead(const QJsonObject &head); ///< "users", "hash" and "approvals" left out
    void readApprovals(const QJsonObject &holder);
    void readUser(const QJsonObject &entry);

    const std::optional<Error> &error() const { return m_error; }
    Plan take()
    {
        m_plan.steps.squeeze();
        return std::move(m_plan);
    }

private:
    void readSteps(const QJsonArray &steps, const QString &userId, const QString &path);
    void remember(const std::optional<Error> &error);

    Plan m_plan;
    QSet<QString> m_userIds;
    std::optional<Error> m_error;
};

/// The hash of the canonical form, fed piece by piece.
class PlanHashing
{
public:
    explicit PlanHashing(const QJsonObject &head);
    void addUser(const QJsonObject &user);
    QString finish();

private:
    void addHead(bool isBeforeUsers);

    QJsonObject m_head;
    QCryptographicHash m_hash;
    bool m_isFirstUser = true;
};

} // namespace offboarding
