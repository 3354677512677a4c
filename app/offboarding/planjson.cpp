// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/planjson.h"

#include "app/base/objectreader.h"
#include "app/offboarding/personjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace offboarding {

namespace {

constexpr char users[] = "users";

void add(QJsonObject *object, const char *name, const QString &text)
{
    if (!text.isEmpty())
        object->insert(QLatin1String(name), text);
}

void add(QJsonObject *object, const char *name, bool flag)
{
    if (flag)
        object->insert(QLatin1String(name), true);
}

QJsonObject identityJson(const Identity &identity)
{
    QJsonObject object;
    add(&object, "isClient", identity.isClient);
    add(&object, "userId", identity.userId);
    add(&object, "name", identity.name);
    add(&object, "email", identity.email);
    add(&object, "clientId", identity.clientId);
    add(&object, "organizationId", identity.organizationId);
    return object;
}

QJsonObject connectionJson(const Connection &connection)
{
    QJsonObject object{{QStringLiteral("dialect"), dialectName(connection.dialect)},
                       {QStringLiteral("environment"), environmentName(connection.environment)},
                       {QStringLiteral("apiUrl"), connection.apiUrl.toString(QUrl::FullyEncoded)}};
    if (!connection.id.isNull())
        add(&object, "id", connection.id.toString(QUuid::WithoutBraces));
    add(&object, "name", connection.name);
    return object;
}

QJsonObject warningJson(const PlanWarning &warning)
{
    QJsonObject object{{QStringLiteral("kind"), warningName(warning.kind)}};
    if (warning.count != 0)
        object.insert(QStringLiteral("count"), warning.count);
    return object;
}

/// "PATCH /api/v2/users/1 {"state":"inactive"}": a target has no blanks, so that the three parts can be told
/// apart again.
QString requestText(const RequestPreview &request)
{
    QString text = request.line();
    if (!request.body.isEmpty())
        text += QLatin1Char(' ') + QString::fromUtf8(request.body);
    return text;
}

QJsonObject clearingJson(const PlanStep &step)
{
    QJsonObject object{{QStringLiteral("action"), clearingActionName(step.clearing.action)},
                       {QStringLiteral("conversationId"), step.clearing.conversationId},
                       {QStringLiteral("media"), mediaName(step.media)}};
    add(&object, "queueId", step.clearing.queueId);
    add(&object, "queueName", step.clearing.queueName);
    add(&object, "mayCutLiveCustomer", step.clearing.mayCutLiveCustomer);
    add(&object, "participantId", step.participantId);
    add(&object, "wasLive", step.wasLive);
    add(&object, "wasCustomerLive", step.wasCustomerLive);
    return object;
}

QJsonObject stepJson(const PlanStep &step)
{
    QJsonObject object{{QStringLiteral("kind"), stepKindName(step.kind)}};
    QJsonArray requests;
    for (const RequestPreview &request : step.requests)
        requests.append(requestText(request));
    if (!requests.isEmpty())
        object.insert(QStringLiteral("requests"), requests);
    add(&object, "isWrite", step.isWrite);
    add(&object, "isDestructive", step.isDestructive);
    add(&object, "historyConversationId", step.historyConversationId);
    if (step.kind == StepKind::ClearReference)
        object.insert(QStringLiteral("clearing"), clearingJson(step));
    if (!step.data.isEmpty())
        object.insert(QStringLiteral("data"), step.data);
    return object;
}

/// A JSON value alone; QJsonDocument knows only objects and arrays.
QByteArray compactValue(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).mid(1);
}

} // namespace

QJsonObject planHeadJson(const Plan &plan)
{
    QJsonObject object{{QStringLiteral("format"), QStringLiteral("offboarding-plan")},
                       {QStringLiteral("formatVersion"), planFormatVersion},
                       {QStringLiteral("id"), plan.id},
                       {QStringLiteral("act"), actName(plan.act)},
                       {QStringLiteral("author"), identityJson(plan.author)},
                       {QStringLiteral("connection"), connectionJson(plan.plannedOn)},
                       {QStringLiteral("created"), fileDateText(plan.created)},
                       {QStringLiteral("expires"), fileDateText(plan.expires)},
                       {QStringLiteral("options"), planOptionsToJson(plan.options)}};
    QJsonObject organization{{QStringLiteral("id"), plan.organizationId}};
    add(&organization, "name", plan.organizationName);
    if (plan.organizationUsers >= 0)
        organization.insert(QStringLiteral("users"), plan.organizationUsers);
    object.insert(QStringLiteral("organization"), organization);
    add(&object, "reason", plan.reason);
    add(&object, "ticket", plan.ticket);
    QJsonArray warnings;
    for (const PlanWarning &warning : plan.warnings) {
        if (warning.userId.isEmpty())
            warnings.append(warningJson(warning));
    }
    object.insert(QStringLiteral("warnings"), warnings);
    return object;
}

