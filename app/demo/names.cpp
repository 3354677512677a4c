// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/names.h"

#include "app/demo/permissions.h"

#include <array>

namespace offboarding::demo {

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char('|'));
}

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QList<StoryPerson> makeStory()
{
    const QString support = QStringLiteral("Support");
    const QString sales = QStringLiteral("Sales");
    const QString agent = QStringLiteral("Agent");
    const UserState active = UserState::Active;
    return {
        {text("Jane Doe"), text("jane.doe"), support, text("Team lead"), 1, active, StoryLoad::ThreeLive},
        {text("Jane Doe"), text("jane.doe2"), sales, agent, 2, active, StoryLoad::OneChat},
        {text("Jane D\u0153"), text("jane.doe3"), support, agent, 1, active, StoryLoad::History},
        {text("Janet Doe"), text("janet.doe"), support, agent, 1, active, StoryLoad::History},
        {text("Rita Recent"), text("rita.recent"), support, agent, 1, active, StoryLoad::RecentOnly},
        {text("Nora Nothing"), text("nora.nothing"), text("Finance"), text("Clerk"), 0, active,
         StoryLoad::None},
        {text("Alan Aftercall"), text("alan.aftercall"), support, agent, 1, active, StoryLoad::AfterCallWork},
        {text("Harry Held"), text("harry.held"), support, agent, 1, active, StoryLoad::HeldAndReturned},
        {text("Lena Left"), text("lena.left"), sales, agent, 2, active, StoryLoad::LeftMessage},
        {text("Bertram Busy"), text("bertram.busy"), support, agent, 1, active, StoryLoad::ManyEmails},
        {text("Ines Inactive"), text("ines.inactive"), support, agent, 1, UserState::Inactive,
         StoryLoad::History},
        {text("Dora Deleted"), text("dora.deleted"), support, agent, 0, UserState::Deleted,
         StoryLoad::History},
        {text("Reception Desk"), QString(), text("Facilities"), QString(), 0, active, StoryLoad::None},
        {text("\u5C71\u7530 \u592A\u90CE"), text("taro.yamada"), sales, agent, 5, active, StoryLoad::History},
        {text("\u0645\u062D\u0645\u062F \u0627\u0644\u0623\u062D\u0645\u062F"), text("mohammed.alahmad"),
         sales, agent, 4, active, StoryLoad::History},
        {text("\u0414\u043C\u0438\u0442\u0440\u0438\u0439 \u0421\u043E\u043A\u043E\u043B\u043E\u0432"),
         text("dmitri.sokolov"), support, agent, 3, active, StoryLoad::History},
        {text("Zo\u00EB M\u00FCller-L\u00FCdenscheidt"), text("zoe.mueller"), support, agent, 3, active,
         StoryLoad::History},
        {text("<b>Bold</b> <img src=\"x\" onerror=\"alert(1)\">"), text("markup"), support, agent, 1, active,
         StoryLoad::History},
        {text("=HYPERLINK(\"http://demo.example/\",\"Click me\")"), text("formula"), text("=1+1"),
         text("@SUM(A1:A9)"), 1, active, StoryLoad::History},
        {text("+49 30 Plus"), text("plus.person"), support, agent, 1, active, StoryLoad::History},
        {text("-2+3 Minus"), text("minus.person"), support, agent, 1, active, StoryLoad::History},
        {text("@cmd At"), text("at.person"), support, agent, 1, active, StoryLoad::History},
        {text("Comma, \"Quote\"\tand\nNewline"), text("comma.quote"), support, agent, 1, active,
         StoryLoad::History},
        {text("Reversed \u202Ecod.exe\u202C Name"), text("bidi.override"), support, agent, 1, active,
         StoryLoad::History},
        {QString(61, QLatin1Char('L')) + text(" ") + QStringLiteral("long name ").repeated(23) +
             text("the end."),
         text("long.name"), support, agent, 1, active, StoryLoad::History},
        // The only one who may do everything, and one who may take people out but is no such administrator.
        {text("Amira Admin"), text("amira.admin"), text("IT"), text("Administrator"), 0, active,
         StoryLoad::None, static_cast<quint16>(0x01U | masterAdminRole())},
        {text("Dirk Directory"), text("dirk.directory"), text("Human Resources"), text("Administrator"), 0,
         active, StoryLoad::None, static_cast<quint16>(0x01U | (administeringRoles() & ~masterAdminRole()))},
    };
}

} // namespace

const QStringList &firstNames()
{
    static const QStringList list = words(
        "Anna|Ben|Clara|David|Emma|Felix|Grace|Henry|Ivy|Jack|Karen|Liam|Mia|Noah|Olivia|Paul|Quinn|Rose|Sam|"
        "Tara|Uma|Victor|Wendy|Xavier|Yara|Zach|Alice|Bruno|Carmen|Dennis|Elena|Frank|Gina|Hugo|Irene|James|"
        "Kim|Laura|Martin|Nina|Oscar|Petra|Ralph|Sara|Tom|Ursula|Vera|Walter|Amir|Bianca|Carlos|Diana|Erik|"
        "Fatima|George|Helen|Ivan|Julia|Kevin|Linda");
    return list;
}

const QStringList &lastNames()
{
    static const QStringList list = words(
        "Adams|Baker|Clark|Davis|Evans|Foster|Green|Harris|Irwin|Jones|King|Lewis|Moore|Nelson|Owens|Parker|"
        "Quincy|Reed|Scott|Turner|Underwood|Vance|White|Young|Zimmer|Albrecht|Bauer|Christie|Dietrich|Egger|"
        "Fischer|Gruber|Hofmann|Jansen|Keller|Lang|Meyer|Novak|Ortega|Peters|Rossi|Schmidt|Tanner|Urban|"
        "Vogel|Weber|Ziegler|Almeida|Bianchi|Costa|Dubois|Eriksen|Ferrari|Garcia|Hansen|Ito|Jensen|Kowalski|"
        "Larsen|Martinez|Nakamura|Olsen|Popescu|Ruiz|Silva|Tanaka|Virtanen|Wagner|Yilmaz|Zhang|Okafor|Mensah|"
        "Banerjee|Chopra|Kaur|Nguyen|Tran|Park|Choi|Lindgren");
    return list;
}

