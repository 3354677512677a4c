// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/preview/jsonview.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace offboarding::ui {

JsonView::JsonView(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    auto *row = new QHBoxLayout;
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("jsonSearchLineEdit"));
    m_search->setAccessibleName(tr("Search JSON"));
    m_search->setPlaceholderText(tr("Search JSON"));
    m_search->setClearButtonEnabled(true);
    m_note = new QLabel(this);
    m_note->setTextFormat(Qt::PlainText);
    const auto button = [this](Qt::ArrowType arrow, const QString &name, bool isBackward) {
        auto *made = new QToolButton(this);
        made->setObjectName(isBackward ? QStringLiteral("previousMatchToolButton")
                                       : QStringLiteral("nextMatchToolButton"));
        made->setArrowType(arrow);
        made->setAutoRaise(true);
        made->setAccessibleName(name);
        made->setToolTip(name);
        connect(made, &QToolButton::clicked, this, [this, isBackward] { find(isBackward); });
        return made;
    };
    row->addWidget(m_search, 1);
    row->addWidget(button(Qt::UpArrow, tr("Previous match"), true));
    row->addWidget(button(Qt::DownArrow, tr("Next match"), false));
    row->addWidget(m_note);
    layout->addLayout(row);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("jsonPlainTextEdit"));
    m_text->setAccessibleName(tr("Raw JSON"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setPlaceholderText(tr("The body of a conversation appears here once it was read."));
    layout->addWidget(m_text, 1);
    connect(m_search, &QLineEdit::returnPressed, this, &JsonView::findNext);
    connect(m_search, &QLineEdit::textEdited, this, [this] {
        QTextCursor cursor = m_text->textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_text->setTextCursor(cursor);
        findNext();
    });
}

void JsonView::setObject(const QJsonObject &object)
{
    QString text = object.isEmpty()
                       ? QString()
                       : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
    const bool isCut = text.size() > mostCharacters;
    text.truncate(mostCharacters);
    m_note->setText(isCut ? tr("Cut: only the beginning is shown") : QString());
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
}

QString JsonView::text() const
{
    return m_text->toPlainText();
}

void JsonView::find(bool isBackward)
{
    const QString wanted = m_search->text();
    if (wanted.isEmpty()) {
        m_note->clear();
        return;
    }
    const QTextDocument::FindFlags flags =
        isBackward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_text->find(wanted, flags)) {
        m_note->clear();
        return;
    }
    const QTextCursor before = m_text->textCursor();
    QTextCursor edge = before;
    edge.movePosition(isBackward ? QTextCursor::End : QTextCursor::Start);
    m_text->setTextCursor(edge);
    if (m_text->find(wanted, flags)) {
        m_note->setText(isBackward ? tr("Went on from the end") : tr("Went on from the start"));
    } else {
        m_text->setTextCursor(before);
        m_note->setText(tr("No match"));
    }
}

} // namespace offboarding::ui
