// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/plandocument.h"

#include "app/base/jsonscanner.h"
#include "app/base/objectreader.h"
#include "app/offboarding/planjson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace offboarding {

namespace {

Error refused(const char *code, const QString &place, const QString &detail)
{
    Error error = errorInFile(place, detail);
    error.serverCode = QLatin1String(code);
    return error;
}

bool isContentOnly(const QString &key)
{
    return key == QLatin1String("hash") || key == QLatin1String("approvals") || key == QLatin1String("users");
}

qsizetype memberCount(const QJsonValue &value)
{
    qsizetype count = 0;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array)
        count += memberCount(entry);
    const QJsonObject object = value.toObject();
    for (auto member = object.constBegin(); member != object.constEnd(); ++member)
        count += 1 + memberCount(member.value());
    return count;
}

/// What holds for the head of a plan before anything else of it is believed.
std::optional<Error> headProblem(const QJsonObject &head)
{
    if (head.value(QLatin1String("format")).toString() != QLatin1String("offboarding-plan"))
        return refused(planCodes::notAPlan, QStringLiteral("format"), QStringLiteral("not a plan"));
    const int version = head.value(QLatin1String("formatVersion")).toInt(-1);
    if (version < 1)
        return refused(planCodes::misunderstood, QStringLiteral("formatVersion"),
                       QStringLiteral("the version of the format is missing"));
    if (version > planFormatVersion)
        return refused(planCodes::newer, QStringLiteral("formatVersion"),
                       QStringLiteral("written by a newer version of this program (format %1, this one knows "
                                      "up to %2)")
                           .arg(version)
                           .arg(planFormatVersion));
    return std::nullopt;
}

/// Reads a plan piece by piece. Errors have the path of the field as their place.
class PlanParser
{
public:
    explicit PlanParser(const QJsonObject &whole)
        : m_hash(whole.value(QLatin1String("hash"))), m_holder(whole), m_hashing(head(whole))
    {
        m_error = headProblem(whole);
        if (!m_error) {
            m_reading.readHead(head(whole));
            m_holder = {};
            if (whole.contains(QLatin1String("approvals")))
                m_holder.insert(QStringLiteral("approvals"), whole.value(QLatin1String("approvals")));
        }
    }

    /// False if nothing more needs to be read.
    bool addUser(const QJsonValue &value)
    {
        if (m_error)
            return false;
        m_hashing.addUser(value.toObject());
        if (!m_reading.error())
            m_reading.readUser(value.toObject());
        return true;
    }

    Result<Plan> finish()
    {
        if (m_error)
            return failure(*m_error);
        // First of all: what was edited may be anything.
        const QString hash = m_hashing.finish();
        if (m_hash.toString() != hash)
            return failure(refused(planCodes::edited, QStringLiteral("hash"),
                                   QStringLiteral("the plan was edited: its hash is %1").arg(hash)));
        m_reading.readApprovals(m_holder);
        if (m_reading.error()) {
            Error error = *m_reading.error();
            const bool isApproval = error.place.startsWith(QLatin1String("approvals"));
            error.serverCode = QLatin1String(isApproval ? planCodes::edited : planCodes::misunderstood);
            return failure(error);
        }
        return m_reading.take();
    }

private:
    static QJsonObject head(const QJsonObject &whole)
    {
        QJsonObject result;
        for (auto member = whole.constBegin(); member != whole.constEnd(); ++member) {
            if (!isContentOnly(member.key()))
                result.insert(member.key(), member.value());
        }
        return result;
    }

    QJsonValue m_hash;
    QJsonObject m_holder;
    PlanHashing m_hashing;
    PlanReading m_reading;
    std::optional<Error> m_error;
};

/// The text of one value as an object; empty if it is none, or holds a name twice.
std::optional<QJsonObject> objectAt(const QByteArray &text, const JsonSpan &span)
{
    const QByteArray part = QByteArray::fromRawData(text.constData() + span.begin, span.end - span.begin);
    const QJsonDocument document = QJsonDocument::fromJson(part);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    return memberCount(object) == jsonMemberCount(part) ? std::optional(object) : std::nullopt;
}

