// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/leaverstext.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace offboarding::ui {

namespace {

struct LeaversTexts
{
    Q_DECLARE_TR_FUNCTIONS(LeaversTexts)

public:
    static QString doubt(LeaverDoubt doubt);
    static QString problem(const QString &code);
};

QString LeaversTexts::doubt(LeaverDoubt doubt)
{
    switch (doubt) {
    case LeaverDoubt::IdUnknown:
        return tr("The e-mail address names somebody, but nobody has this ID. If the column holds another "
                  "number, such as the staff office's, choose no ID column above.");
    case LeaverDoubt::EmailDiffers:
        return tr("The user with this ID has another e-mail address.");
    case LeaverDoubt::NameDiffers:
        return tr("The user with this ID or e-mail address has quite another name. Was a column of the list "
                  "sorted without the others?");
    case LeaverDoubt::SharedMatch:
        return tr("Several users have this e-mail address.");
    case LeaverDoubt::SimilarOnly:
        return tr("Nobody has this ID or e-mail address, but somebody has a similar name or address.");
    case LeaverDoubt::NameOnly:
        return tr("A name alone does not say for certain who is meant.");
    case LeaverDoubt::NothingToMatch:
        return tr("The row says neither ID nor e-mail address nor name. Are the right columns chosen?");
    case LeaverDoubt::PickIsGone:
        return tr("The user who was picked is not in the organisation any more.");
    case LeaverDoubt::None:
    case LeaverDoubt::NobodyFound:
        break;
    }
    return tr("Nobody has this ID or e-mail address, and nobody has a similar name.");
}

QString LeaversTexts::problem(const QString &code)
{
    const QHash<QString, QString> texts{
        {listProblemName(ListProblem::Empty), tr("The file is empty.")},
        {listProblemName(ListProblem::NoHeader),
         tr("The first line must name the columns, for instance “ID, E-mail, Name”, but it lists somebody "
            "already. Put a header above it.")},
        {listProblemName(ListProblem::NoRows), tr("There is a header, but nobody below it.")},
        {listProblemName(ListProblem::DuplicateHeader),
         tr("Two columns have the same name. Give each a name of its own.")},
        {listProblemName(ListProblem::OpenQuote), tr("The quote that opens here is never closed.")},
        {listProblemName(ListProblem::QuoteInCell),
         tr("A quote stands inside a cell that does not begin with one. Put the whole cell in quotes and "
            "double the quotes inside.")},
        {listProblemName(ListProblem::TextAfterQuote),
         tr("After a closing quote there is more text. Double the quotes that belong to the cell.")},
        {listProblemName(ListProblem::MissingCells), tr("This row has fewer cells than the header.")},
        {listProblemName(ListProblem::ExtraCells),
         tr("This row has more cells than the header. A cell with a delimiter in it must be in quotes.")},
        {listProblemName(ListProblem::NullCharacter),
         tr("There is a NUL character: this is not a text file, or it is damaged.")},
        {listProblemName(ListProblem::DamagedText),
         tr("What stands here is no text in the file's encoding. Save the list again as CSV in UTF-8.")},
        {listProblemName(ListProblem::CellTooLong),
         tr("The cell that begins here is far too long. Is a closing quote missing?")},
        {listProblemName(ListProblem::TooManyCells), tr("A row has too many cells.")},
        {listProblemName(ListProblem::TooManyRows),
         tr("The list has more rows than any run may hold. Split it.")},
        {listProblemName(ListProblem::TooMuchText),
         tr("The list is too large. Leave out the columns that are not needed, or split it.")},
        {listProblemName(ListProblem::Spreadsheet),
         tr("This is a spreadsheet or a ZIP file. Save the sheet as CSV (UTF-8) and import that.")},
        {listProblemName(ListProblem::DamagedJson), tr("This is not valid JSON.")},
        {listProblemName(ListProblem::NotAnEntry),
         tr("What stands here is no user: the list must hold JSON objects only.")},
        {listProblemName(ListProblem::NoKnownColumns),
         tr("No entry has an ID, an e-mail address or a name: this is none of the exports of users.")}};
    return texts.value(code);
}

} // namespace

