// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/layering/layeringrules.h"

#include <QHash>
#include <QRegularExpression>

namespace offboarding::layering {

namespace {

constexpr int mostLines = 800;

/// Folder → folders that it may include besides itself. "Who may include whom" of the architecture, as data.
const QHash<QString, QStringList> &allowedFolders()
{
    static const QStringList values{QStringLiteral("app/base"), QStringLiteral("app/domain")};
    static const QStringList services{QStringLiteral("app/directory"), QStringLiteral("app/references"),
                                      QStringLiteral("app/offboarding"), QStringLiteral("app/journal"),
                                      QStringLiteral("app/reports")};
    static const QHash<QString, QStringList> table{
        {QStringLiteral("app/base"), {}},
        {QStringLiteral("app/domain"), {QStringLiteral("app/base")}},
        {QStringLiteral("app/journal"), values},
        {QStringLiteral("app/api"), values},
        {QStringLiteral("app/auth"), values + QStringList{QStringLiteral("app/api")}},
        {QStringLiteral("app/directory"), values + QStringList{QStringLiteral("app/api")}},
        // Look-alike names are compared the way the directory searches them: text folding lives there.
        {QStringLiteral("app/references"), values + QStringList{QStringLiteral("app/api")}},
        {QStringLiteral("app/offboarding"),
         values + QStringList{QStringLiteral("app/api"), QStringLiteral("app/directory"),
                              QStringLiteral("app/references"), QStringLiteral("app/journal")}},
        {QStringLiteral("app/reports"),
         values + QStringList{QStringLiteral("app/directory"), QStringLiteral("app/references"),
                              QStringLiteral("app/journal"), QStringLiteral("app/offboarding")}},
        {QStringLiteral("app/demo"), values},
        {QStringLiteral("app/cli"),
         values + services +
             QStringList{QStringLiteral("app/api"), QStringLiteral("app/auth"), QStringLiteral("app/demo")}},
        {QStringLiteral("ui/widgets"), values + services},
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

bool isComment(const QString &line)
{
    return line.trimmed().startsWith(QLatin1String("//"));
}

class FileCheck
{
public:
    FileCheck(const QString &path, const QString &content)
        : m_path(path), m_lines(content.split(QLatin1Char('\n')))
    {
    }

    QStringList run()
    {
        for (int i = 0; i < m_lines.size(); ++i) {
            if (isComment(m_lines.at(i)))
                continue;
            m_line = i + 1;
            checkInclude(m_lines.at(i));
            checkWords(m_lines.at(i));
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
        static const QRegularExpression include(QStringLiteral(R"re(^\s*#\s*include\s*["<]([^">]+)[">])re"));
        const auto match = include.match(line);
        if (!match.hasMatch())
            return;
        const QString target = match.captured(1);
        const QString folder = folderOf(m_path);
        if (target.startsWith(QLatin1String("app/")) || target.startsWith(QLatin1String("ui/"))) {
            const QString targetFolder = folderOf(target);
            const auto allowed = allowedFolders().constFind(folder);
            if (allowed != allowedFolders().constEnd() && targetFolder != folder &&
                !allowed->contains(targetFolder))
                complain(QStringLiteral("%1 may not include %2").arg(folder, targetFolder));
            return;
        }
        static const QRegularExpression screenHeader(
            QStringLiteral("^(Qt(Gui|Widgets|Svg|PrintSupport)(/"
                           "|$)|Q(Widget|Dialog|MainWindow|Application|GuiApplication|Painter|Pixmap|"
                           "Image|Icon|Color|Font|Palette|Table|Tree|List(View|Widget)|Label|.*Button|"
                           "LineEdit|Menu|Action|MessageBox|"
                           "FileDialog|Style|Svg|TextDocument|Clipboard))"));
        if (m_path.startsWith(QLatin1String("app/")) && !m_path.startsWith(QLatin1String("app/cli/")) &&
            screenHeader.match(target).hasMatch())
            complain(QStringLiteral("app/ is true without a screen and may not include <%1>").arg(target));
    }

    void checkWords(const QString &line)
    {
        if (line.contains(QLatin1String("QNetworkAccessManager")) && isProduct() &&
            !m_path.startsWith(QLatin1String("app/api/apiclient")))
            complain(QStringLiteral("only app/api/apiclient owns a QNetworkAccessManager"));
        if (!m_path.startsWith(QLatin1String("ui/")))
            return;
        if (!m_path.startsWith(QLatin1String("ui/application/"))) {
            if (line.contains(QLatin1String("co_await")) || line.contains(QLatin1String("QNetwork")))
                complain(QStringLiteral("no requests and no coroutines in ui/"));
        }
        static const QRegularExpression modal(
            QStringLiteral(
                R"(QMessageBox::(question|warning|critical|information|about)\s*\(|(dialog|box|menu)\w*(\.|->)exec\()"),
            QRegularExpression::CaseInsensitiveOption);
        if (modal.match(line).hasMatch())
            complain(QStringLiteral("dialogs are opened with open(), never exec() or a static message box"));
        static const QRegularExpression rich(
            QStringLiteral(R"(setTextFormat\(Qt::(RichText|AutoText|MarkdownText)|Qt::AutoText)"));
        if (rich.match(line).hasMatch())
            complain(QStringLiteral("server text is hostile: labels are Qt::PlainText"));
    }

    bool isProduct() const
    {
        return m_path.startsWith(QLatin1String("app/")) || m_path.startsWith(QLatin1String("ui/"));
    }

    QString m_path;
    QStringList m_lines;
    QStringList m_found;
    int m_line = 0;
};

} // namespace

QStringList violations(const QString &path, const QString &content)
{
    return FileCheck(path, content).run();
}

} // namespace offboarding::layering
