// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/connectionoptions.h"

#include "app/connections/connectionvalidation.h"
#include "app/connections/regions.h"

namespace offboarding::cli {

namespace {

const QString &profileOption()
{
    static const QString name = QStringLiteral("profile");
    return name;
}

const QString &apiOption()
{
    static const QString name = QStringLiteral("api-url");
    return name;
}

const QString &loginOption()
{
    static const QString name = QStringLiteral("login-url");
    return name;
}

const QString &demoOption()
{
    static const QString name = QStringLiteral("demo");
    return name;
}

const QString &caOption()
{
    static const QString name = QStringLiteral("ca-file");
    return name;
}

QString optionOf(ConnectionField field)
{
    switch (field) {
    case ConnectionField::ApiUrl:
        return apiOption();
    case ConnectionField::LoginUrl:
        return loginOption();
    case ConnectionField::ExtraCaFile:
        return caOption();
    default:
        return {}; // what no option sets
    }
}

QString problemText(FieldProblem problem)
{
    switch (problem) {
    case FieldProblem::NotSecure:
        return QStringLiteral(
            "plain http is allowed to this computer (127.0.0.1, localhost) only; use https");
    case FieldProblem::HoldsUserInfo:
        return QStringLiteral("an address holds no user name and no password");
    case FieldProblem::HoldsQuery:
        return QStringLiteral("an address ends before \"?\" and \"#\"");
    case FieldProblem::UnreadableFile:
        return QStringLiteral("the file does not exist or may not be read");
    case FieldProblem::NoCertificates:
        return QStringLiteral("there is no certificate in the file (PEM is expected)");
    case FieldProblem::TooLong:
        return QStringLiteral("it is too long");
    default:
        return QStringLiteral("a complete address such as https://api.mypurecloud.de is expected");
    }
}

/// The address, or nothing where it holds a secret that must not be repeated.
QString quotedValue(FieldProblem problem, const QString &value)
{
    return problem == FieldProblem::HoldsUserInfo || problem == FieldProblem::HoldsQuery
               ? QString()
               : QString(QStringLiteral(" \"") + value + QLatin1Char('"'));
}

QUrl addressOf(const QString &text)
{
    return QUrl(text, QUrl::StrictMode);
}

Usage<std::optional<Dialect>> dialectOption(const Arguments &arguments)
{
    const QString name = QStringLiteral("dialect");
    if (!arguments.has(name))
        return std::optional<Dialect>();
    const Usage<QString> chosen =
        choiceOption(arguments, name, {dialectName(Dialect::Legacy), dialectName(Dialect::Published)});
    if (!chosen)
        return wrongUsage(chosen.error());
    return std::optional(*chosen == dialectName(Dialect::Published) ? Dialect::Published : Dialect::Legacy);
}

Usage<ConnectionChoice> addressChoice(const Arguments &arguments, std::optional<Dialect> dialect)
{
    ConnectionChoice choice;
    choice.kind = ConnectionChoice::Kind::Address;
    Connection &connection = choice.connection;
    connection.name = QStringLiteral("command line");
    connection.apiUrl = addressOf(arguments.value(apiOption()));
    connection.loginUrl = arguments.has(loginOption()) ? addressOf(arguments.value(loginOption()))
                                                       : derivedLoginUrl(connection.apiUrl);
    connection.dialect = dialect.value_or(defaultDialect(connection.apiUrl));
    // No region of the vendor lives on this computer; anything else may be what customers are called from.
    connection.environment =
        isLoopbackHost(connection.apiUrl.host()) ? Environment::Sandbox : Environment::Production;
    connection.signInMethod = SignInMethod::PastedToken;
    connection.extraCaFile = arguments.value(caOption());
    const QList<FieldError> problems = validate(connection, {});
    for (const FieldError &found : problems) {
        const QString option = optionOf(found.field);
        if (arguments.has(option))
            return wrongUsage(QStringLiteral("--%1%2: %3.")
                                  .arg(option, quotedValue(found.problem, arguments.value(option)),
                                       problemText(found.problem)));
    }
    return choice;
}

Usage<ConnectionChoice> profileChoice(const Arguments &arguments)
{
    ConnectionChoice choice;
    choice.kind = ConnectionChoice::Kind::Profile;
    choice.profile = arguments.value(profileOption());
    choice.caFile = arguments.value(caOption());
    return choice;
}

} // namespace

QList<OptionDescription> connectionOptions()
{
    return {
        {profileOption(),
         QStringLiteral("NAME"),
         QStringLiteral("a connection that was saved in the console; its secret comes from the keychain"),
         {}},
        {apiOption(),
         QStringLiteral("URL"),
         QStringLiteral(
             "the API, for instance https://api.mypurecloud.de or http://127.0.0.1:8080; plain http "
             "to this computer only"),
         {}},
        {loginOption(),
         QStringLiteral("URL"),
         QStringLiteral("where tokens are issued; default: login.HOST for a region's api.HOST, otherwise the "
                        "same as --api-url"),
         {}},
        {QStringLiteral("dialect"),
         QStringLiteral("legacy|published"),
         QStringLiteral("which spelling of the API; default: published for the regions, otherwise legacy"),
         {}},
        {demoOption(),
         QString(),
         QStringLiteral("a private demo organisation, for as long as the command runs; needs no sign-in"),
         {}},
        {caOption(),
         QStringLiteral("FILE"),
         QStringLiteral("certificate authorities (PEM) to trust besides the system's"),
         {}}};
}

Usage<ConnectionChoice> connectionChoice(const Arguments &arguments)
{
    const QList<OptionDescription> options = connectionOptions();
    for (const OptionDescription &option : options) {
        if (!option.valueName.isEmpty() && arguments.has(option.name) &&
            arguments.value(option.name).isEmpty())
            return wrongUsage(QStringLiteral("--%1 needs a value.").arg(option.name));
    }
    const Usage<std::optional<Dialect>> dialect = dialectOption(arguments);
    if (!dialect)
        return wrongUsage(dialect.error());
    const int places = int(arguments.has(profileOption())) + int(arguments.has(apiOption())) +
                       int(arguments.has(demoOption()));
    if (places == 0)
        return wrongUsage(
            QStringLiteral("Which organisation? Give --profile NAME, --api-url URL or --demo."));
    if (places > 1)
        return wrongUsage(QStringLiteral("--profile, --api-url and --demo exclude each other."));
    if (arguments.has(loginOption()) && !arguments.has(apiOption()))
        return wrongUsage(QStringLiteral("--login-url belongs to --api-url."));
    if (arguments.has(caOption()) && arguments.has(demoOption()))
        return wrongUsage(QStringLiteral("--ca-file has no meaning with --demo."));

    Usage<ConnectionChoice> choice = ConnectionChoice();
    if (arguments.has(apiOption()))
        choice = addressChoice(arguments, *dialect);
    else if (arguments.has(profileOption()))
        choice = profileChoice(arguments);
    if (choice)
        choice->dialect = *dialect;
    return choice;
}

} // namespace offboarding::cli
