// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/record.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>

namespace offboarding {

namespace {

constexpr qsizetype hashDigits = 64;
const QByteArray dataBegin = QByteArrayLiteral("{\"data\":");

QString problemCode(JournalProblem problem)
{
    switch (problem) {
    case JournalProblem::None:
        return {};
    case JournalProblem::Missing:
        return QStringLiteral("journal.missing");
    case JournalProblem::NotJournal:
        return QStringLiteral("journal.not-a-journal");
    case JournalProblem::Newer:
        return QStringLiteral("journal.newer-format");
    case JournalProblem::Altered:
        return QStringLiteral("journal.altered");
    case JournalProblem::TooLarge:
        return QStringLiteral("journal.too-large");
    case JournalProblem::InUse:
        return QStringLiteral("journal.in-use");
    case JournalProblem::NotWritten:
        break;
    }
    return QStringLiteral("journal.not-written");
}

/// Without the hash. Qt sorts the keys of an object, and "data" is the first of these.
QByteArray hashedForm(const JournalRecord &record)
{
    QJsonObject object;
    object.insert(QStringLiteral("data"), record.data);
    object.insert(QStringLiteral("kind"), record.kind);
    object.insert(QStringLiteral("n"), record.number);
    object.insert(QStringLiteral("previous"), QString::fromLatin1(record.previous));
    object.insert(QStringLiteral("time"), record.time.toUTC().toString(Qt::ISODateWithMs));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

qsizetype firstDifference(const QByteArray &left, const QByteArray &right)
{
    const auto shorter = std::min(left.size(), right.size());
    const auto difference = std::mismatch(left.cbegin(), left.cbegin() + shorter, right.cbegin());
    return difference.first - left.cbegin();
}

} // namespace

QByteArray firstPreviousHash()
{
    return QByteArray(hashDigits, '0');
}

QByteArray encodeRecord(JournalRecord &record)
{
    const QByteArray hashed = hashedForm(record);
    record.hash = QCryptographicHash::hash(hashed, QCryptographicHash::Sha256).toHex();
    // The hash has its place in the order of the keys, right behind the data.
    const qsizetype dataEnd =
        dataBegin.size() + QJsonDocument(record.data).toJson(QJsonDocument::Compact).size();
    QByteArray line;
    line.reserve(hashed.size() + hashDigits + 16);
    line += QByteArrayView(hashed).first(dataEnd);
    line += ",\"hash\":\"";
    line += record.hash;
    line += '"';
    line += QByteArrayView(hashed).sliced(dataEnd);
    return line;
}

Result<JournalRecord> decodeRecord(const QByteArray &line, const QString &place, qint64 lineNumber)
{
    const auto altered = [&](qint64 column, const QString &why) {
        return failure(journalError(JournalProblem::Altered, journalPlace(place, lineNumber, column), why));
    };
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(line, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return altered(parsed.offset + 1,
                       QStringLiteral("not a whole record (%1): the file was edited or damaged")
                           .arg(parsed.errorString()));
    const QJsonObject object = document.object();
    JournalRecord record;
    record.number = object.value(QLatin1String("n")).toInteger(-1);
    record.time =
        QDateTime::fromString(object.value(QLatin1String("time")).toString(), Qt::ISODateWithMs).toUTC();
    record.kind = object.value(QLatin1String("kind")).toString();
    record.data = object.value(QLatin1String("data")).toObject();
    record.previous = object.value(QLatin1String("previous")).toString().toLatin1();
    // Writing it again must give the very same bytes, its hash included: nothing can hide in another
    // spelling.
    const QByteArray wanted = encodeRecord(record);
    if (wanted == line)
        return record;
    const qsizetype difference = firstDifference(wanted, line);
    const qsizetype hashAt = wanted.indexOf(record.hash, dataBegin.size());
    const bool isHashWrong =
        object.contains(QLatin1String("hash")) && difference >= hashAt && difference < hashAt + hashDigits;
    return altered(difference + 1,
                   isHashWrong ? QStringLiteral("the record does not match its hash: it was edited")
                               : QStringLiteral("not written like this by this program: it was edited"));
}

Error journalError(JournalProblem problem, const QString &place, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::File;
    error.serverCode = problemCode(problem);
    error.place = place;
    error.detail = detail;
    return error;
}

JournalProblem journalProblem(const Error &error)
{
    if (error.kind != ErrorKind::File)
        return JournalProblem::None;
    for (const JournalProblem problem :
         {JournalProblem::Missing, JournalProblem::NotJournal, JournalProblem::Newer, JournalProblem::Altered,
          JournalProblem::TooLarge, JournalProblem::InUse, JournalProblem::NotWritten}) {
        if (error.serverCode == problemCode(problem))
            return problem;
    }
    return JournalProblem::None;
}

QString journalPlace(const QString &file, qint64 line, qint64 column)
{
    return QStringLiteral("%1:%2:%3").arg(file).arg(line).arg(column);
}

} // namespace offboarding
