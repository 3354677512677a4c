// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reporttext.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"

#include <QCoreApplication>

namespace offboarding::ui {

namespace {

struct ReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(ReportTexts)
};

/// Whom to ask. An export without an owner is the caller's own (contract §7.1).
QString whomToAsk(const ReportFinding &finding)
{
    if (finding.ownerId.isEmpty())
        return finding.definition == ReportDefinitionKind::Export
                   ? ReportTexts::tr("it is an export of the signed-in account")
                   : ReportTexts::tr("ask the owner");
    if (finding.ownerLeaves)
        return ReportTexts::tr("ask an administrator, because the owner leaves");
    const QString &owner = finding.ownerName.isEmpty() ? finding.ownerId : finding.ownerName;
    return ReportTexts::tr("ask %1").arg(inOneLine(owner).left(200));
}

QString whatToChange(const ReportFinding &finding)
{
    const QString value = inOneLine(finding.value).left(200);
    switch (finding.kind) {
    case ReportFindingKind::NamesUser:
        return ReportTexts::tr("Take the user out of this filter");
    case ReportFindingKind::WatchesUser:
        return ReportTexts::tr("Take the user out of the conditions, or delete the rule");
    case ReportFindingKind::TellsUser:
        return finding.value == finding.userId ? ReportTexts::tr("Take the user out of the recipients")
                                               : ReportTexts::tr("Take %1 out of the recipients").arg(value);
    case ReportFindingKind::SharedWithUser:
        return ReportTexts::tr("End sharing with the user");
    case ReportFindingKind::OwnedByUser:
        return ReportTexts::tr("Copy it to somebody who stays, then remove it");
    case ReportFindingKind::ShowsInactive:
        return ReportTexts::tr("Set the user state to Active (now %1)").arg(value);
    case ReportFindingKind::MayShowInactive:
        break;
    }
    return ReportTexts::tr("Set the user state to Active (now not set)");
}

} // namespace

QString displayText(ReportFindingKind kind)
{
    switch (kind) {
    case ReportFindingKind::NamesUser:
        return ReportTexts::tr("Names the user");
    case ReportFindingKind::WatchesUser:
        return ReportTexts::tr("Watches the user");
    case ReportFindingKind::TellsUser:
        return ReportTexts::tr("Is sent to the user");
    case ReportFindingKind::SharedWithUser:
        return ReportTexts::tr("Is shared with the user");
    case ReportFindingKind::OwnedByUser:
        return ReportTexts::tr("Belongs to the user");
    case ReportFindingKind::ShowsInactive:
        return ReportTexts::tr("Shows inactive users");
    case ReportFindingKind::MayShowInactive:
        break;
    }
    return ReportTexts::tr("Does not exclude inactive users");
}

QString displayText(ReportDefinitionKind kind)
{
    switch (kind) {
    case ReportDefinitionKind::Export:
        return ReportTexts::tr("Report export");
    case ReportDefinitionKind::Dashboard:
        return ReportTexts::tr("Dashboard");
    case ReportDefinitionKind::AlertRule:
        break;
    }
    return ReportTexts::tr("Alert rule");
}

QString indexStateText(const IndexReading &reading)
{
    switch (reading.state) {
    case IndexState::Agrees:
        return ReportTexts::tr("Up to date");
    case IndexState::Behind:
        return reading.isOver ? ReportTexts::tr("Still behind") : ReportTexts::tr("Not yet");
    case IndexState::Unknown:
        break;
    }
    return reading.isOver ? ReportTexts::tr("Unknown") : ReportTexts::tr("Reading…");
}

QString indexExplanation(const IndexReading &reading, const QString &who)
{
    switch (reading.state) {
    case IndexState::Agrees:
        return ReportTexts::tr("The search index knows the present state of %1.").arg(who);
    case IndexState::Behind:
        return reading.isOver
                   ? ReportTexts::tr(
                         "The search index still has an older state of %1. Lists and reports that "
                         "use it are late; check again in a few minutes.")
                         .arg(who)
                   : ReportTexts::tr("The search index has an older state of %1. It is asked again until it "
                                     "agrees.")
                         .arg(who);
    case IndexState::Unknown:
        break;
    }
    if (reading.error)
        return ReportTexts::tr("Whether the search index has caught up with %1 is not known. %2")
            .arg(who, describeBriefly(*reading.error));
    return ReportTexts::tr("The state of %1 is being read.").arg(who);
}

QString adviceText(const ReportFinding &finding)
{
    return ReportTexts::tr("%1: %2", "what to change: whom to ask")
        .arg(whatToChange(finding), whomToAsk(finding));
}

QString placeText(const ReportFinding &finding)
{
    const QString place = inOneLine(finding.place).left(200);
    const QString title = inOneLine(finding.title).left(200);
    return title.isEmpty() ? place : ReportTexts::tr("Widget “%1”: %2").arg(title, place);
}

QString displayText(UnreadableDefinition::Why why)
{
    switch (why) {
    case UnreadableDefinition::Why::NoApi:
        return ReportTexts::tr("Cannot be listed");
    case UnreadableDefinition::Why::NotListed:
        return ReportTexts::tr("Is not shown to this account");
    case UnreadableDefinition::Why::Broken:
        break;
    }
    return ReportTexts::tr("Could not be read");
}

QString unreadableAdvice(const UnreadableDefinition &unreadable)
{
    switch (unreadable.why) {
    case UnreadableDefinition::Why::NoApi:
        return ReportTexts::tr(
            "Only exports of the signed-in account can be listed: ask other people to look "
            "through theirs");
    case UnreadableDefinition::Why::NotListed:
        return ReportTexts::tr(
            "%n dashboard(s) of this owner are private: ask for the permission to see them, "
            "or ask the owner",
            nullptr, unreadable.count);
    case UnreadableDefinition::Why::Broken:
        break;
    }
    return ReportTexts::tr("Look at it in the administration pages of the organisation");
}

} // namespace offboarding::ui
