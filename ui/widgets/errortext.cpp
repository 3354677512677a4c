// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/errortext.h"

#include "ui/widgets/blockertext.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace offboarding::ui {

namespace {

struct ErrorTexts
{
    Q_DECLARE_TR_FUNCTIONS(ErrorTexts)

public:
    static ErrorText conflict(const Error &error);
    static ErrorText rateLimited(const Error &error);
    static ErrorText forbidden(const Error &error);
    static ErrorText tls(const Error &error);
    static ErrorText keychain(const Error &error);
    static std::optional<ErrorText> signIn(const Error &error);
    static ErrorText words(const Error &error);
    static QString technical(const Error &error);
};

ErrorText ErrorTexts::conflict(const Error &error)
{
    ErrorText text;
    switch (error.conflict) {
    case ConflictCause::Version:
        text.title = tr("Someone changed this user a moment ago");
        text.meaning = tr("What you saw is no longer what the server has. Nothing was changed.");
        text.nextStep = tr("Read the user again, compare, then try again.");
        return text;
    case ConflictCause::References:
        text.title = error.referencedIds.isEmpty() ? tr("Still referenced by interactions")
                                                   : tr("Still referenced by %n interaction(s)", nullptr,
                                                        static_cast<int>(error.referencedIds.size()));
        text.meaning = tr("The server does not delete a user while active or recent interactions refer to "
                          "them. Nothing was changed.");
        text.nextStep = tr("Clear the references and try again, or deactivate the user instead: "
                           "deactivating keeps the history.");
        return text;
    case ConflictCause::None:
        break;
    }
    text.title = tr("The server sees a conflict");
    text.meaning = tr("The request contradicts what the server has now. Nothing was changed.");
    text.nextStep = tr("Read the user again, then decide.");
    return text;
}

ErrorText ErrorTexts::rateLimited(const Error &error)
{
    ErrorText text;
    text.title = error.retryAfterSeconds > 0
                     ? tr("The organisation's request limit is used up, back in %n second(s)", nullptr,
                          error.retryAfterSeconds)
                     : tr("The organisation's request limit is used up");
    text.meaning = tr("Every program of the organisation shares this limit. Nothing was changed.");
    text.nextStep = tr("Nothing to do for short pauses: the console goes on by itself. After a long one, "
                       "try again later.");
    return text;
}

ErrorText ErrorTexts::forbidden(const Error &error)
{
    ErrorText text;
    if (blockerOf(error) == Blocker::NotInDivision) {
        text.title = error.missingPermission.isEmpty()
                         ? tr("The permission does not reach this division")
                         : tr("The permission %1 does not reach this division").arg(error.missingPermission);
        text.meaning = tr("The signed-in account has it for other divisions only. Nothing was changed.");
        text.nextStep = tr("Copy the permission for an administrator who can grant it there.");
        return text;
    }
    text.title = error.missingPermission.isEmpty()
                     ? tr("A permission is missing")
                     : tr("The permission %1 is missing").arg(error.missingPermission);
    text.meaning = tr("The signed-in account may not do this. Nothing was changed.");
    text.nextStep = tr("Copy the permission for an administrator who can grant it.");
    return text;
}

ErrorText ErrorTexts::tls(const Error &error)
{
    ErrorText text;
    text.title = tr("The secure connection failed");
    switch (error.tls) {
    case TlsCause::UnknownAuthority:
        text.meaning = tr("The server's certificate is signed by nobody this computer trusts, so nothing was "
                          "sent to it.");
        text.nextStep =
            tr("If your organisation has a certificate authority of its own, give its file in "
               "Manage connections…. Ask your network team whether a proxy replaces certificates.");
        return text;
    case TlsCause::WrongHost:
        text.meaning = tr("The server's certificate belongs to another name, so nothing was sent to it.");
        text.nextStep = tr("Check the address of the connection for typing mistakes.");
        return text;
    case TlsCause::Expired:
        text.meaning = tr("The server's certificate has expired, so nothing was sent to it.");
        text.nextStep =
            tr("Check the computer's clock. If it is right, the server's operator has to renew the "
               "certificate.");
        return text;
    case TlsCause::NotYetValid:
        text.meaning = tr("The server's certificate is not valid yet, so nothing was sent to it.");
        text.nextStep = tr("Check the computer's clock.");
        return text;
    case TlsCause::Revoked:
        text.meaning = tr("The server's certificate was revoked, so nothing was sent to it.");
        text.nextStep = tr("Do not go on. Tell the server's operator.");
        return text;
    case TlsCause::Protocol:
        text.meaning = tr("The server does not speak TLS 1.2 or newer, so nothing was sent to it.");
        text.nextStep =
            tr("Check the address and the port. An old server has to be updated by its operator.");
        return text;
    case TlsCause::None:
    case TlsCause::Other:
        break;
    }
    text.meaning = tr("The server could not prove who it is, so nothing was sent to it.");
    text.nextStep = tr("Check the address and the computer's clock. Ask your network team whether a proxy "
                       "replaces certificates.");
    return text;
}

ErrorText ErrorTexts::keychain(const Error &error)
{
    switch (error.keychain) {
    case KeychainCause::Missing:
        return {tr("The keychain has no secret for this connection"),
                tr("Nothing was kept there yet."),
                tr("Sign in; the secret can be kept in the keychain then."),
                {}};
    case KeychainCause::Deleted:
        return {tr("The secret is gone from the keychain"),
                tr("It was kept there, and somebody or another program removed it."),
                tr("Sign in again to keep it anew. If you did not remove it, have it replaced."),
                {}};
    case KeychainCause::NoBackend:
        return {
            tr("There is no keychain"),
            tr("No keychain service is running, so the secret was not kept. It is never written to a file "
               "instead."),
            tr("Install and start GNOME Keyring, KWallet or another Secret Service, or go on without it: "
               "you sign in again after each start."),
            {}};
    case KeychainCause::Locked:
        return {tr("The keychain is locked"),
                tr("The secret is there, but the keychain was not unlocked."),
                tr("Unlock the keychain and try again, or type the secret for this time."),
                {}};
    case KeychainCause::Denied:
        return {tr("The keychain denied access"),
                tr("Access was refused by you or by the system."),
                tr("Try again and allow it, or go on without the keychain: you sign in again after each "
                   "start."),
                {}};
    case KeychainCause::None:
    case KeychainCause::Other:
        break;
    }
    return {tr("The keychain failed"),
            tr("It gave an answer that cannot be used. The secret is never written to a file instead."),
            tr("Check the keychain with its own program, or go on without it: you sign in again after each "
               "start."),
            {}};
}

/// What the token endpoint, the browser and the session say by a code (RFC 6749 §4.1.2.1 and §5.2).
std::optional<ErrorText> ErrorTexts::signIn(const Error &error)
{
    const QString &code = error.serverCode;
    if (code == QLatin1String("invalid_client"))
        return ErrorText{
            tr("The client ID or its secret is wrong"),
            tr("The login server does not know this client, or not with this secret. Nobody is signed "
               "in."),
            tr("Check the client ID in Manage connections… and type the secret again. If the secret was "
               "replaced at the server, the new one is needed."),
            {}};
    if (code == QLatin1String("invalid_grant"))
        return ErrorText{tr("The login server no longer accepts this sign-in"),
                         tr("A code or a renewal can be used once and for a short time only."),
                         tr("Start the sign-in again."),
                         {}};
    if (code == QLatin1String("unauthorized_client") || code == QLatin1String("unsupported_grant_type"))
        return ErrorText{
            tr("This client may not sign in that way"),
            tr("The OAuth client is set up for another grant type."),
            tr("Choose another way to sign in in Manage connections…, or have an administrator change "
               "the client."),
            {}};
    if (code == QLatin1String("invalid_request") || code == QLatin1String("invalid_scope") ||
        code == QLatin1String("unsupported_response_type"))
        return ErrorText{tr("The login server did not understand the sign-in"),
                         tr("The connection does not fit the way the client is set up."),
                         tr("Compare client ID and redirect address with the client at the server."),
                         {}};
    if (code == QLatin1String("access_denied"))
        return ErrorText{
            tr("The sign-in was refused"),
            tr("Somebody pressed Cancel on the sign-in page, or this account may not use the client."),
            tr("Try again, with another account if needed."),
            {}};
    if (code == QLatin1String("state.mismatch"))
        return ErrorText{tr("The answer from the browser was not for this sign-in"),
                         tr("An older page answered, or another program tried to. It was not used."),
                         tr("Close old sign-in pages and start again."),
                         {}};
    if (code == QLatin1String("browser.not.opened"))
        return ErrorText{tr("The browser could not be opened"),
                         tr("Nobody is signed in."),
                         tr("Set a default browser, or choose another way to sign in."),
                         {}};
    if (code == QLatin1String("browser.timeout"))
        return ErrorText{tr("Nobody came back from the browser"),
                         tr("The sign-in page was not finished in time."),
                         tr("Start the sign-in again and finish it in the browser."),
                         {}};
    if (code == QLatin1String("redirect.port.taken"))
        return ErrorText{
            tr("The browser could not come back here"),
            tr("The port of the redirect address is used by another program, or may not be used."),
            tr("Close the other program (perhaps a second console), or choose another registered redirect "
               "address in Manage connections…"),
            {}};
    if (code == QLatin1String("other.account"))
        return ErrorText{
            tr("This is another account or organisation"),
            tr("What is open here belongs to somebody else's sign-in, so it does not go on with this one."),
            tr("Sign in with the account that is named above, or sign out first."),
            {}};
    if (code == QLatin1String("not.a.token"))
        return ErrorText{
            tr("This is not an access token"),
            tr("A token is one long word of letters, digits and signs. It was not sent anywhere."),
            tr("Copy the token again, without anything around it."),
            {}};
    if (code == QLatin1String("token.rejected"))
        return ErrorText{tr("The session ended"),
                         tr("The server does not accept the token any more. Nothing was changed."),
                         tr("Sign in again; what is waiting goes on afterwards."),
                         {}};
    return std::nullopt;
}

ErrorText ErrorTexts::words(const Error &error)
{
    if (const std::optional<ErrorText> text = signIn(error))
        return *text;
    if (const std::optional<ErrorText> text = blockerText(blockerOf(error)))
        return *text;
    switch (error.kind) {
    case ErrorKind::Network:
        return {tr("The server cannot be reached"),
                tr("There was no connection, or the line was cut. What is shown may be old."),
                tr("Check the network and the address of the connection, then try again."),
                {}};
    case ErrorKind::Timeout:
        return {tr("The server did not answer in time"),
                tr("The question was sent, but no complete answer came back."),
                tr("Try again. If it keeps happening, the server or the network is overloaded."),
                {}};
    case ErrorKind::Tls:
        return tls(error);
    case ErrorKind::Unauthorized:
        return {tr("The session ended"),
                tr("The server no longer accepts this sign-in. Nothing was changed."),
                tr("Sign in again; a run that is waiting goes on afterwards."),
                {}};
    case ErrorKind::Forbidden:
        return forbidden(error);
    case ErrorKind::NotFound:
        if (error.place.startsWith(QLatin1String("GET "))) // nothing was to be removed
            return {tr("Not found"),
                    tr("The server does not know what was asked for, or this account may not see its "
                       "division."),
                    tr("Refresh the list. If everything is missing, check the address of the connection."),
                    {}};
        return {tr("Already gone"),
                tr("The server does not know it any more, or this account may not see its division."),
                tr("Read it again: where it was to be deleted, nothing is left to do."),
                {}};
    case ErrorKind::Gone:
        return {tr("Gone for good"),
                tr("The server says that this was removed and does not come back."),
                tr("Nothing is left to do."),
                {}};
    case ErrorKind::Conflict:
        return conflict(error);
    case ErrorKind::RateLimited:
        return rateLimited(error);
    case ErrorKind::BadRequest:
        return {tr("The server refused the request"),
                tr("It did not accept what was asked. Nothing was changed."),
                tr("Copy the technical details for the vendor's support."),
                {}};
    case ErrorKind::Server:
        return {
            tr("The server had an internal error"),
            tr("The fault is on the server's side."),
            tr("Try again in a moment. If it stays, copy the technical details for the vendor's support."),
            {}};
    case ErrorKind::BadResponse:
        return {tr("The server's answer cannot be used"),
                tr("The answer is damaged, too large or not what was asked for, so none of it was used."),
                tr("Try again. If it stays, copy the technical details for the vendor's support."),
                {}};
    case ErrorKind::Cancelled:
        return {tr("Stopped"),
                tr("It was stopped before it was finished."),
                tr("Start it again when you are ready."),
                {}};
    case ErrorKind::OutcomeUnknown:
        return {tr("The outcome is unknown"),
                tr("The change was sent, but no usable answer came back: it may or may not have happened. "
                   "It is not sent a second time."),
                tr("Read the user back, then decide."),
                {}};
    case ErrorKind::Refused:
        return {tr("The console refused to go on"),
                tr("A safety check did not hold any more. Nothing was sent."),
                tr("Read the preview again and clear what stands in the way."),
                {}};
    case ErrorKind::File:
        return {tr("The file could not be read or written"),
                tr("No half-written file was left behind."),
                tr("Check the folder, the free space and your rights, or choose another place."),
                {}};
    case ErrorKind::Keychain:
        return keychain(error);
    case ErrorKind::Proxy:
        return {tr("The proxy refused the connection"),
                tr("It wants a user name and a password, or does not accept those of this connection. The "
                   "server was not asked."),
                tr("Check the proxy of this connection in Manage connections…"),
                {}};
    }
    return {tr("Something unexpected happened"),
            {},
            tr("Copy the technical details for the vendor's support."),
            {}};
}

QString ErrorTexts::technical(const Error &error)
{
    QStringList parts;
    if (error.httpStatus != 0)
        parts.append(tr("HTTP status %1").arg(error.httpStatus));
    if (!error.serverCode.isEmpty())
        parts.append(tr("code %1").arg(error.serverCode));
    if (!error.detail.isEmpty())
        parts.append(tr("message: %1").arg(error.detail.simplified()));
    if (!error.correlationId.isEmpty())
        parts.append(tr("correlation id %1").arg(error.correlationId));
    if (!error.place.isEmpty())
        parts.append(tr("at %1").arg(error.place));
    if (parts.isEmpty())
        parts.append(errorKindName(error));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ErrorText describe(const Error &error)
{
    ErrorText text = ErrorTexts::words(error);
    text.technical = ErrorTexts::technical(error);
    return text;
}

QString describeBriefly(const Error &error)
{
    const ErrorText text = describe(error);
    QString brief = text.title + QLatin1Char('.');
    if (!text.meaning.isEmpty())
        brief += QLatin1Char(' ') + text.meaning;
    if (!text.nextStep.isEmpty())
        brief += QLatin1Char(' ') + text.nextStep;
    return brief;
}

} // namespace offboarding::ui
