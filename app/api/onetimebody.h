// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace offboarding {

/// A request body that can be read once and never rewound.
///
/// Qt's HTTP code sends a request again by itself when the line is cut before the answer begins, whatever its
/// verb (QHttpNetworkConnectionChannel::resendCurrentRequest, two times). It rewinds the body first and gives
/// up if that fails, so this body is what keeps a DELETE from going out twice. Empty bodies need it as well.
class OneTimeBody : public QIODevice
{
    Q_OBJECT

public:
    explicit OneTimeBody(QByteArray body, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override;
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    qint64 m_position = 0;
};

} // namespace offboarding
