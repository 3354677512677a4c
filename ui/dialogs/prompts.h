// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>

class QWidget;

namespace offboarding::ui {

/// The seam for questions and file choosers: tests answer here, the program opens windows with open().
class Prompts
{
public:
    virtual ~Prompts() = default;

    /// Asks where to save. @p answer gets the path, or an empty string when cancelled. Never blocks.
    virtual void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                                const QStringList &nameFilters,
                                std::function<void(const QString &)> answer) = 0;

    /// Asks for a file to read, in the same way.
    virtual void chooseOpenFile(QWidget *parent, const QString &title, const QStringList &nameFilters,
                                std::function<void(const QString &)> answer)
    {
        Q_UNUSED(parent)
        Q_UNUSED(title)
        Q_UNUSED(nameFilters)
        answer({});
    }

    /// Shows the address in the system's browser; false if there is none.
    virtual bool openAddress(const QUrl &address)
    {
        Q_UNUSED(address)
        return false;
    }

    /// Tells something that needs no decision. All texts plain.
    virtual void inform(QWidget *parent, const QString &title, const QString &text,
                        const QString &detail) = 0;

    /// Tells something to whoever looks at another program just now. Plain texts, nothing of a server's.
    virtual void notify(const QString &title, const QString &text)
    {
        Q_UNUSED(title)
        Q_UNUSED(text)
    }

    /// A question with one verb button and Cancel (default). @p answer gets true for the verb.
    virtual void confirm(QWidget *parent, const QString &title, const QString &text, const QString &verb,
                         std::function<void(bool)> answer) = 0;
};

} // namespace offboarding::ui
