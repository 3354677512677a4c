// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/reportbook.h"

#include "app/demo/jsonwriter.h"
#include "app/demo/names.h"

namespace offboarding::demo {

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr int generatedDashboards = 34;
constexpr int generatedRules = 30;

class Maker
{
public:
    explicit Maker(const Directory &directory)
        : m_directory(directory), m_random(directory.seed ^ 0xDA5B0A2DULL)
    {
    }

    ReportBook make()
    {
        if (m_directory.users.empty())
            return m_book;
        makeDashboards();
        makeExports();
        makeRules();
        return m_book;
    }

private:
    int anybody() { return m_random.below(static_cast<int>(m_directory.users.size())); }

    QJsonArray idsOf(std::initializer_list<int> users) const
    {
        QJsonArray ids;
        for (const int user : users)
            ids.append(m_directory.userId(user));
        return ids;
    }

    QJsonObject userFilter(std::initializer_list<int> users, const char *field, const char *state) const
    {
        QJsonObject filter{{QString::fromLatin1(field), idsOf(users)}};
        if (state)
            filter.insert(QStringLiteral("userState"), QString::fromLatin1(state));
        return filter;
    }

    QJsonObject queueFilter()
    {
        const int queue = m_random.below(static_cast<int>(m_directory.queues.size()));
        return {{QStringLiteral("queueIds"), QJsonArray{m_directory.queueId(queue)}}};
    }

    static QJsonObject widget(const char *type, const QJsonObject &filter, bool showsOffline = false)
    {
        QJsonObject object{{QStringLiteral("row"), 0},
                           {QStringLiteral("column"), 0},
                           {QStringLiteral("title"), QString::fromLatin1(type).toLower()},
                           {QStringLiteral("type"), QString::fromLatin1(type)},
                           {QStringLiteral("showOfflineAgents"), showsOffline}};
        if (!filter.isEmpty())
            object.insert(QStringLiteral("filter"), filter);
        return object;
    }

    DashboardRecord &dashboard(const QString &name, int owner, const QJsonArray &widgets)
    {
        DashboardRecord record;
        record.name = name;
        record.owner = owner;
        record.widgets = widgets;
        record.created = m_directory.base - (10 + m_random.below(300)) * dayMs;
        m_book.dashboards.push_back(record);
        return m_book.dashboards.back();
    }

    void makeDashboards()
    {
        const int first = 0; // the first person of the story
        dashboard(QStringLiteral("My team today"), first,
                  {widget("AGENT_STATUS", userFilter({first, anybody()}, "userIds", nullptr), true),
                   widget("FREE_TEXT", {})})
            .isFavorite = true;
        dashboard(QStringLiteral("Support overview"), first, {widget("METRIC", queueFilter())}).isPublic =
            true;
        dashboard(
            QStringLiteral("Everybody who ever answered"), anybody(),
            {widget("CHART", userFilter({first, anybody(), anybody()}, "userIds", "ActiveAndInactive"))})
            .isPublic = true;
        dashboard(QStringLiteral("Reports of the team lead"), anybody(),
                  {widget("AGENT_ACTIVITY", userFilter({first}, "filterUsersByManagerIds", "Active"))});
        dashboard(QStringLiteral("Callbacks by owner"), anybody(),
                  {widget("METRIC", userFilter({first}, "agentCallbackOwnerIds", "Active"))});
        dashboard(QStringLiteral("Leavers"), anybody(),
                  {widget("CHART", userFilter({anybody()}, "userIds", "Inactive"))});
        dashboard(QStringLiteral("Shared with a leaver"), anybody(), {widget("METRIC", queueFilter())})
            .sharedWith = {first};
        dashboard(QStringLiteral("Thrown away"), first, {widget("METRIC", queueFilter())}).deleted =
            m_directory.base - dayMs;
        for (int i = 0; i < generatedDashboards; ++i) {
            QJsonArray widgets{widget("METRIC", queueFilter())};
            if (m_random.chance(40))
                widgets.append(widget("AGENT_STATUS", userFilter({anybody(), anybody()}, "userIds",
                                                                 m_random.chance(50) ? "Active" : nullptr)));
            DashboardRecord &record =
                dashboard(QStringLiteral("Dashboard %1").arg(i + 1), anybody(), widgets);
            record.isPublic = m_random.chance(50);
        }
    }

    void addExport(int caller, const QString &name, const char *viewType, const QJsonObject &filter,
                   const QStringList &recipients)
    {
        const qint64 start = m_directory.base - 7 * dayMs;
        const QString interval = isoTime(start) + QLatin1Char('/') + isoTime(m_directory.base);
        m_book.exports.push_back(
            {caller,
             {{QStringLiteral("name"), name},
              {QStringLiteral("runId"),
               m_directory.ids.make(IdKind::Export, 100000 + static_cast<quint32>(m_book.exports.size()))},
              {QStringLiteral("status"), QStringLiteral("COMPLETED")},
              {QStringLiteral("timeZone"), QStringLiteral("Europe/Berlin")},
              {QStringLiteral("exportFormat"), QStringLiteral("CSV")},
              {QStringLiteral("interval"), interval},
              {QStringLiteral("period"), QStringLiteral("P1D")},
              {QStringLiteral("viewType"), QString::fromLatin1(viewType)},
              {QStringLiteral("filter"), filter},
              {QStringLiteral("locale"), QStringLiteral("en-US")},
              {QStringLiteral("read"), false},
              {QStringLiteral("recipientEmails"), QJsonArray::fromStringList(recipients)},
              {QStringLiteral("createdDateTime"), isoTime(m_directory.base - dayMs)},
              {QStringLiteral("modifiedDateTime"), isoTime(m_directory.base - dayMs)},
              {QStringLiteral("percentageComplete"), 1}}});
    }

