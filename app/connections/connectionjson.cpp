// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/connectionjson.h"

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

Error fileError(const QString &place, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::File;
    error.place = place;
    error.detail = detail;
    return error;
}

/// "file.json line 3 column 7" for a byte offset.
QString placeOf(const QByteArray &json, qsizetype offset, const QString &source)
{
    const QByteArray before = json.left(offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size() + 1;
    return QStringLiteral("%1 line %2 column %3").arg(source).arg(line).arg(column);
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

/// Takes known fields out of an object and remembers the first thing that is wrong.
class ObjectReader
{
public:
    ObjectReader(QJsonObject object, QString path) : m_object(std::move(object)), m_path(std::move(path)) {}

    QString text(const char *name, bool isRequired = false)
    {
        const QJsonValue value = m_object.take(QLatin1String(name));
        if (value.isUndefined() && !isRequired)
            return {};
        if (!value.isString())
            complain(name, QStringLiteral("must be a text"));
        return value.toString();
    }

    QUrl url(const char *name)
    {
        const QString content = text(name);
        const QUrl result(content, QUrl::StrictMode);
        if (!content.isEmpty() && !result.isValid())
            complain(name, QStringLiteral("is not an address"));
        return result;
    }

    int number(const char *name, int otherwise)
    {
        const QJsonValue value = m_object.take(QLatin1String(name));
        if (value.isUndefined())
            return otherwise;
        const double content = value.toDouble(0.5);
        const int result = content > -1e9 && content < 1e9 ? static_cast<int>(content) : 0;
        if (static_cast<double>(result) != content)
            complain(name, QStringLiteral("must be a whole number"));
        return result;
    }

    bool flag(const char *name)
    {
        const QJsonValue value = m_object.take(QLatin1String(name));
        if (!value.isUndefined() && !value.isBool())
            complain(name, QStringLiteral("must be true or false"));
        return value.toBool();
    }

    QStringList texts(const char *name)
    {
        const QJsonValue value = m_object.take(QLatin1String(name));
        if (!value.isUndefined() && !value.isArray())
            complain(name, QStringLiteral("must be a list"));
        QStringList result;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &entry : array) {
            if (!entry.isString())
                complain(name, QStringLiteral("must hold texts only"));
            result.append(entry.toString());
        }
        return result;
    }

    /// One of @p values, by the name that @p nameOf gives it.
    template <typename Value>
    Value choice(const char *name, std::initializer_list<Value> values, QString (*nameOf)(Value),
                 Value otherwise)
    {
        const QString content = text(name);
        for (const Value value : values) {
            if (nameOf(value) == content)
                return value;
        }
        if (!content.isEmpty())
            complain(name, QStringLiteral("has a value that this version does not know"));
        return otherwise;
    }

    ObjectReader object(const char *name)
    {
        const QJsonValue value = m_object.take(QLatin1String(name));
        if (!value.isUndefined() && !value.isObject())
            complain(name, QStringLiteral("must be an object"));
        return {value.toObject(), m_path + QLatin1Char('.') + QLatin1String(name)};
    }

    /// What is left was not understood: a misspelt "protectedUsers" must not mean that nobody is protected.
    void finish()
    {
        if (!m_object.isEmpty())
            complain(m_object.constBegin().key().toUtf8().constData(),
                     QStringLiteral("is not a known field"));
    }

    void adopt(const ObjectReader &inner)
    {
        if (!m_error)
            m_error = inner.m_error;
    }

    const std::optional<Error> &error() const { return m_error; }

private:
    void complain(const char *name, const QString &what)
    {
        if (!m_error)
            m_error = fileError(m_path + QLatin1Char('.') + QString::fromUtf8(name), what);
    }

    QJsonObject m_object;
    QString m_path;
    std::optional<Error> m_error;
};

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
        return failure(fileError(path, QStringLiteral("must be an object")));
    ObjectReader reader(value.toObject(), path);
    Connection connection;
    connection.id = QUuid::fromString(reader.text("id", true));
    connection.name = reader.text("name", true);
    connection.regionHost = reader.text("region");
    connection.apiUrl = reader.url("apiUrl");
    connection.loginUrl = reader.url("loginUrl");
    const bool hasAddresses = !connection.apiUrl.isEmpty() || !connection.loginUrl.isEmpty();
    if (!connection.regionHost.isEmpty() && hasAddresses)
        return failure(fileError(path + QStringLiteral(".region"),
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
        return failure(fileError(path + QStringLiteral(".id"), QStringLiteral("is not a UUID")));
    const QList<FieldError> problems = validate(connection, {});
    for (const FieldError &problem : problems) {
        // The file may come from another computer; the editor shows it, and no request goes out without it.
        if (problem.field != ConnectionField::ExtraCaFile)
            return failure(fileError(path + QLatin1Char('.') + connectionFieldName(problem.field),
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
        return failure(fileError(source, QStringLiteral("larger than any list of connections")));
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (document.isNull()) {
        Error error = fileError(placeOf(json, parseError.offset, source), parseError.errorString());
        error.serverCode = damagedJsonCode();
        return failure(error);
    }
    const QJsonObject object = document.object();
    if (object.value(QLatin1String("format")).toString() != formatName())
        return failure(fileError(source, QStringLiteral("not a file of connections")));
    const int version = object.value(QLatin1String("version")).toInt(-1);
    if (version < 1)
        return failure(fileError(source, QStringLiteral("the version is missing")));
    if (version > connectionFormatVersion)
        return failure(fileError(source, QStringLiteral("written by a newer version of this program (format "
                                                        "%1, this one knows up to %2)")
                                             .arg(version)
                                             .arg(connectionFormatVersion)));
    const QString secret = findSecret(object, {});
    if (!secret.isEmpty())
        return failure(fileError(source + QLatin1Char(' ') + secret,
                                 QStringLiteral("looks like a secret; secrets belong into the keychain")));
    const QJsonValue list = object.value(QLatin1String("connections"));
    if (!list.isArray() || list.toArray().size() > mostConnections)
        return failure(fileError(source + QStringLiteral(" connections"), QStringLiteral("must be a list")));
    QList<Connection> connections;
    QSet<QUuid> ids;
    const QJsonArray array = list.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = QStringLiteral("%1 connections[%2]").arg(source).arg(i);
        const Result<Connection> connection = connectionOf(array.at(i), path);
        if (!connection)
            return failure(connection.error());
        if (ids.contains(connection->id))
            return failure(fileError(path + QStringLiteral(".id"), QStringLiteral("is there twice")));
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
