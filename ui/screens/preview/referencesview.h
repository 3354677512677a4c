// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/services.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QSettings;
class QStackedWidget;
class QTreeView;

namespace offboarding::ui {

class ReferencesController;
class ReferenceTreeModel;
class StatePage;

/// Everything that still refers to the selected users: a row per source with its count and the trust in it,
/// its entries below. Reads when it is looked at, or when it is asked to.
class ReferencesView : public QWidget
{
    Q_OBJECT

public:
    explicit ReferencesView(Services services, QWidget *parent = nullptr);

    void setUserIds(const QStringList &userIds);
    QTreeView *tree() const { return m_tree; }
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildHeader(QWidget *header);
    void buildTree();
    void updateRows();
    void updateHeader();
    void tick();
    void copyRows() const;
    QModelIndexList shownRows() const;

    ReferencesController *m_controller;
    ReferenceTreeModel *m_model;
    QTreeView *m_tree = nullptr;
    QLabel *m_summary = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_read = nullptr;
    StatePage *m_statePage = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTimer m_ticker;
};

} // namespace offboarding::ui
