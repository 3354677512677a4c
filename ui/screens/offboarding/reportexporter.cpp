// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/offboarding/reportexporter.h"

#include "app/printing/runfile.h"
#include "app/reports/reportcheck.h"
#include "app/reports/reports.h"
#include "ui/widgets/errortext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QThreadPool>

#include <utility>

namespace offboarding::ui {

namespace {

/// Files of several exports sort by time and do not overwrite each other.
QString nameWithTime(const QString &stem)
{
    return stem + QDateTime::currentDateTime().toString(QStringLiteral("-yyyyMMdd-HHmmss")) +
           QStringLiteral(".csv");
}

QString endingOf(const QString &path)
{
    return QFileInfo(path).suffix().toLower();
}

bool isJson(const QString &path)
{
    return endingOf(path) == QLatin1String("json");
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
        tellFailure(parent, path, digest.error());
        return {};
    }
    Q_EMIT fileExported(path);
    return *digest;
}

void ReportExporter::tellFailure(QWidget *parent, const QString &path, const Error &error)
{
    const ErrorText text = describe(error);
    m_prompts.inform(parent, tr("The file was not written"), tr("%1\n%2").arg(path, text.title),
                     describeBriefly(error));
}

void ReportExporter::exportUsers(const QList<User> &users, const ReportTable &asShown)
{
    choosePath(
        m_window, tr("Export users"), nameWithTime(QStringLiteral("users")),
        [this, users, asShown](const QString &path) { write(m_window, path, asShown, usersToJson(users)); });
}

void ReportExporter::exportRun(const RunResult &run)
{
    QStringList filters{tr("CSV for spreadsheets (*.csv)"), tr("JSON (*.json)"),
                        tr("Excel workbook (*.xlsx)"), tr("Web page (*.html)"), tr("PDF (*.pdf)")};
    if (!run.journal.isEmpty())
        filters.append(tr("Evidence pack (*.zip)"));
    const QString name = nameWithTime(actName(run.plan.act) + QStringLiteral("-result"));
    m_prompts.chooseSaveFile(
        m_window, tr("Export the result"), name, filters, [this, run](const QString &path) {
            if (path.isEmpty())
                return;
            QPointer<ReportExporter> self(this);
            QThreadPool::globalInstance()->start([self, run, path] {
                const Result<QByteArray> content =
                    runFile(run, runFormatFromName(endingOf(path)).value_or(RunFormat::Csv));
                QMetaObject::invokeMethod(
                    QCoreApplication::instance(),
                    [self, content, path] {
                        if (self == nullptr)
                            return;
                        if (content)
                            self->writeBytes(self->m_window, path, *content);
                        else
                            self->tellFailure(self->m_window, path, content.error());
                    },
                    Qt::QueuedConnection);
            });
        });
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
