// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/identityprovider.h"

#include "app/demo/identitypages.h"
#include "app/demo/names.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

namespace offboarding::demo {

namespace {

QString formText(QByteArray encoded)
{
    // In a form a plus sign is a blank; QUrl would keep it.
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded.replace('+', ' ')));
}

QHash<QString, QString> formOf(const QByteArray &encoded)
{
    QHash<QString, QString> form;
    const QList<QByteArray> pairs = encoded.split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype at = pair.indexOf('=');
        if (at > 0)
            form.insert(formText(pair.left(at)), formText(pair.mid(at + 1)));
    }
    return form;
}

Reply oauthError(int status, const char *error, const QString &description)
{
    Reply reply = Reply::json(QJsonObject{{QStringLiteral("error"), QString::fromLatin1(error)},
                                          {QStringLiteral("error_description"), description},
                                          {QStringLiteral("description"), description}},
                              status);
    if (status == 401)
        reply.headers = {{"WWW-Authenticate", "Basic realm=\"demo organisation\""}};
    return reply;
}

Reply invalidGrant(const QString &description)
{
    return oauthError(400, "invalid_grant", description);
}

Reply wrongMethod(const char *allowed)
{
    Refusal refusal = badRequest(QStringLiteral("This path does not take that method."),
                                 QStringLiteral("method.not.allowed"));
    refusal.status = 405;
    refusal.headers = {{"Allow", allowed}};
    return Reply::refuse(refusal);
}

