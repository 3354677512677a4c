// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/windowdriver.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QGroupBox>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>
#include <QRadioButton>

namespace offboarding::ui {

namespace {

QString withoutMnemonic(QString text)
{
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
    text.remove(QLatin1Char('&'));
    text.replace(QStringLiteral("\x01"), QStringLiteral("&"));
    return text;
}

void sendMouse(QWidget *target, QPoint position, QEvent::Type type)
{
    const QPointF local(position);
    const QPointF global(target->mapToGlobal(position));
    const Qt::MouseButtons buttons = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
    QMouseEvent event(type, local, global, Qt::LeftButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

} // namespace

WindowDriver::WindowDriver(QWidget *window) : m_window(window) {}

QString WindowDriver::nameOf(const QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return withoutMnemonic(button->text());
    if (const auto *box = qobject_cast<const QGroupBox *>(widget))
        return withoutMnemonic(box->title());
    return widget->windowTitle();
}

QWidget *WindowDriver::topDialog() const
{
    QWidget *top = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (!widget->isVisible() || qobject_cast<QDialog *>(widget) == nullptr)
            continue;
        // A dialog over a dialog has the lower one among its ancestors.
        if (top == nullptr || top->isAncestorOf(widget) || widget->isActiveWindow())
            top = widget;
    }
    return top;
}

QWidget *WindowDriver::dialog(const QString &title) const
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && qobject_cast<QDialog *>(widget) != nullptr &&
            widget->windowTitle() == title)
            return widget;
    }
    return nullptr;
}

const QWidget *WindowDriver::currentScope() const
{
    const QWidget *top = topDialog();
    return top != nullptr ? top : m_window.data();
}

QAction *WindowDriver::action(const QString &text) const
{
    if (m_window == nullptr)
        return nullptr;
    for (QAction *candidate : m_window->findChildren<QAction *>()) {
        if (withoutMnemonic(candidate->text()) == text)
            return candidate;
    }
    return nullptr;
}

bool WindowDriver::trigger(const QString &text) const
{
    QAction *found = action(text);
    if (found == nullptr || !found->isEnabled())
        return false;
    found->trigger();
    return true;
}

bool WindowDriver::click(QWidget *widget) const
{
    if (widget == nullptr || !widget->isEnabled())
        return false;
    QPoint middle = widget->rect().center();
    // A check box reacts on its box and label only, which may end left of the middle.
    if (qobject_cast<QCheckBox *>(widget) != nullptr || qobject_cast<QRadioButton *>(widget) != nullptr)
        middle.setX(qMin(middle.x(), 10));
    sendMouse(widget, middle, QEvent::MouseButtonPress);
    sendMouse(widget, middle, QEvent::MouseButtonRelease);
    return true;
}

bool WindowDriver::clickButton(const QString &name) const
{
    return click(find<QAbstractButton>(name));
}

bool WindowDriver::type(QLineEdit *field, const QString &text) const
{
    if (field == nullptr || !field->isEnabled())
        return false;
    field->setFocus();
    field->selectAll();
    if (text.isEmpty())
        field->clear();
    for (const QChar character : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(character));
        QApplication::sendEvent(field, &press);
    }
    return field->text() == text;
}

bool WindowDriver::selectRow(QAbstractItemView *view, const QString &text) const
{
    if (view == nullptr || view->model() == nullptr)
        return false;
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            if (index.data().toString() != text)
                continue;
            view->scrollTo(index);
            const QRect cell = view->visualRect(index);
            if (cell.isEmpty()) { // a hidden column
                view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                                   QItemSelectionModel::Rows);
                return true;
            }
            const QPoint middle(cell.left() + qMin(cell.width() / 2, 20), cell.center().y());
            sendMouse(view->viewport(), middle, QEvent::MouseButtonPress);
            sendMouse(view->viewport(), middle, QEvent::MouseButtonRelease);
            return view->selectionModel()->isRowSelected(row);
        }
    }
    return false;
}

int WindowDriver::rowCount(const QString &tableName) const
{
    const auto *view = find<QAbstractItemView>(tableName);
    return view == nullptr || view->model() == nullptr ? -1 : view->model()->rowCount();
}

QPixmap WindowDriver::picture() const
{
    if (m_window == nullptr)
        return {};
    QPixmap picture = m_window->grab();
    QPainter painter(&picture);
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (!widget->isVisible() || qobject_cast<QDialog *>(widget) == nullptr)
            continue;
        const QPixmap dialogPicture = widget->grab();
        const QPoint corner((m_window->width() - widget->width()) / 2,
                            (m_window->height() - widget->height()) / 2);
        painter.fillRect(QRect(corner, widget->size()).adjusted(-1, -1, 1, 1), Qt::black);
        painter.drawPixmap(corner, dialogPicture);
    }
    return picture;
}

} // namespace offboarding::ui
