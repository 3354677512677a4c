// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"

#include <QWidget>

class QLabel;

namespace offboarding::ui {

/// Which organisation one is in: name, host, environment in words and colour, who is signed in, and whether
/// the server can be reached.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void setConnection(const Connection &connection, const QString &signedInAs);
    void setReachable(bool isReachable);

private:
    QLabel *m_environment;
    QLabel *m_organization;
    QLabel *m_details;
    QLabel *m_offline;
};

} // namespace offboarding::ui
