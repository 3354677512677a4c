// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"

#include <QDialog>
#include <QList>
#include <QStringList>
#include <QUuid>

class QLabel;
class QPushButton;
class QTableWidget;

namespace offboarding::ui {

/// The saved connections and what can be done with them. Shows and asks; somebody else does it.
class ConnectionsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectionsDialog(QWidget *parent);

    /// @p openId: the connection that is open now, if any: it can be edited, but not removed.
    void setConnections(const QList<Connection> &connections, const QUuid &openId);
    /// What is wrong with the file of connections, or what was done; empty: nothing. Plain text.
    void setNotice(const QString &text, bool isProblem);
    void select(const QUuid &id);
    QList<QUuid> selectedIds() const;

Q_SIGNALS:
    void addRequested();
    void editRequested(const QUuid &id);
    void duplicateRequested(const QUuid &id);
    void removeRequested(const QList<QUuid> &ids);
    void importRequested();
    void exportRequested(const QList<QUuid> &ids); ///< the selected ones, or all if none is
    void openRequested(const QUuid &id);

private:
    QPushButton *addButton(const QString &text, const QString &objectName);
    void updateButtons();

    QList<Connection> m_connections;
    QUuid m_openId;
    QTableWidget *m_table;
    QLabel *m_notice;
    QLabel *m_empty;
    QPushButton *m_open;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QPushButton *m_import;
    QPushButton *m_export;
};

} // namespace offboarding::ui
