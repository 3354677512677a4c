// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/desktopnotification.h"

#include <QGuiApplication>

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QVariantMap>
#else
#include <QPointer>
#include <QSystemTrayIcon>
#include <QTimer>
#endif

namespace offboarding::ui {

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)

void showDesktopNotification(const QString &title, const QString &text)
{
    // Desktop Notifications Specification 1.2: the summary is plain text, the body may be read as markup.
    const QString service = QStringLiteral("org.freedesktop.Notifications");
    QDBusMessage call = QDBusMessage::createMethodCall(
        service, QStringLiteral("/org/freedesktop/Notifications"), service, QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()},
                            {QStringLiteral("urgency"), QVariant::fromValue(uchar(1))}};
    constexpr uint replacesNone = 0;
    constexpr int lastsAsTheDesktopLikes = -1;
    call.setArguments({QGuiApplication::applicationDisplayName(), replacesNone,
                       QGuiApplication::desktopFileName(), title, text.toHtmlEscaped(), QStringList(), hints,
                       lastsAsTheDesktopLikes});
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected())
        bus.asyncCall(call);
}

#else

void showDesktopNotification(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    static QPointer<QSystemTrayIcon> icon;
    if (icon == nullptr)
        icon = new QSystemTrayIcon(QGuiApplication::windowIcon(), qApp);
    icon->show(); // a hidden icon shows no message
    icon->showMessage(title, text, QSystemTrayIcon::Information);
    QTimer::singleShot(15'000, icon, &QSystemTrayIcon::hide);
}

#endif

} // namespace offboarding::ui
