// SPDX-License-Identifier: GPL-3.0-or-later
// Each condition of a destructive act is passed, refused and unknown in turn.
#include "app/offboarding/gates.h"
#include "tests/support/values.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace offboarding;
using namespace offboarding::testing;

Q_DECLARE_METATYPE(offboarding::Act)
Q_DECLARE_METATYPE(offboarding::Environment)

namespace {

GateResult resultOf(const GateInput &input, Gate gate)
{
    for (const GateResult &result : checkGates(input)) {
        if (result.gate == gate)
            return result;
    }
    QTest::qFail("the gate is not there", __FILE__, __LINE__);
    return {};
}

GateStatus statusOf(const GateInput &input, Gate gate)
{
    return resultOf(input, gate).status;
}

} // namespace

class TestGates : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    /// Everything holds: a force delete on production.
    GateInput allHold()
    {
        GateInput input;
        input.user = testUser();
        input.organizationName = QStringLiteral("ACME-PROD");
        input.references = freshMap(input.user.id);
        EvidenceFile evidence;
        evidence.path = m_folder.filePath(QStringLiteral("evidence.csv"));
        write(evidence.path, "evidence");
        evidence.sha256 = QCryptographicHash::hash("evidence", QCryptographicHash::Sha256);
        evidence.written = noon().addSecs(1);
        evidence.userId = input.user.id;
        input.evidence = evidence;
        input.riskAccepted = true;
        input.typedIdentity = input.user.email;
        input.typedOrganization = input.organizationName;
        input.now = noon().addSecs(10);
        input.previewExpires = noon().addSecs(planLifetimeSeconds);
        return input;
    }

