// SPDX-License-Identifier: GPL-3.0-or-later
// Skills and languages of a user (contract §6.4). There is no PUT …/routinglanguages/bulk.
#include "app/demo/listing.h"
#include "app/demo/names.h"
#include "app/demo/organisation.h"

namespace offboarding::demo {

namespace {

constexpr int mostPerPage = 50;

enum class What { Skill, Language };

template <What what> constexpr IdKind kindOf()
{
    return what == What::Skill ? IdKind::Skill : IdKind::Language;
}

template <What what> const QStringList &namesOf()
{
    return what == What::Skill ? skillNames() : languageNames();
}

template <What what> std::vector<LevelRecord> &levelsOf(UserRecord &record)
{
    return what == What::Skill ? record.skills : record.languages;
}

template <What what> QJsonObject levelJson(const Directory &directory, const LevelRecord &level)
{
    const QString id = directory.ids.make(kindOf<what>(), level.index);
    const bool isSkill = what == What::Skill;
    const QString path = isSkill ? QStringLiteral("/api/v2/routing/skills/%1").arg(id)
                                 : QStringLiteral("/api/v2/routing/languages/%1").arg(id);
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), namesOf<what>().at(level.index)},
            {QStringLiteral("proficiency"), level.proficiency},
            {QStringLiteral("state"), QStringLiteral("active")},
            {isSkill ? QStringLiteral("skillUri") : QStringLiteral("languageUri"), path}};
}

/// {"id", "proficiency": 0.0 to 5.0}
template <What what> Answer<LevelRecord> levelOf(const Directory &directory, const QJsonValue &entry)
{
    const QString id = entry[QLatin1String("id")].toString();
    const int index = directory.ids.indexOf(kindOf<what>(), id);
    if (index < 0 || index >= namesOf<what>().size())
        return refused(
            notFound(what == What::Skill ? QStringLiteral("skill") : QStringLiteral("language"), id));
    const QJsonValue proficiency = entry[QLatin1String("proficiency")];
    if (!proficiency.isDouble() || proficiency.toDouble() < 0 || proficiency.toDouble() > 5)
        return refused(badRequest(QStringLiteral("The proficiency must be a number from 0 to 5."),
                                  QStringLiteral("invalid.value")));
    return LevelRecord{static_cast<quint8>(index), proficiency.toDouble()};
}

void setLevel(std::vector<LevelRecord> &levels, const LevelRecord &level)
{
    const auto found = std::find_if(levels.begin(), levels.end(),
                                    [&level](const LevelRecord &one) { return one.index == level.index; });
    if (found == levels.end())
        levels.push_back(level);
    else
        *found = level;
}

template <What what> Reply listLevels(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    Directory &directory = context.organisation.directory();
    const std::vector<LevelRecord> &levels = levelsOf<what>(directory.user(*user));
    return listing(context, static_cast<int>(levels.size()), mostPerPage, [&](int index) {
        return levelJson<what>(directory, levels[static_cast<std::size_t>(index)]);
    });
}

template <What what> Reply addLevel(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Directory &directory = context.organisation.directory();
    const Answer<LevelRecord> level = levelOf<what>(directory, context.request.json);
    if (!level)
        return Reply::refuse(level.error());
    setLevel(levelsOf<what>(context.organisation.changeUser(*user)), *level);
    return Reply::json(levelJson<what>(directory, *level));
}

/// Adds and updates; with @p replaces, takes out what is not in the body.
template <What what, bool replaces> Reply changeLevels(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const QJsonArray entries = context.request.json.toArray();
    if (!context.request.json.isArray() || entries.size() > mostPerPage)
        return Reply::refuse(badRequest(QStringLiteral("The body must be an array of at most 50.")));
    std::vector<LevelRecord> wanted;
    for (const QJsonValue &entry : entries) {
        const Answer<LevelRecord> level = levelOf<what>(context.organisation.directory(), entry);
        if (!level)
            return Reply::refuse(level.error());
        wanted.push_back(*level);
    }
    std::vector<LevelRecord> &levels = levelsOf<what>(context.organisation.changeUser(*user));
    if (replaces)
        levels.clear();
    for (const LevelRecord &level : wanted)
        setLevel(levels, level);
    return listLevels<what>(context);
}

template <What what> Reply deleteLevel(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const int index = context.organisation.directory().ids.indexOf(kindOf<what>(), context.captured(1));
    std::vector<LevelRecord> levels = levelsOf<what>(context.organisation.directory().user(*user));
    const auto removed =
        std::erase_if(levels, [index](const LevelRecord &one) { return one.index == index; });
    if (removed == 0)
        return Reply::refuse(notFound(what == What::Skill ? QStringLiteral("skill of this user")
                                                          : QStringLiteral("language of this user"),
                                      context.captured(1)));
    levelsOf<what>(context.organisation.changeUser(*user)) = levels;
    return what == What::Skill ? Reply::json(QJsonObject()) : Reply::empty(204);
}

} // namespace

void addSkillRoutes(Router &router)
{
    const RequiredPermissions all = allOf({"routing:skill:assign"});
    const RequiredPermissions any = anyOf({"routing:skill:assign"});
    const RequiredPermissions language = anyOf({"routing:skill:assign", "routing:language:assign"});
    router.add("GET", "/users/{userId}/routingskills", listLevels<What::Skill>);
    router.add("POST", "/users/{userId}/routingskills", addLevel<What::Skill>, all);
    router.add("PATCH", "/users/{userId}/routingskills/bulk", changeLevels<What::Skill, false>, any);
    router.add("PUT", "/users/{userId}/routingskills/bulk", changeLevels<What::Skill, true>, any);
    router.add("DELETE", "/users/{userId}/routingskills/{skillId}", deleteLevel<What::Skill>, all);
    router.add("GET", "/users/{userId}/routinglanguages", listLevels<What::Language>);
    router.add("POST", "/users/{userId}/routinglanguages", addLevel<What::Language>, language);
    router.add("PATCH", "/users/{userId}/routinglanguages/bulk", changeLevels<What::Language, false>,
               language);
    router.add("DELETE", "/users/{userId}/routinglanguages/{languageId}", deleteLevel<What::Language>,
               language);
}

} // namespace offboarding::demo
