// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconset.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

namespace offboarding::ui {

namespace {

QHash<QString, QIcon> &cache()
{
    static QHash<QString, QIcon> icons;
    return icons;
}

QPixmap rendered(QByteArray svg, const QColor &color, int size)
{
    svg.replace("#000000", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

QIcon actionIcon(const QString &name)
{
    return actionIcon(name, QGuiApplication::palette().color(QPalette::ButtonText));
}

QIcon actionIcon(const QString &name, const QColor &color)
{
    const QString key = name + color.name();
    const auto known = cache().constFind(key);
    if (known != cache().constEnd())
        return *known;
    QIcon icon;
    QFile file(QStringLiteral(":/offboarding/icons/%1.svg").arg(name));
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray svg = file.readAll();
        const QColor faded = QColor::fromRgb(color.red(), color.green(), color.blue()).lightness() > 127
                                 ? color.darker(180)
                                 : color.lighter(300);
        for (const int size : {16, 24, 48}) {
            icon.addPixmap(rendered(svg, color, size), QIcon::Normal);
            icon.addPixmap(rendered(svg, faded == color ? QColor(Qt::gray) : faded, size), QIcon::Disabled);
        }
    }
    cache().insert(key, icon);
    return icon;
}

void forgetIcons()
{
    cache().clear();
}

} // namespace offboarding::ui
