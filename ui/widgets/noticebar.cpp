// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticebar.h"

#include "ui/widgets/copyofferbutton.h"
#include "ui/widgets/statussign.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace offboarding::ui {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent), m_sign(new QLabel(this)), m_text(new QLabel(this)), m_button(new QPushButton(this)),
      m_copy(new CopyOfferButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_text->setObjectName(QStringLiteral("noticeLabel"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName(QStringLiteral("noticePushButton"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, &NoticeBar::actionTriggered);
    updateSign();
    hide();
}

void NoticeBar::setNotice(const QString &text, const QStringList &details, const QString &actionText)
{
    m_text->setText(text);
    m_text->setToolTip(details.isEmpty() ? QString()
                                         : QStringLiteral("<p>%1</p>")
                                               .arg(details.join(QLatin1Char('\n'))
                                                        .toHtmlEscaped()
                                                        .replace(QLatin1Char('\n'), QStringLiteral("<br>"))));
    m_button->setText(actionText);
    m_button->setVisible(!actionText.isEmpty());
    setVisible(!text.isEmpty());
}

void NoticeBar::setError(const std::optional<Error> &error)
{
    m_copy->setError(error);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateSign();
    QFrame::changeEvent(event);
}

void NoticeBar::updateSign()
{
    m_sign->setPixmap(statusSign(StatusSign::Warning, this, 18));
}

} // namespace offboarding::ui
