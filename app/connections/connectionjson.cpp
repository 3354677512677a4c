// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/connectionjson.h"

#include "app/base/objectreader.h"
#include "app/connections/connectionvalidation.h"
#include "app/connections/regions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <optional>
#include <utility>

namespace offboarding {

namespace {

constexpr qsizetype largestFile = 8 * 1024 * 1024;
constexpr int mostConnections = 1000;

QString formatName()
{
    return QStringLiteral("offboarding-connections");
}

/// The path of the first field that looks like a secret, by its name or by its value; empty: none.
QString findSecret(const QJsonValue &value, const QString &path)
{
    static const QRegularExpression name(
        QStringLiteral("secret|passw|passphrase|token|credential|private.?key|api.?key|authorization|bearer|"
                       "verifier|cookie"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression content(QStringLiteral(R"(^\s*(?:bearer|basic)\s+\S+|-----BEGIN )"),
                                            QRegularExpression::CaseInsensitiveOption);
    if (value.isString())
        return content.match(value.toString()).hasMatch() ? path : QString();
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString found = findSecret(array.at(i), QStringLiteral("%1[%2]").arg(path).arg(i));
            if (!found.isEmpty())
                return found;
        }
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString inner = path.isEmpty() ? it.key() : QString(path + QLatin1Char('.') + it.key());
        if (name.match(it.key()).hasMatch())
            return inner;
        const QString found = findSecret(it.value(), inner);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QJsonObject toJson(const Connection &connection, bool forExport)
{
    QJsonObject object{
        {QStringLiteral("id"), connection.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("name"), connection.name},
        {QStringLiteral("dialect"), dialectName(connection.dialect)},
        {QStringLiteral("environment"), environmentName(connection.environment)},
        {QStringLiteral("signIn"), signInMethodName(connection.signInMethod)},
        {QStringLiteral("clientId"), connection.clientId},
        {QStringLiteral("redirectUrl"), connection.redirectUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("protectedUsers"), QJsonArray::fromStringList(connection.protectedUsers)},
        {QStringLiteral("allowedDivisions"), QJsonArray::fromStringList(connection.allowedDivisions)},
        {QStringLiteral("unlockMinutes"), connection.unlockMinutes},
        {QStringLiteral("extraCaFile"), connection.extraCaFile},
        {QStringLiteral("organizationId"), connection.organizationId},
        {QStringLiteral("organizationName"), connection.organizationName}};
    if (connection.regionHost.isEmpty()) {
        object.insert(QStringLiteral("apiUrl"), connection.apiUrl.toString(QUrl::FullyEncoded));
        object.insert(QStringLiteral("loginUrl"), connection.loginUrl.toString(QUrl::FullyEncoded));
    } else {
        object.insert(QStringLiteral("region"), connection.regionHost);
    }
    object.insert(QStringLiteral("limits"),
                  QJsonObject{{QStringLiteral("mostUsersPerRun"), connection.limits.mostUsersPerRun},
                              {QStringLiteral("mostPercentOfOrganization"),
                               connection.limits.mostPercentOfOrganization}});
    object.insert(QStringLiteral("secondPerson"), secondPersonName(connection.secondPerson));
    object.insert(QStringLiteral("planOptions"), planOptionsToJson(connection.planOptions));
    QJsonObject proxy{{QStringLiteral("mode"), proxyModeName(connection.proxy.mode)},
                      {QStringLiteral("host"), connection.proxy.host},
                      {QStringLiteral("port"), connection.proxy.port},
                      {QStringLiteral("user"), connection.proxy.user}};
    if (!forExport) {
        object.insert(QStringLiteral("usesKeychain"), connection.keepsSecret);
        proxy.insert(QStringLiteral("usesKeychain"), connection.proxy.keepsPassword);
    }
    object.insert(QStringLiteral("proxy"), proxy);
    return object;
}

Result<Connection> connectionOf(const QJsonValue &value, const QString &path)
{
    if (!value.isObject())
        return failure(errorInFile(path, QStringLiteral("must be an object")));
    ObjectReader reader(value.toObject(), path);
    Connection connection;
    connection.id = QUuid::fromString(reader.text("id", true));
    connection.name = reader.text("name", true);
    connection.regionHost = reader.text("region");
    connection.apiUrl = reader.url("apiUrl");
    connection.loginUrl = reader.url("loginUrl");
    const bool hasAddresses = !connection.apiUrl.isEmpty() || !connection.loginUrl.isEmpty();
    if (!connection.regionHost.isEmpty() && hasAddresses)
        return failure(errorInFile(path + QStringLiteral(".region"),
                                   QStringLiteral("excludes apiUrl and loginUrl: they follow from it")));
    applyRegion(connection);
    connection.dialect = reader.choice("dialect", {Dialect::Legacy, Dialect::Published}, dialectName,
                                       defaultDialect(connection.apiUrl));
    connection.environment =
        reader.choice("environment", {Environment::Production, Environment::Sandbox, Environment::Demo},
                      environmentName, connection.environment);
    connection.signInMethod = reader.choice(
        "signIn",
        {SignInMethod::AuthorizationCode, SignInMethod::ClientCredentials, SignInMethod::PastedToken},
        signInMethodName, connection.signInMethod);
    connection.clientId = reader.text("clientId");
    connection.redirectUrl = reader.url("redirectUrl");
    connection.keepsSecret = reader.flag("usesKeychain");
    connection.protectedUsers = reader.texts("protectedUsers");
    connection.allowedDivisions = reader.texts("allowedDivisions");
    ObjectReader limits = reader.object("limits");
    connection.limits.mostUsersPerRun = limits.number("mostUsersPerRun", connection.limits.mostUsersPerRun);
    connection.limits.mostPercentOfOrganization =
        limits.number("mostPercentOfOrganization", connection.limits.mostPercentOfOrganization);
    limits.finish();
    reader.adopt(limits);
    connection.secondPerson = reader.choice(
        "secondPerson",
        {SecondPerson::ByEnvironment, SecondPerson::ForceDelete, SecondPerson::EveryRun, SecondPerson::Never},
        secondPersonName, connection.secondPerson);
    ObjectReader planOptions = reader.object("planOptions");
    connection.planOptions = readPlanOptions(&planOptions);
    reader.adopt(planOptions);
    connection.unlockMinutes = reader.number("unlockMinutes", connection.unlockMinutes);
    connection.extraCaFile = reader.text("extraCaFile");
    ObjectReader proxy = reader.object("proxy");
    connection.proxy.mode = proxy.choice("mode", {ProxyMode::System, ProxyMode::None, ProxyMode::Manual},
                                         proxyModeName, connection.proxy.mode);
    connection.proxy.host = proxy.text("host");
    connection.proxy.port = proxy.number("port", 0);
    connection.proxy.user = proxy.text("user");
    connection.proxy.keepsPassword = proxy.flag("usesKeychain");
    proxy.finish();
    reader.adopt(proxy);
    connection.organizationId = reader.text("organizationId");
    connection.organizationName = reader.text("organizationName");
    reader.finish();
    if (reader.error())
        return failure(*reader.error());
    if (connection.id.isNull())
        return failure(errorInFile(path + QStringLiteral(".id"), QStringLiteral("is not a UUID")));
    const QList<FieldError> problems = validate(connection, {});
    for (const FieldError &problem : problems) {
        // The file may come from another computer; the editor shows it, and no request goes out without it.
        if (problem.field != ConnectionField::ExtraCaFile)
            return failure(errorInFile(path + QLatin1Char('.') + connectionFieldName(problem.field),
                                       fieldProblemName(problem.problem)));
    }
    return connection;
}

} // namespace

QByteArray connectionsToJson(const QList<Connection> &connections, bool forExport)
{
    QJsonArray array;
    for (const Connection &connection : connections)
        array.append(toJson(connection, forExport));
    const QJsonObject document{{QStringLiteral("format"), formatName()},
                               {QStringLiteral("version"), connectionFormatVersion},
                               {QStringLiteral("connections"), array}};
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

Result<QList<Connection>> connectionsFromJson(const QByteArray &json, const QString &source)
{
    if (json.size() > largestFile)
        return failure(errorInFile(source, QStringLiteral("larger than any list of connections")));
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (document.isNull()) {
        Error error = errorInFile(placeInText(json, parseError.offset, source), parseError.errorString());
        error.serverCode = damagedJsonCode();
        return failure(error);
    }
    const QJsonObject object = document.object();
    if (object.value(QLatin1String("format")).toString() != formatName())
        return failure(errorInFile(source, QStringLiteral("not a file of connections")));
    const int version = object.value(QLatin1String("version")).toInt(-1);
    if (version < 1)
        return failure(errorInFile(source, QStringLiteral("the version is missing")));
    if (version > connectionFormatVersion)
        return failure(
            errorInFile(source, QStringLiteral("written by a newer version of this program (format "
                                               "%1, this one knows up to %2)")
                                    .arg(version)
                                    .arg(connectionFormatVersion)));
    const QString secret = findSecret(object, {});
    if (!secret.isEmpty())
        return failure(errorInFile(source + QLatin1Char(' ') + secret,
                                   QStringLiteral("looks like a secret; secrets belong into the keychain")));
    const QJsonValue list = object.value(QLatin1String("connections"));
    if (!list.isArray() || list.toArray().size() > mostConnections)
        return failure(
            errorInFile(source + QStringLiteral(" connections"), QStringLiteral("must be a list")));
    QList<Connection> connections;
    QSet<QUuid> ids;
    const QJsonArray array = list.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = QStringLiteral("%1 connections[%2]").arg(source).arg(i);
        const Result<Connection> connection = connectionOf(array.at(i), path);
        if (!connection)
            return failure(connection.error());
        if (ids.contains(connection->id))
            return failure(errorInFile(path + QStringLiteral(".id"), QStringLiteral("is there twice")));
        ids.insert(connection->id);
        connections.append(*connection);
    }
    return connections;
}

QString damagedJsonCode()
{
    return QStringLiteral("damaged.json");
}

} // namespace offboarding
