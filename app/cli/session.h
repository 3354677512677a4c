// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/auth/secretstore.h"
#include "app/auth/tokensession.h"
#include "app/cli/command.h"
#include "app/cli/connectionoptions.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace offboarding::demo {
class DemoServer;
}

namespace offboarding::cli {

/// The connection of one command: finds it, signs in, and gives its ApiClient. Lives as long as the command.
class Session : public QObject
{
    Q_OBJECT

public:
    /// @p context is kept.
    explicit Session(CommandContext context, QObject *parent = nullptr);
    ~Session() override;

    /// For commands that act in somebody's name: a sign-in reads whose it is. Default: false.
    void setReadsIdentity(bool readsIdentity) { m_readsIdentity = readsIdentity; }

    /// For a run: what was begun is finished after the user asks to stop, its readings too. Default: false,
    /// readings end at once.
    void setFinishesReading(bool finishes) { m_finishesReading = finishes; }

    /// Done, or the code to end with after a message was printed. Everything that waits ends when the user
    /// asks to stop.
    QCoro::Task<ExitCode> open();

    /// After open() only.
    ApiClient &api() { return *m_api; }
    /// With the organisation that the sign-in found, where it reads the identity.
    const Connection &connection() const { return m_connection; }
    /// Who is signed in; unknown unless setReadsIdentity().
    const Identity &identity() const { return m_identity; }

private:
    QCoro::Task<ExitCode> openDemo();
    QCoro::Task<ExitCode> openProfile();
    QCoro::Task<ExitCode> connectAndSignIn();
    QCoro::Task<Result<QString>> proxyPassword();
    QCoro::Task<Result<Identity>> signIn();
    ExitCode told(ExitCode code, const QString &text);

    CommandContext m_context;
    ConnectionChoice m_choice;
    Connection m_connection;
    Identity m_identity;
    QString m_demoToken;
    bool m_readsIdentity = false;
    bool m_finishesReading = false;
    // In this order: the session borrows the client and the store, the client talks to the demo organisation.
    std::unique_ptr<demo::DemoServer> m_demo;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<TokenSession> m_tokens;
};

} // namespace offboarding::cli
