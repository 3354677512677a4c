// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/demoserver.h"

#include "app/cli/errortext.h"
#include "app/cli/faultspec.h"
#include "app/demo/demoserver.h"

#include <QCoroSignal>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <limits>

namespace offboarding::cli {

namespace {

constexpr int mostUsers = 1'000'000;
constexpr int mostLatencyMilliseconds = 600'000;
constexpr int mostTokenLifetimeSeconds = 450 * 24 * 3600;
constexpr int mostRequests = 1'000'000;
constexpr int mostWindowSeconds = 86'400;

Usage<demo::RateLimit> rateLimitOption(const Arguments &arguments)
{
    const QString name = QStringLiteral("rate-limit");
    demo::RateLimit limit{0, 60};
    if (!arguments.has(name))
        return limit;
    static const QRegularExpression pattern(QStringLiteral(R"(\A(\d{1,7})/(\d{1,5})\z)"));
    const QRegularExpressionMatch match = pattern.match(arguments.value(name));
    limit.requests = match.captured(1).toInt();
    limit.seconds = match.captured(2).toInt();
    if (!match.hasMatch() || limit.requests < 1 || limit.requests > mostRequests || limit.seconds < 1 ||
        limit.seconds > mostWindowSeconds)
        return wrongUsage(QStringLiteral("--rate-limit takes REQUESTS/SECONDS such as 300/60, not \"%1\".")
                              .arg(arguments.value(name)));
    return limit;
}

Usage<QStringList> permissionsOption(const Arguments &arguments)
{
    const QString name = QStringLiteral("permissions");
    QStringList permissions;
    if (!arguments.has(name))
        return permissions;
    static const QRegularExpression pattern(
        QStringLiteral(R"(\A([A-Za-z]+|\*)(:([A-Za-z]+|\*)(:([A-Za-z]+|\*))?)?\z)"));
    const QStringList parts = arguments.value(name).split(QLatin1Char(','));
    for (const QString &part : parts) {
        const QString permission = part.trimmed();
        if (!pattern.match(permission).hasMatch())
            return wrongUsage(QStringLiteral("--permissions takes permissions such as directory:user:view or "
                                             "directory:*:*, separated by commas, not \"%1\".")
                                  .arg(permission));
        permissions.append(permission);
    }
    return permissions;
}

QByteArray readyLine(const demo::DemoEndpoints &endpoints)
{
    const QJsonObject object{{QStringLiteral("url"), endpoints.apiUrl.toString()},
                             {QStringLiteral("loginUrl"), endpoints.loginUrl.toString()},
                             {QStringLiteral("publishedUrl"), endpoints.publishedApiUrl.toString()},
                             {QStringLiteral("clientId"), endpoints.clientId},
                             {QStringLiteral("clientSecret"), endpoints.clientSecret},
                             {QStringLiteral("token"), endpoints.token}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QCoro::Task<ExitCode> runDemoServer(CommandContext context)
{
    const Usage<DemoServerOptions> options = demoServerOptions(context.arguments);
    if (!options) {
        context.terminal.message(options.error());
        co_return ExitCode::Usage;
    }
    demo::DemoServer server(options->organisation);
    const Result<demo::DemoEndpoints> endpoints = server.start(options->port);
    if (!endpoints) {
        const QString port =
            options->port == 0 ? QStringLiteral("any port") : QStringLiteral("port %1").arg(options->port);
        context.terminal.message(
            QStringLiteral(
                "The demo organisation cannot listen on %1 of 127.0.0.1: another program uses it, or it "
                "may not be used.\nChoose another --port, or none for a free one.")
                .arg(port));
        co_return ExitCode::Partly;
    }
    if (context.terminal.write(readyLine(*endpoints)) != Terminal::Written::Yes)
        co_return ExitCode::Partly; // nobody learned where it is
    if (!context.stop.isRequested())
        co_await qCoro(&context.stop, &StopSignal::requested);
    co_return ExitCode::Done;
}

} // namespace

Usage<DemoServerOptions> demoServerOptions(const Arguments &arguments)
{
    DemoServerOptions options;
    demo::DemoOptions &organisation = options.organisation;
    const auto port = numberOption(arguments, QStringLiteral("port"), 0, 65535, 0);
    const auto users = numberOption(arguments, QStringLiteral("users"), 1, mostUsers, organisation.users);
    const auto seed =
        numberOption(arguments, QStringLiteral("seed"), 0, std::numeric_limits<qint64>::max(), 1);
    const auto latency = numberOption(arguments, QStringLiteral("latency-ms"), 0, mostLatencyMilliseconds, 0);
    const auto lifetime = numberOption(arguments, QStringLiteral("token-lifetime"), 1,
                                       mostTokenLifetimeSeconds, organisation.tokenLifetimeSeconds);
    for (const Usage<qint64> &number : {port, users, seed, latency, lifetime}) {
        if (!number)
            return wrongUsage(number.error());
    }
    options.port = static_cast<quint16>(*port);
    organisation.users = static_cast<int>(*users);
    organisation.seed = static_cast<quint64>(*seed);
    organisation.latencyMs = static_cast<int>(*latency);
    organisation.tokenLifetimeSeconds = static_cast<int>(*lifetime);

    const Usage<demo::RateLimit> limit = rateLimitOption(arguments);
    if (!limit)
        return wrongUsage(limit.error());
    organisation.rateLimit = *limit;
    const Usage<QStringList> permissions = permissionsOption(arguments);
    if (!permissions)
        return wrongUsage(permissions.error());
    organisation.permissions = *permissions;
    if (arguments.has(QStringLiteral("faults"))) {
        const Usage<QList<demo::FaultRule>> faults = parseFaults(arguments.value(QStringLiteral("faults")));
        if (!faults)
            return wrongUsage(faults.error());
        organisation.faults = *faults;
    }
    return options;
}

Command demoServerCommand()
{
    Command command;
    command.name = QStringLiteral("demo-server");
    command.usesConnection = false;
    command.summary =
        QStringLiteral("Serve a demo organisation on 127.0.0.1 until SIGINT (Ctrl-C) or SIGTERM.");
    command.details = {
        QStringLiteral(
            "When it is ready it prints one line of JSON to standard output: url, loginUrl, clientId, "
            "clientSecret and token (valid for this organisation only), and publishedUrl, where the same "
            "organisation speaks nothing but the published API. Everybody in it is invented."),
        QStringLiteral(
            "SPEC of --faults is RULE;RULE;… with RULE = [METHOD ]PATH=FAULT. In PATH \"*\" stands for "
            "anything; with a \"?\" in it the query counts, too. FAULT is one of\n"
            "  503              answer this status (400 to 599) instead\n"
            "  cut              carry it out, then cut the line in the middle of the answer\n"
            "  bad-json         carry it out, then answer broken JSON\n"
            "  bad-utf8         carry it out, then answer bytes that are not UTF-8\n"
            "  delay:2000       answer so many milliseconds late\n"
            "and may be followed by x2 (twice, then no more), +3 (from the fourth request on) and, for a\n"
            "status, @5 (header Retry-After). The first rule that matches is used. For example:\n"
            "  --faults 'GET /api/v2/users*=503x2;PATCH *=cut;*=429@5x1+100'")};
    command.options = {
        {QStringLiteral("port"), QStringLiteral("N"), QStringLiteral("TCP port; default: a free one"), {}},
        {QStringLiteral("users"),
         QStringLiteral("N"),
         QStringLiteral("users of all states; default 5000"),
         {}},
        {QStringLiteral("seed"),
         QStringLiteral("N"),
         QStringLiteral("the same seed gives the same organisation; default 1"),
         {}},
        {QStringLiteral("latency-ms"), QStringLiteral("N"), QStringLiteral("answer so much later"), {}},
        {QStringLiteral("rate-limit"),
         QStringLiteral("N/SECONDS"),
         QStringLiteral("most requests of a token in so many seconds; default: no limit"),
         {}},
        {QStringLiteral("faults"),
         QStringLiteral("SPEC"),
         QStringLiteral("what goes wrong on purpose, see above"),
         {}},
        {QStringLiteral("permissions"),
         QStringLiteral("LIST"),
         QStringLiteral(
             "all that tokens may do, separated by commas, \"*\" for any part; default: everything"),
         {}},
        {QStringLiteral("token-lifetime"),
         QStringLiteral("SECONDS"),
         QStringLiteral("how long a token is accepted; default 86400"),
         {}}};
    command.run = runDemoServer;
    return command;
}

} // namespace offboarding::cli
