// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/environmentmark.h"

#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"

#include <QHBoxLayout>

namespace offboarding::ui {

namespace {

/// A style sheet, because styles paint the background of a palette only where they like.
QString sheet(const char *selector, Environment environment)
{
    return QStringLiteral("%1 { background: %2; color: white; }")
        .arg(QLatin1String(selector), environmentColor(environment).name());
}

} // namespace

QColor environmentColor(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return {0xb3, 0x26, 0x1e};
    case Environment::Sandbox:
        return {0x8a, 0x50, 0x00};
    case Environment::Demo:
        break;
    }
    return {0x1b, 0x5e, 0x8c};
}

EnvironmentMark::EnvironmentMark(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setContentsMargins(8, 2, 8, 2);
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
}

void EnvironmentMark::setEnvironment(Environment environment)
{
    setText(displayText(environment).toUpper());
    setStyleSheet(sheet("QLabel", environment));
}

EnvironmentStrip::EnvironmentStrip(QWidget *parent) : QFrame(parent), m_text(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("environmentStripLabel"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    QFont bold = font();
    bold.setBold(true);
    m_text->setFont(bold);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 4);
    layout->addWidget(m_text);
}

void EnvironmentStrip::setConnection(const Connection &connection)
{
    m_text->setText(tr("%1 · %2 · %3")
                        .arg(displayText(connection.environment).toUpper(), organizationOf(connection),
                             serverText(connection)));
    setStyleSheet(sheet("QFrame", connection.environment));
}

QString EnvironmentStrip::text() const
{
    return m_text->text();
}

} // namespace offboarding::ui