/// The document without the entries of "users", and where those are.
struct Pieces
{
    QJsonObject head;
    QList<JsonSpan> users;
};

std::optional<Pieces> piecesOf(const QByteArray &text)
{
    qsizetype end = 0;
    const std::optional<QList<JsonMember>> members = jsonMembers(text, 0, &end);
    if (!members || !text.mid(end).trimmed().isEmpty())
        return std::nullopt;
    Pieces pieces;
    QByteArray rest;
    bool hasUsers = false;
    for (const JsonMember &member : *members) {
        if (member.key == "users" && !hasUsers) {
            const std::optional<QList<JsonSpan>> entries = jsonEntries(text, member.value.begin);
            if (!entries)
                return std::nullopt;
            pieces.users = *entries;
            hasUsers = true;
            continue;
        }
        rest += rest.isEmpty() ? '{' : ',';
        rest +=
            '"' + member.key + "\":" + text.mid(member.value.begin, member.value.end - member.value.begin);
    }
    rest += rest.isEmpty() ? "{}" : "}";
    const std::optional<QJsonObject> head = objectAt(rest, {0, rest.size()});
    if (!hasUsers || !head)
        return std::nullopt;
    pieces.head = *head;
    return pieces;
}

/// Why @p text could not be taken apart.
Error damage(const QByteArray &text, const QString &place)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (document.isNull() && problem.error == QJsonParseError::NoError)
        problem.error = QJsonParseError::IllegalValue;
    if (document.isNull())
        return refused(planCodes::damaged, placeInText(text, problem.offset, place),
                       QStringLiteral("cut off or damaged: %1").arg(problem.errorString()));
    const QString start = placeInText(text, jsonOffset(text, {}), place);
    if (!document.object().contains(QLatin1String("format")))
        return refused(planCodes::notAPlan, start, QStringLiteral("not a plan"));
    return refused(planCodes::misunderstood, start,
                   QStringLiteral("the list of users is missing, or a name is there twice"));
}

QByteArray indented(const QJsonValue &value, int depth)
{
    // Line by line: a line break inside a text is written as \n.
    QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Indented);
    text = text.mid(2, text.size() - 5); // without "[\n" and "\n]\n"
    const QByteArray wanted = '\n' + QByteArray(4 * depth, ' ');
    return text.replace("\n    ", wanted).trimmed();
}

} // namespace

QString planHash(const Plan &plan)
{
    PlanHashing hashing(planHeadJson(plan));
    const PlanGroups groups(plan);
    for (qsizetype i = 0; i < plan.users.size(); ++i)
        hashing.addUser(groups.userJson(i));
    return hashing.finish();
}

QString planContentHash(const Plan &plan)
{
    Plan content = plan;
    content.id.clear();
    content.created = {};
    content.expires = {};
    content.author = {};
    content.plannedOn.id = {};
    content.plannedOn.name.clear();
    content.referencesReadAt.clear();
    for (User &user : content.users) {
        user.presence.clear();
        user.routingStatus.clear();
        user.lastLogin = {};
        user.liveConversations.reset();
    }
    // A reading's body may name the time of day; what is written never does.
    for (PlanStep &step : content.steps) {
        for (RequestPreview &request : step.requests)
            request.body = step.isWrite ? request.body : QByteArray();
    }
    return planHash(content);
}

QJsonObject planToJson(const Plan &plan)
{
    QJsonObject object = planHeadJson(plan);
    PlanHashing hashing(object);
    const PlanGroups groups(plan);
    QJsonArray users;
    for (qsizetype i = 0; i < plan.users.size(); ++i) {
        const QJsonObject user = groups.userJson(i);
        hashing.addUser(user);
        users.append(user);
    }
    object.insert(QStringLiteral("users"), users);
    object.insert(QStringLiteral("approvals"), approvalsJson(plan.approvals));
    object.insert(QStringLiteral("hash"), hashing.finish());
    return object;
}

