// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/leavercolumns.h"

#include "app/reports/reports.h"

#include <QTest>

namespace offboarding {

namespace {

QString mapped(const QString &header)
{
    return columnsToText(recognisedColumns(header.split(QLatin1Char('|'))));
}

} // namespace

class LeaverColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersAreRecognised_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("columns");
        const auto row = [](const char *header, const char *columns) {
            QTest::newRow(header) << QString::fromUtf8(header) << QString::fromUtf8(columns);
        };
        row("id|email|name", "id=0 email=1 name=2");
        row("Name|E-Mail|ID", "id=2 email=1 name=0");
        row("  USER_ID |Work E-Mail Address|Department", "id=0 email=1");
        row("First name|Last name|mail", "email=2 givenName=0 familyName=1");
        row("Vorname|Nachname|E-Mail-Adresse|Abteilung", "email=2 givenName=0 familyName=1");
        row("Benutzer-ID|Vollständiger Name|Dienstliche E-Mail", "id=0 email=2 name=1");
        row("Personalnummer|Austritt", "");
        row("Nom|Courriel", "email=1 name=0");
        row("Correo electrónico|Nombre", "email=0 name=1");
        row("名前|メールアドレス", "email=1 name=0");
        row("الاسم|البريد الإلكتروني", "email=1 name=0");
        row("userId|userName|userEmail|userState|kind", "id=0 email=2 name=1"); // an export of references
        row("userId|userName|userEmail|kind|id|name", "id=0 email=2 name=1"); // id and name of the reference
        row("userId|id|mail", "email=2");
    }

    void headersAreRecognised()
    {
        QFETCH(const QString, header);
        QFETCH(const QString, columns);
        QCOMPARE(mapped(header), columns);
    }

    void ourOwnExportIsRecognised()
    {
        const LeaverColumns columns = recognisedColumns(usersToTable({}).columns);
        QCOMPARE(columnsToText(columns), QStringLiteral("id=0 email=2 name=1"));
        QVERIFY(columns.isUsable());
        QVERIFY(!LeaverColumns().isUsable());
    }

    /// The private address must not be taken for the one that counts.
    void twoOfAKindAreLeftToAPerson()
    {
        QList<LeaverField> ambiguous;
        const QStringList header{QStringLiteral("id"), QStringLiteral("mail"), QStringLiteral("E-Mail")};
        const LeaverColumns columns = recognisedColumns(header, &ambiguous);
        QCOMPARE(columnsToText(columns), QStringLiteral("id=0"));
        QCOMPARE(ambiguous, QList<LeaverField>{LeaverField::Email});
    }

    void aMappingSurvivesASetting()
    {
        LeaverColumns columns;
        columns.setColumn(LeaverField::Email, 4);
        columns.setColumn(LeaverField::FamilyName, 0);
        QCOMPARE(columnsFromText(columnsToText(columns), 5), columns);
        QCOMPARE(columnsToText(columnsFromText(columnsToText(columns), 4)), QStringLiteral("familyName=0"));
        QCOMPARE(columnsFromText(QStringLiteral("email=-3 id=x =1 name=99999999999 nonsense"), 9),
                 LeaverColumns());
    }

    void aHeaderIsKnownAgain()
    {
        const QString signature = headerSignature({QStringLiteral("E-Mail"), QStringLiteral("Name")});
        QCOMPARE(signature.size(), 40);
        QCOMPARE(headerSignature({QStringLiteral(" email"), QStringLiteral("NAME ")}), signature);
        QVERIFY(headerSignature({QStringLiteral("Name"), QStringLiteral("E-Mail")}) != signature);
        QVERIFY(headerSignature({QStringLiteral("E-MailName")}) != signature);
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::LeaverColumnsTest)
#include "tst_leavercolumns.moc"
