// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statepage.h"

#include "ui/widgets/copyofferbutton.h"
#include "ui/widgets/errortext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace offboarding::ui {

StatePage::StatePage(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_text(new QLabel(this)),
      m_progress(new QProgressBar(this)), m_button(new QPushButton(this)), m_copy(new CopyOfferButton(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setObjectName(QStringLiteral("stateTitleLabel"));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    QFont font = m_title->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.2);
    m_title->setFont(font);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setObjectName(QStringLiteral("stateTextLabel"));
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setMaximumWidth(360);
    m_button->setObjectName(QStringLiteral("stateActionPushButton"));
    connect(m_button, &QPushButton::clicked, this, &StatePage::actionTriggered);

    auto *layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_button);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addStretch();
    showMessage({}, {});
}

void StatePage::showMessage(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_progress->hide();
    m_button->hide();
    m_copy->setError({});
}

void StatePage::showProgress(const QString &title, int done, int total)
{
    showMessage(title, total > 0 ? tr("%1 of %2").arg(locale().toString(done), locale().toString(total))
                                 : QString());
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_progress->setAccessibleName(title);
    m_progress->show();
}

void StatePage::showFailure(const QString &title, const QString &text, const QString &actionText)
{
    showMessage(title, text);
    m_button->setText(actionText);
    m_button->show();
}

void StatePage::showError(const QString &title, const Error &error, const QString &actionText)
{
    const QString facts = describeBriefly(error) + QLatin1Char('\n') + describe(error).technical;
    showFailure(title, facts, actionText);
    m_copy->setError(error);
}

QString StatePage::title() const
{
    return m_title->text();
}

QString StatePage::text() const
{
    return m_text->text();
}

} // namespace offboarding::ui
