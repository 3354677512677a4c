// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/textfolding.h"

#include <QTest>

namespace offboarding {

class TextFoldingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedFindsWhatIsWritten_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("typed");
        const auto row = [](const char *written, const char *typed) {
            QTest::newRow(written) << QString::fromUtf8(written) << QString::fromUtf8(typed);
        };
        row("Jane Doe", "jane doe");
        row("JOSÉ", "jose");
        row("José", "José");     // composed and decomposed
        row("Ｊａｎｅ", "jane"); // full width
        row("Müller", "MULLER");
        row("Straße", "STRASSE");
        row("STRASSE", "straße");
        row("Œuvre ﬁn", "œuvre fin");
        row("Łukasz", "łukasz");
        row("İstanbul", "istanbul");
        row("ΣΊΣΥΦΟΣ", "σίσυφος");
        row("Йван", "йван");
        row("山田太郎", "山田");
        row("한국어", "한국");
        row("أحمد", "احمد"); // with and without hamza
        row("Nguyễn", "nguyen");
        row("Zoë", "zoe");
    }

    void whatIsTypedFindsWhatIsWritten()
    {
        QFETCH(const QString, written);
        QFETCH(const QString, typed);
        QVERIFY2(folded(written).contains(folded(typed)),
                 qPrintable(folded(written) + QLatin1Char('|') + folded(typed)));
    }

    void differentPeopleStayDifferent()
    {
        const QList<QPair<QString, QString>> pairs{
            {QStringLiteral("Jane"), QStringLiteral("Jana")},
            {QStringLiteral("O"), QStringLiteral("0")},
            {QStringLiteral("а"), QStringLiteral("a")}, // Cyrillic and Latin
            {QStringLiteral("l"), QStringLiteral("I")},
            {QStringLiteral("山田"), QStringLiteral("山本")}};
        for (const auto &[left, right] : pairs)
            QVERIFY(folded(left) != folded(right));
    }

    void foldingTwiceChangesNothing()
    {
        for (const char *text :
             {"Jane", "JOSÉ", "Straße", "İı", "Ｊａｎｅ", "ΣΊΣΥΦΟΣ", "أحمد", "한국어", "ﷺ"}) {
            const QString once = folded(QString::fromUtf8(text));
            QCOMPARE(folded(once), once);
        }
    }

    void oddTextIsSurvived()
    {
        QCOMPARE(folded(QString()), QString());
        QCOMPARE(folded(QString(QChar(0x0301))), QString());                 // nothing but an accent
        const QString lonely = QString(QChar(0xd83d)) + QStringLiteral("A"); // half an emoji
        QVERIFY(folded(lonely).endsWith(QLatin1Char('a')));
        const QString emoji = QString::fromUtf8("👩‍💻 Ada");
        QVERIFY(folded(emoji).contains(QStringLiteral("ada")));
        const QString nul = QStringLiteral("a") + QChar(0) + QStringLiteral("B");
        QCOMPARE(folded(nul), QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b")));
        QCOMPARE(folded(QString(100'000, QChar(0x0301))), QString());
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::TextFoldingTest)
#include "tst_textfolding.moc"
