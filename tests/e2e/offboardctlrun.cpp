// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/offboardctlrun.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QTimer>

#include <functional>

namespace offboarding::testing {

namespace {

/// Until @p isDone, asked whenever something was printed, or the process has ended.
void waitFor(QProcess *process, int mostMilliseconds, const std::function<bool()> &isDone)
{
    QEventLoop loop;
    QTimer::singleShot(mostMilliseconds, &loop, &QEventLoop::quit);
    QObject::connect(process, &QProcess::readyReadStandardOutput, &loop, [&] {
        if (isDone())
            loop.quit();
    });
    QObject::connect(process, &QProcess::finished, &loop, &QEventLoop::quit);
    if (!isDone() && process->state() != QProcess::NotRunning)
        loop.exec();
}

} // namespace

std::unique_ptr<QProcess> startOffboardctl(const QStringList &arguments, const Variables &variables)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"OFFBOARDING_TOKEN", "OFFBOARDING_CLIENT_ID", "OFFBOARDING_CLIENT_SECRET"})
        environment.remove(QString::fromLatin1(name));
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral(OFFBOARDCTL), arguments);
    process->closeWriteChannel();
    return process;
}

Finished finishOffboardctl(QProcess *process, int mostMilliseconds)
{
    waitFor(process, mostMilliseconds, [] { return false; });
    Finished finished;
    if (process->state() != QProcess::NotRunning) {
        process->kill();
        process->waitForFinished();
    } else if (process->exitStatus() == QProcess::NormalExit) {
        finished.code = process->exitCode();
    }
    finished.output = process->readAllStandardOutput();
    finished.errors = process->readAllStandardError();
    return finished;
}

Finished runOffboardctl(const QStringList &arguments, const Variables &variables)
{
    const std::unique_ptr<QProcess> process = startOffboardctl(arguments, variables);
    return finishOffboardctl(process.get());
}

DemoServerProcess::DemoServerProcess(const QStringList &options)
    : m_process(startOffboardctl(QStringList{QStringLiteral("demo-server")} + options))
{
    waitFor(m_process.get(), 30'000, [this] { return m_process->canReadLine(); });
    m_line = m_process->readLine();
    m_ready = QJsonDocument::fromJson(m_line).object();
}

DemoServerProcess::~DemoServerProcess()
{
    m_process->terminate();
    if (!m_process->waitForFinished(10'000))
        m_process->kill();
}

QString DemoServerProcess::value(const char *name) const
{
    return m_ready.value(QLatin1String(name)).toString();
}

QStringList DemoServerProcess::connection() const
{
    return {QStringLiteral("--api-url"), value("url")};
}

Variables DemoServerProcess::token() const
{
    return {{QStringLiteral("OFFBOARDING_TOKEN"), value("token")}};
}

Variables DemoServerProcess::client() const
{
    return {{QStringLiteral("OFFBOARDING_CLIENT_ID"), value("clientId")},
            {QStringLiteral("OFFBOARDING_CLIENT_SECRET"), value("clientSecret")}};
}

} // namespace offboarding::testing
