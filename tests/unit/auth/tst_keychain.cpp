// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/secretstore.h"

#include <QCoroTask>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDir>
#include <QDirIterator>
#include <QMap>
#include <QTest>

using namespace offboarding;

namespace {

const QString marker = QStringLiteral("MARKER-keychain-7c1e");

using Attributes = QMap<QString, QString>;

QDBusMessage call(const QString &path, const QString &interface, const QString &method,
                  const QVariantList &arguments)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

QDBusMessage callService(const QString &method, const QVariantList &arguments)
{
    return call(QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
                method, arguments);
}

QList<QDBusObjectPath> itemsOf(const SecretKey &key)
{
    const Attributes attributes{{QStringLiteral("user"), key.entryName()},
                                {QStringLiteral("server"), KeychainStore::serviceName()}};
    const QDBusMessage answer = callService(QStringLiteral("SearchItems"), {QVariant::fromValue(attributes)});
    QList<QDBusObjectPath> items;
    for (const QVariant &list : answer.arguments())
        items += qdbus_cast<QList<QDBusObjectPath>>(list);
    return items;
}

QDBusObjectPath defaultCollection()
{
    const QDBusMessage answer = callService(QStringLiteral("ReadAlias"), {QStringLiteral("default")});
    return answer.arguments().value(0).value<QDBusObjectPath>();
}

} // namespace

/// Against a real Secret Service (tests/support/with-secret-service).
class TestKeychain : public QObject
{
    Q_OBJECT

private:
    KeychainStore m_store;
    SecretKey m_key;

    Result<QString> read(bool wasKept = false) { return QCoro::waitFor(m_store.read(m_key, wasKept)); }
    Result<Done> write(const QString &secret) { return QCoro::waitFor(m_store.write(m_key, secret)); }
    Result<Done> remove() { return QCoro::waitFor(m_store.remove(m_key)); }

    void lock()
    {
        const QList<QDBusObjectPath> collections{defaultCollection()};
        const QDBusMessage answer = callService(QStringLiteral("Lock"), {QVariant::fromValue(collections)});
        QCOMPARE(answer.type(), QDBusMessage::ReplyMessage);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qDBusRegisterMetaType<Attributes>();
        qDBusRegisterMetaType<QList<QDBusObjectPath>>();
        QVERIFY2(QDBusConnection::sessionBus().isConnected(),
                 "run through tests/support/with-secret-service");
    }

    void init() { m_key = {QUuid::createUuid(), SecretKind::ClientSecret}; }

    void givesBackWhatWasKept()
    {
        QVERIFY(write(marker).has_value());
        const auto secret = read();
        QVERIFY(secret.has_value());
        QCOMPARE(*secret, marker);
        QCOMPARE(itemsOf(m_key).size(), 1);
    }

    void replacesInsteadOfAdding()
    {
        QVERIFY(write(QStringLiteral("first")).has_value());
        QVERIFY(write(QStringLiteral("second – größer 日本")).has_value());
        QCOMPARE(read().value(), QStringLiteral("second – größer 日本"));
        QCOMPARE(itemsOf(m_key).size(), 1);
    }

    void keepsConnectionsAndKindsApart()
    {
        QVERIFY(write(QStringLiteral("one")).has_value());
        m_key.kind = SecretKind::RefreshToken;
        QCOMPARE(read().error().keychain, KeychainCause::Missing);
        m_key = {QUuid::createUuid(), SecretKind::ClientSecret};
        QCOMPARE(read().error().keychain, KeychainCause::Missing);
    }

    void nothingKeptIsMissing()
    {
        const auto secret = read(false);
        QVERIFY(!secret.has_value());
        QCOMPARE(secret.error().kind, ErrorKind::Keychain);
        QCOMPARE(secret.error().keychain, KeychainCause::Missing);
        QVERIFY(secret.error().place.contains(m_key.entryName()));
    }

    void anEntryDeletedBySomebodyElseIsToldApart()
    {
        QVERIFY(write(marker).has_value());
        const QList<QDBusObjectPath> items = itemsOf(m_key);
        QCOMPARE(items.size(), 1);
        const QDBusMessage answer =
            call(items.constFirst().path(), QStringLiteral("org.freedesktop.Secret.Item"),
                 QStringLiteral("Delete"), {});
        QCOMPARE(answer.type(), QDBusMessage::ReplyMessage);
        QCOMPARE(read(true).error().keychain, KeychainCause::Deleted);
    }

    void removesOnlyItsOwn()
    {
        QVERIFY(write(marker).has_value());
        const SecretKey mine = m_key;
        m_key.kind = SecretKind::ProxyPassword;
        QVERIFY(write(QStringLiteral("other")).has_value());
        QVERIFY(remove().has_value());
        QVERIFY(itemsOf(m_key).isEmpty());
        QVERIFY(remove().has_value()); // nothing there is what was asked for
        m_key = mine;
        QCOMPARE(read().value(), marker);
    }

    void removesAllOfAConnection()
    {
        for (const SecretKind kind :
             {SecretKind::ClientSecret, SecretKind::RefreshToken, SecretKind::ProxyPassword}) {
            m_key.kind = kind;
            QVERIFY(write(marker).has_value());
        }
        QVERIFY(QCoro::waitFor(m_store.removeAll(m_key.connectionId)).has_value());
        for (const SecretKind kind :
             {SecretKind::ClientSecret, SecretKind::RefreshToken, SecretKind::ProxyPassword}) {
            m_key.kind = kind;
            QVERIFY(itemsOf(m_key).isEmpty());
        }
    }

    void aConnectionThatWasNeverSavedKeepsNothing()
    {
        m_key.connectionId = QUuid();
        QVERIFY(!write(marker).has_value());
        QVERIFY(itemsOf(m_key).isEmpty());
    }

    /// Last: there is nobody to unlock it again.
    void aLockedKeychainIsNeitherEmptyNorCleared()
    {
        QVERIFY(write(marker).has_value());
        lock();
        QCOMPARE(read(true).error().keychain, KeychainCause::Locked);
        QCOMPARE(read(false).error().keychain, KeychainCause::Locked);
        const auto removed = remove();
        QVERIFY2(!removed.has_value(), "the entry is still there");
        QCOMPARE(removed.error().keychain, KeychainCause::Locked);
        QCOMPARE(itemsOf(m_key).size(), 1);
        const auto written = write(QStringLiteral("another"));
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().keychain, KeychainCause::Locked);
        m_key = {QUuid::createUuid(), SecretKind::ClientSecret};
        QCOMPARE(write(marker).error().keychain, KeychainCause::Locked);
    }

    void noSecretIsInAnyFile()
    {
        QStringList roots{qEnvironmentVariable("HOME"), qEnvironmentVariable("XDG_RUNTIME_DIR"),
                          qEnvironmentVariable("OFFBOARDING_TEST_KEYRING")};
        int files = 0;
        for (const QString &root : roots) {
            QVERIFY(!root.isEmpty());
            QDirIterator all(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                QFile file(all.next());
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                ++files;
                QVERIFY2(!file.readAll().contains(marker.toUtf8()), qPrintable(file.fileName()));
            }
        }
        QVERIFY(files > 0); // the keyring's own file, encrypted
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
