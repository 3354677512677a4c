// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/csvreader.h"

#include <QStringDecoder>

namespace offboarding::testing {

namespace {

class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_bytes(bytes) {}

    CsvFile read()
    {
        if (m_bytes.startsWith("\xEF\xBB\xBF")) {
            m_file.hasByteOrderMark = true;
            m_at = 3;
        }
        while (m_at < m_bytes.size() && m_file.problem.isEmpty())
            readRow();
        return m_file;
    }

private:
    void fail(const QString &what)
    {
        if (m_file.problem.isEmpty())
            m_file.problem = QStringLiteral("%1 at byte %2").arg(what).arg(m_at);
    }

    bool isAt(char character) const { return m_at < m_bytes.size() && m_bytes.at(m_at) == character; }

    void readRow()
    {
        QStringList row;
        while (m_file.problem.isEmpty()) {
            row.append(readCell());
            if (isAt(',')) {
                ++m_at;
                continue;
            }
            if (!m_bytes.mid(m_at, 2).startsWith("\r\n")) {
                fail(QStringLiteral("no CRLF after a row"));
                return;
            }
            m_at += 2;
            break;
        }
        if (!m_file.rows.isEmpty() && row.size() != m_file.rows.first().size())
            fail(QStringLiteral("a row of %1 cells").arg(row.size()));
        m_file.rows.append(row);
    }

    QString readCell()
    {
        QByteArray cell;
        if (isAt('"')) {
            ++m_at;
            while (true) {
                const qsizetype quote = m_bytes.indexOf('"', m_at);
                if (quote < 0) {
                    fail(QStringLiteral("an open quote"));
                    break;
                }
                cell += m_bytes.mid(m_at, quote - m_at);
                m_at = quote + 1;
                if (!isAt('"'))
                    break;
                cell += '"';
                ++m_at;
            }
        } else {
            while (m_at < m_bytes.size() && !isAt(',') && !isAt('\r')) {
                if (isAt('"') || isAt('\n'))
                    fail(QStringLiteral("a bare quote or line feed"));
                cell += m_bytes.at(m_at++);
            }
        }
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
        const QString text = decoder(cell);
        if (decoder.hasError())
            fail(QStringLiteral("bytes that are not UTF-8"));
        return text;
    }

    const QByteArray &m_bytes;
    CsvFile m_file;
    qsizetype m_at = 0;
};

} // namespace

QStringList CsvFile::column(const QString &name) const
{
    QStringList cells;
    for (qsizetype row = 0; row + 1 < rows.size(); ++row)
        cells.append(cell(row, name));
    return cells;
}

QString CsvFile::cell(qsizetype row, const QString &name) const
{
    const qsizetype index = rows.isEmpty() ? -1 : rows.first().indexOf(name);
    return index < 0 ? QString() : rows.value(row + 1).value(index);
}

CsvFile readCsv(const QByteArray &bytes)
{
    return Reader(bytes).read();
}

} // namespace offboarding::testing
