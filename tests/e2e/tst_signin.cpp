// SPDX-License-Identifier: GPL-3.0-or-later
// The real window signs in to the demo organisation's identity provider over loopback, as it would to a
// region: with a client secret, in the browser, with a pasted token; and lives through what may go wrong.
#include "tests/gui/stage.h"
#include "tests/support/memorysecretstore.h"
#include "ui/application/session.h"
#include "ui/dialogs/signindialog.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/guardedbutton.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace offboarding;
using namespace offboarding::testing;
using namespace offboarding::ui;

namespace {

constexpr int patience = 15'000;
const QString clientSecret = QStringLiteral("the-clients-own-secret");

demo::DemoOptions identityDemo()
{
    demo::DemoOptions options = smallDemo().demo;
    options.clientSecret = clientSecret;
    options.signInAs = QStringLiteral("amira.admin@demo.example");
    return options;
}

} // namespace

class TestSignIn : public QObject
{
    Q_OBJECT

private:
    void start(const demo::DemoOptions &options = identityDemo())
    {
        m_console.reset();
        m_server = std::make_unique<demo::DemoServer>(options);
        const Result<demo::DemoEndpoints> endpoints = m_server->start();
        QVERIFY(endpoints.has_value());
        m_endpoints = *endpoints;
        m_prompts = ScriptedPrompts();
        m_secrets.entries.clear();
        m_secrets.failsWith = KeychainCause::None;
        m_console = std::make_unique<Console>(ConsoleOptions(), &m_prompts, &m_secrets);
        QFile::remove(m_console->connections().path());
        m_console->open();
    }

    Connection connection(SignInMethod method, Environment environment = Environment::Sandbox) const
    {
        Connection one;
        one.id = QUuid::createUuid();
        one.name = QStringLiteral("ACME");
        one.apiUrl = m_endpoints.apiUrl;
        one.loginUrl = m_endpoints.loginUrl;
        one.dialect = Dialect::Legacy;
        one.environment = environment;
        one.signInMethod = method;
        one.clientId = m_endpoints.clientId;
        return one;
    }

    WindowDriver driver() const
    {
        return WindowDriver(m_console->window() != nullptr ? static_cast<QWidget *>(m_console->window())
                                                           : m_console->welcomePage());
    }
    SignInDialog *signInDialog() const { return qobject_cast<SignInDialog *>(driver().topDialog()); }
    QString errorTitle() const
    {
        const SignInDialog *dialog = signInDialog();
        const auto *label =
            dialog == nullptr ? nullptr : dialog->findChild<QLabel *>(QStringLiteral("errorTitleLabel"));
        return label == nullptr || !label->isVisible() ? QString() : label->text();
    }
    bool waitForWindow() const
    {
        return QTest::qWaitFor(
            [this] {
                return m_console->window() != nullptr &&
                       m_console->session()->services().users.status() == DirectoryStatus::Complete;
            },
            patience);
    }
    bool typeSecret(const QString &secret) const
    {
        return driver().type(driver().find<QLineEdit>(QStringLiteral("Client secret")), secret) &&
               driver().clickButton(QStringLiteral("Sign in"));
    }
    bool openWithSecret(Environment environment = Environment::Sandbox)
    {
        m_console->openConnection(connection(SignInMethod::ClientCredentials, environment));
        return typeSecret(clientSecret) && waitForWindow();
    }
    /// What a browser does: goes to the page, which signs the administrator in, and follows to the console.
    bool playBrowser()
    {
        if (m_prompts.addresses.isEmpty())
            return false;
        const std::unique_ptr<QNetworkReply> reply(
            m_browser.get(QNetworkRequest(m_prompts.addresses.last())));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, patience))
            return false;
        m_page = QString::fromUtf8(reply->readAll());
        return reply->error() == QNetworkReply::NoError;
    }
    bool signInWithBrowser()
    {
        const qsizetype before = m_prompts.addresses.size();
        return driver().clickButton(QStringLiteral("Sign in with the browser")) &&
               QTest::qWaitFor([&] { return m_prompts.addresses.size() > before; }, patience) &&
               playBrowser();
    }
    QAction *action(const QString &text) const { return driver().action(text); }
    bool select(const QString &email) const
    {
        auto *table = driver().find<QAbstractItemView>(QStringLiteral("Users"));
        if (!driver().type(driver().find<QLineEdit>(QStringLiteral("Search users")), email))
            return false;
        return QTest::qWaitFor([&] { return table->model()->rowCount() == 1; }, patience) &&
               driver().selectRow(table, email);
    }
    ActDialog *openAct(const QString &text) const
    {
        if (!driver().trigger(text))
            return nullptr;
        ActDialog *dialog = nullptr;
        const bool isRead = QTest::qWaitFor(
            [&] {
                dialog = qobject_cast<ActDialog *>(driver().topDialog());
                return dialog != nullptr && dialog->prepared().input.now.isValid();
            },
            patience);
        return isRead ? dialog : nullptr;
    }
    const RunResult *lastRun() const
    {
        const Services services = m_console->session()->services();
        const QList<RunResult> runs = services.runner.runs();
        return runs.isEmpty() ? nullptr : services.runner.find(runs.first().id);
    }
    QString bannerText() const
    {
        const auto *banner =
            m_console->window()->findChild<QToolButton *>(QStringLiteral("accountToolButton"));
        return visibleText(m_console->window()) + QLatin1Char('\n') + banner->text();
    }

    std::unique_ptr<demo::DemoServer> m_server;
    demo::DemoEndpoints m_endpoints;
    ScriptedPrompts m_prompts;
    MemorySecretStore m_secrets;
    std::unique_ptr<Console> m_console;
    QNetworkAccessManager m_browser;
    QString m_page;

