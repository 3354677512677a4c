// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QFrame>
#include <QList>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace offboarding::ui {

/// Ctrl+K: every action of the window by a few letters of its name.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(const QList<QAction *> &actions, QWidget *window);

    void popUp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void runCurrent();

    QList<QPointer<QAction>> m_actions; ///< the list of saved connections is made anew now and then
    QLineEdit *m_field;
    QListWidget *m_list;
};

} // namespace offboarding::ui
