// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/connectionvalidation.h"

#include "app/connections/regions.h"

#include <QFile>
#include <QSslCertificate>

#include <algorithm>

namespace offboarding {

namespace {

constexpr int longestText = 500;
constexpr int mostUnlockMinutes = 480;
constexpr int mostUsers = 100'000;

bool holdsControlCharacters(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar character) { return character.category() == QChar::Other_Control; });
}

/// Collects what is wrong, field by field.
class Validation
{
public:
    Validation(const Connection &connection, const QList<Connection> &others)
        : m_connection(connection), m_others(others)
    {
    }

    QList<FieldError> run()
    {
        checkName();
        checkAddresses();
        checkSignIn();
        checkLists();
        checkNumbers();
        checkCaFile();
        checkProxy();
        return m_found;
    }

private:
    void complain(ConnectionField field, FieldProblem problem) { m_found.append({field, problem}); }

    void complainUnless(bool isFine, ConnectionField field, FieldProblem problem)
    {
        if (!isFine)
            complain(field, problem);
    }

    void checkName()
    {
        const QString name = m_connection.name.trimmed();
        complainUnless(!name.isEmpty(), ConnectionField::Name, FieldProblem::Empty);
        complainUnless(name.size() <= longestConnectionName, ConnectionField::Name, FieldProblem::TooLong);
        complainUnless(!holdsControlCharacters(name), ConnectionField::Name,
                       FieldProblem::HoldsControlCharacters);
        const bool isTaken = std::any_of(m_others.cbegin(), m_others.cend(), [&](const Connection &other) {
            return other.id != m_connection.id &&
                   other.name.trimmed().compare(name, Qt::CaseInsensitive) == 0;
        });
        complainUnless(name.isEmpty() || !isTaken, ConnectionField::Name, FieldProblem::Duplicate);
    }

    void checkAddresses()
    {
        if (!m_connection.regionHost.isEmpty()) {
            const Region *region = regionOfHost(m_connection.regionHost);
            complainUnless(region != nullptr, ConnectionField::Region, FieldProblem::UnknownRegion);
            // The addresses follow from the region; others beside it would be a way around it.
            if (region != nullptr) {
                complainUnless(m_connection.apiUrl == region->apiUrl(), ConnectionField::ApiUrl,
                               FieldProblem::NotOfRegion);
                complainUnless(m_connection.loginUrl == region->loginUrl(), ConnectionField::LoginUrl,
                               FieldProblem::NotOfRegion);
            }
            return;
        }
        checkAddress(ConnectionField::ApiUrl, m_connection.apiUrl);
        checkAddress(ConnectionField::LoginUrl, m_connection.loginUrl);
    }

    bool checkAddress(ConnectionField field, const QUrl &url)
    {
        const qsizetype before = m_found.size();
        if (url.isEmpty()) {
            complain(field, FieldProblem::Empty);
            return false;
        }
        const bool isHttp = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        if (!url.isValid() || !isHttp || url.host().isEmpty()) {
            complain(field, FieldProblem::NotAnAddress);
            return false;
        }
        complainUnless(url.userInfo().isEmpty(), field, FieldProblem::HoldsUserInfo);
        complainUnless(!url.hasQuery() && !url.hasFragment(), field, FieldProblem::HoldsQuery);
        complainUnless(isTransportAllowed(url), field, FieldProblem::NotSecure);
        complainUnless(url.toString().size() <= longestText, field, FieldProblem::TooLong);
        return m_found.size() == before;
    }

    void checkSignIn()
    {
        if (m_connection.signInMethod != SignInMethod::PastedToken)
            complainUnless(!m_connection.clientId.trimmed().isEmpty(), ConnectionField::ClientId,
                           FieldProblem::Empty);
        complainUnless(m_connection.clientId.size() <= longestText, ConnectionField::ClientId,
                       FieldProblem::TooLong);
        complainUnless(!holdsControlCharacters(m_connection.clientId), ConnectionField::ClientId,
                       FieldProblem::HoldsControlCharacters);
        const QUrl &redirect = m_connection.redirectUrl;
        if (m_connection.signInMethod != SignInMethod::AuthorizationCode || redirect.isEmpty())
            return;
        if (!checkAddress(ConnectionField::RedirectUrl, redirect))
            return;
        complainUnless(redirect.scheme() == QLatin1String("http") && isLoopbackHost(redirect.host()),
                       ConnectionField::RedirectUrl, FieldProblem::NotLoopback);
        complainUnless(redirect.port() >= 1024, ConnectionField::RedirectUrl, FieldProblem::OutOfRange);
    }

    void checkList(ConnectionField field, const QStringList &entries)
    {
        for (const QString &entry : entries) {
            if (entry.trimmed().isEmpty())
                complain(field, FieldProblem::Empty);
            else if (entry.size() > longestText)
                complain(field, FieldProblem::TooLong);
            else if (holdsControlCharacters(entry))
                complain(field, FieldProblem::HoldsControlCharacters);
            else
                continue;
            return; // one complaint per list says where to look
        }
    }

