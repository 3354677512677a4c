// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace offboarding::demo {

/// What an id names. Each kind has its own sequence of ids.
enum class IdKind : quint8 {
    User = 1,
    Division,
    Queue,
    Group,
    Role,
    Skill,
    Language,
    Station,
    Presence,
    LiveConversation,
    EndedConversation,
    LiveParticipant,
    EndedParticipant,
    LiveCommunication,
    EndedCommunication,
    Organisation,
    Client,
    WorkItem,
    Dashboard,
    Export,
    AlertRule,
    Phone
};

/// UUID-shaped ids that depend on seed, kind and index only. The index can be read back from the id, so that
/// no table of ids has to be kept: the first 32 bits are a reversible mix of the index, the rest is a check.
class Identifiers
{
public:
    explicit Identifiers(quint64 seed) : m_seed(seed) {}

    QString make(IdKind kind, quint32 index) const;
    /// The index that make() was given, or -1 if @p id is not an id of this kind and seed.
    int indexOf(IdKind kind, QStringView id) const;

private:
    quint64 m_seed = 0;
};

/// A small deterministic random generator (splitmix64): the same seed gives the same organisation everywhere.
class Random
{
public:
    explicit Random(quint64 seed) : m_state(seed) {}

    quint64 next();
    /// 0 … bound - 1; bound must be positive.
    int below(int bound);
    bool chance(int percent) { return below(100) < percent; }

private:
    quint64 m_state = 0;
};

} // namespace offboarding::demo
