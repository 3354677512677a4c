// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

namespace offboarding {

/// An error of kind File.
Error errorInFile(const QString &place, const QString &detail);

/// "file.json line 3 column 7" for a byte offset in UTF-8 text; both count from one, the column in
/// characters.
QString placeInText(const QByteArray &text, qsizetype offset, const QString &source);

/// "2026-08-01T12:00:00.000Z", and back; an invalid date is an empty text.
QString fileDateText(const QDateTime &date);

/// Reads an object of a file of our own strictly: takes known fields out of it and remembers the first thing
/// that is wrong, with the path of its field.
class ObjectReader
{
public:
    ObjectReader(QJsonObject object, QString path);

    QString text(const char *name, bool isRequired = false);
    QUrl url(const char *name);
    int number(const char *name, int otherwise);
    double real(const char *name); ///< 0 where the field is absent
    bool flag(const char *name);
    QStringList texts(const char *name);
    /// UTC; invalid where the field is absent.
    QDateTime date(const char *name, bool isRequired = false);
    QJsonArray array(const char *name);
    ObjectReader object(const char *name);
    /// Everything that was not taken yet, which is taken by this.
    QJsonObject rest() { return std::exchange(m_object, {}); }
    bool has(const char *name) const { return m_object.contains(QLatin1String(name)); }

    /// One of @p values, by the name that @p nameOf gives it.
    template <typename Value>
    Value choice(const char *name, std::initializer_list<Value> values, QString (*nameOf)(Value),
                 Value otherwise)
    {
        return chosen(name, values, nameOf, otherwise);
    }
    template <typename Value, std::size_t count>
    Value choice(const char *name, const std::array<Value, count> &values, QString (*nameOf)(Value),
                 Value otherwise)
    {
        return chosen(name, values, nameOf, otherwise);
    }

    /// What is left was not understood: a misspelt "protectedUsers" must not mean that nobody is protected.
    void finish();
    /// Takes over the error of a reader of an inner object.
    void adopt(const ObjectReader &inner);
    void complain(const char *name, const QString &what);

    const QString &path() const { return m_path; }
    QString pathOf(const char *name) const;
    const std::optional<Error> &error() const { return m_error; }

private:
    template <typename Values, typename Value>
    Value chosen(const char *name, const Values &values, QString (*nameOf)(Value), Value otherwise)
    {
        const QString content = text(name);
        for (const Value value : values) {
            if (nameOf(value) == content)
                return value;
        }
        if (!content.isEmpty())
            complain(name, QStringLiteral("has a value that this version does not know"));
        return otherwise;
    }

    QJsonObject m_object;
    QString m_path;
    std::optional<Error> m_error;
};

} // namespace offboarding
