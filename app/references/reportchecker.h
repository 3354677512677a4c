// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/domain/reportdefinition.h"
#include "app/domain/user.h"
#include "app/references/sourcereading.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace offboarding {

/// A direct read against the search index, for one user.
struct IndexReading
{
    QString userId;
    IndexState state = IndexState::Unknown;
    QString directState;            ///< the state that GET /users/{id} reports
    bool isOver = false;            ///< false while it is still asked
    int attempts = 0;               ///< searches so far
    qint64 elapsedMilliseconds = 0; ///< from the first search to the last one
    QDateTime readAt;               ///< UTC, of the last search
    std::optional<Error> error;     ///< for Unknown
};

/// What the report check has read. Judged by app/reports/reportcheck.
struct ReportCheckReading
{
    QList<User> users;         ///< whom it is about, as read directly where that was possible
    QList<IndexReading> index; ///< one per user, in the same order
    QList<ReportDefinition> definitions;
    QList<UnreadableDefinition> unreadable;
    QList<SourceReading> sources;       ///< of the definitions
    QHash<QString, QString> ownerNames; ///< by user id, as far as the directory told
    QDateTime readAt;
    bool isComplete() const; ///< every source fresh
};

/// How long the search index is given to catch up.
struct IndexPatience
{
    int firstPauseMilliseconds = 1000; ///< doubled per attempt, up to longestPauseMilliseconds
    int longestPauseMilliseconds = 10'000;
    int longestMilliseconds = 180'000; ///< the index is known to take up to three minutes (contract §2.3)
};

/// Why reports may still show a leaver (S7): reads the search index and the definitions of reports. Nothing
/// is changed. Lives as long as the connection.
class ReportChecker : public QObject
{
    Q_OBJECT

public:
    explicit ReportChecker(ApiClient &client, QObject *parent = nullptr);
    ~ReportChecker() override;

    void setPatience(const IndexPatience &patience);

    /// Reads everything about @p users; changed() as parts come in, finished() at the end. A later call
    /// replaces an earlier one.
    void request(const QList<User> &users);
    /// Ends the waiting for the search index; what was read stays.
    void stop();
    bool isReading() const;
    /// What is known so far, or null before the first request(). Valid until the next changed().
    const ReportCheckReading *reading() const;

    /// The same as one task, for a command line. The task ends early after stop().
    QCoro::Task<ReportCheckReading> read(QList<User> users);

Q_SIGNALS:
    void changed();
    void progressChanged(int done, int total); ///< sources and users
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace offboarding
