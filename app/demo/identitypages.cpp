// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/identitypages.h"

#include <QUrl>

namespace offboarding::demo {

namespace {

// Pages are English: they belong to the server, as a real organisation's do.
Reply page(int status, const QString &title, const QString &content)
{
    static const QString style = QStringLiteral(
        "body{font:16px/1.5 sans-serif;max-width:34em;margin:3em auto;padding:0 1em;"
        "color:#1d2733;background:#fff}"
        "label{display:block;padding:.4em 0}button{font:inherit;padding:.4em 1.2em;margin-right:.6em}"
        "small{color:#566}@media(prefers-color-scheme:dark){body{color:#e8edf2;background:#161b21}"
        "small{color:#9ab}}");
    const QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width\">"
                       "<title>%1</title><style>%2</style></head><body><h1>%1</h1>\n%3\n</body></html>\n")
            .arg(title.toHtmlEscaped(), style, content);
    Reply reply;
    reply.status = status;
    reply.contentType = "text/html; charset=utf-8";
    reply.body = html.toUtf8();
    reply.headers = {{"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"},
                     {"X-Frame-Options", "DENY"},
                     {"Referrer-Policy", "no-referrer"}};
    return reply;
}

} // namespace

Reply signInPage(const QList<QPair<QString, QString>> &hidden, const QList<SignInChoice> &choices)
{
    QString form = QStringLiteral("<p>This is the sign-in page of the demo organisation. Everybody in it is "
                                  "invented, and nobody has a password. Who are you?</p>\n"
                                  "<form method=\"post\" action=\"/oauth/authorize/approve\">\n");
    for (const auto &[name, value] : hidden)
        form += QStringLiteral("<input type=\"hidden\" name=\"%1\" value=\"%2\">\n")
                    .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    for (const SignInChoice &one : choices)
        form += QStringLiteral("<label><input type=\"radio\" name=\"user\" value=\"%1\" required%2> %3 "
                               "<small>%4, %5</small></label>\n")
                    .arg(one.id.toHtmlEscaped(), one.isPreselected ? QStringLiteral(" checked") : QString(),
                         one.name.toHtmlEscaped(), one.role.toHtmlEscaped(), one.email.toHtmlEscaped());
    form += QStringLiteral("<p><button name=\"decision\" value=\"allow\">Sign in</button>"
                           "<button name=\"decision\" value=\"deny\" formnovalidate>Cancel</button></p>\n"
                           "</form>");
    return page(200, QStringLiteral("Sign in to the demo organisation"), form);
}

Reply identityErrorPage(int status, const QString &error, const QString &description)
{
    return page(status, QStringLiteral("Sign-in is not possible"),
                QStringLiteral("<p>%1</p>\n<p><code>%2</code></p>")
                    .arg(description.toHtmlEscaped(), error.toHtmlEscaped()));
}

Reply signedOutPage()
{
    return page(200, QStringLiteral("Signed out"),
                QStringLiteral("<p>You are signed out of the demo organisation.</p>"));
}

Reply redirectTo(const QString &uri, const QList<QPair<QString, QString>> &parameters)
{
    QByteArray location = QUrl(uri).toEncoded();
    char separator = location.contains('?') ? '&' : '?';
    for (const auto &[name, value] : parameters) {
        location += separator;
        location += QUrl::toPercentEncoding(name);
        location += '=';
        location += QUrl::toPercentEncoding(value);
        separator = '&';
    }
    Reply reply = Reply::empty(302);
    reply.headers = {{"Location", location}};
    return reply;
}

} // namespace offboarding::demo
