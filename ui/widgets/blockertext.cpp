// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/blockertext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace offboarding::ui {

namespace {

struct BlockerTexts
{
    Q_DECLARE_TR_FUNCTIONS(BlockerTexts)
};

struct Row
{
    Blocker blocker;
    const char *title;
    const char *meaning;
    const char *nextStep;
};

constexpr std::array rows{
    Row{Blocker::SessionAlive, QT_TRANSLATE_NOOP("BlockerTexts", "The user still has a live session"),
        QT_TRANSLATE_NOOP("BlockerTexts",
                          "The server does not delete by force while the user is signed in or in a "
                          "conversation. Nothing was changed."),
        QT_TRANSLATE_NOOP("BlockerTexts", "Clear the references, end the user's sessions, then read "
                                          "everything again. Or deactivate instead.")},
    Row{Blocker::Duplicate, QT_TRANSLATE_NOOP("BlockerTexts", "Somebody else has this already"),
        QT_TRANSLATE_NOOP("BlockerTexts", "The server keeps names or addresses unique. Nothing was changed."),
        QT_TRANSLATE_NOOP("BlockerTexts", "Look for the other one, also among the deleted users.")},
    Row{Blocker::NotConnected, QT_TRANSLATE_NOOP("BlockerTexts", "It cannot be handed over now"),
        QT_TRANSLATE_NOOP("BlockerTexts", "Only a connected conversation moves to a queue: this one rings, "
                                          "is parked or is in after-call work. Nothing was changed."),
        QT_TRANSLATE_NOOP("BlockerTexts", "Wait until it is connected, or disconnect the user's part: work "
                                          "that rings goes back to its queue.")},
    Row{Blocker::QueueGone, QT_TRANSLATE_NOOP("BlockerTexts", "The queue does not exist any more"),
        QT_TRANSLATE_NOOP("BlockerTexts", "The conversation was not handed over. Nothing was changed."),
        QT_TRANSLATE_NOOP("BlockerTexts", "Choose another queue.")},
    Row{Blocker::SameParty, QT_TRANSLATE_NOOP("BlockerTexts", "It is there already"),
        QT_TRANSLATE_NOOP(
            "BlockerTexts",
            "The hand-over would have gone to the party that has the conversation now. Nothing was "
            "changed."),
        QT_TRANSLATE_NOOP("BlockerTexts", "Choose another queue.")},
    Row{Blocker::AlreadyDisconnected, QT_TRANSLATE_NOOP("BlockerTexts", "It ended before"),
        QT_TRANSLATE_NOOP("BlockerTexts", "There was nothing left to disconnect."),
        QT_TRANSLATE_NOOP("BlockerTexts", "Read the conversation again: where the user is out of it, nothing "
                                          "is left to do.")},
    Row{Blocker::NotAParticipant,
        QT_TRANSLATE_NOOP("BlockerTexts", "The user is not in this conversation any more"),
        QT_TRANSLATE_NOOP("BlockerTexts", "Somebody or something else ended the participation before."),
        QT_TRANSLATE_NOOP("BlockerTexts", "Read the conversation again: nothing should be left to do.")},
    Row{Blocker::CannotDisconnect,
        QT_TRANSLATE_NOOP("BlockerTexts", "This call cannot be disconnected from outside"),
        QT_TRANSLATE_NOOP("BlockerTexts", "The server does not end it on request. Nothing was changed."),
        QT_TRANSLATE_NOOP("BlockerTexts", "Hand it to a queue, or wait until it ends.")},
    Row{Blocker::WrapupCodeRequired,
        QT_TRANSLATE_NOOP("BlockerTexts", "After-call work needs a wrap-up code"),
        QT_TRANSLATE_NOOP("BlockerTexts", "The user stays in the conversation until a code is chosen."),
        QT_TRANSLATE_NOOP("BlockerTexts",
                          "Let the user or a supervisor choose a wrap-up code, then read it again.")},
    Row{Blocker::WrapupNotSkippable,
        QT_TRANSLATE_NOOP("BlockerTexts", "After-call work cannot be skipped here"),
        QT_TRANSLATE_NOOP("BlockerTexts", "This queue does not let it be skipped, so the user stays in the "
                                          "conversation."),
        QT_TRANSLATE_NOOP("BlockerTexts",
                          "Let the user or a supervisor choose a wrap-up code, then read it again.")},
    Row{Blocker::NoUser, QT_TRANSLATE_NOOP("BlockerTexts", "This sign-in is not a person"),
        QT_TRANSLATE_NOOP("BlockerTexts",
                          "The account is a program (client credentials), and this asks for a person."),
        QT_TRANSLATE_NOOP("BlockerTexts", "Sign in through the browser.")},
    Row{Blocker::TooLarge, QT_TRANSLATE_NOOP("BlockerTexts", "Too much at once"),
        QT_TRANSLATE_NOOP("BlockerTexts", "The server does not send or take so much in one answer."),
        QT_TRANSLATE_NOOP("BlockerTexts", "Copy the technical details for the vendor's support.")},
    Row{Blocker::InvalidValue, QT_TRANSLATE_NOOP("BlockerTexts", "The server does not accept a value"),
        QT_TRANSLATE_NOOP("BlockerTexts",
                          "One of the values that were sent is not allowed there. Nothing was "
                          "changed."),
        QT_TRANSLATE_NOOP("BlockerTexts", "Copy the technical details for the vendor's support.")},
    Row{Blocker::DownstreamFailed, QT_TRANSLATE_NOOP("BlockerTexts", "A service behind the server failed"),
        QT_TRANSLATE_NOOP("BlockerTexts", "The server itself is up, but could not get the answer."),
        QT_TRANSLATE_NOOP("BlockerTexts", "Try again in a moment.")},
};

} // namespace

std::optional<ErrorText> blockerText(Blocker blocker)
{
    const auto *const row = std::find_if(rows.cbegin(), rows.cend(),
                                         [blocker](const Row &one) { return one.blocker == blocker; });
    if (row == rows.cend())
        return std::nullopt;
    return ErrorText{
        BlockerTexts::tr(row->title), BlockerTexts::tr(row->meaning), BlockerTexts::tr(row->nextStep), {}};
}

QString permissionsToCopy(const Error &error)
{
    const ErrorText text = describe(error);
    QStringList lines{text.title};
    if (!error.missingPermission.isEmpty())
        lines.append(error.missingPermission);
    lines.append(text.technical);
    return lines.join(QLatin1Char('\n'));
}

QString supportToCopy(const Error &error)
{
    const ErrorText text = describe(error);
    return text.title + QLatin1Char('\n') + text.technical;
}

} // namespace offboarding::ui
