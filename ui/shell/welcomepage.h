// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace offboarding::ui {

/// The first thing that one sees without a connection: the demo organisation, or an honest word about the
/// rest.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void showStarting();
    void showFailure(const QString &text);

Q_SIGNALS:
    void demoRequested();

private:
    QPushButton *m_demo;
    QLabel *m_notice;
};

} // namespace offboarding::ui
