// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/listing.h"

#include "app/demo/organisation.h"

namespace offboarding::demo {

Reply listing(const HandlerContext &context, int total, int mostPerPage,
              const std::function<QJsonObject(int)> &make, int defaultSize)
{
    const Answer<Paging> paging = pagingOf(context.request, mostPerPage, defaultSize);
    if (!paging)
        return Reply::refuse(paging.error());
    QJsonArray entities;
    const int end = static_cast<int>(qMin<qsizetype>(paging->first() + paging->size, total));
    for (int i = static_cast<int>(qMin<qsizetype>(paging->first(), total)); i < end; ++i)
        entities.append(make(i));
    QJsonObject frame = listingFrame(context.request, *paging, total);
    frame.insert(QStringLiteral("entities"), entities);
    return Reply::json(frame);
}

Reply listing(const HandlerContext &context, const QJsonArray &all, int mostPerPage, int defaultSize)
{
    return listing(
        context, static_cast<int>(all.size()), mostPerPage, [&all](int i) { return all.at(i).toObject(); },
        defaultSize);
}

Answer<int> capturedUser(const HandlerContext &context, qsizetype index)
{
    const int user = context.organisation.directory().userOf(context.captured(index));
    if (user < 0)
        return refused(notFound(QStringLiteral("user"), context.captured(index)));
    return user;
}

QJsonObject userReference(const Directory &directory, int user)
{
    const QString id = directory.userId(user);
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), directory.user(user).name},
            {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/users/") + id)}};
}

QJsonObject divisionReference(const Directory &directory, int division)
{
    const QString id = directory.divisionId(division);
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), directory.divisions.at(division)},
            {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/authorization/divisions/") + id)}};
}

} // namespace offboarding::demo
