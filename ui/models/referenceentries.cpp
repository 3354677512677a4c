// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/referenceentries.h"

#include "ui/models/conversationicons.h"
#include "ui/widgets/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <utility>

namespace offboarding::ui {

namespace {

namespace names = sourceNames;

struct EntryTexts
{
    Q_DECLARE_TR_FUNCTIONS(ReferenceEntries)
};

constexpr std::array conversationSources{names::agentStatus, names::conversations, names::openConversations,
                                         names::recentConversations, names::conversationSummary};
constexpr std::array personSources{
    names::callbacks,     names::workItems,   names::queues,        names::skills,      names::languages,
    names::groups,        names::ownedGroups, names::roles,         names::station,     names::phones,
    names::forwarding,    names::presence,    names::routingStatus, names::outOfOffice, names::tokens,
    names::directReports, names::voicemail,   names::externalIds,   names::licences,    names::oauthClients};

QString line(const QString &text)
{
    constexpr int longest = 300;
    return inOneLine(text.left(longest));
}

QString named(const QString &name, const QString &id)
{
    return line(name.isEmpty() ? id : name);
}

QString joined(std::initializer_list<QString> parts)
{
    QStringList filled;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            filled.append(line(part));
    }
    return filled.join(QLatin1String(", "));
}

QString labelled(const QString &label, const QString &value)
{
    return value.isEmpty() ? QString() : EntryTexts::tr("%1: %2", "label and value").arg(label, value);
}

ReferenceEntry conversationEntry(const ConversationReference &reference)
{
    ReferenceEntry entry;
    entry.key = reference.conversationId;
    entry.name = joined({displayText(reference.media), directionText(reference.direction)});
    entry.value = reference.error ? EntryTexts::tr("unknown: could not be read")
                                  : line(participantStateText(reference.state));
    if (reference.live && reference.customerLive && !reference.error)
        entry.mark = EntryTexts::tr("customer live");
    const QString queue = named(reference.queueName, reference.queueId);
    entry.detail = joined({localTime(reference.started), queue, reference.conversationId});
    return entry;
}

void addConversations(const ReferenceMap &map, const QString &name, QList<ReferenceEntry> *entries)
{
    const bool isRecent = name == QLatin1String(names::recentConversations);
    if (!isRecent && name != QLatin1String(names::conversations))
        return;
    for (const ConversationReference &reference : map.conversations) {
        if (isRecent == (livenessOf(reference) == Liveness::Ended))
            entries->append(conversationEntry(reference));
    }
}

template <typename Row, typename Write>
void add(QList<ReferenceEntry> *entries, const std::optional<QList<Row>> &rows, Write write)
{
    if (!rows)
        return;
    for (const Row &row : *rows)
        entries->append(write(row));
}

ReferenceEntry skillEntry(const SkillLevel &skill)
{
    return {skill.id,
            named(skill.name, skill.id),
            EntryTexts::tr("proficiency %1 of 5").arg(QLocale().toString(skill.proficiency)),
            {},
            skill.name.isEmpty() ? QString() : line(skill.id)};
}

ReferenceEntry groupEntry(const GroupMembership &group)
{
    return {group.id,
            named(group.name, group.id),
            {},
            group.name.isEmpty() ? EntryTexts::tr("name unknown: not in the list of groups") : QString(),
            group.name.isEmpty() ? QString() : line(group.id)};
}

void addStation(QList<ReferenceEntry> *entries, const StationReference &station, const QString &role)
{
    if (!station.isEmpty())
        entries->append(
            {role, named(station.name, station.id), role, {}, joined({station.type, station.id})});
}

void addWork(const PersonReferences &person, const QString &name, QList<ReferenceEntry> *entries)
{
    if (name == QLatin1String(names::callbacks)) {
        add(entries, person.callbacks, [](const ScheduledCallback &callback) {
            const QString when = localTime(callback.scheduled);
            return ReferenceEntry{
                callback.conversationId,
                when.isEmpty() ? EntryTexts::tr("Callback without a time")
                               : EntryTexts::tr("Callback at %1").arg(when),
                EntryTexts::tr("waits for this person only"),
                {},
                joined({labelled(EntryTexts::tr("queue"), callback.queueId), callback.conversationId})};
        });
    } else if (name == QLatin1String(names::workItems)) {
        add(entries, person.workItems, [](const WorkItem &item) {
            return ReferenceEntry{item.id,
                                  named(item.name, item.id),
                                  joined({item.status, item.assignment}),
                                  {},
                                  joined({labelled(EntryTexts::tr("due"), localTime(item.due)),
                                          labelled(EntryTexts::tr("queue"), item.queueId), item.id})};
        });
    }
}

void addMemberships(const PersonReferences &person, const QString &name, QList<ReferenceEntry> *entries)
{
    if (name == QLatin1String(names::queues)) {
        add(entries, person.queues, [](const QueueMembership &queue) {
            return ReferenceEntry{queue.id,
                                  named(queue.name, queue.id),
                                  queue.joined ? EntryTexts::tr("joined") : EntryTexts::tr("not joined"),
                                  {},
                                  joined({queue.divisionName, queue.name.isEmpty() ? QString() : queue.id})};
        });
    } else if (name == QLatin1String(names::skills)) {
        add(entries, person.skills, skillEntry);
    } else if (name == QLatin1String(names::languages)) {
        add(entries, person.languages, skillEntry);
    } else if (name == QLatin1String(names::groups)) {
        add(entries, person.groups, groupEntry);
    } else if (name == QLatin1String(names::ownedGroups)) {
        add(entries, person.ownedGroups, groupEntry);
    } else if (name == QLatin1String(names::roles)) {
        add(entries, person.roles, [](const RoleGrant &grant) {
            return ReferenceEntry{
                grant.roleId + QLatin1Char('\n') + grant.divisionId + QLatin1Char('\n') + grant.subjectId,
                named(grant.roleName, grant.roleId),
                EntryTexts::tr("division %1").arg(named(grant.divisionName, grant.divisionId)),
                grant.inherited ? EntryTexts::tr("inherited from a group") : QString(),
                grant.inherited ? joined({labelled(EntryTexts::tr("group"), grant.subjectId)}) : QString()};
        });
    }
}

void addPhoneSide(const PersonReferences &person, const QString &name, QList<ReferenceEntry> *entries)
{
    if (name == QLatin1String(names::station) && person.stations) {
        addStation(entries, person.stations->associated, EntryTexts::tr("signed in there"));
        addStation(entries, person.stations->byDefault, EntryTexts::tr("default station"));
        addStation(entries, person.stations->lastAssociated, EntryTexts::tr("used last"));
    } else if (name == QLatin1String(names::phones)) {
        add(entries, person.phones, [](const PhoneReference &phone) {
            return ReferenceEntry{phone.id,
                                  named(phone.name, phone.id),
                                  joined({phone.isWebRtc ? EntryTexts::tr("own WebRTC phone") : QString(),
                                          phone.isDefaultLine ? EntryTexts::tr("default line") : QString()}),
                                  {},
                                  phone.name.isEmpty() ? QString() : line(phone.id)};
        });
    } else if (name == QLatin1String(names::forwarding) && person.forwarding) {
        const QString state =
            person.forwarding->enabled ? EntryTexts::tr("in force") : EntryTexts::tr("switched off");
        for (const QString &target : person.forwarding->targets)
            entries->append({target, line(target), state, {}, line(person.forwarding->voicemail)});
        if (person.forwarding->enabled && person.forwarding->targets.isEmpty())
            entries->append(
                {name, EntryTexts::tr("no target named"), state, {}, line(person.forwarding->voicemail)});
    }
}

void addOwnership(const PersonReferences &person, const QString &name, QList<ReferenceEntry> *entries)
{
    if (name == QLatin1String(names::directReports)) {
        add(entries, person.directReports, [](const DirectReport &report) {
            return ReferenceEntry{
                report.id, named(report.name, report.id), line(report.email), {}, line(report.id)};
        });
    } else if (name == QLatin1String(names::voicemail) && person.mailbox && person.mailbox->total > 0) {
        const Mailbox &mailbox = *person.mailbox;
        entries->append({name,
                         EntryTexts::tr("%n message(s)", nullptr, mailbox.total),
                         EntryTexts::tr("%n unread", nullptr, mailbox.unread),
                         {},
                         labelled(EntryTexts::tr("oldest unread"), localTime(mailbox.oldestUnread))});
    } else if (name == QLatin1String(names::externalIds)) {
        add(entries, person.externalIds, [](const ExternalId &id) {
            return ReferenceEntry{id.authority + QLatin1Char('\n') + id.key,
                                  line(id.key),
                                  line(id.authority),
                                  id.isScim() ? EntryTexts::tr("kept by SCIM provisioning") : QString(),
                                  {}};
        });
    } else if (name == QLatin1String(names::licences) && person.licences) {
        for (const QString &licence : *person.licences)
            entries->append({licence, line(licence), {}, {}, {}});
    } else if (name == QLatin1String(names::oauthClients)) {
        add(entries, person.oauthClients, [](const OAuthClientReference &client) {
            return ReferenceEntry{client.id, named(client.name, client.id),
                                  joined({client.state, client.grantType}),
                                  EntryTexts::tr("goes on working without the person"), line(client.id)};
        });
    }
}

/// What stands in place of a count where the source is one value, and its entries where it says more.
QString valueOf(const PersonReferences &person, const QString &name, QList<ReferenceEntry> *entries)
{
    if (name == QLatin1String(names::presence) && person.presence) {
        const PresenceReference &presence = *person.presence;
        const QString text =
            presence.system.isEmpty() ? presence.definitionId : presenceText(presence.system);
        entries->append({name,
                         line(text),
                         line(presence.message),
                         {},
                         labelled(EntryTexts::tr("since"), localTime(presence.since))});
        return line(text);
    }
    if (name == QLatin1String(names::routingStatus) && person.routingStatus) {
        const QString text = line(routingStatusText(person.routingStatus->status));
        const QString since = localTime(person.routingStatus->since);
        entries->append({name, text, {}, {}, labelled(EntryTexts::tr("since"), since)});
        return text;
    }
    if (name == QLatin1String(names::forwarding) && person.forwarding)
        return person.forwarding->enabled ? EntryTexts::tr("on") : EntryTexts::tr("off");
    if (name == QLatin1String(names::outOfOffice) && person.outOfOffice) {
        const OutOfOffice &absence = *person.outOfOffice;
        const QString text = absence.active ? EntryTexts::tr("on") : EntryTexts::tr("off");
        if (absence.active || absence.start.isValid()) {
            const QString until =
                absence.indefinite ? EntryTexts::tr("without an end") : localTime(absence.end);
            entries->append({name,
                             text,
                             {},
                             {},
                             joined({labelled(EntryTexts::tr("from"), localTime(absence.start)),
                                     labelled(EntryTexts::tr("until"), until)})});
        }
        return text;
    }
    if (name == QLatin1String(names::tokens) && person.lastTokenIssued) {
        const bool isNamed = person.lastTokenIssued->isValid();
        const QString text = isNamed
                                 ? EntryTexts::tr("last issued %1").arg(localTime(*person.lastTokenIssued))
                                 : EntryTexts::tr("none named");
        entries->append(
            {name, text, {}, {}, EntryTexts::tr("the server does not say which are still valid")});
        return text;
    }
    return {};
}

SourceEntries begun(const QList<SourceReading> &readings, const char *name)
{
    SourceEntries source;
    const SourceReading *reading = findSource(readings, name);
    source.isRead = reading != nullptr;
    if (reading != nullptr)
        source.reading = *reading;
    source.reading.name = QLatin1String(name);
    return source;
}

} // namespace

