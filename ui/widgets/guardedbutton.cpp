// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/guardedbutton.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>

namespace offboarding::ui {

namespace {

constexpr int longestNameInCharacters = 44;

} // namespace

GuardedButton::GuardedButton(QWidget *parent) : QPushButton(parent)
{
    setAutoDefault(false);
    setDefault(false);
}

void GuardedButton::setName(const QString &name)
{
    setAccessibleName(name);
    QString shown = name.simplified();
    if (shown.size() > longestNameInCharacters)
        shown = shown.left(longestNameInCharacters / 2) + QChar(0x2026) +
                shown.right(longestNameInCharacters / 2);
    // An ampersand of a name or an address must not become a keyboard shortcut.
    setText(shown.replace(QLatin1Char('&'), QLatin1String("&&")));
    setToolTip(name.toHtmlEscaped());
}

void GuardedButton::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter || event->isAutoRepeat()) {
        event->accept();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void GuardedButton::keyReleaseEvent(QKeyEvent *event)
{
    if (event->isAutoRepeat()) {
        event->accept();
        return;
    }
    QPushButton::keyReleaseEvent(event);
}

void GuardedButton::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
}

} // namespace offboarding::ui
