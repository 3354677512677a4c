// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/detailsreading.h"

#include <QSet>

#include <algorithm>

namespace offboarding {

namespace {

constexpr int longestIntervalDays = 31; ///< contract §4.3
constexpr int rowsPerPage = 100;        ///< what conversationDetailsRequest asks for
constexpr int mostPages = 80;           ///< deep paging fails at about 8,000 rows (contract §4.3)

constexpr int clockDifferenceSeconds = 60;

/// The total is approximate: only a page that is not full ends the list, together with it.
bool isLastPage(const ConversationDetailPage &page, int number)
{
    return page.rows == 0 || (page.rows < rowsPerPage && number * rowsPerPage >= page.totalHits);
}

/// Why the list is short after page @p number, which brought @p fresh of the @p listed rows; empty if it is
/// not.
QString flawOf(const ConversationDetailPage &page, int number, qsizetype fresh, qsizetype listed)
{
    if (page.unreadable > 0)
        return QStringLiteral("page %1: %2 rows have no conversation id").arg(number).arg(page.unreadable);
    if (isLastPage(page, number)) {
        // Conversations come and go while the pages are read; a tenth is more than that.
        const qsizetype missing = page.totalHits - listed;
        return missing * 10 <= page.totalHits ? QString()
                                              : QStringLiteral("the server promised %1 rows and listed %2")
                                                    .arg(page.totalHits)
                                                    .arg(listed);
    }
    if (fresh == 0)
        return QStringLiteral("page %1 brought nothing new").arg(number);
    return number < mostPages ? QString() : QStringLiteral("more than %1 rows").arg(number * rowsPerPage);
}

} // namespace

QList<ApiRequest> detailsRequests(const QString &userId, int days, bool openOnly, const QDateTime &now)
{
    QList<ApiRequest> requests;
    QDateTime to = now.addSecs(clockDifferenceSeconds);
    const QDateTime begin = to.addDays(-days);
    while (to > begin) {
        const QDateTime from = std::max(begin, to.addDays(-longestIntervalDays));
        requests.append(conversationDetailsRequest(userId, from, to, openOnly, 1));
        to = from;
    }
    return requests;
}

QCoro::Task<DetailsReading> readDetails(ReadingBatchPointer batch, QString userId, int days, bool openOnly,
                                        const char *name)
{
    DetailsReading details;
    details.source = beginReading(name);
    QSet<QString> known;
    QDateTime to = QDateTime::currentDateTimeUtc().addSecs(clockDifferenceSeconds);
    const QDateTime begin = to.addDays(-days);
    while (to > begin) {
        const QDateTime from = std::max(begin, to.addDays(-longestIntervalDays));
        QSet<QString> listed; // of this interval: the neighbour lists the day that they share, too
        for (int page = 1;; ++page) {
            ApiRequest request = conversationDetailsRequest(userId, from, to, openOnly, page);
            const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
            if (!response) {
                failReading(&details.source, response.error());
                co_return details;
            }
            const Result<ConversationDetailPage> parsed = parseConversationDetails(*response, userId);
            if (!parsed) {
                failReading(&details.source, parsed.error());
                co_return details;
            }
            // Pages shift while data changes, so every row is taken once (contract §4.3).
            const qsizetype before = listed.size();
            for (const ConversationDetail &detail : parsed->conversations) {
                listed.insert(detail.conversationId);
                if (known.contains(detail.conversationId))
                    continue;
                known.insert(detail.conversationId);
                details.found.append(detail);
            }
            const QString flaw = flawOf(*parsed, page, listed.size() - before, listed.size());
            if (!flaw.isEmpty()) {
                cutOffReading(&details.source, response->place, flaw);
                co_return details;
            }
            if (isLastPage(*parsed, page))
                break;
        }
        to = from;
    }
    details.source.count = static_cast<int>(details.found.size());
    details.source.readAt = QDateTime::currentDateTimeUtc();
    co_return details;
}

} // namespace offboarding
