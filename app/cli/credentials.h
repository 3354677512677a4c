// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace offboarding::cli {

/// The secrets of the environment; each empty where it is not set. In memory only.
struct Credentials
{
    QString token;        ///< OFFBOARDING_TOKEN
    QString clientId;     ///< OFFBOARDING_CLIENT_ID, not a secret by itself
    QString clientSecret; ///< OFFBOARDING_CLIENT_SECRET
};

/// Reads the three variables and takes them out of the environment, so that no child process inherits them;
/// what the system shows of this process's environment is overwritten, too. Called before any thread starts.
Credentials takeCredentials();

} // namespace offboarding::cli
