// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/domain/connection.h"

#include <QList>
#include <QString>

#include <optional>

namespace offboarding::cli {

/// --profile, --api-url, --login-url, --dialect, --demo and --ca-file.
QList<OptionDescription> connectionOptions();

/// Which organisation the arguments mean.
struct ConnectionChoice
{
    enum class Kind { Profile, Address, Demo } kind = Kind::Demo;
    QString profile;       ///< Profile: name of the saved connection
    Connection connection; ///< Address: what the options say; its id is null
    std::optional<Dialect> dialect;
    QString caFile; ///< Profile: replaces the one of the profile; empty: it stays
};

/// Checks everything that can be checked without the network: addresses, plain http to loopback only, and
/// that the CA file holds a certificate.
Usage<ConnectionChoice> connectionChoice(const Arguments &arguments);

} // namespace offboarding::cli
