// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/errortext.h"

#include <QStringList>

namespace offboarding::cli {

namespace {

struct Words
{
    QString what;
    QString next;
};

Words tlsWords(TlsCause cause)
{
    switch (cause) {
    case TlsCause::UnknownAuthority:
        return {
            QStringLiteral("The server's certificate is signed by nobody this computer trusts, so nothing "
                           "was sent to it."),
            QStringLiteral("If your organisation has a certificate authority of its own, give its PEM "
                           "file with --ca-file.")};
    case TlsCause::WrongHost:
        return {
            QStringLiteral("The server's certificate belongs to another name, so nothing was sent to it."),
            QStringLiteral("Check the address for typing mistakes.")};
    case TlsCause::Expired:
    case TlsCause::NotYetValid:
        return {QStringLiteral("The server's certificate is not valid today, so nothing was sent to it."),
                QStringLiteral("Check this computer's clock; if it is right, the server's operator has to "
                               "renew the certificate.")};
    case TlsCause::Revoked:
        return {QStringLiteral("The server's certificate was revoked, so nothing was sent to it."),
                QStringLiteral("Do not go on. Tell the server's operator.")};
    case TlsCause::Protocol:
        return {QStringLiteral("The server does not speak TLS 1.2 or newer, so nothing was sent to it."),
                QStringLiteral("Check the address and the port.")};
    case TlsCause::None:
    case TlsCause::Other:
        break;
    }
    return {QStringLiteral("The server could not prove who it is, so nothing was sent to it."),
            QStringLiteral("Check the address and this computer's clock.")};
}

Words keychainWords(KeychainCause cause)
{
    const QString otherwise = QStringLiteral("set OFFBOARDING_CLIENT_ID and OFFBOARDING_CLIENT_SECRET, or "
                                             "OFFBOARDING_TOKEN, in the environment.");
    switch (cause) {
    case KeychainCause::Missing:
        return {
            QStringLiteral("The keychain has no secret for this profile."),
            QString(QStringLiteral("Sign in once in the console and have the secret kept, or ") + otherwise)};
    case KeychainCause::Deleted:
        return {QStringLiteral("The secret of this profile is gone from the keychain: somebody or another "
                               "program removed it."),
                QString(QStringLiteral("Sign in again in the console, or ") + otherwise)};
    case KeychainCause::NoBackend:
        return {QStringLiteral("No keychain is running in this session."),
                QString(QStringLiteral("Start GNOME Keyring, KWallet or another Secret Service, or ") +
                        otherwise)};
    case KeychainCause::Locked:
        return {QStringLiteral("The keychain is locked."),
                QString(QStringLiteral("Unlock it, or ") + otherwise)};
    case KeychainCause::Denied:
        return {QStringLiteral("The keychain denied access."),
                QString(QStringLiteral("Allow it, or ") + otherwise)};
    case KeychainCause::None:
    case KeychainCause::Other:
        break;
    }
    return {QStringLiteral("The keychain gave an answer that cannot be used."),
            QString(QStringLiteral("Check it with its own program, or ") + otherwise)};
}

Words forbiddenWords(const Error &error)
{
    const QString what = error.missingPermission.isEmpty()
                             ? QStringLiteral("The account may not do this: a permission is missing.")
                             : QStringLiteral("The account may not do this: the permission %1 is missing.")
                                   .arg(error.missingPermission);
    return {what, QStringLiteral("Ask an administrator of the organisation to grant it to this account.")};
}

Words conflictWords(ConflictCause cause)
{
    if (cause == ConflictCause::References)
        return {QStringLiteral("Active or recent interactions still refer to the user; nothing was changed."),
                QStringLiteral("Clear the references, or deactivate the user instead of deleting it.")};
    return {QStringLiteral("The server has something else by now than what was read; nothing was changed."),
            QStringLiteral("Read it again, compare, then try again.")};
}

Words wordsOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
        return {QStringLiteral("The server cannot be reached, or the line was cut."),
                QStringLiteral("Check the network and the address, then try again.")};
    case ErrorKind::Timeout:
        return {QStringLiteral("The server did not answer in time."),
                QStringLiteral("Try again; if it stays, the server or the network is overloaded.")};
    case ErrorKind::Tls:
        return tlsWords(error.tls);
    case ErrorKind::Unauthorized:
        return {QStringLiteral("The server does not accept this sign-in."),
                QStringLiteral(
                    "Check the token (it may have expired), or the client id and secret, and that they "
                    "belong to this server.")};
    case ErrorKind::Forbidden:
        return forbiddenWords(error);
    case ErrorKind::NotFound:
    case ErrorKind::Gone:
        return {QStringLiteral("The server does not know what was asked for."),
                QStringLiteral("Check the address: it is the API's, without /api/v2 behind it.")};
    case ErrorKind::Conflict:
        return conflictWords(error.conflict);
    case ErrorKind::RateLimited:
        return {error.retryAfterSeconds > 0
                    ? QStringLiteral("The organisation's request limit is used up for another %1 seconds.")
                          .arg(error.retryAfterSeconds)
                    : QStringLiteral("The organisation's request limit is used up."),
                QStringLiteral("Try again later.")};
    case ErrorKind::BadRequest:
        return {QStringLiteral("The server refused the request."),
                QStringLiteral(
                    "Check the address and the options; give the facts below to the vendor's support.")};
    case ErrorKind::Server:
        return {QStringLiteral("The server had an internal error."),
                QStringLiteral("Try again in a moment; if it stays, give the facts below to the vendor's "
                               "support.")};
    case ErrorKind::BadResponse:
        return {
            QStringLiteral("The server's answer cannot be used: it is damaged, incomplete or not what was "
                           "asked for."),
            QStringLiteral(
                "Check that the address is that of the API. Try again; if it stays, give the facts "
                "below to the vendor's support.")};
    case ErrorKind::Cancelled:
        return {QStringLiteral("It was stopped before it was finished."),
                QStringLiteral("Start it again when you are ready.")};
    case ErrorKind::OutcomeUnknown:
        return {QStringLiteral("A change was sent, but no usable answer came back: it may or may not have "
                               "happened. It is not sent a second time."),
                QStringLiteral("Read the user back, then decide.")};
    case ErrorKind::Refused:
        return {QStringLiteral("It was refused before anything was sent."), {}};
    case ErrorKind::File:
        return {
            QStringLiteral("The file could not be read or written; nothing half-written was left behind."),
            QStringLiteral("Check the folder, the free space and your rights.")};
    case ErrorKind::Keychain:
        return keychainWords(error.keychain);
    case ErrorKind::Proxy:
        return {QStringLiteral("The proxy refused the connection; the server was not asked."),
                QStringLiteral("Check the proxy of this profile, or of this computer.")};
    }
    return {QStringLiteral("Something unexpected happened."), {}};
}

} // namespace

