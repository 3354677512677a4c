// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/reply.h"

#include <QList>
#include <QPair>

namespace offboarding::demo {

/// Somebody in the sign-in form.
struct SignInChoice
{
    QString id;
    QString name;
    QString email;
    QString role;
    bool isPreselected = false;
};

/// The sign-in form: sends @p hidden, the chosen `user` and the `decision` to /oauth/authorize/approve.
Reply signInPage(const QList<QPair<QString, QString>> &hidden, const QList<SignInChoice> &choices);
/// A page that says why there is no form (error code and description as in RFC 6749).
Reply identityErrorPage(int status, const QString &error, const QString &description);
Reply signedOutPage();

/// 302 to @p uri with @p parameters behind those that it has.
Reply redirectTo(const QString &uri, const QList<QPair<QString, QString>> &parameters);

} // namespace offboarding::demo
