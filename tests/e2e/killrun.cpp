// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a plan with a journal, or goes on with one, in a process that tst_killresume kills.
// Usage: killrun SETUP.json begin|resume. The token comes from the environment variable OFFBOARDING_TOKEN.
// Exit 0: done and verified, 1: ended otherwise, 2: could not begin.
#include "app/offboarding/plancheck.h"
#include "app/offboarding/plandocument.h"
#include "app/offboarding/resume.h"
#include "app/offboarding/runjournal.h"
#include "app/offboarding/runner.h"
#include "app/offboarding/runrecords.h"
#include "app/offboarding/stepexecutor.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace offboarding;

namespace {

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.toLogString()));
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QFile file(QCoreApplication::arguments().value(1));
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const QJsonObject setup = QJsonDocument::fromJson(file.readAll()).object();
    const auto text = [&](const char *key) { return setup.value(QLatin1String(key)).toString(); };
    const bool isResumed = QCoreApplication::arguments().value(2) == QLatin1String("resume");

    Connection connection;
    connection.apiUrl = QUrl(text("apiUrl"));
    connection.dialect = Dialect::Legacy;
    connection.environment = Environment::Demo;
    connection.organizationName = text("organization");
    connection.limits.mostPercentOfOrganization = 50;
    Identity identity;
    identity.isClient = true;
    identity.clientId = text("clientId");

    ApiClient client(connection.apiUrl);
    client.setAccessToken(qEnvironmentVariable("OFFBOARDING_TOKEN"));
    UserStore store;
    UserLoader loader(client, store);
    ReferenceFinder finder(client);
    Runner runner(client, loader, finder);
    RunnerSettings settings;
    settings.firstPollMilliseconds = 10;
    settings.settleMilliseconds = 500;
    runner.setSettings(settings);
    QObject::connect(&runner, &Runner::runFinished, &application, [&](const QString &runId) {
        const RunResult *run = runner.find(runId);
        if (run == nullptr || !run->isVerified()) {
            for (const StepResult &step : run == nullptr ? QList<StepResult>() : run->steps) {
                if (step.outcome == Outcome::Failed || step.outcome == Outcome::Skipped)
                    std::fprintf(stderr, "%s %s: %s %s\n", qPrintable(step.step.userId),
                                 qPrintable(stepKindName(step.step.kind)), qPrintable(causeName(step.cause)),
                                 qPrintable(step.detail));
            }
        }
        QCoreApplication::exit(run != nullptr && run->isVerified() ? 0 : 1);
    });

    if (isResumed) {
        Result<ResumableRun> run = openRun(text("journal"));
        if (!run)
            return fail(run.error());
        run->history.plan = rebased(std::move(run->history.plan), connection, identity);
        runner.goOn(run->history, std::move(run->journal));
    } else {
        Result<Plan> plan = readPlan(text("plan"));
        if (!plan)
            return fail(plan.error());
        Result<std::unique_ptr<Journal>> journal = Journal::create(text("journal"));
        if (!journal)
            return fail(journal.error());
        runner.run(rebased(std::move(*plan), connection, identity),
                   decisionFromJson(setup.value(QLatin1String("decision")).toObject()),
                   std::make_shared<RunJournal>(std::move(*journal)));
    }
    return QCoreApplication::exec();
}
