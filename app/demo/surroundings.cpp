// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/surroundings.h"

#include "app/demo/names.h"

namespace offboarding::demo {

namespace {

constexpr quint64 stream = 0x5A17E11E5ULL; // apart from the random numbers of the users themselves
constexpr qint64 hourMs = 3600LL * 1000;
constexpr qint64 dayMs = 24 * hourMs;

QString phoneNumber(Random &random)
{
    // 0199 is a range that no network gives to subscribers here.
    return QStringLiteral("+490199%1").arg(random.below(10000000), 7, 10, QLatin1Char('0'));
}

void addWorkItems(Directory &directory, Random &random, int user, int count)
{
    static const QStringList names = {QStringLiteral("Check contract"), QStringLiteral("Call back supplier"),
                                      QStringLiteral("Correct invoice"), QStringLiteral("Send documents"),
                                      QStringLiteral("Review <complaint>")};
    static const QStringList states = {QStringLiteral("Open"), QStringLiteral("InProgress"),
                                       QStringLiteral("Waiting"), QStringLiteral("Closed")};
    for (int i = 0; i < count; ++i) {
        WorkItemRecord item;
        item.name = names.at(random.below(static_cast<int>(names.size())));
        item.assignee = user;
        item.queue = random.below(static_cast<int>(directory.queues.size()));
        item.created = directory.base - (1 + random.below(30 * 24)) * hourMs;
        item.due = directory.base + (1 + random.below(10 * 24)) * hourMs;
        // The first is always open: a person with work items has one that matters.
        item.status = i == 0 ? states.first() : states.at(random.below(static_cast<int>(states.size())));
        if (item.status == QLatin1String("Closed"))
            item.assignment = QStringLiteral("Disconnected");
        directory.workItems.push_back(item);
    }
}

int userByMailbox(const Directory &directory, const char *mailbox)
{
    const auto count = qMin(storyPeople().size(), static_cast<qsizetype>(directory.users.size()));
    for (int user = 0; user < count; ++user) {
        if (storyPeople().at(user).mailbox == QLatin1String(mailbox))
            return user;
    }
    return -1;
}

} // namespace

void addSurroundings(Directory &directory)
{
    Random random(directory.seed ^ stream);
    const int users = static_cast<int>(directory.users.size());
    const int story = static_cast<int>(storyPeople().size());
    for (int user = story; user < users; ++user) {
        const UserRecord &record = directory.user(user);
        const int kind = random.below(100);
        if (record.state == UserState::Deleted)
            continue;
        if (kind < 5)
            directory.forwardings.insert(user, {kind < 3, QStringLiteral("PHONENUMBER"), phoneNumber(random),
                                                QStringLiteral("PURECLOUD"), directory.base - dayMs});
        if (kind >= 5 && kind < 8)
            directory.absences.insert(
                user, {true, kind == 7, directory.base - dayMs, kind == 7 ? 0 : directory.base + 5 * dayMs});
        if (kind >= 8 && kind < 30 && !record.email.isEmpty())
            directory.externalIds.insert(user, {{QStringLiteral("demo-idp"), record.email}});
        if (kind >= 30 && kind < 36)
            addWorkItems(directory, random, user, 1 + random.below(4));
    }
    if (users == 0)
        return;
    const int jane = userByMailbox(directory, "jane.doe");
    const int busy = userByMailbox(directory, "bertram.busy");
    if (jane >= 0) {
        directory.forwardings.insert(jane, {true, QStringLiteral("PHONENUMBER"), phoneNumber(random),
                                            QStringLiteral("LASTCALL"), directory.base - dayMs});
        directory.externalIds.insert(jane, {{QStringLiteral("demo-idp"), directory.user(jane).email},
                                            {QStringLiteral("payroll"), QStringLiteral("P-100042")}});
        addWorkItems(directory, random, jane, 3);
        if (users > 5)
            directory.backups.insert(5, jane);
        UserRecord &record = directory.user(jane);
        record.station = jane;
        record.lastStation = jane;
        record.defaultStation = jane;
    }
    if (busy >= 0)
        addWorkItems(directory, random, busy, 60);
    for (std::size_t group = 0; group < directory.groups.size(); ++group) {
        std::vector<int> &owners = directory.groups[group].owners;
        if (group == 1 && jane >= 0)
            owners.push_back(jane);
        const int other = random.below(users);
        if (directory.user(other).state == UserState::Active && other != jane)
            owners.push_back(other);
    }
}

} // namespace offboarding::demo
