// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/secretservice.h"

#include <QCoroDBusPendingCall>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusVariant>
#include <QList>
#include <QMap>
#include <QStringList>

#include <algorithm>

namespace offboarding {

namespace {

using Attributes = QMap<QString, QString>;

/// A keychain that does not answer a plain question by then is as good as none.
constexpr int longestAnswerMilliseconds = 5000;

QString secretServiceName()
{
    return QStringLiteral("org.freedesktop.secrets");
}

bool isKeychainName(const QString &name)
{
    return name == secretServiceName() || name.startsWith(QLatin1String("org.kde.kwalletd"));
}

/// The values of the answer; empty if there was none in time.
QCoro::Task<QVariantList> ask(QDBusMessage question)
{
    const QDBusPendingCall call =
        QDBusConnection::sessionBus().asyncCall(question, longestAnswerMilliseconds);
    const QDBusMessage answer = co_await call;
    co_return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments() : QVariantList();
}

QCoro::Task<QVariantList> askSecretService(QString method, QVariantList arguments)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(secretServiceName(), QStringLiteral("/org/freedesktop/secrets"),
                                       QStringLiteral("org.freedesktop.Secret.Service"), method);
    question.setArguments(arguments);
    const QVariantList answer = co_await ask(question);
    co_return answer;
}

/// Names on the bus that run (ListNames) or can be started (ListActivatableNames).
QCoro::Task<QStringList> busNames(QString method)
{
    const QDBusMessage question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), method);
    const QVariantList answer = co_await ask(question);
    co_return answer.isEmpty() ? QStringList() : answer.constFirst().toStringList();
}

/// Asking it otherwise would start it, or wait for one that cannot start.
QCoro::Task<bool> isSecretServiceRunning()
{
    if (!QDBusConnection::sessionBus().isConnected())
        co_return false;
    const QString running = QStringLiteral("ListNames");
    const QStringList names = co_await busNames(running);
    co_return names.contains(secretServiceName());
}

} // namespace

QCoro::Task<EntryState> secretServiceEntry(QString service, QString entryName)
{
    const bool isThere = co_await isSecretServiceRunning();
    if (!isThere)
        co_return EntryState::Unknown;
    qDBusRegisterMetaType<Attributes>();
    // The attributes under which QtKeychain's libsecret backend files an entry.
    const Attributes attributes{{QStringLiteral("user"), entryName}, {QStringLiteral("server"), service}};
    const QVariantList arguments{QVariant::fromValue(attributes)};
    const QString method = QStringLiteral("SearchItems");
    const QVariantList answer = co_await askSecretService(method, arguments);
    if (answer.size() != 2)
        co_return EntryState::Unknown;
    const auto unlocked = qdbus_cast<QList<QDBusObjectPath>>(answer.at(0));
    const auto locked = qdbus_cast<QList<QDBusObjectPath>>(answer.at(1));
    if (!unlocked.isEmpty())
        co_return EntryState::Present;
    co_return locked.isEmpty() ? EntryState::Absent : EntryState::Locked;
}

QCoro::Task<bool> isKeychainLocked()
{
    const bool isThere = co_await isSecretServiceRunning();
    if (!isThere)
        co_return false;
    const QVariantList alias{QStringLiteral("default")};
    const QString method = QStringLiteral("ReadAlias");
    const QVariantList answer = co_await askSecretService(method, alias);
    const QString collection =
        answer.isEmpty() ? QString() : qdbus_cast<QDBusObjectPath>(answer.constFirst()).path();
    if (collection.isEmpty() || collection == QLatin1String("/"))
        co_return false;
    QDBusMessage question = QDBusMessage::createMethodCall(secretServiceName(), collection,
                                                           QStringLiteral("org.freedesktop.DBus.Properties"),
                                                           QStringLiteral("Get"));
    question.setArguments({QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    const QVariantList locked = co_await ask(question);
    co_return !locked.isEmpty() && qdbus_cast<QDBusVariant>(locked.constFirst()).variant().toBool();
}

QCoro::Task<KeychainPresence> keychainPresence()
{
    if (!QDBusConnection::sessionBus().isConnected())
        co_return KeychainPresence::None;
    const QString running = QStringLiteral("ListNames");
    const QStringList runningNames = co_await busNames(running);
    // A bus that does not even say who is on it: nothing is certain.
    if (runningNames.isEmpty() || std::any_of(runningNames.cbegin(), runningNames.cend(), isKeychainName))
        co_return KeychainPresence::Running;
    const QString startable = QStringLiteral("ListActivatableNames");
    const QStringList names = co_await busNames(startable);
    co_return std::any_of(names.cbegin(), names.cend(), isKeychainName) ? KeychainPresence::Startable
                                                                        : KeychainPresence::None;
}

} // namespace offboarding