QString displayText(LeaverField field)
{
    switch (field) {
    case LeaverField::Email:
        return LeaversTexts::tr("E-mail");
    case LeaverField::Name:
        return LeaversTexts::tr("Name");
    case LeaverField::GivenName:
        return LeaversTexts::tr("First name");
    case LeaverField::FamilyName:
        return LeaversTexts::tr("Last name");
    case LeaverField::Id:
        break;
    }
    return LeaversTexts::tr("ID");
}

QString displayText(LeaverVerdict verdict)
{
    switch (verdict) {
    case LeaverVerdict::MatchedById:
        return LeaversTexts::tr("Matched by ID");
    case LeaverVerdict::MatchedByEmail:
        return LeaversTexts::tr("Matched by e-mail");
    case LeaverVerdict::Picked:
        return LeaversTexts::tr("Picked by hand");
    case LeaverVerdict::LookAlike:
        return LeaversTexts::tr("Look-alike");
    case LeaverVerdict::Conflict:
        return LeaversTexts::tr("Conflict");
    case LeaverVerdict::Duplicate:
        return LeaversTexts::tr("Duplicate");
    case LeaverVerdict::AlreadyInactive:
        return LeaversTexts::tr("Already inactive");
    case LeaverVerdict::AlreadyActive:
        return LeaversTexts::tr("Already active");
    case LeaverVerdict::Deleted:
        return LeaversTexts::tr("Deleted");
    case LeaverVerdict::Self:
        return LeaversTexts::tr("Yourself");
    case LeaverVerdict::Protected:
        return LeaversTexts::tr("Protected");
    case LeaverVerdict::OutsideDivision:
        return LeaversTexts::tr("Outside the allowed divisions");
    case LeaverVerdict::Unknown:
        break;
    }
    return LeaversTexts::tr("Unknown");
}

QString leaverExplanation(const LeaverJudgement &judgement)
{
    switch (judgement.verdict) {
    case LeaverVerdict::MatchedById:
        return LeaversTexts::tr("The ID names this user.");
    case LeaverVerdict::MatchedByEmail:
        return LeaversTexts::tr("The e-mail address names this user.");
    case LeaverVerdict::Picked:
        return LeaversTexts::tr("You picked this user.");
    case LeaverVerdict::Conflict:
        return LeaversTexts::tr("The ID and the e-mail address name different users. Use the right one, or "
                                "exclude the row.");
    case LeaverVerdict::LookAlike:
        return LeaversTexts::tr("%1 Use the right user, or exclude the row.")
            .arg(LeaversTexts::doubt(judgement.doubt));
    case LeaverVerdict::Unknown:
        return LeaversTexts::tr("%1 Search for the user, or exclude the row.")
            .arg(LeaversTexts::doubt(judgement.doubt));
    case LeaverVerdict::Duplicate:
        return LeaversTexts::tr("Line %1 names the same user; this row is left out.")
            .arg(judgement.earlierLine);
    case LeaverVerdict::AlreadyInactive:
        return judgement.isChosen ? LeaversTexts::tr("This user is inactive already.")
                                  : LeaversTexts::tr("This user is inactive already; the row is left out.");
    case LeaverVerdict::AlreadyActive:
        return LeaversTexts::tr("This user is active already; the row is left out.");
    case LeaverVerdict::Deleted:
        return LeaversTexts::tr("This user is deleted already; the row is left out.");
    case LeaverVerdict::Self:
        return LeaversTexts::tr("This is the account that you are signed in with. Exclude the row.");
    case LeaverVerdict::Protected:
        return LeaversTexts::tr("This user is protected in the connection. Exclude the row.");
    case LeaverVerdict::OutsideDivision:
        return LeaversTexts::tr("This user is outside the divisions that the connection allows. Exclude the "
                                "row.");
    }
    return {};
}

