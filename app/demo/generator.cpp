// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/generator.h"

#include "app/demo/conversationtemplates.h"
#include "app/demo/names.h"

#include <algorithm>

namespace offboarding::demo {

namespace {

constexpr qint64 minuteMs = 60000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;
constexpr quint32 daySeconds = 86400;

// Places in groupNames(), roleNames() and among the queues.
constexpr int ownedCallbacks = 10;
constexpr int supervisors = 3;
constexpr int supervisorRole = 3;
constexpr int nightShift = 4;
constexpr int nightQueue = 5;

class Generator
{
public:
    Generator(const DemoOptions &options, Directory &directory, ConversationBook &conversations)
        : m_options(options), m_directory(directory), m_conversations(conversations), m_random(options.seed)
    {
    }

    void run()
    {
        makeFrame();
        makeUsers();
        makeStoryConversations();
        makeOwnedCallbacks();
        makeLiveConversations();
        makeEndedConversations();
    }

private:
    void makeFrame()
    {
        const int divisions = qMax(1, m_options.divisions);
        for (int i = 0; i < divisions; ++i) {
            const QStringList &names = divisionNames();
            m_directory.divisions.append(i < names.size() ? names.at(i)
                                                          : QStringLiteral("Division %1").arg(i));
        }
        const int queues = qMax(1, m_options.queues);
        const QStringList &bases = queueNames();
        for (int i = 0; i < queues; ++i) {
            QString name = bases.at(i % bases.size());
            if (i >= bases.size())
                name += QStringLiteral(" %1").arg(i / bases.size() + 1);
            m_directory.queues.push_back({name, i % divisions});
        }
        for (int i = 0; i < groupNames().size(); ++i)
            m_directory.groups.push_back(
                {groupNames().at(i), i == supervisors ? supervisorRole : -1, i == nightShift, 1, {}});
        if (queues > nightQueue)
            m_directory.queues[static_cast<std::size_t>(nightQueue)].memberGroup = nightShift;
    }

    void makeUsers()
    {
        const int count = qMax(0, m_options.users);
        m_directory.users.reserve(static_cast<std::size_t>(count));
        const auto story = static_cast<int>(storyPeople().size());
        for (int i = 0; i < count; ++i)
            m_directory.users.push_back(i < story ? storyUser(i) : inventedUser(i));
        // Exact numbers of leavers past and gone, spread over the list.
        const int inactive = qMax(0, count * 60 / 1000 - 1);
        const int deleted = qMax(0, count * 19 / 1000 - 1);
        makeSome(UserState::Inactive, inactive);
        makeSome(UserState::Deleted, deleted);
    }

    UserRecord storyUser(int index)
    {
        const StoryPerson &person = storyPeople().at(index);
        UserRecord user = commonUser(index);
        user.name = person.name;
        if (!person.mailbox.isEmpty())
            user.email = address(person.mailbox);
        user.department = person.department;
        user.title = person.title;
        user.division = static_cast<qint16>(person.division % static_cast<int>(m_directory.divisions.size()));
        user.state = person.state;
        if (person.state != UserState::Active) {
            user.grants.clear();
            user.stateChanged = m_directory.base - 40 * dayMs;
            user.stateChangeReason = QStringLiteral("Voluntary");
        } else {
            user.grants = grants(person.roles, user.division);
        }
        user.queues = {{0, true, 1}};
        if (m_directory.queues.size() > 2)
            user.queues.push_back({2, false, 3});
        user.groups = 0x03;
        user.skills = levels(0x05);
        user.languages = levels(0x03);
        return user;
    }

    UserRecord inventedUser(int index)
    {
        UserRecord user = commonUser(index);
        const int kind = m_random.below(100);
        if (kind < 6) {
            user.name = worldNames().at(m_random.below(static_cast<int>(worldNames().size())));
            user.email = address(QStringLiteral("person.%1").arg(index));
        } else {
            const QString &first = firstNames().at(m_random.below(static_cast<int>(firstNames().size())));
            const QString &last = lastNames().at(m_random.below(static_cast<int>(lastNames().size())));
            user.name = first + QLatin1Char(' ') + last;
            const QString mailbox = first + QLatin1Char('.') + last + QString::number(index);
            user.email = kind < 98 ? address(mailbox.toLower()) : QString();
        }
        user.department = departments().at(m_random.below(static_cast<int>(departments().size())));
        user.title = titles().at(m_random.below(static_cast<int>(titles().size())));
        return user;
    }

    static std::vector<GrantRecord> grants(quint32 roles, int division)
    {
        std::vector<GrantRecord> list;
        for (int role = 0; role < roleNames().size(); ++role) {
            if ((roles & (1U << role)) != 0)
                list.push_back({static_cast<quint8>(role), static_cast<qint16>(division)});
        }
        return list;
    }

