// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/connectiontext.h"

#include <QCoreApplication>

namespace offboarding::ui {

namespace {

constexpr qsizetype longestName = 80;

struct ConnectionTexts
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionTexts)

public:
    static QString empty(ConnectionField field);
    static QString outOfRange(ConnectionField field);
    static QString passed(OffboardingRule rule);
    static QString refused(const RuleResult &result);
    static QString unknown(OffboardingRule rule);
};

QString ConnectionTexts::empty(ConnectionField field)
{
    switch (field) {
    case ConnectionField::Name:
        return tr("Give the connection a name.");
    case ConnectionField::ApiUrl:
        return tr("Give the address of the API, for instance https://api.example.com.");
    case ConnectionField::LoginUrl:
        return tr("Give the address where one signs in, for instance https://login.example.com.");
    case ConnectionField::ClientId:
        return tr("Give the ID of the OAuth client. An administrator of the organisation finds it under "
                  "Admin, Integrations, OAuth.");
    case ConnectionField::ProtectedUsers:
    case ConnectionField::AllowedDivisions:
        return tr("One of the lines is blank: remove it.");
    case ConnectionField::ProxyHost:
        return tr("Give the name of the proxy, or choose another way to the network.");
    default:
        return tr("This must not be empty.");
    }
}

QString ConnectionTexts::outOfRange(ConnectionField field)
{
    switch (field) {
    case ConnectionField::RedirectUrl:
        return tr("Name the port that is registered for the client, 1024 or higher, for instance "
                  "http://127.0.0.1:8085/callback.");
    case ConnectionField::UnlockMinutes:
        return tr("Between 1 and 480 minutes.");
    case ConnectionField::MostPercentOfOrganization:
        return tr("Between 1 and 100 percent.");
    case ConnectionField::ProxyPort:
        return tr("Give the port of the proxy, between 1 and 65535.");
    default:
        return tr("The number is too small or too large.");
    }
}

QString ConnectionTexts::passed(OffboardingRule rule)
{
    switch (rule) {
    case OffboardingRule::NotYourself:
        return tr("Not the account that you are signed in with");
    case OffboardingRule::NotProtected:
        return tr("Not a protected user");
    case OffboardingRule::InAllowedDivision:
        return tr("In an allowed division");
    case OffboardingRule::NotLastAdministrator:
        return tr("An administrator is left");
    case OffboardingRule::WithinUserLimit:
        return tr("Within the limit of users per run");
    case OffboardingRule::WithinOrganizationShare:
        return tr("Within the limit of the organisation's share");
    }
    return {};
}

QString ConnectionTexts::refused(const RuleResult &result)
{
    switch (result.rule) {
    case OffboardingRule::NotYourself:
        return tr("This is the account that you are signed in with: nobody offboards themselves");
    case OffboardingRule::NotProtected:
        return tr("This user is protected by the connection: change the list in Manage connections… if that "
                  "is wrong");
    case OffboardingRule::InAllowedDivision:
        return tr("This user's division is not among those that the connection allows");
    case OffboardingRule::NotLastAdministrator:
        return tr("No other administrator would be left in the organisation");
    case OffboardingRule::WithinUserLimit:
        return tr("%1 users are more than the %2 that the connection allows in one run")
            .arg(result.count)
            .arg(result.limit);
    case OffboardingRule::WithinOrganizationShare:
        return tr("%1 users are more than %2 percent of the organisation, the most that the connection "
                  "allows "
                  "in one run")
            .arg(result.count)
            .arg(result.limit);
    }
    return {};
}

QString ConnectionTexts::unknown(OffboardingRule rule)
{
    switch (rule) {
    case OffboardingRule::NotYourself:
        return tr("Not known who is signed in: sign in again");
    case OffboardingRule::NotProtected:
        return tr("Not known whether this is a protected user: the connection's list cannot be compared");
    case OffboardingRule::InAllowedDivision:
        return tr("Not known in which division this user is, and the connection allows some only");
    case OffboardingRule::NotLastAdministrator:
        return tr("Not known whether another administrator is left: read again");
    case OffboardingRule::WithinUserLimit:
        return tr("Not known whether these are too many users");
    case OffboardingRule::WithinOrganizationShare:
        return tr("Not known how many users the organisation has: wait until all users are read, or press "
                  "Refresh");
    }
    return {};
}

} // namespace

QString displayText(SignInMethod method)
{
    switch (method) {
    case SignInMethod::AuthorizationCode:
        return ConnectionTexts::tr("As a person, in the browser");
    case SignInMethod::ClientCredentials:
        return ConnectionTexts::tr("As an OAuth client, with its secret");
    case SignInMethod::PastedToken:
        break;
    }
    return ConnectionTexts::tr("With a pasted access token");
}

QString displayText(ProxyMode mode)
{
    switch (mode) {
    case ProxyMode::System:
        return ConnectionTexts::tr("Proxy of the system");
    case ProxyMode::None:
        return ConnectionTexts::tr("No proxy");
    case ProxyMode::Manual:
        break;
    }
    return ConnectionTexts::tr("This proxy");
}

QString displayText(const Region &region)
{
    return QStringLiteral("%1 (%2)").arg(region.host, region.awsName);
}

