// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demooptions.h"
#include "app/demo/organisation.h"
#include "app/demo/permissions.h"
#include "app/demo/tokenstore.h"

#include <optional>

namespace offboarding::demo {

/// Who sends a request, by its token.
struct Caller
{
    QString token;
    int user = -1; ///< -1: a client that signed in with its own credentials
    PermissionSet permissions;
};

/// The login host of the demo organisation (contract §1.2): authorise page, token endpoint and logout. Signs
/// nobody in by password: whoever reaches it picks one of the demo's administrators.
///
/// One client for every grant type. Any loopback address counts as registered redirect URI, but the exchange
/// must name the same one as the authorisation.
class IdentityProvider
{
public:
    IdentityProvider(const DemoOptions &options, Organisation &organisation, TokenStore &tokens);

    /// "GET /oauth/authorize", … : everything that answer() serves.
    static QStringList routes();
    /// The answer, or nothing if the path belongs to somebody else.
    std::optional<Reply> answer(const Request &request);

    /// The caller of an API request; nothing if the token is not valid now.
    std::optional<Caller> caller(const QString &token) const;
    /// What a token of @p user may do: its roles, cut down to DemoOptions::permissions. -1: the client.
    PermissionSet permissionsOf(int user) const;
    /// Users who may sign in: active, and with a role that administers.
    QList<int> administrators() const;

private:
    struct Authorisation; ///< the checked parameters of an authorise request
    using Form = QHash<QString, QString>;

    Reply authorise(const Form &form);
    Reply approve(const Form &form);
    Reply logout(const Form &form) const;
    Reply token(const Request &request);
    Reply exchangeCode(const Form &form, bool isClient);
    Reply refresh(const Form &form, bool isClient);
    Reply tokenAnswer(const TokenStore::Grant &grant, bool withRefresh);
    Reply grantCode(const Authorisation &wanted, int user);
    tl::expected<Authorisation, Reply> checked(const Form &form) const;

    const DemoOptions &m_options;
    Organisation &m_organisation;
    TokenStore &m_tokens;
};

} // namespace offboarding::demo
