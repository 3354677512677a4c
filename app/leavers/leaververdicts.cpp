// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/leaververdicts.h"

#include "app/directory/namelikeness.h"
#include "app/leavers/candidatesearch.h"
#include "app/offboarding/offboardingrules.h"

#include <QMultiHash>
#include <QRegularExpression>

#include <algorithm>

namespace offboarding {

namespace {

class Judge
{
public:
    explicit Judge(const LeaversInput &input) : m_input(input), m_users(input.users)
    {
        for (qsizetype i = 0; i < m_users.size(); ++i) {
            m_byId.insert(m_users.at(i).id.toLower(), i);
            if (!m_users.at(i).email.isEmpty())
                m_byEmail.insert(m_users.at(i).email.trimmed().toLower(), i);
        }
    }

    LeaversJudgement judge()
    {
        match();
        findSimilar();
        for (qsizetype row = 0; row < m_input.rows.size(); ++row)
            decide(row);
        checkTripwires();
        return m_result;
    }

private:
    void match()
    {
        m_result.rows.resize(m_input.rows.size());
        for (qsizetype row = 0; row < m_input.rows.size(); ++row) {
            LeaverJudgement &judgement = m_result.rows[row];
            judgement.isExcluded = m_input.decisions.excluded.contains(row);
            const QString picked = m_input.decisions.pickedIds.value(row);
            if (picked.isEmpty())
                matchByData(m_input.rows.at(row), &judgement);
            else if (const QList<qsizetype> users = usersWith(m_byId, picked); users.size() == 1)
                accept(LeaverVerdict::Picked, users.first(), &judgement);
            else
                doubt(LeaverVerdict::Unknown, LeaverDoubt::PickIsGone, {}, &judgement);
        }
    }

    QList<qsizetype> usersWith(const QMultiHash<QString, qsizetype> &index, const QString &text) const
    {
        QList<qsizetype> users = text.isEmpty() ? QList<qsizetype>() : index.values(text.toLower());
        std::sort(users.begin(), users.end());
        return users;
    }

    /// Those with this address. A deleted user may have left theirs to somebody else.
    QList<qsizetype> usersWithEmail(const QString &email) const
    {
        QList<qsizetype> users = usersWith(m_byEmail, email);
        if (users.size() < 2 || m_input.act == Act::Restore)
            return users;
        QList<qsizetype> left;
        std::copy_if(users.cbegin(), users.cend(), std::back_inserter(left),
                     [this](qsizetype user) { return m_users.at(user).state != UserState::Deleted; });
        return left.isEmpty() ? users : left;
    }

    void matchByData(const LeaverRow &row, LeaverJudgement *judgement)
    {
        const QList<qsizetype> byId = usersWith(m_byId, row.id);
        const QList<qsizetype> byEmail = usersWithEmail(row.email);
        if (row.id.isEmpty() && row.email.isEmpty()) {
            doubt(LeaverVerdict::Unknown,
                  row.name.isEmpty() ? LeaverDoubt::NothingToMatch : LeaverDoubt::NameOnly, {}, judgement);
        } else if (byId.size() == 1) {
            matchById(row, byId.first(), byEmail, judgement);
        } else if (byId.size() > 1 || byEmail.size() > 1) {
            doubt(LeaverVerdict::LookAlike, LeaverDoubt::SharedMatch, byId + byEmail, judgement);
        } else if (byEmail.size() == 1 && !row.id.isEmpty()) {
            doubt(LeaverVerdict::LookAlike, LeaverDoubt::IdUnknown, byEmail, judgement);
        } else if (byEmail.size() == 1) {
            acceptIfNamed(LeaverVerdict::MatchedByEmail, row, byEmail.first(), judgement);
        } else {
            doubt(LeaverVerdict::Unknown, LeaverDoubt::NobodyFound, {}, judgement);
        }
    }

    void matchById(const LeaverRow &row, qsizetype user, const QList<qsizetype> &byEmail,
                   LeaverJudgement *judgement)
    {
        const bool isSameAddress =
            m_users.at(user).email.trimmed().compare(row.email, Qt::CaseInsensitive) == 0;
        if (row.email.isEmpty() || isSameAddress)
            acceptIfNamed(LeaverVerdict::MatchedById, row, user, judgement);
        else if (!byEmail.isEmpty())
            doubt(LeaverVerdict::Conflict, LeaverDoubt::EmailDiffers, QList<qsizetype>{user} + byEmail,
                  judgement);
        else
            doubt(LeaverVerdict::LookAlike, LeaverDoubt::EmailDiffers, {user}, judgement);
    }

