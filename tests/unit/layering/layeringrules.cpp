// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/layering/layeringrules.h"

#include <QDir>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>

namespace offboarding::layering {

namespace {

constexpr int mostLines = 800;

/// Folder → folders that it may include besides itself. "Who may include whom" of the architecture, as data.
const QHash<QString, QStringList> &allowedFolders()
{
    static const QStringList values{QStringLiteral("app/base"), QStringLiteral("app/domain")};
    static const QStringList services{QStringLiteral("app/directory"),   QStringLiteral("app/references"),
                                      QStringLiteral("app/offboarding"), QStringLiteral("app/journal"),
                                      QStringLiteral("app/reports"),     QStringLiteral("app/auth"),
                                      QStringLiteral("app/connections"), QStringLiteral("app/printing"),
                                      QStringLiteral("app/leavers")};
    static const QHash<QString, QStringList> table{
        {QStringLiteral("app/base"), {}},
        {QStringLiteral("app/domain"), {QStringLiteral("app/base")}},
        {QStringLiteral("app/journal"), values},
        {QStringLiteral("app/api"), values},
        {QStringLiteral("app/connections"), values},
        {QStringLiteral("app/auth"), values + QStringList{QStringLiteral("app/api")}},
        {QStringLiteral("app/directory"), values + QStringList{QStringLiteral("app/api")}},
        {QStringLiteral("app/references"), values + QStringList{QStringLiteral("app/api")}},
        {QStringLiteral("app/offboarding"),
         values + QStringList{QStringLiteral("app/api"), QStringLiteral("app/directory"),
                              QStringLiteral("app/references"), QStringLiteral("app/journal")}},
        {QStringLiteral("app/leavers"),
         values + QStringList{QStringLiteral("app/directory"), QStringLiteral("app/offboarding")}},
        {QStringLiteral("app/reports"),
         values + QStringList{QStringLiteral("app/directory"), QStringLiteral("app/references"),
                              QStringLiteral("app/journal"), QStringLiteral("app/offboarding")}},
        {QStringLiteral("app/printing"),
         values + QStringList{QStringLiteral("app/offboarding"), QStringLiteral("app/reports")}},
        {QStringLiteral("app/demo"), values},
        {QStringLiteral("app/cli"),
         values + services + QStringList{QStringLiteral("app/api"), QStringLiteral("app/demo")}},
        // How a store is presented (masked addresses, for instance) is the same in a table and in a picture.
        {QStringLiteral("ui/widgets"), values + services + QStringList{QStringLiteral("ui/models")}},
        {QStringLiteral("ui/models"), values + services + QStringList{QStringLiteral("ui/widgets")}},
        {QStringLiteral("ui/dialogs"),
         values + services + QStringList{QStringLiteral("ui/widgets"), QStringLiteral("ui/models")}},
        {QStringLiteral("ui/screens"),
         values + services +
             QStringList{QStringLiteral("ui/widgets"), QStringLiteral("ui/models"),
                         QStringLiteral("ui/dialogs")}},
        {QStringLiteral("ui/shell"),
         values + services +
             QStringList{QStringLiteral("ui/widgets"), QStringLiteral("ui/models"),
                         QStringLiteral("ui/dialogs"), QStringLiteral("ui/screens")}},
    };
    return table;
}

QString folderOf(const QString &path)
{
    return path.section(QLatin1Char('/'), 0, 1);
}

bool isIn(const QString &path, const char *folder)
{
    return path.startsWith(QLatin1String(folder));
}

/// @p code with comments, and with @p textToo the contents of literals as well, replaced by spaces. Line
/// breaks stay, so that line numbers do.
QString blanked(const QString &code, bool textToo)
{
    static const QRegularExpression passage(QStringLiteral(R"re((?<comment>//[^\n]*|/\*.*?\*/))re"
                                                           R"re(|R"(?<tag>[^()\s]*)\(.*?\)\k<tag>")re"
                                                           R"re(|"(\\.|[^"\\\n])*")re"
                                                           R"re(|'(\\.|[^'\\\n])+')re"),
                                            QRegularExpression::DotMatchesEverythingOption);
    QString result = code;
    auto matches = passage.globalMatch(code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (!textToo && match.captured(QStringLiteral("comment")).isEmpty())
            continue;
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            if (result.at(i) != QLatin1Char('\n'))
                result[i] = QLatin1Char(' ');
        }
    }
    return result;
}

/// True for the headers of Qt modules that need a screen, as installed: <QColor>, <QtGui/QColor>,
/// <QtWidgets>.
bool isScreenHeader(const QString &target)
{
    static const QStringList modules{QStringLiteral("QtGui"),           QStringLiteral("QtWidgets"),
                                     QStringLiteral("QtSvg"),           QStringLiteral("QtSvgWidgets"),
                                     QStringLiteral("QtPrintSupport"),  QStringLiteral("QtOpenGL"),
                                     QStringLiteral("QtOpenGLWidgets"), QStringLiteral("QtUiTools"),
                                     QStringLiteral("QtQml"),           QStringLiteral("QtQuick")};
    static const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    return std::any_of(modules.begin(), modules.end(), [&target](const QString &module) {
        return target.section(QLatin1Char('/'), 0, 0) == module ||
               headers.exists(module + QLatin1Char('/') + target);
    });
}

class FileCheck
{
public:
    FileCheck(const QString &path, const QString &content)
        : m_path(path), m_lines(blanked(content, false).split(QLatin1Char('\n'))),
          m_words(blanked(content, true).split(QLatin1Char('\n')))
    {
    }

