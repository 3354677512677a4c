// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journalreading.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>
#include <utility>

namespace offboarding {

namespace {

const QString formatName = QStringLiteral("offboarding-journal");

QByteArray withoutZeros(const QByteArray &bytes)
{
    qsizetype end = bytes.size();
    while (end > 0 && bytes.at(end - 1) == '\0')
        --end;
    return bytes.first(end);
}

/// True for what a crash leaves of a line: its beginning, perhaps all of it but its end, or (after a power
/// cut, on some file systems) zeros in place of what was not written.
bool isTorn(const QByteArray &tail, const QString &place, qint64 lineNumber)
{
    const QByteArray begin = withoutZeros(tail);
    const bool hasZeros = begin.size() < tail.size();
    QJsonParseError parsed;
    QJsonDocument::fromJson(begin, &parsed);
    if (parsed.error == QJsonParseError::NoError)
        return !hasZeros && decodeRecord(begin, place, lineNumber).has_value();
    const QByteArray wanted = QByteArrayLiteral("{\"data\":{");
    const qsizetype known = std::min(begin.size(), wanted.size());
    if (begin.first(known) != wanted.first(known))
        return false;
    // A record that is whole but for its end has no rest that could be read as something else.
    return parsed.error != QJsonParseError::GarbageAtEnd;
}

/// The version that the first line claims; 0: it is no header.
int claimedVersion(const QByteArray &line)
{
    const QJsonObject data = QJsonDocument::fromJson(line).object().value(QLatin1String("data")).toObject();
    if (data.value(QLatin1String("format")).toString() != formatName)
        return 0;
    return data.value(QLatin1String("version")).toInt();
}

class Scanner
{
public:
    Scanner(QIODevice &device, QString place, const std::function<void(JournalRecord)> &visit)
        : m_device(device), m_place(std::move(place)), m_visit(visit)
    {
        m_scan.lastHash = firstPreviousHash();
    }

    Result<JournalScan> run()
    {
        while (true) {
            const QByteArray line = nextLine();
            if (line.isEmpty())
                break;
            ++m_line;
            if (line.size() > mostRecordBytes)
                return fault(JournalProblem::TooLarge, mostRecordBytes,
                             QStringLiteral("no record is as long as this line"));
            if (!line.endsWith('\n')) {
                if (const Result<Done> kept = takeTail(line); !kept)
                    return failure(kept.error());
                break;
            }
            if (const Result<Done> kept = take(line.chopped(1)); !kept)
                return failure(kept.error());
            m_scan.completeBytes += line.size();
            if (m_scan.completeBytes > mostJournalBytes)
                return fault(JournalProblem::TooLarge, 1, QStringLiteral("no journal is as long as this"));
        }
        if (m_scan.records == 0)
            return fault(JournalProblem::NotJournal, 1, QStringLiteral("it holds no record at all"));
        return m_scan;
    }

private:
    /// With its end; at most a little more than mostRecordBytes. In pieces: QIODevice::readLine() makes room
    /// for the longest line that it may return, whatever comes.
    QByteArray nextLine()
    {
        constexpr qint64 pieceBytes = 64 * 1024;
        QByteArray line = m_device.readLine(pieceBytes);
        while (line.size() <= mostRecordBytes && !line.endsWith('\n')) {
            const QByteArray piece = m_device.readLine(pieceBytes);
            if (piece.isEmpty())
                break;
            line += piece;
        }
        return line;
    }

    tl::unexpected<Error> fault(JournalProblem problem, qint64 column, const QString &why) const
    {
        return failure(
            journalError(problem, journalPlace(m_place, std::max<qint64>(m_line, 1), column), why));
    }

    Result<Done> take(const QByteArray &line)
    {
        const int version = m_line == 1 ? claimedVersion(line) : journalFormatVersion;
        if (version > journalFormatVersion)
            return fault(JournalProblem::Newer, line.indexOf("\"version\"") + 1,
                         QStringLiteral("format %1; this program knows up to %2: use a newer one")
                             .arg(version)
                             .arg(journalFormatVersion));
        if (version < 1)
            return fault(JournalProblem::NotJournal, 1, QStringLiteral("it does not begin like a journal"));
        Result<JournalRecord> record = decodeRecord(line, m_place, m_line);
        if (!record)
            return failure(record.error());
        if (record->number != m_scan.records + 1)
            return fault(JournalProblem::Altered, line.indexOf("\"n\":") + 1,
                         QStringLiteral("record %1 where %2 belongs: lines were removed, added or moved")
                             .arg(record->number)
                             .arg(m_scan.records + 1));
        if (record->previous != m_scan.lastHash)
            return fault(JournalProblem::Altered, line.indexOf("\"previous\":") + 1,
                         QStringLiteral("it does not continue the record before it: the file was edited"));
        const bool isHeader = record->kind == QLatin1String(journalKinds::header);
        if (isHeader != (m_line == 1))
            return fault(JournalProblem::Altered, line.indexOf("\"kind\":") + 1,
                         QStringLiteral("the beginning of a journal in the wrong place"));
        m_scan.lastHash = record->hash;
        ++m_scan.records;
        if (m_line == 1)
            m_scan.product = record->data.value(QLatin1String("product")).toString();
        m_visit(std::move(*record));
        return Done{};
    }

    Result<Done> takeTail(const QByteArray &tail)
    {
        if (m_scan.records == 0)
            return fault(JournalProblem::NotJournal, 1, QStringLiteral("it does not begin like a journal"));
        if (!isTorn(tail, m_place, m_line)) {
            const Result<JournalRecord> record = decodeRecord(tail, m_place, m_line);
            return record ? fault(JournalProblem::Altered, tail.size() + 1,
                                  QStringLiteral("the end of the line is missing"))
                          : failure(record.error());
        }
        m_scan.tornTail = tail;
        return Done{};
    }

    QIODevice &m_device;
    QString m_place;
    const std::function<void(JournalRecord)> &m_visit;
    JournalScan m_scan;
    qint64 m_line = 0;
};

} // namespace

Result<JournalScan> scanJournal(QIODevice &device, const QString &place,
                                const std::function<void(JournalRecord)> &visit)
{
    return Scanner(device, place, visit).run();
}

Result<JournalReading> readJournal(QIODevice &device, const QString &place)
{
    JournalReading reading;
    Result<JournalScan> scan =
        scanJournal(device, place, [&](JournalRecord record) { reading.records.append(std::move(record)); });
    if (!scan)
        return failure(scan.error());
    reading.scan = std::move(*scan);
    return reading;
}

Result<JournalReading> readJournal(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(journalError(JournalProblem::Missing, path, QStringLiteral("there is no such file")));
    if (!info.isFile())
        return failure(journalError(JournalProblem::NotJournal, path, QStringLiteral("it is not a file")));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(journalError(JournalProblem::Missing, path, file.errorString()));
    return readJournal(file, path);
}

} // namespace offboarding
