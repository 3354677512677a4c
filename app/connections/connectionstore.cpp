// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/connectionstore.h"

#include "app/connections/connectionjson.h"
#include "app/connections/connectionvalidation.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace offboarding {

namespace {

constexpr int longestLockMilliseconds = 3000;
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error fileError(const QString &place, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::File;
    error.place = place;
    error.detail = detail;
    return error;
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(fileError(path, file.errorString()));
    const QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(fileError(path, file.errorString()));
    return content;
}

/// Written whole or not at all, readable by the owner only from the first byte.
Result<Done> writeWhole(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) ||
        file.write(content) != content.size() || !file.commit())
        return failure(fileError(path, file.errorString()));
    return Done{};
}

bool isNameTaken(const QList<Connection> &connections, const QString &name, const QUuid &except)
{
    return std::any_of(connections.cbegin(), connections.cend(), [&](const Connection &one) {
        return one.id != except && one.name.trimmed().compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
}

bool isIdTaken(const QList<Connection> &connections, const QUuid &id)
{
    return std::any_of(connections.cbegin(), connections.cend(),
                       [&id](const Connection &one) { return one.id == id; });
}

/// "ACME", "ACME (2)", "ACME (3)", …
QString freeName(const QList<Connection> &connections, const QString &wanted)
{
    QString name = wanted;
    for (int number = 2; isNameTaken(connections, name, {}); ++number) {
        const QString suffix = QStringLiteral(" (%1)").arg(number);
        name = wanted.left(longestConnectionName - suffix.size()) + suffix;
    }
    return name;
}

/// As an import sees it: what is only true on one computer does not count.
Connection comparable(Connection connection)
{
    connection.keepsSecret = false;
    connection.proxy.keepsPassword = false;
    return connection;
}

} // namespace

ConnectionStore::ConnectionStore(QString path, QObject *parent) : QObject(parent), m_path(std::move(path)) {}

QString ConnectionStore::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/offboarding-console/connections.json");
}

Result<Done> ConnectionStore::load()
{
    m_connections.clear();
    m_contentAsRead.clear();
    m_damagedCopy.clear();
    m_refusal.reset();
    if (!QFileInfo::exists(m_path)) {
        Q_EMIT connectionsChanged();
        return Done{};
    }
    const Result<QByteArray> content = contentOf(m_path);
    if (!content) {
        m_refusal = content.error();
        Q_EMIT connectionsChanged();
        return failure(content.error());
    }
    const Result<QList<Connection>> connections = connectionsFromJson(*content, m_path);
    if (!connections) {
        const Error &error = connections.error();
        m_refusal = error;
        if (error.serverCode == damagedJsonCode()) {
            const QString copy =
                m_path + QStringLiteral(".damaged-") +
                QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
            if (QFile::rename(m_path, copy)) {
                m_damagedCopy = copy;
                m_refusal.reset();
            }
        }
        Q_EMIT connectionsChanged();
        return failure(error);
    }
    m_connections = *connections;
    m_contentAsRead = *content;
    Q_EMIT connectionsChanged();
    return Done{};
}

std::optional<Connection> ConnectionStore::find(const QUuid &id) const
{
    for (const Connection &one : m_connections) {
        if (one.id == id)
            return one;
    }
    return std::nullopt;
}

std::optional<Connection> ConnectionStore::findByName(const QString &name) const
{
    std::optional<Connection> similar;
    for (const Connection &one : m_connections) {
        if (one.name == name)
            return one;
        if (!similar && one.name.compare(name, Qt::CaseInsensitive) == 0)
            similar = one;
    }
    return similar;
}

