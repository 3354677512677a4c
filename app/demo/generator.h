// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/conversationbook.h"
#include "app/demo/demooptions.h"
#include "app/demo/directory.h"

namespace offboarding::demo {

/// Fills an empty directory and book from options.seed. All times are relative to directory.base.
///
/// The first users are storyPeople() in their order (fewer if options.users is smaller); each has an e-mail
/// address in demo.example, a domain that cannot exist. Everybody and everything is invented.
void generate(const DemoOptions &options, Directory &directory, ConversationBook &conversations);

} // namespace offboarding::demo
