// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/leavers/leaversamples.h"

#include <QTest>

namespace offboarding {

using testing::inputWith;
using testing::leaver;
using testing::rowOf;

namespace {

QList<User> directory()
{
    return {leaver("id-jane", "Jane Doe", "jane.doe@acme.example"),
            leaver("id-john", "John Smith", "john.smith@acme.example"),
            leaver("id-jana", "Jana Döe", "jana@acme.example"),
            leaver("id-off", "Olga Off", "olga@acme.example", UserState::Inactive),
            leaver("id-gone", "Gus Gone", "gus@acme.example", UserState::Deleted),
            leaver("id-reused-old", "Rita Reuse", "rita@acme.example", UserState::Deleted),
            leaver("id-reused", "Rita Reuse", "rita@acme.example"),
            leaver("id-twin-1", "Tim Twin", "twin@acme.example"),
            leaver("id-twin-2", "Tom Twin", "TWIN@acme.example"),
            leaver("id-yamada", "山田太郎", "yamada@acme.example"),
            leaver("id-none", "Nora None", "")};
}

LeaverJudgement judged(const LeaverRow &row, Act act = Act::Deactivate)
{
    LeaversInput input = inputWith(directory(), {row});
    input.act = act;
    return judgeLeavers(input).rows.constFirst();
}

} // namespace

class LeaverVerdictRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreMatched_data();
    void rowsAreMatched();
    void candidatesAreOffered_data();
    void candidatesAreOffered();
    void actsDiffer_data();
    void actsDiffer();
    void whoMayNotBeTakenOut_data();
    void whoMayNotBeTakenOut();
    void theSamePersonTwice();
    void namesHaveSomethingInCommon_data();
    void namesHaveSomethingInCommon();
};

void LeaverVerdictRowsTest::rowsAreMatched_data()
{
    QTest::addColumn<LeaverRow>("row");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<LeaverDoubt>("doubt");
    QTest::addColumn<QString>("userId");
    const auto row = [](const char *title, const LeaverRow &given, const char *verdict, LeaverDoubt doubt,
                        const char *userId) {
        QTest::newRow(title) << given << QString::fromLatin1(verdict) << doubt << QString::fromLatin1(userId);
    };
    const auto none = LeaverDoubt::None;
    row("id", rowOf(2, "id-jane", "", ""), "matched-by-id", none, "id-jane");
    row("id in capitals", rowOf(2, "ID-JANE", "", ""), "matched-by-id", none, "id-jane");
    row("id, address and name", rowOf(2, "id-jane", "Jane.Doe@ACME.example", "Doe, Jane"), "matched-by-id",
        none, "id-jane");
    row("address", rowOf(2, "", "JANE.DOE@acme.example", ""), "matched-by-email", none, "id-jane");
    row("address and married name", rowOf(2, "", "jane.doe@acme.example", "Jane Miller"), "matched-by-email",
        none, "id-jane");
    row("address that a deleted user had before", rowOf(2, "", "rita@acme.example", ""), "matched-by-email",
        none, "id-reused");
    row("user without address", rowOf(2, "id-none", "", "Nora None"), "matched-by-id", none, "id-none");
    row("id and address of two users", rowOf(2, "id-jane", "john.smith@acme.example", ""), "conflict",
        LeaverDoubt::EmailDiffers, "");
    row("id and the address of several", rowOf(2, "id-jane", "twin@acme.example", ""), "conflict",
        LeaverDoubt::EmailDiffers, "");
    row("id with another address", rowOf(2, "id-jane", "jane.new@acme.example", ""), "look-alike",
        LeaverDoubt::EmailDiffers, "");
    row("address for a user without one", rowOf(2, "id-none", "nora@acme.example", ""), "look-alike",
        LeaverDoubt::EmailDiffers, "");
    row("number of the staff office as id", rowOf(2, "10023", "jane.doe@acme.example", ""), "look-alike",
        LeaverDoubt::IdUnknown, "");
    row("address of several", rowOf(2, "", "twin@acme.example", ""), "look-alike", LeaverDoubt::SharedMatch,
        "");
    row("a column sorted without the others", rowOf(2, "", "jane.doe@acme.example", "Peter Pan"),
        "look-alike", LeaverDoubt::NameDiffers, "");
    row("the same with an id", rowOf(2, "id-jane", "", "Peter Pan"), "look-alike", LeaverDoubt::NameDiffers,
        "");
    row("name only", rowOf(2, "", "", "Jane Doe"), "look-alike", LeaverDoubt::NameOnly, "");
    row("name of nobody", rowOf(2, "", "", "Xaver Quast"), "unknown", LeaverDoubt::NameOnly, "");
    row("a typing mistake", rowOf(2, "", "jane.do@acme.example", ""), "look-alike", LeaverDoubt::SimilarOnly,
        "");
    row("another domain", rowOf(2, "", "jane.doe@acme.test", ""), "look-alike", LeaverDoubt::SimilarOnly, "");
    row("nobody", rowOf(2, "id-x", "xaver@acme.example", "Xaver Quast"), "unknown", LeaverDoubt::NobodyFound,
        "");
    row("nothing", rowOf(2, "", "", ""), "unknown", LeaverDoubt::NothingToMatch, "");
    row("inactive", rowOf(2, "id-off", "", ""), "already-inactive", none, "id-off");
    row("deleted", rowOf(2, "id-gone", "", ""), "deleted", none, "id-gone");
}

