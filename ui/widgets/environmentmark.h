// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"

#include <QColor>
#include <QFrame>
#include <QLabel>

namespace offboarding::ui {

/// The colour of an environment; white on it reaches a contrast of at least 4.5 to 1.
QColor environmentColor(Environment environment);

/// The environment as a word on its colour: the word says it to those who do not see the colour.
class EnvironmentMark : public QLabel
{
    Q_OBJECT

public:
    explicit EnvironmentMark(QWidget *parent = nullptr);

    void setEnvironment(Environment environment);
};

/// The head of a dialog that is about one organisation: a strip in the environment's colour with the
/// environment, the organisation and the server.
class EnvironmentStrip : public QFrame
{
    Q_OBJECT

public:
    explicit EnvironmentStrip(QWidget *parent = nullptr);

    void setConnection(const Connection &connection);
    QString text() const;

private:
    QLabel *m_text;
};

} // namespace offboarding::ui
