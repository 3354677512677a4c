// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/archive.h"

#include <QCryptographicHash>

#include <zip.h>

#include <memory>

namespace offboarding {

namespace {

constexpr qsizetype sealLength = 64; // SHA-256 in hexadecimal
constexpr zip_int64_t mostFiles = 100;
constexpr zip_uint64_t mostBytes = 1024ULL * 1024 * 1024;

Error archiveError(ErrorKind kind, const QString &place, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.place = place;
    error.detail = detail;
    return error;
}

tl::unexpected<Error> notMade()
{
    return failure(archiveError(ErrorKind::File, QStringLiteral("archive"),
                                QStringLiteral("the archive could not be made; is there memory left?")));
}

tl::unexpected<Error> notUsable(const QString &place, const QString &detail)
{
    return failure(archiveError(ErrorKind::BadResponse, place, detail));
}

struct SourceRelease
{
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};
struct ArchiveRelease
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
struct FileRelease
{
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

using SourcePointer = std::unique_ptr<zip_source_t, SourceRelease>;
using ArchivePointer = std::unique_ptr<zip_t, ArchiveRelease>;
using FilePointer = std::unique_ptr<zip_file_t, FileRelease>;

QByteArray sealOf(const QByteArray &bytes)
{
    const QByteArray sealed = QByteArray::fromRawData(bytes.constData(), bytes.size() - sealLength);
    return QCryptographicHash::hash(sealed, QCryptographicHash::Sha256).toHex();
}

/// @p file must outlive @p archive.
bool addFile(zip_t *archive, const ArchiveFile &file, time_t made)
{
    zip_source_t *content = zip_source_buffer(archive, file.content.constData(),
                                              static_cast<zip_uint64_t>(file.content.size()), 0);
    if (content == nullptr)
        return false;
    const QByteArray name = file.name.toUtf8();
    const zip_int64_t added = zip_file_add(archive, name.constData(), content, ZIP_FL_ENC_UTF_8);
    if (added < 0) {
        zip_source_free(content);
        return false;
    }
    return zip_file_set_mtime(archive, static_cast<zip_uint64_t>(added), made, 0) == 0;
}

QByteArray bytesOf(zip_source_t *source)
{
    zip_stat_t facts;
    zip_stat_init(&facts);
    if (zip_source_stat(source, &facts) < 0 || (facts.valid & ZIP_STAT_SIZE) == 0 ||
        zip_source_open(source) < 0)
        return {};
    QByteArray bytes(static_cast<qsizetype>(facts.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(source, bytes.data(), facts.size);
    zip_source_close(source);
    return read == static_cast<zip_int64_t>(facts.size) ? bytes : QByteArray();
}

} // namespace

Result<QByteArray> toArchive(const QList<ArchiveFile> &files, const QDateTime &made)
{
    const SourcePointer target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (target == nullptr)
        return notMade();
    ArchivePointer archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr));
    if (archive == nullptr)
        return notMade();
    zip_source_keep(target.get()); // opening took it over; it is read below
    for (const ArchiveFile &file : files) {
        if (!addFile(archive.get(), file, static_cast<time_t>(made.toSecsSinceEpoch())))
            return notMade();
    }
    // The seal is known only when the rest is there, but its length is part of the rest.
    const QByteArray room(sealLength, '0');
    if (zip_set_archive_comment(archive.get(), room.constData(), static_cast<zip_uint16_t>(room.size())) < 0)
        return notMade();
    if (zip_close(archive.get()) < 0)
        return notMade();
    archive.release();
    QByteArray bytes = bytesOf(target.get());
    if (bytes.size() <= sealLength || !bytes.endsWith(room))
        return notMade();
    bytes.replace(bytes.size() - sealLength, sealLength, sealOf(bytes));
    return bytes;
}

bool isArchive(const QByteArray &bytes)
{
    return bytes.startsWith("PK\x03\x04");
}

Result<QList<ArchiveFile>> fromArchive(const QByteArray &bytes, const QString &place)
{
    if (bytes.size() <= sealLength || bytes.right(sealLength) != sealOf(bytes))
        return notUsable(place, QStringLiteral("the archive is not as it was written: a part of it was "
                                               "changed, added or cut off"));
    zip_source_t *content =
        zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, nullptr);
    if (content == nullptr)
        return notMade();
    const ArchivePointer archive(zip_open_from_source(content, ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
    if (archive == nullptr) {
        zip_source_free(content);
        return notUsable(place, QStringLiteral("not an evidence pack"));
    }
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > mostFiles)
        return notUsable(place, QStringLiteral("%1 files are too many for an evidence pack").arg(count));
    QList<ArchiveFile> files;
    zip_uint64_t total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t facts;
        const auto index = static_cast<zip_uint64_t>(i);
        if (zip_stat_index(archive.get(), index, 0, &facts) < 0 || (facts.valid & ZIP_STAT_SIZE) == 0 ||
            (facts.valid & ZIP_STAT_NAME) == 0)
            return notUsable(place, QStringLiteral("file %1 cannot be read").arg(i + 1));
        const QString name = QString::fromUtf8(facts.name);
        if (facts.size > mostBytes || total + facts.size > mostBytes)
            return notUsable(place, QStringLiteral("it unpacks to more than 1 GiB"));
        total += facts.size;
        const FilePointer file(zip_fopen_index(archive.get(), index, 0));
        QByteArray data(static_cast<qsizetype>(facts.size), Qt::Uninitialized);
        if (file == nullptr ||
            zip_fread(file.get(), data.data(), facts.size) != static_cast<zip_int64_t>(facts.size))
            return notUsable(place, QStringLiteral("the file \"%1\" cannot be unpacked").arg(name));
        files.append({name, data});
    }
    return files;
}

} // namespace offboarding
