// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/plan.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace offboarding::ui {

/// The exact requests of a plan, step by step, and copying them as curl. The secret is $TOKEN, always.
class RequestView : public QWidget
{
    Q_OBJECT

public:
    explicit RequestView(QWidget *parent = nullptr);

    void setPlan(const Plan &plan);
    /// Every curl command line of the plan, in order.
    QString curlText() const { return m_allCurl; }

private:
    void copySelected() const;
    void copyAll() const;
    void updateButtons();

    QTreeWidget *m_tree = nullptr;
    QPushButton *m_copyOne = nullptr;
    QPushButton *m_copyAll = nullptr;
    QString m_allCurl;
};

} // namespace offboarding::ui
