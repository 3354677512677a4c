// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace offboarding::ui {

namespace {

struct DisplayTexts
{
    Q_DECLARE_TR_FUNCTIONS(DisplayTexts)

public:
    static QString passed(Gate gate);
    static QString refused(const GateResult &result);
    static QString unknown(Gate gate);
    static QString warning(const PlanWarning &warning);
    static QString age(qint64 seconds);
    static QString participantState(const QString &folded);
    static QString presence(const QString &folded);
    static QString routingStatus(const QString &folded);
    static QString purpose(const QString &folded);
};

QString DisplayTexts::passed(Gate gate)
{
    switch (gate) {
    case Gate::PreviewFresh:
        return tr("The preview is fresh");
    case Gate::ReferencesKnown:
        return tr("Every source of references was read");
    case Gate::NoLiveSession:
        return tr("No live session");
    case Gate::NoLiveConversation:
        return tr("No live conversation");
    case Gate::EvidenceExported:
        return tr("Evidence is exported and unchanged");
    case Gate::RiskAccepted:
        return tr("The risk is accepted");
    case Gate::IdentityTyped:
        return tr("The identity is typed");
    case Gate::OrganizationTyped:
        return tr("The organisation's name is typed");
    }
    return {};
}

QString DisplayTexts::refused(const GateResult &result)
{
    const int count = result.count;
    switch (result.gate) {
    case Gate::PreviewFresh:
        return tr("The preview is older than two minutes or the data changed: read again");
    case Gate::ReferencesKnown:
        return count > 0 ? tr("%n source(s) of references could not be read: read again", nullptr, count)
                         : tr("The references could not be read: read again");
    case Gate::NoLiveSession:
        return count > 0 ? tr("%n live session(s): wait until the user has signed out", nullptr, count)
                         : tr("A session is live: wait until the user has signed out");
    case Gate::NoLiveConversation:
        return count > 0 ? tr("%n live conversation(s): clear the references first", nullptr, count)
                         : tr("A conversation is live: clear the references first");
    case Gate::EvidenceExported:
        return tr("Evidence was not exported after the last reading: export it first");
    case Gate::RiskAccepted:
        return tr("The risk is not accepted yet: tick the box");
    case Gate::IdentityTyped:
        return tr("The identity is not typed yet");
    case Gate::OrganizationTyped:
        return tr("The organisation's name is not typed yet");
    }
    return {};
}

QString DisplayTexts::unknown(Gate gate)
{
    switch (gate) {
    case Gate::NoLiveSession:
        return tr("Not known whether a session is live: read again");
    case Gate::NoLiveConversation:
        return tr("Not known whether a conversation is live: read again");
    case Gate::ReferencesKnown:
        return tr("The references were not read: read again");
    case Gate::PreviewFresh:
    case Gate::EvidenceExported:
    case Gate::RiskAccepted:
    case Gate::IdentityTyped:
    case Gate::OrganizationTyped:
        break;
    }
    return tr("Not known: read again");
}

QString DisplayTexts::warning(const PlanWarning &warning)
{
    const int count = warning.count;
    switch (warning.kind) {
    case WarningKind::LiveConversations:
        return tr("%n live conversation(s) still refer to the user", nullptr, count);
    case WarningKind::UnreadableReferences:
        return count > 0
                   ? tr("%n source(s) of references could not be read, so the number of conversations "
                        "is not known",
                        nullptr, count)
                   : tr("The references could not be read, so the number of conversations is not known");
    case WarningKind::RecentConversations:
        return tr("%n recent conversation(s) refer to the user: the server will probably refuse a plain "
                  "delete",
                  nullptr, count);
    case WarningKind::HistoryKeepsName:
        return tr("Historical transcripts stay attributed to the user");
    case WarningKind::RolesAreLost:
        return tr("Roles given directly to the user are removed and do not come back by themselves");
    case WarningKind::DeletionCost:
        return tr("Genesys recommends inactive instead of deleting: a deletion breaks historical look-ups");
    case WarningKind::ProductionOrganization:
        return tr("This is a production organisation");
    case WarningKind::UserWithoutEmail:
        return tr("The user has no e-mail address and is confirmed by id");
    case WarningKind::LookAlikeNames:
        return tr("Other users have nearly the same name: check the e-mail address");
    case WarningKind::AlreadyInState:
        return tr("The user is already in the wanted state");
    case WarningKind::CustomerWillBeCut:
        return tr("%n live customer(s) will be cut off", nullptr, count);
    case WarningKind::SurroundingsUnread:
        return tr("%n chosen step(s) will not be done: what they would change could not be read", nullptr,
                  count);
    }
    return {};
}

QString DisplayTexts::age(qint64 seconds)
{
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    const qint64 hours = minutes / 60;
    if (hours < 24) {
        const qint64 rest = minutes % 60;
        return rest == 0 ? tr("%1 h").arg(hours) : tr("%1 h %2 min").arg(hours).arg(rest);
    }
    return tr("%1 d").arg(hours / 24);
}

QString DisplayTexts::participantState(const QString &folded)
{
    if (folded == QLatin1String("alerting"))
        return tr("Ringing");
    if (folded == QLatin1String("connected"))
        return tr("Connected");
    if (folded == QLatin1String("dialing"))
        return tr("Dialing");
    if (folded == QLatin1String("contacting"))
        return tr("Contacting");
    if (folded == QLatin1String("offering"))
        return tr("Offered");
    if (folded == QLatin1String("queued") || folded == QLatin1String("parked"))
        return folded == QLatin1String("queued") ? tr("In queue") : tr("Parked");
    if (folded == QLatin1String("converting"))
        return tr("Converting");
    if (folded == QLatin1String("uploading"))
        return tr("Uploading");
    if (folded == QLatin1String("transmitting"))
        return tr("Transmitting");
    if (folded == QLatin1String("scheduled"))
        return tr("Scheduled");
    if (folded == QLatin1String("held"))
        return tr("On hold");
    if (folded == QLatin1String("wrapup"))
        return tr("After-call work");
    if (folded == QLatin1String("disconnected"))
        return tr("Disconnected");
    if (folded == QLatin1String("terminated"))
        return tr("Ended");
    if (folded == QLatin1String("none"))
        return tr("None");
    if (folded == QLatin1String("unknown"))
        return tr("Unknown");
    if (folded == QLatin1String("not-found"))
        return tr("Not found any more");
    if (folded == QLatin1String("no-participants"))
        return tr("No participants listed");
    return {};
}

QString DisplayTexts::routingStatus(const QString &folded)
{
    if (folded == QLatin1String("off_queue"))
        return tr("Off queue");
    if (folded == QLatin1String("idle"))
        return tr("On queue, idle");
    if (folded == QLatin1String("interacting"))
        return tr("On queue, interacting");
    if (folded == QLatin1String("not_responding"))
        return tr("On queue, not responding");
    if (folded == QLatin1String("communicating"))
        return tr("In a conversation outside of queues");
    return {};
}

QString DisplayTexts::presence(const QString &folded)
{
    if (folded == QLatin1String("available"))
        return tr("Available");
    if (folded == QLatin1String("away"))
        return tr("Away");
    if (folded == QLatin1String("break"))
        return tr("Break");
    if (folded == QLatin1String("busy"))
        return tr("Busy");
    if (folded == QLatin1String("idle"))
        return tr("Idle");
    if (folded == QLatin1String("meal"))
        return tr("Meal");
    if (folded == QLatin1String("meeting"))
        return tr("Meeting");
    if (folded == QLatin1String("offline"))
        return tr("Offline");
    if (folded == QLatin1String("on queue") || folded == QLatin1String("onqueue") ||
        folded == QLatin1String("on_queue"))
        return tr("On queue");
    if (folded == QLatin1String("out of office") || folded == QLatin1String("outofoffice"))
        return tr("Out of office");
    if (folded == QLatin1String("training"))
        return tr("Training");
    return {};
}

QString DisplayTexts::purpose(const QString &folded)
{
    if (folded == QLatin1String("agent"))
        return tr("Agent");
    if (folded == QLatin1String("user"))
        return tr("User");
    if (folded == QLatin1String("customer"))
        return tr("Customer");
    if (folded == QLatin1String("external"))
        return tr("External party");
    if (folded == QLatin1String("acd"))
        return tr("Queue");
    if (folded == QLatin1String("ivr"))
        return tr("Menu (IVR)");
    if (folded == QLatin1String("workflow"))
        return tr("Workflow");
    if (folded == QLatin1String("voicemail"))
        return tr("Voicemail");
    if (folded == QLatin1String("botflow"))
        return tr("Bot");
    if (folded == QLatin1String("group"))
        return tr("Group");
    if (folded == QLatin1String("station"))
        return tr("Station");
    if (folded == QLatin1String("outbound") || folded == QLatin1String("dialer"))
        return tr("Dialer");
    return {};
}

QString known(const QString &translated, const QString &original)
{
    return translated.isEmpty() ? original : translated;
}

} // namespace

