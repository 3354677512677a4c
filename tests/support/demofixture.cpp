// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demofixture.h"

#include "app/api/calls/userscalls.h"
#include "app/reports/reports.h"

#include <QCoroTask>
#include <QEventLoop>
#include <QTest>
#include <QTimer>
#include <QUuid>

namespace offboarding::testing {

namespace {

constexpr int longestRunMilliseconds = 30'000;

void failTest(const QString &what)
{
    QTest::qFail(qPrintable(what), __FILE__, __LINE__);
}

} // namespace

demo::DemoOptions quickDemo()
{
    demo::DemoOptions options;
    options.users = 300;
    options.queues = 10;
    options.liveConversations = 60;
    options.endedConversations = 400;
    options.searchLagMs = 0;
    options.acceptDelayMs = 20;
    return options;
}

QString outcomeOf(const RunResult &run, StepKind kind, const QString &userId)
{
    QString outcome;
    for (const StepResult &step : run.steps) {
        if (step.step.kind == kind && step.step.userId == userId)
            outcome = QString(outcomeName(step.outcome) + QLatin1Char(' ') + causeName(step.cause)).trimmed();
    }
    return outcome;
}

QByteArray story(const RunResult &run)
{
    QStringList lines;
    for (const StepResult &step : run.steps)
        lines.append(QStringLiteral("%1 %2: %3 %4 (%5) %6")
                         .arg(stepKindName(step.step.kind), step.step.userId, outcomeName(step.outcome),
                              causeName(step.cause), step.detail,
                              step.error ? step.error->toLogString() : QString()));
    return lines.join(QLatin1Char('\n')).toUtf8();
}

int stepIndex(const Plan &plan, StepKind kind)
{
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps.at(i).kind == kind)
            return static_cast<int>(i);
    }
    return -1;
}

int changeIndex(const Plan &plan)
{
    for (const StepKind kind :
         {StepKind::Deactivate, StepKind::Delete, StepKind::ForceDelete, StepKind::Restore}) {
        if (const int index = stepIndex(plan, kind); index >= 0)
            return index;
    }
    return -1;
}

StepResult changeOf(const RunResult &run)
{
    const int index = changeIndex(run.plan);
    for (const StepResult &result : run.steps) {
        if (index >= 0 && result.step.kind == run.plan.steps.at(index).kind)
            return result;
    }
    return {};
}

DemoFixture::DemoFixture(Dialect dialect, const demo::DemoOptions &options) : server(options)
{
    const Result<demo::DemoEndpoints> started = server.start();
    if (!started) {
        failTest(started.error().toLogString());
        return;
    }
    endpoints = *started;
    connection.name = QStringLiteral("demo");
    connection.apiUrl = dialect == Dialect::Legacy ? endpoints.apiUrl : endpoints.publishedApiUrl;
    connection.loginUrl = endpoints.loginUrl;
    connection.dialect = dialect;
    connection.environment = Environment::Demo;
    connection.organizationName = QStringLiteral("Demo Organisation (generated data)");
    client.emplace(connection.apiUrl);
    client->setAccessToken(endpoints.token);
    signedInAs.isClient = true;
    signedInAs.clientId = endpoints.clientId;
    signedInAs.organizationId = QStringLiteral("demo");
    organizationUsers = options.users;
    RetrySettings retry;
    retry.firstPauseMilliseconds = 5;
    client->setRetrySettings(retry);
    store.emplace();
    loader.emplace(*client, *store);
    finder.emplace(*client);
    runner.emplace(*client, *loader, *finder);
    settings.longestVerificationMilliseconds = 800;
    settings.firstPollMilliseconds = 10;
    runner->setSettings(settings);
}

QString DemoFixture::person(const char *mailbox) const
{
    const QString id = server.userIdByEmail(QString::fromLatin1(mailbox) + QStringLiteral("@demo.example"));
    if (id.isEmpty())
        failTest(QStringLiteral("nobody is called %1").arg(QString::fromLatin1(mailbox)));
    return id;
}

User DemoFixture::user(const QString &userId)
{
    const Result<User> read = QCoro::waitFor(loader->read(userId));
    if (!read)
        failTest(read.error().toLogString());
    return read.value_or(User());
}

ReferenceMap DemoFixture::references(const QString &userId)
{
    return QCoro::waitFor(finder->read(userId));
}

Conversation DemoFixture::conversation(const QString &conversationId)
{
    const Result<Conversation> read = QCoro::waitFor(finder->readConversation(conversationId));
    if (!read)
        failTest(read.error().toLogString());
    return read.value_or(Conversation());
}

