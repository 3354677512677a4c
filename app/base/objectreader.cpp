// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/objectreader.h"

#include <utility>

namespace offboarding {

Error errorInFile(const QString &place, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::File;
    error.place = place;
    error.detail = detail;
    return error;
}

QString placeInText(const QByteArray &text, qsizetype offset, const QString &source)
{
    const QByteArray before = text.left(offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size() + 1;
    return QStringLiteral("%1 line %2 column %3").arg(source).arg(line).arg(column);
}

QString fileDateText(const QDateTime &date)
{
    return date.isValid() ? date.toUTC().toString(Qt::ISODateWithMs) : QString();
}

ObjectReader::ObjectReader(QJsonObject object, QString path)
    : m_object(std::move(object)), m_path(std::move(path))
{
}

QString ObjectReader::text(const char *name, bool isRequired)
{
    const QJsonValue value = m_object.take(QLatin1String(name));
    if (value.isUndefined() && !isRequired)
        return {};
    if (!value.isString())
        complain(name, QStringLiteral("must be a text"));
    return value.toString();
}

QUrl ObjectReader::url(const char *name)
{
    const QString content = text(name);
    const QUrl result(content, QUrl::StrictMode);
    if (!content.isEmpty() && !result.isValid())
        complain(name, QStringLiteral("is not an address"));
    return result;
}

int ObjectReader::number(const char *name, int otherwise)
{
    const QJsonValue value = m_object.take(QLatin1String(name));
    if (value.isUndefined())
        return otherwise;
    const double content = value.toDouble(0.5);
    const int result = content > -2.1e9 && content < 2.1e9 ? static_cast<int>(content) : 0;
    if (static_cast<double>(result) != content)
        complain(name, QStringLiteral("must be a whole number"));
    return result;
}

double ObjectReader::real(const char *name)
{
    const QJsonValue value = m_object.take(QLatin1String(name));
    if (!value.isUndefined() && !value.isDouble())
        complain(name, QStringLiteral("must be a number"));
    return value.toDouble();
}

bool ObjectReader::flag(const char *name)
{
    const QJsonValue value = m_object.take(QLatin1String(name));
    if (!value.isUndefined() && !value.isBool())
        complain(name, QStringLiteral("must be true or false"));
    return value.toBool();
}

QStringList ObjectReader::texts(const char *name)
{
    QStringList result;
    const QJsonArray values = array(name);
    for (const QJsonValue &entry : values) {
        if (!entry.isString())
            complain(name, QStringLiteral("must hold texts only"));
        result.append(entry.toString());
    }
    return result;
}

QDateTime ObjectReader::date(const char *name, bool isRequired)
{
    const QString content = text(name, isRequired);
    const QDateTime result = QDateTime::fromString(content, Qt::ISODateWithMs);
    // Only what fileDateText() writes: a local time would mean something else on another computer.
    if ((isRequired && content.isEmpty()) || fileDateText(result) != content)
        complain(name, QStringLiteral("must be a date such as 2026-08-01T12:00:00.000Z"));
    return result.toUTC();
}

QJsonArray ObjectReader::array(const char *name)
{
    const QJsonValue value = m_object.take(QLatin1String(name));
    if (!value.isUndefined() && !value.isArray())
        complain(name, QStringLiteral("must be a list"));
    return value.toArray();
}

ObjectReader ObjectReader::object(const char *name)
{
    const QJsonValue value = m_object.take(QLatin1String(name));
    if (!value.isUndefined() && !value.isObject())
        complain(name, QStringLiteral("must be an object"));
    return {value.toObject(), pathOf(name)};
}

void ObjectReader::finish()
{
    if (!m_object.isEmpty())
        complain(m_object.constBegin().key().toUtf8().constData(), QStringLiteral("is not a known field"));
}

void ObjectReader::adopt(const ObjectReader &inner)
{
    if (!m_error)
        m_error = inner.m_error;
}

QString ObjectReader::pathOf(const char *name) const
{
    const QString field = QString::fromUtf8(name);
    return m_path.isEmpty() ? field : QString(m_path + QLatin1Char('.') + field);
}

void ObjectReader::complain(const char *name, const QString &what)
{
    if (!m_error)
        m_error = errorInFile(pathOf(name), what);
}

} // namespace offboarding