    static std::vector<LevelRecord> levels(quint32 bits)
    {
        std::vector<LevelRecord> list;
        for (int index = 0; index < 16; ++index) {
            if ((bits & (1U << index)) != 0)
                list.push_back({static_cast<quint8>(index), 1.0 + index % 5});
        }
        return list;
    }

    UserRecord commonUser(int index)
    {
        const QStringList &presences = systemPresences();
        UserRecord user;
        user.division = static_cast<qint16>(m_random.below(static_cast<int>(m_directory.divisions.size())));
        user.version = 1 + m_random.below(40);
        user.lastLogin =
            m_random.chance(94) ? m_directory.base - m_random.below(60 * 24 * 60) * minuteMs - minuteMs : 0;
        user.presence = presences.at(m_random.below(static_cast<int>(presences.size())));
        user.presenceSince = m_directory.base - m_random.below(600) * minuteMs;
        user.routingSince = user.presenceSince;
        user.manager = index > 50 && m_random.chance(80) ? m_random.below(index / 20 + 1) : -1;
        user.station = m_random.chance(50) ? index : -1;
        user.lastStation = user.station;
        user.defaultStation = m_random.chance(30) ? index : -1;
        user.grants = grants(static_cast<quint32>(0x03 | (m_random.next() & 0x3CU)), user.division);
        user.groups = static_cast<quint16>(m_random.next() & m_random.next() & 0xFFU);
        user.skills = levels(static_cast<quint32>(m_random.next() & m_random.next() & 0xFFU));
        user.languages = levels(static_cast<quint32>(1U | (m_random.next() & 0x3EU)));
        const int memberships = m_random.below(4);
        const int first = m_random.below(static_cast<int>(m_directory.queues.size()));
        for (int i = 0; i < memberships && i < static_cast<int>(m_directory.queues.size()); ++i) {
            const int queue = (first + i * 7) % static_cast<int>(m_directory.queues.size());
            if (!user.membership(queue))
                user.queues.push_back({static_cast<qint16>(queue), m_random.chance(70), 1});
        }
        return user;
    }

    void makeSome(UserState state, int count)
    {
        const auto story = static_cast<int>(storyPeople().size());
        const int users = static_cast<int>(m_directory.users.size()) - story;
        for (int tries = 0; count > 0 && users > 0 && tries < 20 * users; ++tries) {
            UserRecord &user = m_directory.user(story + m_random.below(users));
            if (user.state != UserState::Active)
                continue;
            user.state = state;
            user.grants.clear();
            user.presence = QStringLiteral("Offline");
            user.stateChanged = m_directory.base - m_random.below(300) * dayMs - dayMs;
            user.stateChangeReason = m_random.chance(50) ? QStringLiteral("Voluntary") : QString();
            if (state == UserState::Deleted)
                user.division = 0;
            --count;
        }
    }

    void addLive(const LivePlan &plan)
    {
        const auto number = static_cast<quint32>(m_conversations.live.size());
        m_conversations.live.push_back(makeLiveConversation(m_directory, plan, number));
    }

    void addEnded(int user, quint32 endedSecondsAgo)
    {
        EndedRecord record;
        record.user = user;
        record.endedSecondsAgo = endedSecondsAgo;
        record.durationSeconds = 60 + static_cast<quint32>(m_random.below(1500));
        record.queue =
            static_cast<quint8>(m_random.below(qMin(255, static_cast<int>(m_directory.queues.size()))));
        record.medium = static_cast<Medium>(m_random.below(mediumCount));
        record.outbound = m_random.chance(20);
        record.held = record.medium == Medium::Call && m_random.chance(40);
        m_conversations.ended.push_back(record);
    }

    void addHistory(int user, int recent, int older)
    {
        for (int i = 0; i < recent; ++i)
            addEnded(user, 1800 + static_cast<quint32>(i) * 7200);
        for (int i = 0; i < older; ++i)
            addEnded(user, 2 * daySeconds + static_cast<quint32>(i) * daySeconds);
    }

