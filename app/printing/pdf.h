// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

namespace offboarding {

/// @p html (the rich text of QTextDocument) as a PDF in A4 with page numbers and embedded fonts, with @p
/// title in its metadata. Nothing is loaded: links to pictures stay empty. Needs a QGuiApplication; the
/// platform "offscreen" will do. File error if the writer fails.
Result<QByteArray> toPdf(const QString &html, const QString &title);

} // namespace offboarding
