// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace offboarding::ui {

class CopyOfferButton;
class NoticeBar;
class ReportCheckController;
class ReportDefinitionModel;
class SearchIndexModel;
class StatePage;

/// Why reports may still show leavers (S7): whether the search index has caught up, and which definitions
/// name them or do not exclude inactive users. Stays open beside the main window, because it may take
/// minutes.
class ReportCheckWindow : public QDialog
{
    Q_OBJECT

public:
    /// @p controller is borrowed and outlives the window.
    ReportCheckWindow(ReportCheckController &controller, QWidget *parent);

    void showFor(const QStringList &userIds); ///< begins a check and comes to the front

Q_SIGNALS:
    void exportRequested();

protected:
    void done(int result) override; ///< nobody waits for a check whose window is closed

private:
    void buildIndexTable();
    void buildDefinitionTable();
    QWidget *buildProgress();
    QWidget *buildButtons();
    void updateReading();
    void updateState();
    void updateNotice();
    void updateProgress(int done, int total);
    void tick();
    void explain();
    QString headline() const;
    QString summary() const;

    ReportCheckController &m_controller;
    SearchIndexModel *m_index;
    ReportDefinitionModel *m_definitions;
    QSortFilterProxyModel *m_sorted;
    QLabel *m_headline;
    NoticeBar *m_notice;
    QTableView *m_indexTable;
    QLabel *m_summary;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    QTableView *m_definitionTable;
    QPlainTextEdit *m_explanation;
    CopyOfferButton *m_copy;
    QProgressBar *m_progress = nullptr;
    QLabel *m_elapsed = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_export = nullptr;
    QTimer m_ticker;
};

} // namespace offboarding::ui
