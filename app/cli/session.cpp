// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/cli/errortext.h"
#include "app/connections/connectionstore.h"
#include "app/demo/demoserver.h"

#include <QStringList>
#include <QTimer>

#include <utility>

namespace offboarding::cli {

namespace {

QString noCredentials(bool isProfile)
{
    const QString start = isProfile
                              ? QStringLiteral("This profile is signed in to in the console's window only.")
                              : QStringLiteral("Nothing to sign in with.");
    return start + QStringLiteral("\nSet OFFBOARDING_TOKEN, or OFFBOARDING_CLIENT_ID and "
                                  "OFFBOARDING_CLIENT_SECRET, in the environment.");
}

} // namespace

Session::Session(CommandContext context, QObject *parent) : QObject(parent), m_context(context) {}

Session::~Session() = default;

ExitCode Session::told(ExitCode code, const QString &text)
{
    m_context.terminal.message(text);
    return code;
}

QCoro::Task<ExitCode> Session::open()
{
    Usage<ConnectionChoice> choice = connectionChoice(m_context.arguments);
    if (!choice)
        co_return told(ExitCode::Usage, choice.error());
    m_choice = std::move(*choice);
    ExitCode code = ExitCode::Done;
    switch (m_choice.kind) {
    case ConnectionChoice::Kind::Demo:
        code = co_await openDemo();
        break;
    case ConnectionChoice::Kind::Profile:
        code = co_await openProfile();
        break;
    case ConnectionChoice::Kind::Address:
        m_connection = m_choice.connection;
        code = co_await connectAndSignIn();
        break;
    }
    co_return code;
}

QCoro::Task<ExitCode> Session::openDemo()
{
    m_demo = std::make_unique<demo::DemoServer>(demo::DemoOptions());
    const Result<demo::DemoEndpoints> endpoints = m_demo->start();
    if (!endpoints)
        co_return told(ExitCode::Partly, QStringLiteral("The demo organisation could not be started.\n") +
                                             technical(endpoints.error()));
    m_connection.name = QStringLiteral("Demo organisation");
    m_connection.environment = Environment::Demo;
    m_connection.dialect = m_choice.dialect.value_or(Dialect::Legacy);
    m_connection.signInMethod = SignInMethod::PastedToken;
    m_connection.apiUrl =
        m_connection.dialect == Dialect::Published ? endpoints->publishedApiUrl : endpoints->apiUrl;
    m_connection.loginUrl = endpoints->loginUrl;
    m_demoToken = endpoints->token;
    const ExitCode code = co_await connectAndSignIn();
    co_return code;
}

QCoro::Task<ExitCode> Session::openProfile()
{
    ConnectionStore store;
    const Result<Done> loaded = store.load();
    if (!loaded)
        co_return told(ExitCode::Usage,
                       QStringLiteral("The saved connections cannot be read.\n") + technical(loaded.error()));
    const std::optional<Connection> found = store.findByName(m_choice.profile);
    if (!found) {
        QStringList names;
        for (const Connection &one : store.connections())
            names.append(QLatin1Char('"') + one.name + QLatin1Char('"'));
        const QString known = names.isEmpty()
                                  ? QString(QStringLiteral("None is saved in ") + store.path())
                                  : QString(QStringLiteral("Saved are: ") + names.join(QStringLiteral(", ")));
        co_return told(ExitCode::Usage,
                       QStringLiteral("There is no profile \"%1\".\n%2.").arg(m_choice.profile, known));
    }
    m_connection = *found;
    m_connection.dialect = m_choice.dialect.value_or(m_connection.dialect);
    if (!m_choice.caFile.isEmpty())
        m_connection.extraCaFile = m_choice.caFile;
    const ExitCode code = co_await connectAndSignIn();
    co_return code;
}

QCoro::Task<Result<QString>> Session::proxyPassword()
{
    const bool isWanted = m_connection.proxy.mode != ProxyMode::None && m_connection.proxy.keepsPassword;
    if (!isWanted)
        co_return QString();
    const SecretKey key{m_connection.id, SecretKind::ProxyPassword};
    const Result<QString> password = co_await m_secrets->read(key, true);
    co_return password;
}

QCoro::Task<ExitCode> Session::connectAndSignIn()
{
    m_api = std::make_unique<ApiClient>(m_connection.apiUrl);
    m_secrets = std::make_unique<KeychainStore>();
    const Result<QString> password = co_await proxyPassword();
    if (!password)
        co_return told(ExitCode::NotPermitted,
                       QStringLiteral("The password of the proxy could not be read.\n") +
                           explained(password.error()));
    const TransportSettings transport = transportOf(m_connection, *password);
    const Result<Done> prepared = m_api->setTransport(transport);
    if (!prepared)
        co_return told(ExitCode::Usage,
                       QStringLiteral("The file with certificate authorities cannot be used.\n") +
                           technical(prepared.error()));
    ApiClient *const api = m_api.get();
    connect(api, &ApiClient::rateBudgetChanged, this, [this](const RateBudget &budget) {
        if (budget.pausedSeconds > 1)
            m_context.terminal.progress(QStringLiteral("Waiting for the request limit, seconds"),
                                        budget.pausedSeconds, 0);
    });

    const Credentials &given = m_context.credentials;
    const bool isProfile = m_choice.kind == ConnectionChoice::Kind::Profile;
    const bool hasClient = !given.clientId.isEmpty() && !given.clientSecret.isEmpty();
    if (m_demo == nullptr && !given.token.isEmpty()) {
        m_connection.signInMethod = SignInMethod::PastedToken;
    } else if (m_demo == nullptr && hasClient) {
        m_connection.signInMethod = SignInMethod::ClientCredentials;
        m_connection.clientId = given.clientId;
        m_connection.keepsSecret = false; // of another client than the profile's, perhaps
    } else if (m_demo == nullptr && (given.clientId.isEmpty() != given.clientSecret.isEmpty())) {
        co_return told(ExitCode::NotPermitted,
                       QStringLiteral("OFFBOARDING_CLIENT_ID and OFFBOARDING_CLIENT_SECRET "
                                      "belong together; one of them is not set."));
    } else if (m_demo == nullptr && (!isProfile || m_connection.signInMethod == SignInMethod::PastedToken)) {
        co_return told(ExitCode::NotPermitted, noCredentials(isProfile));
    }

    m_tokens = std::make_unique<TokenSession>(m_connection, *m_api, *m_secrets);
    m_tokens->setReadsIdentity(m_readsIdentity);
    connect(m_tokens.get(), &TokenSession::signInNeeded, this, [this] {
        // Nobody is there to sign in again. Not at once: the client is in the middle of an answer.
        QTimer::singleShot(0, this, [this] { m_tokens->stopWaiting(); });
    });
    connect(&m_context.stop, &StopSignal::requested, this, [this] {
        m_tokens->cancelSignIn();
        if (!m_finishesReading)
            m_api->cancelReads();
    });
    const Result<Identity> identity = co_await signIn();
    if (identity && !m_tokens->isRenewable())
        m_api->setTokenSource(nullptr); // nobody will come with another one: a 401 is reported as it came
    if (identity) {
        m_identity = *identity;
        if (!m_identity.organizationId.isEmpty()) {
            m_connection.organizationId = m_identity.organizationId;
            m_connection.organizationName = m_identity.organizationName;
        }
        co_return ExitCode::Done;
    }
    if (m_context.stop.isRequested())
        co_return told(ExitCode::Stopped, QStringLiteral("Stopped."));
    co_return told(ExitCode::NotPermitted,
                   QStringLiteral("Signing in did not work.\n") + explained(identity.error()));
}

QCoro::Task<Result<Identity>> Session::signIn()
{
    if (m_demo != nullptr) {
        const Result<Identity> identity = co_await m_tokens->signInWithToken(m_demoToken);
        co_return identity;
    }
    if (!m_context.credentials.token.isEmpty()) {
        const Result<Identity> identity = co_await m_tokens->signInWithToken(m_context.credentials.token);
        co_return identity;
    }
    if (!m_context.credentials.clientSecret.isEmpty()) {
        const Result<Identity> identity =
            co_await m_tokens->signInWithClientSecret(m_context.credentials.clientSecret);
        co_return identity;
    }
    const Result<Identity> identity = co_await m_tokens->signInFromKeychain();
    co_return identity;
}

} // namespace offboarding::cli
