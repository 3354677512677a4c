// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/undotext.h"

#include <QCoreApplication>

namespace offboarding::ui {

namespace {

class UndoTexts
{
    Q_DECLARE_TR_FUNCTIONS(UndoTexts)
};

} // namespace

QString displayText(UndoSubject subject)
{
    switch (subject) {
    case UndoSubject::State:
        return UndoTexts::tr("Being active");
    case UndoSubject::Roles:
        return UndoTexts::tr("Roles");
    case UndoSubject::Groups:
        return UndoTexts::tr("Groups");
    case UndoSubject::Queues:
        return UndoTexts::tr("Queues");
    case UndoSubject::Skills:
        return UndoTexts::tr("Skills");
    case UndoSubject::Languages:
        return UndoTexts::tr("Languages");
    case UndoSubject::Station:
        return UndoTexts::tr("Phone");
    case UndoSubject::DefaultStation:
        return UndoTexts::tr("Default phone");
    case UndoSubject::Manager:
        return UndoTexts::tr("Manager");
    case UndoSubject::Forwarding:
        return UndoTexts::tr("Call forwarding");
    case UndoSubject::Division:
        return UndoTexts::tr("Division");
    case UndoSubject::Presence:
        return UndoTexts::tr("Presence and routing status");
    case UndoSubject::Tokens:
        return UndoTexts::tr("Being signed in");
    case UndoSubject::Conversation:
        break;
    }
    return UndoTexts::tr("Conversation");
}

QString displayText(UndoObstacle obstacle)
{
    switch (obstacle) {
    case UndoObstacle::None:
        return {};
    case UndoObstacle::NoSnapshot:
        return UndoTexts::tr("Nobody knows what was there: nothing was kept before the run");
    case UndoObstacle::NotRead:
        return UndoTexts::tr("It could not be read before the run, so nobody knows what was there");
    case UndoObstacle::WasNotActive:
        return UndoTexts::tr("A deleted user comes back as an active one, and this one was not active");
    case UndoObstacle::GroupsBringIt:
        return UndoTexts::tr("It is inherited: it comes back with its group, or not at all");
    case UndoObstacle::IsGone:
        return UndoTexts::tr("It does not exist any more");
    case UndoObstacle::RevokedForGood:
        return UndoTexts::tr("Sessions ended for good: whoever is active signs in again");
    case UndoObstacle::ConversationOver:
        return UndoTexts::tr("Nobody can be put back into a conversation");
    case UndoObstacle::UpToThePerson:
        return UndoTexts::tr("People set this themselves");
    case UndoObstacle::ByHand:
        break;
    }
    return UndoTexts::tr("This program does not do it: put it back by hand");
}

} // namespace offboarding::ui
