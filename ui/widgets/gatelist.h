// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/statussign.h"

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace offboarding::ui {

/// One condition or remark: a sign and a plain text.
struct StatusLine
{
    StatusSign sign = StatusSign::Unknown;
    QString text;
    bool operator==(const StatusLine &other) const = default;
};

/// Lines with a sign each: the gates of an act, or its warnings. A screen reader hears the sign as a word.
class GateList : public QWidget
{
    Q_OBJECT

public:
    explicit GateList(QWidget *parent = nullptr);

    /// Shown in @p columns columns, filled row by row. Unchanged lines are left alone.
    void setLines(const QList<StatusLine> &lines);
    void setColumns(int columns) { m_columns = columns; }
    QStringList texts() const; ///< as a screen reader hears them

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *sign = nullptr;
        QLabel *text = nullptr;
    };

    void paint(const Row &row, const StatusLine &line) const;

    QGridLayout *m_layout = nullptr;
    QList<Row> m_rows;
    QList<StatusLine> m_lines;
    int m_columns = 1;
};

} // namespace offboarding::ui
