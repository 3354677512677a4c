// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace offboarding::testing {

/// What a finished offboardctl left behind.
struct Finished
{
    int code = -1; ///< -1: it crashed, or did not end in time
    QByteArray output;
    QByteArray errors;

    bool says(const char *text) const { return errors.contains(text); }
};

using Variables = QHash<QString, QString>;

/// The real program, started with the environment of the test and @p variables on top, without any secret of
/// the developer's own.
std::unique_ptr<QProcess> startOffboardctl(const QStringList &arguments, const Variables &variables = {});

/// Lets the test's own event loop run meanwhile: its servers go on answering.
Finished finishOffboardctl(QProcess *process, int mostMilliseconds = 30'000);

Finished runOffboardctl(const QStringList &arguments, const Variables &variables = {});

/// `offboardctl demo-server` as a process of its own, ended by the destructor.
class DemoServerProcess
{
public:
    explicit DemoServerProcess(const QStringList &options);
    ~DemoServerProcess();

    /// False if it did not print its line in time.
    bool isReady() const { return !m_ready.isEmpty(); }
    const QByteArray &line() const { return m_line; }
    QString value(const char *name) const;
    /// {"--api-url", its address}
    QStringList connection() const;
    Variables token() const;
    Variables client() const;
    QProcess &process() { return *m_process; }

private:
    std::unique_ptr<QProcess> m_process;
    QByteArray m_line;
    QJsonObject m_ready;
};

} // namespace offboarding::testing