QString displayText(UserState state)
{
    switch (state) {
    case UserState::Active:
        return DisplayTexts::tr("Active");
    case UserState::Inactive:
        return DisplayTexts::tr("Inactive");
    case UserState::Deleted:
        return DisplayTexts::tr("Deleted");
    case UserState::Unknown:
        break;
    }
    return DisplayTexts::tr("Unknown");
}

QString displayText(Media media)
{
    switch (media) {
    case Media::Call:
        return DisplayTexts::tr("Call");
    case Media::Callback:
        return DisplayTexts::tr("Callback");
    case Media::Chat:
        return DisplayTexts::tr("Chat");
    case Media::Email:
        return DisplayTexts::tr("E-mail");
    case Media::Message:
        return DisplayTexts::tr("Message");
    case Media::InternalMessage:
        return DisplayTexts::tr("Internal message");
    case Media::Cobrowse:
        return DisplayTexts::tr("Co-browse");
    case Media::Video:
        return DisplayTexts::tr("Video");
    case Media::ScreenShare:
        return DisplayTexts::tr("Screen share");
    case Media::ScreenMonitoring:
        return DisplayTexts::tr("Screen monitoring");
    case Media::SocialExpression:
        return DisplayTexts::tr("Social expression");
    case Media::Unknown:
        break;
    }
    return DisplayTexts::tr("Unknown");
}