    void makeStoryConversations()
    {
        const qint64 base = m_directory.base;
        const auto count =
            qMin(static_cast<int>(storyPeople().size()), static_cast<int>(m_directory.users.size()));
        m_conversations.live.reserve(static_cast<std::size_t>(qMax(0, m_options.liveConversations)) + 64);
        m_conversations.ended.reserve(static_cast<std::size_t>(qMax(0, m_options.endedConversations)) + 256);
        for (int user = 0; user < count; ++user) {
            LivePlan plan;
            plan.user = user;
            plan.start = base - 6 * minuteMs;
            switch (storyPeople().at(user).load) {
            case StoryLoad::None:
                break;
            case StoryLoad::RecentOnly:
                addHistory(user, 3, 4);
                break;
            case StoryLoad::History:
                addHistory(user, 0, 4);
                break;
            case StoryLoad::ThreeLive:
                addLive(plan);
                plan.medium = Medium::Callback;
                plan.shape = LiveShape::Alerting;
                plan.start = base - 2 * minuteMs;
                addLive(plan);
                plan.medium = Medium::Message;
                plan.shape = LiveShape::Connected;
                plan.start = base - 50 * minuteMs;
                addLive(plan);
                addHistory(user, 2, 5);
                break;
            case StoryLoad::OneChat:
                plan.medium = Medium::Chat;
                addLive(plan);
                addHistory(user, 1, 2);
                break;
            case StoryLoad::AfterCallWork:
                plan.shape = LiveShape::AfterCallWork;
                addLive(plan);
                addHistory(user, 0, 2);
                break;
            case StoryLoad::HeldAndReturned:
                plan.shape = LiveShape::Returned;
                plan.start = base - 25 * minuteMs;
                addLive(plan);
                addHistory(user, 0, 2);
                break;
            case StoryLoad::LeftMessage:
                plan.medium = Medium::Message;
                plan.shape = LiveShape::Left;
                plan.start = base - 26 * hourMs;
                addLive(plan);
                addHistory(user, 0, 2);
                break;
            case StoryLoad::ManyEmails:
                plan.medium = Medium::Email;
                for (int i = 0; i < 25; ++i) {
                    plan.start = base - (3 + 9 * i) * minuteMs;
                    addLive(plan);
                }
                addHistory(user, 1, 3);
                break;
            }
        }
    }

    /// Two of the story and some others have callbacks of their own in the days to come.
    void makeOwnedCallbacks()
    {
        QList<int> owners;
        for (const int user : {0, 4}) {
            if (user < static_cast<int>(m_directory.users.size()))
                owners.append(user);
        }
        for (int i = 0; i < ownedCallbacks; ++i)
            owners.append(anyAgent(40));
        for (const int user : owners) {
            if (user < 0 || static_cast<int>(m_conversations.live.size()) >= m_options.liveConversations)
                continue;
            LivePlan plan;
            plan.medium = Medium::Callback;
            plan.shape = LiveShape::Scheduled;
            plan.user = user;
            plan.queue = m_random.below(static_cast<int>(m_directory.queues.size()));
            plan.start = m_directory.base - (1 + m_random.below(20)) * hourMs;
            addLive(plan);
        }
    }

    /// An active user who is not part of the story, or -1.
    int anyAgent(int share)
    {
        const auto story = static_cast<int>(storyPeople().size());
        const int users = (static_cast<int>(m_directory.users.size()) - story) * share / 100;
        for (int tries = 0; users > 0 && tries < 50; ++tries) {
            const int user = story + m_random.below(users);
            if (m_directory.user(user).state == UserState::Active)
                return user;
        }
        return -1;
    }

    void makeLiveConversations()
    {
        static constexpr std::array<Medium, 10> media = {
            Medium::Call,    Medium::Call,  Medium::Call,  Medium::Callback, Medium::Chat,
            Medium::Message, Medium::Email, Medium::Email, Medium::Message,  Medium::Call};
        while (static_cast<int>(m_conversations.live.size()) < m_options.liveConversations) {
            LivePlan plan;
            plan.medium = media[static_cast<std::size_t>(m_random.below(static_cast<int>(media.size())))];
            plan.queue = m_random.below(static_cast<int>(m_directory.queues.size()));
            const bool isLong = plan.medium == Medium::Email || plan.medium == Medium::Message;
            plan.start =
                m_directory.base - (isLong ? m_random.below(40 * 60) + 2 : m_random.below(45) + 1) * minuteMs;
            const int shape = m_random.below(100);
            if (shape < 8)
                plan.shape = LiveShape::Waiting;
            else if (shape < 20)
                plan.shape = LiveShape::Alerting;
            else if (shape < 30 && plan.medium == Medium::Call)
                plan.shape = LiveShape::Held;
            else if (shape < 38 && plan.medium != Medium::Message)
                plan.shape = LiveShape::AfterCallWork;
            else if (shape < 38)
                plan.shape = LiveShape::Left;
            plan.outbound = plan.shape == LiveShape::Connected && m_random.chance(20);
            plan.user = plan.shape == LiveShape::Waiting ? -1 : anyAgent(40);
            if (plan.user < 0)
                plan.shape = LiveShape::Waiting;
            addLive(plan);
        }
    }

    void makeEndedConversations()
    {
        // Fourteen days of history; the story's own are counted in.
        while (static_cast<int>(m_conversations.ended.size()) < m_options.endedConversations) {
            const int user = anyAgent(60);
            if (user < 0)
                break;
            addEnded(user, 120 + static_cast<quint32>(m_random.below(14 * static_cast<int>(daySeconds))));
        }
    }

    static QString address(const QString &mailbox) { return mailbox + QLatin1String("@demo.example"); }

    const DemoOptions &m_options;
    Directory &m_directory;
    ConversationBook &m_conversations;
    Random m_random;
};

} // namespace

void generate(const DemoOptions &options, Directory &directory, ConversationBook &conversations)
{
    Generator(options, directory, conversations).run();
}

} // namespace offboarding::demo
