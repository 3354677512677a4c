// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace offboarding::cli {

/// A value made from arguments, or what is wrong with them in plain English.
template <typename T> using Usage = tl::expected<T, QString>;

inline tl::unexpected<QString> wrongUsage(const QString &text)
{
    return tl::unexpected<QString>(text);
}

/// An option as it is parsed, shown by --help and written in the manual page.
struct OptionDescription
{
    QString name;      ///< without dashes
    QString valueName; ///< "FILE"; empty: a switch
    QString help;
    QString shortName; ///< one letter; empty: none
};

/// The options and operands of one command line, each option given at most once.
struct Arguments
{
    QHash<QString, QString> options; ///< by OptionDescription::name; switches have an empty value
    QStringList operands;

    bool has(const QString &name) const { return options.contains(name); }
    QString value(const QString &name) const { return options.value(name); }
};

/// The whole number that option @p name gives, from @p least to @p most; @p otherwise where it is absent.
Usage<qint64> numberOption(const Arguments &arguments, const QString &name, qint64 least, qint64 most,
                           qint64 otherwise);

/// One of @p allowed; the first of them where option @p name is absent.
Usage<QString> choiceOption(const Arguments &arguments, const QString &name, const QStringList &allowed);

} // namespace offboarding::cli
