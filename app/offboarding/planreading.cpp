// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apirequest.h"
#include "app/base/objectreader.h"
#include "app/offboarding/personjson.h"
#include "app/offboarding/planjson.h"

#include <QJsonArray>

#include <algorithm>

namespace offboarding {

namespace {

constexpr std::array allMedia{
    Media::Unknown, Media::Call,        Media::Callback,         Media::Chat,
    Media::Email,   Media::Message,     Media::InternalMessage,  Media::Cobrowse,
    Media::Video,   Media::ScreenShare, Media::ScreenMonitoring, Media::SocialExpression};
constexpr std::array allClearingActions{ClearingAction::HandToQueue, ClearingAction::Disconnect,
                                        ClearingAction::Remove, ClearingAction::EndConversation,
                                        ClearingAction::Leave};
constexpr std::array allMethods{HttpMethod::Get, HttpMethod::Post, HttpMethod::Put, HttpMethod::Patch,
                                HttpMethod::Delete};

Identity identityOf(ObjectReader reader, ObjectReader *outer)
{
    Identity identity;
    identity.isClient = reader.flag("isClient");
    identity.userId = reader.text("userId");
    identity.name = reader.text("name");
    identity.email = reader.text("email");
    identity.clientId = reader.text("clientId");
    identity.organizationId = reader.text("organizationId");
    reader.finish();
    outer->adopt(reader);
    return identity;
}

Connection connectionOf(ObjectReader reader, ObjectReader *outer)
{
    Connection connection;
    if (reader.has("id")) {
        connection.id = QUuid::fromString(reader.text("id"));
        if (connection.id.isNull())
            reader.complain("id", QStringLiteral("is not a UUID"));
    }
    connection.name = reader.text("name");
    connection.apiUrl = reader.url("apiUrl");
    if (!isTransportAllowed(connection.apiUrl))
        reader.complain("apiUrl", QStringLiteral("must be an https address"));
    connection.dialect =
        reader.choice("dialect", {Dialect::Legacy, Dialect::Published}, dialectName, connection.dialect);
    connection.environment =
        reader.choice("environment", {Environment::Production, Environment::Sandbox, Environment::Demo},
                      environmentName, connection.environment);
    reader.finish();
    outer->adopt(reader);
    return connection;
}

PlanWarning warningOf(const QJsonValue &value, const QString &path, const QString &userId,
                      std::optional<Error> *error)
{
    PlanWarning warning;
    ObjectReader reader(value.toObject(), path);
    if (!reader.has("kind"))
        reader.complain("kind", QStringLiteral("is missing"));
    warning.kind = reader.choice("kind", allWarningKinds, warningName, warning.kind);
    warning.count = reader.number("count", 0);
    warning.userId = userId;
    reader.finish();
    if (!*error)
        *error = reader.error();
    return warning;
}

Approval approvalOf(const QJsonValue &value, ObjectReader *reader)
{
    Approval approval;
    const QString seal = reader->text("hash", true);
    approval.planHash = reader->text("planHash", true);
    approval.userId = reader->text("userId", true);
    approval.organizationId = reader->text("organizationId", true);
    approval.name = reader->text("name");
    approval.email = reader->text("email");
    approval.approved = reader->date("approved", true);
    approval.expires = reader->date("expires", true);
    reader->finish();
    // What it was made of gives the same again, or somebody wrote something else into it.
    if (!reader->error() && approvalsJson({approval}).at(0) != value)
        reader->complain("hash", QStringLiteral("does not match: the approval was edited"));
    return approval;
}

} // namespace

void PlanReading::remember(const std::optional<Error> &error)
{
    if (!m_error)
        m_error = error;
}

void PlanReading::readHead(const QJsonObject &head)
{
    ObjectReader reader(head, {});
    reader.text("format", true);
    m_plan.formatVersion = reader.number("formatVersion", 0);
    m_plan.id = reader.text("id", true);
    if (!reader.has("act"))
        reader.complain("act", QStringLiteral("is missing"));
    m_plan.act = reader.choice("act", allActs, actName, m_plan.act);
    m_plan.author = identityOf(reader.object("author"), &reader);
    m_plan.connection = connectionOf(reader.object("connection"), &reader);
    ObjectReader organization = reader.object("organization");
    m_plan.organizationId = organization.text("id", true);
    m_plan.organizationName = organization.text("name");
    m_plan.organizationUsers = organization.number("users", -1);
    organization.finish();
    reader.adopt(organization);
    m_plan.connection.organizationId = m_plan.organizationId;
    m_plan.connection.organizationName = m_plan.organizationName;
    m_plan.plannedOn = m_plan.connection;
    m_plan.author.organizationName = m_plan.organizationName;
    m_plan.reason = reader.text("reason");
    m_plan.ticket = reader.text("ticket");
    m_plan.created = reader.date("created", true);
    m_plan.expires = reader.date("expires", true);
    ObjectReader options = reader.object("options");
    m_plan.options = readPlanOptions(&options);
    reader.adopt(options);
    const QString warningsPath = reader.pathOf("warnings");
    const QJsonArray warnings = reader.array("warnings");
    reader.finish();
    remember(reader.error());
    for (qsizetype i = 0; i < warnings.size(); ++i)
        m_plan.warnings.append(
            warningOf(warnings.at(i), QStringLiteral("%1[%2]").arg(warningsPath).arg(i), {}, &m_error));
    m_plan.isForThisConnection = false;
}

void PlanReading::readApprovals(const QJsonObject &holder)
{
    ObjectReader list(holder, {});
    const QJsonArray array = list.array("approvals");
    remember(list.error());
    for (qsizetype i = 0; i < array.size(); ++i) {
        ObjectReader reader(array.at(i).toObject(), QStringLiteral("approvals[%1]").arg(i));
        m_plan.approvals.append(approvalOf(array.at(i), &reader));
        remember(reader.error());
    }
}

void PlanReading::readUser(const QJsonObject &entry)
{
    const QString path = QStringLiteral("users[%1]").arg(m_plan.users.size());
    ObjectReader reader(entry, path);
    ObjectReader userReader = reader.object("user");
    const User user = offboarding::readUser(&userReader);
    reader.adopt(userReader);
    if (m_userIds.contains(user.id))
        reader.complain("user", QStringLiteral("is there twice"));
    m_userIds.insert(user.id);
    const QDateTime readAt = reader.date("referencesReadAt");
    if (readAt.isValid())
        m_plan.referencesReadAt.insert(user.id, readAt);
    const QJsonArray steps = reader.array("steps");
    const QJsonArray warnings = reader.array("warnings");
    reader.finish();
    remember(reader.error());
    for (qsizetype i = 0; i < warnings.size(); ++i)
        m_plan.warnings.append(
            warningOf(warnings.at(i), QStringLiteral("%1.warnings[%2]").arg(path).arg(i), user.id, &m_error));
    const qsizetype first = m_plan.steps.size();
    readSteps(steps, user.id, path);
    shareTexts(&m_plan, first);
    m_plan.users.append(user);
}

void PlanReading::readSteps(const QJsonArray &steps, const QString &userId, const QString &path)
{
    const QUrl &apiUrl = m_plan.connection.apiUrl;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        ObjectReader reader(steps.at(i).toObject(), QStringLiteral("%1.steps[%2]").arg(path).arg(i));
        PlanStep step;
        step.userId = userId;
        if (!reader.has("kind"))
            reader.complain("kind", QStringLiteral("is missing"));
        step.kind = reader.choice("kind", allStepKinds, stepKindName, step.kind);
        step.isWrite = reader.flag("isWrite");
        step.isDestructive = reader.flag("isDestructive");
        step.historyConversationId = reader.text("historyConversationId");
        ObjectReader data = reader.object("data");
        step.data = data.rest();
        reader.adopt(data);
        if (step.kind == StepKind::ClearReference) {
            ObjectReader clearing = reader.object("clearing");
            step.clearing.userId = userId;
            step.clearing.conversationId = clearing.text("conversationId", true);
            step.clearing.action =
                clearing.choice("action", allClearingActions, clearingActionName, ClearingAction::Leave);
            step.clearing.queueId = clearing.text("queueId");
            step.clearing.queueName = clearing.text("queueName");
            step.clearing.mayCutLiveCustomer = clearing.flag("mayCutLiveCustomer");
            step.participantId = clearing.text("participantId");
            step.media = clearing.choice("media", allMedia, mediaName, Media::Unknown);
            step.wasLive = clearing.flag("wasLive");
            step.wasCustomerLive = clearing.flag("wasCustomerLive");
            clearing.finish();
            reader.adopt(clearing);
        }
        const QStringList requests = reader.texts("requests");
        for (const QString &text : requests) {
            RequestPreview request;
            request.apiUrl = apiUrl;
            const qsizetype first = text.indexOf(QLatin1Char(' '));
            const qsizetype second = text.indexOf(QLatin1Char(' '), first + 1);
            const QString target = text.mid(first + 1, second < 0 ? -1 : second - first - 1);
            request.target = target;
            request.body = second < 0 ? QByteArray() : text.mid(second + 1).toUtf8();
            const auto method = std::find_if(allMethods.cbegin(), allMethods.cend(), [&](HttpMethod one) {
                return httpMethodName(one) == QStringView(text).left(first);
            });
            if (first < 0 || method == allMethods.cend() || !target.startsWith(QLatin1Char('/')))
                reader.complain("requests", QStringLiteral("must hold requests"));
            else
                request.method = httpMethodName(*method);
            step.requests.append(request);
        }
        reader.finish();
        remember(reader.error());
        m_plan.steps.append(step);
    }
}

} // namespace offboarding
