// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcomepage.h"

#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/environmentmark.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace offboarding::ui {

namespace {

constexpr int listHeight = 132;

QLabel *createText(const QString &text, const QString &objectName, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QIcon environmentIcon(Environment environment)
{
    QPixmap pixmap(12, 12);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(environmentColor(environment));
    painter.drawRoundedRect(pixmap.rect(), 3, 3);
    return pixmap;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent), m_demo(new QPushButton(tr("Open the demo organisation"), this)),
      m_connect(new QPushButton(tr("Connect to Genesys Cloud…"), this)), m_saved(new QWidget(this)),
      m_list(new QListWidget(m_saved)), m_open(new QPushButton(tr("&Open"), m_saved)),
      m_manage(new QPushButton(tr("&Manage connections…"), this)),
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
    m_connect->setObjectName(QStringLiteral("connectPushButton"));
    m_connect->setMinimumHeight(m_demo->minimumHeight());
    QLabel *connectText = createText(
        tr("Any region, a gateway or a test server. Production starts read-only, and secrets stay in "
           "the desktop's keychain."),
        QStringLiteral("connectLabel"), this);

    m_list->setObjectName(QStringLiteral("connectionsListWidget"));
    m_list->setAccessibleName(tr("Saved connections"));
    m_list->setMaximumHeight(listHeight);
    m_open->setObjectName(QStringLiteral("openPushButton"));
    m_manage->setObjectName(QStringLiteral("managePushButton"));
    m_manage->setAccessibleName(tr("Manage connections…"));
    auto *savedTitle = new QLabel(tr("&Saved connections"), m_saved);
    savedTitle->setBuddy(m_list);
    auto *savedRow = new QHBoxLayout;
    savedRow->addWidget(m_list, 1);
    savedRow->addWidget(m_open, 0, Qt::AlignTop);
    auto *savedLayout = new QVBoxLayout(m_saved);
    savedLayout->setContentsMargins(0, 0, 0, 0);
    savedLayout->addWidget(savedTitle);
    savedLayout->addLayout(savedRow);

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
    column->addWidget(m_connect);
    column->addWidget(connectText);
    column->addSpacing(12);
    column->addWidget(m_saved);
    column->addWidget(m_manage, 0, Qt::AlignLeft);
    column->addSpacing(12);
    column->addWidget(m_notice);
    column->addStretch();
    auto *frame = new QWidget(this);
    frame->setLayout(column);
    frame->setMaximumWidth(520);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(frame);
    resize(640, 620);
    m_demo->setFocus();
    setConnections({});
    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    connect(m_connect, &QPushButton::clicked, this, &WelcomePage::connectRequested);
    connect(m_manage, &QPushButton::clicked, this, &WelcomePage::manageRequested);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::openCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &WelcomePage::openCurrent);
}

void WelcomePage::setConnections(const QList<Connection> &connections)
{
    m_list->clear();
    for (const Connection &connection : connections) {
        const QString environment = displayText(connection.environment);
        auto *item = new QListWidgetItem(
            environmentIcon(connection.environment),
            tr("%1 · %2 · %3").arg(connection.name, environment, serverText(connection)), m_list);
        item->setData(Qt::UserRole, connection.id);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_saved->setVisible(!connections.isEmpty());
}

void WelcomePage::openCurrent()
{
    if (const QListWidgetItem *item = m_list->currentItem())
        Q_EMIT openRequested(item->data(Qt::UserRole).toUuid());
}

void WelcomePage::setBusy(bool isBusy)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_demo), static_cast<QWidget *>(m_connect), m_saved,
                            static_cast<QWidget *>(m_manage)})
        widget->setEnabled(!isBusy);
}

void WelcomePage::showStarting(const QString &text)
{
    setBusy(true);
    m_notice->setText(text);
}

void WelcomePage::showNotice(const QString &text)
{
    setBusy(false);
    m_notice->setText(text);
}

} // namespace offboarding::ui
