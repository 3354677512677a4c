// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace offboarding::cli {

/// SIGINT (Ctrl-C), SIGTERM and SIGHUP as a Qt signal. The first one asks the command to stop; a second one
/// ends the process at once. At most one instance at a time.
class StopSignal : public QObject
{
    Q_OBJECT

public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

    bool isRequested() const { return m_isRequested; }

Q_SIGNALS:
    void requested();

private:
    void arrived();

    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_isRequested = false;
};

} // namespace offboarding::cli
