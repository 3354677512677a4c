// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>

class QAbstractButton;
class QAbstractItemView;
class QAction;
class QCheckBox;
class QLineEdit;

namespace offboarding::ui {

/// Drives the real window the way an admin does: finds things by their accessible names, clicks with mouse
/// events. Used by the tour and by the tests of the whole story, so that both go through the same doors.
class WindowDriver
{
public:
    explicit WindowDriver(QWidget *window);

    QWidget *window() const { return m_window; }

    /// The accessible name that a screen reader would read: the set name, else text without mnemonic, else
    /// title.
    static QString nameOf(const QWidget *widget);

    /// The first visible widget of type T whose accessible name is @p name, in the topmost dialog or the
    /// window.
    template <typename T> T *find(const QString &name) const
    {
        const QWidget *scope = currentScope();
        for (T *widget : scope->findChildren<T *>()) {
            if (widget->isVisibleTo(scope) && nameOf(widget) == name)
                return widget;
        }
        return nullptr;
    }

    /// The open dialog with this title, or null.
    QWidget *dialog(const QString &title) const;
    QWidget *topDialog() const;

    /// The window's action whose text without mnemonic is @p text, or null.
    QAction *action(const QString &text) const;
    bool trigger(const QString &text) const; ///< false if it is missing or disabled

    /// Press and release of the left button in the middle of the widget. False if it is missing or disabled.
    bool click(QWidget *widget) const;
    bool clickButton(const QString &name) const;
    /// Replaces the text key by key, as typed.
    bool type(QLineEdit *field, const QString &text) const;
    /// Clicks the row in which any cell shows @p text exactly; false if there is none.
    bool selectRow(QAbstractItemView *view, const QString &text) const;
    int rowCount(const QString &tableName) const; ///< -1 if the table is missing

    /// The window with every open dialog painted over it, as one picture.
    QPixmap picture() const;

private:
    const QWidget *currentScope() const;
    QPointer<QWidget> m_window;
};

} // namespace offboarding::ui
