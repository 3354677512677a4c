// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/connectionjson.h"
#include "app/connections/connectionstore.h"
#include "app/connections/regions.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace offboarding;

namespace {

Connection full(const QString &name)
{
    Connection connection;
    connection.id = QUuid::createUuid();
    connection.name = name;
    connection.apiUrl = QUrl(QStringLiteral("https://gateway.example.com/genesys"));
    connection.loginUrl = QUrl(QStringLiteral("https://login.example.com"));
    connection.dialect = Dialect::Legacy;
    connection.environment = Environment::Sandbox;
    connection.signInMethod = SignInMethod::ClientCredentials;
    connection.clientId = QStringLiteral("client-1");
    connection.redirectUrl = QUrl(QStringLiteral("http://localhost:8085/callback"));
    connection.keepsSecret = true;
    connection.protectedUsers =
        QStringList{QStringLiteral("boss@example.com"), QStringLiteral("日本@例え.jp")};
    connection.allowedDivisions = QStringList{QStringLiteral("d-1")};
    connection.limits = {25, 3};
    connection.secondPerson = SecondPerson::EveryRun;
    connection.planOptions = {true, false, true, false, true, false, true, false, true};
    connection.unlockMinutes = 7;
    connection.extraCaFile = QStringLiteral("/etc/ssl/own.pem");
    connection.proxy = {ProxyMode::Manual, QStringLiteral("proxy.example.com"), 3128, QStringLiteral("me"),
                        true};
    connection.organizationId = QStringLiteral("o-1");
    connection.organizationName = QStringLiteral("ACME \"GmbH\"");
    return connection;
}

Connection inRegion(const QString &name)
{
    Connection connection;
    connection.id = QUuid::createUuid();
    connection.name = name;
    connection.regionHost = QStringLiteral("mypurecloud.ie");
    applyRegion(connection);
    connection.clientId = QStringLiteral("client-2");
    return connection;
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

/// A file with one good connection in which one field is set.
QByteArray with(const char *name, const QJsonValue &value)
{
    QJsonObject document =
        QJsonDocument::fromJson(connectionsToJson({full(QStringLiteral("ACME"))}, true)).object();
    QJsonObject connection = document.value(QStringLiteral("connections")).toArray().at(0).toObject();
    connection.insert(QLatin1String(name), value);
    document.insert(QStringLiteral("connections"), QJsonArray{connection});
    return QJsonDocument(document).toJson();
}

} // namespace

class TestConnectionStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    QString inFolder(const QString &name) const { return m_folder->filePath(name); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = inFolder(QStringLiteral("connections.json"));
    }

    void everyFieldComesBack()
    {
        ConnectionStore store(inFolder(QStringLiteral("new/folder/connections.json")));
        QVERIFY(store.load().has_value());
        QVERIFY(store.connections().isEmpty());
        const Connection one = full(QStringLiteral("ACME"));
        const Connection two = inRegion(QStringLiteral("Dublin"));
        QVERIFY(store.save(one).has_value());
        QVERIFY(store.save(two).has_value());
        ConnectionStore again(store.path());
        QVERIFY(again.load().has_value());
        const QList<Connection> expected{one, two};
        QCOMPARE(again.connections(), expected);
        QCOMPARE(again.find(two.id)->apiUrl, QUrl(QStringLiteral("https://api.mypurecloud.ie")));
        QCOMPARE(again.findByName(QStringLiteral("dublin"))->id, two.id);
        QVERIFY(!again.findByName(QStringLiteral("Berlin")));
    }

    void onlyTheOwnerMayReadTheFile()
    {
        ConnectionStore store(m_path);
        QVERIFY(store.load().has_value());
        const auto expected = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        for (const char *name : {"ACME", "Dublin"}) {
            QVERIFY(store.save(full(QString::fromLatin1(name))).has_value());
            QCOMPARE(QFileInfo(m_path).permissions(), expected);
        }
    }

    void savingAgainReplacesAndTellsOnce()
    {
        ConnectionStore store(m_path);
        QVERIFY(store.load().has_value());
        QSignalSpy changes(&store, &ConnectionStore::connectionsChanged);
        Connection connection = full(QStringLiteral("ACME"));
        connection.id = QUuid();
        const auto saved = store.save(connection);
        QVERIFY(saved.has_value());
        QVERIFY(!saved->id.isNull());
        Connection renamed = *saved;
        renamed.name = QStringLiteral("ACME Europe");
        QVERIFY(store.save(renamed).has_value());
        QCOMPARE(store.connections(), QList<Connection>{renamed});
        QCOMPARE(changes.size(), 2);
        QVERIFY(!store.save(full(QStringLiteral("acme europe"))).has_value());
        QVERIFY(store.remove(renamed.id).has_value());
        QVERIFY(store.connections().isEmpty());
    }

