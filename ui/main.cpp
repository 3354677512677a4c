// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/console.h"
#include "ui/application/startup.h"
#include "ui/shell/appearance.h"

#include <QApplication>
#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace offboarding::ui;
    protectMemory();
    const bool hasPlatform = preparePlatform(argc, argv);
    QApplication application(argc, argv);
    identifyProgram();
    installTranslations(parseCommandLine(QCoreApplication::arguments()).options.language);
    const CommandLine commandLine = parseCommandLine(QCoreApplication::arguments());
    if (commandLine.exitCode) {
        std::fputs(qUtf8Printable(commandLine.message), *commandLine.exitCode == 0 ? stdout : stderr);
        return *commandLine.exitCode;
    }
    if (!hasPlatform) {
        std::fputs(
            qUtf8Printable(QCoreApplication::translate(
                "CommandLine", "There is no display to open a window on. With --tour DIRECTORY the demo "
                               "story is played off-screen.\n")),
            stderr);
        return 3;
    }
    applyAppearance(savedAppearance());
    Console console(commandLine.options);
    console.open();
    return QCoreApplication::exec();
}
