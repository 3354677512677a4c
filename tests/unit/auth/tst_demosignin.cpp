// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/api/calls/userscalls.h"
#include "app/auth/tokensession.h"
#include "tests/support/memorysecretstore.h"
#include "tests/unit/demo/rundemo.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <vector>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

const QString administrator = QStringLiteral("dirk.directory@demo.example");

} // namespace

/// The sign-in of real connections against the demo organisation, which plays the identity provider.
class TestDemoSignIn : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RunningDemo> m_demo;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<TokenSession> m_session;

    void start(const demo::DemoOptions &options, SignInMethod method)
    {
        m_session.reset();
        m_demo = std::make_unique<RunningDemo>(options);
        Connection connection;
        connection.id = QUuid::createUuid();
        connection.apiUrl = m_demo->endpoints.apiUrl;
        connection.loginUrl = m_demo->endpoints.loginUrl;
        connection.clientId = m_demo->endpoints.clientId;
        connection.signInMethod = method;
        m_api = std::make_unique<ApiClient>(connection.apiUrl);
        m_secrets = std::make_unique<MemorySecretStore>();
        m_session = std::make_unique<TokenSession>(connection, *m_api, *m_secrets);
    }

    Result<Identity> signInAsClient()
    {
        return QCoro::waitFor(m_session->signInWithClientSecret(m_demo->endpoints.clientSecret));
    }

    static QByteArray fetch(const QUrl &address)
    {
        QByteArray answer;
        QTcpSocket socket;
        socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
        QSignalSpy gone(&socket, &QTcpSocket::disconnected);
        connect(&socket, &QTcpSocket::connected, &socket, [&] {
            socket.write("GET " + address.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) +
                         " HTTP/1.1\r\nHost: " + address.authority().toLatin1() +
                         "\r\nConnection: close\r\n\r\n");
        });
        connect(&socket, &QTcpSocket::readyRead, &socket, [&] {
            answer += socket.readAll();
            if (answer.contains("\r\n\r\n"))
                socket.disconnectFromHost(); // the head says where to go next
        });
        gone.wait(5000);
        return answer;
    }

    static QUrl locationIn(const QByteArray &answer)
    {
        const qsizetype begin = answer.toLower().indexOf("\r\nlocation: ");
        if (begin < 0)
            return {};
        const qsizetype from = begin + 12;
        return QUrl::fromEncoded(answer.mid(from, answer.indexOf('\r', from) - from));
    }

    /// A browser that follows the page's redirect, after @p change touched the address that it was given.
    static BrowserSignIn browser(const std::function<void(QUrl &)> &change = {})
    {
        BrowserSignIn options;
        options.openBrowser = [change](const QUrl &address) {
            QUrl shown = address;
            if (change)
                change(shown);
            QMetaObject::invokeMethod(
                qApp,
                [shown] {
                    const QUrl back = locationIn(fetch(shown));
                    if (back.isValid())
                        fetch(back);
                },
                Qt::QueuedConnection);
            return true;
        };
        options.timeoutSeconds = 10;
        return options;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_session.reset();
        m_api.reset();
        m_demo.reset();
    }

    void aClientSignsInWorksAndSignsOut()
    {
        start(smallDemo(), SignInMethod::ClientCredentials);
        const auto identity = signInAsClient();
        QVERIFY2(identity.has_value(), identity ? "" : qPrintable(identity.error().toLogString()));
        QVERIFY(identity->isClient);
        QVERIFY(!identity->organizationId.isEmpty());
        QVERIFY(!identity->organizationName.isEmpty());
        QVERIFY(identity->permissions.allows(QStringLiteral("directory:user:delete")));
        QVERIFY(QCoro::waitFor(m_api->send(usersPageRequest(QStringLiteral("any"), 1, 25))).has_value());
        QVERIFY(QCoro::waitFor(m_session->signOut(true)).has_value());
        QVERIFY(!QCoro::waitFor(m_api->send(usersPageRequest(QStringLiteral("any"), 1, 25))).has_value());
    }

    void permissionsThatAreCutDownAreSeen()
    {
        demo::DemoOptions options = smallDemo();
        options.permissions = QStringList{QStringLiteral("directory:user:view")};
        start(options, SignInMethod::ClientCredentials);
        const auto identity = signInAsClient();
        QVERIFY(identity.has_value());
        QVERIFY(identity->permissions.isKnown());
        QVERIFY(identity->permissions.allows(QStringLiteral("directory:user:view")));
        QVERIFY(!identity->permissions.allows(QStringLiteral("directory:user:delete")));
    }

    void wrongSecretAndWrongClient()
    {
        start(smallDemo(), SignInMethod::ClientCredentials);
        const auto secret = QCoro::waitFor(m_session->signInWithClientSecret(QStringLiteral("wrong")));
        QVERIFY(!secret.has_value());
        QCOMPARE(secret.error().serverCode, QStringLiteral("invalid_client"));
        Connection connection = m_session->connection();
        connection.clientId = QStringLiteral("nobody");
        m_session = std::make_unique<TokenSession>(connection, *m_api, *m_secrets);
        const auto client = signInAsClient();
        QVERIFY(!client.has_value());
        QCOMPARE(client.error().serverCode, QStringLiteral("invalid_client"));
    }

    void aPersonSignsInWithTheBrowser()
    {
        demo::DemoOptions options = smallDemo();
        options.signInAs = administrator;
        start(options, SignInMethod::AuthorizationCode);
        BrowserSignIn browsing = browser();
        const auto identity = QCoro::waitFor(m_session->signInWithBrowser(std::move(browsing)));
        QVERIFY2(identity.has_value(), identity ? "" : qPrintable(identity.error().toLogString()));
        QVERIFY(!identity->isClient);
        QCOMPARE(identity->email, options.signInAs);
        QVERIFY(identity->permissions.isKnown());
        QVERIFY(!identity->organizationId.isEmpty());
    }

    void aWrongVerifierIsNoSignIn()
    {
        demo::DemoOptions options = smallDemo();
        options.signInAs = administrator;
        start(options, SignInMethod::AuthorizationCode);
        BrowserSignIn browsing = browser([](QUrl &address) {
            QUrlQuery query(address);
            query.removeQueryItem(QStringLiteral("code_challenge"));
            query.addQueryItem(QStringLiteral("code_challenge"), QString(43, QLatin1Char('A')));
            address.setQuery(query);
        });
        const auto identity = QCoro::waitFor(m_session->signInWithBrowser(std::move(browsing)));
        QVERIFY(!identity.has_value());
        QCOMPARE(identity.error().serverCode, QStringLiteral("invalid_grant"));
    }

    void anExpiredCodeIsNoSignIn()
    {
        demo::DemoOptions options = smallDemo();
        options.signInAs = administrator;
        options.codeLifetimeSeconds = 0;
        start(options, SignInMethod::AuthorizationCode);
        BrowserSignIn browsing = browser();
        const auto identity = QCoro::waitFor(m_session->signInWithBrowser(std::move(browsing)));
        QVERIFY(!identity.has_value());
        QCOMPARE(identity.error().serverCode, QStringLiteral("invalid_grant"));
    }

    void shortTokensAreRenewedWhileWorkGoesOn()
    {
        demo::DemoOptions options = smallDemo();
        options.tokenLifetimeSeconds = 2;
        start(options, SignInMethod::ClientCredentials);
        QVERIFY(signInAsClient().has_value());
        const QDateTime expiry = m_session->expiresAt();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->expiresAt() > expiry, 5000);
        QTRY_VERIFY_WITH_TIMEOUT(QDateTime::currentDateTimeUtc() > expiry, 5000);
        std::vector<QCoro::Task<Result<ApiResponse>>> tasks;
        for (int i = 1; i <= 10; ++i)
            tasks.push_back(m_api->send(usersPageRequest(QStringLiteral("any"), 1, 25)));
        for (auto &task : tasks)
            QVERIFY(QCoro::waitFor(task).has_value());
    }
};

QTEST_GUILESS_MAIN(TestDemoSignIn)
#include "tst_demosignin.moc"
