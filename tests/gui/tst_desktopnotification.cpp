// SPDX-License-Identifier: GPL-3.0-or-later
// Notes of the desktop, against a service of its own on a private bus.
#include "ui/application/desktopnotification.h"
#include "ui/application/startup.h"

#include <QDBusConnection>
#include <QTest>
#include <QVariantMap>

namespace offboarding::ui {

/// Takes what a desktop would show (Desktop Notifications Specification 1.2).
class NotificationService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QString summary;
    QString body;
    QVariantMap hints;
    int count = 0;

public Q_SLOTS:
    // NOLINTNEXTLINE(readability-identifier-naming): the name of the method on the bus
    uint Notify(const QString &application, uint replaces, const QString &icon, const QString &givenSummary,
                const QString &givenBody, const QStringList &actions, const QVariantMap &givenHints,
                int milliseconds)
    {
        Q_UNUSED(application)
        Q_UNUSED(replaces)
        Q_UNUSED(icon)
        Q_UNUSED(actions)
        Q_UNUSED(milliseconds)
        summary = givenSummary;
        body = givenBody;
        hints = givenHints;
        return static_cast<uint>(++count);
    }
};

class TestDesktopNotification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDesktopShowsPlainText()
    {
        identifyProgram();
        QDBusConnection bus =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
        QVERIFY(bus.isConnected());
        NotificationService service;
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &service,
                                   QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.Notifications")));
        showDesktopNotification(QStringLiteral("Deactivate: done"), QStringLiteral("<b>Main</b> & more"));
        QTRY_COMPARE(service.count, 1);
        QCOMPARE(service.summary, QStringLiteral("Deactivate: done"));
        QCOMPARE(service.body, QStringLiteral("&lt;b&gt;Main&lt;/b&gt; &amp; more"));
        QCOMPARE(service.hints.value(QStringLiteral("desktop-entry")).toString(),
                 QStringLiteral("org.offboardingconsole.OffboardingConsole"));
    }
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestDesktopNotification)
#include "tst_desktopnotification.moc"
