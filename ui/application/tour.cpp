// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/tour.h"

#include "ui/application/console.h"
#include "ui/application/tourstory.h"
#include "ui/application/windowdriver.h"
#include "ui/shell/mainwindow.h"

#include <QPixmap>

#include <cstdio>
#include <utility>

namespace offboarding::ui {

namespace {

constexpr int pollMilliseconds = 25;
constexpr QSize pictureSize(1360, 850);

void say(const QString &line)
{
    std::fputs(qUtf8Printable(line + QLatin1Char('\n')), stdout);
    std::fflush(stdout);
}

} // namespace

Tour::Tour(Console &console, TourPrompts &prompts, QString directory, QObject *parent)
    : QObject(parent), m_console(console), m_prompts(prompts), m_directory(std::move(directory))
{
    m_timer.setInterval(pollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Tour::poll);
}

bool Tour::start()
{
    if (!QDir().mkpath(m_directory))
        return false;
    // The window comes once the demo client is signed in.
    connect(&m_console, &Console::windowOpened, this, [this] {
        if (m_current >= 0)
            return;
        m_console.window()->resize(pictureSize);
        m_steps = demoStory(m_console, m_prompts);
        next();
    });
    QTimer::singleShot(longestStepMilliseconds, this, [this] {
        if (m_current < 0)
            Q_EMIT finished(QStringLiteral("start: the demo organisation did not open"));
    });
    m_console.open();
    return true;
}

void Tour::next()
{
    if (++m_current == m_steps.size()) {
        m_timer.stop();
        Q_EMIT finished({});
        return;
    }
    m_elapsed.start();
    const TourStep &step = m_steps.at(m_current);
    if (step.act && !step.act()) {
        fail(QStringLiteral("could not be done"));
        return;
    }
    m_timer.start();
}

void Tour::poll()
{
    const TourStep &step = m_steps.at(m_current);
    if (!m_prompts.complaints().isEmpty()) {
        fail(m_prompts.complaints().constFirst());
        return;
    }
    if (!step.isReached()) {
        if (m_elapsed.elapsed() > longestStepMilliseconds)
            fail(QStringLiteral("the expected result did not show in time"));
        return;
    }
    m_timer.stop();
    if (step.hasPicture && !takePicture(step.title)) {
        fail(QStringLiteral("the picture could not be written to %1").arg(m_directory));
        return;
    }
    // Not from within the timer's own signal: the next step may open a dialog.
    QTimer::singleShot(0, this, &Tour::next);
}

void Tour::fail(const QString &reason)
{
    m_timer.stop();
    const QString title = m_steps.at(m_current).title;
    takePicture(QStringLiteral("failed ") + title);
    Q_EMIT finished(QStringLiteral("%1: %2").arg(title, reason));
}

bool Tour::takePicture(const QString &title)
{
    const WindowDriver driver(m_console.window());
    QString name = title.toLower();
    for (QChar &character : name) {
        if (!character.isLetterOrNumber())
            character = QLatin1Char('-');
    }
    const QString path =
        QDir(m_directory)
            .filePath(QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name));
    const bool isWritten = driver.picture().save(path);
    if (isWritten)
        say(path);
    return isWritten;
}

} // namespace offboarding::ui
