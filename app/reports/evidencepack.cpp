// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/evidencepack.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace offboarding {

namespace {

constexpr int packVersion = 1;

QString sha256(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

tl::unexpected<Error> altered(const QString &place, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::BadResponse;
    error.place = place;
    error.detail = detail;
    return failure(error);
}

QJsonObject manifestOf(const EvidencePack &pack)
{
    QJsonArray files;
    for (const ArchiveFile &file : pack.files)
        files.append(QJsonObject{{QStringLiteral("name"), file.name},
                                 {QStringLiteral("bytes"), file.content.size()},
                                 {QStringLiteral("sha256"), sha256(file.content)}});
    return {
        {QStringLiteral("format"), QStringLiteral("offboarding-evidence")},
        {QStringLiteral("version"), packVersion},
        {QStringLiteral("made"), pack.made.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("product"), QString(QStringLiteral("Offboarding Console ") + pack.productVersion)},
        {QStringLiteral("runId"), pack.runId},
        {QStringLiteral("planHash"), pack.planHash},
        {QStringLiteral("journalHash"), pack.journalHash},
        {QStringLiteral("files"), files}};
}

} // namespace

Result<QByteArray> toEvidencePack(const EvidencePack &pack)
{
    QList<ArchiveFile> files = pack.files;
    files.append({QString::fromLatin1(evidenceManifestName),
                  QJsonDocument(manifestOf(pack)).toJson(QJsonDocument::Indented)});
    return toArchive(files, pack.made);
}

Result<EvidencePack> readEvidencePack(const QByteArray &bytes, const QString &place)
{
    Result<QList<ArchiveFile>> files = fromArchive(bytes, place);
    if (!files)
        return failure(files.error());
    const QString manifestName = QString::fromLatin1(evidenceManifestName);
    const auto manifestFile =
        std::find_if(files->cbegin(), files->cend(),
                     [&manifestName](const ArchiveFile &file) { return file.name == manifestName; });
    if (manifestFile == files->cend())
        return altered(place, QStringLiteral("not an evidence pack: it has no %1").arg(manifestName));
    const QJsonObject manifest = QJsonDocument::fromJson(manifestFile->content).object();
    if (manifest.value(QStringLiteral("format")).toString() != QLatin1String("offboarding-evidence"))
        return altered(place, QStringLiteral("not an evidence pack: %1 does not say so").arg(manifestName));
    if (const int version = manifest.value(QStringLiteral("version")).toInt(); version != packVersion)
        return altered(place, QStringLiteral("made by another version of the product (format %1; this one "
                                             "reads %2)")
                                  .arg(version)
                                  .arg(packVersion));
    files->erase(manifestFile);

    EvidencePack pack;
    pack.made = QDateTime::fromString(manifest.value(QStringLiteral("made")).toString(), Qt::ISODateWithMs);
    pack.productVersion = manifest.value(QStringLiteral("product")).toString();
    pack.runId = manifest.value(QStringLiteral("runId")).toString();
    pack.planHash = manifest.value(QStringLiteral("planHash")).toString();
    pack.journalHash = manifest.value(QStringLiteral("journalHash")).toString();
    const QJsonArray listed = manifest.value(QStringLiteral("files")).toArray();
    for (const QJsonValue &entry : listed) {
        const QString name = entry[QStringLiteral("name")].toString();
        const auto file = std::find_if(files->cbegin(), files->cend(),
                                       [&name](const ArchiveFile &one) { return one.name == name; });
        if (file == files->cend())
            return altered(place, QStringLiteral("the file \"%1\" is missing").arg(name));
        if (sha256(file->content) != entry[QStringLiteral("sha256")].toString())
            return altered(place, QStringLiteral("the file \"%1\" is not the one that was packed").arg(name));
        pack.files.append(*file);
        files->erase(file);
    }
    if (!files->isEmpty())
        return altered(place, QStringLiteral("the file \"%1\" was added").arg(files->constFirst().name));
    return pack;
}

} // namespace offboarding
