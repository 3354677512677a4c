// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/requestview.h"

#include "ui/widgets/displaytext.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

namespace {

constexpr int curlRole = Qt::UserRole;

} // namespace

RequestView::RequestView(QWidget *parent)
    : QWidget(parent), m_tree(new QTreeWidget(this)), m_copyOne(new QPushButton(tr("Copy as &curl"), this)),
      m_copyAll(new QPushButton(tr("Copy &all as curl"), this))
{
    m_tree->setObjectName(QStringLiteral("requestsTreeWidget"));
    m_tree->setAccessibleName(tr("Requests of this plan"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setTextElideMode(Qt::ElideNone);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_copyOne->setObjectName(QStringLiteral("copyCurlPushButton"));
    m_copyAll->setObjectName(QStringLiteral("copyAllCurlPushButton"));
    m_copyOne->setAutoDefault(false);
    m_copyAll->setAutoDefault(false);

    auto *hint = new QLabel(tr("These requests are sent, in this order. Copied commands take the secret from "
                               "the variable $TOKEN of your shell."),
                            this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_copyOne);
    buttons->addWidget(m_copyAll);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addWidget(m_tree, 1);
    layout->addLayout(buttons);

    connect(m_copyOne, &QPushButton::clicked, this, &RequestView::copySelected);
    connect(m_copyAll, &QPushButton::clicked, this, &RequestView::copyAll);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &RequestView::updateButtons);
    updateButtons();
}

void RequestView::setPlan(const Plan &plan)
{
    QHash<QString, QString> names;
    for (const User &user : plan.users)
        names.insert(user.id, user.identity());
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QStringList commands;
    QList<QTreeWidgetItem *> items;
    int number = 0;
    for (const PlanStep &step : plan.steps) {
        const QString title =
            tr("%1. %2: %3").arg(++number).arg(displayText(step.kind), names.value(step.userId, step.userId));
        auto *item = new QTreeWidgetItem({title.simplified()});
        QStringList stepCommands;
        for (const RequestPreview &request : step.requests) {
            auto *child = new QTreeWidgetItem(item, {request.line()});
            child->setFont(0, fixed);
            child->setData(0, curlRole, request.curl());
            stepCommands.append(request.curl());
            if (!request.body.isEmpty()) {
                auto *body = new QTreeWidgetItem(item, {QString::fromUtf8(request.body).simplified()});
                body->setFont(0, fixed);
                body->setData(0, curlRole, request.curl());
            }
        }
        item->setData(0, curlRole, stepCommands.join(QLatin1Char('\n')));
        if (step.isWrite) {
            QFont bold = font();
            bold.setBold(true);
            item->setFont(0, bold);
        }
        commands += stepCommands;
        items.append(item);
    }
    m_tree->clear();
    m_tree->addTopLevelItems(items);
    m_tree->expandAll();
    m_allCurl = commands.join(QLatin1Char('\n'));
    updateButtons();
}

void RequestView::copySelected() const
{
    // A request and its body carry the same command: copied once. Order is that of the plan.
    QStringList commands;
    for (QTreeWidgetItemIterator it(m_tree, QTreeWidgetItemIterator::Selected); *it != nullptr; ++it) {
        const QStringList lines = (*it)->data(0, curlRole).toString().split(QLatin1Char('\n'));
        for (const QString &line : lines) {
            if (!line.isEmpty() && !commands.contains(line))
                commands.append(line);
        }
    }
    QGuiApplication::clipboard()->setText(commands.join(QLatin1Char('\n')));
}

void RequestView::copyAll() const
{
    QGuiApplication::clipboard()->setText(m_allCurl);
}

void RequestView::updateButtons()
{
    m_copyOne->setEnabled(!m_tree->selectedItems().isEmpty());
    m_copyAll->setEnabled(!m_allCurl.isEmpty());
}

} // namespace offboarding::ui