QJsonArray approvalsJson(const QList<Approval> &approvals)
{
    QJsonArray array;
    for (const Approval &approval : approvals) {
        QJsonObject object{{QStringLiteral("planHash"), approval.planHash},
                           {QStringLiteral("userId"), approval.userId},
                           {QStringLiteral("organizationId"), approval.organizationId},
                           {QStringLiteral("approved"), fileDateText(approval.approved)},
                           {QStringLiteral("expires"), fileDateText(approval.expires)}};
        add(&object, "name", approval.name);
        add(&object, "email", approval.email);
        const QByteArray content = QJsonDocument(object).toJson(QJsonDocument::Compact);
        object.insert(
            QStringLiteral("hash"),
            QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()));
        array.append(object);
    }
    return array;
}

PlanGroups::PlanGroups(const Plan &plan) : m_plan(plan)
{
    QSet<QString> known;
    for (const User &user : plan.users)
        known.insert(user.id);
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        m_steps[plan.steps.at(i).userId].append(i);
        m_hasStrays = m_hasStrays || !known.contains(plan.steps.at(i).userId);
    }
    for (qsizetype i = 0; i < plan.warnings.size(); ++i) {
        const QString &userId = plan.warnings.at(i).userId;
        m_warnings[userId].append(i);
        m_hasStrays = m_hasStrays || (!userId.isEmpty() && !known.contains(userId));
    }
}

QJsonObject PlanGroups::userJson(qsizetype index) const
{
    const User &user = m_plan.users.at(index);
    QJsonObject object{{QStringLiteral("user"), userToJson(user)}};
    QJsonArray steps;
    const QList<qsizetype> stepIndexes = m_steps.value(user.id);
    for (const qsizetype step : stepIndexes)
        steps.append(stepJson(m_plan.steps.at(step)));
    object.insert(QStringLiteral("steps"), steps);
    QJsonArray warnings;
    const QList<qsizetype> warningIndexes = m_warnings.value(user.id);
    for (const qsizetype warning : warningIndexes)
        warnings.append(warningJson(m_plan.warnings.at(warning)));
    if (!warnings.isEmpty())
        object.insert(QStringLiteral("warnings"), warnings);
    add(&object, "referencesReadAt", fileDateText(m_plan.referencesReadAt.value(user.id)));
    return object;
}

PlanHashing::PlanHashing(const QJsonObject &head) : m_head(head), m_hash(QCryptographicHash::Sha256)
{
    m_hash.addData(QByteArrayView("{"));
    addHead(true);
    m_hash.addData(QByteArrayView("\"users\":["));
}

void PlanHashing::addHead(bool isBeforeUsers)
{
    for (auto member = m_head.constBegin(); member != m_head.constEnd(); ++member) {
        if ((member.key() < QLatin1String(users)) != isBeforeUsers)
            continue;
        QByteArray text = compactValue(member.key()) + ':' + compactValue(member.value());
        text = isBeforeUsers ? QByteArray(text + ',') : QByteArray(',' + text);
        m_hash.addData(text);
    }
}

void PlanHashing::addUser(const QJsonObject &user)
{
    if (!m_isFirstUser)
        m_hash.addData(QByteArrayView(","));
    m_isFirstUser = false;
    m_hash.addData(QJsonDocument(user).toJson(QJsonDocument::Compact));
}

QString PlanHashing::finish()
{
    m_hash.addData(QByteArrayView("]"));
    addHead(false);
    m_hash.addData(QByteArrayView("}"));
    return QString::fromLatin1(m_hash.result().toHex());
}

} // namespace offboarding