QString technical(const Error &error)
{
    QStringList facts;
    if (error.httpStatus != 0)
        facts.append(QStringLiteral("HTTP %1").arg(error.httpStatus));
    if (!error.serverCode.isEmpty())
        facts.append(QStringLiteral("code %1").arg(error.serverCode));
    if (!error.detail.isEmpty())
        facts.append(QStringLiteral("\"%1\"").arg(error.detail.simplified()));
    if (!error.correlationId.isEmpty())
        facts.append(QStringLiteral("correlation id %1").arg(error.correlationId));
    if (!error.place.isEmpty())
        facts.append(QStringLiteral("at %1").arg(error.place));
    return facts.isEmpty() ? errorKindName(error) : facts.join(QStringLiteral(", "));
}

QString explained(const Error &error)
{
    const Words words = wordsOf(error);
    QStringList lines{words.what};
    if (!words.next.isEmpty())
        lines.append(words.next);
    lines.append(QString(QLatin1Char('(') + technical(error) + QLatin1Char(')')));
    return lines.join(QLatin1Char('\n'));
}

ExitCode exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::Keychain:
        return ExitCode::NotPermitted;
    case ErrorKind::Cancelled:
        return ExitCode::Stopped;
    default:
        return ExitCode::Partly;
    }
}

} // namespace offboarding::cli
