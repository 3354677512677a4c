// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/accountdialog.h"

#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/environmentmark.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace offboarding::ui {

namespace {

void addRow(QFormLayout *form, const QString &title, const QString &text, const QString &objectName)
{
    auto *label = new QLabel(text, form->parentWidget());
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(AccountDialog::tr("%1: %2").arg(title, text));
    form->addRow(new QLabel(title, form->parentWidget()), label);
}

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? AccountDialog::tr("not known") : text.simplified().left(200);
}

} // namespace

AccountDialog::AccountDialog(const Connection &connection, const Identity &identity, const QDateTime &expires,
                             bool isRenewable, QWidget *parent)
    : QDialog(parent), m_search(new QLineEdit(this)), m_permissions(new QListWidget(this)),
      m_forget(new QCheckBox(tr("Also &remove the client secret from the keychain"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setObjectName(QStringLiteral("accountDialog"));
    setWindowTitle(tr("Account"));
    auto *layout = new QVBoxLayout(this);
    auto *strip = new EnvironmentStrip(this);
    strip->setConnection(connection);
    layout->addWidget(strip);
    auto *form = new QFormLayout;
    layout->addLayout(form);
    addRow(form, tr("Signed in as"), displayName(identity), QStringLiteral("identityLabel"));
    if (!identity.isClient)
        addRow(form, tr("User ID"), orUnknown(identity.userId), QStringLiteral("userIdLabel"));
    addRow(form, tr("Organisation"), orUnknown(identity.organizationName),
           QStringLiteral("organizationLabel"));
    addRow(form, tr("Organisation ID"), orUnknown(identity.organizationId),
           QStringLiteral("organizationIdLabel"));
    addRow(form, tr("Connection"), connection.name, QStringLiteral("connectionLabel"));
    addRow(form, tr("Sign-in"), displayText(connection.signInMethod), QStringLiteral("methodLabel"));
    addRow(form, tr("Valid until"),
           !expires.isValid() ? tr("not known: you are asked when it ends")
           : isRenewable      ? tr("%1, renewed by itself before").arg(localTime(expires))
                              : tr("%1, then you sign in again").arg(localTime(expires)),
           QStringLiteral("expiryLabel"));

    const bool isKnown = identity.permissions.isKnown();
    auto *title = new QLabel(
        isKnown ? tr("%n permission(s)", nullptr, static_cast<int>(identity.permissions.granted().size()))
                : tr("The server did not tell what this account may do. An act that is not "
                     "permitted will be refused with the permission's name."),
        this);
    title->setObjectName(QStringLiteral("permissionsLabel"));
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    layout->addWidget(title);
    m_search->setObjectName(QStringLiteral("permissionSearchLineEdit"));
    m_search->setAccessibleName(tr("Search permissions"));
    m_search->setPlaceholderText(tr("Search permissions"));
    m_search->setClearButtonEnabled(true);
    m_search->setVisible(isKnown);
    m_permissions->setObjectName(QStringLiteral("permissionsListWidget"));
    m_permissions->setAccessibleName(tr("Permissions"));
    m_permissions->addItems(identity.permissions.granted());
    m_permissions->setVisible(isKnown);
    layout->addWidget(m_search);
    layout->addWidget(m_permissions, 1);
    if (!isKnown)
        layout->addStretch(1);
    m_forget->setObjectName(QStringLiteral("forgetSecretCheckBox"));
    m_forget->setVisible(connection.keepsSecret &&
                         connection.signInMethod == SignInMethod::ClientCredentials);
    layout->addWidget(m_forget);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto *copy = buttons->addButton(tr("&Copy required permissions…"), QDialogButtonBox::ActionRole);
    auto *again = buttons->addButton(tr("Sign in &again…"), QDialogButtonBox::ActionRole);
    auto *signOut = buttons->addButton(tr("Sign &out"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("requiredPermissionsPushButton"));
    again->setObjectName(QStringLiteral("signInAgainPushButton"));
    signOut->setObjectName(QStringLiteral("signOutPushButton"));
    signOut->setToolTip(tr("Takes the token back at the server and forgets it here"));
    for (QPushButton *button : {copy, again, signOut})
        button->setAutoDefault(false);
    layout->addWidget(buttons);
    resize(560, 560);

    connect(m_search, &QLineEdit::textChanged, this, &AccountDialog::filter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, &AccountDialog::permissionsRequested);
    connect(again, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT signInRequested();
    });
    connect(signOut, &QPushButton::clicked, this, [this] {
        const bool forgets = m_forget->isVisibleTo(this) && m_forget->isChecked();
        accept();
        Q_EMIT signOutRequested(forgets);
    });
}

void AccountDialog::filter(const QString &text)
{
    for (int row = 0; row < m_permissions->count(); ++row) {
        QListWidgetItem *item = m_permissions->item(row);
        item->setHidden(!item->text().contains(text.trimmed(), Qt::CaseInsensitive));
    }
}

} // namespace offboarding::ui
