// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/displaytext.h"

#include <QCoreApplication>
#include <QHash>

namespace offboarding::ui {

namespace {

namespace names = sourceNames;

/// Marked for the translators here, translated when it is shown.
QHash<QLatin1String, const char *> sourceTexts()
{
    return {
        {QLatin1String(names::agentStatus), QT_TRANSLATE_NOOP("SourceTexts", "Agent status")},
        {QLatin1String(names::openConversations), QT_TRANSLATE_NOOP("SourceTexts", "Open conversations")},
        {QLatin1String(names::recentConversations), QT_TRANSLATE_NOOP("SourceTexts", "Recent conversations")},
        {QLatin1String(names::conversations),
         QT_TRANSLATE_NOOP("SourceTexts", "Live read of each conversation")},
        {QLatin1String(names::conversationSummary),
         QT_TRANSLATE_NOOP("SourceTexts", "The server's own count")},
        {QLatin1String(names::callbacks), QT_TRANSLATE_NOOP("SourceTexts", "Scheduled callbacks")},
        {QLatin1String(names::workItems), QT_TRANSLATE_NOOP("SourceTexts", "Work items")},
        {QLatin1String(names::queues), QT_TRANSLATE_NOOP("SourceTexts", "Queues")},
        {QLatin1String(names::skills), QT_TRANSLATE_NOOP("SourceTexts", "Skills")},
        {QLatin1String(names::languages), QT_TRANSLATE_NOOP("SourceTexts", "Languages")},
        {QLatin1String(names::groups), QT_TRANSLATE_NOOP("SourceTexts", "Groups")},
        {QLatin1String(names::ownedGroups), QT_TRANSLATE_NOOP("SourceTexts", "Owned groups")},
        {QLatin1String(names::roles), QT_TRANSLATE_NOOP("SourceTexts", "Roles and divisions")},
        {QLatin1String(names::station), QT_TRANSLATE_NOOP("SourceTexts", "Station")},
        {QLatin1String(names::phones), QT_TRANSLATE_NOOP("SourceTexts", "Phones")},
        {QLatin1String(names::forwarding), QT_TRANSLATE_NOOP("SourceTexts", "Call forwarding")},
        {QLatin1String(names::presence), QT_TRANSLATE_NOOP("SourceTexts", "Presence")},
        {QLatin1String(names::routingStatus), QT_TRANSLATE_NOOP("SourceTexts", "Routing status")},
        {QLatin1String(names::outOfOffice), QT_TRANSLATE_NOOP("SourceTexts", "Out of office")},
        {QLatin1String(names::tokens), QT_TRANSLATE_NOOP("SourceTexts", "Sign-ins and tokens")},
        {QLatin1String(names::directReports), QT_TRANSLATE_NOOP("SourceTexts", "Direct reports")},
        {QLatin1String(names::voicemail), QT_TRANSLATE_NOOP("SourceTexts", "Voicemail")},
        {QLatin1String(names::externalIds), QT_TRANSLATE_NOOP("SourceTexts", "External ids")},
        {QLatin1String(names::licences), QT_TRANSLATE_NOOP("SourceTexts", "Licences")},
        {QLatin1String(names::oauthClients), QT_TRANSLATE_NOOP("SourceTexts", "OAuth clients")},
        {QLatin1String(names::reportExports), QT_TRANSLATE_NOOP("SourceTexts", "Report exports")},
        {QLatin1String(names::dashboards), QT_TRANSLATE_NOOP("SourceTexts", "Dashboards")},
        {QLatin1String(names::privateDashboards), QT_TRANSLATE_NOOP("SourceTexts", "Private dashboards")},
        {QLatin1String(names::alertRules), QT_TRANSLATE_NOOP("SourceTexts", "Alert rules")},
    };
}

} // namespace

QString sourceDisplayName(const QString &sourceName)
{
    static const QHash<QLatin1String, const char *> texts = sourceTexts();
    const QByteArray name = sourceName.toLatin1();
    const char *text = texts.value(QLatin1String(name));
    return text == nullptr ? sourceName : QCoreApplication::translate("SourceTexts", text);
}

} // namespace offboarding::ui
