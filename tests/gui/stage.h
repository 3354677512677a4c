// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/runresult.h"
#include "tests/support/memorysecretstore.h"
#include "ui/application/console.h"
#include "ui/application/session.h"
#include "ui/application/windowdriver.h"
#include "ui/dialogs/actdialog.h"
#include "ui/shell/mainwindow.h"

#include <QHash>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace offboarding::testing {

/// Answers questions and file choosers as a test says beforehand.
class ScriptedPrompts : public ui::Prompts
{
public:
    void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                        const QStringList &nameFilters, std::function<void(const QString &)> answer) override;
    void chooseOpenFile(QWidget *parent, const QString &title, const QStringList &nameFilters,
                        std::function<void(const QString &)> answer) override;
    bool openAddress(const QUrl &address) override;
    void inform(QWidget *parent, const QString &title, const QString &text, const QString &detail) override;
    void notify(const QString &title, const QString &text) override;
    void confirm(QWidget *parent, const QString &title, const QString &text, const QString &verb,
                 std::function<void(bool)> answer) override;

    QString savePath;           ///< the answer of the next file choosers; empty: cancelled
    QString openPath;           ///< the same for files to read
    bool opensAddresses = true; ///< there is a browser
    QList<QUrl> addresses;      ///< what was to be shown in it
    bool confirms = false;
    QStringList suggestedNames; ///< of every file chooser
    QStringList told;           ///< title and text of everything that was told
    QStringList notified;       ///< title and text of every note to the desktop
    QStringList asked;          ///< text of every question
};

/// A demo organisation that is there at once: 300 users, no rate limit, changes that show a moment later.
ui::ConsoleOptions smallDemo(Dialect dialect = Dialect::Legacy);

/// What every GUI test does first: the program's own name and symbols, and no settings. Texts are the
/// source's own.
void prepareProgram();

/// The real main window on a demo organisation of its own, and the hands and eyes of a test.
class Stage
{
public:
    explicit Stage(const ui::ConsoleOptions &options = smallDemo());

    /// Opens the demo organisation and waits until every user is there.
    bool open();
    /// The same without waiting.
    void openAtOnce();
    /// The same organisation through another connection, in a window of its own. Without an address: the
    /// server's own. @p whenServing: told the server's address before anything is sent.
    bool openConnection(Connection connection, const std::function<void(const QUrl &)> &whenServing = {});
    /// The server goes on, and somebody else signs in to @p connection, in a window of their own.
    bool openAs(const QString &userId, Connection connection);
    static Connection production(); ///< as if it were one; it is unlocked when it opens
    void hurry();                   ///< reading back begins sooner than a person would notice

    ui::Console &console() { return m_console; }
    demo::DemoServer &server() { return m_console.demoServer(); }
    ScriptedPrompts &prompts() { return m_prompts; }
    ui::MainWindow *window() const;
    QString organization() const { return services().connection.organizationName; }
    ui::Services services() const;
    ui::WindowDriver driver() const { return ui::WindowDriver(window()); }
    QString path(const QString &name) const { return m_files.filePath(name); }

    ui::ActDialog *openDialog() const; ///< the act's dialog that is on top, or null
    /// Searches the user in all states, and clicks on the row. False if there is not exactly one.
    bool select(const QString &email) const;
    User user(const QString &email) const; ///< as the table knows the user
    QString stateCell(const QString &email) const;

    /// Triggers the action, and waits until its dialog has read its preview. Null if that fails.
    ui::ActDialog *openAct(const QString &actionText) const;
    /// Waits until the button can be pressed, presses it with the mouse, and waits until the run is over.
    bool confirm(ui::ActDialog *dialog) const;
    /// Presses Cancel and waits until no dialog is left.
    bool cancel() const;
    const RunResult *lastRun() const;

    /// What the server was asked for with @p method since the last clearing of its log.
    QList<demo::RequestRecord> requests(const QString &method);

private:
    bool signIn(Connection connection, const QString &token);

    QTemporaryDir m_files;
    ScriptedPrompts m_prompts;
    MemorySecretStore m_secrets;
    ui::Console m_console;
    demo::DemoEndpoints m_endpoints;        ///< of the server for openConnection()
    std::unique_ptr<ui::Session> m_session; ///< if there is one, stands in for the console's session
};

/// What a reader of @p widget sees: the texts of its visible labels.
QString visibleText(const QWidget *widget);

} // namespace offboarding::testing
