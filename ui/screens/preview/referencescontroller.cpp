// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/preview/referencescontroller.h"

#include <algorithm>
#include <utility>

namespace offboarding::ui {

namespace {

constexpr int readDelayMilliseconds = 300;
constexpr int changeDelayMilliseconds = 40;

} // namespace

ReferencesController::ReferencesController(Services services, QObject *parent)
    : QObject(parent), m_services(std::move(services))
{
    m_readDelay.setSingleShot(true);
    m_readDelay.setInterval(readDelayMilliseconds);
    connect(&m_readDelay, &QTimer::timeout, this, &ReferencesController::readIfNeeded);
    m_changeDelay.setSingleShot(true);
    m_changeDelay.setInterval(changeDelayMilliseconds);
    connect(&m_changeDelay, &QTimer::timeout, this, &ReferencesController::gather);
    const auto later = [this](const QString &userId) {
        if (m_userIds.contains(userId))
            changeSoon();
    };
    const ReferenceFinder *finder = &m_services.references;
    connect(finder, &ReferenceFinder::mapChanged, this, later);
    connect(finder, &ReferenceFinder::readingStarted, this, later);
    connect(finder, &ReferenceFinder::aroundChanged, this, later);
    connect(finder, &ReferenceFinder::aroundFinished, this, &ReferencesController::changeSoon);
    connect(finder, &ReferenceFinder::finished, this, &ReferencesController::changeSoon);
    connect(finder, &ReferenceFinder::aroundProgress, this, [this](int answered, int asked) {
        m_answered = answered;
        m_asked = asked;
        Q_EMIT overviewChanged();
    });
}

void ReferencesController::changeSoon()
{
    if (!m_changeDelay.isActive())
        m_changeDelay.start();
}

void ReferencesController::setUserIds(const QStringList &userIds)
{
    QStringList unique = userIds;
    unique.removeDuplicates();
    m_selected = unique.size();
    unique = unique.mid(0, mostUsers);
    if (unique == m_userIds)
        return;
    m_userIds = unique;
    // Nobody waits for those who were selected before.
    const bool isWanted = std::any_of(m_userIds.cbegin(), m_userIds.cend(), [this](const QString &userId) {
        return m_services.references.isReadingAround(userId);
    });
    if (!isWanted)
        m_services.references.stopAround();
    if (m_isShown)
        m_readDelay.start();
    gather();
}

void ReferencesController::setShown(bool isShown)
{
    m_isShown = isShown;
    if (!isShown)
        m_readDelay.stop();
    else
        readIfNeeded();
}

void ReferencesController::readIfNeeded()
{
    if (!m_isShown || m_userIds.size() != 1)
        return;
    const QString userId = m_userIds.constFirst();
    const PersonReading *around = m_services.references.around(userId);
    const bool isFresh =
        around != nullptr && around->readAt().secsTo(QDateTime::currentDateTimeUtc()) <= freshSeconds;
    if (isFresh || m_services.references.isReadingAround(userId))
        return;
    m_answered = 0;
    m_asked = 0;
    m_services.references.requestAround(m_userIds);
    gather();
}

void ReferencesController::readAgain()
{
    if (m_userIds.isEmpty())
        return;
    m_answered = 0;
    m_asked = 0;
    m_services.references.request(m_userIds);
    m_services.references.requestAround(m_userIds);
    gather();
}

void ReferencesController::stop()
{
    m_readDelay.stop();
    m_services.references.stopAround();
    m_services.references.stop();
    gather();
}

bool ReferencesController::isReading() const
{
    const ReferenceFinder &finder = m_services.references;
    return std::any_of(m_userIds.cbegin(), m_userIds.cend(), [&finder](const QString &userId) {
        return finder.isReadingAround(userId) || finder.isReading(userId);
    });
}

void ReferencesController::gather()
{
    const ReferenceFinder &finder = m_services.references;
    m_persons.clear();
    m_persons.reserve(m_userIds.size());
    for (const QString &userId : std::as_const(m_userIds)) {
        const User *user = m_services.users.find(userId);
        ReferencePerson person;
        person.userId = userId;
        person.userName = user == nullptr ? QString() : user->name;
        person.isReading = finder.isReadingAround(userId) || finder.isReading(userId);
        person.sources = referenceEntries(finder.map(userId), finder.around(userId));
        m_persons.append(person);
    }
    Q_EMIT changed();
}

ReferencesController::Overview ReferencesController::overview() const
{
    Overview overview;
    overview.isReading = isReading();
    if (m_services.references.isReadingAround()) {
        overview.answered = m_answered;
        overview.asked = m_asked;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const ReferencePerson &person : m_persons) {
        for (const SourceEntries &source : person.sources) {
            const QDateTime &readAt = source.reading.readAt;
            if (!source.isRead)
                ++overview.unread;
            else if (source.reading.statusAt(now) != SourceStatus::Fresh) {
                ++overview.untrusted;
                if (!overview.untrustedSources.contains(source.reading.name))
                    overview.untrustedSources.append(source.reading.name);
            }
            if (source.isRead && (!overview.oldestRead.isValid() || readAt < overview.oldestRead))
                overview.oldestRead = readAt;
        }
    }
    if (overview.unread > 0)
        overview.oldestRead = QDateTime();
    return overview;
}

} // namespace offboarding::ui
