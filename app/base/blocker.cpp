// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/blocker.h"

#include <QRegularExpression>

#include <array>
#include <optional>

namespace offboarding {

namespace {

/// A row holds where every column that is filled holds. Codes: contract §1.3, §5.1, §5.3, §6.7; the 2018 list
/// spells the conversation codes with "conversation." and with "conversations.", so endings are compared.
struct Row
{
    int status;        ///< 0: any
    const char *code;  ///< ending of the dotted code; null: any
    const char *words; ///< regular expression over the message; null: any
    Blocker blocker;
};

constexpr std::array rows{
    // What was asked for has happened before.
    Row{0, "error.call.disconnected", nullptr, Blocker::AlreadyDisconnected},
    Row{0, "participant.no.active.conversations", nullptr, Blocker::AlreadyDisconnected},
    Row{0, "error.not.conversation.participant", nullptr, Blocker::NotAParticipant},
    Row{0, "error.forbidden.not.active.participant", nullptr, Blocker::NotAParticipant},
    // What cannot be done to this conversation.
    Row{0, "error.transfer.not.connected", nullptr, Blocker::NotConnected},
    Row{0, "error.transfer.same.party", nullptr, Blocker::SameParty},
    Row{0, "queue.not.found", nullptr, Blocker::QueueGone},
    Row{0, "error.cannot.disconnect.call", nullptr, Blocker::CannotDisconnect},
    Row{0, "error.wrapup.code.required", nullptr, Blocker::WrapupCodeRequired},
    Row{0, "error.wrapup.cannot.skip", nullptr, Blocker::WrapupNotSkippable},
    // Permissions.
    Row{403, "missing.division.permission", nullptr, Blocker::NotInDivision},
    Row{403, nullptr, nullptr, Blocker::PermissionMissing},
    // 409 has several meanings.
    Row{409, nullptr, "active\\s*\\.?session", Blocker::SessionAlive},
    Row{409, nullptr, "\\balready (in use|exists|taken|used)|\\bduplicate|must be unique",
        Blocker::Duplicate},
    // Other codes that call for something of their own.
    Row{400, "not.a.user", nullptr, Blocker::NoUser},
    Row{0, "response.entity.too.large", nullptr, Blocker::TooLarge},
    Row{413, nullptr, nullptr, Blocker::TooLarge},
    Row{0, "user.not.found.on.delete", nullptr, Blocker::AlreadyGone},
    Row{424, nullptr, nullptr, Blocker::DownstreamFailed},
    Row{400, "invalid.value", nullptr, Blocker::InvalidValue},
    Row{400, "invalid.date", nullptr, Blocker::InvalidValue},
    Row{400, "invalid.property", nullptr, Blocker::InvalidValue},
    Row{400, "invalid.query.param.value", nullptr, Blocker::InvalidValue},
    Row{400, "max.user.ids", nullptr, Blocker::TooLarge},
};

struct Offer
{
    Blocker blocker;
    std::array<std::optional<NextAction>, 2> actions;
};

/// One row per blocker. Two at most: who is stuck needs a way on, not a menu.
constexpr std::array offers{
    Offer{Blocker::StillReferenced, {NextAction::ClearReferences, NextAction::DeactivateInstead}},
    Offer{Blocker::SessionAlive, {NextAction::ClearReferences, NextAction::DeactivateInstead}},
    Offer{Blocker::ChangedMeanwhile, {NextAction::ReadAgain}},
    Offer{Blocker::Duplicate, {NextAction::ReadAgain, NextAction::CopyForSupport}},
    Offer{Blocker::OtherConflict, {NextAction::ReadAgain, NextAction::CopyForSupport}},
    Offer{Blocker::SessionEnded, {NextAction::SignIn}},
    Offer{Blocker::PermissionMissing, {NextAction::CopyPermissions}},
    Offer{Blocker::NotInDivision, {NextAction::CopyPermissions}},
    Offer{Blocker::AlreadyGone, {NextAction::ReadAgain}},
    Offer{Blocker::GoneForGood, {}},
    Offer{Blocker::LimitReached, {}}, // goes on by itself
    Offer{Blocker::OutcomeUnknown, {NextAction::ReadAgain, NextAction::CopyForSupport}},
    Offer{Blocker::NotConnected, {NextAction::ClearReferences}},
    Offer{Blocker::QueueGone, {NextAction::ClearReferences}},
    Offer{Blocker::SameParty, {NextAction::ClearReferences}},
    Offer{Blocker::AlreadyDisconnected, {NextAction::ReadAgain}},
    Offer{Blocker::CannotDisconnect, {NextAction::ClearReferences}},
    Offer{Blocker::NotAParticipant, {NextAction::ReadAgain}},
    Offer{Blocker::WrapupCodeRequired, {NextAction::ReadAgain}},
    Offer{Blocker::WrapupNotSkippable, {NextAction::ReadAgain}},
    Offer{Blocker::NoUser, {NextAction::SignIn}},
    Offer{Blocker::TooLarge, {NextAction::CopyForSupport}},
    Offer{Blocker::InvalidValue, {NextAction::CopyForSupport}},
    Offer{Blocker::DownstreamFailed, {NextAction::ReadAgain, NextAction::CopyForSupport}},
    Offer{Blocker::ServerFailed, {NextAction::ReadAgain, NextAction::CopyForSupport}},
    Offer{Blocker::Other, {NextAction::CopyForSupport}},
};

/// True if @p code is @p ending or ends with "." and it.
bool hasEnding(const QString &code, const char *ending)
{
    const QLatin1String wanted(ending);
    return code == wanted || code.endsWith(QLatin1Char('.') + QString(wanted));
}

bool holds(const Row &row, const Error &error)
{
    if (row.status != 0 && row.status != error.httpStatus)
        return false;
    if (row.code != nullptr && !hasEnding(error.serverCode, row.code))
        return false;
    if (row.words == nullptr)
        return true;
    const QRegularExpression words(QLatin1String(row.words), QRegularExpression::CaseInsensitiveOption);
    return words.match(error.serverCode + QLatin1Char(' ') + error.detail).hasMatch();
}

Blocker ofConflict(const Error &error)
{
    switch (error.conflict) {
    case ConflictCause::Version:
        return Blocker::ChangedMeanwhile;
    case ConflictCause::References:
        return Blocker::StillReferenced;
    case ConflictCause::None:
        break;
    }
    return Blocker::OtherConflict;
}

Blocker ofKind(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Conflict:
        return ofConflict(error);
    case ErrorKind::Unauthorized:
        return Blocker::SessionEnded;
    case ErrorKind::Forbidden:
        return Blocker::PermissionMissing;
    case ErrorKind::NotFound:
        return Blocker::AlreadyGone;
    case ErrorKind::Gone:
        return Blocker::GoneForGood;
    case ErrorKind::RateLimited:
        return Blocker::LimitReached;
    case ErrorKind::OutcomeUnknown:
        return Blocker::OutcomeUnknown;
    case ErrorKind::Server:
        return Blocker::ServerFailed;
    default:
        break;
    }
    return Blocker::Other;
}

} // namespace

Blocker blockerOf(const Error &error)
{
    // Whatever the lost answer would have said: nobody knows whether it was carried out.
    if (error.kind == ErrorKind::OutcomeUnknown)
        return Blocker::OutcomeUnknown;
    // What the mapping has told apart already, with the whole body at hand.
    if (error.conflict == ConflictCause::Version)
        return Blocker::ChangedMeanwhile;
    for (const Row &row : rows) {
        const bool isReferenced = error.conflict == ConflictCause::References &&
                                  (!error.referencedIds.isEmpty() || row.blocker == Blocker::Duplicate);
        if (!isReferenced && holds(row, error))
            return row.blocker;
    }
    return ofKind(error);
}

QList<NextAction> nextActions(Blocker blocker)
{
    QList<NextAction> result;
    for (const Offer &offer : offers) {
        if (offer.blocker != blocker)
            continue;
        for (const std::optional<NextAction> &action : offer.actions) {
            if (action)
                result.append(*action);
        }
    }
    return result;
}

} // namespace offboarding