QString displayText(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return DisplayTexts::tr("Production");
    case Environment::Sandbox:
        return DisplayTexts::tr("Sandbox");
    case Environment::Demo:
        return DisplayTexts::tr("Demo");
    }
    return DisplayTexts::tr("Production");
}

QString displayText(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Legacy:
        return DisplayTexts::tr("Legacy API");
    case Dialect::Published:
        break;
    }
    return DisplayTexts::tr("Platform API v2");
}

QString displayText(Act act)
{
    switch (act) {
    case Act::Deactivate:
        return DisplayTexts::tr("Deactivate");
    case Act::Delete:
        return DisplayTexts::tr("Delete");
    case Act::ForceDelete:
        return DisplayTexts::tr("Force delete");
    case Act::Restore:
        return DisplayTexts::tr("Restore");
    case Act::ClearReferences:
        return DisplayTexts::tr("Clear references");
    case Act::Undo:
        return DisplayTexts::tr("Undo");
    }
    return {};
}

QString displayText(StepKind kind)
{
    switch (kind) {
    case StepKind::ReadUser:
        return DisplayTexts::tr("Read the user");
    case StepKind::CheckReferences:
        return DisplayTexts::tr("Check the references");
    case StepKind::ClearReference:
        return DisplayTexts::tr("Clear a reference");
    case StepKind::Deactivate:
        return DisplayTexts::tr("Deactivate");
    case StepKind::Delete:
        return DisplayTexts::tr("Delete");
    case StepKind::ForceDelete:
        return DisplayTexts::tr("Force delete");
    case StepKind::Restore:
        return DisplayTexts::tr("Restore");
    case StepKind::ReadBack:
        return DisplayTexts::tr("Read back");
    case StepKind::CheckHistory:
        return DisplayTexts::tr("Check the history");
    case StepKind::Snapshot:
        return DisplayTexts::tr("Keep what is there now");
    case StepKind::RevokeTokens:
        return DisplayTexts::tr("Sign out everywhere");
    case StepKind::SetPresenceOffline:
        return DisplayTexts::tr("Set the presence to offline");
    case StepKind::SetRoutingOff:
        return DisplayTexts::tr("Go off queue");
    case StepKind::ReleaseStation:
        return DisplayTexts::tr("Release the phone");
    case StepKind::RemoveQueues:
        return DisplayTexts::tr("Remove from queues");
    case StepKind::RemoveSkills:
        return DisplayTexts::tr("Remove skills");
    case StepKind::RemoveLanguages:
        return DisplayTexts::tr("Remove languages");
    case StepKind::RemoveGroups:
        return DisplayTexts::tr("Remove from groups");
    case StepKind::RemoveRoles:
        return DisplayTexts::tr("Remove roles");
    case StepKind::VerifyGates:
        return DisplayTexts::tr("Check every condition again");
    case StepKind::ReportCheck:
        return DisplayTexts::tr("Check the search index");
    case StepKind::RestoreRoles:
        return DisplayTexts::tr("Put back roles");
    case StepKind::RestoreQueues:
        return DisplayTexts::tr("Put back queues");
    case StepKind::RestoreSkills:
        return DisplayTexts::tr("Put back skills");
    case StepKind::RestoreLanguages:
        return DisplayTexts::tr("Put back languages");
    case StepKind::RestoreGroups:
        return DisplayTexts::tr("Put back groups");
    case StepKind::RestoreStation:
        return DisplayTexts::tr("Put back the phone");
    case StepKind::RestoreManager:
        return DisplayTexts::tr("Put back the manager");
    case StepKind::RestoreForwarding:
        return DisplayTexts::tr("Put back call forwarding");
    case StepKind::CompareSnapshot:
        return DisplayTexts::tr("Compare with what was kept");
    }
    return {};
}

QString displayText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        return DisplayTexts::tr("Done");
    case Outcome::Kept:
        return DisplayTexts::tr("Kept");
    case Outcome::Skipped:
        return DisplayTexts::tr("Skipped");
    case Outcome::Failed:
        return DisplayTexts::tr("Failed");
    }
    return {};
}

