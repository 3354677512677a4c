// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/demo/demooptions.h"

#include <QList>
#include <QString>

namespace offboarding::cli {

/// The rules of `demo-server --faults`:
///
///     SPEC  = RULE *( ";" RULE )
///     RULE  = [METHOD " "] PATH "=" FAULT
///     FAULT = WHAT *( "x" COUNT | "+" SKIP | "@" SECONDS )
///     WHAT  = a status from 400 to 599 | "cut" | "bad-json" | "bad-utf8" | "delay:" MILLISECONDS
///
/// METHOD is GET, POST, PUT, PATCH or DELETE; without one the rule holds for all. In PATH "*" stands for
/// anything; with a "?" in it, path and query are compared together. The last "=" of a rule ends the path.
/// x2: twice, then no more; +3: the first three matching requests go through; @5: header Retry-After, with a
/// status only. The first rule that matches a request is used.
///
/// What is wrong is said with the character at which it is, and shown beneath it.
Usage<QList<demo::FaultRule>> parseFaults(const QString &specification);

} // namespace offboarding::cli
