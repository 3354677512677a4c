// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evidencefiles.h"

#include "app/reports/reports.h"
#include "app/reports/table.h"

#include <QDir>
#include <QUrl>

namespace offboarding::cli {

namespace {

/// Ids are the server's: they may hold anything that a path means something by.
QString fileName(const QString &userId)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(userId, {}, ".")) + QStringLiteral(".json");
}

} // namespace

bool isEvidence(const QHash<QString, ReferenceMap> &maps, const QString &userId)
{
    const auto map = maps.constFind(userId);
    return map != maps.constEnd() && map->isComplete();
}

QCoro::Task<Result<QHash<QString, EvidenceFile>>>
writeEvidence(CommandContext context, ReferenceFinder *finder, Plan plan, QString folder)
{
    if (!QDir().mkpath(folder)) {
        Error error;
        error.kind = ErrorKind::File;
        error.place = folder;
        error.detail = QStringLiteral("the folder cannot be made");
        co_return failure(error);
    }
    Terminal *const terminal = &context.terminal;
    QObject listener;
    QObject::connect(finder, &ReferenceFinder::progressChanged, &listener, [terminal](int done, int total) {
        terminal->progress(QStringLiteral("Evidence"), done, total);
    });
    QObject::connect(&context.stop, &StopSignal::requested, finder, &ReferenceFinder::stop);
    QStringList userIds;
    for (const User &user : plan.users)
        userIds.append(user.id);
    const QHash<QString, ReferenceMap> maps = co_await finder->readAll(userIds, ReadingDepth::Gates);
    terminal->clearProgress();
    QHash<QString, EvidenceFile> files;
    for (const User &user : plan.users) {
        EvidenceFile file;
        file.path = QDir(folder).absoluteFilePath(fileName(user.id));
        file.userId = user.id;
        const Result<QByteArray> digest = writeReport(file.path, toJson(referencesToJson({user}, maps)));
        if (!digest)
            co_return failure(digest.error());
        file.sha256 = *digest;
        file.written = QDateTime::currentDateTimeUtc();
        if (isEvidence(maps, user.id))
            files.insert(user.id, file);
    }
    co_return files;
}

} // namespace offboarding::cli