Result<Plan> planFromJson(const QJsonObject &object, const QString &place)
{
    PlanParser parser(object);
    const QJsonArray users = object.value(QLatin1String("users")).toArray();
    for (const QJsonValue &user : users) {
        if (!parser.addUser(user))
            break;
    }
    Result<Plan> plan = parser.finish();
    if (!plan)
        plan.error().place = QStringLiteral("%1 %2").arg(place, plan.error().place);
    return plan;
}

Result<Plan> parsePlan(const QByteArray &text, const QString &place)
{
    if (text.size() > largestPlanFile)
        return failure(
            refused(planCodes::tooLarge, place, QStringLiteral("larger than %1 bytes").arg(largestPlanFile)));
    const std::optional<Pieces> pieces = piecesOf(text);
    if (!pieces)
        return failure(damage(text, place));
    PlanParser parser(pieces->head);
    for (const JsonSpan &span : pieces->users) {
        const std::optional<QJsonObject> user = objectAt(text, span);
        if (!user)
            return failure(damage(text, place));
        if (!parser.addUser(*user))
            break;
    }
    Result<Plan> plan = parser.finish();
    if (!plan) {
        Error &error = plan.error();
        const QString path = error.place;
        error.place = QStringLiteral("%1 (%2)").arg(placeInText(text, jsonOffset(text, path), place), path);
    }
    return plan;
}

Result<Plan> readPlan(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(refused(planCodes::unreadable, path, file.errorString()));
    // One byte more than allowed is enough to know; a device may not tell its size.
    const QByteArray text = file.read(largestPlanFile + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(refused(planCodes::unreadable, path, file.errorString()));
    return parsePlan(text, path);
}

bool writePlanText(QIODevice *device, const Plan &plan)
{
    const QJsonObject head = planHeadJson(plan);
    PlanHashing hashing(head);
    const PlanGroups groups(plan);
    bool isFine = true;
    const auto write = [&](const QByteArray &text) { isFine = isFine && device->write(text) == text.size(); };
    const auto writeMember = [&](const QString &name, const QJsonValue &value) {
        write("    \"" + name.toUtf8() + "\": " + indented(value, 1) + ",\n");
    };
    // Sorted by key, as QJsonDocument would write it; the last one is "warnings", which is always there.
    write("{\n");
    bool areUsersWritten = false;
    QJsonObject members = head;
    members.insert(QStringLiteral("approvals"), approvalsJson(plan.approvals));
    members.insert(QStringLiteral("users"), QJsonArray());
    for (qsizetype i = 0; i < plan.users.size(); ++i)
        hashing.addUser(groups.userJson(i));
    members.insert(QStringLiteral("hash"), hashing.finish());
    members.remove(QStringLiteral("warnings"));
    for (auto member = members.constBegin(); member != members.constEnd() && !areUsersWritten; ++member) {
        areUsersWritten = member.key() == QLatin1String("users");
        if (!areUsersWritten)
            writeMember(member.key(), member.value());
    }
    write("    \"users\": [\n");
    for (qsizetype i = 0; i < plan.users.size(); ++i) {
        const QByteArray comma = i + 1 < plan.users.size() ? ",\n" : "\n";
        write("        " + indented(groups.userJson(i), 2) + comma);
    }
    write("    ],\n    \"warnings\": " + indented(head.value(QLatin1String("warnings")), 1) + "\n}\n");
    return isFine;
}

Result<Done> writePlan(const QString &path, const Plan &plan)
{
    if (PlanGroups(plan).hasStrays())
        return failure(refused(planCodes::misunderstood, path,
                               QStringLiteral("a step belongs to a user who is not in the plan")));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(refused(planCodes::unreadable, path, file.errorString()));
    if (!writePlanText(&file, plan) || file.pos() > largestPlanFile) {
        file.cancelWriting();
        const QString why = file.pos() > largestPlanFile ? QStringLiteral("the plan is too large for a file")
                                                         : file.errorString();
        return failure(refused(planCodes::unreadable, path, why));
    }
    if (!file.commit())
        return failure(refused(planCodes::unreadable, path, file.errorString()));
    return Done{};
}

} // namespace offboarding
