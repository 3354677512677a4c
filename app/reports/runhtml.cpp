// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/runhtml.h"

#include <QList>
#include <QStringList>

#include <algorithm>
#include <array>

namespace offboarding {

namespace {

struct OutcomeLook
{
    Outcome outcome;
    const char *background; ///< each with black text at more than 7:1
    const char *sign;       ///< colour is never the only sign
};

constexpr std::array outcomeLooks{
    OutcomeLook{Outcome::Done, "#9fd8a4", "\u2713"}, OutcomeLook{Outcome::Kept, "#b7d3f2", "="},
    OutcomeLook{Outcome::Skipped, "#e4dcae", "\u2013"}, OutcomeLook{Outcome::Failed, "#f4b3ab", "\u2717"}};
constexpr auto waitingBackground = "#d9d9d9";

const OutcomeLook &lookOf(Outcome outcome)
{
    for (const OutcomeLook &look : outcomeLooks) {
        if (look.outcome == outcome)
            return look;
    }
    return outcomeLooks.back();
}

/// Server text: no markup, and nothing that turns the reading direction of what follows.
QString plain(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar character : text) {
        const bool isHarmless =
            character == QLatin1Char('\n') ||
            (character.category() != QChar::Other_Control && character.category() != QChar::Other_Format);
        clean.append(isHarmless ? character : QChar(QChar::ReplacementCharacter));
    }
    return clean.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br/>"));
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz 'UTC'"))
                          : QStringLiteral("unknown");
}

QString durationText(qint64 milliseconds)
{
    if (milliseconds < 0)
        return QStringLiteral("unknown");
    return milliseconds < 10'000 ? QStringLiteral("%1 ms").arg(milliseconds)
                                 : QStringLiteral("%1 s").arg(double(milliseconds) / 1000.0, 0, 'f', 1);
}

qint64 durationOf(const StepResult &step)
{
    return step.started.isValid() && step.finished.isValid() ? step.started.msecsTo(step.finished) : -1;
}

QString clockText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("HH:mm:ss.zzz")) : QStringLiteral("unknown");
}

/// Empty if nobody knows.
QString personText(const Identity &who)
{
    if (who.isClient)
        return QStringLiteral("OAuth client %1 (%2)").arg(who.name, who.clientId);
    if (who.userId.isEmpty() && who.name.isEmpty() && who.email.isEmpty())
        return {};
    return QStringLiteral("%1 <%2>, %3").arg(who.name, who.email, who.userId);
}

QString row(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString()
                           : QStringLiteral("<tr><th align=\"left\">%1</th><td>%2</td></tr>")
                                 .arg(plain(name), plain(value));
}

/// One cell of a bar; widths are percentages of the bar.
QString barCell(double percent, const QString &background, const QString &text)
{
    return QStringLiteral("<td width=\"%1%\" bgcolor=\"%2\" align=\"center\">%3</td>")
        .arg(percent, 0, 'f', 1)
        .arg(background, plain(text));
}

QString bar(const QString &cells)
{
    return QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"4\"><tr>%1</tr></table>")
        .arg(cells);
}

class Page
{
public:
    explicit Page(const RunReport &report) : m_report(report), m_run(report.run) {}

    QString write() const
    {
        const QString title = QStringLiteral("Run %1").arg(m_run.id);
        QString text =
            QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>"
                           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                           "style-src 'unsafe-inline'\"/><title>%1</title><style>"
                           "body{font-family:sans-serif;margin:2em;color:#000;background:#fff}"
                           "th,td{vertical-align:top}h2{page-break-after:avoid}</style></head><body>")
                .arg(plain(title));
        text += QStringLiteral("<h1>%1</h1>").arg(plain(heading()));
        text += summary() + overview();

        for (const User &user : m_run.plan.users)
            text += userPart(user);
        text += QStringLiteral("</body></html>\n");
        return text;
    }

