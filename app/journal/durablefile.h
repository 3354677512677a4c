// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFileDevice;

namespace offboarding {

/// Waits until what was written to @p file is on the disk itself, a power cut included. False: nobody knows
/// what is there (fsync(2): after an error the kernel may have dropped what was written).
bool flushToDisk(QFileDevice &file);

/// The same for the entry of @p path in its folder, after it was created or renamed.
bool flushFolderOf(const QString &path);

enum class FileLock {
    Held,       ///< until the file is closed or the process ends, however it ends
    Refused,    ///< somebody else has it
    Unsupported ///< the system or the file system has no such lock
};

/// Keeps every other process of this computer from locking the file.
FileLock lockWhileOpen(QFileDevice &file);

/// True if the file was deleted while it was open, so that what is written to it is lost.
bool isDeletedMeanwhile(QFileDevice &file);

} // namespace offboarding
