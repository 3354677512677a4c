// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace offboarding::ui {

class CopyOfferButton;

/// A line above a table that says what is wrong with its rows, with one thing to do about it. Plain text.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Empty: hidden. @p details become the tool tip, one per line.
    void setNotice(const QString &text, const QStringList &details, const QString &actionText);
    void setError(const std::optional<Error> &error); ///< what it offers to copy is offered here, too
    QString text() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateSign();

    QLabel *m_sign;
    QLabel *m_text;
    QPushButton *m_button;
    CopyOfferButton *m_copy;
};

} // namespace offboarding::ui
