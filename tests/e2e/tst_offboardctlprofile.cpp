// SPDX-License-Identifier: GPL-3.0-or-later
// Saved connections: the file that the window writes, and the secret in a real keychain.
#include "app/auth/secretstore.h"
#include "app/connections/connectionstore.h"
#include "tests/e2e/offboardctlrun.h"

#include <QCoroTask>
#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace offboarding;
using namespace offboarding::testing;

class TestOffboardctlProfile : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DemoServerProcess> m_server;
    KeychainStore m_secrets;
    Connection m_saved;

    Finished users(const QString &profile, const Variables &variables = {}) const
    {
        return runOffboardctl({QStringLiteral("--profile"), profile, QStringLiteral("users"),
                               QStringLiteral("--format"), QStringLiteral("jsonl")},
                              variables);
    }

    SecretKey key() const { return {m_saved.id, SecretKind::ClientSecret}; }

private Q_SLOTS:
    void initTestCase()
    {
        m_server =
            std::make_unique<DemoServerProcess>(QStringList{QStringLiteral("--users"), QStringLiteral("25")});
        QVERIFY(m_server->isReady());
        QFile::remove(ConnectionStore::defaultPath());
        ConnectionStore store;
        QVERIFY(store.load());
        Connection connection;
        connection.name = QStringLiteral("Test org");
        connection.apiUrl = QUrl(m_server->value("url"));
        connection.loginUrl = QUrl(m_server->value("loginUrl"));
        connection.signInMethod = SignInMethod::ClientCredentials;
        connection.clientId = m_server->value("clientId");
        connection.keepsSecret = true;
        const Result<Connection> saved = store.save(connection);
        QVERIFY(saved);
        m_saved = *saved;
    }

    void init()
    {
        const Result<Done> written = QCoro::waitFor(m_secrets.write(key(), m_server->value("clientSecret")));
        QVERIFY(written);
    }

    void theSecretComesFromTheKeychain()
    {
        const Finished finished = users(QStringLiteral("test ORG"));
        QVERIFY2(finished.code == 0, finished.errors.constData());
        QCOMPARE(finished.output.count('\n'), 25);
        QDirIterator files(QFileInfo(ConnectionStore::defaultPath()).path(), QDir::Files | QDir::Hidden);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains(m_server->value("clientSecret").toUtf8()));
            ++read;
        }
        QVERIFY(read > 0);
    }

    void theEnvironmentComesFirstAndIsNotKept()
    {
        Variables wrong = m_server->client();
        wrong[QStringLiteral("OFFBOARDING_CLIENT_SECRET")] = QStringLiteral("MARKER-wrong");
        const Finished refused = users(m_saved.name, wrong);
        QCOMPARE(refused.code, 3);
        QVERIFY(refused.says("invalid_client") && !refused.says("MARKER"));
        QCOMPARE(users(m_saved.name, m_server->token()).code, 0);
        const Result<QString> kept = QCoro::waitFor(m_secrets.read(key(), true));
        QVERIFY(kept);
        QCOMPARE(*kept, m_server->value("clientSecret"));
    }

    void aSecretThatIsGoneIsSaid()
    {
        QVERIFY(QCoro::waitFor(m_secrets.remove(key())));
        const Finished finished = users(m_saved.name);
        QCOMPARE(finished.code, 3);
        QCOMPARE(finished.output, QByteArray());
        QVERIFY(finished.says("gone from the keychain"));
        QVERIFY(finished.says("OFFBOARDING_CLIENT_SECRET"));
    }

    void anUnknownProfileListsTheOthers()
    {
        const Finished finished = users(QStringLiteral("Other org"));
        QCOMPARE(finished.code, 2);
        QVERIFY(finished.says("Saved are: \"Test org\""));
    }
};

QTEST_GUILESS_MAIN(TestOffboardctlProfile)
#include "tst_offboardctlprofile.moc"
