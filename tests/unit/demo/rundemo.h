// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/demo/democlient.h"

#include <QStringList>

#include <memory>

/// Small and quick, without delays; the same data in every test.
offboarding::demo::DemoOptions smallDemo();

/// A running demo organisation with a client that is signed in.
struct RunningDemo
{
    explicit RunningDemo(const offboarding::demo::DemoOptions &options = smallDemo());

    QString user(const char *mailbox) const; ///< id of a story person
    QString newToken() const;                ///< one more, from the token endpoint

    offboarding::demo::DemoServer server;
    offboarding::demo::DemoEndpoints endpoints;
    std::unique_ptr<DemoClient> client;
};

/// Ids of the entities of a listing.
QStringList idsOf(const DemoAnswer &answer, const char *array = "entities");
