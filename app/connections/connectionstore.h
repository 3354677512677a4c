// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/connection.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace offboarding {

/// What an import does with one connection of the file.
enum class ImportOutcome {
    Added,
    Renamed, ///< its name was taken by another connection
    Skipped  ///< the same connection, with the same content, is there already
};

struct ImportedConnection
{
    Connection connection; ///< as it is added: a new id where the old one was taken
    QString nameInFile;
    ImportOutcome outcome = ImportOutcome::Added;
};

/// The saved connections: one JSON file in the configuration folder, readable by its owner only, shared by
/// the window and the command line. Holds no secret.
///
/// Nothing is overwritten that this program did not understand: a damaged file is moved aside, a newer one is
/// left alone and saving is refused, and a file that another program changed since it was read is not
/// replaced (File error "changed meanwhile": load() and try again).
class ConnectionStore : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionStore(QString path = defaultPath(), QObject *parent = nullptr);

    /// connections.json in offboarding-console under the user's configuration folder.
    static QString defaultPath();
    QString path() const { return m_path; }

    /// Reads the file; a file that does not exist is an empty list. On an error the list is empty:
    /// damaged: the file was moved to damagedCopy(), and saving starts a new one;
    /// unreadable or newer: the file stays where it is and every change is refused with the same error.
    Result<Done> load();
    /// Where load() put a damaged file; empty: nowhere.
    QString damagedCopy() const { return m_damagedCopy; }

    const QList<Connection> &connections() const { return m_connections; }
    std::optional<Connection> find(const QUuid &id) const;
    std::optional<Connection> findByName(const QString &name) const; ///< exactly, then ignoring case

    /// Adds @p connection or replaces the one with its id (a null id gets a new one) and writes the file. The
    /// connection as stored is returned. A doubled name and what validate() complains about are refused, with
    /// the field as the error's place; an extraCaFile that is not there is accepted.
    Result<Connection> save(const Connection &connection);
    /// Removes it from the file. Its secrets are the caller's to remove (SecretStore::removeAll).
    Result<Done> remove(const QUuid &id);

    /// Writes @p connections to @p file, without secrets and without what is only true here.
    Result<Done> exportTo(const QString &file, const QList<QUuid> &ids) const;
    /// What importing @p file would do; changes nothing.
    Result<QList<ImportedConnection>> previewImport(const QString &file) const;
    /// Adds all that previewImport() did not skip, or nothing at all.
    Result<Done> import(const QList<ImportedConnection> &connections);

Q_SIGNALS:
    void connectionsChanged();

private:
    Result<Done> write(const QList<Connection> &connections);

    QString m_path;
    QString m_damagedCopy;
    QList<Connection> m_connections;
    QByteArray m_contentAsRead;     ///< to notice that somebody else wrote the file
    std::optional<Error> m_refusal; ///< why the file must not be written
};

} // namespace offboarding
