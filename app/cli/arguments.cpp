// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

namespace offboarding::cli {

Usage<qint64> numberOption(const Arguments &arguments, const QString &name, qint64 least, qint64 most,
                           qint64 otherwise)
{
    if (!arguments.has(name))
        return otherwise;
    bool isNumber = false;
    const qint64 number = arguments.value(name).toLongLong(&isNumber);
    if (!isNumber || number < least || number > most)
        return wrongUsage(QStringLiteral("--%1 takes a whole number from %2 to %3, not \"%4\".")
                              .arg(name)
                              .arg(least)
                              .arg(most)
                              .arg(arguments.value(name)));
    return number;
}

Usage<QString> choiceOption(const Arguments &arguments, const QString &name, const QStringList &allowed)
{
    if (!arguments.has(name))
        return allowed.first();
    const QString value = arguments.value(name);
    if (!allowed.contains(value))
        return wrongUsage(QStringLiteral("--%1 takes one of %2, not \"%3\".")
                              .arg(name, allowed.join(QStringLiteral(", ")), value));
    return value;
}

} // namespace offboarding::cli