    /// A column that was sorted without the others gives good addresses beside the wrong names.
    void acceptIfNamed(LeaverVerdict verdict, const LeaverRow &row, qsizetype user,
                       LeaverJudgement *judgement)
    {
        if (haveNamesInCommon(row.name, m_users.at(user).name))
            accept(verdict, user, judgement);
        else
            doubt(LeaverVerdict::LookAlike, LeaverDoubt::NameDiffers, {user}, judgement);
    }

    void accept(LeaverVerdict verdict, qsizetype user, LeaverJudgement *judgement)
    {
        judgement->verdict = verdict;
        judgement->userId = m_users.at(user).id;
    }

    void doubt(LeaverVerdict verdict, LeaverDoubt why, const QList<qsizetype> &candidates,
               LeaverJudgement *judgement)
    {
        judgement->verdict = verdict;
        judgement->doubt = why;
        for (const qsizetype user : candidates)
            addCandidate(user, judgement);
    }

    void addCandidate(qsizetype user, LeaverJudgement *judgement)
    {
        const QString id = m_users.at(user).id;
        if (judgement->candidateIds.size() < mostCandidates && !judgement->candidateIds.contains(id))
            judgement->candidateIds.append(id);
    }

    void findSimilar()
    {
        QList<qsizetype> wanted;
        for (qsizetype row = 0; row < m_result.rows.size(); ++row) {
            const LeaverJudgement &judgement = m_result.rows.at(row);
            if (judgement.userId.isEmpty() && judgement.doubt != LeaverDoubt::NothingToMatch)
                wanted.append(row);
        }
        const auto similar = similarUsers(m_input.rows, wanted, m_users, mostCandidates);
        for (auto it = similar.cbegin(); it != similar.cend(); ++it) {
            LeaverJudgement &judgement = m_result.rows[it.key()];
            for (const qsizetype user : it.value())
                addCandidate(user, &judgement);
            if (judgement.verdict != LeaverVerdict::Unknown || judgement.doubt == LeaverDoubt::PickIsGone)
                continue;
            judgement.verdict = LeaverVerdict::LookAlike;
            if (judgement.doubt == LeaverDoubt::NobodyFound)
                judgement.doubt = LeaverDoubt::SimilarOnly;
        }
    }

    void decide(qsizetype row)
    {
        LeaverJudgement &judgement = m_result.rows[row];
        if (judgement.isExcluded) {
            ++m_result.excludedCount;
            return;
        }
        if (judgement.userId.isEmpty()) {
            leaveUnresolved(&judgement);
            return;
        }
        const auto taken = m_lineByUser.constFind(judgement.userId);
        if (taken != m_lineByUser.constEnd()) {
            judgement.verdict = LeaverVerdict::Duplicate;
            judgement.earlierLine = *taken;
            return;
        }
        m_lineByUser.insert(judgement.userId, m_input.rows.at(row).line);
        const User &user = m_users.at(m_byId.value(judgement.userId.toLower()));
        if (!obeyRules(user, &judgement)) {
            leaveUnresolved(&judgement);
            return;
        }
        judgement.isChosen = hasSomethingToDo(user, &judgement);
        if (judgement.isChosen)
            m_result.chosenUserIds.append(user.id);
    }

    void leaveUnresolved(LeaverJudgement *judgement)
    {
        judgement->isUnresolved = true;
        ++m_result.unresolvedCount;
    }

    RuleInput ruleInput(const User &user, const QStringList &chosen) const
    {
        RuleInput rules;
        rules.act = m_input.act;
        rules.connection = m_input.connection;
        rules.signedInAs = m_input.signedInAs;
        rules.user = user;
        rules.chosenUserIds = chosen;
        rules.organizationUsers =
            static_cast<int>(std::count_if(m_users.cbegin(), m_users.cend(),
                                           [](const User &one) { return one.state != UserState::Deleted; }));
        return rules;
    }

    /// The rules about the user alone; those about the number of users are tripwires.
    bool obeyRules(const User &user, LeaverJudgement *judgement)
    {
        RuleInput rules;
        rules.act = m_input.act;
        rules.connection = m_input.connection;
        rules.signedInAs = m_input.signedInAs;
        rules.user = user;
        for (const RuleResult &result : checkOffboardingRules(rules)) {
            if (result.status == GateStatus::Passed)
                continue;
            if (result.rule == OffboardingRule::NotYourself && result.status == GateStatus::Refused)
                judgement->verdict = LeaverVerdict::Self;
            else if (result.rule == OffboardingRule::NotProtected)
                judgement->verdict = LeaverVerdict::Protected;
            else if (result.rule == OffboardingRule::InAllowedDivision)
                judgement->verdict = LeaverVerdict::OutsideDivision;
            else
                continue;
            return false;
        }
        return true;
    }