Plan DemoFixture::plan(Act act, const QStringList &userIds, const QList<ClearingChoice> &clearing)
{
    PlanInput input;
    input.act = act;
    input.connection = connection;
    for (const QString &userId : userIds) {
        input.users.append(user(userId));
        const ReadingDepth depth = ticked.isEmpty() ? ReadingDepth::Gates : ReadingDepth::Memberships;
        if (act != Act::Restore)
            input.references.insert(userId, QCoro::waitFor(finder->read(userId, depth)));
    }
    if (!ticked.isEmpty())
        input.offlinePresenceId = QCoro::waitFor(finder->offlinePresence()).value_or(QString());
    input.options = ticked;
    input.reason = reason;
    input.clearing = clearing;
    input.signedInAs = signedInAs;
    input.organizationUsers = organizationUsers;
    input.now = QDateTime::currentDateTimeUtc();
    input.planId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return makePlan(input);
}

QList<ClearingChoice> DemoFixture::choices(const QString &userId, ClearingAction action)
{
    QList<ClearingChoice> result;
    for (const ConversationReference &reference : references(userId).conversations) {
        if (!reference.isBlocking())
            continue;
        ClearingChoice choice;
        choice.userId = userId;
        choice.conversationId = reference.conversationId;
        choice.action = action;
        choice.queueId = server.queueIds().value(0);
        result.append(choice);
    }
    return result;
}

QString DemoFixture::evidencePath(const QString &userId) const
{
    return m_folder.filePath(QStringLiteral("evidence-%1.csv").arg(userId));
}

Decision DemoFixture::decision(const QString &userId)
{
    const User who = user(userId);
    EvidenceFile evidence;
    evidence.path = evidencePath(userId);
    const Result<QByteArray> digest =
        writeReport(evidence.path, toCsv(referencesToTable({who}, {{userId, references(userId)}})));
    if (!digest)
        failTest(digest.error().toLogString());
    evidence.sha256 = digest.value_or(QByteArray());
    evidence.written = QDateTime::currentDateTimeUtc();
    evidence.userId = userId;
    Decision made;
    made.riskAccepted = true;
    made.typedIdentity = who.confirmationText();
    made.typedOrganization = connection.organizationName;
    made.evidence.insert(userId, evidence);
    return made;
}

RunResult DemoFixture::run(const Plan &plan, const Decision &decision)
{
    return run(plan, decision, -1, {});
}

RunResult DemoFixture::run(const Plan &plan, const Decision &decision, int beforeStep,
                           const std::function<void()> &meanwhile)
{
    QEventLoop loop;
    bool isFinished = false;
    const QString runId = runner->run(plan, decision);
    QObject::connect(&*runner, &Runner::runFinished, &loop, [&](const QString &finished) {
        isFinished = isFinished || finished == runId;
        loop.quit();
    });
    QObject::connect(&*runner, &Runner::stepStarted, &loop, [&](const QString &started, int index) {
        if (started == runId && index == beforeStep)
            meanwhile();
    });
    QTimer::singleShot(longestRunMilliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    const RunResult *result = runner->find(runId);
    if (!isFinished || result == nullptr) {
        failTest(QStringLiteral("the run did not end"));
        return {};
    }
    return *result;
}

QStringList DemoFixture::writes() const
{
    QStringList lines;
    for (const demo::RequestRecord &record : server.requestLog()) {
        const bool isRead = record.method == QLatin1String("GET") ||
                            record.path.endsWith(QLatin1String("/query")) ||
                            record.path.endsWith(QLatin1String("/search"));
        if (isRead)
            continue;
        QString line = record.method + QLatin1Char(' ') + record.path;
        if (!record.query.isEmpty())
            line += QLatin1Char('?') + record.query;
        lines.append(QString(line + QLatin1Char(' ') + QString::number(record.status)));
    }
    return lines;
}

int DemoFixture::writesOn(const char *method, const QString &userId) const
{
    int count = 0;
    for (const demo::RequestRecord &record : server.requestLog()) {
        if (record.method == QLatin1String(method) &&
            record.path == QStringLiteral("/api/v2/users/") + userId)
            ++count;
    }
    return count;
}

demo::FaultRule DemoFixture::faultOn(const char *method, const QString &userId, demo::FaultRule::Kind kind,
                                     int status) const
{
    demo::FaultRule rule;
    rule.method = QString::fromLatin1(method);
    rule.pathPattern = QStringLiteral("/api/v2/users/") + userId;
    rule.kind = kind;
    rule.status = status;
    return rule;
}

} // namespace offboarding::testing
