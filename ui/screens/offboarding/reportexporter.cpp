// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/offboarding/reportexporter.h"

#include "app/reports/reportcheck.h"
#include "app/reports/reports.h"
#include "ui/widgets/errortext.h"

#include <QDateTime>
#include <QFileInfo>

#include <utility>

namespace offboarding::ui {

namespace {

/// Files of several exports sort by time and do not overwrite each other.
QString nameWithTime(const QString &stem)
{
    return stem + QDateTime::currentDateTime().toString(QStringLiteral("-yyyyMMdd-HHmmss")) +
           QStringLiteral(".csv");
}

bool isJson(const QString &path)
{
    return QFileInfo(path).suffix().compare(QLatin1String("json"), Qt::CaseInsensitive) == 0;
}

/// @p text reduced to what every file system takes: it comes from the server.
QString asFileName(const QString &text)
{
    QString name;
    for (const QChar character : text.left(60))
        name += character.isLetterOrNumber() || character == QLatin1Char('.') ? character : QLatin1Char('-');
    return name;
}

QHash<QString, ReferenceMap> mapsOf(const PreparedPlan &prepared)
{
    return prepared.input.references;
}

} // namespace

ReportExporter::ReportExporter(Prompts &prompts, QWidget *window)
    : QObject(window), m_prompts(prompts), m_window(window)
{
}

void ReportExporter::choosePath(QWidget *parent, const QString &title, const QString &name,
                                std::function<void(const QString &)> answer)
{
    const QStringList filters{tr("CSV for spreadsheets (*.csv)"), tr("JSON (*.json)")};
    m_prompts.chooseSaveFile(parent, title, name, filters, [answer](const QString &path) {
        if (!path.isEmpty())
            answer(path);
    });
}

QByteArray ReportExporter::write(QWidget *parent, const QString &path, const ReportTable &table,
                                 const QJsonArray &array)
{
    return writeBytes(parent, path, isJson(path) ? toJson(array) : toCsv(table));
}

QByteArray ReportExporter::writeBytes(QWidget *parent, const QString &path, const QByteArray &content)
{
    const Result<QByteArray> digest = writeReport(path, content);
    if (!digest) {
        const ErrorText text = describe(digest.error());
        m_prompts.inform(parent, tr("The file was not written"), tr("%1\n%2").arg(path, text.title),
                         describeBriefly(digest.error()));
        return {};
    }
    Q_EMIT fileExported(path);
    return *digest;
}

void ReportExporter::exportUsers(const QList<User> &users, const ReportTable &asShown)
{
    choosePath(
        m_window, tr("Export users"), nameWithTime(QStringLiteral("users")),
        [this, users, asShown](const QString &path) { write(m_window, path, asShown, usersToJson(users)); });
}

void ReportExporter::exportRun(const RunResult &run)
{
    choosePath(m_window, tr("Export the result"),
               nameWithTime(actName(run.plan.act) + QStringLiteral("-result")),
               [this, run](const QString &path) { write(m_window, path, runToTable(run), runToJson(run)); });
}

void ReportExporter::exportReportCheck(QWidget *parent, const ReportCheckReading &reading)
{
    choosePath(parent, tr("Export the report check"), nameWithTime(QStringLiteral("report-check")),
               [this, parent = QPointer<QWidget>(parent), reading](const QString &path) {
                   writeBytes(parent, path,
                              isJson(path) ? toJson(reportCheckToJson(reading))
                                           : toCsv(reportCheckToTable(reading)));
               });
}

void ReportExporter::writeReferences(const QString &path, const PreparedPlan &prepared)
{
    QList<User> users = prepared.input.users;
    // A user who could not be read is named all the same: a short list must not look complete.
    for (auto it = prepared.unreadableUsers.cbegin(); it != prepared.unreadableUsers.cend(); ++it) {
        User unread;
        unread.id = it.key();
        unread.name = prepared.nameOf(it.key());
        users.append(unread);
    }
    write(m_window, path, referencesToTable(users, mapsOf(prepared)),
          referencesToJson(users, mapsOf(prepared)));
}

void ReportExporter::exportEvidence(QWidget *parent, const PreparedPlan &prepared, const User &user,
                                    std::function<void(const EvidenceFile &)> answer)
{
    const QString who = user.email.isEmpty() ? user.id : user.email;
    choosePath(parent, tr("Export evidence"), nameWithTime(QStringLiteral("evidence-") + asFileName(who)),
               [this, parent = QPointer<QWidget>(parent), prepared, user, answer](const QString &path) {
                   const QByteArray digest = write(parent, path, referencesToTable({user}, mapsOf(prepared)),
                                                   referencesToJson({user}, mapsOf(prepared)));
                   if (digest.isEmpty())
                       return;
                   EvidenceFile evidence;
                   evidence.path = path;
                   evidence.sha256 = digest;
                   evidence.written = QDateTime::currentDateTimeUtc();
                   evidence.userId = user.id;
                   answer(evidence);
               });
}

} // namespace offboarding::ui
