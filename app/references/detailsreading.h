// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/calls/conversationscalls.h"
#include "app/references/readingbatch.h"

#include <QCoroTask>
#include <QDateTime>
#include <QList>

namespace offboarding {

/// Rows of the analytics detail query, with the trust in the list.
struct DetailsReading
{
    QList<ConversationDetail> found;
    SourceReading source;
};

/// Conversations that began in the last @p days and have the user in a segment (contract §4.3); split at the
/// 31 days that one query may span. @p openOnly: in which the user holds an open segment. @p name: of the
/// source.
QCoro::Task<DetailsReading> readDetails(ReadingBatchPointer batch, QString userId, int days, bool openOnly,
                                        const char *name);

/// The first pages that readDetails() asks for at @p now.
QList<ApiRequest> detailsRequests(const QString &userId, int days, bool openOnly, const QDateTime &now);

} // namespace offboarding
