// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/stage.h"

#include "ui/application/startup.h"
#include "ui/widgets/guardedbutton.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCoroTask>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTest>

namespace offboarding::testing {

namespace {

constexpr int patience = 15'000;

} // namespace

void ScriptedPrompts::chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                                     const QStringList &nameFilters,
                                     std::function<void(const QString &)> answer)
{
    Q_UNUSED(parent)
    Q_UNUSED(title)
    Q_UNUSED(nameFilters)
    suggestedNames.append(suggestedName);
    answer(savePath);
}

void ScriptedPrompts::chooseOpenFile(QWidget *parent, const QString &title, const QStringList &nameFilters,
                                     std::function<void(const QString &)> answer)
{
    Q_UNUSED(parent)
    Q_UNUSED(title)
    Q_UNUSED(nameFilters)
    answer(openPath);
}

bool ScriptedPrompts::openAddress(const QUrl &address)
{
    addresses.append(address);
    return opensAddresses;
}

void ScriptedPrompts::inform(QWidget *parent, const QString &title, const QString &text,
                             const QString &detail)
{
    Q_UNUSED(parent)
    told.append(QStringList{title, text, detail}.join(QLatin1Char('\n')));
}

void ScriptedPrompts::notify(const QString &title, const QString &text)
{
    notified.append(QStringList{title, text}.join(QLatin1Char('\n')));
}

void ScriptedPrompts::confirm(QWidget *parent, const QString &title, const QString &text, const QString &verb,
                              std::function<void(bool)> answer)
{
    Q_UNUSED(parent)
    Q_UNUSED(title)
    Q_UNUSED(verb)
    asked.append(text);
    answer(confirms);
}

ui::ConsoleOptions smallDemo(Dialect dialect)
{
    ui::ConsoleOptions options;
    options.opensDemo = true;
    options.dialect = dialect;
    options.demo.users = 300;
    options.demo.liveConversations = 80;
    options.demo.endedConversations = 600;
    options.demo.rateLimit = {0, 60};
    options.demo.acceptDelayMs = 30;
    options.demo.searchLagMs = 50;
    return options;
}

void prepareProgram()
{
    ui::identifyProgram();
    QSettings().clear();
    // Only what a test has written itself: its home lies beside its program.
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    if (data.startsWith(QCoreApplication::applicationDirPath()))
        QDir(data + QStringLiteral("/offboarding-console")).removeRecursively();
}

Stage::Stage(const ui::ConsoleOptions &options) : m_console(options, &m_prompts) {}

void Stage::openAtOnce()
{
    m_console.open();
    // The window comes when the demo client is signed in.
    if (QTest::qWaitFor([this] { return m_console.window() != nullptr; }, patience))
        hurry();
}

void Stage::hurry()
{
    RunnerSettings quick;
    quick.firstPollMilliseconds = 20;
    services().runner.setSettings(quick);
}

bool Stage::open()
{
    openAtOnce();
    return m_console.window() != nullptr &&
           QTest::qWaitFor([this] { return services().users.status() == DirectoryStatus::Complete; },
                           patience);
}

Connection Stage::production()
{
    Connection connection;
    connection.name = QStringLiteral("Main site");
    connection.environment = Environment::Production;
    connection.dialect = Dialect::Legacy;
    return connection;
}

bool Stage::openConnection(Connection connection, const std::function<void(const QUrl &)> &whenServing)
{
    const Result<demo::DemoEndpoints> endpoints = server().start();
    if (!endpoints)
        return false;
    if (whenServing)
        whenServing(endpoints->apiUrl);
    m_endpoints = *endpoints;
    return signIn(std::move(connection), endpoints->token);
}

bool Stage::openAs(const QString &userId, Connection connection)
{
    return signIn(std::move(connection), server().issueToken(userId));
}

