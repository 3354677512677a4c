// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printing/printingapplication.h"

#include <QGuiApplication>

namespace offboarding {

std::unique_ptr<QCoreApplication> makePrintingApplication(int &argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace offboarding
