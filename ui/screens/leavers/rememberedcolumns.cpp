// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/leavers/rememberedcolumns.h"

#include <QSettings>

namespace offboarding::ui {

namespace {

constexpr qsizetype mostRemembered = 50;

QString settingsKey()
{
    return QStringLiteral("leavers/columns");
}

} // namespace

std::optional<LeaverColumns> rememberedColumns(const QStringList &header)
{
    const QString signature = headerSignature(header);
    const QStringList entries = QSettings().value(settingsKey()).toStringList();
    for (const QString &entry : entries) {
        if (entry.section(QLatin1Char(' '), 0, 0) == signature)
            return columnsFromText(entry.section(QLatin1Char(' '), 1), header.size());
    }
    return std::nullopt;
}

void rememberColumns(const QStringList &header, const LeaverColumns &columns)
{
    const QString signature = headerSignature(header);
    QSettings settings;
    QStringList entries = settings.value(settingsKey()).toStringList();
    entries.removeIf([&signature](const QString &entry) { return entry.startsWith(signature); });
    entries.prepend(QString(signature + QLatin1Char(' ') + columnsToText(columns)));
    settings.setValue(settingsKey(), QStringList(entries.mid(0, mostRemembered)));
}

} // namespace offboarding::ui