    void checkLists()
    {
        checkList(ConnectionField::ProtectedUsers, m_connection.protectedUsers);
        checkList(ConnectionField::AllowedDivisions, m_connection.allowedDivisions);
    }

    void checkRange(ConnectionField field, int value, int most)
    {
        complainUnless(value >= 1 && value <= most, field, FieldProblem::OutOfRange);
    }

    void checkNumbers()
    {
        checkRange(ConnectionField::MostUsersPerRun, m_connection.limits.mostUsersPerRun, mostUsers);
        checkRange(ConnectionField::MostPercentOfOrganization, m_connection.limits.mostPercentOfOrganization,
                   100);
        checkRange(ConnectionField::UnlockMinutes, m_connection.unlockMinutes, mostUnlockMinutes);
    }

    void checkCaFile()
    {
        if (m_connection.extraCaFile.isEmpty())
            return;
        QFile file(m_connection.extraCaFile);
        if (!file.open(QIODevice::ReadOnly))
            complain(ConnectionField::ExtraCaFile, FieldProblem::UnreadableFile);
        else if (QSslCertificate::fromDevice(&file, QSsl::Pem).isEmpty())
            complain(ConnectionField::ExtraCaFile, FieldProblem::NoCertificates);
    }

    void checkProxy()
    {
        const ProxySettings &proxy = m_connection.proxy;
        complainUnless(proxy.user.size() <= longestText, ConnectionField::ProxyUser, FieldProblem::TooLong);
        complainUnless(!holdsControlCharacters(proxy.user), ConnectionField::ProxyUser,
                       FieldProblem::HoldsControlCharacters);
        if (proxy.mode != ProxyMode::Manual)
            return;
        QUrl url;
        url.setHost(proxy.host, QUrl::StrictMode);
        if (proxy.host.trimmed().isEmpty())
            complain(ConnectionField::ProxyHost, FieldProblem::Empty);
        else if (url.host().isEmpty())
            complain(ConnectionField::ProxyHost, FieldProblem::NotAnAddress);
        checkRange(ConnectionField::ProxyPort, proxy.port, 65'535);
    }

    const Connection &m_connection;
    const QList<Connection> &m_others;
    QList<FieldError> m_found;
};

} // namespace

QString connectionFieldName(ConnectionField field)
{
    switch (field) {
    case ConnectionField::Name:
        return QStringLiteral("name");
    case ConnectionField::Region:
        return QStringLiteral("region");
    case ConnectionField::ApiUrl:
        return QStringLiteral("apiUrl");
    case ConnectionField::LoginUrl:
        return QStringLiteral("loginUrl");
    case ConnectionField::ClientId:
        return QStringLiteral("clientId");
    case ConnectionField::RedirectUrl:
        return QStringLiteral("redirectUrl");
    case ConnectionField::ProtectedUsers:
        return QStringLiteral("protectedUsers");
    case ConnectionField::AllowedDivisions:
        return QStringLiteral("allowedDivisions");
    case ConnectionField::MostUsersPerRun:
        return QStringLiteral("limits.mostUsersPerRun");
    case ConnectionField::MostPercentOfOrganization:
        return QStringLiteral("limits.mostPercentOfOrganization");
    case ConnectionField::UnlockMinutes:
        return QStringLiteral("unlockMinutes");
    case ConnectionField::ExtraCaFile:
        return QStringLiteral("extraCaFile");
    case ConnectionField::ProxyHost:
        return QStringLiteral("proxy.host");
    case ConnectionField::ProxyPort:
        return QStringLiteral("proxy.port");
    case ConnectionField::ProxyUser:
        break;
    }
    return QStringLiteral("proxy.user");
}

QString fieldProblemName(FieldProblem problem)
{
    switch (problem) {
    case FieldProblem::Empty:
        return QStringLiteral("empty");
    case FieldProblem::TooLong:
        return QStringLiteral("too-long");
    case FieldProblem::Duplicate:
        return QStringLiteral("duplicate");
    case FieldProblem::UnknownRegion:
        return QStringLiteral("unknown-region");
    case FieldProblem::NotOfRegion:
        return QStringLiteral("not-of-region");
    case FieldProblem::NotAnAddress:
        return QStringLiteral("not-an-address");
    case FieldProblem::NotSecure:
        return QStringLiteral("not-secure");
    case FieldProblem::HoldsUserInfo:
        return QStringLiteral("holds-user-info");
    case FieldProblem::HoldsQuery:
        return QStringLiteral("holds-query");
    case FieldProblem::NotLoopback:
        return QStringLiteral("not-loopback");
    case FieldProblem::OutOfRange:
        return QStringLiteral("out-of-range");
    case FieldProblem::UnreadableFile:
        return QStringLiteral("unreadable-file");
    case FieldProblem::NoCertificates:
        return QStringLiteral("no-certificates");
    case FieldProblem::HoldsControlCharacters:
        break;
    }
    return QStringLiteral("holds-control-characters");
}

QList<FieldError> validate(const Connection &connection, const QList<Connection> &others)
{
    return Validation(connection, others).run();
}

} // namespace offboarding
