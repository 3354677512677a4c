// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/references/clearing.h"

#include <QList>
#include <QTableWidget>

namespace offboarding::ui {

/// Conversations that stand in the way of an act, each with the next thing to do beside it (S1).
class BlockerList : public QTableWidget
{
    Q_OBJECT

public:
    explicit BlockerList(QWidget *parent = nullptr);

    /// @p namedIds: conversations that the server named in its refusal; those that no reading found are
    /// listed as such.
    void setReferences(const QList<ConversationReference> &references, const QStringList &namedIds,
                       Dialect dialect);

private:
    void addRow(const QString &id, const QString &media, const QString &state, const QString &customer,
                const QString &next);
};

/// The next thing to do about one conversation, in words.
QString nextActionText(const ConversationReference &reference, Dialect dialect);

} // namespace offboarding::ui
