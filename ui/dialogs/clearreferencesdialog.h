// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/actdialog.h"

#include <QSet>

class QComboBox;

namespace offboarding::ui {

class ClearingTable;

/// Takes users out of conversations, one choice per conversation (S5). A live customer is cut off only with a
/// tick in that conversation's row.
class ClearReferencesDialog : public ActDialog
{
    Q_OBJECT

public:
    ClearReferencesDialog(const Connection &connection, QWidget *parent);

    /// Only these conversations (user id, conversation id); empty: all that stand in the way, and ended ones
    /// where the connection can clear them.
    void setConversations(const QSet<QPair<QString, QString>> &conversations)
    {
        m_conversations = conversations;
    }

protected:
    QString headline() const override;
    QString confirmName() const override;
    void fill() override;
    QString ownRefusal() const override;
    PlanInput planInput() const override;

private:
    bool isWanted(const ConversationReference &reference) const;
    int chosenCount() const;
    void fillQueueChooser();

    QSet<QPair<QString, QString>> m_conversations;
    ClearingTable *m_table = nullptr;
    QComboBox *m_allActions = nullptr;
    QComboBox *m_allQueues = nullptr;
};

} // namespace offboarding::ui
