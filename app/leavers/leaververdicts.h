// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userstore.h"
#include "app/domain/connection.h"
#include "app/domain/identity.h"
#include "app/domain/user.h"
#include "app/leavers/leaverslist.h"
#include "app/offboarding/plan.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QSet>
#include <QString>
#include <QStringList>

namespace offboarding {

/// What is known about a row of a leavers' list before anything is done.
///
/// | name             | goes into the run | a person must decide |
/// | ---------------- | ----------------- | -------------------- |
/// | matched-by-id, matched-by-email, picked | yes | no |
/// | look-alike, conflict, unknown | no | yes: pick a user, or exclude the row |
/// | self, protected, outside-division | no | yes: exclude the row |
/// | duplicate | no: the earlier row does | no |
/// | already-inactive | for Delete and ForceDelete | no |
/// | already-active, deleted | no: there is nothing to do | no |
enum class LeaverVerdict {
    MatchedById,
    MatchedByEmail,
    Picked,          ///< by hand
    LookAlike,       ///< somebody could be meant, but the row does not say so for certain
    Conflict,        ///< id and e-mail address name different users
    Unknown,         ///< nobody in the directory, and nobody similar
    Duplicate,       ///< an earlier row names the same user
    AlreadyInactive, ///< for Deactivate, Delete and ForceDelete
    AlreadyActive,   ///< for Restore
    Deleted,         ///< not for Restore
    Self,            ///< the account that is signed in
    Protected,       ///< Connection::protectedUsers
    OutsideDivision  ///< Connection::allowedDivisions, or the user's division is not known
};
QString leaverVerdictName(LeaverVerdict verdict); ///< as in the table above; part of the offboardctl contract

/// Why a row is LookAlike, Conflict or Unknown.
enum class LeaverDoubt {
    None,
    IdUnknown,    ///< the e-mail address names somebody, the id nobody
    EmailDiffers, ///< the id names somebody with another e-mail address
    NameDiffers,  ///< id or e-mail address name somebody whose name has nothing in common with the row's
    SharedMatch,  ///< several users have this e-mail address
    SimilarOnly,  ///< only a similar name or address was found
    NameOnly,     ///< the row has neither id nor e-mail address, and a name is no proof
    NobodyFound,
    NothingToMatch, ///< the mapped columns are empty, or none is mapped
    PickIsGone      ///< the user who was picked is not in the directory any more
};

struct LeaverJudgement
{
    LeaverVerdict verdict = LeaverVerdict::Unknown;
    LeaverDoubt doubt = LeaverDoubt::None;
    QString userId;            ///< who the row means; empty while that is not certain
    QStringList candidateIds;  ///< for LookAlike and Conflict: at most mostCandidates, the likeliest first
    qint64 earlierLine = 0;    ///< for Duplicate: the line of the row that goes into the run
    bool isExcluded = false;   ///< by hand; the verdict says what it would be
    bool isChosen = false;     ///< goes into the run
    bool isUnresolved = false; ///< nothing runs before a person has decided about it

    bool operator==(const LeaverJudgement &other) const = default;
};

inline constexpr int mostCandidates = 20;

/// What refuses the whole list, however good its rows are.
enum class LeaversTripwire {
    DirectoryNotRead,    ///< the users were not read yet, or are being read
    DirectoryIncomplete, ///< reading the users failed part-way: nobody can be told apart from somebody unread
    UserLimit,           ///< more users than Connection::limits.mostUsersPerRun; see count and limit
    OrganizationShare,   ///< more than the percentage of the organisation; see count and limit
    UnknownIdentity      ///< nobody knows who is signed in, so nobody can be told from oneself
};
QString leaversTripwireName(LeaversTripwire tripwire); ///< "user-limit", …

struct TripwireHit
{
    LeaversTripwire tripwire = LeaversTripwire::DirectoryNotRead;
    int count = 0; ///< users chosen
    int limit = 0; ///< users allowed

    bool operator==(const TripwireHit &other) const = default;
};

/// What a person decided, by the index of the row.
struct LeaverDecisions
{
    QHash<qsizetype, QString> pickedIds; ///< user ids
    QSet<qsizetype> excluded;

    bool operator==(const LeaverDecisions &other) const = default;
};

/// Everything the verdicts depend on. Same input, same verdicts.
struct LeaversInput
{
    Act act = Act::Deactivate;
    QList<LeaverRow> rows; ///< LeaversList::rows()
    LeaverDecisions decisions;
    QList<User> users; ///< UserStore::users()
    DirectoryStatus directory = DirectoryStatus::Empty;
    Connection connection;
    Identity signedInAs;
};

struct LeaversJudgement
{
    QList<LeaverJudgement> rows; ///< one per row of the input
    QStringList chosenUserIds;   ///< in the order of the list, each once
    QList<TripwireHit> tripwires;
    int unresolvedCount = 0;
    int excludedCount = 0;

    /// Nothing unresolved, no tripwire, and somebody to act on.
    bool mayRun() const { return unresolvedCount == 0 && tripwires.isEmpty() && !chosenUserIds.isEmpty(); }
};

/// Pure. The rules of who may be offboarded are those of checkOffboardingRules(), so that the list and the
/// plan never disagree. Takes about a second for 20,000 unknown rows against 100,000 users: windows call it
/// in a thread of its own (LeaversService).
LeaversJudgement judgeLeavers(const LeaversInput &input);

/// True unless both names are known and have nothing in common: no word, no letters in the same order.
bool haveNamesInCommon(const QString &one, const QString &other);

// Plain English for offboardctl; the window makes its own text.

/// "line 12: unknown: nobody has this id or e-mail address"; names the row's and the user's own data.
QString leaverReason(const LeaverRow &row, const LeaverJudgement &judgement);
/// What was hit and what to do.
QString tripwireReason(const TripwireHit &hit);

} // namespace offboarding

Q_DECLARE_METATYPE(offboarding::LeaversJudgement)