bool isLoopback(const QString &uri)
{
    const QUrl url(uri, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1String("http") || url.hasFragment())
        return false;
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

QString challengeOf(const QString &verifier)
{
    const QByteArray hash = QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

struct IdentityProvider::Authorisation
{
    QString redirectUri;
    QString state;
    QString challenge;
};

IdentityProvider::IdentityProvider(const DemoOptions &options, Organisation &organisation, TokenStore &tokens)
    : m_options(options), m_organisation(organisation), m_tokens(tokens)
{
}

QStringList IdentityProvider::routes()
{
    return {QStringLiteral("GET /oauth/authorize"), QStringLiteral("POST /oauth/authorize/approve"),
            QStringLiteral("POST /oauth/token"), QStringLiteral("GET /logout")};
}

std::optional<Reply> IdentityProvider::answer(const Request &request)
{
    const bool isPost = request.method == QLatin1String("POST");
    const bool isGet = request.method == QLatin1String("GET");
    if (request.path == QLatin1String("/oauth/token"))
        return isPost ? token(request) : wrongMethod("POST");
    if (request.path == QLatin1String("/oauth/authorize"))
        return isGet ? authorise(formOf(request.query.toUtf8())) : wrongMethod("GET");
    if (request.path == QLatin1String("/oauth/authorize/approve"))
        return isPost ? approve(formOf(request.body)) : wrongMethod("POST");
    if (request.path == QLatin1String("/logout"))
        return isGet ? logout(formOf(request.query.toUtf8())) : wrongMethod("GET");
    return std::nullopt;
}

PermissionSet IdentityProvider::permissionsOf(int user) const
{
    const PermissionSet most =
        m_options.permissions.isEmpty() ? PermissionSet::everything() : PermissionSet(m_options.permissions);
    if (user < 0)
        return most;
    const Directory &directory = m_organisation.directory();
    QStringList own;
    for (int role = 0; role < roleNames().size(); ++role) {
        if ((directory.rolesOf(directory.user(user)) & (1U << role)) != 0)
            own += rolePermissions(role);
    }
    return PermissionSet(own).intersected(most);
}

std::optional<Caller> IdentityProvider::caller(const QString &token) const
{
    const std::optional<TokenStore::Grant> grant = m_tokens.grantOf(token, m_organisation.now());
    if (!grant)
        return std::nullopt;
    // Who was deactivated or deleted cannot go on with a token from before.
    const Directory &directory = m_organisation.directory();
    if (grant->user >= 0 && directory.user(grant->user).state != UserState::Active)
        return std::nullopt;
    return Caller{token, grant->user, permissionsOf(grant->user)};
}

QList<int> IdentityProvider::administrators() const
{
    QList<int> found;
    const Directory &directory = m_organisation.directory();
    for (int user = 0; user < static_cast<int>(directory.users.size()); ++user) {
        const UserRecord &record = directory.user(user);
        if (record.state == UserState::Active && (record.directRoles() & administeringRoles()) != 0)
            found.append(user);
    }
    return found;
}

/// What is wrong with the client or the redirect URI is shown here; everything else is told to the client.
tl::expected<IdentityProvider::Authorisation, Reply> IdentityProvider::checked(const Form &form) const
{
    const auto refuse = [](Reply reply) { return tl::unexpected<Reply>(std::move(reply)); };
    const QString client = form.value(QStringLiteral("client_id"));
    if (client != m_tokens.clientId())
        return refuse(identityErrorPage(
            400, QStringLiteral("invalid_client"),
            QStringLiteral("There is no client with the id \"%1\".").arg(client.left(100))));
    Authorisation wanted{form.value(QStringLiteral("redirect_uri")), form.value(QStringLiteral("state")),
                         form.value(QStringLiteral("code_challenge"))};
    if (!isLoopback(wanted.redirectUri))
        return refuse(identityErrorPage(
            400, QStringLiteral("invalid_request"),
            QStringLiteral("The redirect URI \"%1\" is not registered: the demo organisation sends people to "
                           "http on this computer only.")
                .arg(wanted.redirectUri.left(200))));
    const auto tell = [&](const char *error, const char *description) {
        QList<QPair<QString, QString>> parameters = {
            {QStringLiteral("error"), QString::fromLatin1(error)},
            {QStringLiteral("error_description"), QString::fromLatin1(description)}};
        if (!wanted.state.isEmpty())
            parameters.append({QStringLiteral("state"), wanted.state});
        return refuse(redirectTo(wanted.redirectUri, parameters));
    };
    if (form.value(QStringLiteral("response_type")) != QLatin1String("code"))
        return tell("unsupported_response_type", "response_type must be code");
    if (wanted.challenge.isEmpty() && m_options.requiresPkce)
        return tell("invalid_request", "code_challenge is missing");
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9_-]{43}$"));
    const QString method = form.value(QStringLiteral("code_challenge_method"));
    if (!wanted.challenge.isEmpty() && method != QLatin1String("S256"))
        return tell("invalid_request", "code_challenge_method must be S256");
    if (!wanted.challenge.isEmpty() && !shape.match(wanted.challenge).hasMatch())
        return tell("invalid_request", "code_challenge must be 43 characters of base64url");
    return wanted;
}

Reply IdentityProvider::authorise(const Form &form)
{
    const tl::expected<Authorisation, Reply> wanted = checked(form);
    if (!wanted)
        return wanted.error();
    const Directory &directory = m_organisation.directory();
    const QString hint = form.value(QStringLiteral("login_hint")).section(QLatin1Char(':'), 0, 0);
    QList<SignInChoice> choices;
    for (const int user : administrators()) {
        const UserRecord &record = directory.user(user);
        const bool isAsked = form.value(QStringLiteral("prompt")) == QLatin1String("login");
        if (!m_options.signInAs.isEmpty() && !isAsked && record.email == m_options.signInAs)
            return grantCode(*wanted, user);
        QStringList roles;
        for (int role = 0; role < roleNames().size(); ++role) {
            if ((record.directRoles() & administeringRoles() & (1U << role)) != 0)
                roles.append(roleNames().at(role));
        }
        const bool isFirst = hint.isEmpty() && choices.isEmpty();
        choices.append({directory.userId(user), record.name, record.email, roles.join(QStringLiteral(", ")),
                        isFirst || record.email == hint});
    }
    QList<QPair<QString, QString>> hidden;
    for (const char *name :
         {"client_id", "response_type", "redirect_uri", "state", "code_challenge", "code_challenge_method"}) {
        const QString key = QString::fromLatin1(name);
        if (form.contains(key))
            hidden.append({key, form.value(key)});
    }
    return signInPage(hidden, choices);
}

Reply IdentityProvider::approve(const Form &form)
{
    const tl::expected<Authorisation, Reply> wanted = checked(form);
    if (!wanted)
        return wanted.error();
    if (form.value(QStringLiteral("decision")) == QLatin1String("deny")) {
        QList<QPair<QString, QString>> parameters = {
            {QStringLiteral("error"), QStringLiteral("access_denied")},
            {QStringLiteral("error_description"), QStringLiteral("the user cancelled")}};
        if (!wanted->state.isEmpty())
            parameters.append({QStringLiteral("state"), wanted->state});
        return redirectTo(wanted->redirectUri, parameters);
    }
    const int user = m_organisation.directory().userOf(form.value(QStringLiteral("user")));
    if (!administrators().contains(user))
        return identityErrorPage(400, QStringLiteral("access_denied"),
                                 QStringLiteral("This user cannot sign in here."));
    return grantCode(*wanted, user);
}

Reply IdentityProvider::grantCode(const Authorisation &wanted, int user)
{
    TokenStore::Code code;
    code.grant = m_tokens.newGrant(user, false);
    code.redirectUri = wanted.redirectUri;
    code.challenge = wanted.challenge;
    code.expires = m_organisation.now() + static_cast<qint64>(m_options.codeLifetimeSeconds) * 1000;
    QList<QPair<QString, QString>> parameters = {{QStringLiteral("code"), m_tokens.issueCode(code)}};
    if (!wanted.state.isEmpty())
        parameters.append({QStringLiteral("state"), wanted.state});
    return redirectTo(wanted.redirectUri, parameters);
}

Reply IdentityProvider::logout(const Form &form) const
{
    if (form.value(QStringLiteral("client_id")) != m_tokens.clientId())
        return identityErrorPage(400, QStringLiteral("invalid_client"),
                                 QStringLiteral("There is no client with this id."));
    const QString uri = form.value(QStringLiteral("redirect_uri"));
    return isLoopback(uri) ? redirectTo(uri, {}) : signedOutPage();
}

Reply IdentityProvider::token(const Request &request)
{
    if (!request.contentType.startsWith("application/x-www-form-urlencoded"))
        return oauthError(400, "invalid_request",
                          QStringLiteral("content type must be application/x-www-form-urlencoded"));
    const Form form = formOf(request.body);
    const bool isClient = m_tokens.isClient(request.authorization);
    if (!isClient && !request.authorization.isEmpty())
        return oauthError(401, "invalid_client", QStringLiteral("client not found or secret wrong"));
    const QString type = form.value(QStringLiteral("grant_type"));
    if (type == QLatin1String("authorization_code"))
        return exchangeCode(form, isClient);
    if (type == QLatin1String("refresh_token"))
        return refresh(form, isClient);
    if (type != QLatin1String("client_credentials"))
        return oauthError(400, "unsupported_grant_type",
                          QStringLiteral("the grant type must be client_credentials, authorization_code or "
                                         "refresh_token"));
    if (!isClient)
        return oauthError(401, "invalid_client", QStringLiteral("this grant needs the client's secret"));
    return tokenAnswer(m_tokens.newGrant(-1, false), false);
}

Reply IdentityProvider::exchangeCode(const Form &form, bool isClient)
{
    if (!isClient && form.value(QStringLiteral("client_id")) != m_tokens.clientId())
        return oauthError(401, "invalid_client", QStringLiteral("client not found"));
    const std::optional<TokenStore::Code> code = m_tokens.takeCode(form.value(QStringLiteral("code")));
    if (!code)
        return invalidGrant(QStringLiteral("the code was never issued"));
    if (code->isUsed) {
        // RFC 6749 §4.1.2: whoever used it first may not be who it was meant for.
        m_tokens.revokeGrant(code->grant.number);
        return invalidGrant(QStringLiteral("the code was used before"));
    }
    if (code->expires <= m_organisation.now())
        return invalidGrant(QStringLiteral("the code has expired"));
    if (form.value(QStringLiteral("redirect_uri")) != code->redirectUri)
        return invalidGrant(QStringLiteral("redirect_uri is not the one of the authorisation"));
    if (code->challenge.isEmpty() && !isClient)
        return oauthError(401, "invalid_client",
                          QStringLiteral("without PKCE this needs the client's secret"));
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9._~-]{43,128}$"));
    const QString verifier = form.value(QStringLiteral("code_verifier"));
    const bool fits = shape.match(verifier).hasMatch() && challengeOf(verifier) == code->challenge;
    if (!code->challenge.isEmpty() && !fits)
        return invalidGrant(QStringLiteral("code_verifier does not fit the code_challenge"));
    TokenStore::Grant grant = code->grant;
    grant.isPublic = !isClient;
    return tokenAnswer(grant, isClient || m_options.givesRefreshToken);
}

