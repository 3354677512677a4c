// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <tl/expected.hpp>

#include <optional>

namespace offboarding::demo {

/// An error answer before it has its correlation id: becomes the documented ErrorBody (contract §1.3).
struct Refusal
{
    int status = 400;
    QString code;
    QString message;           ///< parameters already filled in
    QString messageWithParams; ///< the template; empty: the same as message
    QJsonObject messageParams;
    QJsonArray details;
    QString entityId;
    QString entityName;
    QList<QPair<QByteArray, QByteArray>> headers;
};

Refusal badRequest(const QString &message, const QString &code = QStringLiteral("bad.request"));
Refusal notFound(const QString &what, const QString &id);
Refusal staleVersion(const QString &id, int sent, int current);

/// The documented error body of @p refusal.
QByteArray errorBody(const Refusal &refusal, const QString &contextId);

/// What a handler answers.
struct Reply
{
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json"; ///< of the body, if there is one
    QList<QPair<QByteArray, QByteArray>> headers;
    std::optional<Refusal> refusal; ///< set: body is made from it

    static Reply json(const QJsonObject &object, int status = 200);
    static Reply json(const QJsonArray &array, int status = 200);
    static Reply text(QByteArray json, int status = 200); ///< @p json is already JSON
    static Reply empty(int status);                       ///< no body at all
    static Reply refuse(Refusal refusal);
};

template <typename T> using Answer = tl::expected<T, Refusal>;

inline tl::unexpected<Refusal> refused(Refusal refusal)
{
    return tl::unexpected<Refusal>(std::move(refusal));
}

/// A request as the handlers see it.
struct Request
{
    QString method;
    QString path;         ///< as sent, without the query
    QString query;        ///< as sent
    QStringList segments; ///< path split and percent-decoded
    QStringList captured; ///< what the {…} of the route matched, in order
    QUrlQuery parameters;
    QByteArray body;
    QByteArray contentType;
    QByteArray authorization;
    QJsonValue json;              ///< the body, if the route takes JSON
    bool isPublishedOnly = false; ///< came in through DemoEndpoints::publishedApiUrl

    QString parameter(const QString &name) const;
    /// All values of @p name: repeated, comma separated or both.
    QStringList list(const QString &name) const;
    /// The number @p name, @p fallback if absent; refused with 400 if it is none or outside the bounds.
    Answer<int> integer(const QString &name, int fallback, int least, int most) const;
};

struct Paging
{
    int size = 25;
    int number = 1;

    qsizetype first() const { return static_cast<qsizetype>(size) * (number - 1); }
};

/// pageSize and pageNumber; default 25 and 1.
Answer<Paging> pagingOf(const Request &request, int most, int fallback = 25);

/// pageSize, pageNumber, total, pageCount and the …Uri members of a listing; the entities are the caller's.
QJsonObject listingFrame(const Request &request, const Paging &paging, qsizetype total);

} // namespace offboarding::demo
