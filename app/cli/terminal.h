// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdio>

namespace offboarding::cli {

/// Standard output for results and standard error for everything else. Text of servers and of the command
/// line is made harmless before it reaches a terminal.
class Terminal
{
public:
    /// The process's own streams.
    Terminal();
    /// Borrowed streams, for tests. Neither is taken for a terminal.
    Terminal(std::FILE *output, std::FILE *errors);
    ~Terminal();
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    enum class Written {
        Yes,
        ReaderGone, ///< whoever read the pipe closed it: nobody is left to tell
        Failed      ///< a full disk, for instance; a message was printed
    };

    /// Results, whole and flushed. On a terminal control characters are replaced.
    Written write(const QByteArray &results);
    bool isOutputTerminal() const { return m_isOutputTerminal; }

    /// "offboardctl: TEXT", one message; further lines of it are indented.
    void message(const QString &text);
    /// Something worth knowing that changes nothing.
    void note(const QString &text);
    /// Text as it is, for --help.
    void plain(const QString &text);

    /// On a terminal a bar that overwrites itself; otherwise nothing. @p total 0: not known.
    void progress(const QString &what, qint64 done, qint64 total);
    /// Takes the bar away. Messages do so by themselves.
    void clearProgress();

private:
    void printError(const QString &prefix, const QString &text);

    std::FILE *m_output;
    std::FILE *m_errors;
    bool m_isOutputTerminal = false;
    bool m_isErrorTerminal = false;
    bool m_hasProgress = false;
};

/// @p text without control characters (line breaks and tabs stay) and without changes of the writing
/// direction.
QString harmless(const QString &text);

} // namespace offboarding::cli