Result<Done> ConnectionStore::write(const QList<Connection> &connections)
{
    if (m_refusal)
        return failure(*m_refusal);
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDir().mkpath(folder))
        return failure(fileError(folder, QStringLiteral("the folder cannot be made")));
    // The window and the command line may save at the same moment.
    QLockFile lock(m_path + QStringLiteral(".lock"));
    if (!lock.tryLock(longestLockMilliseconds))
        return failure(fileError(m_path, QStringLiteral("another program is writing it")));
    QByteArray onDisk;
    if (QFileInfo::exists(m_path)) {
        const Result<QByteArray> content = contentOf(m_path);
        if (!content)
            return failure(content.error());
        onDisk = *content;
    }
    if (onDisk != m_contentAsRead)
        return failure(fileError(m_path, QStringLiteral("changed meanwhile by another program")));
    const QByteArray content = connectionsToJson(connections, false);
    const Result<Done> written = writeWhole(m_path, content);
    if (!written)
        return written;
    m_contentAsRead = content;
    m_connections = connections;
    Q_EMIT connectionsChanged();
    return Done{};
}

Result<Connection> ConnectionStore::save(const Connection &connection)
{
    Connection stored = connection;
    stored.name = stored.name.trimmed();
    if (stored.id.isNull())
        stored.id = QUuid::createUuid();
    if (isNameTaken(m_connections, stored.name, stored.id))
        return failure(fileError(m_path, QStringLiteral("another connection has this name")));
    // What load() would refuse must never get into the file.
    const QList<FieldError> problems = validate(stored, {});
    for (const FieldError &problem : problems) {
        if (problem.field != ConnectionField::ExtraCaFile)
            return failure(fileError(connectionFieldName(problem.field), fieldProblemName(problem.problem)));
    }
    QList<Connection> connections = m_connections;
    const auto existing = std::find_if(connections.begin(), connections.end(),
                                       [&stored](const Connection &one) { return one.id == stored.id; });
    if (existing != connections.end())
        *existing = stored;
    else
        connections.append(stored);
    const Result<Done> written = write(connections);
    if (!written)
        return failure(written.error());
    return stored;
}

Result<Done> ConnectionStore::remove(const QUuid &id)
{
    QList<Connection> connections = m_connections;
    connections.removeIf([&id](const Connection &one) { return one.id == id; });
    return connections.size() == m_connections.size() ? Result<Done>(Done{}) : write(connections);
}

Result<Done> ConnectionStore::exportTo(const QString &file, const QList<QUuid> &ids) const
{
    QList<Connection> chosen;
    for (const Connection &one : m_connections) {
        if (ids.contains(one.id))
            chosen.append(one);
    }
    return writeWhole(file, connectionsToJson(chosen, true));
}

Result<QList<ImportedConnection>> ConnectionStore::previewImport(const QString &file) const
{
    const Result<QByteArray> content = contentOf(file);
    if (!content)
        return failure(content.error());
    const Result<QList<Connection>> incoming = connectionsFromJson(*content, file);
    if (!incoming)
        return failure(incoming.error());
    QList<ImportedConnection> result;
    QList<Connection> taken = m_connections;
    for (const Connection &original : *incoming) {
        ImportedConnection one;
        // Another computer's keychain is not ours.
        one.connection = comparable(original);
        one.nameInFile = original.name;
        const std::optional<Connection> existing = find(original.id);
        if (existing && comparable(*existing) == one.connection) {
            one.outcome = ImportOutcome::Skipped;
            result.append(one);
            continue;
        }
        if (isIdTaken(taken, one.connection.id))
            one.connection.id = QUuid::createUuid();
        one.connection.name = freeName(taken, original.name.trimmed());
        one.outcome =
            one.connection.name == original.name.trimmed() ? ImportOutcome::Added : ImportOutcome::Renamed;
        taken.append(one.connection);
        result.append(one);
    }
    return result;
}

Result<Done> ConnectionStore::import(const QList<ImportedConnection> &connections)
{
    QList<Connection> all = m_connections;
    for (const ImportedConnection &one : connections) {
        if (one.outcome == ImportOutcome::Skipped)
            continue;
        // The preview may be older than the list.
        if (isIdTaken(all, one.connection.id) || isNameTaken(all, one.connection.name, one.connection.id))
            return failure(fileError(m_path, QStringLiteral("changed since the import was prepared")));
        all.append(one.connection);
    }
    return all.size() == m_connections.size() ? Result<Done>(Done{}) : write(all);
}

} // namespace offboarding