void LeaverVerdictRowsTest::rowsAreMatched()
{
    QFETCH(const LeaverRow, row);
    QFETCH(const QString, verdict);
    QFETCH(const LeaverDoubt, doubt);
    QFETCH(const QString, userId);
    const LeaverJudgement judgement = judged(row);
    QCOMPARE(leaverVerdictName(judgement.verdict), verdict);
    QCOMPARE(judgement.doubt, doubt);
    QCOMPARE(judgement.userId, userId);
    QCOMPARE(judgement.isChosen, verdict.startsWith(QLatin1String("matched")));
    QCOMPARE(judgement.isUnresolved, userId.isEmpty());
    const QString reason = leaverReason(row, judgement);
    QVERIFY(reason.startsWith(QStringLiteral("line 2 (")) && reason.contains(verdict));
}

void LeaverVerdictRowsTest::candidatesAreOffered_data()
{
    QTest::addColumn<LeaverRow>("row");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *title, const LeaverRow &given, const QStringList &ids) {
        QTest::newRow(title) << given << ids;
    };
    const QString jane = QStringLiteral("id-jane");
    const QString john = QStringLiteral("id-john");
    row("the two of a conflict", rowOf(2, "id-jane", "john.smith@acme.example", ""), {jane, john});
    row("name turned around", rowOf(2, "", "", "Smith, John"), {john});
    row("one letter missing", rowOf(2, "", "", "Jon Smith"), {john});
    row("umlauts", rowOf(2, "", "", "JANA DOE"), {jane, QStringLiteral("id-jana")});
    row("name against address", rowOf(2, "", "", "Jane.Doe"), {jane, QStringLiteral("id-jana")});
    row("address against name", rowOf(2, "", "johnsmith@home.example", ""), {john});
    row("Japanese", rowOf(2, "", "", "山田太郎"), {QStringLiteral("id-yamada")});
    row("several with the address", rowOf(2, "", "twin@acme.example", ""),
        {QStringLiteral("id-twin-1"), QStringLiteral("id-twin-2")});
    row("nobody", rowOf(2, "", "", "Xaver Quast"), {});
}

void LeaverVerdictRowsTest::candidatesAreOffered()
{
    QFETCH(const LeaverRow, row);
    QFETCH(const QStringList, ids);
    QCOMPARE(judged(row).candidateIds, ids);
}

void LeaverVerdictRowsTest::actsDiffer_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<bool>("isChosen");
    const auto row = [](const char *title, Act act, const char *id, const char *verdict, bool isChosen) {
        QTest::newRow(title) << act << QString::fromLatin1(id) << QString::fromLatin1(verdict) << isChosen;
    };
    row("force delete an inactive user", Act::ForceDelete, "id-off", "already-inactive", true);
    row("force delete a deleted user", Act::ForceDelete, "id-gone", "deleted", false);
    row("restore an inactive user", Act::Restore, "id-off", "matched-by-id", true);
    row("restore a deleted user", Act::Restore, "id-gone", "matched-by-id", true);
    row("restore an active user", Act::Restore, "id-jane", "already-active", false);
    row("clear an inactive user", Act::ClearReferences, "id-off", "matched-by-id", true);
}

void LeaverVerdictRowsTest::actsDiffer()
{
    QFETCH(const Act, act);
    QFETCH(const QString, id);
    QFETCH(const QString, verdict);
    QFETCH(const bool, isChosen);
    const LeaverJudgement judgement = judged({2, id, {}, {}}, act);
    QCOMPARE(leaverVerdictName(judgement.verdict), verdict);
    QCOMPARE(judgement.isChosen, isChosen);
    QVERIFY(!judgement.isUnresolved);
}

void LeaverVerdictRowsTest::whoMayNotBeTakenOut_data()
{
    QTest::addColumn<QString>("selfEmail");
    QTest::addColumn<QStringList>("protectedUsers");
    QTest::addColumn<QStringList>("divisions");
    QTest::addColumn<QString>("verdict");
    const QString jane = QStringLiteral("jane.doe@acme.example");
    QTest::newRow("oneself") << jane.toUpper() << QStringList() << QStringList() << QStringLiteral("self");
    QTest::newRow("protected by address")
        << QString() << QStringList{jane} << QStringList() << QStringLiteral("protected");
    QTest::newRow("protected by id") << QString() << QStringList{QStringLiteral("ID-jane")} << QStringList()
                                     << QStringLiteral("protected");
    QTest::newRow("outside the division")
        << QString() << QStringList() << QStringList{QStringLiteral("other")}
        << QStringLiteral("outside-division");
    QTest::newRow("inside the division")
        << QString() << QStringList() << QStringList{QStringLiteral("home")} << QStringLiteral("picked");
}

