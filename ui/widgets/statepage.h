// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace offboarding::ui {

class CopyOfferButton;

/// What a table shows in place of rows: empty, loading, failed. Never a blank area. All texts are plain.
class StatePage : public QWidget
{
    Q_OBJECT

public:
    explicit StatePage(QWidget *parent = nullptr);

    void showMessage(const QString &title, const QString &text);
    void showProgress(const QString &title, int done, int total); ///< total 0: not known yet
    /// With a button; actionTriggered when it is pressed.
    void showFailure(const QString &title, const QString &text, const QString &actionText);
    /// What @p error means, its technical facts, and what it offers to copy beside the button.
    void showError(const QString &title, const Error &error, const QString &actionText);

    QString title() const;
    QString text() const;

Q_SIGNALS:
    void actionTriggered();

private:
    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_button;
    CopyOfferButton *m_copy;
};

} // namespace offboarding::ui
