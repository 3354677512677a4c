// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/leaverslist.h"

namespace offboarding {

namespace {

/// Blanks, and characters that nobody sees, such as those that come along with a copy from a web page.
bool isInvisible(QChar character)
{
    return character.isSpace() || character.category() == QChar::Other_Format ||
           character.category() == QChar::Other_Control;
}

/// Exports protect a cell that a spreadsheet would calculate by an apostrophe (app/reports/table.cpp).
bool isProtected(const QString &cell)
{
    static const QString starters = QStringLiteral("=+-@\t\r \uFF1D\uFF0B\uFF0D\uFF20\u2212");
    return cell.size() > 1 && cell.startsWith(QLatin1Char('\'')) && starters.contains(cell.at(1));
}

QString cleaned(const QString &cell)
{
    qsizetype first = 0;
    qsizetype end = cell.size();
    while (first < end && isInvisible(cell.at(first)))
        ++first;
    while (end > first && isInvisible(cell.at(end - 1)))
        --end;
    const QString text = cell.mid(first, end - first);
    return isProtected(text) ? cleaned(text.mid(1)) : text;
}

} // namespace

LeaverRow LeaversList::row(qsizetype index) const
{
    const auto cell = [&](LeaverField field) { return cleaned(table.cell(index, columns.column(field))); };
    LeaverRow row;
    row.line = table.lineOf(index);
    row.id = cell(LeaverField::Id);
    row.email = cell(LeaverField::Email);
    row.name = cell(LeaverField::Name);
    if (row.name.isEmpty()) {
        const QString both = cell(LeaverField::GivenName) + QLatin1Char(' ') + cell(LeaverField::FamilyName);
        row.name = both.trimmed();
    }
    return row;
}

QList<LeaverRow> LeaversList::rows() const
{
    QList<LeaverRow> all;
    all.reserve(table.rowCount());
    for (qsizetype i = 0; i < table.rowCount(); ++i)
        all.append(row(i));
    return all;
}

QList<LeaversNotice> LeaversList::notices() const
{
    QList<LeaversNotice> found;
    if (encoding == TextEncoding::Windows1252)
        found.append(LeaversNotice::WindowsEncoding);
    if (isUtf16Guessed)
        found.append(LeaversNotice::UnmarkedUtf16);
    if (blankRows > 0)
        found.append(LeaversNotice::BlankRows);
    if (!ambiguous.isEmpty())
        found.append(LeaversNotice::AmbiguousColumns);
    if (!columns.isUsable())
        found.append(LeaversNotice::UnrecognisedColumns);
    else if (columns.column(LeaverField::Id) < 0 && columns.column(LeaverField::Email) < 0)
        found.append(LeaversNotice::NamesOnly);
    return found;
}

QString leaversNoticeText(const LeaversList &list, LeaversNotice notice)
{
    switch (notice) {
    case LeaversNotice::WindowsEncoding:
        return QStringLiteral("The list is not UTF-8 and was read as Windows-1252. Check names with "
                              "umlauts or accents.");
    case LeaversNotice::UnmarkedUtf16:
        return QStringLiteral("The list has no byte order mark and was read as %1.")
            .arg(textEncodingName(list.encoding));
    case LeaversNotice::BlankRows:
        return QStringLiteral("%1 row(s) without any text were left out.").arg(list.blankRows);
    case LeaversNotice::AmbiguousColumns: {
        QStringList fields;
        for (const LeaverField field : list.ambiguous)
            fields.append(leaverFieldName(field));
        return QStringLiteral("More than one column could be this, so none was used: %1.")
            .arg(fields.join(QStringLiteral(", ")));
    }
    case LeaversNotice::UnrecognisedColumns:
        return QStringLiteral("No column of the list is known as an id, an e-mail address or a name: "
                              "name them id, email, name.");
    case LeaversNotice::NamesOnly:
        break;
    }
    return QStringLiteral("The list has names only, and a name does not say for certain who is meant.");
}

} // namespace offboarding
