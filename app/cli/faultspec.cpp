// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/faultspec.h"

#include <QStringList>

#include <utility>

namespace offboarding::cli {

namespace {

using demo::FaultRule;

constexpr int mostNumber = 1'000'000;
constexpr int mostDelayMilliseconds = 600'000;
constexpr int mostRules = 100;

/// Reads one specification from left to right and knows where it is.
class FaultReader
{
public:
    explicit FaultReader(const QString &text) : m_text(text) {}

    Usage<QList<FaultRule>> read()
    {
        QList<FaultRule> rules;
        for (;;) {
            qsizetype end = m_text.indexOf(QLatin1Char(';'), m_position);
            if (end < 0)
                end = m_text.size();
            const std::optional<FaultRule> rule = readRule(end);
            if (!rule)
                return wrongUsage(m_problem);
            rules.append(*rule);
            if (end == m_text.size())
                return rules;
            if (rules.size() == mostRules) {
                complain(end, QStringLiteral("more than %1 rules").arg(mostRules));
                return wrongUsage(m_problem);
            }
            m_position = end + 1;
        }
    }

private:
    void complain(qsizetype at, const QString &what)
    {
        m_problem = QStringLiteral("--faults, character %1: %2.\n%3\n%4^")
                        .arg(at + 1)
                        .arg(what, m_text, QString(at, QLatin1Char(' ')));
    }

    std::optional<FaultRule> readRule(qsizetype end)
    {
        while (m_position < end && m_text.at(m_position) == QLatin1Char(' '))
            ++m_position;
        const qsizetype equals = end > m_position ? m_text.lastIndexOf(QLatin1Char('='), end - 1) : -1;
        if (m_position == end) {
            complain(m_position, QStringLiteral("a rule such as \"GET /api/v2/users*=503x2\" is missing"));
            return {};
        }
        if (equals < m_position) {
            complain(end, QStringLiteral("\"=\" and what goes wrong are missing"));
            return {};
        }
        FaultRule rule;
        if (!readMethod(equals, &rule) || !readPath(equals, &rule))
            return {};
        m_position = equals + 1;
        if (!readWhat(end, &rule) || !readModifiers(end, &rule))
            return {};
        return rule;
    }

    bool readMethod(qsizetype end, FaultRule *rule)
    {
        static const QStringList methods{QStringLiteral("GET"), QStringLiteral("POST"), QStringLiteral("PUT"),
                                         QStringLiteral("PATCH"), QStringLiteral("DELETE")};
        const qsizetype blank = m_text.indexOf(QLatin1Char(' '), m_position);
        if (blank < 0 || blank >= end)
            return true;
        rule->method = m_text.mid(m_position, blank - m_position);
        if (!methods.contains(rule->method)) {
            complain(m_position, QStringLiteral("\"%1\" is none of the methods %2")
                                     .arg(rule->method, methods.join(QStringLiteral(", "))));
            return false;
        }
        m_position = blank;
        while (m_position < end && m_text.at(m_position) == QLatin1Char(' '))
            ++m_position;
        return true;
    }

    bool readPath(qsizetype end, FaultRule *rule)
    {
        rule->pathPattern = m_text.mid(m_position, end - m_position);
        if (rule->pathPattern.isEmpty()) {
            complain(m_position, QStringLiteral("the path is missing"));
            return false;
        }
        if (!rule->pathPattern.startsWith(QLatin1Char('/')) &&
            !rule->pathPattern.startsWith(QLatin1Char('*'))) {
            complain(m_position, QStringLiteral("a path begins with \"/\" or \"*\""));
            return false;
        }
        const qsizetype blank = rule->pathPattern.indexOf(QLatin1Char(' '));
        if (blank >= 0) {
            complain(m_position + blank, QStringLiteral("a path holds no blank"));
            return false;
        }
        return true;
    }

    bool readWhat(qsizetype end, FaultRule *rule)
    {
        const qsizetype start = m_position;
        while (m_position < end && !QStringLiteral("x+@ ").contains(m_text.at(m_position)))
            ++m_position;
        const QString what = m_text.mid(start, m_position - start);
        static const QString delay = QStringLiteral("delay:");
        if (what == QLatin1String("cut")) {
            rule->kind = FaultRule::Kind::CutLine;
        } else if (what == QLatin1String("bad-json")) {
            rule->kind = FaultRule::Kind::InvalidJson;
        } else if (what == QLatin1String("bad-utf8")) {
            rule->kind = FaultRule::Kind::InvalidUtf8;
        } else if (what.startsWith(delay)) {
            rule->kind = FaultRule::Kind::Delay;
            m_position = start + delay.size();
            return readNumber(end, 1, mostDelayMilliseconds, &rule->delayMs);
        } else if (!what.isEmpty() && what.at(0).isDigit()) {
            m_position = start;
            return readNumber(end, 400, 599, &rule->status);
        } else {
            complain(start, QStringLiteral("\"%1\" is no fault: a status from 400 to 599, cut, bad-json, "
                                           "bad-utf8 or delay:MILLISECONDS")
                                .arg(what));
            return false;
        }
        return true;
    }

    bool readModifiers(qsizetype end, FaultRule *rule)
    {
        QString seen;
        while (m_position < end) {
            const qsizetype at = m_position;
            const QChar sign = m_text.at(m_position++);
            int *number = sign == QLatin1Char('x')   ? &rule->count
                          : sign == QLatin1Char('+') ? &rule->skip
                          : sign == QLatin1Char('@') ? &rule->retryAfterSeconds
                                                     : nullptr;
            if (number == nullptr) {
                complain(at, QStringLiteral("\"%1\" is none of xCOUNT, +SKIP and @SECONDS").arg(sign));
                return false;
            }
            if (seen.contains(sign)) {
                complain(at, QStringLiteral("\"%1\" is given twice").arg(sign));
                return false;
            }
            if (sign == QLatin1Char('@') && rule->kind != FaultRule::Kind::Status) {
                complain(at, QStringLiteral("only a status has a Retry-After"));
                return false;
            }
            seen += sign;
            if (!readNumber(end, 1, mostNumber, number))
                return false;
        }
        return true;
    }

    bool readNumber(qsizetype end, int least, int most, int *number)
    {
        const qsizetype start = m_position;
        while (m_position < end && m_text.at(m_position) >= QLatin1Char('0') &&
               m_text.at(m_position) <= QLatin1Char('9'))
            ++m_position;
        bool isNumber = false;
        const int value = m_text.mid(start, m_position - start).toInt(&isNumber);
        if (!isNumber || value < least || value > most) {
            complain(start, QStringLiteral("a number from %1 to %2 is expected").arg(least).arg(most));
            return false;
        }
        *number = value;
        return true;
    }

    QString m_text;
    qsizetype m_position = 0;
    QString m_problem;
};

} // namespace

Usage<QList<FaultRule>> parseFaults(const QString &specification)
{
    return FaultReader(specification).read();
}

} // namespace offboarding::cli
