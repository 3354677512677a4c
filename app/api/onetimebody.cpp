// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/onetimebody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace offboarding {

OneTimeBody::OneTimeBody(QByteArray body, QObject *parent) : QIODevice(parent), m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneTimeBody::atEnd() const
{
    return m_position >= m_body.size();
}

qint64 OneTimeBody::bytesAvailable() const
{
    return m_body.size() - m_position;
}

qint64 OneTimeBody::readData(char *data, qint64 most)
{
    const qint64 size = std::min<qint64>(most, bytesAvailable());
    if (size <= 0)
        return atEnd() ? -1 : 0;
    std::memcpy(data, m_body.constData() + m_position, static_cast<std::size_t>(size));
    m_position += size;
    return size;
}

qint64 OneTimeBody::writeData(const char *data, qint64 size)
{
    Q_UNUSED(data)
    Q_UNUSED(size)
    return -1;
}

} // namespace offboarding
