// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <QTest>

#include <array>
#include <csignal>

#include <unistd.h>

using namespace offboarding::cli;

namespace {

QByteArray contentOf(std::FILE *file)
{
    std::rewind(file);
    QByteArray content(65536, '\0');
    content.resize(static_cast<qsizetype>(std::fread(content.data(), 1, 65536, file)));
    return content;
}

} // namespace

class TestTerminal : public QObject
{
    Q_OBJECT

private:
    std::FILE *m_output = nullptr;
    std::FILE *m_errors = nullptr;

private Q_SLOTS:
    void init()
    {
        m_output = std::tmpfile();
        m_errors = std::tmpfile();
        QVERIFY(m_output != nullptr && m_errors != nullptr);
    }

    void cleanup()
    {
        std::fclose(m_output);
        std::fclose(m_errors);
    }

    void resultsAndMessagesAreApart()
    {
        Terminal terminal(m_output, m_errors);
        const QByteArray results("a\x1b[31mb\r\n", 9);
        QVERIFY(terminal.write(results) == Terminal::Written::Yes);
        terminal.message(QStringLiteral("One.\nTwo."));
        terminal.note(QStringLiteral("Odd."));
        terminal.progress(QStringLiteral("Read"), 1, 2); // not a terminal: nothing
        QCOMPARE(contentOf(m_output), results);          // a file gets what there is
        QCOMPARE(contentOf(m_errors), QByteArray("offboardctl: One.\n    Two.\nnote: Odd.\n"));
    }

    void textOfServersCannotSteerTheTerminal()
    {
        Terminal terminal(m_output, m_errors);
        terminal.message(QStringLiteral("name \x1b]0;title\x07 ") + QChar(0x9b) + QChar(0x202e) +
                         QStringLiteral("evil"));
        const QString text = QString::fromUtf8(contentOf(m_errors));
        QVERIFY(text.contains(QStringLiteral("evil")));
        for (const char16_t code : {u'\x1b', u'\x07', u'\x9b', u'\x202e'})
            QVERIFY(!text.contains(QChar(code)));
    }

    void aReaderWhoIsGoneIsNoMessage()
    {
        std::signal(SIGPIPE, SIG_IGN);
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        ::close(ends[0]);
        std::FILE *const pipe = ::fdopen(ends[1], "w");
        QVERIFY(pipe != nullptr);
        {
            Terminal terminal(pipe, m_errors);
            QVERIFY(terminal.write(QByteArray(100'000, 'x')) == Terminal::Written::ReaderGone);
        }
        std::fclose(pipe);
        QCOMPARE(contentOf(m_errors), QByteArray());
    }

    void aFullDiskIsOne()
    {
        std::FILE *const full = std::fopen("/dev/full", "w");
        if (full == nullptr)
            QSKIP("this system has no /dev/full");
        {
            Terminal terminal(full, m_errors);
            QVERIFY(terminal.write("results") == Terminal::Written::Failed);
        }
        std::fclose(full);
        QVERIFY(contentOf(m_errors).contains("could not be written to standard output: No space left"));
    }
};

QTEST_GUILESS_MAIN(TestTerminal)
#include "tst_terminal.moc"
