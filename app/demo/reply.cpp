// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/reply.h"

#include <QJsonDocument>

namespace offboarding::demo {

Refusal badRequest(const QString &message, const QString &code)
{
    Refusal refusal;
    refusal.code = code;
    refusal.message = message;
    return refusal;
}

Refusal notFound(const QString &what, const QString &id)
{
    Refusal refusal;
    refusal.status = 404;
    refusal.code = QStringLiteral("not.found");
    refusal.message = QStringLiteral("No such %1 %2").arg(what, id.left(100));
    refusal.messageWithParams = QStringLiteral("No such %1 {id}").arg(what);
    refusal.messageParams = {{QStringLiteral("id"), id.left(100)}};
    refusal.entityId = id.left(100);
    refusal.entityName = what;
    return refusal;
}

Refusal staleVersion(const QString &id, int sent, int current)
{
    Refusal refusal;
    refusal.status = 409;
    refusal.code = QStringLiteral("general.conflict");
    refusal.message =
        QStringLiteral("The supplied version %1 does not match the current version %2 of this resource.")
            .arg(sent)
            .arg(current);
    refusal.messageWithParams = QStringLiteral(
        "The supplied version {suppliedVersion} does not match the current version {currentVersion} of this "
        "resource.");
    refusal.messageParams = {{QStringLiteral("suppliedVersion"), QString::number(sent)},
                             {QStringLiteral("currentVersion"), QString::number(current)}};
    refusal.entityId = id;
    return refusal;
}

QByteArray errorBody(const Refusal &refusal, const QString &contextId)
{
    QJsonObject body{{QStringLiteral("message"), refusal.message},
                     {QStringLiteral("code"), refusal.code},
                     {QStringLiteral("status"), refusal.status},
                     {QStringLiteral("messageWithParams"),
                      refusal.messageWithParams.isEmpty() ? refusal.message : refusal.messageWithParams},
                     {QStringLiteral("messageParams"), refusal.messageParams},
                     {QStringLiteral("contextId"), contextId},
                     {QStringLiteral("details"), refusal.details},
                     {QStringLiteral("errors"), QJsonArray()}};
    if (!refusal.entityId.isEmpty())
        body.insert(QStringLiteral("entityId"), refusal.entityId);
    if (!refusal.entityName.isEmpty())
        body.insert(QStringLiteral("entityName"), refusal.entityName);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Reply Reply::json(const QJsonObject &object, int status)
{
    return text(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

Reply Reply::json(const QJsonArray &array, int status)
{
    return text(QJsonDocument(array).toJson(QJsonDocument::Compact), status);
}

Reply Reply::text(QByteArray json, int status)
{
    Reply reply;
    reply.status = status;
    reply.body = std::move(json);
    return reply;
}

Reply Reply::empty(int status)
{
    Reply reply;
    reply.status = status;
    return reply;
}

Reply Reply::refuse(Refusal refusal)
{
    Reply reply;
    reply.status = refusal.status;
    reply.headers = refusal.headers;
    reply.refusal = std::move(refusal);
    return reply;
}

QString Request::parameter(const QString &name) const
{
    return parameters.queryItemValue(name, QUrl::FullyDecoded);
}

QStringList Request::list(const QString &name) const
{
    QStringList values;
    const QStringList repeated = parameters.allQueryItemValues(name, QUrl::FullyDecoded);
    for (const QString &one : repeated)
        values += one.split(QLatin1Char(','), Qt::SkipEmptyParts);
    return values;
}

Answer<int> Request::integer(const QString &name, int fallback, int least, int most) const
{
    if (!parameters.hasQueryItem(name))
        return fallback;
    bool ok = false;
    const int value = parameter(name).toInt(&ok);
    if (ok && value >= least && value <= most)
        return value;
    return refused(badRequest(QStringLiteral("The query parameter %1 must be a whole number from %2 to %3.")
                                  .arg(name)
                                  .arg(least)
                                  .arg(most),
                              QStringLiteral("invalid.query.param.value")));
}

Answer<Paging> pagingOf(const Request &request, int most, int fallback)
{
    const Answer<int> size = request.integer(QStringLiteral("pageSize"), fallback, 1, most);
    if (!size)
        return refused(size.error());
    const Answer<int> number = request.integer(QStringLiteral("pageNumber"), 1, 1, 1000000);
    if (!number)
        return refused(number.error());
    return Paging{*size, *number};
}

QJsonObject listingFrame(const Request &request, const Paging &paging, qsizetype total)
{
    const int pageCount = static_cast<int>((total + paging.size - 1) / paging.size);
    const auto uri = [&](int number) {
        QUrlQuery query = request.parameters;
        query.removeAllQueryItems(QStringLiteral("pageNumber"));
        query.addQueryItem(QStringLiteral("pageNumber"), QString::number(number));
        const QString text = request.path + QLatin1Char('?') + query.toString(QUrl::FullyEncoded);
        return text;
    };
    QJsonObject frame{{QStringLiteral("pageSize"), paging.size},
                      {QStringLiteral("pageNumber"), paging.number},
                      {QStringLiteral("total"), static_cast<qint64>(total)},
                      {QStringLiteral("pageCount"), pageCount},
                      {QStringLiteral("selfUri"), uri(paging.number)},
                      {QStringLiteral("firstUri"), uri(1)},
                      {QStringLiteral("lastUri"), uri(qMax(1, pageCount))}};
    if (paging.number < pageCount)
        frame.insert(QStringLiteral("nextUri"), uri(paging.number + 1));
    if (paging.number > 1)
        frame.insert(QStringLiteral("previousUri"), uri(paging.number - 1));
    return frame;
}

} // namespace offboarding::demo