    bool hasSomethingToDo(const User &user, LeaverJudgement *judgement) const
    {
        const Act act = m_input.act;
        if (act == Act::Restore) {
            if (user.state == UserState::Active)
                judgement->verdict = LeaverVerdict::AlreadyActive;
            return user.state != UserState::Active;
        }
        if (user.state == UserState::Deleted) {
            judgement->verdict = LeaverVerdict::Deleted;
            return false;
        }
        if (user.state == UserState::Inactive && act != Act::ClearReferences) {
            judgement->verdict = LeaverVerdict::AlreadyInactive;
            return act != Act::Deactivate;
        }
        return true;
    }

    void hit(LeaversTripwire tripwire, int count = 0, int limit = 0)
    {
        m_result.tripwires.append({tripwire, count, limit});
    }

    void checkTripwires()
    {
        if (m_input.directory == DirectoryStatus::Empty || m_input.directory == DirectoryStatus::Loading)
            hit(LeaversTripwire::DirectoryNotRead);
        else if (m_input.directory != DirectoryStatus::Complete)
            hit(LeaversTripwire::DirectoryIncomplete);
        if (m_result.chosenUserIds.isEmpty())
            return;
        const QString first = m_result.chosenUserIds.constFirst();
        const User &user = m_users.at(m_byId.value(first.toLower()));
        for (const RuleResult &result : checkOffboardingRules(ruleInput(user, m_result.chosenUserIds))) {
            if (result.status == GateStatus::Passed)
                continue;
            if (result.rule == OffboardingRule::WithinUserLimit)
                hit(LeaversTripwire::UserLimit, result.count, result.limit);
            else if (result.rule == OffboardingRule::WithinOrganizationShare)
                hit(LeaversTripwire::OrganizationShare, result.count, result.limit);
            else if (result.rule == OffboardingRule::NotYourself)
                hit(LeaversTripwire::UnknownIdentity);
        }
    }

    const LeaversInput &m_input;
    const QList<User> &m_users;
    QMultiHash<QString, qsizetype> m_byId;    ///< lower case → index
    QMultiHash<QString, qsizetype> m_byEmail; ///< the same
    QHash<QString, qint64> m_lineByUser;      ///< who was named already, and where
    LeaversJudgement m_result;
};

QSet<QString> wordsOf(const QString &name)
{
    static const QRegularExpression gap(QStringLiteral("[^\\p{L}\\p{N}\\p{M}]+"));
    QSet<QString> words;
    const QStringList parts = name.split(gap, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString word = compactName(part);
        if (word.size() > 1)
            words.insert(word);
    }
    return words;
}

/// Chinese and Japanese characters: two of them can be a whole name.
bool isWrittenWithoutSpaces(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x2E80; });
}

/// Long words may be one letter apart ("Jäger", "Jaeger"); of short ones too many are.
bool isSameWord(const QString &one, const QString &other)
{
    constexpr qsizetype longWord = 5;
    if (one == other)
        return true;
    return one.size() >= longWord && other.size() >= longWord &&
           nameVariants(one).intersects(nameVariants(other));
}

} // namespace

bool haveNamesInCommon(const QString &one, const QString &other)
{
    constexpr qsizetype longestName = 200; // a hostile list has cells of thousands of letters
    const QString compactOne = compactName(one.left(longestName));
    const QString compactOther = compactName(other.left(longestName));
    if (compactOne.isEmpty() || compactOther.isEmpty() || compactOne == compactOther)
        return true;
    const QString &shorter = compactOne.size() < compactOther.size() ? compactOne : compactOther;
    const bool tellsMuch = shorter.size() >= 4 || (shorter.size() >= 2 && isWrittenWithoutSpaces(shorter));
    if (tellsMuch && (compactOne.contains(compactOther) || compactOther.contains(compactOne)))
        return true;
    const QSet<QString> words = wordsOf(one.left(longestName));
    const QSet<QString> others = wordsOf(other.left(longestName));
    return std::any_of(words.cbegin(), words.cend(), [&others](const QString &word) {
        return std::any_of(others.cbegin(), others.cend(),
                           [&word](const QString &otherWord) { return isSameWord(word, otherWord); });
    });
}

LeaversJudgement judgeLeavers(const LeaversInput &input)
{
    return Judge(input).judge();
}

} // namespace offboarding
