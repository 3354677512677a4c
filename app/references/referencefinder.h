// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/references/readingbatch.h"
#include "app/references/referencemap.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>

#include <memory>

namespace offboarding {

/// Finds the conversations that refer to users, and keeps the last map of each. Lives as long as the
/// connection.
///
/// Sources per user (contract §4): agent status, open conversations by the detail query, recent ended ones by
/// the detail query, then every open one read live with GET /conversations/{id}, and the counts of the user's
/// summary as a cross-check. With ReadingDepth::Everything also what is around the person. A source that
/// fails is kept as failed.
///
/// Within one request() or readAll() nothing is asked twice: a conversation that several users share, and the
/// lists of the organisation, are read once.
class ReferenceFinder : public QObject
{
    Q_OBJECT

public:
    explicit ReferenceFinder(ApiClient &client, QObject *parent = nullptr);
    ~ReferenceFinder() override;

    void setRecentDays(int days); ///< default 7; split at 31 days
    int recentDays() const;

    /// Reads the maps of @p userIds, a few users in parallel; mapChanged for each, finished() at the end. A
    /// later call replaces the wish list; what the earlier one had not sent yet is not sent.
    void request(const QStringList &userIds, ReadingDepth depth = ReadingDepth::Gates);
    /// What was not read yet keeps its map as it was. finished() follows.
    void stop();
    bool isReading() const;
    bool isReading(const QString &userId) const;

    /// The last map, or null. Valid until the next mapChanged.
    const ReferenceMap *map(const QString &userId) const;

    /// A fresh map for a gate or a verification. Also stored, with mapChanged.
    QCoro::Task<ReferenceMap> read(QString userId, ReadingDepth depth = ReadingDepth::Gates);
    /// The maps of all @p userIds, as request() reads them; of those that stop() prevented there is none.
    QCoro::Task<QHash<QString, ReferenceMap>> readAll(QStringList userIds, ReadingDepth depth);
    /// Reads what is around @p userIds, beside request(): neither stops the other, and no conversation is
    /// read again. aroundChanged for each of them, aroundFinished at the end. A later call replaces the
    /// earlier one.
    void requestAround(const QStringList &userIds);
    /// What was not read yet stays as it was. aroundFinished follows.
    void stopAround();
    bool isReadingAround() const;
    bool isReadingAround(const QString &userId) const;
    /// The last reading of what is around the user, by whichever call; or null. Valid until the next
    /// aroundChanged.
    const PersonReading *around(const QString &userId) const;

    /// One conversation read live; updates the stored maps that list it.
    QCoro::Task<Result<Conversation>> readConversation(QString conversationId);

    /// Queues to hand over to; read once and kept. Empty with an error when they cannot be read.
    QCoro::Task<Result<QList<Queue>>> queues();

    /// Id of the presence definition "Offline"; read once and kept. Empty if the organisation names none.
    QCoro::Task<Result<QString>> offlinePresence();

Q_SIGNALS:
    void readingStarted(const QString &userId);
    void mapChanged(const QString &userId);
    void progressChanged(int done, int total);
    void finished(); ///< the last request() is done, or was stopped
    void queuesRead(const QList<offboarding::Queue> &queues);
    void aroundChanged(const QString &userId);
    void aroundProgress(int answered, int asked); ///< requests of the last requestAround()
    void aroundFinished();

private:
    struct Crew;
    class Private;
    QCoro::Task<> work(quint64 generation);
    QCoro::Task<ReferenceMap> readInto(ReadingBatchPointer batch, QString userId, ReadingDepth depth);
    QCoro::Task<Done> readSome(std::shared_ptr<Crew> crew);
    QCoro::Task<> workAround(ReadingBatchPointer batch, QStringList userIds);
    void endGeneration();

    std::unique_ptr<Private> d;
};

} // namespace offboarding
