// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/leavercolumns.h"

#include "app/directory/textfolding.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>
#include <optional>
#include <utility>

namespace offboarding {

namespace {

/// "E-Mail Adresse" and "email_adresse" are the same heading.
QString plainHeading(const QString &heading)
{
    QString plain;
    for (const QChar character : folded(heading)) {
        if (character.isLetterOrNumber())
            plain += character;
    }
    return plain;
}

const QHash<QString, LeaverField> &headings()
{
    static const QHash<QString, LeaverField> table = [] {
        QHash<QString, LeaverField> known;
        const auto add = [&known](LeaverField field, const QStringList &words) {
            for (const QString &word : words)
                known.insert(plainHeading(word), field);
        };
        add(LeaverField::Id,
            QStringLiteral("id|user id|genesys id|genesys user id|genesys cloud id|genesys cloud user id|"
                           "purecloud id|purecloud user id|guid|uuid|user guid|user uuid|benutzer-id|"
                           "nutzer-id|genesys-benutzer-id|identifiant|identificador|المعرف|معرّف")
                .split(QLatin1Char('|')));
        add(LeaverField::Email,
            QStringLiteral("e-mail|mail|e-mail address|mail address|user e-mail|work e-mail|"
                           "work e-mail address|business e-mail|company e-mail|primary e-mail|"
                           "e-mail-adresse|mailadresse|mail-adresse|dienstliche e-mail|"
                           "dienstliche e-mail-adresse|geschäftliche e-mail|firmen-e-mail|"
                           "user principal name|upn|courriel|adresse e-mail|adresse électronique|correo|"
                           "correo electrónico|メール|メールアドレス|電子メール|البريد الإلكتروني")
                .split(QLatin1Char('|')));
        add(LeaverField::Name,
            QStringLiteral("name|full name|display name|user name|employee|employee name|agent|agent name|"
                           "person|leaver|user|vollständiger name|anzeigename|benutzername|benutzer|nutzer|"
                           "mitarbeiter|mitarbeitername|mitarbeiter/in|vor- und nachname|name, vorname|nom|"
                           "nom complet|nombre|nombre completo|名前|氏名|الاسم")
                .split(QLatin1Char('|')));
        add(LeaverField::GivenName,
            QStringLiteral("first name|given name|forename|vorname|rufname|prénom|nombre de pila")
                .split(QLatin1Char('|')));
        add(LeaverField::FamilyName,
            QStringLiteral("last name|family name|surname|nachname|familienname|zuname|nom de famille|"
                           "apellido|apellidos")
                .split(QLatin1Char('|')));
        return known;
    }();
    return table;
}

/// An export of references (app/reports/reports.h) has an id and a name of what refers to the user, too.
std::optional<LeaverColumns> columnsOfReferences(const QStringList &header)
{
    QStringList plain;
    for (const QString &heading : header)
        plain.append(plainHeading(heading));
    LeaverColumns columns;
    columns.setColumn(LeaverField::Id, static_cast<int>(plain.indexOf(QLatin1String("userid"))));
    columns.setColumn(LeaverField::Name, static_cast<int>(plain.indexOf(QLatin1String("username"))));
    columns.setColumn(LeaverField::Email, static_cast<int>(plain.indexOf(QLatin1String("useremail"))));
    const bool isWhole = columns.column(LeaverField::Id) >= 0 && columns.column(LeaverField::Name) >= 0 &&
                         columns.column(LeaverField::Email) >= 0;
    return isWhole ? std::optional(columns) : std::nullopt;
}

} // namespace

QString leaverFieldName(LeaverField field)
{
    switch (field) {
    case LeaverField::Email:
        return QStringLiteral("email");
    case LeaverField::Name:
        return QStringLiteral("name");
    case LeaverField::GivenName:
        return QStringLiteral("givenName");
    case LeaverField::FamilyName:
        return QStringLiteral("familyName");
    case LeaverField::Id:
        break;
    }
    return QStringLiteral("id");
}

bool LeaverColumns::isUsable() const
{
    return std::any_of(columns.cbegin(), columns.cend(), [](int column) { return column >= 0; });
}

LeaverColumns recognisedColumns(const QStringList &header, QList<LeaverField> *ambiguous)
{
    if (const std::optional<LeaverColumns> known = columnsOfReferences(header))
        return *known;
    LeaverColumns found;
    QList<LeaverField> doubtful;
    for (int column = 0; column < static_cast<int>(header.size()); ++column) {
        const auto field = headings().constFind(plainHeading(header.at(column)));
        if (field == headings().constEnd())
            continue;
        if (found.column(*field) >= 0 && !doubtful.contains(*field))
            doubtful.append(*field);
        found.setColumn(*field, column);
    }
    for (const LeaverField field : std::as_const(doubtful))
        found.setColumn(field, -1);
    if (ambiguous != nullptr)
        *ambiguous = doubtful;
    return found;
}

QString headerSignature(const QStringList &header)
{
    QStringList plain;
    for (const QString &heading : header)
        plain.append(plainHeading(heading));
    const QByteArray text = plain.join(QLatin1Char('\n')).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex());
}

QString columnsToText(const LeaverColumns &columns)
{
    QStringList parts;
    for (const LeaverField field : leaverFields) {
        if (columns.column(field) >= 0)
            parts.append(QStringLiteral("%1=%2").arg(leaverFieldName(field)).arg(columns.column(field)));
    }
    return parts.join(QLatin1Char(' '));
}

LeaverColumns columnsFromText(const QString &text, qsizetype columnCount)
{
    LeaverColumns columns;
    const QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString name = part.section(QLatin1Char('='), 0, 0);
        bool isNumber = false;
        const int column = part.section(QLatin1Char('='), 1).toInt(&isNumber);
        for (const LeaverField field : leaverFields) {
            if (isNumber && column >= 0 && column < columnCount && leaverFieldName(field) == name)
                columns.setColumn(field, column);
        }
    }
    return columns;
}

} // namespace offboarding