private:
    QString heading() const
    {
        const QString organization = m_run.plan.connection.organizationName.isEmpty()
                                         ? m_run.plan.connection.name
                                         : m_run.plan.connection.organizationName;
        return QStringLiteral("%1: %2 user(s) of %3")
            .arg(actName(m_run.plan.act))
            .arg(m_run.plan.users.size())
            .arg(organization);
    }

    QString verdict() const
    {
        if (m_run.isVerified())
            return QStringLiteral("Every step is done or was so already, and each user was read back.");
        if (m_run.waiting() > 0)
            return QStringLiteral("Not complete: %1 step(s) were not come to.").arg(m_run.waiting());
        return QStringLiteral("Not everything was done, or not everything could be proved; see below.");
    }

    QString summary() const
    {
        const Plan &plan = m_run.plan;
        QString rows = row(QStringLiteral("Result"), verdict());
        rows += row(QStringLiteral("Organisation id"), plan.connection.organizationId);
        rows += row(QStringLiteral("Server"), plan.connection.apiUrl.host());
        rows += row(QStringLiteral("Environment"), environmentName(plan.connection.environment));
        rows += row(QStringLiteral("Planned by"), personText(plan.author));
        rows += row(QStringLiteral("Run by"), personText(plan.signedInAs));
        for (const Approval &approval : plan.approvals)
            rows += row(QStringLiteral("Approved by"),
                        QStringLiteral("%1 <%2>, %3")
                            .arg(approval.name, approval.email, timeText(approval.approved)));
        rows += row(QStringLiteral("Reason"), plan.reason);
        rows += row(QStringLiteral("Ticket"), plan.ticket);
        rows += row(QStringLiteral("Planned at"), timeText(plan.created));
        rows += row(QStringLiteral("Started"), timeText(m_run.started));
        rows += row(QStringLiteral("Finished"), timeText(m_run.finished));
        rows += row(QStringLiteral("Plan"), plan.id);
        rows += row(QStringLiteral("SHA-256 of the plan"), m_report.planHash);
        rows += row(QStringLiteral("Last hash of the journal"), m_report.journalHash);
        rows += row(QStringLiteral("Report made"), timeText(m_report.made));
        rows += row(QStringLiteral("Made with"),
                    QStringLiteral("Offboarding Console ") + m_report.productVersion);
        return QStringLiteral("<table cellspacing=\"0\" cellpadding=\"3\">%1</table>").arg(rows);
    }

    QString overview() const
    {
        const double total = std::max<double>(1, double(m_run.plan.steps.size()));
        QString cells;
        QStringList words;
        for (const OutcomeLook &look : outcomeLooks) {
            const int count = m_run.count(look.outcome);
            words.append(QStringLiteral("%1 %2").arg(count).arg(outcomeName(look.outcome)));
            if (count > 0)
                cells += barCell(100.0 * count / total, QLatin1String(look.background),
                                 QString::fromUtf8(look.sign) + QStringLiteral(" %1").arg(count));
        }
        const int waiting = m_run.waiting();
        words.append(QStringLiteral("%1 waiting").arg(waiting));
        if (waiting > 0)
            cells += barCell(100.0 * waiting / total, QLatin1String(waitingBackground),
                             QStringLiteral("\u2026 %1").arg(waiting));
        return QStringLiteral("<h2>Steps</h2>%1<p>%2</p>")
            .arg(bar(cells), plain(words.join(QStringLiteral(", "))));
    }

    QList<StepResult> stepsOf(const User &user) const
    {
        QList<StepResult> steps;
        std::copy_if(m_run.steps.cbegin(), m_run.steps.cend(), std::back_inserter(steps),
                     [&user](const StepResult &step) { return step.step.userId == user.id; });
        return steps;
    }

    /// The time of this user's steps, one after the other; a step too short to see gets a sliver.
    QString timeline(const QList<StepResult> &steps) const
    {
        constexpr double narrowest = 2;
        double total = 0;
        QList<double> parts;
        for (const StepResult &step : steps)
            parts.append(std::max<double>(1, double(durationOf(step))));
        for (const double part : parts)
            total += part;
        double sum = 0;
        for (double &part : parts) {
            part = std::max(narrowest, 100.0 * part / total);
            sum += part;
        }
        QString cells;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const OutcomeLook &look = lookOf(steps.at(i).outcome);
            cells +=
                barCell(100.0 * parts.at(i) / sum, QLatin1String(look.background), QString::number(i + 1));
        }
        return bar(cells);
    }

    static QString stepRow(qsizetype number, const StepResult &step)
    {
        const OutcomeLook &look = lookOf(step.outcome);
        QString what = stepKindName(step.step.kind);
        if (!step.step.clearing.conversationId.isEmpty())
            what += QStringLiteral(" ") + step.step.clearing.conversationId;
        QStringList facts;
        if (const QString cause = causeName(step.cause); !cause.isEmpty())
            facts.append(cause);
        if (!step.detail.isEmpty())
            facts.append(step.detail);
        if (step.error)
            facts.append(step.error->toLogString());
        return QStringLiteral("<tr><td>%1</td><td>%2</td><td>%3</td><td>%4</td>"
                              "<td bgcolor=\"%5\">%6 %7</td><td>%8</td></tr>")
            .arg(number)
            .arg(plain(clockText(step.started)), plain(durationText(durationOf(step))), plain(what),
                 QLatin1String(look.background), QString::fromUtf8(look.sign), outcomeName(step.outcome),
                 plain(facts.join(QLatin1Char('\n'))));
    }

    QString userPart(const User &user) const
    {
        const QList<StepResult> steps = stepsOf(user);
        const QString proof = m_run.isProven(user.id)
                                  ? QStringLiteral("Read back: as it should be.")
                                  : QStringLiteral("Not proved: the end state was not read back.");
        QString text = QStringLiteral("<h2>%1</h2><p>%2<br/>%3</p>")
                           .arg(plain(user.name.isEmpty() ? user.id : user.name),
                                plain(QStringLiteral("%1 · %2").arg(user.email, user.id)), plain(proof));
        if (steps.isEmpty())
            return text + QStringLiteral("<p>No step was come to.</p>");
        QString rows;
        for (qsizetype i = 0; i < steps.size(); ++i)
            rows += stepRow(i + 1, steps.at(i));
        return text + timeline(steps) +
               QStringLiteral("<table width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"3\"><tr>"
                              "<th>No.</th><th>Started (UTC)</th><th>Took</th><th>Step</th><th>Outcome</th>"
                              "<th>Facts</th></tr>%1</table>")
                   .arg(rows);
    }

    const RunReport &m_report;
    const RunResult &m_run;
};

} // namespace

QString runToHtml(const RunReport &report)
{
    return Page(report).write();
}

} // namespace offboarding
