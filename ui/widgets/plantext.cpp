// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plantext.h"

#include "app/offboarding/plandocument.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"

#include <QCoreApplication>

#include <array>

namespace offboarding::ui {

namespace {

class PlanTexts
{
    Q_DECLARE_TR_FUNCTIONS(PlanTexts)

public:
    static QString sentence(PlanRefusalKind kind)
    {
        switch (kind) {
        case PlanRefusalKind::OtherOrganization:
            return tr("This plan was made for another organisation. Open a connection to that one.");
        case PlanRefusalKind::OtherApi:
            return tr("This plan was made for another server address. Its requests would go elsewhere: plan "
                      "anew here.");
        case PlanRefusalKind::OtherDialect:
            return tr("This plan was made for the other dialect of the API: plan anew here.");
        case PlanRefusalKind::UnknownIdentity:
            return tr("It is not known who is signed in here as a person: sign in again, as yourself.");
        case PlanRefusalKind::Expired:
            return tr(
                "This plan has expired, or its dates cannot be true. Plan anew: a day later other things may "
                "refer to the users.");
        case PlanRefusalKind::Empty:
            return tr("This plan has no users or no steps.");
        case PlanRefusalKind::ApprovalMissing:
            return tr("A second person has to approve this plan: they open the file on their own sign-in and "
                      "choose Approve….");
        case PlanRefusalKind::ApprovalOfOtherPlan:
            return tr("The approval belongs to another plan or organisation: have this one approved.");
        case PlanRefusalKind::ApprovalExpired:
            return tr("The approval has expired: have the plan approved again.");
        case PlanRefusalKind::ApprovalByAuthor:
            break;
        }
        return tr("The approval must come from a second person: not from whoever made the plan.");
    }

    static QString fileSentence(const QString &code)
    {
        if (code == QLatin1String(planCodes::edited))
            return tr("This plan was edited after it was written: its check sum does not match. Plan anew.");
        if (code == QLatin1String(planCodes::newer))
            return tr("This plan was written by a newer version of the program. Update, or plan anew.");
        if (code == QLatin1String(planCodes::notAPlan))
            return tr("This file is not a plan.");
        if (code == QLatin1String(planCodes::damaged))
            return tr("This plan file is damaged or cut off. Get it again from whoever wrote it.");
        if (code == QLatin1String(planCodes::misunderstood))
            return tr("Something in this plan is missing, wrong or not known to this version. Plan anew.");
        if (code == QLatin1String(planCodes::tooLarge))
            return tr("This file is too large to be a plan.");
        return {};
    }
};

} // namespace

QString displayText(const PlanRefusal &refusal)
{
    return PlanTexts::sentence(refusal.kind);
}

QString planProblemText(const Error &error)
{
    static constexpr std::array kinds{
        PlanRefusalKind::OtherOrganization, PlanRefusalKind::OtherApi,
        PlanRefusalKind::OtherDialect,      PlanRefusalKind::UnknownIdentity,
        PlanRefusalKind::Expired,           PlanRefusalKind::Empty,
        PlanRefusalKind::ApprovalMissing,   PlanRefusalKind::ApprovalOfOtherPlan,
        PlanRefusalKind::ApprovalExpired,   PlanRefusalKind::ApprovalByAuthor};
    QString sentence = PlanTexts::fileSentence(error.serverCode);
    for (const PlanRefusalKind kind : kinds) {
        if (sentence.isEmpty() && error.kind == ErrorKind::Refused &&
            error.serverCode == planRefusalName(kind))
            sentence = PlanTexts::sentence(kind);
    }
    if (sentence.isEmpty())
        sentence = describeBriefly(error);
    return sentence + QLatin1Char('\n') + inOneLine(describe(error).technical);
}

QString displayText(SecondPerson rule)
{
    switch (rule) {
    case SecondPerson::ByEnvironment:
        return PlanTexts::tr("For force delete on production");
    case SecondPerson::ForceDelete:
        return PlanTexts::tr("For every force delete");
    case SecondPerson::EveryRun:
        return PlanTexts::tr("For every run");
    case SecondPerson::Never:
        break;
    }
    return PlanTexts::tr("Never");
}

} // namespace offboarding::ui