    void whatCouldNotBeReadAgainIsNotSaved()
    {
        ConnectionStore store(m_path);
        QVERIFY(store.load().has_value());
        Connection connection = full(QStringLiteral("ACME"));
        connection.limits.mostUsersPerRun = 0;
        const auto saved = store.save(connection);
        QVERIFY(!saved.has_value());
        QCOMPARE(saved.error().place, QStringLiteral("limits.mostUsersPerRun"));
        QVERIFY(!QFileInfo::exists(m_path));
    }

    void aDamagedFileIsKeptAsideAndNamed()
    {
        const QByteArray damaged = "{\n  \"format\": \"offboarding-connections\",\n  \"version\": 1,,\n}";
        writeFile(m_path, damaged);
        ConnectionStore store(m_path);
        const auto loaded = store.load();
        QVERIFY(!loaded.has_value());
        QCOMPARE(loaded.error().kind, ErrorKind::File);
        QVERIFY2(loaded.error().place.contains(QStringLiteral("line 3 column")),
                 qPrintable(loaded.error().place));
        QCOMPARE(readFile(store.damagedCopy()), damaged);
        QVERIFY(!QFileInfo::exists(m_path));
        QVERIFY(store.save(full(QStringLiteral("ACME"))).has_value());
        QCOMPARE(readFile(store.damagedCopy()), damaged);
    }

    void whatWasNotUnderstoodIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("newer") << QByteArray(
            "{\"format\":\"offboarding-connections\",\"version\":2,\"things\":[]}");
        QTest::newRow("misspelt") << with("protectedUser", QStringLiteral("a"));
        QTest::newRow("a secret") << with("clientSecret", QStringLiteral("a"));
    }

    void whatWasNotUnderstoodIsLeftAlone()
    {
        QFETCH(QByteArray, content);
        writeFile(m_path, content);
        ConnectionStore store(m_path);
        QVERIFY(!store.load().has_value());
        QVERIFY(store.connections().isEmpty());
        QVERIFY(!store.save(full(QStringLiteral("new"))).has_value());
        QCOMPARE(readFile(m_path), content);
        QVERIFY(store.damagedCopy().isEmpty());
    }

    void anotherProgramsChangeIsNotLost()
    {
        ConnectionStore window(m_path);
        ConnectionStore commandLine(m_path);
        QVERIFY(window.load().has_value());
        QVERIFY(commandLine.load().has_value());
        QVERIFY(commandLine.save(full(QStringLiteral("theirs"))).has_value());
        const auto saved = window.save(full(QStringLiteral("ours")));
        QVERIFY(!saved.has_value());
        QVERIFY(saved.error().detail.contains(QStringLiteral("changed meanwhile")));
        QVERIFY(window.load().has_value());
        QVERIFY(window.save(full(QStringLiteral("ours"))).has_value());
        QCOMPARE(window.connections().size(), 2);
    }

    void aFolderThatCannotBeWrittenIsAnError()
    {
        writeFile(inFolder(QStringLiteral("file")), "x");
        ConnectionStore store(inFolder(QStringLiteral("file/connections.json")));
        QVERIFY(store.load().has_value());
        const auto saved = store.save(full(QStringLiteral("ACME")));
        QVERIFY(!saved.has_value());
        QCOMPARE(saved.error().kind, ErrorKind::File);
        QVERIFY(store.connections().isEmpty());
    }

    void exportAndImportBringEverythingButTheKeychain()
    {
        ConnectionStore store(m_path);
        QVERIFY(store.load().has_value());
        const Connection one = full(QStringLiteral("ACME"));
        QVERIFY(store.save(one).has_value());
        QVERIFY(store.save(inRegion(QStringLiteral("Dublin"))).has_value());
        const QString file = inFolder(QStringLiteral("export.json"));
        QVERIFY(store.exportTo(file, {one.id}).has_value());
        QVERIFY(!readFile(file).contains("Keychain"));
        QVERIFY(!readFile(file).contains("Dublin"));

        ConnectionStore other(inFolder(QStringLiteral("other.json")));
        QVERIFY(other.load().has_value());
        const auto preview = other.previewImport(file);
        QVERIFY(preview.has_value());
        QCOMPARE(preview->size(), 1);
        QVERIFY(other.connections().isEmpty());
        QVERIFY(other.import(*preview).has_value());
        Connection expected = one;
        expected.keepsSecret = false; // the other computer's keychain holds nothing of it
        expected.proxy.keepsPassword = false;
        QCOMPARE(other.connections(), QList<Connection>{expected});
        const auto again = other.previewImport(file);
        QCOMPARE(again->constFirst().outcome, ImportOutcome::Skipped);
        QVERIFY(other.import(*again).has_value());
        QCOMPARE(other.connections().size(), 1);
    }

    void duplicatesAreResolvedNotOverwritten()
    {
        ConnectionStore store(m_path);
        QVERIFY(store.load().has_value());
        const Connection mine = full(QStringLiteral("ACME"));
        QVERIFY(store.save(mine).has_value());
        Connection changed = mine; // the same id, other content
        changed.clientId = QStringLiteral("another client");
        const QString file = inFolder(QStringLiteral("export.json"));
        writeFile(file, connectionsToJson({changed, full(QStringLiteral("acme"))}, true));
        const auto preview = store.previewImport(file);
        QVERIFY(preview.has_value());
        QCOMPARE(preview->at(1).outcome, ImportOutcome::Renamed);
        QVERIFY(store.import(*preview).has_value());
        QCOMPARE(store.connections().size(), 3);
        QCOMPARE(*store.find(mine.id), mine);
        QCOMPARE(store.connections().at(1).name, QStringLiteral("ACME (2)"));
        QCOMPARE(store.connections().at(1).clientId, QStringLiteral("another client"));
        QVERIFY(store.connections().at(1).id != mine.id);
        QCOMPARE(store.connections().at(2).name, QStringLiteral("acme (3)"));
    }

    void importRefusesSecretsAndNonsense_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("place");
        const QString text = QStringLiteral("x");
        const QJsonObject proxy{{QStringLiteral("Password"), text}};
        const QJsonObject limits{{QStringLiteral("mostUsersPerRun"), 1e12}};
        QTest::newRow("client secret") << with("clientSecret", text) << "clientSecret";
        QTest::newRow("token") << with("access_token", text) << "access_token";
        QTest::newRow("password in proxy") << with("proxy", proxy) << "proxy.Password";
        QTest::newRow("bearer in a value")
            << with("organizationName", QStringLiteral("Bearer abcdef")) << "organizationName";
        QTest::newRow("private key") << with("clientId", QStringLiteral("-----BEGIN PRIVATE KEY-----"))
                                     << "clientId";
        QTest::newRow("password in address")
            << with("apiUrl", QStringLiteral("https://a:b@example.com")) << "apiUrl";
        QTest::newRow("plain http") << with("apiUrl", QStringLiteral("http://example.com")) << "apiUrl";
        QTest::newRow("number as text") << with("unlockMinutes", QStringLiteral("15")) << "unlockMinutes";
        QTest::newRow("half a minute") << with("unlockMinutes", 0.5) << "unlockMinutes";
        QTest::newRow("unlimited") << with("limits", limits) << "limits.mostUsersPerRun";
        const QJsonObject misspelt{{QStringLiteral("removeRole"), true}};
        QTest::newRow("second person") << with("secondPerson", QStringLiteral("sometimes")) << "secondPerson";
        QTest::newRow("misspelt step") << with("planOptions", misspelt) << "planOptions.removeRole";
        QTest::newRow("dialect") << with("dialect", QStringLiteral("klingon")) << "dialect";
        QTest::newRow("environment") << with("environment", 1) << "environment";
        QTest::newRow("id") << with("id", QStringLiteral("1")) << "id";
        QTest::newRow("region and address") << with("region", QStringLiteral("mypurecloud.de")) << "region";
        QTest::newRow("protected users") << with("protectedUsers", QJsonArray{1}) << "protectedUsers";
    }

    void importRefusesSecretsAndNonsense()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, place);
        const QString file = inFolder(QStringLiteral("import.json"));
        writeFile(file, content);
        ConnectionStore store(m_path);
        QVERIFY(store.load().has_value());
        const auto preview = store.previewImport(file);
        QVERIFY(!preview.has_value());
        QCOMPARE(preview.error().kind, ErrorKind::File);
        QVERIFY2(preview.error().place.endsWith(QLatin1Char('.') + place), qPrintable(preview.error().place));
        QVERIFY(!preview.error().detail.isEmpty());
    }

    void otherFilesAreNotImported_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe\x01", 4);
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("another format") << QByteArray("{\"format\":\"x\",\"version\":1,\"connections\":[]}");
        const QByteArray head = "{\"format\":\"offboarding-connections\"";
        QTest::newRow("no version") << QByteArray(head + ",\"connections\":[]}");
        QTest::newRow("newer") << QByteArray(head + ",\"version\":7,\"connections\":[]}");
        QTest::newRow("no list") << QByteArray(head + ",\"version\":1}");
        const Connection twice = full(QStringLiteral("ACME"));
        const QByteArray good = connectionsToJson({twice}, true);
        QTest::newRow("cut off") << good.left(good.size() / 2);
        QTest::newRow("an id twice") << connectionsToJson({twice, twice}, true);
    }

    void otherFilesAreNotImported()
    {
        QFETCH(QByteArray, content);
        const QString file = inFolder(QStringLiteral("import.json"));
        writeFile(file, content);
        ConnectionStore store(m_path);
        QVERIFY(!store.previewImport(file).has_value());
        QVERIFY(!store.previewImport(inFolder(QStringLiteral("none.json"))).has_value());
        QCOMPARE(readFile(file), content); // somebody else's file stays where it is
    }
};

QTEST_GUILESS_MAIN(TestConnectionStore)
#include "tst_connectionstore.moc"
