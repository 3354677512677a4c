// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/memoryprotection.h"
#include "ui/application/console.h"
#include "ui/application/startup.h"
#include "ui/application/tour.h"
#include "ui/shell/appearance.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

namespace {

/// Exit code 0 only if every step came out right, 1 if one did not, 2 if the directory cannot be used.
int playTour(const offboarding::ui::ConsoleOptions &options)
{
    using namespace offboarding::ui;
    // The pictures show the layout of a newcomer, and nothing of the tour stays behind.
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    // Nor are its runs recorded among the admin's own, nor are theirs in the pictures.
    qputenv("XDG_DATA_HOME", QFile::encodeName(settings.path()) + "/data");
    applyAppearance(Appearance::Light);
    TourPrompts prompts(options.tourDirectory);
    Console console(options, &prompts);
    Tour tour(console, prompts, options.tourDirectory);
    QObject::connect(&tour, &Tour::finished, &tour, [](const QString &failure) {
        if (!failure.isEmpty())
            std::fprintf(stderr, "offboarding-console: the tour failed at %s\n", qUtf8Printable(failure));
        QCoreApplication::exit(failure.isEmpty() ? 0 : 1);
    });
    if (!tour.start()) {
        std::fprintf(stderr, "offboarding-console: cannot write to the directory %s\n",
                     qUtf8Printable(options.tourDirectory));
        return 2;
    }
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    using namespace offboarding::ui;
    offboarding::protectMemory();
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
    if (!commandLine.options.tourDirectory.isEmpty())
        return playTour(commandLine.options);
    Console console(commandLine.options);
    console.open();
    return QCoreApplication::exec();
}
