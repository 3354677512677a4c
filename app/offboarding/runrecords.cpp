// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/runrecords.h"

#include <QJsonArray>

#include <array>

namespace offboarding {

namespace {

constexpr std::array outcomes{Outcome::Done, Outcome::Kept, Outcome::Skipped, Outcome::Failed};
constexpr std::array causes{Cause::None,          Cause::AlreadySo,           Cause::GateRefused,
                            Cause::LiveCustomer,  Cause::ChangedSincePreview, Cause::NotConnected,
                            Cause::NotRemovable,  Cause::EarlierStepFailed,   Cause::Stopped,
                            Cause::ServerRefused, Cause::OutcomeUnknown,      Cause::NotVerified,
                            Cause::JournalFailed};

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

void insertText(QJsonObject *object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object->insert(key, text);
}

QJsonObject stepNamed(const PlanStep &step)
{
    QJsonObject data;
    data.insert(QStringLiteral("step"), step.number);
    data.insert(QStringLiteral("kind"), stepKindName(step.kind));
    data.insert(QStringLiteral("user"), step.userId);
    return data;
}

QHash<QString, QString> textsFrom(const QJsonObject &object)
{
    QHash<QString, QString> texts;
    for (auto value = object.begin(); value != object.end(); ++value)
        texts.insert(value.key(), value.value().toString());
    return texts;
}

/// Bodies are JSON written by this program, so they are text.
QString bodyText(const QByteArray &body)
{
    return QString::fromUtf8(body);
}

} // namespace

QJsonObject decisionToJson(const Decision &decision)
{
    QJsonObject object;
    object.insert(QStringLiteral("riskAccepted"), decision.riskAccepted);
    insertText(&object, QStringLiteral("typedIdentity"), decision.typedIdentity);
    insertText(&object, QStringLiteral("typedOrganization"), decision.typedOrganization);
    QJsonObject identities;
    for (auto typed = decision.typedIdentities.cbegin(); typed != decision.typedIdentities.cend(); ++typed)
        identities.insert(typed.key(), typed.value());
    if (!identities.isEmpty())
        object.insert(QStringLiteral("typedIdentities"), identities);
    QJsonArray files;
    for (const EvidenceFile &file : decision.evidence) {
        QJsonObject evidence;
        evidence.insert(QStringLiteral("user"), file.userId);
        evidence.insert(QStringLiteral("file"), file.path);
        evidence.insert(QStringLiteral("sha256"), QString::fromLatin1(file.sha256.toHex()));
        evidence.insert(QStringLiteral("written"), timeText(file.written));
        files.append(evidence);
    }
    if (!files.isEmpty())
        object.insert(QStringLiteral("evidence"), files);
    return object;
}

Decision decisionFromJson(const QJsonObject &object)
{
    Decision decision;
    decision.riskAccepted = object.value(QLatin1String("riskAccepted")).toBool();
    decision.typedIdentity = object.value(QLatin1String("typedIdentity")).toString();
    decision.typedOrganization = object.value(QLatin1String("typedOrganization")).toString();
    decision.typedIdentities = textsFrom(object.value(QLatin1String("typedIdentities")).toObject());
    const QJsonArray files = object.value(QLatin1String("evidence")).toArray();
    for (const QJsonValue &value : files) {
        EvidenceFile file;
        file.userId = value[QLatin1String("user")].toString();
        file.path = value[QLatin1String("file")].toString();
        file.sha256 = QByteArray::fromHex(value[QLatin1String("sha256")].toString().toLatin1());
        file.written = timeFrom(value[QLatin1String("written")]);
        decision.evidence.insert(file.userId, file);
    }
    return decision;
}

QJsonObject errorToJson(const Error &error)
{
    QJsonObject object;
    object.insert(QStringLiteral("kind"), errorKindName(error));
    object.insert(QStringLiteral("kindNumber"), static_cast<int>(error.kind));
    object.insert(QStringLiteral("conflictNumber"), static_cast<int>(error.conflict));
    if (error.httpStatus != 0)
        object.insert(QStringLiteral("status"), error.httpStatus);
    insertText(&object, QStringLiteral("code"), error.serverCode);
    insertText(&object, QStringLiteral("correlationId"), error.correlationId);
    insertText(&object, QStringLiteral("detail"), error.detail);
    insertText(&object, QStringLiteral("place"), error.place);
    insertText(&object, QStringLiteral("missingPermission"), error.missingPermission);
    if (!error.referencedIds.isEmpty())
        object.insert(QStringLiteral("referencedIds"), QJsonArray::fromStringList(error.referencedIds));
    return object;
}

Error errorFromJson(const QJsonObject &object)
{
    Error error;
    const int kind = object.value(QLatin1String("kindNumber")).toInt();
    if (kind >= 0 && kind <= static_cast<int>(ErrorKind::Proxy))
        error.kind = static_cast<ErrorKind>(kind);
    const int conflict = object.value(QLatin1String("conflictNumber")).toInt();
    if (conflict >= 0 && conflict <= static_cast<int>(ConflictCause::References))
        error.conflict = static_cast<ConflictCause>(conflict);
    error.httpStatus = object.value(QLatin1String("status")).toInt();
    error.serverCode = object.value(QLatin1String("code")).toString();
    error.correlationId = object.value(QLatin1String("correlationId")).toString();
    error.detail = object.value(QLatin1String("detail")).toString();
    error.place = object.value(QLatin1String("place")).toString();
    error.missingPermission = object.value(QLatin1String("missingPermission")).toString();
    const QJsonArray ids = object.value(QLatin1String("referencedIds")).toArray();
    for (const QJsonValue &id : ids)
        error.referencedIds.append(id.toString());
    return error;
}

std::optional<StepResult> stepResultFromJson(const QJsonObject &object)
{
    StepResult result;
    const QString outcome = object.value(QLatin1String("outcome")).toString();
    const QString cause = object.value(QLatin1String("cause")).toString();
    bool isOutcomeKnown = false;
    for (const Outcome one : outcomes) {
        if (outcomeName(one) == outcome) {
            result.outcome = one;
            isOutcomeKnown = true;
        }
    }
    bool isCauseKnown = false;
    for (const Cause one : causes) {
        if (causeName(one) == cause) {
            result.cause = one;
            isCauseKnown = true;
        }
    }
    if (!isOutcomeKnown || !isCauseKnown)
        return std::nullopt;
    if (object.contains(QLatin1String("error")))
        result.error = errorFromJson(object.value(QLatin1String("error")).toObject());
    result.started = timeFrom(object.value(QLatin1String("started")));
    result.finished = timeFrom(object.value(QLatin1String("finished")));
    result.detail = object.value(QLatin1String("detail")).toString();
    result.data = object.value(QLatin1String("data")).toObject();
    return result;
}

JournalEntry runBegunRecord(const QString &runId, const QString &planHash, const Decision &decision)
{
    QJsonObject data;
    data.insert(QStringLiteral("run"), runId);
    data.insert(QStringLiteral("planHash"), planHash);
    data.insert(QStringLiteral("decision"), decisionToJson(decision));
    return {QLatin1String(recordKinds::runBegun), data};
}

JournalEntry resumedRecord(const QString &runId)
{
    QJsonObject data;
    data.insert(QStringLiteral("run"), runId);
    data.insert(QStringLiteral("product"), QStringLiteral(OFFBOARDING_VERSION));
    return {QLatin1String(recordKinds::resumed), data};
}

JournalEntry stepBegunRecord(const PlanStep &step)
{
    return {QLatin1String(recordKinds::stepBegun), stepNamed(step)};
}

JournalEntry requestRecord(const PlanStep &step, const ApiRequest &request)
{
    QJsonObject data = stepNamed(step);
    data.insert(QStringLiteral("method"), httpMethodName(request.method));
    data.insert(QStringLiteral("target"), request.target());
    insertText(&data, QStringLiteral("body"), bodyText(request.body));
    data.insert(QStringLiteral("destructive"), step.isDestructive);
    return {QLatin1String(recordKinds::request), data};
}

JournalEntry answerRecord(const PlanStep &step, const ApiRequest &request,
                          const Result<ApiResponse> &response)
{
    QJsonObject data = stepNamed(step);
    data.insert(QStringLiteral("method"), httpMethodName(request.method));
    data.insert(QStringLiteral("target"), request.target());
    if (response) {
        data.insert(QStringLiteral("status"), response->status);
        insertText(&data, QStringLiteral("correlationId"), response->correlationId);
    } else {
        data.insert(QStringLiteral("sent"), !isUnsent(response.error()));
        data.insert(QStringLiteral("error"), errorToJson(response.error()));
    }
    return {QLatin1String(recordKinds::answer), data};
}

JournalEntry stepEndedRecord(const StepResult &result)
{
    QJsonObject data = stepNamed(result.step);
    data.insert(QStringLiteral("outcome"), outcomeName(result.outcome));
    data.insert(QStringLiteral("cause"), causeName(result.cause));
    insertText(&data, QStringLiteral("detail"), result.detail);
    insertText(&data, QStringLiteral("started"), timeText(result.started));
    insertText(&data, QStringLiteral("finished"), timeText(result.finished));
    if (result.error)
        data.insert(QStringLiteral("error"), errorToJson(*result.error));
    if (!result.data.isEmpty())
        data.insert(QStringLiteral("data"), result.data);
    return {QLatin1String(recordKinds::stepEnded), data};
}

JournalEntry runEndedRecord(const RunResult &result)
{
    QJsonObject data;
    data.insert(QStringLiteral("run"), result.id);
    for (const Outcome outcome : outcomes)
        data.insert(outcomeName(outcome), result.count(outcome));
    data.insert(QStringLiteral("verified"), result.isVerified());
    return {QLatin1String(recordKinds::runEnded), data};
}

JournalEntry plainRecord(const char *kind)
{
    return {QLatin1String(kind), {}};
}

} // namespace offboarding
