// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace offboarding {

/// One file of an archive, in memory.
struct ArchiveFile
{
    QString name; ///< without folders
    QByteArray content;
};

/// A ZIP file whose last 64 bytes (its comment) are the SHA-256 of everything before them, in hexadecimal:
/// not one byte of it can change unnoticed. Readable with any ZIP program. @p made is the time of each file.
/// File error if the library runs out of memory.
Result<QByteArray> toArchive(const QList<ArchiveFile> &files, const QDateTime &made);

/// True if @p bytes begin as a ZIP file does.
bool isArchive(const QByteArray &bytes);

/// The files of an archive that toArchive() made. BadResponse error with @p place if a byte was changed, if
/// it is no such archive, or if it holds more than is sensible (100 files, 1 GiB).
Result<QList<ArchiveFile>> fromArchive(const QByteArray &bytes, const QString &place);

} // namespace offboarding
