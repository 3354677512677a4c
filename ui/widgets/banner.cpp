// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/displaytext.h"

#include <QHBoxLayout>
#include <QLabel>

namespace offboarding::ui {

namespace {

/// White on each of these reaches a contrast of at least 4.5 to 1.
QString environmentColor(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return QStringLiteral("#b3261e");
    case Environment::Sandbox:
        return QStringLiteral("#8a5000");
    case Environment::Demo:
        break;
    }
    return QStringLiteral("#1b5e8c");
}

QLabel *createLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent), m_environment(createLabel(QStringLiteral("environmentLabel"), this)),
      m_organization(createLabel(QStringLiteral("organizationLabel"), this)),
      m_details(createLabel(QStringLiteral("connectionDetailsLabel"), this)),
      m_offline(createLabel(QStringLiteral("offlineLabel"), this))
{
    setAccessibleName(tr("Organisation"));
    QFont bold = font();
    bold.setBold(true);
    m_organization->setFont(bold);
    m_environment->setFont(bold);
    m_offline->setFont(bold);
    m_offline->setText(tr("The server cannot be reached"));
    m_offline->setStyleSheet(
        QStringLiteral("QLabel { background: #b3261e; color: white; padding: 2px 8px; }"));
    m_offline->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(10);
    layout->addWidget(m_environment);
    layout->addWidget(m_organization);
    layout->addWidget(m_details, 1);
    layout->addWidget(m_offline);
}

void Banner::setConnection(const Connection &connection, const QString &signedInAs)
{
    m_environment->setText(displayText(connection.environment).toUpper());
    m_environment->setStyleSheet(QStringLiteral("QLabel { background: %1; color: white; padding: 2px 8px; }")
                                     .arg(environmentColor(connection.environment)));
    m_organization->setText(connection.organizationName.isEmpty() ? connection.name
                                                                  : connection.organizationName.left(80));
    m_details->setText(tr("%1 · signed in as %2 · %3")
                           .arg(connection.apiUrl.authority(), signedInAs, displayText(connection.dialect)));
}

void Banner::setReachable(bool isReachable)
{
    m_offline->setVisible(!isReachable);
}

} // namespace offboarding::ui
