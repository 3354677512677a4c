// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/conversationscalls.h"
#include "app/api/calls/userscalls.h"
#include "app/api/errormapping.h"
#include "ui/widgets/blockertext.h"
#include "ui/widgets/copyofferbutton.h"
#include "ui/widgets/errortext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSet>
#include <QTest>

namespace offboarding::ui {

namespace {

const QString removal = QStringLiteral("DELETE /api/v2/users/u1");
const QString update = QStringLiteral("PATCH /api/v2/users/u1");
const QString listing = QStringLiteral("GET /api/v2/users page 3");

/// What the client makes of an answer to a request that is not repeated blindly.
Error answered(int status, const QByteArray &body, const QString &place)
{
    const Error error = errorFromAnswer(status, body, QStringLiteral("corr-1"), place);
    return place.startsWith(QLatin1String("GET ")) ? error : asWriteOutcome(error);
}

Error limited(int seconds)
{
    Error error = answered(429, R"({"code":"too.many.requests.retry.after","message":"wait"})", removal);
    error.retryAfterSeconds = seconds;
    return error;
}

Error unusable(const QByteArray &body)
{
    return parseUserPage({200, body, QStringLiteral("corr-1"), listing}).error();
}

void addColumns()
{
    QTest::addColumn<offboarding::Error>("error");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("offers");
    QTest::addColumn<QString>("technical");
}

void addRow(const char *name, const Error &error, const char *says, const char *offers, const char *technical)
{
    QTest::newRow(name) << error << QString::fromUtf8(says) << QString::fromUtf8(offers)
                        << QString::fromUtf8(technical);
}

} // namespace

/// "Blockers explained", row by row, from the answers that a server gives.
class ErrorTextTest : public QObject
{
    Q_OBJECT

private:
    static void verify()
    {
        QFETCH(const offboarding::Error, error);
        QFETCH(const QString, says);
        QFETCH(const QString, offers);
        QFETCH(const QString, technical);
        const ErrorText text = describe(error);
        QVERIFY(!text.title.isEmpty() && !text.meaning.isEmpty() && !text.nextStep.isEmpty());
        QVERIFY(!text.title.contains(QLatin1Char('\n')));
        const QString told = text.title + QLatin1Char(' ') + text.meaning;
        QVERIFY2(told.contains(says), qPrintable(told));
        QVERIFY2(text.nextStep.contains(offers), qPrintable(text.nextStep));
        QVERIFY2(text.technical.contains(technical), qPrintable(text.technical));
        if (!error.place.isEmpty())
            QVERIFY2(text.technical.contains(error.place), qPrintable(text.technical));
        const QString brief = describeBriefly(error);
        QVERIFY(brief.contains(text.title) && brief.contains(text.nextStep));
    }

private Q_SLOTS:
    void blockers_data()
    {
        addColumns();
        addRow(
            "409 on delete, references",
            answered(
                409,
                R"({"code":"general.conflict","message":"referenced","details":[{"entityId":"c1","fieldName":"conversationId"},{"entityId":"c2","fieldName":"conversationId"}]})",
                removal),
            "referenced by 2 interaction", "deactivate the user instead", "HTTP status 409");
        addRow("409 on delete, references that are not listed",
               answered(409, R"({"message":"The user is still referenced by interactions"})", removal),
               "Still referenced by interactions", "Clear the references",
               "still referenced by interactions");
        addRow("409 on update, version",
               answered(409,
                        R"({"code":"general.conflict","message":"version does not match the current one"})",
                        update),
               "Someone changed this user a moment ago", "compare", "code general.conflict");
        addRow("400 on update, version",
               answered(400, R"({"code":"bad.request","message":"The supplied version does not match"})",
                        update),
               "Someone changed this user a moment ago", "Read the user again", "HTTP status 400");
        addRow("409 of another kind", answered(409, R"({"code":"new.code","message":"no"})", removal),
               "The server sees a conflict", "Read the user again", "code new.code");
        addRow("401", answered(401, R"({"code":"bad.credentials","message":"expired"})", removal),
               "The session ended", "Sign in again; a run that is waiting goes on", "HTTP status 401");
        addRow(
            "403 with the permission",
            answered(
                403,
                R"({"code":"missing.permissions","message":"no","messageParams":{"permission":"directory:user:delete"}})",
                removal),
            "The permission directory:user:delete is missing", "for an administrator", "HTTP status 403");
        addRow("403 without the permission", answered(403, "{}", removal), "A permission is missing",
               "for an administrator", "HTTP status 403");
        addRow("404 on delete", answered(404, R"({"code":"not.found","message":"No such user"})", removal),
               "Already gone", "Read it again", "No such user");
        addRow("410", answered(410, R"({"code":"gone","message":"gone"})", removal), "Gone for good",
               "Nothing is left to do", "HTTP status 410");
        addRow("429", limited(42), "limit is used up, back in 42 second", "goes on by itself",
               "HTTP status 429");
        addRow("429 without a time", limited(0), "limit is used up", "goes on by itself", "HTTP status 429");
        for (const int status : {500, 502, 503, 504, 408})
            addRow(qPrintable(QStringLiteral("%1 on a write").arg(status)), answered(status, "{}", removal),
                   "The outcome is unknown", "Read the user back, then decide", "corr-1");
        addRow("time-out on a write",
               asWriteOutcome(
                   errorFromNetwork(QNetworkReply::TimeoutError, QStringLiteral("no answer"), removal)),
               "The outcome is unknown", "Read the user back", "no answer");
        addRow("cut line on a write",
               asWriteOutcome(
                   errorFromNetwork(QNetworkReply::RemoteHostClosedError, QStringLiteral("closed"), removal)),
               "may or may not have happened", "Read the user back", "closed");
        addRow("409 on a forced delete, session",
               answered(409, R"({"message":"User u1 has an active session.","code":"user.active.session"})",
                        QStringLiteral("DELETE /api/v2/users/u1?force=true")),
               "The user still has a live session", "Or deactivate instead", "code user.active.session");
        addRow("409, duplicate",
               answered(409, R"({"message":"The email is already in use","code":"general.conflict"})",
                        QStringLiteral("POST /api/v2/users")),
               "Somebody else has this already", "also among the deleted users", "already in use");
        addRow(
            "403 in another division",
            answered(
                403,
                R"({"code":"missing.division.permission","message":"in division d1: directory:user:edit"})",
                update),
            "The permission directory:user:edit does not reach this division", "grant it there",
            "HTTP status 403");
        const QString handOver =
            QStringLiteral("POST /api/v2/conversations/c1/participants/p1/replace/queue");
        addRow("hand-over of what rings",
               answered(400, R"({"code":"conversations.error.transfer.not.connected","message":"no"})",
                        handOver),
               "It cannot be handed over now", "disconnect the user's part", "HTTP status 400");
        addRow("hand-over to a queue that was deleted",
               answered(404, R"({"code":"queue.not.found","message":"no queue"})", handOver),
               "The queue does not exist any more", "Choose another queue", "no queue");
        addRow("after-call work without a code",
               answered(400, R"({"code":"conversation.error.wrapup.code.required","message":"code"})",
                        QStringLiteral("PATCH /api/v2/conversations/c1/participants/p1")),
               "needs a wrap-up code", "choose a wrap-up code", "wrapup.code.required");
        addRow("424", answered(424, R"({"code":"failed.dependency","message":"down"})", listing),
               "A service behind the server failed", "Try again", "HTTP status 424");
        addRow(
            "anything else",
            answered(418, R"({"code":"teapot","message":"short <b>and</b> stout","contextId":"k"})", update),
            "Nothing was changed", "vendor's support",
            "HTTP status 418 · code teapot · message: short <b>and</b> stout · correlation id corr-1");
    }