QString displayText(const TripwireHit &hit)
{
    switch (hit.tripwire) {
    case LeaversTripwire::DirectoryNotRead:
        return LeaversTexts::tr("The users of the organisation are not read yet. Wait until they are.");
    case LeaversTripwire::DirectoryIncomplete:
        return LeaversTexts::tr("Reading the users of the organisation failed part-way, so a row could mean "
                                "somebody who was not read. Read them again.");
    case LeaversTripwire::UserLimit:
        return LeaversTexts::tr("The list names %1 users, the connection allows %2 in one run. Split the "
                                "list, or have the limit changed in Manage connections….")
            .arg(hit.count)
            .arg(hit.limit);
    case LeaversTripwire::OrganizationShare:
        return LeaversTexts::tr("The list names %1 users; that is a larger share of the organisation than "
                                "the connection allows (%2). Is it the right list?")
            .arg(hit.count)
            .arg(hit.limit);
    case LeaversTripwire::UnknownIdentity:
        break;
    }
    return LeaversTexts::tr("It is not known who is signed in, so nobody can be told from yourself. Sign in "
                            "again.");
}

QString displayText(const LeaversList &list, LeaversNotice notice)
{
    switch (notice) {
    case LeaversNotice::WindowsEncoding:
        return LeaversTexts::tr("The list is not UTF-8 and was read as Windows-1252: check names with "
                                "umlauts or accents.");
    case LeaversNotice::UnmarkedUtf16:
        return LeaversTexts::tr("The list does not say how it is encoded and was read as %1.")
            .arg(textEncodingName(list.encoding));
    case LeaversNotice::BlankRows:
        return LeaversTexts::tr("%n blank row(s) were left out.", nullptr, list.blankRows);
    case LeaversNotice::AmbiguousColumns: {
        QStringList fields;
        for (const LeaverField field : list.ambiguous)
            fields.append(displayText(field));
        return LeaversTexts::tr("More than one column could be “%1”: choose it above.")
            .arg(fields.join(QStringLiteral("”, “")));
    }
    case LeaversNotice::UnrecognisedColumns:
        return LeaversTexts::tr("No column of the list is recognised: choose above which one says who is "
                                "meant.");
    case LeaversNotice::NamesOnly:
        break;
    }
    return LeaversTexts::tr("The list has names only, and a name does not say for certain who is meant: "
                            "each row has to be picked by hand.");
}

QString formatText(const LeaversList &list)
{
    if (list.kind == ListKind::Json)
        return LeaversTexts::tr("JSON");
    if (list.kind == ListKind::JsonLines)
        return LeaversTexts::tr("JSON Lines");
    const QString encoding = textEncodingName(list.encoding);
    if (list.delimiter == QLatin1Char(';'))
        return LeaversTexts::tr("CSV with semicolons, %1").arg(encoding);
    if (list.delimiter == QLatin1Char('\t'))
        return LeaversTexts::tr("CSV with tabs, %1").arg(encoding);
    return LeaversTexts::tr("CSV with commas, %1").arg(encoding);
}

ErrorText describeListError(const Error &error)
{
    const QString problem = LeaversTexts::problem(error.serverCode);
    if (problem.isEmpty())
        return describe(error);
    ErrorText text;
    text.title = LeaversTexts::tr("The list cannot be used");
    text.meaning = problem;
    if (const std::optional<TextPlace> place = textPlaceOf(error))
        text.meaning = LeaversTexts::tr("Line %1, character %2: %3")
                           .arg(QString::number(place->line), QString::number(place->column), problem);
    text.nextStep = LeaversTexts::tr("Nothing was started. Correct the file and import it again.");
    text.technical = error.detail + QLatin1Char('\n') + error.place;
    return text;
}

} // namespace offboarding::ui
