// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printing/pdf.h"

#include <QRegularExpression>
#include <QTest>

using namespace offboarding;

namespace {

qsizetype pagesOf(const QByteArray &pdf)
{
    static const QRegularExpression page(QStringLiteral("/Type\\s*/Page\\b"));
    return QString::fromLatin1(pdf).count(page);
}

} // namespace

class TestPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShortReportIsOnePage()
    {
        const Result<QByteArray> pdf = toPdf(QStringLiteral("<h1>Report</h1>"), QStringLiteral("Run 1"));
        QVERIFY(pdf);
        QVERIFY(pdf->startsWith("%PDF-"));
        QVERIFY(pdf->trimmed().endsWith("%%EOF"));
        QCOMPARE(pagesOf(*pdf), 1);
    }

    void aLongReportHasAsManyPagesAsItNeeds()
    {
        QString html;
        for (int line = 0; line < 300; ++line)
            html += QStringLiteral("<p>Line %1</p>").arg(line);
        const Result<QByteArray> pdf = toPdf(html, QStringLiteral("Run 1"));
        QVERIFY(pdf);
        QVERIFY2(pagesOf(*pdf) > 3, qPrintable(QString::number(pagesOf(*pdf))));
    }

    void anEmptyReportIsAPageAllTheSame()
    {
        const Result<QByteArray> pdf = toPdf(QString(), QString());
        QVERIFY(pdf);
        QCOMPARE(pagesOf(*pdf), 1);
    }
};

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
