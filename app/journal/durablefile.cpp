// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/durablefile.h"

#include <QFile>
#include <QFileDevice>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace offboarding {

#ifdef Q_OS_UNIX

namespace {

bool flushDescriptor(int descriptor)
{
#ifdef F_FULLFSYNC
    if (::fcntl(descriptor, F_FULLFSYNC) == 0) // fsync() alone stops at the drive's own cache there
        return true;
#endif
    while (::fsync(descriptor) != 0) {
        if (errno != EINTR)
            return false;
    }
    return true;
}

} // namespace

bool flushToDisk(QFileDevice &file)
{
    return file.flush() && flushDescriptor(file.handle());
}

bool flushFolderOf(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    // Some file systems have nothing to flush here and say so.
    const bool isFlushed = flushDescriptor(descriptor) || errno == EINVAL;
    ::close(descriptor);
    return isFlushed;
}

FileLock lockWhileOpen(QFileDevice &file)
{
    while (::flock(file.handle(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR)
            continue;
        const bool isUnsupported = errno == ENOTSUP || errno == ENOLCK || errno == ENOSYS;
        return isUnsupported ? FileLock::Unsupported : FileLock::Refused;
    }
    return FileLock::Held;
}

bool isDeletedMeanwhile(QFileDevice &file)
{
    struct stat status = {};
    return ::fstat(file.handle(), &status) != 0 || status.st_nlink == 0;
}

#else

bool flushToDisk(QFileDevice &file)
{
    return file.flush() && ::_commit(file.handle()) == 0;
}

bool flushFolderOf(const QString &)
{
    return true; // NTFS keeps names in its own log
}

FileLock lockWhileOpen(QFileDevice &)
{
    return FileLock::Unsupported;
}

bool isDeletedMeanwhile(QFileDevice &file)
{
    return !QFileInfo::exists(file.fileName());
}

#endif

} // namespace offboarding
