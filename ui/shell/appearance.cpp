// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>

namespace offboarding::ui {

namespace {

QPalette darkPalette()
{
    const QColor window(0x24, 0x26, 0x2a);
    const QColor base(0x1b, 0x1c, 0x1f);
    const QColor text(0xee, 0xee, 0xee);
    const QColor faint(0x8b, 0x8f, 0x96);
    QPalette palette(QColor(0x33, 0x36, 0x3b), window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, QColor(0x22, 0x24, 0x28));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, QColor(0x33, 0x36, 0x3b));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, QColor(0x33, 0x36, 0x3b));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, faint);
    palette.setColor(QPalette::Link, QColor(0x7f, 0xb8, 0xf0));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6d, 0xa8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Mid, QColor(0x55, 0x59, 0x60));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(0x45, 0x48, 0x4e));
    return palette;
}

QPalette lightPalette()
{
    const QColor text(0x1a, 0x1a, 0x1a);
    const QColor faint(0x6b, 0x6f, 0x76);
    QPalette palette(QColor(0xef, 0xf0, 0xf2), QColor(0xf4, 0xf5, 0xf7));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf5, 0xf7, 0xfa));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::ToolTipBase, Qt::white);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, faint);
    palette.setColor(QPalette::Link, QColor(0x1b, 0x5e, 0x8c));
    palette.setColor(QPalette::Highlight, QColor(0x1b, 0x5e, 0x8c));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

} // namespace

void applyAppearance(Appearance appearance)
{
    static const QPalette systemPalette = QApplication::palette();
    static const QString systemStyle = QApplication::style()->name();
    if (appearance == Appearance::System) {
        if (QApplication::style()->name() != systemStyle)
            QApplication::setStyle(systemStyle);
        if (QApplication::palette() != systemPalette)
            QApplication::setPalette(systemPalette);
    } else {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        QApplication::setPalette(appearance == Appearance::Dark ? darkPalette() : lightPalette());
    }
}

Appearance savedAppearance()
{
    const QString name = QSettings().value(QStringLiteral("appearance")).toString();
    if (name == QLatin1String("light"))
        return Appearance::Light;
    return name == QLatin1String("dark") ? Appearance::Dark : Appearance::System;
}

void saveAppearance(Appearance appearance)
{
    const QString name = appearance == Appearance::Light  ? QStringLiteral("light")
                         : appearance == Appearance::Dark ? QStringLiteral("dark")
                                                          : QStringLiteral("system");
    QSettings().setValue(QStringLiteral("appearance"), name);
}

} // namespace offboarding::ui