QString displayText(const FieldError &error)
{
    switch (error.problem) {
    case FieldProblem::Empty:
        return ConnectionTexts::empty(error.field);
    case FieldProblem::TooLong:
        return error.field == ConnectionField::Name
                   ? ConnectionTexts::tr("Use at most %1 characters.").arg(longestConnectionName)
                   : ConnectionTexts::tr("This is too long.");
    case FieldProblem::Duplicate:
        return ConnectionTexts::tr("Another connection has this name: choose a different one.");
    case FieldProblem::UnknownRegion:
        return ConnectionTexts::tr("This region is not known: choose one of the list, or own addresses.");
    case FieldProblem::NotOfRegion:
        return ConnectionTexts::tr(
            "This address does not belong to the region: choose own addresses to use it.");
    case FieldProblem::NotAnAddress:
        return error.field == ConnectionField::ProxyHost
                   ? ConnectionTexts::tr(
                         "This is not the name of a computer. Leave out http:// and the port.")
                   : ConnectionTexts::tr(
                         "This is not a complete address. It begins with https:// and names a "
                         "computer.");
    case FieldProblem::NotSecure:
        return ConnectionTexts::tr("Only https is allowed. http is for servers on this computer, such as "
                                   "http://127.0.0.1:8080.");
    case FieldProblem::HoldsUserInfo:
        return ConnectionTexts::tr(
            "Leave out the user name and the password: secrets belong into the keychain.");
    case FieldProblem::HoldsQuery:
        return ConnectionTexts::tr("Leave out everything from “?” or “#” on.");
    case FieldProblem::NotLoopback:
        return ConnectionTexts::tr("The browser has to come back to this computer: use http://127.0.0.1 or "
                                   "http://localhost with a port.");
    case FieldProblem::OutOfRange:
        return ConnectionTexts::outOfRange(error.field);
    case FieldProblem::UnreadableFile:
        return ConnectionTexts::tr("This file does not exist or may not be read: choose another one.");
    case FieldProblem::NoCertificates:
        return ConnectionTexts::tr("There is no certificate in this file. It has to be in PEM format.");
    case FieldProblem::HoldsControlCharacters:
        break;
    }
    return ConnectionTexts::tr("There are invisible control characters in this text: type it anew.");
}

QString displayText(const RuleResult &result)
{
    switch (result.status) {
    case GateStatus::Passed:
        return ConnectionTexts::passed(result.rule);
    case GateStatus::Refused:
        return ConnectionTexts::refused(result);
    case GateStatus::Unknown:
        break;
    }
    return ConnectionTexts::unknown(result.rule);
}

QString fieldTitle(ConnectionField field)
{
    switch (field) {
    case ConnectionField::Name:
        return ConnectionTexts::tr("Name");
    case ConnectionField::Region:
        return ConnectionTexts::tr("Region");
    case ConnectionField::ApiUrl:
        return ConnectionTexts::tr("API address");
    case ConnectionField::LoginUrl:
        return ConnectionTexts::tr("Login address");
    case ConnectionField::ClientId:
        return ConnectionTexts::tr("Client ID");
    case ConnectionField::RedirectUrl:
        return ConnectionTexts::tr("Redirect address");
    case ConnectionField::ProtectedUsers:
        return ConnectionTexts::tr("Protected users");
    case ConnectionField::AllowedDivisions:
        return ConnectionTexts::tr("Allowed divisions");
    case ConnectionField::MostUsersPerRun:
        return ConnectionTexts::tr("Most users per run");
    case ConnectionField::MostPercentOfOrganization:
        return ConnectionTexts::tr("Most percent of the organisation");
    case ConnectionField::UnlockMinutes:
        return ConnectionTexts::tr("Unlocked for");
    case ConnectionField::ExtraCaFile:
        return ConnectionTexts::tr("Extra certificate authorities");
    case ConnectionField::ProxyHost:
        return ConnectionTexts::tr("Proxy");
    case ConnectionField::ProxyPort:
        return ConnectionTexts::tr("Proxy port");
    case ConnectionField::ProxyUser:
        break;
    }
    return ConnectionTexts::tr("Proxy user");
}

QString serverText(const Connection &connection)
{
    const Region *region = regionOfHost(connection.regionHost);
    return region == nullptr ? connection.apiUrl.authority() : displayText(*region);
}

QString displayName(const Identity &identity)
{
    const QString name = identity.name.simplified().left(longestName);
    if (identity.isClient) {
        const QString client = name.isEmpty() ? identity.clientId.simplified().left(longestName) : name;
        return client.isEmpty() ? ConnectionTexts::tr("an OAuth client")
                                : ConnectionTexts::tr("%1 (OAuth client)").arg(client);
    }
    const QString email = identity.email.simplified().left(longestName);
    if (name.isEmpty() || email.isEmpty())
        return name.isEmpty() ? email : name;
    return QStringLiteral("%1 (%2)").arg(name, email);
}

QString organizationOf(const Connection &connection)
{
    const QString name = connection.organizationName.simplified();
    return name.isEmpty() ? connection.name : name.left(longestName);
}

QString missingPermissionText(const QStringList &permissions)
{
    const QString names = permissions.join(QStringLiteral(", "));
    return permissions.size() == 1 ? ConnectionTexts::tr("The permission %1 is missing").arg(names)
                                   : ConnectionTexts::tr("These permissions are missing: %1").arg(names);
}

} // namespace offboarding::ui
