// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/error.h"

#include "app/base/result.h"

#include <QSet>
#include <QTest>

namespace offboarding {

namespace {

Error errorOf(ErrorKind kind, ConflictCause conflict = ConflictCause::None)
{
    Error error;
    error.kind = kind;
    error.conflict = conflict;
    return error;
}

} // namespace

class ErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasAStableName_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *name, ErrorKind kind, ConflictCause conflict = ConflictCause::None) {
            QTest::newRow(name) << errorOf(kind, conflict) << QString::fromLatin1(name);
        };
        row("network", ErrorKind::Network);
        row("timeout", ErrorKind::Timeout);
        row("tls", ErrorKind::Tls);
        row("unauthorized", ErrorKind::Unauthorized);
        row("forbidden", ErrorKind::Forbidden);
        row("not-found", ErrorKind::NotFound);
        row("gone", ErrorKind::Gone);
        row("conflict", ErrorKind::Conflict);
        row("conflict-version", ErrorKind::Conflict, ConflictCause::Version);
        row("conflict-references", ErrorKind::Conflict, ConflictCause::References);
        row("rate-limited", ErrorKind::RateLimited);
        row("bad-request", ErrorKind::BadRequest);
        row("server", ErrorKind::Server);
        row("bad-response", ErrorKind::BadResponse);
        row("cancelled", ErrorKind::Cancelled);
        row("outcome-unknown", ErrorKind::OutcomeUnknown);
        row("refused", ErrorKind::Refused);
        row("file", ErrorKind::File);
    }

    void everyKindHasAStableName()
    {
        QFETCH(const Error, error);
        QFETCH(const QString, name);
        QCOMPARE(errorKindName(error), name);
    }

    void theLogLineSaysWhatWhereAndWhoToAsk()
    {
        Error error = errorOf(ErrorKind::Server);
        error.place = QStringLiteral("GET /api/v2/users page 3");
        error.httpStatus = 503;
        error.serverCode = QStringLiteral("service.unavailable");
        error.correlationId = QStringLiteral("c-1");
        error.detail = QStringLiteral("later");
        QCOMPARE(error.toLogString(),
                 QStringLiteral("server at GET /api/v2/users page 3 HTTP 503 code service.unavailable "
                                "correlation c-1: later"));
    }

    void theLogLineLeavesOutWhatIsNotKnown()
    {
        QCOMPARE(errorOf(ErrorKind::Network).toLogString(), QStringLiteral("network"));
    }

    void theLogLineIsOneLine()
    {
        Error error = errorOf(ErrorKind::Server);
        error.detail = QStringLiteral("first\n2026-01-01 offboarding: all users deleted\r\nthird");
        const QString line = error.toLogString();
        QVERIFY2(!line.contains(QLatin1Char('\n')) && !line.contains(QLatin1Char('\r')), qPrintable(line));
        QVERIFY(line.contains(QStringLiteral("third")));
    }

    void theLogLineKeepsNoSecret()
    {
        Error error = errorOf(ErrorKind::Unauthorized);
        error.detail = QStringLiteral("bad token: Bearer MARKER-abcdef");
        error.place = QStringLiteral("POST /oauth/token?refresh_token=MARKER-refresh");
        QVERIFY2(!error.toLogString().contains(QStringLiteral("MARKER")), qPrintable(error.toLogString()));
    }

    void aFailureCarriesItsErrorWhole()
    {
        Error error = errorOf(ErrorKind::Conflict, ConflictCause::References);
        error.referencedIds = QStringList{QStringLiteral("c1"), QStringLiteral("c2")};
        const Result<Done> result = failure(error);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().referencedIds, error.referencedIds);
        QCOMPARE(result.error().conflict, ConflictCause::References);
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ErrorTest)
#include "tst_error.moc"