const QStringList &worldNames()
{
    static const QStringList list =
        words("\u4F50\u85E4 \u82B1\u5B50|\u9234\u6728 \u4E00\u90CE|\u738B \u4F1F|\u674E \u5A1C|"
              "\uAE40 \uBBFC\uC900|\uC774 \uC11C\uC5F0|\u041E\u043B\u044C\u0433\u0430 "
              "\u0418\u0432\u0430\u043D\u043E\u0432\u0430|"
              "\u0421\u0435\u0440\u0433\u0435\u0439 \u041F\u0435\u0442\u0440\u043E\u0432|"
              "\u0627\u062D\u0645\u062F \u062D\u0633\u0646|\u0641\u0627\u0637\u0645\u0629 \u0639\u0644\u064A|"
              "\u05D3\u05D5\u05D3 \u05DB\u05D4\u05DF|\u039C\u03B1\u03C1\u03AF\u03B1 "
              "\u03A0\u03B1\u03C0\u03B1\u03B4\u03AC\u03BA\u03B7|"
              "\u0141ukasz \u017B\u00F3\u0142\u0107|Fran\u00E7ois L\u00E9v\u00EAque|S\u00F8ren \u00C5gaard|"
              "\u0130brahim \u00D6zt\u00FCrk|Nguy\u1EC5n Th\u1ECB H\u01B0\u01A1ng|Jos\u00E9 Mu\u00F1oz|"
              "\u0905\u0928\u093F\u0924\u093E \u0936\u0930\u094D\u092E\u093E|\u0E2A\u0E21\u0E0A\u0E32\u0E22 "
              "\u0E43\u0E08\u0E14\u0E35|"
              "Bj\u00F6rk \u00DE\u00F3rsd\u00F3ttir|Siobh\u00E1n O\u2019Neill|D\u2019Arcy "
              "McGuinness|Ana-Maria \u021Aepe\u0219");
    return list;
}

const QStringList &departments()
{
    static const QStringList list = words(
        "Support|Sales|Billing|Claims|Technical Services|Finance|Human Resources|Logistics|Marketing|IT");
    return list;
}

const QStringList &titles()
{
    static const QStringList list =
        words("Agent|Senior Agent|Team lead|Supervisor|Specialist|Clerk|Analyst|Trainer|Coordinator|Manager");
    return list;
}

const QStringList &divisionNames()
{
    static const QStringList list =
        words("Home|Support Europe|Sales Europe|Operations East|Operations South|Asia Pacific|Back Office|"
              "North America|Partners|Pilot");
    return list;
}

const QStringList &queueNames()
{
    static const QStringList list =
        words("Support|Billing|Sales|Returns|Technical|Claims|Orders|Complaints|Retention|Onboarding");
    return list;
}

const QStringList &groupNames()
{
    static const QStringList list = words(
        "All agents|Support team|Sales team|Supervisors|Night shift|Fire wardens|Works council|Trainers");
    return list;
}

const QStringList &roleNames()
{
    static const QStringList list = words("employee|Communicate - User|Engage User|Engage Supervisor|"
                                          "Quality Evaluator|Analytics Viewer|Directory Admin|"
                                          "Master Admin");
    return list;
}

QStringList rolePermissions(int role)
{
    static const std::array<const char *, 8> lists = {
        "directory:user:view", "conversation:callForwarding:view|conversation:callForwarding:edit",
        "conversation:communication:view|routing:queue:join",
        "analytics:*:view|conversation:*:*|routing:*:*|telephony:otherStationAssociation:view",
        "recording:recording:view", "alerting:rule:view|analytics:*:view",
        // Not directory:*:*: that would include directory:organization:admin, which is for the Master Admin.
        "analytics:*:view|authorization:*:*|conversation:*:*|directory:group:*|directory:user:*|"
        "directory:userStateChange:view|oauth:token:delete|presence:*:*|"
        "routing:*:*|telephony:*:*|voicemail:*:*|workitems:*:*",
        nullptr};
    const auto index = static_cast<std::size_t>(role);
    if (index >= lists.size())
        return {};
    return lists[index] ? words(lists[index]) : PermissionSet::everything().patterns();
}

quint32 administeringRoles()
{
    return 0xC0U;
}

quint32 masterAdminRole()
{
    return 0x80U;
}

const QStringList &skillNames()
{
    static const QStringList list =
        words("Invoices|Routers|Contracts|Premium customers|Warranty|Complaints|Upselling|Hardware");
    return list;
}

const QStringList &languageNames()
{
    static const QStringList list = words("English|German|French|Spanish|Japanese|Arabic");
    return list;
}

const QStringList &customerNames()
{
    static const QStringList list =
        words("Ada Example|Bob Sample|Carla Caller|Dan Demo|Eve Muster|Fritz Beispiel|Gina Guest|Ken Kunde|"
              "\u5BA2\u6237 \u4E00|Clie\u00F1te <i>Ejemplo</i>|Unknown caller|Olga Probe");
    return list;
}

const QStringList &systemPresences()
{
    static const QStringList list = words("Available|On Queue|Offline|Busy|Away|Meeting");
    return list;
}

const QList<StoryPerson> &storyPeople()
{
    static const QList<StoryPerson> list = makeStory();
    return list;
}

} // namespace offboarding::demo
