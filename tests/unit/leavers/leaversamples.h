// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/leavers/leaververdicts.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>

namespace offboarding::testing {

/// A list in a file of its own.
class ListFile
{
public:
    QString write(const QByteArray &bytes, const QString &name = QStringLiteral("leavers.csv")) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        return isWritten ? path : QString();
    }

private:
    QTemporaryDir m_folder;
};

inline QByteArray utf16(const QString &text, bool isBigEndian, bool hasMark)
{
    QStringEncoder encoder(isBigEndian ? QStringConverter::Utf16BE : QStringConverter::Utf16LE);
    const QByteArray bytes = encoder(text);
    return (hasMark ? (isBigEndian ? QByteArray("\xFE\xFF") : QByteArray("\xFF\xFE")) : QByteArray()) + bytes;
}

inline User leaver(const char *id, const char *name, const char *email, UserState state = UserState::Active)
{
    User user;
    user.id = QString::fromUtf8(id);
    user.name = QString::fromUtf8(name);
    user.email = QString::fromUtf8(email);
    user.state = state;
    user.stateText = userStateName(state);
    user.divisionId = QStringLiteral("home");
    return user;
}

inline LeaverRow rowOf(qint64 line, const char *id, const char *email, const char *name)
{
    return {line, QString::fromUtf8(id), QString::fromUtf8(email), QString::fromUtf8(name)};
}

/// A directory that was read completely, and somebody who is not in it at the keyboard.
inline LeaversInput inputWith(const QList<User> &users, const QList<LeaverRow> &rows)
{
    LeaversInput input;
    input.users = users;
    input.rows = rows;
    input.directory = DirectoryStatus::Complete;
    input.connection.limits.mostPercentOfOrganization = 100;
    input.signedInAs.userId = QStringLiteral("me");
    input.signedInAs.email = QStringLiteral("me@acme.example");
    return input;
}

} // namespace offboarding::testing
