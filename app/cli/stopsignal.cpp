// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stopsignal.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#endif

namespace offboarding::cli {

#ifdef Q_OS_UNIX

namespace {

constexpr std::array<int, 3> stopSignals{SIGINT, SIGTERM, SIGHUP};

/// Read end, write end; -1 while there is no StopSignal. A handler may touch nothing more than this.
std::array<int, 2> pipeEnds{-1, -1};

void setHandlers(void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    for (const int number : stopSignals) {
        struct sigaction former = {};
        sigaction(number, nullptr, &former);
        if (number == SIGHUP && former.sa_handler == SIG_IGN)
            continue; // started with nohup
        sigaction(number, &action, nullptr);
    }
}

extern "C" void handleStop(int /*number*/)
{
    const int savedError = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
    errno = savedError;
}

} // namespace

StopSignal::StopSignal(QObject *parent) : QObject(parent)
{
    if (::pipe(pipeEnds.data()) != 0)
        return; // the signals go on ending the process, as they would without this
    for (const int end : pipeEnds)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StopSignal::arrived);
    // Once only: a command that does not come to an end can still be ended.
    setHandlers(handleStop, static_cast<int>(SA_RESETHAND));
}

StopSignal::~StopSignal()
{
    if (!m_notifier)
        return;
    setHandlers(SIG_DFL, 0);
    m_notifier.reset();
    for (int &end : pipeEnds) {
        ::close(end);
        end = -1;
    }
}

void StopSignal::arrived()
{
    m_notifier->setEnabled(false);
    m_isRequested = true;
    Q_EMIT requested();
}

#else

StopSignal::StopSignal(QObject *parent) : QObject(parent) {}
StopSignal::~StopSignal() = default;
void StopSignal::arrived() {}

#endif

} // namespace offboarding::cli