QString displayText(Cause cause)
{
    switch (cause) {
    case Cause::None:
        return {};
    case Cause::AlreadySo:
        return DisplayTexts::tr("It was already so");
    case Cause::GateRefused:
        return DisplayTexts::tr("A safety check refused: something is still live, or could not be read");
    case Cause::LiveCustomer:
        return DisplayTexts::tr("A customer is live, and cutting them off was not allowed");
    case Cause::ChangedSincePreview:
        return DisplayTexts::tr("It changed since the preview");
    case Cause::NotConnected:
        return DisplayTexts::tr("It is not connected, so it cannot be handed over");
    case Cause::NotRemovable:
        return DisplayTexts::tr("An ended conversation cannot be changed on this connection");
    case Cause::EarlierStepFailed:
        return DisplayTexts::tr("An earlier step failed");
    case Cause::Stopped:
        return DisplayTexts::tr("The run was stopped");
    case Cause::ServerRefused:
        return DisplayTexts::tr("The server refused");
    case Cause::OutcomeUnknown:
        return DisplayTexts::tr("The outcome is unknown: reading back could not settle it");
    case Cause::NotVerified:
        return DisplayTexts::tr("Reading back shows that it did not happen");
    case Cause::JournalFailed:
        return DisplayTexts::tr("It could not be recorded in the journal first, so it was not sent");
    }
    return {};
}

QString displayText(SourceStatus status)
{
    switch (status) {
    case SourceStatus::Fresh:
        return DisplayTexts::tr("Fresh");
    case SourceStatus::Stale:
        return DisplayTexts::tr("Stale");
    case SourceStatus::Failed:
        return DisplayTexts::tr("Could not be read");
    case SourceStatus::NotPermitted:
        return DisplayTexts::tr("Not permitted");
    case SourceStatus::Incomplete:
        return DisplayTexts::tr("Incomplete");
    }
    return {};
}

QString inOneLine(const QString &text)
{
    QString line = text;
    line.removeIf([](QChar character) {
        const char16_t code = character.unicode();
        return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    });
    return line.simplified();
}

QString displayText(ClearingAction action)
{
    switch (action) {
    case ClearingAction::HandToQueue:
        return DisplayTexts::tr("Hand to queue");
    case ClearingAction::Disconnect:
        return DisplayTexts::tr("Disconnect");
    case ClearingAction::Remove:
        return DisplayTexts::tr("Remove participant");
    case ClearingAction::EndConversation:
        return DisplayTexts::tr("Disconnect everybody");
    case ClearingAction::Leave:
        return DisplayTexts::tr("Leave as it is");
    }
    return {};
}

QString displayText(RunState state)
{
    switch (state) {
    case RunState::Waiting:
        return DisplayTexts::tr("Waiting");
    case RunState::Running:
        return DisplayTexts::tr("Running");
    case RunState::Paused:
        return DisplayTexts::tr("Paused");
    case RunState::Stopping:
        return DisplayTexts::tr("Stopping");
    case RunState::Finished:
        return DisplayTexts::tr("Finished");
    }
    return {};
}

QString displayText(const GateResult &gate)
{
    switch (gate.status) {
    case GateStatus::Passed:
        return DisplayTexts::passed(gate.gate);
    case GateStatus::Refused:
        return DisplayTexts::refused(gate);
    case GateStatus::Unknown:
        break;
    }
    return DisplayTexts::unknown(gate.gate);
}

QString displayText(const PlanWarning &warning)
{
    return DisplayTexts::warning(warning);
}

QString participantStateText(const QString &state)
{
    return known(DisplayTexts::participantState(state.toLower()), state);
}

QString presenceText(const QString &presence)
{
    return known(DisplayTexts::presence(presence.toLower()), presence);
}

QString routingStatusText(const QString &status)
{
    return known(DisplayTexts::routingStatus(status.toLower()), status);
}

QString directionText(const QString &direction)
{
    const QString folded = direction.toLower();
    if (folded == QLatin1String("inbound"))
        return DisplayTexts::tr("Inbound");
    if (folded == QLatin1String("outbound"))
        return DisplayTexts::tr("Outbound");
    return direction;
}

QString purposeText(const QString &purpose)
{
    return known(DisplayTexts::purpose(purpose.toLower()), purpose);
}

QString localTime(const QDateTime &utc)
{
    return utc.isValid() ? QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat) : QString();
}

QString ageText(const QDateTime &utc, const QDateTime &now)
{
    if (!utc.isValid() || !now.isValid())
        return {};
    // A server clock ahead of ours must not show a negative age.
    return DisplayTexts::age(std::max<qint64>(0, utc.secsTo(now)));
}

} // namespace offboarding::ui
