// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printing/printingapplication.h"

#include <QGuiApplication>
#include <QLoggingCategory>

namespace offboarding {

std::unique_ptr<QCoreApplication> makePrintingApplication(int &argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Where nobody is logged in Qt complains about a missing XDG_RUNTIME_DIR, which no report needs.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace offboarding
