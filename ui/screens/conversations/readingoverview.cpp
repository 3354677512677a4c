// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/conversations/readingoverview.h"

#include "ui/models/conversationicons.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace offboarding::ui {

namespace {

struct ReadingTexts
{
    Q_DECLARE_TR_FUNCTIONS(ReadingTexts)
};

void addTrouble(ReadingOverview *overview, const SourceReading &source)
{
    const bool isKnown = std::any_of(
        overview->troubles.cbegin(), overview->troubles.cend(), [&](const SourceReading &trouble) {
            return trouble.name == source.name && trouble.status == source.status;
        });
    if (!isKnown)
        overview->troubles.append(source);
}

QString shortTrouble(const SourceReading &source)
{
    return ReadingTexts::tr("%1: %2", "source and status")
        .arg(sourceDisplayName(source.name), displayText(source.status).toLower());
}

} // namespace

ReadingOverview overviewOf(const QList<const ReferenceMap *> &maps)
{
    ReadingOverview overview;
    overview.selectedUsers = static_cast<int>(maps.size());
    bool isLiveKnown = !maps.isEmpty();
    bool isRecentKnown = !maps.isEmpty();
    for (const ReferenceMap *map : maps) {
        if (map == nullptr) {
            isLiveKnown = false;
            isRecentKnown = false;
            continue;
        }
        ++overview.readUsers;
        if (!overview.oldestRead.isValid() || map->readAt < overview.oldestRead)
            overview.oldestRead = map->readAt;
        isLiveKnown = isLiveKnown && map->isComplete();
        bool hasRecent = false;
        for (const SourceReading &source : map->sources) {
            if (source.name == QLatin1String("recent-conversations"))
                hasRecent = source.status == SourceStatus::Fresh;
            if (source.status != SourceStatus::Fresh)
                addTrouble(&overview, source);
        }
        isRecentKnown = isRecentKnown && hasRecent;
        for (const ConversationReference &reference : map->conversations) {
            switch (livenessOf(reference)) {
            case Liveness::Live:
                ++overview.knownLive;
                break;
            case Liveness::AfterCallWork:
                ++overview.afterCallWork;
                break;
            case Liveness::Unknown:
                ++overview.unreadable;
                break;
            case Liveness::Ended:
                ++overview.knownRecent;
                break;
            }
        }
    }
    if (isLiveKnown)
        overview.live = overview.knownLive;
    if (isRecentKnown)
        overview.recent = overview.knownRecent;
    return overview;
}

QString overviewText(const ReadingOverview &overview, const QDateTime &now)
{
    if (overview.selectedUsers == 0)
        return {};
    if (overview.readUsers == 0)
        return ReadingTexts::tr("Not read yet");
    QStringList counts;
    if (overview.live)
        counts.append(ReadingTexts::tr("%n live", nullptr, *overview.live));
    else if (overview.knownLive > 0)
        counts.append(ReadingTexts::tr("at least %n live", nullptr, overview.knownLive));
    else
        counts.append(ReadingTexts::tr("live: unknown"));
    if (overview.afterCallWork > 0)
        counts.append(ReadingTexts::tr("%n in after-call work", nullptr, overview.afterCallWork));
    if (overview.unreadable > 0)
        counts.append(ReadingTexts::tr("%n unknown", nullptr, overview.unreadable));
    if (overview.recent)
        counts.append(ReadingTexts::tr("%n recent", nullptr, *overview.recent));
    else if (overview.knownRecent > 0)
        counts.append(ReadingTexts::tr("at least %n recent", nullptr, overview.knownRecent));
    else
        counts.append(ReadingTexts::tr("recent: unknown"));

    QStringList trust;
    if (overview.readUsers < overview.selectedUsers)
        trust.append(ReadingTexts::tr("%1 of %n selected user(s) read", nullptr, overview.selectedUsers)
                         .arg(overview.readUsers));
    for (const SourceReading &trouble : overview.troubles)
        trust.append(shortTrouble(trouble));
    if (overview.troubles.isEmpty())
        trust.append(ReadingTexts::tr("all sources fresh"));
    trust.append(ReadingTexts::tr("read %1 ago").arg(ageText(overview.oldestRead, now)));
    return ReadingTexts::tr("%1 — %2", "counts and how far they can be trusted")
        .arg(counts.join(QLatin1String(", ")), trust.join(QLatin1String(", ")));
}

QString troubleText(const ReadingOverview &overview)
{
    // Sources that failed for one reason are named together: the reason is said once.
    QStringList reasons;
    QStringList sources;
    for (const SourceReading &trouble : overview.troubles) {
        const QString reason = trouble.error ? describeBriefly(*trouble.error).simplified() : QString();
        const qsizetype known = reason.isEmpty() ? -1 : reasons.indexOf(reason);
        if (known >= 0) {
            sources[known] += QLatin1String(", ") + shortTrouble(trouble);
        } else {
            reasons.append(reason);
            sources.append(shortTrouble(trouble));
        }
    }
    QStringList lines;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const bool hasReason = !reasons.at(i).isEmpty();
        lines.append(hasReason ? QString(sources.at(i) + QLatin1String(". ") + reasons.at(i))
                               : sources.at(i));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace offboarding::ui