bool Stage::signIn(Connection connection, const QString &token)
{
    if (connection.apiUrl.isEmpty())
        connection.apiUrl = m_endpoints.apiUrl;
    connection.loginUrl = m_endpoints.loginUrl;
    m_session = std::make_unique<ui::Session>(connection, m_secrets, m_prompts);
    std::optional<bool> isSignedIn;
    QCoro::connect(m_session->tokens().signInWithToken(token), m_session.get(),
                   [&](const Result<Identity> &result) { isSignedIn = result.has_value(); });
    if (!QTest::qWaitFor([&] { return isSignedIn.has_value(); }, patience) || !*isSignedIn)
        return false;
    m_session->open({});
    m_session->lock().unlock();
    hurry();
    return QTest::qWaitFor([this] { return services().users.status() == DirectoryStatus::Complete; },
                           patience);
}

ui::MainWindow *Stage::window() const
{
    return m_session != nullptr ? m_session->window() : m_console.window();
}

ui::Services Stage::services() const
{
    return m_session != nullptr ? m_session->services() : m_console.session()->services();
}

ui::ActDialog *Stage::openDialog() const
{
    return qobject_cast<ui::ActDialog *>(driver().topDialog());
}

bool Stage::select(const QString &email) const
{
    auto *states = driver().find<QTabBar>(QStringLiteral("State"));
    auto *table = driver().find<QAbstractItemView>(QStringLiteral("Users"));
    if (states == nullptr)
        return false;
    states->setCurrentIndex(states->count() - 1);
    if (!driver().type(driver().find<QLineEdit>(QStringLiteral("Search users")), email))
        return false;
    const auto isFound = [&] {
        table = driver().find<QAbstractItemView>(QStringLiteral("Users"));
        return table != nullptr && table->model()->rowCount() == 1;
    };
    return QTest::qWaitFor(isFound, patience) && driver().selectRow(table, email);
}

User Stage::user(const QString &email) const
{
    for (const User &candidate : services().users.users()) {
        if (candidate.email == email)
            return candidate;
    }
    return {};
}

QString Stage::stateCell(const QString &email) const
{
    const auto *table = driver().find<QAbstractItemView>(QStringLiteral("Users"));
    const QAbstractItemModel *model = table == nullptr ? nullptr : table->model();
    int emailColumn = -1;
    int stateColumn = -1;
    for (int column = 0; model != nullptr && column < model->columnCount(); ++column) {
        const QString title = model->headerData(column, Qt::Horizontal).toString();
        if (title == QLatin1String("E-mail"))
            emailColumn = column;
        else if (title == QLatin1String("State"))
            stateColumn = column;
    }
    if (emailColumn < 0 || stateColumn < 0)
        return {};
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, emailColumn).data().toString() == email)
            return model->index(row, stateColumn).data().toString();
    }
    return {};
}

ui::ActDialog *Stage::openAct(const QString &actionText) const
{
    if (!driver().trigger(actionText))
        return nullptr;
    ui::ActDialog *dialog = nullptr;
    const auto isRead = [&] {
        dialog = openDialog();
        return dialog != nullptr && dialog->prepared().input.now.isValid();
    };
    return QTest::qWaitFor(isRead, patience) ? dialog : nullptr;
}

bool Stage::confirm(ui::ActDialog *dialog) const
{
    if (dialog == nullptr)
        return false;
    const qsizetype before = services().runner.runs().size();
    QWidget *button = dialog->confirmButton();
    if (!QTest::qWaitFor([&] { return button->isEnabled(); }, patience) || !driver().click(button))
        return false;
    return QTest::qWaitFor(
        [&] {
            const RunResult *run = lastRun();
            return services().runner.runs().size() > before && run->state == RunState::Finished;
        },
        2 * patience);
}

bool Stage::cancel() const
{
    return driver().clickButton(QStringLiteral("Cancel")) &&
           QTest::qWaitFor([this] { return driver().topDialog() == nullptr; }, patience);
}

const RunResult *Stage::lastRun() const
{
    const QList<RunResult> runs = services().runner.runs();
    return runs.isEmpty() ? nullptr : services().runner.find(runs.first().id);
}

QList<demo::RequestRecord> Stage::requests(const QString &method)
{
    QList<demo::RequestRecord> found;
    for (const demo::RequestRecord &record : m_console.demoServer().requestLog()) {
        if (record.method == method)
            found.append(record);
    }
    return found;
}

QString visibleText(const QWidget *widget)
{
    QStringList texts;
    for (const QLabel *label : widget->findChildren<QLabel *>()) {
        if (label->isVisibleTo(widget))
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace offboarding::testing
