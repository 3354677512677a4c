// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/application/tourprompts.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

namespace offboarding::ui {

class Console;

/// One step of the tour: does something as an admin would, and waits until the window shows what must come of
/// it.
struct TourStep
{
    QString title; ///< English, for the log and the name of the picture
    std::function<bool()> act;
    std::function<bool()> isReached; ///< asked again and again
    bool hasPicture = true;
};

/// Plays a list of steps in the real window and writes numbered pictures. A step that cannot be done, or
/// whose result does not show in time, ends the tour as failed.
class Tour : public QObject
{
    Q_OBJECT

public:
    /// @p directory is made if it is missing. @p console is borrowed and must not be opened yet.
    Tour(Console &console, TourPrompts &prompts, QString directory, QObject *parent = nullptr);

    /// False if the directory cannot be used; finished() is not emitted then.
    bool start();
    static constexpr int longestStepMilliseconds = 30'000;

Q_SIGNALS:
    /// @p failure: what did not come out right; empty if everything did.
    void finished(const QString &failure);

private:
    void next();
    void poll();
    void fail(const QString &reason);
    bool takePicture(const QString &title);

    Console &m_console;
    TourPrompts &m_prompts;
    QString m_directory;
    QList<TourStep> m_steps;
    int m_current = -1;
    int m_pictures = 0;
    QElapsedTimer m_elapsed;
    QTimer m_timer;
};

} // namespace offboarding::ui
