// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace offboarding::ui {

/// A JSON body, pretty printed, read-only, with a search. Bounded: a huge body is cut and says so.
class JsonView : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostCharacters = 400'000;

    explicit JsonView(QWidget *parent = nullptr);

    void setObject(const QJsonObject &object); ///< empty: cleared. The place read is kept for equal text.
    QString text() const;
    void findNext() { find(false); }
    void findPrevious() { find(true); }

private:
    void find(bool isBackward);

    QPlainTextEdit *m_text = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace offboarding::ui
