// SPDX-License-Identifier: GPL-3.0-or-later
// The plan as a file: nothing is lost, nothing is read that was not written, and every edit is noticed.
#include "app/offboarding/plancheck.h"
#include "app/offboarding/plandocument.h"
#include "app/offboarding/planner.h"
#include "tests/support/fullplan.h"
#include "tests/support/values.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

const QString place = QStringLiteral("plan.json");

QByteArray textOf(const Plan &plan)
{
    QByteArray text;
    QBuffer buffer(&text);
    buffer.open(QIODevice::WriteOnly);
    return writePlanText(&buffer, plan) ? text : QByteArray();
}

Plan approved()
{
    return *approve(fullPlan(), secondPerson(), noon().addSecs(60));
}

/// Less of everything, so that each byte of it can be tried.
Plan smallPlan()
{
    Plan plan = approved();
    plan.users.removeLast();
    const QString kept = plan.users.first().id;
    plan.steps.removeIf([&](const PlanStep &step) {
        return step.userId != kept ||
               (step.kind != StepKind::ClearReference && step.kind != StepKind::RestoreSkills);
    });
    plan.warnings.removeIf([&](const PlanWarning &warning) { return warning.userId != kept; });
    plan.referencesReadAt.removeIf(
        [&](const QHash<QString, QDateTime>::iterator &entry) { return entry.key() != kept; });
    return *approve(plan, secondPerson(), noon().addSecs(60));
}

/// Calls @p visit with a copy of @p value for each leaf in it, each time with another leaf changed.
void changeEachLeaf(const QJsonValue &value, const QString &path,
                    const std::function<void(const QString &, const QJsonValue &)> &visit)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            const QString key = it.key();
            changeEachLeaf(it.value(), path + QLatin1Char('.') + key,
                           [&](const QString &where, const QJsonValue &changed) {
                               QJsonObject copy = object;
                               copy.insert(key, changed);
                               visit(where, copy);
                           });
            QJsonObject without = object;
            without.remove(key);
            visit(path + QStringLiteral(".-") + key, without);
        }
        QJsonObject more = object;
        more.insert(QStringLiteral("zzz"), true);
        visit(path + QStringLiteral(".+"), more);
        return;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            changeEachLeaf(array.at(i), path + QStringLiteral("[%1]").arg(i),
                           [&](const QString &where, const QJsonValue &changed) {
                               QJsonArray copy = array;
                               copy.replace(i, changed);
                               visit(where, copy);
                           });
        }
        if (!array.isEmpty()) {
            QJsonArray fewer = array;
            fewer.removeLast();
            visit(path + QStringLiteral("[-]"), fewer);
        }
        return;
    }
    if (value.isString())
        visit(path, QString(value.toString() + QLatin1Char('x')));
    else if (value.isBool())
        visit(path, !value.toBool());
    else
        visit(path, value.toDouble() + 1);
    visit(path, QJsonValue());
}

/// As somebody would who knows how the hash is made.
QByteArray withFreshHash(QJsonObject object)
{
    QJsonObject content = object;
    content.remove(QStringLiteral("hash"));
    content.remove(QStringLiteral("approvals"));
    const QByteArray canonical = QJsonDocument(content).toJson(QJsonDocument::Compact);
    object.insert(
        QStringLiteral("hash"),
        QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex()));
    return QJsonDocument(object).toJson();
}

QString codeOf(const Result<Plan> &plan)
{
    return plan ? QStringLiteral("accepted") : plan.error().serverCode;
}

} // namespace

class TestPlanDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost()
    {
        const Plan plan = approved();
        QCOMPARE(plan.approvals.size(), 1);
        const Result<Plan> read = parsePlan(textOf(plan), place);
        QVERIFY2(read, read ? "" : qPrintable(read.error().toLogString()));
        QCOMPARE(read->steps.size(), plan.steps.size());
        for (qsizetype i = 0; i < plan.steps.size(); ++i)
            QVERIFY2(read->steps.at(i) == plan.steps.at(i), qPrintable(stepKindName(plan.steps.at(i).kind)));
        QCOMPARE(read->users, plan.users);
        QVERIFY(read->warnings == plan.warnings);
        QVERIFY(read->connection == plan.connection);
        QVERIFY(read->author == plan.author);
        QCOMPARE(read->referencesReadAt, plan.referencesReadAt);
        QVERIFY(read->approvals == plan.approvals);
        QVERIFY(*read == plan);
        QCOMPARE(planHash(*read), planHash(plan));
        QCOMPARE(planText(*read), planText(plan));

        const Result<Plan> fromObject = planFromJson(planToJson(plan), place);
        QVERIFY(fromObject);
        QVERIFY(*fromObject == plan);
    }

    void whatThePlannerMakesIsNotLostEither()
    {
        PlanInput input;
        input.connection = testConnection(Dialect::Published);
        input.users = {testUser(), testUser(QStringLiteral("user-2"))};
        for (const User &user : std::as_const(input.users))
            input.references.insert(user.id,
                                    freshMap(user.id, {endedReference(QStringLiteral("c"), user.id)}));
        input.now = noon();
        input.planId = QStringLiteral("plan-1");
        input.lifetimeSeconds = planDocumentLifetimeSeconds;
        input.reason = QStringLiteral("left");
        input.ticket = QStringLiteral("T-1");
        const Plan plan = makePlan(input);
        QCOMPARE(plan.expires, noon().addDays(1));
        const Result<Plan> read = parsePlan(textOf(plan), place);
        QVERIFY2(read, read ? "" : qPrintable(read.error().toLogString()));
        QCOMPARE(planText(*read), planText(plan));
        QCOMPARE(planHash(*read), planHash(plan));
        QCOMPARE(read->reason, QStringLiteral("left"));
    }

    void theHashIsThatOfTheCanonicalForm()
    {
        QJsonObject content = planToJson(approved());
        const QString hash = content.take(QStringLiteral("hash")).toString();
        content.remove(QStringLiteral("approvals"));
        const QByteArray canonical = QJsonDocument(content).toJson(QJsonDocument::Compact);
        QCOMPARE(hash, QString::fromLatin1(
                           QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex()));
        QCOMPARE(hash, planHash(fullPlan()));
    }

    void theTextIsThatOfQtAndCanBeCompared()
    {
        const Plan plan = approved();
        QCOMPARE(textOf(plan), QJsonDocument(planToJson(plan)).toJson(QJsonDocument::Indented));
        // One version more is one line more in a comparison, and the hash.
        Plan other = plan;
        other.users.first().version += 1;
        const QByteArrayList before = textOf(plan).split('\n');
        const QByteArrayList after = textOf(other).split('\n');
        QCOMPARE(before.size(), after.size());
        int different = 0;
        for (qsizetype i = 0; i < before.size(); ++i)
            different += before.at(i) != after.at(i) ? 1 : 0;
        QCOMPARE(different, 2);
    }

    void everyChangedLeafIsNoticed()
    {
        const QJsonObject whole = planToJson(smallPlan());
        QVERIFY(planFromJson(whole, place));
        int tried = 0;
        changeEachLeaf(whole, {}, [&](const QString &path, const QJsonValue &changed) {
            // Without any approval is a plan, too: that it lacks one is for checkPlan() to say.
            if (path == QLatin1String(".-approvals") || path == QLatin1String(".approvals[-]"))
                return;
            const Result<Plan> read = parsePlan(QJsonDocument(changed.toObject()).toJson(), place);
            QVERIFY2(!read, qPrintable(path));
            QVERIFY2(read.error().kind == ErrorKind::File, qPrintable(path));
            QVERIFY2(read.error().place.contains(QLatin1String("line ")), qPrintable(path));
            ++tried;
        });
        QVERIFY(tried > 150);
    }

    void anEditWithAFreshHashIsStillReadStrictly_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("replacement");
        const auto row = [](const char *name, const char *find, const char *replacement) {
            QTest::newRow(name) << QString::fromLatin1(find) << QString::fromLatin1(replacement);
        };
        row("unknown step", "\"restore-skills\"", "\"format-disk\"");
        row("unknown act", "\"force-delete\"", "\"delete-all\"");
        row("misspelt field", "\"isDestructive\"", "\"isDestructiv\"");
        row("no request", "\"PATCH /api/v2/users/u%2F1 ", "\"FETCH /api/v2/users/u%2F1 ");
        row("request to elsewhere", "\"GET /api/v2/users/u%2F1", "\"GET https://evil.example/");
        row("plain http", "https://api.mypurecloud.de", "http://api.mypurecloud.de");
        row("local time", "2026-08-01T12:00:00.000Z", "2026-08-01T12:00:00.000+02:00");
        row("version as text", "\"version\":7", "\"version\":\"7\"");
        row("unknown state", "\"state\":\"active\"", "\"state\":\"gone\"");
        row("flag as number", "\"isWrite\":true", "\"isWrite\":1");
    }

    void anEditWithAFreshHashIsStillReadStrictly()
    {
        QFETCH(QString, find);
        QFETCH(QString, replacement);
        QJsonObject whole = planToJson(smallPlan());
        whole.remove(QStringLiteral("approvals"));
        QString text = QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Compact));
        QVERIFY(text.contains(find));
        text.replace(find, replacement);
        const QByteArray edited = withFreshHash(QJsonDocument::fromJson(text.toUtf8()).object());
        const Result<Plan> read = parsePlan(edited, place);
        QCOMPARE(codeOf(read), QLatin1String(planCodes::misunderstood));
        QVERIFY2(read.error().place.contains(QLatin1String("line ")), qPrintable(read.error().place));
    }

    void aNameThatIsThereTwiceIsRefused()
    {
        // A reader of the text may believe the first, the program the last.
        const QByteArray text = textOf(smallPlan());
        QByteArray doubled = text;
        doubled.replace("\"isDestructive\": true,", "\"isDestructive\": false,\"isDestructive\": true,");
        QVERIFY(doubled != text);
        QCOMPARE(codeOf(parsePlan(doubled, place)), QLatin1String(planCodes::misunderstood));
        doubled = text;
        doubled.replace("\"act\":", "\"act\": \"restore\",\n    \"act\":");
        QCOMPARE(codeOf(parsePlan(doubled, place)), QLatin1String(planCodes::misunderstood));
        doubled = text;
        doubled.replace("    \"users\": [", "    \"users\": [],\n    \"users\": [");
        QVERIFY(!parsePlan(doubled, place));
        QJsonObject twice = planToJson(smallPlan());
        QJsonArray users = twice.value(QLatin1String("users")).toArray();
        users.append(users.first());
        twice.insert(QStringLiteral("users"), users);
        QCOMPARE(codeOf(parsePlan(withFreshHash(twice), place)), QLatin1String(planCodes::misunderstood));
    }

    void everyTruncationIsNoticedWithLineAndColumn()
    {
        const QByteArray text = textOf(smallPlan());
        QVERIFY(text.endsWith("}\n"));
        const qsizetype whole = text.size() - 1; // without the line break at the end
        QVERIFY(parsePlan(text.left(whole), place));
        for (qsizetype length = 0; length < whole; ++length) {
            const Result<Plan> read = parsePlan(text.left(length), place);
            QVERIFY2(!read, qPrintable(QString::number(length)));
            QCOMPARE(read.error().serverCode, QLatin1String(planCodes::damaged));
            QVERIFY2(read.error().place.contains(QLatin1String("plan.json line ")) &&
                         read.error().place.contains(QLatin1String("column ")),
                     qPrintable(read.error().place));
        }
    }

    void everyDamagedByteIsNoticed()
    {
        const QByteArray text = textOf(smallPlan());
        const Plan plan = *parsePlan(text, place);
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (const char other : {at % 3 == 0 ? '\0' : '{', at % 2 == 0 ? '"' : '\xff'}) {
                QByteArray damaged = text;
                if (damaged.at(at) == other)
                    continue;
                damaged[at] = other;
                const Result<Plan> read = parsePlan(damaged, place);
                // Blanks between the parts may change; what is read may not.
                QVERIFY2(!read || *read == plan, qPrintable(QString::number(at)));
            }
        }
    }

    void theMessageNamesWhereTheHashIs()
    {
        QByteArray text = textOf(smallPlan());
        text.replace("\"ticket\": \"HR-4711", "\"ticket\": \"HR-4712");
        const Result<Plan> read = parsePlan(text, place);
        QCOMPARE(codeOf(read), QLatin1String(planCodes::edited));
        const QByteArray hash = "\"hash\": \"" + planHash(smallPlan()).toLatin1();
        const qsizetype line = text.left(text.indexOf(hash)).count('\n') + 1;
        QVERIFY2(read.error().place.startsWith(QStringLiteral("plan.json line %1 column 13").arg(line)),
                 qPrintable(read.error().place));
    }

    void aNewerVersionIsSaidToBeNewer()
    {
        QJsonObject whole = planToJson(smallPlan());
        whole.insert(QStringLiteral("formatVersion"), planFormatVersion + 1);
        whole.insert(QStringLiteral("somethingNew"), true);
        const Result<Plan> read = parsePlan(withFreshHash(whole), place);
        QCOMPARE(codeOf(read), QLatin1String(planCodes::newer));
        QVERIFY(read.error().place.contains(QLatin1String("line ")));
        whole.remove(QStringLiteral("formatVersion"));
        QCOMPARE(codeOf(parsePlan(withFreshHash(whole), place)), QLatin1String(planCodes::misunderstood));
    }

    void otherFilesAreNoPlans()
    {
        QCOMPARE(codeOf(parsePlan("", place)), QLatin1String(planCodes::damaged));
        QCOMPARE(codeOf(parsePlan("{}", place)), QLatin1String(planCodes::notAPlan));
        QCOMPARE(codeOf(parsePlan("[]", place)), QLatin1String(planCodes::notAPlan));
        QCOMPARE(codeOf(parsePlan("{\"format\":\"offboarding-connections\",\"users\":[]}", place)),
                 QLatin1String(planCodes::notAPlan));
        QCOMPARE(codeOf(parsePlan(QByteArray(100'000, '['), place)), QLatin1String(planCodes::damaged));
        QCOMPARE(codeOf(parsePlan(QByteArray(10, '\0'), place)), QLatin1String(planCodes::damaged));
        QCOMPARE(codeOf(parsePlan("{\"users\":[}]}", place)), QLatin1String(planCodes::damaged));
        QByteArray twice = textOf(smallPlan());
        twice += twice;
        QCOMPARE(codeOf(parsePlan(twice, place)), QLatin1String(planCodes::damaged));
    }

    void filesAreWrittenWholeOrNotAtAll()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("plan.json"));
        QVERIFY(writePlan(path, approved()));
        const Result<Plan> read = readPlan(path);
        QVERIFY(read);
        QVERIFY(*read == approved());

        QCOMPARE(codeOf(readPlan(folder.filePath(QStringLiteral("none.json")))),
                 QLatin1String(planCodes::unreadable));
        QCOMPARE(codeOf(readPlan(folder.path())), QLatin1String(planCodes::unreadable));
        const Result<Done> nowhere =
            writePlan(folder.filePath(QStringLiteral("no/such/folder/plan.json")), approved());
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().kind, ErrorKind::File);

        Plan stray = approved();
        stray.steps.first().userId = QStringLiteral("nobody");
        QVERIFY(!writePlan(path, stray));
        QVERIFY(*readPlan(path) == approved());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void theContentHashIsThatOfTheSameWish()
    {
        const Plan plan = fullPlan();
        Plan again = plan;
        again.id = QStringLiteral("another");
        again.created = noon().addDays(1);
        again.expires = noon().addDays(2);
        again.author = secondPerson();
        again.plannedOn.id = {};
        again.plannedOn.name = QStringLiteral("--api-url");
        again.referencesReadAt.clear();
        again.users.first().presence = QStringLiteral("Away");
        QCOMPARE(planContentHash(again), planContentHash(plan));
        QVERIFY(planHash(again) != planHash(plan));

        const auto differs = [&](const std::function<void(Plan *)> &change) {
            Plan other = plan;
            change(&other);
            return planContentHash(other) != planContentHash(plan);
        };
        QVERIFY(differs([](Plan *other) { other->act = Act::Delete; }));
        QVERIFY(differs([](Plan *other) { other->reason.clear(); }));
        QVERIFY(differs([](Plan *other) { other->ticket.clear(); }));
        QVERIFY(differs([](Plan *other) { other->users.first().version = 8; }));
        QVERIFY(differs([](Plan *other) { other->steps.removeLast(); }));
        QVERIFY(differs([](Plan *other) { other->options.removeRoles = false; }));
        QVERIFY(differs([](Plan *other) { other->organizationId = QStringLiteral("o"); }));
        QVERIFY(differs([](Plan *other) { other->steps.first().requests.first().target += u'x'; }));
    }

    void aPlanOfAFileIsNotForThisConnectionYet()
    {
        const Result<Plan> read = parsePlan(textOf(approved()), place);
        QVERIFY(read);
        QVERIFY(!read->isForThisConnection);
        Connection here = testConnection(Dialect::Legacy, Environment::Production);
        here.protectedUsers = {QStringLiteral("boss@acme.example")};
        here.limits.mostUsersPerRun = 3;
        Identity runner = secondPerson();
        const Plan plan = rebased(*read, here, runner);
        QVERIFY(plan.isForThisConnection);
        QCOMPARE(plan.connection.protectedUsers, here.protectedUsers);
        QCOMPARE(plan.connection.limits, here.limits);
        QCOMPARE(plan.connection.environment, Environment::Production);
        QCOMPARE(plan.signedInAs, runner);
        QCOMPARE(plan.author.userId, QStringLiteral("admin-1"));
        QCOMPARE(planHash(plan), planHash(*read)); // what was approved is still what it was
    }
};

QTEST_GUILESS_MAIN(TestPlanDocument)
#include "tst_plandocument.moc"
