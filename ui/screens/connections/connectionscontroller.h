// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/secretstore.h"
#include "app/connections/connectionstore.h"
#include "ui/dialogs/prompts.h"

#include <QObject>
#include <QPointer>
#include <QUuid>

#include <optional>

namespace offboarding::ui {

class ConnectionDialog;
class ConnectionsDialog;
struct ConnectionEdit;

/// Leads from "Manage connections…" and "Connect to Genesys Cloud…" to the file of connections and the
/// keychain. Ids only; opens its dialogs over the window that it is given.
class ConnectionsController : public QObject
{
    Q_OBJECT

public:
    /// Everything is borrowed and must outlive it.
    ConnectionsController(ConnectionStore &store, SecretStore &secrets, Prompts &prompts,
                          QObject *parent = nullptr);

    /// Reads the file of connections; what is wrong with it is said in loadProblem().
    void load();
    /// Plain text, with what to do; empty: nothing is wrong.
    QString loadProblem() const;
    void setOpenConnection(const QUuid &id) { m_openId = id; }

    void manage(QWidget *window);
    /// The editor for a new connection, which is opened as soon as it is saved.
    void addAndOpen(QWidget *window);

Q_SIGNALS:
    void openRequested(const QUuid &id);

private:
    enum class After { Stay, Open };

    ConnectionDialog *openEditor(const Connection &connection, After after, QWidget *parent);
    void save(ConnectionDialog *dialog, const Connection &former, const ConnectionEdit &edit, After after);
    void edit(const QUuid &id);
    void duplicate(const QUuid &id);
    void remove(const QList<QUuid> &ids);
    void removeNext(QList<QUuid> ids);
    void forget(const QUuid &id);
    void importFile();
    void importFrom(const QString &path);
    void exportFile(const QList<QUuid> &ids);
    void refresh();
    QString unusedName(const QString &name) const;

    ConnectionStore &m_store;
    SecretStore &m_secrets;
    Prompts &m_prompts;
    QPointer<ConnectionsDialog> m_dialog;
    QUuid m_openId;
    std::optional<Error> m_loadError;
};

} // namespace offboarding::ui
