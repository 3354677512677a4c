// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printing/pdf.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontDatabase>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <QUrl>
#include <QVariant>

namespace offboarding {

namespace {

constexpr int dotsPerInch = 150;
constexpr double marginMillimetres = 15;
constexpr double footerLines = 2;

/// What a report says comes from servers: it may name pictures and style sheets, and gets none.
class ClosedDocument : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

Result<QByteArray> toPdf(const QString &html, const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Offboarding Console"));
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(
        QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres),
        QPageLayout::Millimeter);

    ClosedDocument document;
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPointSizeF(9);
    document.setDefaultFont(font);
    document.documentLayout()->setPaintDevice(&writer);
    document.setHtml(html);
    document.setDocumentMargin(0);

    QPainter painter;
    Error error;
    error.kind = ErrorKind::File;
    error.place = QStringLiteral("PDF");
    if (!painter.begin(&writer)) {
        error.detail = QStringLiteral("the PDF could not be begun");
        return failure(error);
    }
    painter.setFont(font);
    const double footer = footerLines * painter.fontMetrics().height();
    const QSizeF page(writer.width(), writer.height() - footer);
    document.setPageSize(page);
    const int pages = document.pageCount();
    for (int number = 0; number < pages; ++number) {
        if (number > 0 && !writer.newPage()) {
            error.detail = QStringLiteral("page %1 could not be added").arg(number + 1);
            return failure(error);
        }
        painter.save();
        painter.translate(0, -number * page.height());
        const QRectF visible(0, number * page.height(), page.width(), page.height());
        painter.setClipRect(visible);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = visible;
        context.palette.setColor(QPalette::Text, Qt::black);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.drawText(QRectF(0, page.height(), page.width(), footer), Qt::AlignRight | Qt::AlignBottom,
                         QStringLiteral("%1 · %2 / %3").arg(title).arg(number + 1).arg(pages));
    }
    if (!painter.end()) {
        error.detail = QStringLiteral("the PDF could not be completed");
        return failure(error);
    }
    return bytes;
}

} // namespace offboarding
