// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

class QAction;
class QLineEdit;
class QListWidget;

namespace offboarding::ui {

/// Ctrl+K: every action of the window by a few letters of its name.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(QList<QAction *> actions, QWidget *window);

    void popUp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void runCurrent();

    QList<QAction *> m_actions;
    QLineEdit *m_field;
    QListWidget *m_list;
};

} // namespace offboarding::ui
