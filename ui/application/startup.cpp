// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/startup.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QStringList>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <string_view>

// The symbols are in a static library: the linker drops them unless they are asked for, and the macro must
// stand outside of every namespace.
static void loadSymbols()
{
    Q_INIT_RESOURCE(resources);
}

namespace offboarding::ui {

namespace {

bool isOption(std::string_view argument, std::string_view name)
{
    const bool hasValue = argument.size() > name.size() && argument[name.size()] == '=';
    return argument.substr(0, name.size()) == name && (argument.size() == name.size() || hasValue);
}

/// Installs the first of @p folders that has the translation.
bool install(const QLocale &locale, const QString &name, const QStringList &folders)
{
    auto *translator = new QTranslator(qApp);
    for (const QString &folder : folders) {
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            return QCoreApplication::installTranslator(translator);
    }
    delete translator;
    return false;
}

} // namespace

bool preparePlatform(int argumentCount, char **arguments)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    if (qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
        qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        return true;
    bool needsNoWindow = false;
    for (int i = 1; i < argumentCount; ++i) {
        const std::string_view argument(arguments[i]);
        if (isOption(argument, "-platform") || isOption(argument, "--platform"))
            return true;
        static constexpr std::array<std::string_view, 6> windowless{"--tour",     "--help",    "-h",
                                                                    "--help-all", "--version", "-v"};
        needsNoWindow = needsNoWindow || std::any_of(windowless.begin(), windowless.end(),
                                                     [&](auto name) { return isOption(argument, name); });
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return needsNoWindow;
#else
    Q_UNUSED(argumentCount)
    Q_UNUSED(arguments)
    return true;
#endif
}

void identifyProgram()
{
    loadSymbols();
    QCoreApplication::setOrganizationName(QStringLiteral("OffboardingConsole"));
    QCoreApplication::setApplicationName(QStringLiteral("OffboardingConsole"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OFFBOARDING_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.offboardingconsole.OffboardingConsole"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/offboarding/icons/offboarding-console.svg")));
}

void installTranslations(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    install(locale, QStringLiteral("qtbase"), {QLibraryInfo::path(QLibraryInfo::TranslationsPath)});
    // A file beside the program wins, so that a translator can try a correction without building anything.
    const QStringList folders{QCoreApplication::applicationDirPath() +
                                  QStringLiteral("/../share/offboarding-console/translations"),
                              QStringLiteral(":/i18n")};
    const QString name = QStringLiteral("offboarding-console");
    if (!install(locale, name, folders))
        install(QLocale(QLocale::English), name, folders);
}

} // namespace offboarding::ui
