// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/leaververdicts.h"

namespace offboarding {

namespace {

QString doubtText(LeaverDoubt doubt)
{
    switch (doubt) {
    case LeaverDoubt::IdUnknown:
        return QStringLiteral("the e-mail address names somebody, but nobody has this id");
    case LeaverDoubt::EmailDiffers:
        return QStringLiteral("the user with this id has another e-mail address");
    case LeaverDoubt::NameDiffers:
        return QStringLiteral("the user with this id or e-mail address has quite another name");
    case LeaverDoubt::SharedMatch:
        return QStringLiteral("several users have this e-mail address");
    case LeaverDoubt::SimilarOnly:
        return QStringLiteral("nobody has this id or e-mail address, but somebody has a similar name");
    case LeaverDoubt::NameOnly:
        return QStringLiteral("a name alone does not say for certain who is meant");
    case LeaverDoubt::NothingToMatch:
        return QStringLiteral("the row says neither id nor e-mail address nor name");
    case LeaverDoubt::PickIsGone:
        return QStringLiteral("the user who was picked is not in the directory any more");
    case LeaverDoubt::None:
    case LeaverDoubt::NobodyFound:
        break;
    }
    return QStringLiteral("nobody has this id or e-mail address, and nobody a similar name");
}

QString verdictText(const LeaverJudgement &judgement)
{
    switch (judgement.verdict) {
    case LeaverVerdict::MatchedById:
        return QStringLiteral("the id names the user");
    case LeaverVerdict::MatchedByEmail:
        return QStringLiteral("the e-mail address names the user");
    case LeaverVerdict::Picked:
        return QStringLiteral("picked by hand");
    case LeaverVerdict::Conflict:
        return QStringLiteral("the id and the e-mail address name different users");
    case LeaverVerdict::LookAlike:
    case LeaverVerdict::Unknown:
        return doubtText(judgement.doubt);
    case LeaverVerdict::Duplicate:
        return QStringLiteral("line %1 names the same user").arg(judgement.earlierLine);
    case LeaverVerdict::AlreadyInactive:
        return QStringLiteral("the user is inactive already");
    case LeaverVerdict::AlreadyActive:
        return QStringLiteral("the user is active already");
    case LeaverVerdict::Deleted:
        return QStringLiteral("the user is deleted already");
    case LeaverVerdict::Self:
        return QStringLiteral("this is the account that is signed in");
    case LeaverVerdict::Protected:
        return QStringLiteral("this user is protected in the connection");
    case LeaverVerdict::OutsideDivision:
        return QStringLiteral("this user is outside the divisions that the connection allows");
    }
    return {};
}

} // namespace

QString leaverVerdictName(LeaverVerdict verdict)
{
    switch (verdict) {
    case LeaverVerdict::MatchedById:
        return QStringLiteral("matched-by-id");
    case LeaverVerdict::MatchedByEmail:
        return QStringLiteral("matched-by-email");
    case LeaverVerdict::Picked:
        return QStringLiteral("picked");
    case LeaverVerdict::LookAlike:
        return QStringLiteral("look-alike");
    case LeaverVerdict::Conflict:
        return QStringLiteral("conflict");
    case LeaverVerdict::Duplicate:
        return QStringLiteral("duplicate");
    case LeaverVerdict::AlreadyInactive:
        return QStringLiteral("already-inactive");
    case LeaverVerdict::AlreadyActive:
        return QStringLiteral("already-active");
    case LeaverVerdict::Deleted:
        return QStringLiteral("deleted");
    case LeaverVerdict::Self:
        return QStringLiteral("self");
    case LeaverVerdict::Protected:
        return QStringLiteral("protected");
    case LeaverVerdict::OutsideDivision:
        return QStringLiteral("outside-division");
    case LeaverVerdict::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString leaversTripwireName(LeaversTripwire tripwire)
{
    switch (tripwire) {
    case LeaversTripwire::DirectoryNotRead:
        return QStringLiteral("directory-not-read");
    case LeaversTripwire::DirectoryIncomplete:
        return QStringLiteral("directory-incomplete");
    case LeaversTripwire::UserLimit:
        return QStringLiteral("user-limit");
    case LeaversTripwire::OrganizationShare:
        return QStringLiteral("organization-share");
    case LeaversTripwire::UnknownIdentity:
        break;
    }
    return QStringLiteral("unknown-identity");
}

QString leaverReason(const LeaverRow &row, const LeaverJudgement &judgement)
{
    QStringList said;
    for (const QString &text : {row.id, row.email, row.name}) {
        if (!text.isEmpty())
            said.append(text.simplified());
    }
    return QStringLiteral("line %1 (%2): %3: %4")
        .arg(QString::number(row.line), said.join(QStringLiteral(", ")), leaverVerdictName(judgement.verdict),
             verdictText(judgement));
}

QString tripwireReason(const TripwireHit &hit)
{
    switch (hit.tripwire) {
    case LeaversTripwire::DirectoryNotRead:
        return QStringLiteral("The users of the organisation are not read yet. Wait until they are.");
    case LeaversTripwire::DirectoryIncomplete:
        return QStringLiteral("Reading the users of the organisation failed part-way, so a row could name "
                              "somebody who was not read. Read them again.");
    case LeaversTripwire::UserLimit:
        return QStringLiteral("The list names %1 users; the connection allows %2 in one run. Split the "
                              "list, or have the limit of the connection changed.")
            .arg(hit.count)
            .arg(hit.limit);
    case LeaversTripwire::OrganizationShare:
        return QStringLiteral("The list names %1 users; the connection allows %2 in one run, a share of "
                              "the organisation. Check that it is the right list, or split it.")
            .arg(hit.count)
            .arg(hit.limit);
    case LeaversTripwire::UnknownIdentity:
        break;
    }
    return QStringLiteral("It is not known who is signed in, so nobody can be told from yourself. Sign in "
                          "again.");
}

} // namespace offboarding
