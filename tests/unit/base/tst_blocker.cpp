// SPDX-License-Identifier: GPL-3.0-or-later
// Error bodies as servers send them (contract §1.3, §3, §5; the 2018 list of codes), and what each means.
#include "app/api/errormapping.h"
#include "app/base/blocker.h"

#include <QTest>

namespace offboarding {

namespace {

struct Recorded
{
    const char *name;
    int status;
    const char *request;
    const char *body;
    Blocker blocker;
};

const QList<Recorded> &recorded()
{
    static const QList<Recorded> bodies{
        {"409 on delete that names conversations", 409, "DELETE /api/v2/users/u1",
         R"({"message":"User u1 is still referenced by 2 interactions.","code":"general.conflict","status":409,
             "contextId":"ctx","details":[{"errorCode":"conversation.active","fieldName":"conversationId",
             "entityId":"c1"},{"errorCode":"conversation.active","fieldName":"conversationId","entityId":"c2"}]})",
         Blocker::StillReferenced},
        {"409 on delete in words only", 409, "DELETE /api/v2/users/u1",
         R"({"message":"The user is referenced by active or recent interactions","code":"conflict","status":409})",
         Blocker::StillReferenced},
        {"409 on a forced delete with a session", 409, "DELETE /api/v2/users/u1?force=true",
         R"({"message":"User u1 has an active session.","code":"user.active.session","status":409})",
         Blocker::SessionAlive},
        {"409 on update, version", 409, "PATCH /api/v2/users/u1",
         R"({"message":"The supplied version 3 does not match the current version 4","code":"general.conflict",
             "status":409})",
         Blocker::ChangedMeanwhile},
        {"409 on update without words", 409, "PATCH /api/v2/users/u1",
         R"({"code":"general.conflict","status":409})", Blocker::ChangedMeanwhile},
        {"400 on update, version", 400, "PATCH /api/v2/users/u1",
         R"({"message":"Version 3 is not the current version 4","code":"bad.request","status":400})",
         Blocker::ChangedMeanwhile},
        {"409 duplicate", 409, "POST /api/v2/users",
         R"({"message":"The email jane@acme.example is already in use","code":"general.conflict","status":409})",
         Blocker::Duplicate},
        {"409 that says nothing", 409, "POST /api/v2/groups/g1/members", R"({"status":409})",
         Blocker::OtherConflict},
        {"401", 401, "GET /api/v2/users",
         R"({"message":"No authentication bearer token specified in authorization header.",
             "code":"authentication.required","status":401})",
         Blocker::SessionEnded},
        {"401 bad credentials", 401, "GET /api/v2/users",
         R"({"message":"Invalid login credentials.","code":"bad.credentials","status":401})",
         Blocker::SessionEnded},
        {"403 any", 403, "DELETE /api/v2/users/u1",
         R"({"message":"Unable to perform the requested action. You must have at least one of the following permissions assigned: [directory:user:delete, admin]",
             "code":"missing.any.permissions","status":403,
             "messageParams":{"permissions":"directory:user:delete, admin"}})",
         Blocker::PermissionMissing},
        {"403 division", 403, "PATCH /api/v2/users/u1",
         R"({"message":"You are missing the following permission(s) in division d1: directory:user:edit",
             "code":"missing.division.permission","status":403})",
         Blocker::NotInDivision},
        {"404", 404, "GET /api/v2/users/u1",
         R"({"message":"No such user u1","code":"not.found","status":404})", Blocker::AlreadyGone},
        {"404 on delete", 404, "DELETE /api/v2/users/u1",
         R"({"message":"User was not found.","code":"user.not.found.on.delete","status":404})",
         Blocker::AlreadyGone},
        {"410", 410, "DELETE /api/v2/users/u1", R"({"message":"Gone","code":"gone","status":410})",
         Blocker::GoneForGood},
        {"429", 429, "GET /api/v2/users",
         R"({"message":"Rate limit exceeded the maximum. Retry the request in [42] seconds",
             "code":"too.many.requests.retry.after","status":429,"contextId":"ctx","details":[],"errors":[]})",
         Blocker::LimitReached},
        {"hand-over of what only rings", 400, "POST /api/v2/conversations/c1/participants/p1/replace/queue",
         R"({"message":"The participant is not connected.","code":"conversations.error.transfer.not.connected",
             "status":400})",
         Blocker::NotConnected},
        {"hand-over to itself", 400, "POST /api/v2/conversations/c1/participants/p1/replace/queue",
         R"({"message":"Same party","code":"conversations.error.transfer.same.party","status":400})",
         Blocker::SameParty},
        {"queue deleted meanwhile", 404, "POST /api/v2/conversations/c1/participants/p1/replace/queue",
         R"({"message":"Queue q1 was not found","code":"queue.not.found","status":404})", Blocker::QueueGone},
        {"wrap-up code wanted", 400, "PATCH /api/v2/conversations/c1/participants/p1",
         R"({"message":"A wrapup code is required.","code":"conversation.error.wrapup.code.required",
             "status":400})",
         Blocker::WrapupCodeRequired},
        {"wrap-up cannot be skipped", 400, "PATCH /api/v2/conversations/c1/participants/p1",
         R"({"message":"Wrapup cannot be skipped.","code":"conversation.error.wrapup.cannot.skip","status":400})",
         Blocker::WrapupNotSkippable},
        {"call that cannot be ended", 400, "PATCH /api/v2/conversations/c1/participants/p1",
         R"({"message":"Cannot disconnect.","code":"conversation.error.cannot.disconnect.call","status":400})",
         Blocker::CannotDisconnect},
        {"call that ended before", 400, "PATCH /api/v2/conversations/c1/participants/p1",
         R"({"message":"The call is disconnected.","code":"conversation.error.call.disconnected","status":400})",
         Blocker::AlreadyDisconnected},
        {"nothing active left", 400, "PATCH /api/v2/conversations/c1/participants/p1",
         R"({"message":"None","code":"conversation.error.participant.no.active.conversations","status":400})",
         Blocker::AlreadyDisconnected},
        {"no participant any more", 404, "PATCH /api/v2/conversations/c1/participants/p1",
         R"({"message":"Not in it","code":"conversation.error.not.conversation.participant","status":404})",
         Blocker::NotAParticipant},
        {"token without a user", 400, "GET /api/v2/users/me",
         R"({"message":"Not a user","code":"not.a.user","status":400})", Blocker::NoUser},
        {"too many expands", 400, "GET /api/v2/users",
         R"({"message":"Response entity too large","code":"response.entity.too.large","status":400})",
         Blocker::TooLarge},
        {"body too large", 413, "POST /api/v2/users/search", "", Blocker::TooLarge},
        {"bad value", 400, "GET /api/v2/users",
         R"({"message":"The value jumping is not valid for state","code":"invalid.value","status":400})",
         Blocker::InvalidValue},
        {"service behind", 424, "GET /api/v2/users/u1/callforwarding",
         R"({"message":"Failed dependency","code":"failed.dependency","status":424})",
         Blocker::DownstreamFailed},
        {"internal", 500, "GET /api/v2/users",
         R"({"message":"sorry","code":"internal.server.error","status":500})", Blocker::ServerFailed},
        {"gateway page", 503, "GET /api/v2/users", "<html>Service Unavailable</html>", Blocker::ServerFailed},
        {"an unknown one", 418, "GET /api/v2/users",
         R"({"message":"short and stout","code":"teapot","status":418,"contextId":"ctx"})", Blocker::Other},
    };
    return bodies;
}

} // namespace

class BlockerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBodyHasItsMeaning_data()
    {
        QTest::addColumn<int>("index");
        for (qsizetype i = 0; i < recorded().size(); ++i)
            QTest::addRow("%s", recorded().at(i).name) << static_cast<int>(i);
        QVERIFY(recorded().size() >= 20);
    }

    void everyBodyHasItsMeaning()
    {
        QFETCH(int, index);
        const Recorded &answer = recorded().at(index);
        const Error error =
            errorFromAnswer(answer.status, QByteArray(answer.body), QStringLiteral("header-ctx"),
                            QString::fromLatin1(answer.request));
        QCOMPARE(static_cast<int>(blockerOf(error)), static_cast<int>(answer.blocker));
        QCOMPARE(error.correlationId, QStringLiteral("header-ctx"));
    }

    void theTwoMeaningsOf409AreToldApart()
    {
        const QString place = QStringLiteral("DELETE /api/v2/users/u1");
        const Error references =
            errorFromAnswer(409, R"({"message":"recent interactions refer to the user"})", {}, place);
        const Error version =
            errorFromAnswer(409, R"({"message":"version 3 is stale","code":"general.conflict"})", {}, place);
        QCOMPARE(blockerOf(references), Blocker::StillReferenced);
        QCOMPARE(blockerOf(version), Blocker::ChangedMeanwhile);
    }

    void anUnknownAnswerStaysRaw()
    {
        const Error error = errorFromAnswer(418, R"({"message":"short & <b>stout</b>","code":"teapot"})",
                                            QStringLiteral("abc-123"), QStringLiteral("GET /api/v2/x"));
        QCOMPARE(blockerOf(error), Blocker::Other);
        QCOMPARE(error.serverCode, QStringLiteral("teapot"));
        QCOMPARE(error.correlationId, QStringLiteral("abc-123"));
        QVERIFY(error.detail.contains(QStringLiteral("<b>stout</b>")));
    }

    /// "Blockers explained", the column of what is offered.
    void everyBlockerOffersAWayOn()
    {
        using List = QList<NextAction>;
        QCOMPARE(nextActions(Blocker::StillReferenced),
                 (List{NextAction::ClearReferences, NextAction::DeactivateInstead}));
        QCOMPARE(nextActions(Blocker::ChangedMeanwhile), List{NextAction::ReadAgain});
        QCOMPARE(nextActions(Blocker::SessionEnded), List{NextAction::SignIn});
        QCOMPARE(nextActions(Blocker::PermissionMissing), List{NextAction::CopyPermissions});
        QCOMPARE(nextActions(Blocker::NotInDivision), List{NextAction::CopyPermissions});
        QCOMPARE(nextActions(Blocker::AlreadyGone), List{NextAction::ReadAgain});
        QCOMPARE(nextActions(Blocker::OutcomeUnknown).first(), NextAction::ReadAgain);
        QCOMPARE(nextActions(Blocker::Other), List{NextAction::CopyForSupport});
        for (int number = 0; number <= static_cast<int>(Blocker::Other); ++number) {
            const auto blocker = static_cast<Blocker>(number);
            // Nothing is left to do, or it goes on by itself.
            const bool isOver = blocker == Blocker::GoneForGood || blocker == Blocker::LimitReached;
            QVERIFY2(nextActions(blocker).isEmpty() == isOver, qPrintable(QString::number(number)));
        }
    }

    void referencesThatTheServerNamesAreNoDuplicate()
    {
        const Error error = errorFromAnswer(
            409,
            R"({"message":"u1 is already in use by 1 interaction","code":"general.conflict","details":
                [{"errorCode":"conversation.active","fieldName":"conversationId","entityId":"c1"}]})",
            {}, QStringLiteral("DELETE /api/v2/users/u1"));
        QCOMPARE(blockerOf(error), Blocker::StillReferenced);
        QCOMPARE(error.referencedIds, QStringList{QStringLiteral("c1")});
    }

    void aWriteWithoutAnAnswerIsUnknownWhateverTheBodySays()
    {
        const Error lost = asWriteOutcome(errorFromAnswer(
            503, R"({"message":"The queue was not found","code":"queue.not.found"})", {}, {}));
        QCOMPARE(blockerOf(lost), Blocker::OutcomeUnknown);
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::BlockerTest)
#include "tst_blocker.moc"
