// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>

namespace offboarding {

// Definitions of reports as far as they can show a person (contract §7). All strings are the server's.

enum class ReportDefinitionKind { Export, Dashboard, AlertRule };

QString reportDefinitionKindName(ReportDefinitionKind kind); ///< "export", "dashboard", "alert-rule"

/// A ViewFilter: that of an export, or that of one widget of a dashboard.
struct ReportFilter
{
    QString place;       ///< "filter", "widgets[2].filter"; for a person who has to find it
    QString title;       ///< of the widget
    QString widgetType;  ///< METRIC, AGENT_STATUS, …; empty for an export
    bool isData = true;  ///< false for a widget that shows no data (FREE_TEXT, WEB_CONTENT_URL)
    bool exists = false; ///< false: there is no filter at all, so nothing is excluded
    /// Fields that name users directly, with the ids in them: "userIds", "evaluatorIds", …
    QList<QPair<QString, QStringList>> userFields;
    std::optional<QString> userState; ///< ActiveAndInactive, Active, Inactive, Deleted; empty: not there

    bool operator==(const ReportFilter &other) const = default;
};

/// Somebody whom an alert rule tells, or watches.
struct ReportMention
{
    QString place; ///< "notifications[0].recipient", "conditions.predicates[1].entity.user"
    QString who;   ///< a user id, an e-mail address or a number, as the server spells it

    bool operator==(const ReportMention &other) const = default;
};

struct ReportDefinition
{
    ReportDefinitionKind kind = ReportDefinitionKind::Export;
    QString id;
    QString name;
    QString ownerId;  ///< empty: the server does not say
    bool isOn = true; ///< alert rules and exports can be switched off
    bool isPublic = false;
    QList<ReportFilter> filters;
    QStringList recipientEmails;     ///< of an export
    QStringList sharedWith;          ///< user ids, of a dashboard
    QList<ReportMention> recipients; ///< of an alert rule
    QList<ReportMention> watched;    ///< by an alert rule

    bool operator==(const ReportDefinition &other) const = default;
};

/// Definitions that exist, or may exist, and could not be looked into. Silence about them would look like
/// "none".
struct UnreadableDefinition
{
    enum class Why {
        NoApi,     ///< exports of other people: no public API lists them (contract §7.1)
        NotListed, ///< the owner has more dashboards than are listed
        Broken     ///< the entry cannot be read
    };
    ReportDefinitionKind kind = ReportDefinitionKind::Export;
    Why why = Why::Broken;
    QString id;      ///< empty when not known
    QString ownerId; ///< empty: of anybody
    int count = 0;   ///< how many; 0: not known
    QString detail;  ///< technical: where and what

    bool operator==(const UnreadableDefinition &other) const = default;
};

QString unreadableReasonName(UnreadableDefinition::Why why); ///< "no-api", "not-listed", "broken"

/// Whether the search index knows the state that a direct read reports.
enum class IndexState {
    Agrees,
    Behind, ///< still, when it was given up
    Unknown ///< one of the two could not be read
};

QString indexStateName(IndexState state); ///< "agrees", "behind", "unknown"

} // namespace offboarding