    QStringList run()
    {
        if (isProduct() && !isComposition() && !allowedFolders().contains(folderOf(m_path)))
            complain(QStringLiteral("the architecture has no folder %1").arg(folderOf(m_path)));
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            m_line = i + 1;
            checkInclude(m_lines.at(i));
            if (isProduct())
                checkWords(m_words.at(i));
        }
        if (m_lines.size() > mostLines + 1) {
            m_line = mostLines + 1;
            complain(QStringLiteral("a file past %1 lines is a defect").arg(mostLines));
        }
        return m_found;
    }

private:
    void complain(const QString &rule)
    {
        m_found.append(QStringLiteral("%1:%2: %3").arg(m_path).arg(m_line).arg(rule));
    }

    void checkInclude(const QString &line)
    {
        static const QRegularExpression include(
            QStringLiteral(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re"));
        const auto match = include.match(line);
        if (!match.hasMatch())
            return;
        const QString target = match.captured(2);
        const QString folder = folderOf(m_path);
        if (isIn(target, "app/") || isIn(target, "ui/")) {
            const QString targetFolder = folderOf(target);
            const auto allowed = allowedFolders().constFind(folder);
            if (allowed != allowedFolders().constEnd() && targetFolder != folder &&
                !allowed->contains(targetFolder))
                complain(QStringLiteral("%1 may not include %2").arg(folder, targetFolder));
            return;
        }
        if (isProduct() && match.captured(1) == QLatin1String("\"") &&
            !target.endsWith(QLatin1String(".moc")))
            complain(QStringLiteral("\"%1\" is not relative to the repository").arg(target));
        // A PDF needs fonts; whoever wants one links a library of its own.
        const bool mayPrint = isIn(m_path, "app/printing/") && !isIn(target, "QtWidgets/");
        if (isIn(m_path, "app/") && !mayPrint && isScreenHeader(target))
            complain(QStringLiteral("app/ is true without a screen and may not include <%1>").arg(target));
        if (isProduct() && !isIn(m_path, "app/demo/") && isIn(target, "QHttpServer"))
            complain(QStringLiteral("only app/demo serves HTTP"));
    }

    void checkWords(const QString &line)
    {
        static const QRegularExpression manager(QStringLiteral(R"(\bQNetworkAccessManager\b)"));
        if (manager.match(line).hasMatch() && !isIn(m_path, "app/api/apiclient"))
            complain(QStringLiteral("only app/api/apiclient owns a QNetworkAccessManager"));
        static const QRegularExpression sending(QStringLiteral(R"(\bm_client->send)"));
        if (sending.match(line).hasMatch() && isIn(m_path, "app/offboarding/step") &&
            !isIn(m_path, "app/offboarding/stepsending"))
            complain(QStringLiteral("steps send through sendWrite() and sendRead()"));
        static const QRegularExpression keychain(QStringLiteral(R"(\bQKeychain::)"));
        if (keychain.match(line).hasMatch() && !isIn(m_path, "app/auth/secretstore"))
            complain(QStringLiteral("only app/auth/secretstore uses the keychain"));
        // Secrets never go to a file, and certificate errors are never waved through: not even on request.
        static const QRegularExpression never(
            QStringLiteral(R"(\b(setInsecureFallback|ignoreSslErrors|VerifyNone|QueryPeer)\b)"));
        if (never.match(line).hasMatch())
            complain(QStringLiteral("%1 is never used").arg(never.match(line).captured(1)));
        if (isIn(m_path, "app/"))
            checkCoreWords(line);
        else
            checkScreenWords(line);
    }

    void checkCoreWords(const QString &line)
    {
        static const QRegularExpression translated(QStringLiteral(R"(\btr\(|\bQT_TR|::translate\()"));
        if (translated.match(line).hasMatch())
            complain(QStringLiteral("no translated text below ui/"));
    }

    void checkScreenWords(const QString &line)
    {
        static const QRegularExpression request(
            QStringLiteral(R"(\bco_await\b|\bco_return\b|\bQNetwork\w+)"));
        if (!isComposition() && request.match(line).hasMatch())
            complain(QStringLiteral("no requests and no coroutines in ui/"));
        // The program's own event loop is the one exec() there is, and it is started in main().
        static const QRegularExpression loop(QStringLiteral(R"((\.|->|::)exec\()"));
        static const QRegularExpression modal(
            QStringLiteral(R"(QMessageBox::(question|warning|critical|information|about|aboutQt)\s*\()"
                           R"(|Q(File|Input|Color|Font)Dialog::(get|save)[A-Z]\w*\s*\()"));
        if (modal.match(line).hasMatch() || (m_path != QLatin1String("ui/main.cpp") &&
                                             !isIn(m_path, "ui/application/") && loop.match(line).hasMatch()))
            complain(QStringLiteral("dialogs are opened with open(), never exec() or a static message box"));
        static const QRegularExpression rich(QStringLiteral(R"(\bQt::(RichText|AutoText|MarkdownText)\b)"));
        if (rich.match(line).hasMatch())
            complain(QStringLiteral("server text is hostile: labels are Qt::PlainText"));
    }

    bool isProduct() const { return isIn(m_path, "app/") || isIn(m_path, "ui/"); }

    /// The only place that may know everything.
    bool isComposition() const
    {
        return isIn(m_path, "ui/application/") || m_path == QLatin1String("ui/main.cpp");
    }

    QString m_path;
    QStringList m_lines;
    QStringList m_words;
    QStringList m_found;
    qsizetype m_line = 1;
};

} // namespace

QStringList violations(const QString &path, const QString &content)
{
    return FileCheck(path, content).run();
}

} // namespace offboarding::layering
