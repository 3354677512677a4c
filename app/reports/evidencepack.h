// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/reports/archive.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace offboarding {

/// What an evidence pack is made of.
struct EvidencePack
{
    QDateTime made; ///< UTC
    QString productVersion;
    QString runId;
    QString planHash;    ///< of the plan that was run
    QString journalHash; ///< of the journal's last record
    /// The journal under evidenceJournalName, and the reports. Each is listed in the manifest.
    QList<ArchiveFile> files;
};

inline constexpr auto evidenceJournalName = "journal.jsonl";
inline constexpr auto evidenceManifestName = "manifest.json";

/// The ZIP file, with a manifest that names size and SHA-256 of each file. Pure but for the library.
Result<QByteArray> toEvidencePack(const EvidencePack &pack);

/// The pack of @p bytes if every file is as the manifest says and none is missing or too many. Whether the
/// journal in it is sound is not looked at here (app/journal). BadResponse error that names file and reason.
/// Proves that nobody changed the pack since it was made, not who made it: whoever can write files can make
/// another one.
Result<EvidencePack> readEvidencePack(const QByteArray &bytes, const QString &place);

} // namespace offboarding
