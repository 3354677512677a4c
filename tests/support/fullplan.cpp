// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fullplan.h"

#include "tests/support/values.h"

namespace offboarding::testing {

namespace {

const QUrl apiUrl(QStringLiteral("https://api.mypurecloud.de/prefix"));

RequestPreview request(const QString &method, const QString &target, const QByteArray &body = {})
{
    return {method, target, body, apiUrl};
}

User fullUser(const QString &id)
{
    User user = testUser(id);
    user.name = QStringLiteral("Zoë \"Z\" <O'Neil> \u202Eevil\u0007\n\U0001F600");
    user.department = QStringLiteral("Support\tNorth");
    user.title = QStringLiteral("Lead, \\ \"second\" line");
    user.divisionId = QStringLiteral("division-1");
    user.divisionName = QStringLiteral("Home");
    user.stateText = QStringLiteral("Active");
    user.presence = QStringLiteral("Available");
    user.routingStatus = QStringLiteral("IDLE");
    user.lastLogin = noon().addDays(-3).addMSecs(123);
    user.liveConversations = 0;
    return user;
}

} // namespace

Plan fullPlan()
{
    Plan plan;
    plan.id = QStringLiteral("0b7b0f0e-6a0f-4b1e-9d5c-1f2e3d4c5b6a");
    plan.act = Act::ForceDelete;
    plan.connection.id = QUuid(QStringLiteral("{6a0b8d0e-0f6e-4b1a-8f4b-2d9f4c1e7a55}"));
    plan.connection.name = QStringLiteral("ACME production");
    plan.connection.apiUrl = apiUrl;
    plan.connection.dialect = Dialect::Legacy;
    plan.connection.environment = Environment::Sandbox;
    plan.connection.organizationId = QStringLiteral("organization-1");
    plan.connection.organizationName = QStringLiteral("ACME \"GmbH\"");
    plan.plannedOn = plan.connection;
    plan.organizationId = plan.connection.organizationId;
    plan.organizationName = plan.connection.organizationName;
    plan.author.isClient = false;
    plan.author.userId = QStringLiteral("admin-1");
    plan.author.name = QStringLiteral("Ada Admin");
    plan.author.email = QStringLiteral("ada@acme.example");
    plan.author.clientId = QStringLiteral("client-1");
    plan.author.organizationId = plan.organizationId;
    plan.author.organizationName = plan.organizationName;
    plan.reason = QStringLiteral("Voluntary");
    plan.ticket = QStringLiteral("HR-4711 \"urgent\"");
    plan.created = noon();
    plan.expires = noon().addSecs(planDocumentLifetimeSeconds);
    plan.options = {true, true, true, true, true, true, true, true, true};
    plan.organizationUsers = 4217;
    plan.users = {fullUser(QStringLiteral("user-1")), fullUser(QStringLiteral("user 2/ä"))};
    plan.users[1].state = UserState::Inactive;
    plan.users[1].stateText = QStringLiteral("inactive");
    plan.users[1].liveConversations.reset();
    plan.users[1].lastLogin = {};
    plan.warnings.append({WarningKind::ProductionOrganization, {}, 0});
    for (const User &user : std::as_const(plan.users)) {
        plan.referencesReadAt.insert(user.id, noon().addMSecs(-5001));
        int count = 0;
        for (const WarningKind kind : allWarningKinds)
            plan.warnings.append({kind, user.id, count++});
        for (const StepKind kind : allStepKinds) {
            PlanStep step;
            step.kind = kind;
            step.userId = user.id;
            step.requests = {
                request(QStringLiteral("GET"), QStringLiteral("/api/v2/users/u%2F1?expand=a&expand=b")),
                request(QStringLiteral("PATCH"), QStringLiteral("/api/v2/users/u%2F1"),
                        QByteArrayLiteral("{\"state\": \"inactive\", \"name\":\"a b  c\",\"version\":7}"))};
            step.isWrite = true;
            if (kind == StepKind::ClearReference) {
                step.clearing.userId = user.id;
                step.clearing.conversationId = QStringLiteral("conversation-1");
                step.clearing.action = ClearingAction::Disconnect;
                step.clearing.queueId = QStringLiteral("queue-1");
                step.clearing.queueName = QStringLiteral("Support");
                step.clearing.mayCutLiveCustomer = true;
                step.participantId = QStringLiteral("participant-1");
                step.media = Media::InternalMessage;
                step.wasLive = true;
                step.wasCustomerLive = true;
                step.isDestructive = true;
            }
            if (kind == StepKind::CheckHistory)
                step.historyConversationId = QStringLiteral("conversation-2");
            if (kind == StepKind::RestoreSkills)
                step.data = {
                    {QStringLiteral("skills"), QJsonObject{{QStringLiteral("id"), QStringLiteral("s")},
                                                           {QStringLiteral("level"), 3.5}}}};
            plan.steps.append(step);
        }
    }
    plan.isForThisConnection = false;
    return plan;
}

Identity secondPerson()
{
    Identity identity;
    identity.userId = QStringLiteral("admin-2");
    identity.name = QStringLiteral("Bob Boss");
    identity.email = QStringLiteral("bob@acme.example");
    identity.organizationId = QStringLiteral("organization-1");
    return identity;
}

} // namespace offboarding::testing
