// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcomepage.h"

#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace offboarding::ui {

namespace {

QLabel *createText(const QString &text, const QString &objectName, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent), m_demo(new QPushButton(tr("Open the demo organisation"), this)),
      m_notice(createText({}, QStringLiteral("noticeLabel"), this))
{
    setObjectName(QStringLiteral("welcomePage"));
    setWindowTitle(tr("Offboarding Console"));
    auto *symbol = new QLabel(this);
    symbol->setPixmap(QIcon(QStringLiteral(":/offboarding/icons/offboarding-console.svg")).pixmap(64, 64));
    QLabel *title = createText(tr("Take leavers out, safely"), QStringLiteral("titleLabel"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setBold(true);
    title->setFont(large);
    QLabel *intro =
        createText(tr("See everything in a Genesys Cloud organisation that still refers to a person, know "
                      "exactly what will happen, stop at any time, and prove it afterwards."),
                   QStringLiteral("introLabel"), this);

    m_demo->setObjectName(QStringLiteral("demoPushButton"));
    m_demo->setDefault(true);
    m_demo->setMinimumHeight(m_demo->sizeHint().height() + 10);
    QLabel *demoText =
        createText(tr("5,000 invented people on this computer. Nothing leaves it, and nothing can break."),
                   QStringLiteral("demoLabel"), this);

    auto *connectButton = new QPushButton(tr("Connect to Genesys Cloud…"), this);
    connectButton->setObjectName(QStringLiteral("connectPushButton"));
    connectButton->setMinimumHeight(m_demo->minimumHeight());
    connectButton->setEnabled(false);
    const QString whyNot = tr("Signing in to a real organisation is not part of this version yet.");
    connectButton->setToolTip(whyNot);
    connectButton->setAccessibleDescription(whyNot);
    QLabel *connectText = createText(whyNot, QStringLiteral("connectLabel"), this);

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch();
    column->addWidget(symbol);
    column->addWidget(title);
    column->addWidget(intro);
    column->addSpacing(16);
    column->addWidget(m_demo);
    column->addWidget(demoText);
    column->addSpacing(12);
    column->addWidget(connectButton);
    column->addWidget(connectText);
    column->addSpacing(12);
    column->addWidget(m_notice);
    column->addStretch();
    auto *frame = new QWidget(this);
    frame->setLayout(column);
    frame->setMaximumWidth(520);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(frame);
    resize(640, 520);
    m_demo->setFocus();
    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::demoRequested);
}

void WelcomePage::showStarting()
{
    m_demo->setEnabled(false);
    m_notice->setText(tr("Starting the demo organisation…"));
}

void WelcomePage::showFailure(const QString &text)
{
    m_demo->setEnabled(true);
    m_notice->setText(text);
}

} // namespace offboarding::ui