/// Whether they are named by the list or picked by hand.
void LeaverVerdictRowsTest::whoMayNotBeTakenOut()
{
    QFETCH(const QString, selfEmail);
    QFETCH(const QStringList, protectedUsers);
    QFETCH(const QStringList, divisions);
    QFETCH(const QString, verdict);
    LeaversInput input = inputWith(directory(), {rowOf(2, "", "", "Jane Doe")});
    input.decisions.pickedIds.insert(0, QStringLiteral("id-jane"));
    if (!selfEmail.isEmpty())
        input.signedInAs.email = selfEmail;
    input.connection.protectedUsers = protectedUsers;
    input.connection.allowedDivisions = divisions;
    LeaverJudgement judgement = judgeLeavers(input).rows.constFirst();
    QCOMPARE(leaverVerdictName(judgement.verdict), verdict);
    QCOMPARE(judgement.isUnresolved, verdict != QLatin1String("picked"));
    input.decisions = {};
    input.rows = {rowOf(2, "id-jane", "", "")};
    judgement = judgeLeavers(input).rows.constFirst();
    QCOMPARE(judgement.isChosen, verdict == QLatin1String("picked"));
    // Once excluded, nobody stands in the way any more.
    input.decisions.excluded.insert(0);
    const LeaversJudgement result = judgeLeavers(input);
    QCOMPARE(result.unresolvedCount, 0);
    QCOMPARE(result.excludedCount, 1);
    QVERIFY(result.chosenUserIds.isEmpty());
}

void LeaverVerdictRowsTest::theSamePersonTwice()
{
    LeaversInput input = inputWith(directory(), {rowOf(2, "id-jane", "", ""), rowOf(3, "id-john", "", ""),
                                                 rowOf(9, "", "jane.doe@acme.example", "")});
    LeaversJudgement result = judgeLeavers(input);
    QCOMPARE(result.rows.at(2).verdict, LeaverVerdict::Duplicate);
    QCOMPARE(result.rows.at(2).earlierLine, 2);
    QVERIFY(!result.rows.at(2).isUnresolved);
    QCOMPARE(result.chosenUserIds, (QStringList{QStringLiteral("id-jane"), QStringLiteral("id-john")}));
    QVERIFY(result.mayRun());
    // With the first row excluded the other one counts.
    input.decisions.excluded.insert(0);
    result = judgeLeavers(input);
    QCOMPARE(result.rows.at(2).verdict, LeaverVerdict::MatchedByEmail);
    QCOMPARE(result.chosenUserIds, (QStringList{QStringLiteral("id-john"), QStringLiteral("id-jane")}));
    // Picking somebody who is on the list already is a duplicate, too.
    input.decisions = {};
    input.decisions.pickedIds.insert(1, QStringLiteral("id-jane"));
    result = judgeLeavers(input);
    QCOMPARE(result.rows.at(1).verdict, LeaverVerdict::Duplicate);
    QCOMPARE(result.chosenUserIds, QStringList{QStringLiteral("id-jane")});
}

void LeaverVerdictRowsTest::namesHaveSomethingInCommon_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("inCommon");
    const auto row = [](const char *one, const char *other, bool inCommon) {
        QTest::addRow("%s | %s", one, other)
            << QString::fromUtf8(one) << QString::fromUtf8(other) << inCommon;
    };
    row("Jane Doe", "Doe, Jane", true);
    row("Jane Doe", "Jane Miller-Doe", true);
    row("Jane", "Jane Doe", true);
    row("Jörg Müßig", "JOERG MUESSIG", true);
    row("Dr. Łukasz Żak", "Lukasz Zak", true);
    row("山田", "山田太郎", true);
    row("", "Jane Doe", true);
    row("Jane Doe", "", true);
    row("Jane Doe", "Peter Pan", false);
    row("Li Wei", "Oliver Smith", false);
    row("Ann Bee", "Ian Cox", false);
    row("J. D.", "Jane Doe", false);
    row("山田太郎", "鈴木一郎", false);
}

void LeaverVerdictRowsTest::namesHaveSomethingInCommon()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, inCommon);
    QCOMPARE(haveNamesInCommon(one, other), inCommon);
    QCOMPARE(haveNamesInCommon(other, one), inCommon);
}

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::LeaverVerdictRowsTest)
#include "tst_leaververdictrows.moc"