QList<SourceEntries> referenceEntries(const ReferenceMap *map, const PersonReading *around)
{
    QList<SourceEntries> sources;
    const QList<SourceReading> read = map == nullptr ? QList<SourceReading>() : map->allSources();
    for (const char *name : conversationSources) {
        SourceEntries source = begun(read, name);
        if (map != nullptr)
            addConversations(*map, source.reading.name, &source.entries);
        // The list of recent ones names those that go on as well.
        const auto ended = static_cast<int>(source.entries.size());
        if (source.reading.name == QLatin1String(names::recentConversations) &&
            source.reading.count.value_or(ended) != ended)
            source.value = EntryTexts::tr("%1, of which %n ended", nullptr, ended)
                               .arg(QLocale().toString(*source.reading.count));
        sources.append(source);
    }
    const QList<SourceReading> readAround = around == nullptr ? QList<SourceReading>() : around->sources;
    for (const char *name : personSources) {
        SourceEntries source = begun(readAround, name);
        if (around != nullptr) {
            const QString &shown = source.reading.name;
            addWork(around->person, shown, &source.entries);
            addMemberships(around->person, shown, &source.entries);
            addPhoneSide(around->person, shown, &source.entries);
            addOwnership(around->person, shown, &source.entries);
            source.value = valueOf(around->person, shown, &source.entries);
        }
        sources.append(source);
    }
    return sources;
}

} // namespace offboarding::ui