Reply IdentityProvider::refresh(const Form &form, bool isClient)
{
    if (!isClient && form.value(QStringLiteral("client_id")) != m_tokens.clientId())
        return oauthError(401, "invalid_client", QStringLiteral("client not found"));
    const std::optional<TokenStore::Grant> grant =
        m_tokens.takeRefresh(form.value(QStringLiteral("refresh_token")));
    if (!grant || (!isClient && !grant->isPublic))
        return invalidGrant(QStringLiteral("the refresh token is not valid, or was used before"));
    if (m_organisation.directory().user(grant->user).state != UserState::Active)
        return invalidGrant(QStringLiteral("the user is not active"));
    return tokenAnswer(*grant, true);
}

Reply IdentityProvider::tokenAnswer(const TokenStore::Grant &grant, bool withRefresh)
{
    QJsonObject answer{{QStringLiteral("access_token"), m_tokens.issue(m_organisation.now(), grant)},
                       {QStringLiteral("token_type"), QStringLiteral("bearer")},
                       {QStringLiteral("expires_in"), m_tokens.lifetimeSeconds()}};
    if (withRefresh)
        answer.insert(QStringLiteral("refresh_token"), m_tokens.issueRefresh(grant));
    return Reply::json(answer);
}

} // namespace offboarding::demo
