// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <memory>

namespace offboarding {

/// The application object of a program without windows that makes a PDF: fonts, and no display. Both
/// arguments must live as long as it.
std::unique_ptr<QCoreApplication> makePrintingApplication(int &argc, char **argv);

} // namespace offboarding
