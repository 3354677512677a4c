// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace offboarding::ui {

CommandPalette::CommandPalette(const QList<QAction *> &actions, QWidget *window)
    : QFrame(window, Qt::Popup), m_actions(actions.cbegin(), actions.cend()), m_field(new QLineEdit(this)),
      m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_field->setObjectName(QStringLiteral("commandLineEdit"));
    m_field->setAccessibleName(tr("Command"));
    m_field->setPlaceholderText(tr("Type what you want to do"));
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("commandListWidget"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    resize(440, 320);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::popUp()
{
    m_field->clear();
    filter({});
    const QWidget *window = parentWidget();
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, 80)));
    show();
    m_field->setFocus();
}

void CommandPalette::filter(const QString &text)
{
    m_list->clear();
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const QAction *action = m_actions.at(i);
        if (action == nullptr)
            continue;
        const QString name = QString(action->text()).remove(QLatin1Char('&'));
        if (name.isEmpty() || !name.contains(text.trimmed(), Qt::CaseInsensitive))
            continue;
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(
            action->icon(), shortcut.isEmpty() ? name : QStringLiteral("%1   %2").arg(name, shortcut),
            m_list);
        item->setData(Qt::UserRole, static_cast<int>(i));
        item->setToolTip(action->toolTip());
        if (!action->isEnabled())
            item->setFlags(Qt::NoItemFlags);
    }
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->flags() & Qt::ItemIsEnabled) {
            m_list->setCurrentRow(row);
            break;
        }
    }
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (item == nullptr || !(item->flags() & Qt::ItemIsEnabled))
        return;
    QAction *action = m_actions.at(item->data(Qt::UserRole).toInt());
    if (action == nullptr)
        return;
    close();
    // After the popup is gone: the action may open a dialog over the window.
    QTimer::singleShot(0, action, &QAction::trigger);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int step = key == Qt::Key_Up ? -1 : 1;
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            runCurrent();
            return true;
        }
        if (key == Qt::Key_Escape) {
            close();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace offboarding::ui
