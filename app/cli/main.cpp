// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/memoryprotection.h"
#include "app/cli/commandline.h"
#include "app/cli/commandtable.h"
#include "app/printing/printingapplication.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <string_view>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <langinfo.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <cstring>
#endif

namespace {

/// Before anything else opens a file: whatever took the place of a closed standard stream would receive its
/// text.
void prepareProcess()
{
#ifdef Q_OS_UNIX
    for (int descriptor = 0; descriptor <= 2; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) == -1)
            ::open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY); // using it fails, as it should
    }
    std::signal(SIGPIPE,
                SIG_IGN); // a reader that goes away is an error of writing, not the end of the process
    // Arguments and files are UTF-8, in cron's plain environment, too; Qt would say so on standard error.
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
#endif
}

void quitWith(offboarding::cli::ExitCode code)
{
    QCoreApplication::exit(static_cast<int>(code));
}

QCoro::Task<> runCommand(const offboarding::cli::Command *command, offboarding::cli::CommandContext context)
{
    const offboarding::cli::ExitCode code = co_await command->run(context);
    quitWith(code);
}

} // namespace

int main(int argc, char **argv)
{
    using namespace offboarding::cli;
    offboarding::protectMemory();
    prepareProcess();
    const Credentials credentials = takeCredentials();
    // Only a report can be a PDF, which needs fonts.
    const bool mayPrint = std::any_of(argv + 1, argv + argc,
                                      [](const char *word) { return std::string_view(word) == "report"; });
    const std::unique_ptr<QCoreApplication> application =
        mayPrint ? offboarding::makePrintingApplication(argc, argv)
                 : std::make_unique<QCoreApplication>(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("offboardctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OFFBOARDING_VERSION));
    // Errors are told once, in the command's own words. QT_LOGGING_RULES still shows more.
    QLoggingCategory::setFilterRules(QStringLiteral("offboarding.*=false\nqt.*=false"));

    Terminal terminal;
    const QStringList words = QCoreApplication::arguments().mid(1);
    const CommandLine line = parseCommandLine(words, commands());
    if (line.exitCode == ExitCode::Done) {
        const bool isWritten = terminal.write(line.message.toUtf8()) == Terminal::Written::Yes;
        return static_cast<int>(isWritten ? ExitCode::Done : ExitCode::Partly);
    }
    if (line.exitCode) {
        terminal.message(line.message);
        return static_cast<int>(*line.exitCode);
    }
    StopSignal stop;
    QTimer::singleShot(0, application.get(), [&] {
        runCommand(line.command, {line.arguments, credentials, terminal, stop});
    });
    return QCoreApplication::exec();
}