    void blockers() { verify(); }

    void badInput_data()
    {
        addColumns();
        addRow("server down",
               errorFromNetwork(QNetworkReply::ConnectionRefusedError, QStringLiteral("refused"), listing),
               "cannot be reached", "Check the network", "refused");
        addRow("slow", errorFromNetwork(QNetworkReply::TimeoutError, QStringLiteral("30000 ms"), listing),
               "did not answer in time", "Try again", "30000 ms");
        addRow("line cut mid-body",
               errorFromNetwork(QNetworkReply::RemoteHostClosedError, QStringLiteral("closed"), listing),
               "the line was cut", "try again", "closed");
        addRow("invalid JSON", unusable(R"({"entities":[)"), "answer cannot be used", "Try again", "of 13");
        addRow("invalid UTF-8", unusable("{\"entities\":[{\"id\":\"\xff\"}]}"), "damaged", "Try again",
               "not valid UTF-8: byte 20 of 25");
        addRow("missing fields", unusable("{}"), "not what was asked for", "Try again",
               "has no list \"entities\"");
        addRow("another conversation",
               parseConversation({200, R"({"id":"c2","participants":[]})", {}, QStringLiteral("GET /c1")},
                                 QStringLiteral("c1"))
                   .error(),
               "answer cannot be used", "Try again", "another conversation");
        const QByteArray why = R"({"code":"why","message":"because"})";
        addRow("401", answered(401, why, listing), "The session ended", "Sign in again", "because");
        addRow("403", answered(403, why, listing), "A permission is missing", "administrator", "because");
        addRow("404", answered(404, why, listing), "Not found", "check the address", "because");
        addRow("410", answered(410, why, listing), "Gone for good", "Nothing is left", "because");
        addRow("500", answered(500, why, listing), "fault is on the server's side", "Try again", "because");
        addRow("503", answered(503, why, listing), "fault is on the server's side", "Try again", "because");
        addRow("504", answered(504, why, listing), "did not answer in time", "Try again", "because");
        addRow("tls",
               errorFromNetwork(QNetworkReply::SslHandshakeFailedError, QStringLiteral("bad"), listing),
               "secure connection failed", "clock", "bad");
    }

