// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/leavers/leaverscontroller.h"

#include "ui/dialogs/leaversdialog.h"
#include "ui/screens/leavers/rememberedcolumns.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace offboarding::ui {

namespace {

constexpr int settlingMilliseconds = 150;

} // namespace

LeaversController::LeaversController(Services services, Prompts &prompts, QWidget *window)
    : QObject(window), m_services(services), m_prompts(prompts), m_window(window)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingMilliseconds);
    connect(&m_settling, &QTimer::timeout, this, &LeaversController::judge);
    connect(&m_service, &LeaversService::listRead, this, &LeaversController::show);
    connect(&m_service, &LeaversService::listRefused, this, [this](const Error &error) {
        if (m_dialog != nullptr)
            m_dialog->setRefused(m_path, error);
    });
    connect(&m_service, &LeaversService::judged, this, [this](const LeaversJudgement &judgement) {
        if (m_dialog != nullptr)
            m_dialog->setJudgement(judgement);
    });
    const UserStore &users = m_services.users;
    connect(&users, &UserStore::usersReset, this, &LeaversController::judgeSoon);
    connect(&users, &UserStore::usersAppended, this, &LeaversController::judgeSoon);
    connect(&users, &UserStore::userChanged, this, &LeaversController::judgeSoon);
    connect(&users, &UserStore::statusChanged, this, &LeaversController::judgeSoon);
}

void LeaversController::setIdentity(const Identity &identity)
{
    m_identity = identity;
    judgeSoon();
}

QString LeaversController::listIn(const QMimeData *data)
{
    static const QStringList endings{QStringLiteral(".csv"), QStringLiteral(".tsv"), QStringLiteral(".txt"),
                                     QStringLiteral(".json"), QStringLiteral(".jsonl")};
    const QList<QUrl> addresses = data == nullptr ? QList<QUrl>() : data->urls();
    if (addresses.size() != 1 || !addresses.constFirst().isLocalFile())
        return {};
    const QString path = addresses.constFirst().toLocalFile();
    const bool isList = std::any_of(endings.cbegin(), endings.cend(), [&path](const QString &ending) {
        return path.endsWith(ending, Qt::CaseInsensitive);
    });
    return isList ? path : QString();
}

void LeaversController::importFile()
{
    QWidget *parent = m_dialog != nullptr ? m_dialog.data() : m_window.data();
    m_prompts.chooseOpenFile(parent, tr("Import leavers"),
                             {tr("Lists (*.csv *.tsv *.txt *.json *.jsonl)"), tr("All files (*)")},
                             [self = QPointer<LeaversController>(this)](const QString &path) {
                                 if (self != nullptr && !path.isEmpty())
                                     self->importFrom(path);
                             });
}

void LeaversController::importFrom(const QString &path)
{
    m_path = path;
    openDialog();
    m_dialog->setReading(path);
    m_service.startReading(path);
}

void LeaversController::openDialog()
{
    if (m_dialog != nullptr)
        return;
    m_dialog = new LeaversDialog(m_services.users, m_window);
    LeaversDialog *dialog = m_dialog;
    connect(dialog, &LeaversDialog::anotherFileRequested, this, &LeaversController::importFile);
    connect(dialog, &LeaversDialog::refreshRequested, &m_services.loader, &UserLoader::load);
    connect(dialog, &LeaversDialog::actChosen, this, &LeaversController::judge);
    connect(dialog, &LeaversDialog::columnsChosen, this, &LeaversController::mapColumns);
    connect(dialog, &LeaversDialog::decided, this, [this](const LeaverDecisions &decisions) {
        m_decisions = decisions;
        judge();
    });
    connect(dialog, &LeaversDialog::usersChosen, this, &LeaversController::usersChosen);
    connect(dialog, &QDialog::finished, this, [this] {
        m_service.forget();
        m_dialog.clear();
    });
    dialog->open();
}

void LeaversController::show(const LeaversList &list)
{
    if (m_dialog == nullptr)
        return;
    // The same bytes again: nobody should have to decide twice.
    if (list.digest != m_list.digest)
        m_decisions = {};
    m_list = list;
    if (m_list.kind == ListKind::Csv) {
        if (const std::optional<LeaverColumns> known = rememberedColumns(m_list.table.header())) {
            m_list.columns = *known;
            m_list.ambiguous.clear();
        }
    }
    m_dialog->setList(m_list, m_decisions);
    judge();
}

void LeaversController::mapColumns(const LeaverColumns &columns)
{
    m_list.columns = columns;
    m_list.ambiguous.clear(); // a person chose
    rememberColumns(m_list.table.header(), columns);
    // Who was picked for what a row said before may be wrong for what it says now; who was excluded stays
    // out.
    m_decisions.pickedIds.clear();
    if (m_dialog != nullptr)
        m_dialog->setList(m_list, m_decisions);
    judge();
}

void LeaversController::judgeSoon()
{
    if (m_dialog == nullptr || m_settling.isActive())
        return;
    m_dialog->setChecking();
    m_settling.start();
}

void LeaversController::judge()
{
    if (m_dialog == nullptr)
        return;
    m_settling.stop();
    m_dialog->setChecking();
    LeaversInput input;
    input.act = m_dialog->act();
    input.rows = m_list.rows();
    input.decisions = m_decisions;
    input.users = m_services.users.users();
    input.directory = m_services.users.status();
    input.connection = m_services.connection;
    input.signedInAs = m_identity;
    m_service.startJudging(std::move(input));
}

} // namespace offboarding::ui