private Q_SLOTS:
    void initTestCase() { prepareProgram(); }
    void cleanup()
    {
        m_console.reset();
        m_server.reset();
    }

    void aClientSignsInWithItsSecret()
    {
        start();
        QVERIFY(openWithSecret());
        QVERIFY(bannerText().contains(QLatin1String("SANDBOX")));
        QVERIFY(bannerText().contains(QLatin1String("Demo Organisation (generated data)")));
        QVERIFY(bannerText().contains(QLatin1String("signed in as Demo client (OAuth client)")));
        QVERIFY(m_console->welcomePage() == nullptr);
        QVERIFY(m_secrets.entries.isEmpty()); // nobody ticked that it should be kept
    }

    void aWrongSecretIsExplainedAndCanBeCorrected()
    {
        start();
        m_console->openConnection(connection(SignInMethod::ClientCredentials));
        QVERIFY(typeSecret(QStringLiteral("wrong")));
        QTRY_VERIFY_WITH_TIMEOUT(!errorTitle().isEmpty(), patience);
        QCOMPARE(errorTitle(), QStringLiteral("The client ID or its secret is wrong"));
        QVERIFY(m_console->window() == nullptr);
        QVERIFY(typeSecret(clientSecret));
        QVERIFY(waitForWindow());
    }

    void aPersonSignsInWithTheBrowser()
    {
        start();
        m_console->openConnection(connection(SignInMethod::AuthorizationCode));
        QVERIFY(signInWithBrowser());
        QVERIFY(m_page.contains(QLatin1String("close this page")));
        QVERIFY(waitForWindow());
        QVERIFY(bannerText().contains(QLatin1String("Amira Admin (amira.admin@demo.example)")));
        // Nobody takes themselves out.
        QVERIFY(select(QStringLiteral("amira.admin@demo.example")));
        ActDialog *dialog = openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog != nullptr);
        QVERIFY2(dialog->refusal().contains(QLatin1String("the account that you are signed in with")),
                 qPrintable(dialog->refusal()));
    }

    void theAddressCanBeCopiedWhereNoBrowserOpens()
    {
        start();
        m_prompts.opensAddresses = false;
        m_console->openConnection(connection(SignInMethod::AuthorizationCode));
        QVERIFY(driver().clickButton(QStringLiteral("Sign in with the browser")));
        QTRY_VERIFY_WITH_TIMEOUT(!m_prompts.addresses.isEmpty(), patience);
        QVERIFY(visibleText(signInDialog()).contains(QLatin1String("could not be opened")));
        QVERIFY(driver().clickButton(QStringLiteral("Copy address")));
        const QUrl copied(QGuiApplication::clipboard()->text());
        QCOMPARE(copied, m_prompts.addresses.last());
        QVERIFY(copied.query().contains(QLatin1String("code_challenge_method=S256")));
        QVERIFY(!copied.query().contains(QLatin1String("verifier")));
        QVERIFY(playBrowser());
        QVERIFY(waitForWindow());
    }

    void aSignInCanBeStopped()
    {
        start();
        m_console->openConnection(connection(SignInMethod::AuthorizationCode));
        QVERIFY(driver().clickButton(QStringLiteral("Sign in with the browser")));
        QTRY_VERIFY_WITH_TIMEOUT(!m_prompts.addresses.isEmpty(), patience);
        QVERIFY(driver().clickButton(QStringLiteral("Stop signing in")));
        QTRY_VERIFY(!signInDialog()->isWorking());
        QVERIFY(errorTitle().isEmpty());
        QVERIFY(driver().clickButton(QStringLiteral("Cancel")));
        QTRY_VERIFY(driver().topDialog() == nullptr);
        QVERIFY(m_console->window() == nullptr);
        QVERIFY(m_console->welcomePage()->isVisible());
    }

    void aPastedTokenWorksForOneSession()
    {
        start();
        m_console->openConnection(connection(SignInMethod::PastedToken));
        QVERIFY(driver().type(driver().find<QLineEdit>(QStringLiteral("Access token")), m_endpoints.token));
        QVERIFY(driver().clickButton(QStringLiteral("Sign in")));
        QVERIFY(waitForWindow());
        QVERIFY(m_secrets.entries.isEmpty());
    }

    void theKeychainSignsIn()
    {
        start();
        Connection kept = connection(SignInMethod::ClientCredentials);
        kept.keepsSecret = true;
        m_secrets.entries.insert(SecretKey{kept.id, SecretKind::ClientSecret}.entryName(), clientSecret);
        m_console->openConnection(kept);
        QVERIFY(waitForWindow());
    }

    void eachStateOfTheKeychainSaysWhatToDo_data()
    {
        QTest::addColumn<int>("cause");
        QTest::addColumn<QString>("title");
        QTest::addRow("none") << int(KeychainCause::NoBackend) << QStringLiteral("There is no keychain");
        QTest::addRow("locked") << int(KeychainCause::Locked) << QStringLiteral("The keychain is locked");
        QTest::addRow("denied") << int(KeychainCause::Denied) << QStringLiteral("The keychain denied access");
        QTest::addRow("deleted") << int(KeychainCause::None)
                                 << QStringLiteral("The secret is gone from the keychain");
    }
    void eachStateOfTheKeychainSaysWhatToDo()
    {
        QFETCH(int, cause);
        QFETCH(QString, title);
        start();
        m_secrets.failsWith = static_cast<KeychainCause>(cause);
        Connection kept = connection(SignInMethod::ClientCredentials);
        kept.keepsSecret = true;
        m_console->openConnection(kept);
        QTRY_COMPARE_WITH_TIMEOUT(errorTitle(), title, patience);
        const auto *text = signInDialog()->findChild<QLabel *>(QStringLiteral("errorTextLabel"));
        QVERIFY(!text->text().isEmpty());
        // Never a dead end: the secret can be typed.
        QVERIFY(typeSecret(clientSecret));
        QVERIFY(waitForWindow());
    }

    void aSecretIsKeptWhereItIsTicked()
    {
        start();
        const Result<Connection> saved =
            m_console->connections().save(connection(SignInMethod::ClientCredentials));
        QVERIFY(saved.has_value());
        m_console->openConnection(*saved);
        driver().find<QCheckBox>(QStringLiteral("Keep it in the keychain"))->setChecked(true);
        QVERIFY(typeSecret(clientSecret));
        QVERIFY(waitForWindow());
        QCOMPARE(m_secrets.entries.value(SecretKey{saved->id, SecretKind::ClientSecret}.entryName()),
                 clientSecret);
        const std::optional<Connection> now = m_console->connections().find(saved->id);
        QVERIFY(now->keepsSecret);
        // Which organisation it is was read and remembered.
        QCOMPARE(now->organizationName, QStringLiteral("Demo Organisation (generated data)"));
        QVERIFY(!now->organizationId.isEmpty());
    }

    void workWaitsForANewSignInAndGoesOn()
    {
        start();
        m_console->openConnection(connection(SignInMethod::AuthorizationCode));
        QVERIFY(signInWithBrowser());
        QVERIFY(waitForWindow());
        const QString leaver = QStringLiteral("nora.nothing@demo.example");
        QVERIFY(select(leaver));
        ActDialog *dialog = openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY2_WITH_TIMEOUT(dialog->confirmButton()->isEnabled(), qPrintable(dialog->refusal()),
                                  patience);
        m_server->revokeTokens(true);
        QVERIFY(driver().click(dialog->confirmButton()));
        QTRY_VERIFY_WITH_TIMEOUT(signInDialog() != nullptr, patience);
        QVERIFY(visibleText(signInDialog()).contains(QLatin1String("continues after the sign-in")));
        QVERIFY(visibleText(m_console->window()).contains(QLatin1String("no longer accepts the sign-in")));
        QVERIFY(lastRun()->state != RunState::Finished);
        QCOMPARE(m_server->userIdsInState(QStringLiteral("active"), 1000)
                     .contains(m_server->userIdByEmail(leaver)),
                 true);
        QVERIFY(signInWithBrowser());
        QTRY_COMPARE_WITH_TIMEOUT(lastRun()->state, RunState::Finished, patience);
        QVERIFY(lastRun()->isVerified());
        QVERIFY(!visibleText(m_console->window()).contains(QLatin1String("no longer accepts the sign-in")));
    }

    void givingUpEndsWhatWaits()
    {
        start();
        m_console->openConnection(connection(SignInMethod::AuthorizationCode));
        QVERIFY(signInWithBrowser());
        QVERIFY(waitForWindow());
        m_server->revokeTokens(true);
        QVERIFY(driver().trigger(QStringLiteral("Refresh")));
        QTRY_VERIFY_WITH_TIMEOUT(signInDialog() != nullptr, patience);
        QVERIFY(driver().clickButton(QStringLiteral("Stop waiting")));
        QTRY_VERIFY_WITH_TIMEOUT(m_console->session()->services().users.status() != DirectoryStatus::Loading,
                                 patience);
        QVERIFY(m_console->session()->services().users.status() != DirectoryStatus::Complete);
    }

    void aClientIsRenewedWithoutAsking()
    {
        start();
        QVERIFY(openWithSecret());
        m_server->revokeTokens(true);
        QVERIFY(driver().trigger(QStringLiteral("Refresh")));
        QTRY_COMPARE_WITH_TIMEOUT(m_console->session()->services().users.status(), DirectoryStatus::Loading,
                                  patience);
        QVERIFY(waitForWindow());
        QVERIFY(driver().topDialog() == nullptr);
    }

    void whatIsNotPermittedIsOffAndNamesThePermission()
    {
        demo::DemoOptions options = identityDemo();
        options.permissions = {QStringLiteral("directory:user:view"), QStringLiteral("directory:user:edit"),
                               QStringLiteral("analytics:*:*"), QStringLiteral("conversation:*:*"),
                               QStringLiteral("routing:*:*")};
        start(options);
        QVERIFY(openWithSecret());
        QVERIFY(select(QStringLiteral("nora.nothing@demo.example")));
        QVERIFY(action(QStringLiteral("Deactivate…"))->isEnabled());
        QVERIFY(!action(QStringLiteral("Force delete…"))->isEnabled());
        QVERIFY2(action(QStringLiteral("Force delete…"))
                     ->toolTip()
                     .contains(QLatin1String("directory:user:delete")),
                 qPrintable(action(QStringLiteral("Force delete…"))->toolTip()));
        QVERIFY(driver().trigger(QStringLiteral("Copy required permissions…")));
        driver().find<QCheckBox>(QStringLiteral("Force delete"))->setChecked(true);
        QVERIFY(
            visibleText(driver().topDialog()).contains(QLatin1String("directory:user:delete is missing")));
        QVERIFY(driver().clickButton(QStringLiteral("Copy required permissions")));
        QVERIFY(QGuiApplication::clipboard()
                    ->text()
                    .split(QLatin1Char('\n'))
                    .contains(QStringLiteral("directory:user:delete")));
    }

    void productionIsReadOnlyUntilItIsUnlocked()
    {
        start();
        QVERIFY(openWithSecret(Environment::Production));
        QVERIFY(bannerText().contains(QLatin1String("PRODUCTION")));
        QVERIFY(bannerText().contains(QLatin1String("Read-only")));
        QVERIFY(select(QStringLiteral("nora.nothing@demo.example")));
        QVERIFY(!action(QStringLiteral("Deactivate…"))->isEnabled());
        QVERIFY(action(QStringLiteral("Deactivate…"))->toolTip().contains(QLatin1String("read-only")));
        m_prompts.confirms = false;
        QVERIFY(driver().clickButton(QStringLiteral("Unlock…")));
        QVERIFY(m_prompts.asked.last().contains(QLatin1String("15 minute")));
        QVERIFY(!action(QStringLiteral("Deactivate…"))->isEnabled());
        m_prompts.confirms = true;
        QVERIFY(driver().clickButton(QStringLiteral("Unlock…")));
        QVERIFY(action(QStringLiteral("Deactivate…"))->isEnabled());
        QVERIFY(bannerText().contains(QLatin1String("Unlocked, 1")));
        ActDialog *dialog = openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog != nullptr);
        QVERIFY(visibleText(dialog).contains(QLatin1String("PRODUCTION")));
        // It locks again while somebody thinks.
        m_console->session()->lock().lock();
        QVERIFY(dialog->refusal().contains(QLatin1String("read-only")));
        QVERIFY(!dialog->confirmButton()->isEnabled());
    }

    void theLockRunsOutByItself()
    {
        start();
        QVERIFY(openWithSecret(Environment::Production));
        m_console->session()->lock().setDurationMilliseconds(50);
        m_prompts.confirms = true;
        QVERIFY(driver().trigger(QStringLiteral("Unlock…")));
        QTRY_VERIFY_WITH_TIMEOUT(bannerText().contains(QLatin1String("Read-only")), patience);
    }

    void theLastAdministratorStays()
    {
        start();
        QVERIFY(openWithSecret());
        QVERIFY(select(QStringLiteral("amira.admin@demo.example")));
        ActDialog *dialog = openAct(QStringLiteral("Deactivate…"));
        QVERIFY(dialog != nullptr);
        QVERIFY2(dialog->refusal().contains(QLatin1String("No other administrator would be left")),
                 qPrintable(dialog->refusal()));
    }

    void aProtectedUserStays()
    {
        start();
        Connection careful = connection(SignInMethod::ClientCredentials);
        careful.protectedUsers = {QStringLiteral("nora.nothing@demo.example")};
        m_console->openConnection(careful);
        QVERIFY(typeSecret(clientSecret));
        QVERIFY(waitForWindow());
        QVERIFY(select(QStringLiteral("nora.nothing@demo.example")));
        ActDialog *dialog = openAct(QStringLiteral("Force delete…"));
        QVERIFY(dialog != nullptr);
        QVERIFY2(dialog->refusal().contains(QLatin1String("protected")), qPrintable(dialog->refusal()));
    }

    void connectionsAreSwitchedWithoutARestart()
    {
        start();
        QVERIFY(openWithSecret());
        Connection other = connection(SignInMethod::ClientCredentials, Environment::Production);
        other.name = QStringLiteral("Other");
        const Result<Connection> saved = m_console->connections().save(other);
        QVERIFY(saved.has_value());
        QAction *entry = action(QStringLiteral("Other · Production"));
        QVERIFY(entry != nullptr);
        MainWindow *before = m_console->window();
        // Cancelled: the former connection stays open.
        entry->trigger();
        QTRY_VERIFY(signInDialog() != nullptr);
        QVERIFY(driver().clickButton(QStringLiteral("Cancel")));
        QTRY_VERIFY(driver().topDialog() == nullptr);
        QCOMPARE(m_console->window(), before);
        action(QStringLiteral("Other · Production"))->trigger();
        QTRY_VERIFY(signInDialog() != nullptr);
        QVERIFY(typeSecret(clientSecret));
        QTRY_VERIFY_WITH_TIMEOUT(m_console->session()->connection().id == saved->id, patience);
        QVERIFY(waitForWindow());
        QVERIFY(bannerText().contains(QLatin1String("PRODUCTION")));
    }

    void signingOutRevokesTheToken()
    {
        start();
        QVERIFY(openWithSecret());
        m_server->clearRequestLog();
        QVERIFY(driver().trigger(QStringLiteral("Sign out")));
        QTRY_VERIFY_WITH_TIMEOUT(m_console->session() == nullptr, patience);
        QVERIFY(m_console->welcomePage()->isVisible());
        bool isRevoked = false;
        for (const demo::RequestRecord &record : m_server->requestLog())
            isRevoked =
                isRevoked || (record.method == QLatin1String("DELETE") &&
                              record.path.endsWith(QLatin1String("/tokens/me")) && record.status == 200);
        QVERIFY(isRevoked);
    }

    void aConnectionIsOpenedByItsName()
    {
        start();
        const Result<Connection> saved =
            m_console->connections().save(connection(SignInMethod::ClientCredentials));
        QVERIFY(saved.has_value());
        ConsoleOptions options;
        options.profile = QStringLiteral("acme");
        m_console = std::make_unique<Console>(options, &m_prompts, &m_secrets);
        m_console->open();
        QVERIFY(typeSecret(clientSecret));
        QVERIFY(waitForWindow());
        QCOMPARE(m_console->session()->connection().id, saved->id);
        options.profile = QStringLiteral("nothing");
        m_console = std::make_unique<Console>(options, &m_prompts, &m_secrets);
        m_console->open();
        QVERIFY(visibleText(m_console->welcomePage()).contains(QStringLiteral("“nothing”")));
    }
};

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
