// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/demo/demoserver.h"
#include "app/directory/userloader.h"
#include "app/directory/userstore.h"
#include "app/offboarding/planner.h"
#include "app/offboarding/runner.h"
#include "app/references/referencefinder.h"

#include <QTemporaryDir>

#include <functional>
#include <optional>

namespace offboarding::testing {

/// 300 users, quick to make; a 202 takes effect after 20 ms.
demo::DemoOptions quickDemo();

/// How the last step of @p kind of @p userId ended: "done", "failed gate-refused", …; empty: there is none.
QString outcomeOf(const RunResult &run, StepKind kind, const QString &userId);

/// Index of the step that changes the user, and of the first step of @p kind; -1: there is none.
int changeIndex(const Plan &plan);
int stepIndex(const Plan &plan, StepKind kind);
/// The result of the step that changes the user; an empty one if it has none.
StepResult changeOf(const RunResult &run);

/// Every step with its outcome and detail, for a failed test.
QByteArray story(const RunResult &run);

/// A running demo organisation and the services that act on it, wired as the console wires them.
class DemoFixture
{
public:
    explicit DemoFixture(Dialect dialect, const demo::DemoOptions &options = quickDemo());

    /// Id of a story person, e.g. "jane.doe".
    QString person(const char *mailbox) const;
    /// What the server says now; fails the test if it cannot be read. Deleted users are found, too.
    User user(const QString &userId);
    QString stateOf(const QString &userId) { return user(userId).stateText; }
    ReferenceMap references(const QString &userId);
    Conversation conversation(const QString &conversationId);

    /// A plan on freshly read users and references.
    Plan plan(Act act, const QStringList &userIds, const QList<ClearingChoice> &clearing = {});
    /// The same choice for every conversation that stands in the way of @p userId now.
    QList<ClearingChoice> choices(const QString &userId, ClearingAction action);
    /// The risk accepted, everything typed, the evidence of @p userId written now.
    Decision decision(const QString &userId);
    QString evidencePath(const QString &userId) const;

    /// Runs to the end. A run that does not end within 30 s fails the test and comes back as far as it got.
    RunResult run(const Plan &plan, const Decision &decision = {});
    /// The same, with @p meanwhile called right before the step with this index begins.
    RunResult run(const Plan &plan, const Decision &decision, int beforeStep,
                  const std::function<void()> &meanwhile);

    /// What was written since clearWrites(), as "DELETE /api/v2/users/…?force=true 200"; searches are reads.
    QStringList writes() const;
    /// Requests of @p method on this user itself.
    int writesOn(const char *method, const QString &userId) const;
    void clearWrites() { server.clearRequestLog(); }
    /// The request @p method on the user goes wrong like this.
    demo::FaultRule faultOn(const char *method, const QString &userId, demo::FaultRule::Kind kind,
                            int status = 0) const;

    demo::DemoServer server;
    demo::DemoEndpoints endpoints;
    Identity signedInAs; ///< the demo's client
    int organizationUsers = -1;
    Connection connection;
    PlanOptions ticked; ///< ticked in plan()
    QString reason;     ///< given to plan()
    std::optional<ApiClient> client;
    std::optional<UserStore> store;
    std::optional<UserLoader> loader;
    std::optional<ReferenceFinder> finder;
    std::optional<Runner> runner;
    RunnerSettings settings; ///< short waits; hand changed ones to runner->setSettings()

private:
    QTemporaryDir m_folder;
};

} // namespace offboarding::testing