    void makeExports()
    {
        const int first = 0;
        const int count = static_cast<int>(qMin(m_directory.users.size(), std::size_t(60)));
        const QString mailbox = m_directory.user(first).email;
        addExport(-1, QStringLiteral("Agents of last week"), "AGENT_PERFORMANCE_SUMMARY_VIEW",
                  userFilter({first, count - 1}, "userIds", "ActiveAndInactive"), {});
        addExport(-1, QStringLiteral("Queues of last week"), "QUEUE_PERFORMANCE_SUMMARY_VIEW", queueFilter(),
                  mailbox.isEmpty() ? QStringList() : QStringList{mailbox});
        addExport(-1, QStringLiteral("Evaluations"), "AGENT_EVALUATION_SUMMARY_VIEW",
                  userFilter({first}, "evaluatorIds", "Active"), {});
        addExport(-1, QStringLiteral("Active agents"), "AGENT_STATUS_SUMMARY_VIEW",
                  userFilter({count - 1}, "userIds", "Active"), {});
        for (int user = 0; user < count; ++user) {
            if ((m_directory.user(user).directRoles() & administeringRoles()) != 0)
                addExport(user, QStringLiteral("My agents"), "AGENT_STATUS_DETAIL_VIEW",
                          userFilter({first}, "userIds", nullptr), {});
        }
    }

    QJsonObject conditions(const QJsonObject &entity, const char *metric)
    {
        const QJsonObject predicate{{QStringLiteral("metricType"), QStringLiteral("Interval")},
                                    {QStringLiteral("metricValueType"), QStringLiteral("Count")},
                                    {QStringLiteral("comparisonOperator"), QStringLiteral("Gt")},
                                    {QStringLiteral("value"), 1 + m_random.below(20)},
                                    {QStringLiteral("metric"), QString::fromLatin1(metric)},
                                    {QStringLiteral("entity"), entity}};
        return {{QStringLiteral("type"), QStringLiteral("And")},
                {QStringLiteral("clauses"), QJsonArray()},
                {QStringLiteral("predicates"), QJsonArray{predicate}}};
    }

    QJsonObject aboutUser(int user) const
    {
        return {{QStringLiteral("entityType"), QStringLiteral("User")},
                {QStringLiteral("user"), QJsonObject{{QStringLiteral("id"), m_directory.userId(user)}}}};
    }

    QJsonObject aboutQueue()
    {
        const int queue = m_random.below(static_cast<int>(m_directory.queues.size()));
        return {{QStringLiteral("entityType"), QStringLiteral("Queue")},
                {QStringLiteral("queue"), QJsonObject{{QStringLiteral("id"), m_directory.queueId(queue)}}}};
    }

    void addRule(const QString &name, int creator, int recipient, const QJsonObject &entity, bool isPresence)
    {
        const QJsonObject notification{
            {QStringLiteral("recipient"), m_directory.userId(recipient)},
            {QStringLiteral("notificationTypes"), QJsonArray{QStringLiteral("Email")}},
            {QStringLiteral("locale"), QStringLiteral("en-us")}};
        m_book.rules.push_back(
            {creator,
             {{QStringLiteral("name"), name},
              {QStringLiteral("enabled"), m_random.chance(80)},
              {QStringLiteral("type"),
               isPresence ? QStringLiteral("UserPresence") : QStringLiteral("ConversationMetrics")},
              {QStringLiteral("notifications"), QJsonArray{notification}},
              {QStringLiteral("conditions"), conditions(entity, isPresence ? "tAcw" : "nOffered")},
              {QStringLiteral("inAlarm"), false},
              {QStringLiteral("dateCreated"), isoTime(m_directory.base - m_random.below(200) * dayMs)}},
             1});
    }

    void makeRules()
    {
        const int first = 0;
        addRule(QStringLiteral("Too many waiting"), anybody(), first, aboutQueue(), false);
        addRule(QStringLiteral("Team lead is away"), anybody(), anybody(), aboutUser(first), true);
        addRule(QStringLiteral("Long after-call work"), first, anybody(), aboutQueue(), false);
        for (int i = 0; i < generatedRules; ++i)
            addRule(QStringLiteral("Rule %1").arg(i + 1), anybody(), anybody(),
                    m_random.chance(30) ? aboutUser(anybody()) : aboutQueue(), m_random.chance(25));
    }

    const Directory &m_directory;
    Random m_random;
    ReportBook m_book;
};

} // namespace

ReportBook makeReports(const Directory &directory)
{
    return Maker(directory).make();
}

} // namespace offboarding::demo
