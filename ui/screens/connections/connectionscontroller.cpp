// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/connections/connectionscontroller.h"

#include "app/connections/regions.h"
#include "ui/dialogs/connectiondialog.h"
#include "ui/dialogs/connectionsdialog.h"
#include "ui/screens/connections/connectionsaving.h"
#include "ui/widgets/errortext.h"

#include <QCoroTask>

#include <algorithm>
#include <utility>

namespace offboarding::ui {

namespace {

constexpr qsizetype mostNames = 12;

QString listed(QStringList names)
{
    const qsizetype hidden = names.size() - mostNames;
    if (hidden > 0) {
        names = names.mid(0, mostNames);
        names.append(ConnectionsController::tr("… and %n more", nullptr, static_cast<int>(hidden)));
    }
    return names.join(QLatin1Char('\n'));
}

/// What the editor starts with.
Connection freshConnection()
{
    Connection fresh;
    fresh.regionHost = regions().constFirst().host;
    applyRegion(fresh);
    return fresh;
}

QString withDetails(const Error &error)
{
    return describeBriefly(error) + QLatin1Char('\n') + describe(error).technical;
}

} // namespace

ConnectionsController::ConnectionsController(ConnectionStore &store, SecretStore &secrets, Prompts &prompts,
                                             QObject *parent)
    : QObject(parent), m_store(store), m_secrets(secrets), m_prompts(prompts)
{
    connect(&m_store, &ConnectionStore::connectionsChanged, this, &ConnectionsController::refresh);
}

void ConnectionsController::load()
{
    const Result<Done> loaded = m_store.load();
    m_loadError.reset();
    if (!loaded)
        m_loadError = loaded.error();
}

QString ConnectionsController::loadProblem() const
{
    if (!m_loadError)
        return {};
    const QString technical = describe(*m_loadError).technical;
    if (!m_store.damagedCopy().isEmpty())
        return tr("The file of connections is damaged (%1). It was set aside as %2 and the list starts "
                  "empty. Import "
                  "a file that you exported before, or add the connections again; the secrets in the "
                  "keychain are "
                  "not lost.")
            .arg(technical, m_store.damagedCopy());
    return tr("The file of connections cannot be used (%1). It is left as it is, so nothing can be changed "
              "here. If a "
              "newer version of this program wrote it, use that version; otherwise repair the file or move "
              "it "
              "away.")
        .arg(technical);
}

void ConnectionsController::manage(QWidget *window)
{
    if (m_dialog != nullptr) {
        m_dialog->raise();
        return;
    }
    load(); // another program may have changed the file
    m_dialog = new ConnectionsDialog(window);
    ConnectionsDialog *dialog = m_dialog;
    connect(dialog, &ConnectionsDialog::addRequested, this,
            [this] { openEditor(freshConnection(), After::Stay, m_dialog); });
    connect(dialog, &ConnectionsDialog::editRequested, this, &ConnectionsController::edit);
    connect(dialog, &ConnectionsDialog::duplicateRequested, this, &ConnectionsController::duplicate);
    connect(dialog, &ConnectionsDialog::removeRequested, this, &ConnectionsController::remove);
    connect(dialog, &ConnectionsDialog::importRequested, this, &ConnectionsController::importFile);
    connect(dialog, &ConnectionsDialog::exportRequested, this, &ConnectionsController::exportFile);
    connect(dialog, &ConnectionsDialog::openRequested, this, [this, dialog](const QUuid &id) {
        dialog->accept();
        Q_EMIT openRequested(id);
    });
    refresh();
    dialog->setNotice(loadProblem(), true);
    dialog->open();
}

void ConnectionsController::addAndOpen(QWidget *window)
{
    openEditor(freshConnection(), After::Open, window)->showProblem(loadProblem());
}

ConnectionDialog *ConnectionsController::openEditor(const Connection &connection, After after,
                                                    QWidget *parent)
{
    auto *dialog = new ConnectionDialog(connection, m_store.connections(), connection.id.isNull(), parent);
    connect(dialog, &ConnectionDialog::saveRequested, this,
            [this, dialog, connection, after](const ConnectionEdit &edit) {
                save(dialog, connection, edit, after);
            });
    connect(dialog, &ConnectionDialog::caFileRequested, this, [this, dialog] {
        m_prompts.chooseOpenFile(dialog, tr("Extra certificate authorities"),
                                 {tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")},
                                 [open = QPointer<ConnectionDialog>(dialog)](const QString &path) {
                                     if (open != nullptr && !path.isEmpty())
                                         open->setCaFile(path);
                                 });
    });
    dialog->open();
    return dialog;
}

void ConnectionsController::save(ConnectionDialog *dialog, const Connection &former,
                                 const ConnectionEdit &edit, After after)
{
    dialog->setBusy(true);
    auto *saving = new ConnectionSaving(m_store, m_secrets, former, edit, this);
    const QPointer<ConnectionDialog> open(dialog);
    connect(saving, &ConnectionSaving::saved, this, [this, open, after](const Connection &saved) {
        if (open != nullptr)
            open->accept();
        if (m_dialog != nullptr) {
            m_dialog->select(saved.id);
            m_dialog->setNotice(
                saved.id == m_openId && !m_openId.isNull()
                    ? tr("Saved. What was changed holds from the next time that this connection is "
                         "opened.")
                    : tr("Saved."),
                false);
        }
        if (after == After::Open)
            Q_EMIT openRequested(saved.id);
    });
    const auto complain = [open](const QString &text) {
        if (open == nullptr)
            return;
        open->setBusy(false);
        open->showProblem(text);
    };
    connect(saving, &ConnectionSaving::notKept, this,
            [complain](const Error &error) { complain(tr("Not saved. %1").arg(withDetails(error))); });
    connect(saving, &ConnectionSaving::notSaved, this,
            [complain](const Error &error) { complain(tr("Not saved. %1").arg(withDetails(error))); });
    connect(saving, &ConnectionSaving::notForgotten, this, [this](const Error &error) {
        if (m_dialog != nullptr)
            m_dialog->setNotice(
                tr("A secret that is no longer wanted is still in the keychain. %1").arg(withDetails(error)),
                true);
    });
    saving->start();
}

void ConnectionsController::edit(const QUuid &id)
{
    if (const std::optional<Connection> connection = m_store.find(id))
        openEditor(*connection, After::Stay, m_dialog);
}

QString ConnectionsController::unusedName(const QString &name) const
{
    QString unused = tr("%1 (copy)").arg(name.left(longestConnectionName - 20));
    for (int number = 2; m_store.findByName(unused); ++number)
        unused = tr("%1 (copy %2)").arg(name.left(longestConnectionName - 20)).arg(number);
    return unused;
}

void ConnectionsController::duplicate(const QUuid &id)
{
    const std::optional<Connection> connection = m_store.find(id);
    if (!connection)
        return;
    Connection copy = *connection;
    copy.id = {};
    copy.name = unusedName(connection->name);
    // The secrets belong to the other one.
    copy.keepsSecret = false;
    copy.proxy.keepsPassword = false;
    openEditor(copy, After::Stay, m_dialog);
}

void ConnectionsController::remove(const QList<QUuid> &ids)
{
    QStringList names;
    for (const QUuid &id : ids) {
        if (const std::optional<Connection> connection = m_store.find(id))
            names.append(connection->name);
    }
    if (names.isEmpty())
        return;
    m_prompts.confirm(
        m_dialog, tr("Remove connections"),
        tr("Remove these connections and their secrets from the keychain?\n\n%1\n\nThe organisations "
           "themselves are not touched.")
            .arg(listed(names)),
        tr("Remove %n connection(s)", nullptr, static_cast<int>(names.size())),
        [this, ids](bool isConfirmed) {
            if (isConfirmed)
                removeNext(ids);
        });
}

void ConnectionsController::removeNext(QList<QUuid> ids)
{
    if (ids.isEmpty())
        return;
    const QUuid id = ids.takeFirst();
    const std::optional<Connection> connection = m_store.find(id);
    if (!connection || (id == m_openId && !m_openId.isNull())) {
        removeNext(ids);
        return;
    }
    const bool keptSomething = connection->keepsSecret || connection->proxy.keepsPassword;
    QCoro::connect(m_secrets.removeAll(id), this,
                   [this, id, ids, keptSomething, name = connection->name](const Result<Done> &removed) {
                       if (removed || !keptSomething) {
                           forget(id);
                           removeNext(ids);
                           return;
                       }
                       m_prompts.confirm(
                           m_dialog, tr("Remove connections"),
                           tr("The secrets of %1 could not be removed from the keychain. %2\n\nRemove the "
                              "connection all the same? Its secrets then stay in the keychain, where "
                              "you can delete them by hand under the name %3.")
                               .arg(name, withDetails(removed.error()), KeychainStore::serviceName()),
                           tr("Remove the connection only"), [this, id, ids](bool isConfirmed) {
                               if (isConfirmed)
                                   forget(id);
                               removeNext(ids);
                           });
                   });
}

void ConnectionsController::forget(const QUuid &id)
{
    const Result<Done> removed = m_store.remove(id);
    if (!removed && m_dialog != nullptr)
        m_dialog->setNotice(tr("Not removed. %1").arg(withDetails(removed.error())), true);
    else if (m_dialog != nullptr)
        m_dialog->setNotice(tr("Removed."), false);
}

void ConnectionsController::importFile()
{
    m_prompts.chooseOpenFile(m_dialog, tr("Import connections"),
                             {tr("Connections (*.json)"), tr("All files (*)")}, [this](const QString &path) {
                                 if (!path.isEmpty())
                                     importFrom(path);
                             });
}

void ConnectionsController::importFrom(const QString &path)
{
    const Result<QList<ImportedConnection>> preview = m_store.previewImport(path);
    if (!preview) {
        m_prompts.inform(m_dialog, tr("Nothing was imported"), tr("This file of connections cannot be used."),
                         withDetails(preview.error()));
        return;
    }
    QStringList lines;
    int wanted = 0;
    for (const ImportedConnection &imported : *preview) {
        wanted += imported.outcome == ImportOutcome::Skipped ? 0 : 1;
        switch (imported.outcome) {
        case ImportOutcome::Added:
            lines.append(tr("%1: is added").arg(imported.connection.name));
            break;
        case ImportOutcome::Renamed:
            lines.append(tr("%1: the name is taken, so it is added as %2")
                             .arg(imported.nameInFile, imported.connection.name));
            break;
        case ImportOutcome::Skipped:
            lines.append(tr("%1: is there already").arg(imported.nameInFile));
            break;
        }
    }
    if (wanted == 0) {
        m_prompts.inform(m_dialog, tr("Nothing to import"),
                         tr("Every connection of the file is there already."), listed(lines));
        return;
    }
    m_prompts.confirm(m_dialog, tr("Import connections"),
                      tr("Files of connections hold no secrets: you give them at the first sign-in.\n\n%1")
                          .arg(listed(lines)),
                      tr("Import %n connection(s)", nullptr, wanted),
                      [this, imported = *preview, wanted](bool isConfirmed) {
                          if (!isConfirmed)
                              return;
                          const Result<Done> done = m_store.import(imported);
                          if (m_dialog == nullptr)
                              return;
                          m_dialog->setNotice(
                              done ? tr("%n connection(s) imported.", nullptr, wanted)
                                   : tr("Nothing was imported. %1").arg(withDetails(done.error())),
                              !done);
                      });
}

void ConnectionsController::exportFile(const QList<QUuid> &selected)
{
    QList<QUuid> ids = selected;
    if (ids.isEmpty()) {
        for (const Connection &connection : m_store.connections())
            ids.append(connection.id);
    }
    m_prompts.chooseSaveFile(m_dialog, tr("Export connections"), QStringLiteral("connections.json"),
                             {tr("Connections (*.json)")}, [this, ids](const QString &path) {
                                 if (path.isEmpty() || m_dialog == nullptr)
                                     return;
                                 const Result<Done> written = m_store.exportTo(path, ids);
                                 m_dialog->setNotice(
                                     written ? tr("%n connection(s) written to %1. No secret is in the file.",
                                                  nullptr, static_cast<int>(ids.size()))
                                                   .arg(path)
                                             : tr("Not exported. %1").arg(withDetails(written.error())),
                                     !written);
                             });
}

void ConnectionsController::refresh()
{
    if (m_dialog != nullptr)
        m_dialog->setConnections(m_store.connections(), m_openId);
}

} // namespace offboarding::ui