private Q_SLOTS:
    void eachActHasItsGates_data()
    {
        QTest::addColumn<Act>("act");
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<QStringList>("gates");
        const QStringList preview{QStringLiteral("preview-fresh")};
        const QStringList known = preview + QStringList{QStringLiteral("references-known")};
        const QString live = QStringLiteral("no-live-conversation");
        const QStringList typed{QStringLiteral("risk-accepted"), QStringLiteral("identity-typed")};
        const QStringList forced =
            known +
            QStringList{QStringLiteral("no-live-session"), live, QStringLiteral("evidence-exported")} + typed;
        const QStringList organization{QStringLiteral("organization-typed")};
        QTest::addRow("restore") << Act::Restore << Environment::Production << preview;
        QTest::addRow("clear") << Act::ClearReferences << Environment::Production << known;
        QTest::addRow("deactivate") << Act::Deactivate << Environment::Production
                                    << known + QStringList{live};
        QTest::addRow("delete, demo")
            << Act::Delete << Environment::Demo << known + QStringList{live} + typed;
        QTest::addRow("delete, production")
            << Act::Delete << Environment::Production << known + QStringList{live} + typed + organization;
        QTest::addRow("force, sandbox") << Act::ForceDelete << Environment::Sandbox << forced;
        QTest::addRow("force, production")
            << Act::ForceDelete << Environment::Production << forced + organization;
    }

    void eachActHasItsGates()
    {
        QFETCH(Act, act);
        QFETCH(Environment, environment);
        QFETCH(QStringList, gates);
        GateInput input = allHold();
        input.act = act;
        input.environment = environment;
        QStringList names;
        const QList<GateResult> results = checkGates(input);
        for (const GateResult &result : results)
            names.append(gateName(result.gate));
        QCOMPARE(names, gates);
        QVERIFY(haveAllPassed(results));
    }

    void nothingGivenPassesNothing()
    {
        GateInput input; // a force delete on production, nothing read, nothing typed
        for (const GateResult &result : checkGates(input))
            QVERIFY2(result.status != GateStatus::Passed, qPrintable(gateName(result.gate)));
    }

    void aPreviewExpires()
    {
        GateInput input = allHold();
        input.now = input.previewExpires;
        QCOMPARE(statusOf(input, Gate::PreviewFresh), GateStatus::Passed);
        input.now = input.previewExpires.addMSecs(1);
        QCOMPARE(statusOf(input, Gate::PreviewFresh), GateStatus::Refused);
        input.previewExpires = {};
        QCOMPARE(statusOf(input, Gate::PreviewFresh), GateStatus::Refused);
    }

    void everySourceMustBeFresh_data()
    {
        QTest::addColumn<int>("status");
        for (const SourceStatus status : {SourceStatus::Stale, SourceStatus::Failed,
                                          SourceStatus::NotPermitted, SourceStatus::Incomplete})
            QTest::addRow("%s", qPrintable(sourceStatusName(status))) << static_cast<int>(status);
    }

    void everySourceMustBeFresh()
    {
        QFETCH(int, status);
        GateInput input = allHold();
        input.references->sources[2].status = static_cast<SourceStatus>(status);
        QCOMPARE(statusOf(input, Gate::ReferencesKnown), GateStatus::Refused);
        QCOMPARE(resultOf(input, Gate::ReferencesKnown).count, 1);
        // An empty list proves nothing while a source could not be read.
        QCOMPARE(statusOf(input, Gate::NoLiveConversation), GateStatus::Unknown);
    }

    void unreadReferencesAreUnknown()
    {
        GateInput input = allHold();
        for (const bool isOtherUsers : {false, true}) {
            if (isOtherUsers)
                input.references = freshMap(QStringLiteral("user-2"));
            else
                input.references.reset();
            QCOMPARE(statusOf(input, Gate::ReferencesKnown), GateStatus::Unknown);
            QCOMPARE(statusOf(input, Gate::NoLiveSession), GateStatus::Unknown);
            QCOMPARE(statusOf(input, Gate::NoLiveConversation), GateStatus::Unknown);
        }
        input.references = freshMap(input.user.id);
        input.references->sources.clear(); // nobody was asked
        QCOMPARE(statusOf(input, Gate::ReferencesKnown), GateStatus::Refused);
        QCOMPARE(statusOf(input, Gate::NoLiveConversation), GateStatus::Unknown);
    }

    void aLiveSessionRefuses()
    {
        GateInput input = allHold();
        input.references->sessionCount = 2;
        QCOMPARE(statusOf(input, Gate::NoLiveSession), GateStatus::Refused);
        QCOMPARE(resultOf(input, Gate::NoLiveSession).count, 2);
        input.references->sessionCount.reset();
        QCOMPARE(statusOf(input, Gate::NoLiveSession), GateStatus::Unknown);
    }

    void aConversationRefusesUnlessItIsKnownToBeOver()
    {
        GateInput input = allHold();
        ConversationReference reference = endedReference(QStringLiteral("c1"), input.user.id);
        input.references->conversations = {reference};
        QCOMPARE(statusOf(input, Gate::NoLiveConversation), GateStatus::Passed);
        reference.live = true;
        input.references->conversations = {reference, reference};
        QCOMPARE(statusOf(input, Gate::NoLiveConversation), GateStatus::Refused);
        QCOMPARE(resultOf(input, Gate::NoLiveConversation).count, 2);
        reference.live = false;
        reference.afterCallWork = true;
        input.references->conversations = {reference};
        QCOMPARE(statusOf(input, Gate::NoLiveConversation), GateStatus::Refused);
        reference.afterCallWork = false;
        reference.error = Error();
        input.references->conversations = {reference};
        QCOMPARE(statusOf(input, Gate::NoLiveConversation), GateStatus::Refused);
    }

    void evidenceMustBeThereUnchangedOwnAndYounger()
    {
        GateInput input = allHold();
        QCOMPARE(statusOf(input, Gate::EvidenceExported), GateStatus::Passed);

        write(input.evidence->path, "evidencE"); // edited, of the same size
        QCOMPARE(statusOf(input, Gate::EvidenceExported), GateStatus::Refused);
        QVERIFY(QFile::remove(input.evidence->path));
        QCOMPARE(statusOf(input, Gate::EvidenceExported), GateStatus::Refused);

        input = allHold();
        input.evidence.reset();
        QCOMPARE(statusOf(input, Gate::EvidenceExported), GateStatus::Refused);

        input = allHold();
        input.evidence->userId = QStringLiteral("user-2");
        QCOMPARE(statusOf(input, Gate::EvidenceExported), GateStatus::Refused);

        input = allHold();
        input.evidence->written = noon().addMSecs(-1); // before the references were read
        QCOMPARE(statusOf(input, Gate::EvidenceExported), GateStatus::Refused);
        input.evidence->written = noon();
        QCOMPARE(statusOf(input, Gate::EvidenceExported), GateStatus::Passed);
        input.evidence->written = {};
        QCOMPARE(statusOf(input, Gate::EvidenceExported), GateStatus::Refused);
    }

    void evidenceOfAReadingBehindThePlanStaysEvidenceOfIt()
    {
        GateInput input = allHold();
        input.evidenceNotBefore = noon();
        input.references->readAt = noon().addSecs(60); // read again right before the write
        QCOMPARE(statusOf(input, Gate::EvidenceExported), GateStatus::Passed);
        input.evidenceNotBefore = noon().addSecs(2);
        QCOMPARE(statusOf(input, Gate::EvidenceExported), GateStatus::Refused);
        input.evidenceNotBefore = {};
        input.references.reset(); // evidence of nothing
        QCOMPARE(statusOf(input, Gate::EvidenceExported), GateStatus::Refused);
    }

    void theRiskMustBeAccepted()
    {
        GateInput input = allHold();
        input.riskAccepted = false;
        QCOMPARE(statusOf(input, Gate::RiskAccepted), GateStatus::Refused);
    }

    void identityIsTypedExactly_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isPassed");
        const QString jane = QStringLiteral("jane.doe@demo.example");
        QTest::addRow("exact") << jane << jane << true;
        QTest::addRow("pasted with blanks") << jane << QStringLiteral("  jane.doe@demo.example\t\n") << true;
        QTest::addRow("nothing") << jane << QString() << false;
        QTest::addRow("more") << jane << QString(jane + QLatin1Char('2')) << false;
        QTest::addRow("other case") << jane << QStringLiteral("Jane.Doe@demo.example") << false;
        QTest::addRow("the name") << jane << QStringLiteral("Jane Doe") << false;
        QTest::addRow("blank within") << jane << QStringLiteral("jane. doe@demo.example") << false;
        QTest::addRow("Cyrillic e") << jane << QStringLiteral("jan\u0435.doe@demo.example") << false;
        QTest::addRow("full width") << jane << QStringLiteral("\uFF4Aane.doe@demo.example") << false;
        QTest::addRow("zero width") << jane << QStringLiteral("jane\u200B.doe@demo.example") << false;
        QTest::addRow("decomposed") << QStringLiteral("jos\u00E9@demo.example")
                                    << QStringLiteral("jose\u0301@demo.example") << true;
        QTest::addRow("without the accent")
            << QStringLiteral("jos\u00E9@demo.example") << QStringLiteral("jose@demo.example") << false;
        QTest::addRow("id without e-mail") << QString() << QStringLiteral("user-1") << true;
        QTest::addRow("nothing without e-mail") << QString() << QString() << false;
        QTest::addRow("blank e-mail, nothing typed") << QStringLiteral("  ") << QString() << false;
    }

    void identityIsTypedExactly()
    {
        QFETCH(QString, email);
        QFETCH(QString, typed);
        QFETCH(bool, isPassed);
        GateInput input = allHold();
        input.user.email = email;
        input.typedIdentity = typed;
        QCOMPARE(statusOf(input, Gate::IdentityTyped), isPassed ? GateStatus::Passed : GateStatus::Refused);
    }

    void theOrganizationIsTypedOnProduction()
    {
        GateInput input = allHold();
        QCOMPARE(statusOf(input, Gate::OrganizationTyped), GateStatus::Passed);
        input.typedOrganization = QStringLiteral("acme-prod");
        QCOMPARE(statusOf(input, Gate::OrganizationTyped), GateStatus::Refused);
        input.typedOrganization.clear();
        QCOMPARE(statusOf(input, Gate::OrganizationTyped), GateStatus::Refused);
        input.organizationName.clear(); // never read: typing nothing confirms nothing
        QCOMPARE(statusOf(input, Gate::OrganizationTyped), GateStatus::Refused);
    }
};

QTEST_GUILESS_MAIN(TestGates)
#include "tst_gates.moc"
