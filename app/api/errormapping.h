// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QString>

namespace offboarding {

/// The Error for an answer with a status of 400 and more (contract §1.3). Every field of the body is
/// optional; a body that is empty, not JSON or SCIM-shaped falls back on status and header. Pure.
Error errorFromAnswer(int status, const QByteArray &body, const QString &correlationIdHeader,
                      const QString &place);

/// The Error for a request that got no answer. @p detail is Qt's technical text.
Error errorFromNetwork(QNetworkReply::NetworkError networkError, const QString &detail, const QString &place);

/// Turns an error on a write that may have arrived into OutcomeUnknown and leaves every other error as it is.
/// Statuses 4xx except 408 mean that the server decided; nothing else does.
Error asWriteOutcome(Error error);

} // namespace offboarding
