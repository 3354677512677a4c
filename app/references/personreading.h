// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/calls/personcalls.h"
#include "app/references/readingbatch.h"
#include "app/references/referencemap.h"

#include <QCoroTask>

namespace offboarding {

/// Everything that has an endpoint of its own: memberships, grants, station, ownership (contract §5.4, §5.5,
/// §6).
QCoro::Task<PersonReading> readPerson(ReadingBatchPointer batch, QString userId);

/// Adds what GET /users/{id} tells (@p details, with personExpands()): groups, presence, absence, tokens. A
/// block that the answer does not have is asked for at its own endpoint where there is one.
QCoro::Task<PersonReading> completePerson(ReadingBatchPointer batch, QString userId, PersonReading reading,
                                          Result<UserDetails> details);

} // namespace offboarding
