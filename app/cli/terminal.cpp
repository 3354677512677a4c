// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <QtGlobal>

#include <algorithm>
#include <cerrno>
#include <cstring>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace offboarding::cli {

namespace {

constexpr int barWidth = 24;

bool isTerminal(std::FILE *stream)
{
#ifdef Q_OS_UNIX
    return ::isatty(::fileno(stream)) == 1;
#else
    Q_UNUSED(stream)
    return false;
#endif
}

} // namespace

QString harmless(const QString &text)
{
    QString result = text;
    for (QChar &character : result) {
        const char16_t code = character.unicode();
        const bool isControl = character.category() == QChar::Other_Control && code != u'\n' && code != u'\t';
        const bool turnsAround = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
        if (isControl || turnsAround)
            character = QChar(QChar::ReplacementCharacter);
    }
    return result;
}

Terminal::Terminal()
    : m_output(stdout), m_errors(stderr), m_isOutputTerminal(isTerminal(stdout)),
      m_isErrorTerminal(isTerminal(stderr) && qgetenv("TERM") != "dumb")
{
}

Terminal::Terminal(std::FILE *output, std::FILE *errors) : m_output(output), m_errors(errors) {}

Terminal::~Terminal()
{
    clearProgress();
}

Terminal::Written Terminal::write(const QByteArray &results)
{
    clearProgress();
    QByteArray bytes = results;
    if (m_isOutputTerminal) {
        QString text = QString::fromUtf8(results);
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        bytes = harmless(text).toUtf8();
    }
    errno = 0;
    const auto size = static_cast<std::size_t>(bytes.size());
    const bool isWritten = std::fwrite(bytes.constData(), 1, size, m_output) == size;
    if (isWritten && std::fflush(m_output) == 0)
        return Written::Yes;
    const int code = errno;
    if (code == EPIPE)
        return Written::ReaderGone;
    message(QStringLiteral("The results could not be written to standard output: %1.")
                .arg(QString::fromLocal8Bit(std::strerror(code))));
    return Written::Failed;
}

void Terminal::message(const QString &text)
{
    printError(QStringLiteral("offboardctl: "), text);
}

void Terminal::note(const QString &text)
{
    printError(QStringLiteral("note: "), text);
}

void Terminal::plain(const QString &text)
{
    clearProgress();
    std::fputs(harmless(text).toUtf8().constData(), m_errors);
    std::fflush(m_errors);
}

void Terminal::printError(const QString &prefix, const QString &text)
{
    clearProgress();
    QString lines = harmless(text.trimmed());
    lines.replace(QLatin1Char('\n'), QStringLiteral("\n    "));
    const QString whole = prefix + lines + QLatin1Char('\n');
    std::fputs(whole.toUtf8().constData(), m_errors);
    std::fflush(m_errors);
}

void Terminal::progress(const QString &what, qint64 done, qint64 total)
{
    if (!m_isErrorTerminal)
        return;
    QString line = QStringLiteral("%1: %2").arg(what).arg(done);
    if (total > 0) {
        const qint64 shown = std::clamp<qint64>(done * barWidth / total, 0, barWidth);
        line += QStringLiteral(" of %1 [%2%3]")
                    .arg(total)
                    .arg(QString(shown, QLatin1Char('#')), QString(barWidth - shown, QLatin1Char(' ')));
    }
    m_hasProgress = true;
    const QString whole = QStringLiteral("\r\033[K") + line;
    std::fputs(whole.toUtf8().constData(), m_errors);
    std::fflush(m_errors);
}

void Terminal::clearProgress()
{
    if (!m_hasProgress)
        return;
    m_hasProgress = false;
    std::fputs("\r\033[K", m_errors);
    std::fflush(m_errors);
}

} // namespace offboarding::cli
