// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/api/calls/userscalls.h"
#include "app/api/dialect.h"
#include "app/auth/browserflow.h"
#include "app/auth/tokensession.h"
#include "tests/support/memorysecretstore.h"
#include "tests/unit/auth/scriptedprovider.h"

#include <QCoroTask>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QLoggingCategory>
#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

/// Everything that a person, a log or a file could see. No secret may be in it.
QStringList seen;

void captureLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    seen.append(text);
}

void note(const Error &error)
{
    seen += {error.toLogString(), error.detail,        error.serverCode,
             error.place,         error.correlationId, error.missingPermission};
}

void note(const HttpExchange &exchange)
{
    seen += {exchange.target, QString::fromUtf8(exchange.body), exchange.outcome, exchange.operation,
             exchange.correlationId};
}

ApiRequest readOne(int number)
{
    return userRequest(QStringLiteral("u%1").arg(number), false);
}

} // namespace

/// The sign-in of a connection over real sockets: against a small identity provider that echoes secrets.
class TestTokenSession : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ScriptedProvider> m_provider;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<TokenSession> m_session;
    Connection m_connection;
    QUrl m_shownAddress;
    QByteArray m_page; ///< what the browser got

    void makeSession(SignInMethod method, bool keepsSecret = false)
    {
        m_connection = {};
        m_connection.id = QUuid::createUuid();
        m_connection.apiUrl = m_server->url();
        m_connection.loginUrl = m_server->url();
        m_connection.signInMethod = method;
        m_connection.clientId = m_provider->clientId;
        m_connection.keepsSecret = keepsSecret;
        remakeSession();
    }

    void remakeSession()
    {
        m_session.reset();
        m_api = std::make_unique<ApiClient>(m_server->url());
        RetrySettings settings;
        settings.mostAttempts = 2;
        settings.firstPauseMilliseconds = 1;
        m_api->setRetrySettings(settings);
        m_session = std::make_unique<TokenSession>(m_connection, *m_api, *m_secrets);
        m_session->setRetrySettings(settings);
        const auto keep = [](const HttpExchange &exchange) { note(exchange); };
        connect(m_api.get(), &ApiClient::exchangeStarted, this, keep);
        connect(m_api.get(), &ApiClient::exchangeFinished, this, keep);
        connect(m_session.get(), &TokenSession::exchangeStarted, this, keep);
        connect(m_session.get(), &TokenSession::exchangeFinished, this, keep);
        const auto keepError = [](const Error &error) { note(error); };
        connect(m_session.get(), &TokenSession::signInNeeded, this, keepError);
        connect(m_session.get(), &TokenSession::secretNotKept, this, keepError);
    }

    template <typename Value> Result<Value> noted(Result<Value> result)
    {
        if (!result)
            note(result.error());
        return result;
    }

    Result<Identity> signInAsClient()
    {
        return noted(QCoro::waitFor(m_session->signInWithClientSecret(m_provider->clientSecret)));
    }

    /// Plays the browser: visits the redirect address with @p query, in which %STATE% is filled in.
    BrowserSignIn browser(const QString &query)
    {
        BrowserSignIn options;
        options.page.signedInTitle = QStringLiteral("Fertig <b>");
        options.openBrowser = [this, query](const QUrl &address) {
            m_shownAddress = address;
            const QUrlQuery parameters(address);
            m_provider->challenge = parameters.queryItemValue(QStringLiteral("code_challenge"));
            m_provider->redirectUrl =
                parameters.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded);
            QString filled = query;
            filled.replace(QLatin1String("%STATE%"), parameters.queryItemValue(QStringLiteral("state")));
            visit(filled);
            return true;
        };
        return options;
    }

    void visit(const QString &query)
    {
        const QUrl redirect(m_provider->redirectUrl);
        auto *socket = new QTcpSocket(this);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { m_page += socket->readAll(); });
        connect(socket, &QTcpSocket::connected, this, [socket, redirect, query] {
            socket->write("GET " + redirect.path().toLatin1() + '?' + query.toLatin1() +
                          " HTTP/1.1\r\nHost: x\r\n\r\n");
        });
        socket->connectToHost(QHostAddress::LocalHost, static_cast<quint16>(redirect.port()));
    }

    Result<Identity> signInWithBrowser(const QString &query)
    {
        m_page.clear();
        BrowserSignIn options = browser(query);
        return noted(QCoro::waitFor(m_session->signInWithBrowser(std::move(options))));
    }

    QString kept(SecretKind kind) const
    {
        const SecretKey key{m_connection.id, kind};
        return m_secrets->entries.value(key.entryName());
    }

    int tokenRequests() const { return m_server->requestCount("/oauth/token"); }

    std::vector<QCoro::Task<Result<ApiResponse>>> startReads(int count)
    {
        std::vector<QCoro::Task<Result<ApiResponse>>> tasks;
        for (int i = 0; i < count; ++i)
            tasks.push_back(m_api->send(readOne(i)));
        return tasks;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("offboarding.*=true\nqt.networkauth*=true"));
        qInstallMessageHandler(captureLog);
    }

    void init()
    {
        seen.clear();
        m_page.clear();
        m_provider = std::make_unique<ScriptedProvider>();
        m_server = std::make_unique<FaultServer>();
        m_server->setHandler([this](const ReceivedRequest &request) { return m_provider->answer(request); });
        m_secrets = std::make_unique<MemorySecretStore>();
        makeSession(SignInMethod::ClientCredentials);
    }

    void cleanup()
    {
        m_session.reset();
        m_api.reset();
        m_server.reset();
        QVERIFY(!seen.isEmpty());
        for (const QString &text : std::as_const(seen))
            QVERIFY2(!text.contains(QLatin1String("MARKER")), qPrintable(text));
        QVERIFY(!m_page.contains("MARKER"));
        // Neither settings nor any other file.
        QDirIterator files(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("MARKER"), qPrintable(file.fileName()));
        }
    }

    void cleanupTestCase() { qInstallMessageHandler(nullptr); }

    // Client credentials

    void aClientSignsInAndIsRead()
    {
        QSignalSpy states(m_session.get(), &TokenSession::stateChanged);
        const auto identity = signInAsClient();
        QVERIFY(identity.has_value());
        QVERIFY(identity->isClient);
        QCOMPARE(identity->name, QStringLiteral("Robot"));
        QCOMPARE(identity->clientId, m_provider->clientId);
        QCOMPARE(identity->organizationId, QStringLiteral("o-1"));
        QCOMPARE(identity->organizationName, QStringLiteral("ACME"));
        QVERIFY(identity->permissions.isKnown());
        QVERIFY(identity->permissions.allows(QStringLiteral("directory:user:delete")));
        QVERIFY(!identity->permissions.allows(QStringLiteral("routing:queue:view")));
        QCOMPARE(m_session->state(), TokenSession::State::SignedIn);
        QCOMPARE(states.size(), 2);
        QVERIFY(m_session->isRenewable());
        const qint64 lifetime = QDateTime::currentDateTimeUtc().secsTo(m_session->expiresAt());
        QVERIFY(lifetime > 3590 && lifetime <= 3600);
        const ReceivedRequest form = m_server->requests().constFirst();
        QCOMPARE(form.line(), QByteArray("POST /oauth/token"));
        QCOMPARE(form.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(form.body, QByteArray("grant_type=client_credentials"));
        QVERIFY(QCoro::waitFor(m_api->send(readOne(1))).has_value());
        QVERIFY(m_secrets->entries.isEmpty()); // keeping was not asked for
    }

    void aWrongSecretIsRefusedAndNotKept()
    {
        makeSession(SignInMethod::ClientCredentials, true);
        const auto identity =
            noted(QCoro::waitFor(m_session->signInWithClientSecret(QStringLiteral("MARKER-wrong"))));
        QVERIFY(!identity.has_value());
        QCOMPARE(identity.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(identity.error().serverCode, QStringLiteral("invalid_client"));
        QVERIFY(identity.error().detail.contains(QStringLiteral("refused")));
        QCOMPARE(m_session->state(), TokenSession::State::SignedOut);
        QVERIFY(m_secrets->entries.isEmpty());
        QCOMPARE(tokenRequests(), 1);
        // Nothing goes out without a token.
        const auto answer = noted(QCoro::waitFor(m_api->send(readOne(1))));
        QCOMPARE(answer.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void aWrongClientIsRefused()
    {
        m_provider->clientId = QStringLiteral("another");
        QCOMPARE(signInAsClient().error().serverCode, QStringLiteral("invalid_client"));
    }

    void aSecretIsKeptAfterItWasAcceptedAndUsedAgain()
    {
        makeSession(SignInMethod::ClientCredentials, true);
        QVERIFY(signInAsClient().has_value());
        QTRY_COMPARE(kept(SecretKind::ClientSecret), m_provider->clientSecret);
        remakeSession();
        QVERIFY(noted(QCoro::waitFor(m_session->signInFromKeychain())).has_value());
        QCOMPARE(m_session->state(), TokenSession::State::SignedIn);
    }

    void aKeychainThatFailsIsToldAndTheSignInStands()
    {
        makeSession(SignInMethod::ClientCredentials, true);
        m_secrets->failsWith = KeychainCause::Locked;
        QSignalSpy problems(m_session.get(), &TokenSession::secretNotKept);
        QVERIFY(signInAsClient().has_value());
        QCOMPARE(problems.size(), 1);
        QCOMPARE(m_session->state(), TokenSession::State::SignedIn);
        remakeSession();
        const auto again = noted(QCoro::waitFor(m_session->signInFromKeychain()));
        QCOMPARE(again.error().keychain, KeychainCause::Locked);
        QCOMPARE(m_session->state(), TokenSession::State::SignedOut);
    }

    void aDeletedSecretIsToldApartFromNone()
    {
        makeSession(SignInMethod::ClientCredentials, true);
        QCOMPARE(noted(QCoro::waitFor(m_session->signInFromKeychain())).error().keychain,
                 KeychainCause::Deleted);
        makeSession(SignInMethod::ClientCredentials, false);
        QCOMPARE(noted(QCoro::waitFor(m_session->signInFromKeychain())).error().keychain,
                 KeychainCause::Missing);
    }

    void anAnswerWithoutATokenIsNoSignIn_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not json") << QByteArray("MARKER");
        QTest::newRow("no token") << QByteArray("{\"token_type\":\"bearer\"}");
        QTest::newRow("line break") << QByteArray("{\"access_token\":\"MARKER\\r\\nX: y\"}");
        QTest::newRow("another type") << QByteArray("{\"access_token\":\"MARKER\",\"token_type\":\"mac\"}");
    }

    void anAnswerWithoutATokenIsNoSignIn()
    {
        QFETCH(QByteArray, body);
        m_server->enqueue(jsonAnswer(body));
        QCOMPARE(signInAsClient().error().kind, ErrorKind::BadResponse);
        QCOMPARE(m_session->state(), TokenSession::State::SignedOut);
    }

    // Browser

    void theChallengeIsWhatTheStandardSays()
    {
        // RFC 7636, appendix B
        QCOMPARE(codeChallenge(QStringLiteral("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")),
                 QStringLiteral("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
        const QString verifier = makeCodeVerifier();
        QVERIFY(verifier.size() >= 43 && verifier.size() <= 128);
        QVERIFY(verifier != makeCodeVerifier());
        QVERIFY(signInAsClient().has_value());
    }

    void aPersonSignsInWithTheBrowser()
    {
        makeSession(SignInMethod::AuthorizationCode);
        m_provider->isPersonal = true;
        const auto identity = signInWithBrowser(QStringLiteral("code=MARKER-code-5a&state=%STATE%"));
        QVERIFY2(identity.has_value(), qPrintable(seen.join(QLatin1Char('\n'))));
        QVERIFY(!identity->isClient);
        QCOMPARE(identity->email, QStringLiteral("ann@example.com"));
        QVERIFY(identity->permissions.allows(QStringLiteral("directory:user:edit")));
        QVERIFY(!m_session->isRenewable());

        QCOMPARE(m_shownAddress.path(), QStringLiteral("/oauth/authorize"));
        const QUrlQuery query(m_shownAddress);
        QCOMPARE(query.queryItemValue(QStringLiteral("response_type")), QStringLiteral("code"));
        QCOMPARE(query.queryItemValue(QStringLiteral("client_id")), m_provider->clientId);
        QCOMPARE(query.queryItemValue(QStringLiteral("code_challenge_method")), QStringLiteral("S256"));
        QCOMPARE(query.queryItemValue(QStringLiteral("code_challenge")).size(), 43);
        QVERIFY(query.queryItemValue(QStringLiteral("state")).size() >= 40);
        QVERIFY(!query.hasQueryItem(QStringLiteral("scope")));
        QVERIFY(!query.hasQueryItem(QStringLiteral("prompt")));
        QVERIFY(m_provider->redirectUrl.startsWith(QLatin1String("http://127.0.0.1:")));

        QTRY_VERIFY(m_page.endsWith("</html>\n"));
        QVERIFY(m_page.startsWith("HTTP/1.1 200"));
        QVERIFY(m_page.contains("Fertig &lt;b&gt;"));
        QVERIFY(m_page.contains("no-store"));
        // The port was for one answer.
        QTcpSocket late;
        late.connectToHost(QHostAddress::LocalHost,
                           static_cast<quint16>(QUrl(m_provider->redirectUrl).port()));
        QVERIFY(!late.waitForConnected(500));
    }

    void theBrowserIsWaitedForOnLoopbackOnly()
    {
        makeSession(SignInMethod::AuthorizationCode);
        bool isReachable = true;
        BrowserSignIn options;
        options.openBrowser = [&](const QUrl &address) {
            const QString redirect =
                QUrlQuery(address).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded);
            const int port = QUrl(redirect).port();
            // If it listened on every address, this one could not be had any more.
            QTcpServer other;
            isReachable =
                !other.listen(QHostAddress(QStringLiteral("127.0.0.2")), static_cast<quint16>(port));
            return false;
        };
        const auto identity = noted(QCoro::waitFor(m_session->signInWithBrowser(std::move(options))));
        QCOMPARE(identity.error().serverCode, QStringLiteral("browser.not.opened"));
        QVERIFY(!isReachable);
    }

    void otherRequestsToThePortChangeNothing()
    {
        makeSession(SignInMethod::AuthorizationCode);
        m_provider->isPersonal = true;
        BrowserSignIn options = browser(QStringLiteral("nothing=here"));
        auto task = m_session->signInWithBrowser(std::move(options));
        QTRY_VERIFY(m_page.startsWith("HTTP/1.1 404"));
        m_page.clear();
        visit(QStringLiteral("code=MARKER-code-5a&state=") +
              QUrlQuery(m_shownAddress).queryItemValue(QStringLiteral("state")));
        QVERIFY(noted(QCoro::waitFor(task)).has_value());
    }

    void anAnswerToAnotherQuestionIsRefused_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("code");
        QTest::newRow("state") << "code=MARKER-code-5a&state=other"
                               << "state.mismatch";
        QTest::newRow("no state") << "code=MARKER-code-5a"
                                  << "state.mismatch";
        QTest::newRow("state twice") << "code=MARKER-code-5a&state=%STATE%&state=x"
                                     << "state.mismatch";
        QTest::newRow("denied") << "error=access_denied&state=%STATE%"
                                << "access_denied";
        QTest::newRow("denied by a stranger") << "error=access_denied&state=x"
                                              << "state.mismatch";
    }

    void anAnswerToAnotherQuestionIsRefused()
    {
        QFETCH(QString, query);
        QFETCH(QString, code);
        makeSession(SignInMethod::AuthorizationCode);
        const auto identity = signInWithBrowser(query);
        QCOMPARE(identity.error().kind, ErrorKind::Refused);
        QCOMPARE(identity.error().serverCode, code);
        QCOMPARE(tokenRequests(), 0);
        QTRY_VERIFY(m_page.contains("Not signed in"));
        QCOMPARE(m_session->state(), TokenSession::State::SignedOut);
    }

    void aWrongCodeOrVerifierIsNoSignIn_data()
    {
        QTest::addColumn<bool>("isVerifierWrong");
        QTest::newRow("expired code") << false;
        QTest::newRow("verifier") << true;
    }

    void aWrongCodeOrVerifierIsNoSignIn()
    {
        QFETCH(bool, isVerifierWrong);
        makeSession(SignInMethod::AuthorizationCode);
        if (!isVerifierWrong)
            m_provider->code = QStringLiteral("MARKER-another");
        BrowserSignIn options = browser(QStringLiteral("code=MARKER-code-5a&state=%STATE%"));
        if (isVerifierWrong) {
            const auto open = options.openBrowser;
            options.openBrowser = [this, open](const QUrl &address) {
                const bool isOpen = open(address);
                m_provider->challenge = QStringLiteral("of somebody else");
                return isOpen;
            };
        }
        const auto identity = noted(QCoro::waitFor(m_session->signInWithBrowser(std::move(options))));
        QCOMPARE(identity.error().kind, ErrorKind::BadRequest);
        QCOMPARE(identity.error().serverCode, QStringLiteral("invalid_grant"));
        QCOMPARE(tokenRequests(), 1); // a code is never tried twice
        QTRY_VERIFY(!m_page.isEmpty());
    }

    void nobodyComesBack()
    {
        makeSession(SignInMethod::AuthorizationCode);
        BrowserSignIn options;
        options.openBrowser = [](const QUrl &) { return true; };
        options.timeoutSeconds = 0;
        const auto late = noted(QCoro::waitFor(m_session->signInWithBrowser(std::move(options))));
        QCOMPARE(late.error().kind, ErrorKind::Timeout);
        QCOMPARE(late.error().serverCode, QStringLiteral("browser.timeout"));

        BrowserSignIn stopped;
        stopped.openBrowser = [](const QUrl &) { return true; };
        auto task = m_session->signInWithBrowser(std::move(stopped));
        QCOMPARE(m_session->state(), TokenSession::State::SigningIn);
        m_session->cancelSignIn();
        QCOMPARE(noted(QCoro::waitFor(task)).error().kind, ErrorKind::Cancelled);
        QCOMPARE(m_session->state(), TokenSession::State::SignedOut);
    }

    void theRegisteredAddressIsUsedAsItIs()
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        const quint16 port = probe.serverPort();
        makeSession(SignInMethod::AuthorizationCode);
        m_connection.redirectUrl = QUrl(QStringLiteral("http://localhost:%1/oauth/back").arg(port));
        remakeSession();
        m_provider->isPersonal = true;
        const auto taken = signInWithBrowser(QStringLiteral("code=MARKER-code-5a&state=%STATE%"));
        QCOMPARE(taken.error().serverCode, QStringLiteral("redirect.port.taken"));
        probe.close();
        const auto identity = signInWithBrowser(QStringLiteral("code=MARKER-code-5a&state=%STATE%"));
        QVERIFY(identity.has_value());
        QCOMPARE(m_provider->redirectUrl, m_connection.redirectUrl.toString());
    }

    // Renewal

    void aTokenIsRenewedBeforeItEnds()
    {
        m_provider->lifetimeSeconds = 2;
        QVERIFY(signInAsClient().has_value());
        const QDateTime firstExpiry = m_session->expiresAt();
        QTRY_COMPARE_WITH_TIMEOUT(tokenRequests(), 2, 5000);
        QTRY_VERIFY(m_session->expiresAt() > firstExpiry);
        QVERIFY(QDateTime::currentDateTimeUtc() < firstExpiry.addMSecs(500));
        m_provider->valid.remove(QStringLiteral("MARKER-access-1"));
        QVERIFY(QCoro::waitFor(m_api->send(readOne(1))).has_value());
    }

    void aRefreshTokenIsReplacedInTheKeychain()
    {
        makeSession(SignInMethod::AuthorizationCode, true);
        m_provider->isPersonal = true;
        m_provider->givesRefreshToken = true;
        m_provider->lifetimeSeconds = 2;
        QVERIFY(signInWithBrowser(QStringLiteral("code=MARKER-code-5a&state=%STATE%")).has_value());
        QCOMPARE(kept(SecretKind::RefreshToken), QStringLiteral("MARKER-refresh-1"));
        QTRY_COMPARE_WITH_TIMEOUT(kept(SecretKind::RefreshToken), QStringLiteral("MARKER-refresh-2"), 5000);
        const QStringList expected{QStringLiteral("authorization_code"), QStringLiteral("refresh_token")};
        QCOMPARE(m_provider->grants, expected);
        m_provider->lifetimeSeconds = 3600;
        remakeSession();
        QVERIFY(noted(QCoro::waitFor(m_session->signInFromKeychain())).has_value());
        QCOMPARE(kept(SecretKind::RefreshToken), QStringLiteral("MARKER-refresh-3"));
    }

    void theEndOfATokenThatCannotBeRenewedIsAnnounced()
    {
        makeSession(SignInMethod::AuthorizationCode);
        m_provider->isPersonal = true;
        m_provider->lifetimeSeconds = 2;
        QSignalSpy announcements(m_session.get(), &TokenSession::expiresSoon);
        QVERIFY(signInWithBrowser(QStringLiteral("code=MARKER-code-5a&state=%STATE%")).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(announcements.size(), 1, 5000);
        QCOMPARE(m_session->state(), TokenSession::State::SignedIn);
    }

    void renewsEarlyEnough()
    {
        QCOMPARE(TokenSession::renewalMarginSeconds(86400), 300);
        QCOMPARE(TokenSession::renewalMarginSeconds(300), 30);
        QCOMPARE(TokenSession::renewalMarginSeconds(3), 1);
        QVERIFY(signInAsClient().has_value());
    }

    // 401 in the middle of work

    void tenRefusalsMakeOneRenewal()
    {
        QVERIFY(signInAsClient().has_value());
        QVERIFY(QCoro::waitFor(m_api->send(readOne(99))).has_value());
        m_provider->valid.clear();
        m_provider->carriedOut.clear();
        QCOMPARE(tokenRequests(), 1);
        m_api->setMostParallelRequests(10);
        auto tasks = startReads(10);
        for (auto &task : tasks)
            QVERIFY(noted(QCoro::waitFor(task)).has_value());
        QCOMPARE(tokenRequests(), 2);
        QCOMPARE(m_provider->carriedOut.size(), 10);
        QCOMPARE(m_session->state(), TokenSession::State::SignedIn);
        QVERIFY(!m_api->isWaitingForToken());
    }

    void aWriteGoesOutAgainAndIsCarriedOutOnce()
    {
        QVERIFY(signInAsClient().has_value());
        QVERIFY(QCoro::waitFor(m_api->send(readOne(99))).has_value());
        m_provider->valid.clear();
        m_provider->carriedOut.clear();
        ApiRequest request = deleteUserRequest(Dialect::Published, QStringLiteral("u1"));
        QVERIFY(noted(QCoro::waitFor(m_api->send(std::move(request)))).has_value());
        QCOMPARE(m_provider->carriedOut, QStringList{QStringLiteral("DELETE /api/v2/users/u1")});
    }

    void workPausesAsksAndGoesOn()
    {
        QVERIFY(signInAsClient().has_value());
        QVERIFY(QCoro::waitFor(m_api->send(readOne(99))).has_value());
        m_provider->valid.clear();
        m_provider->carriedOut.clear();
        m_provider->refusesTokens = true;
        QSignalSpy asked(m_session.get(), &TokenSession::signInNeeded);
        auto tasks = startReads(8);
        ApiRequest write = deleteUserRequest(Dialect::Published, QStringLiteral("u1"));
        auto writing = m_api->send(std::move(write));
        QTRY_COMPARE(m_session->state(), TokenSession::State::NeedsSignIn);
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(m_api->isWaitingForToken());
        QCOMPARE(m_session->identity()->name, QStringLiteral("Robot"));
        QVERIFY(m_provider->carriedOut.isEmpty());
        const int sent = static_cast<int>(m_server->requests().size());

        // A sign-in that fails changes nothing.
        QVERIFY(!signInAsClient().has_value());
        QCOMPARE(m_session->state(), TokenSession::State::NeedsSignIn);
        QCOMPARE(m_server->requests().size(), sent + 1);

        m_provider->refusesTokens = false;
        QVERIFY(signInAsClient().has_value());
        for (auto &task : tasks)
            QVERIFY(noted(QCoro::waitFor(task)).has_value());
        QVERIFY(noted(QCoro::waitFor(writing)).has_value());
        QCOMPARE(m_provider->carriedOut.count(QStringLiteral("DELETE /api/v2/users/u1")), 1);
        QCOMPARE(m_session->state(), TokenSession::State::SignedIn);
        QCOMPARE(asked.size(), 1);
    }

    void aNetworkThatComesBackIsEnough()
    {
        QVERIFY(signInAsClient().has_value());
        QVERIFY(QCoro::waitFor(m_api->send(readOne(99))).has_value());
        m_provider->valid.clear();
        m_provider->isBroken = true;
        auto reading = m_api->send(readOne(1));
        QTRY_COMPARE(m_session->state(), TokenSession::State::NeedsSignIn);
        m_provider->isBroken = false;
        QVERIFY(noted(QCoro::waitFor(m_session->signInAgain())).has_value());
        QVERIFY(noted(QCoro::waitFor(reading)).has_value());
    }

    void somebodyElseDoesNotGoOnWithTheWork_data()
    {
        QTest::addColumn<bool>("isOrganization");
        QTest::newRow("another user") << false;
        QTest::newRow("another organisation") << true;
    }

    void somebodyElseDoesNotGoOnWithTheWork()
    {
        QFETCH(bool, isOrganization);
        makeSession(SignInMethod::AuthorizationCode);
        m_provider->isPersonal = true;
        const QString query = QStringLiteral("code=MARKER-code-5a&state=%STATE%");
        QVERIFY(signInWithBrowser(query).has_value());
        m_provider->valid.clear();
        ApiRequest write = deleteUserRequest(Dialect::Published, QStringLiteral("u1"));
        auto writing = m_api->send(std::move(write));
        QTRY_COMPARE(m_session->state(), TokenSession::State::NeedsSignIn);
        (isOrganization ? m_provider->organizationId : m_provider->userId) = QStringLiteral("other");
        const auto other = signInWithBrowser(query);
        QCOMPARE(other.error().serverCode, QStringLiteral("other.account"));
        QCOMPARE(m_session->state(), TokenSession::State::NeedsSignIn);
        QTRY_VERIFY(m_provider->valid.isEmpty()); // the stranger's token is revoked
        QVERIFY(!m_provider->carriedOut.contains(QStringLiteral("DELETE /api/v2/users/u1")));
        m_session->stopWaiting();
        QCOMPARE(noted(QCoro::waitFor(writing)).error().kind, ErrorKind::Unauthorized);
        QVERIFY(!m_provider->carriedOut.contains(QStringLiteral("DELETE /api/v2/users/u1")));
    }

    void stoppingEndsEverythingThatWaits()
    {
        makeSession(SignInMethod::PastedToken);
        QVERIFY(noted(QCoro::waitFor(m_session->signInWithToken(m_provider->newToken()))).has_value());
        m_provider->valid.clear();
        auto tasks = startReads(9);
        QTRY_COMPARE(m_session->state(), TokenSession::State::NeedsSignIn);
        m_session->stopWaiting();
        for (auto &task : tasks)
            QCOMPARE(noted(QCoro::waitFor(task)).error().kind, ErrorKind::Unauthorized);
        const auto later = noted(QCoro::waitFor(m_api->send(readOne(1))));
        QCOMPARE(later.error().kind, ErrorKind::Unauthorized);
    }

    void aServerThatAcceptsNoTokenIsNotAskedForEver()
    {
        QVERIFY(signInAsClient().has_value());
        QVERIFY(QCoro::waitFor(m_api->send(readOne(99))).has_value());
        m_provider->accepts = false;
        auto reading = m_api->send(readOne(1));
        QTRY_COMPARE(m_session->state(), TokenSession::State::NeedsSignIn);
        QCOMPARE(tokenRequests(), 2);
        m_session->stopWaiting();
        QVERIFY(!noted(QCoro::waitFor(reading)).has_value());
    }

    // Pasted tokens

    void aPastedTokenIsForOneSession()
    {
        makeSession(SignInMethod::PastedToken, true);
        m_provider->isPersonal = true;
        const QString token = QStringLiteral("  Bearer ") + m_provider->newToken() + QLatin1Char('\n');
        const auto identity = noted(QCoro::waitFor(m_session->signInWithToken(token)));
        QVERIFY(identity.has_value());
        QVERIFY(!m_session->isRenewable());
        QVERIFY(!m_session->expiresAt().isValid());
        QVERIFY(m_secrets->entries.isEmpty());
        QCOMPARE(tokenRequests(), 0);
    }

    void whatIsNoTokenIsNotSent()
    {
        makeSession(SignInMethod::PastedToken);
        for (const char *text : {"", "   ", "MARKER two words", "MARKER\r\nX-Evil: 1", "MARKER-\xc3\xa9"}) {
            const auto identity = noted(QCoro::waitFor(m_session->signInWithToken(QString::fromUtf8(text))));
            QCOMPARE(identity.error().serverCode, QStringLiteral("not.a.token"));
        }
        QCOMPARE(m_server->requests().size(), 0);
        const auto unknown =
            noted(QCoro::waitFor(m_session->signInWithToken(QStringLiteral("MARKER-unknown"))));
        QCOMPARE(unknown.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(m_session->state(), TokenSession::State::SignedOut);
    }

    // The end

    void signingOutRevokesAndForgets()
    {
        makeSession(SignInMethod::ClientCredentials, true);
        QVERIFY(signInAsClient().has_value());
        QTRY_VERIFY(!m_secrets->entries.isEmpty());
        QSignalSpy signedOut(m_session.get(), &TokenSession::signedOut);
        QVERIFY(noted(QCoro::waitFor(m_session->signOut(true))).has_value());
        QCOMPARE(signedOut.size(), 1);
        QVERIFY(m_provider->valid.isEmpty());
        QCOMPARE(m_server->requests().constLast().line(), QByteArray("DELETE /api/v2/tokens/me"));
        QVERIFY(m_secrets->entries.isEmpty());
        QCOMPARE(m_session->state(), TokenSession::State::SignedOut);
        QVERIFY(!m_session->identity());
        QVERIFY(!m_session->isRenewable());
        const auto sent = m_server->requests().size();
        QCOMPARE(noted(QCoro::waitFor(m_api->send(readOne(1)))).error().kind, ErrorKind::Unauthorized);
        QCOMPARE(m_server->requests().size(), sent);
    }

    void signingOutForgetsEvenIfTheServerIsDown()
    {
        makeSession(SignInMethod::ClientCredentials, true);
        QVERIFY(signInAsClient().has_value());
        m_server->close();
        const auto result = noted(QCoro::waitFor(m_session->signOut(true)));
        QVERIFY(!result.has_value());
        QVERIFY(m_secrets->entries.isEmpty());
        QCOMPARE(m_session->state(), TokenSession::State::SignedOut);
    }

    void closingInTheMiddleEndsEveryTask()
    {
        ScriptedAnswer silence;
        silence.isSilent = true;
        m_server->enqueue(silence);
        auto signingIn = m_session->signInWithClientSecret(m_provider->clientSecret);
        QTRY_COMPARE(tokenRequests(), 1);
        m_session.reset();
        QCOMPARE(noted(QCoro::waitFor(signingIn)).error().kind, ErrorKind::Cancelled);

        makeSession(SignInMethod::AuthorizationCode);
        BrowserSignIn options;
        options.openBrowser = [](const QUrl &) { return true; };
        auto browsing = m_session->signInWithBrowser(std::move(options));
        m_session.reset();
        QCOMPARE(noted(QCoro::waitFor(browsing)).error().kind, ErrorKind::Cancelled);
    }

    void aLockedConnectionWritesNothing()
    {
        QVERIFY(signInAsClient().has_value());
        m_api->setReadOnly(true);
        ApiRequest write = deleteUserRequest(Dialect::Published, QStringLiteral("u1"));
        QCOMPARE(noted(QCoro::waitFor(m_api->send(std::move(write)))).error().kind, ErrorKind::Refused);
        QVERIFY(QCoro::waitFor(m_api->send(readOne(1))).has_value());
        QVERIFY(!m_provider->carriedOut.contains(QStringLiteral("DELETE /api/v2/users/u1")));
    }
};

QTEST_GUILESS_MAIN(TestTokenSession)
#include "tst_tokensession.moc"