    void badInput() { verify(); }

    /// The table of what is offered finds its words and its button for every blocker.
    void everyBlockerOffersItsButton_data()
    {
        QTest::addColumn<offboarding::Error>("error");
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("copied");
        QTest::newRow("403") << answered(403,
                                         R"({"code":"missing.permissions","message":"no",
                                             "messageParams":{"permission":"directory:user:delete"}})",
                                         removal)
                             << QStringLiteral("Copy permission")
                             << QStringLiteral("\ndirectory:user:delete\n");
        QTest::newRow("anything else")
            << answered(418, R"({"code":"teapot","message":"<b>stout</b>"})", update)
            << QStringLiteral("Copy for support")
            << QStringLiteral(
                   "HTTP status 418 · code teapot · message: <b>stout</b> · correlation id corr-1");
        QTest::newRow("404") << answered(404, R"({"code":"not.found","message":"gone"})", removal)
                             << QString() << QString();
        QTest::newRow("429") << limited(42) << QString() << QString();
    }

    void everyBlockerOffersItsButton()
    {
        QFETCH(const offboarding::Error, error);
        QFETCH(const QString, verb);
        QFETCH(const QString, copied);
        CopyOfferButton button;
        button.setError(error);
        QCOMPARE(button.text(), verb);
        QCOMPARE(button.isHidden(), verb.isEmpty());
        QVERIFY2(button.textToCopy().contains(copied), qPrintable(button.textToCopy()));
        if (verb.isEmpty())
            return;
        QVERIFY(button.textToCopy().contains(QStringLiteral("corr-1")));
        button.click();
        QCOMPARE(QGuiApplication::clipboard()->text(), button.textToCopy());
        button.setError({});
        QVERIFY(button.isHidden() && button.textToCopy().isEmpty());
    }

    void blockersAreToldApartByTheirWords()
    {
        QSet<QString> titles;
        for (int number = 0; number <= static_cast<int>(Blocker::Other); ++number) {
            const std::optional<ErrorText> text = blockerText(static_cast<Blocker>(number));
            if (!text)
                continue; // its kind has words of its own, with numbers or names in them
            QVERIFY(!text->title.isEmpty() && !text->meaning.isEmpty() && !text->nextStep.isEmpty());
            QVERIFY2(!titles.contains(text->title), qPrintable(text->title));
            titles.insert(text->title);
        }
        QVERIFY(titles.size() >= 14);
    }

    void everyKindIsPutIntoWords()
    {
        QSet<QString> titles;
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Proxy); ++kind) {
            Error error;
            error.kind = static_cast<ErrorKind>(kind);
            const ErrorText text = describe(error);
            QVERIFY2(!text.title.isEmpty() && !text.meaning.isEmpty() && !text.nextStep.isEmpty() &&
                         !text.technical.isEmpty(),
                     qPrintable(errorKindName(error)));
            QVERIFY2(!titles.contains(text.title), qPrintable(text.title)); // no two mean the same
            titles.insert(text.title);
        }
    }

    void nothingWasChangedIsSaidOnlyWhereItIsSure()
    {
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Proxy); ++kind) {
            Error error;
            error.kind = static_cast<ErrorKind>(kind);
            error.place = removal;
            const bool isUnsure = error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout ||
                                  error.kind == ErrorKind::Server || error.kind == ErrorKind::BadResponse ||
                                  error.kind == ErrorKind::OutcomeUnknown;
            if (isUnsure)
                QVERIFY2(!describe(error).meaning.contains(QStringLiteral("Nothing was changed")),
                         qPrintable(errorKindName(error)));
        }
    }

    void hostileTextStaysPlainAndOneLine()
    {
        Error error = answered(418, R"({"message":"<a href='x'>click</a>\n\n\u202eevil %1 %n"})", removal);
        error.missingPermission = QStringLiteral("%1<b>");
        const QString technical = describe(error).technical;
        QVERIFY(technical.contains(QStringLiteral("<a href='x'>click</a>")));
        QVERIFY(!technical.contains(QLatin1Char('\n')) && !technical.contains(QChar(0x202e)));
        QVERIFY(technical.contains(QStringLiteral("%1 %n")));
        error.kind = ErrorKind::Forbidden;
        QCOMPARE(describe(error).title, QStringLiteral("The permission %1<b> is missing"));
    }
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::ErrorTextTest)
#include "tst_errortext.moc"
