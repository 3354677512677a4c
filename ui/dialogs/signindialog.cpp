// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/signindialog.h"

#include "ui/widgets/connectiontext.h"
#include "ui/widgets/environmentmark.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/iconset.h"
#include "ui/widgets/statussign.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace offboarding::ui {

namespace {

QLabel *plainLabel(const QString &text, const QString &objectName, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLineEdit *secretEdit(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(objectName);
    edit->setAccessibleName(accessibleName);
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

/// Only what the page in front needs takes room.
class PageStack : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;
    QSize sizeHint() const override { return currentWidget()->sizeHint(); }
    QSize minimumSizeHint() const override { return currentWidget()->minimumSizeHint(); }
    bool hasHeightForWidth() const override { return currentWidget()->hasHeightForWidth(); }
    int heightForWidth(int width) const override { return currentWidget()->heightForWidth(width); }
};

} // namespace

SignInDialog::SignInDialog(const Connection &connection, QWidget *parent)
    : QDialog(parent), m_connection(connection),
      m_reason(plainLabel({}, QStringLiteral("reasonLabel"), this)), m_methodRow(new QWidget(this)),
      m_method(new QComboBox(m_methodRow)), m_pages(new PageStack(this)),
      m_otherAccount(new QCheckBox(tr("Sign in as somebody &else than the browser is signed in as"), this)),
      m_secret(secretEdit(QStringLiteral("clientSecretLineEdit"), tr("Client secret"), this)),
      m_keep(new QCheckBox(tr("&Keep it in the keychain"), this)),
      m_token(secretEdit(QStringLiteral("accessTokenLineEdit"), tr("Access token"), this)),
      m_proxyRow(new QWidget(this)),
      m_proxyPassword(secretEdit(QStringLiteral("proxyPasswordLineEdit"), tr("Proxy password"), m_proxyRow)),
      m_status(plainLabel({}, QStringLiteral("statusLabel"), this)), m_progress(new QProgressBar(this)),
      m_copyAddress(new QPushButton(actionIcon(QStringLiteral("copy")), tr("Copy &address"), this)),
      m_errorTitle(plainLabel({}, QStringLiteral("errorTitleLabel"), this)),
      m_errorText(plainLabel({}, QStringLiteral("errorTextLabel"), this)),
      m_errorDetails(plainLabel({}, QStringLiteral("errorDetailsLabel"), this)),
      m_keychain(new QPushButton(tr("&Try the keychain again"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setObjectName(QStringLiteral("signInDialog"));
    setWindowTitle(tr("Sign in"));

    auto *strip = new EnvironmentStrip(this);
    strip->setConnection(connection);
    m_reason->hide();
    m_method->setObjectName(QStringLiteral("methodComboBox"));
    m_method->setAccessibleName(tr("Sign in"));
    m_method->addItem(displayText(connection.signInMethod), static_cast<int>(connection.signInMethod));
    if (connection.signInMethod != SignInMethod::PastedToken)
        m_method->addItem(displayText(SignInMethod::PastedToken),
                          static_cast<int>(SignInMethod::PastedToken));
    auto *methodLabel = new QLabel(tr("&Sign in"), m_methodRow);
    methodLabel->setBuddy(m_method);
    auto *methodLayout = new QHBoxLayout(m_methodRow);
    methodLayout->setContentsMargins(0, 0, 0, 0);
    methodLayout->addWidget(methodLabel);
    methodLayout->addWidget(m_method, 1);

    m_pages->addWidget(buildBrowserPage());
    m_pages->addWidget(buildSecretPage());
    m_pages->addWidget(buildTokenPage());
    auto *proxyLabel = new QLabel(tr("Proxy &password"), m_proxyRow);
    proxyLabel->setBuddy(m_proxyPassword);
    auto *proxyLayout = new QHBoxLayout(m_proxyRow);
    proxyLayout->setContentsMargins(0, 0, 0, 0);
    proxyLayout->addWidget(proxyLabel);
    proxyLayout->addWidget(m_proxyPassword, 1);
    m_proxyRow->hide();

    auto *buttons = new QDialogButtonBox(this);
    m_signIn = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_signIn->setObjectName(QStringLiteral("signInPushButton"));
    m_signIn->setDefault(true);
    m_cancel = buttons->addButton(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(QStringLiteral("cancelPushButton"));
    auto *permissions = buttons->addButton(tr("&Copy required permissions…"), QDialogButtonBox::HelpRole);
    permissions->setObjectName(QStringLiteral("requiredPermissionsPushButton"));
    permissions->setAutoDefault(false);
    m_giveUp = buttons->addButton(tr("Stop &waiting"), QDialogButtonBox::DestructiveRole);
    m_giveUp->setObjectName(QStringLiteral("giveUpPushButton"));
    m_giveUp->setToolTip(tr("Ends what waits: none of it was carried out"));
    m_giveUp->setAutoDefault(false);
    m_giveUp->hide();

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(strip);
    layout->addWidget(m_reason);
    layout->addWidget(buildError());
    layout->addWidget(m_methodRow);
    layout->addWidget(m_pages);
    layout->addWidget(m_proxyRow);
    layout->addWidget(buildProgress());
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(540); // an error makes it higher, never narrower
    resize(560, 340);

    connect(m_method, &QComboBox::currentIndexChanged, this, [this] { showAsking(); });
    connect(m_signIn, &QPushButton::clicked, this, &SignInDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_isWorking)
            Q_EMIT stopRequested();
        else
            reject();
    });
    connect(m_giveUp, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT giveUpRequested();
    });
    connect(permissions, &QPushButton::clicked, this, &SignInDialog::permissionsRequested);
    connect(m_keychain, &QPushButton::clicked, this, &SignInDialog::keychainRequested);
    connect(m_secret, &QLineEdit::textChanged, this, &SignInDialog::updateButtons);
    connect(m_token, &QLineEdit::textChanged, this, &SignInDialog::updateButtons);
    showAsking();
}

QWidget *SignInDialog::buildBrowserPage()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(
        plainLabel(tr("The organisation's own sign-in page opens in your browser. Afterwards the browser "
                      "comes back to this computer and you go on here."),
                   QStringLiteral("browserLabel"), page));
    m_otherAccount->setObjectName(QStringLiteral("otherAccountCheckBox"));
    layout->addWidget(m_otherAccount);
    return page;
}

QWidget *SignInDialog::buildSecretPage()
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    auto *client = plainLabel(m_connection.clientId, QStringLiteral("clientIdLabel"), page);
    client->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form->addRow(tr("Client ID"), client);
    auto *secretLabel = new QLabel(tr("Client s&ecret"), page);
    secretLabel->setBuddy(m_secret);
    form->addRow(secretLabel, m_secret);
    m_keep->setObjectName(QStringLiteral("keepSecretCheckBox"));
    m_keep->setChecked(m_connection.keepsSecret);
    // The demo and a connection from the command line have no place in the keychain.
    m_keep->setVisible(!m_connection.id.isNull());
    form->addRow(QString(), m_keep);
    return page;
}

QWidget *SignInDialog::buildTokenPage()
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("Access t&oken"), page);
    label->setBuddy(m_token);
    form->addRow(label, m_token);
    form->addRow(
        QString(),
        plainLabel(tr("For this session only: it is never stored, and when it ends you paste another "
                      "one."),
                   QStringLiteral("tokenLabel"), page));
    return page;
}

QWidget *SignInDialog::buildProgress()
{
    m_progressPart = new QWidget(this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Signing in"));
    m_progress->setObjectName(QStringLiteral("signInProgressBar"));
    m_copyAddress->setObjectName(QStringLiteral("copyAddressPushButton"));
    m_copyAddress->setAutoDefault(false);
    m_copyAddress->setToolTip(
        tr("The address of the sign-in page, to open it in another browser on this computer. It holds no "
           "secret."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addWidget(m_copyAddress);
    auto *layout = new QVBoxLayout(m_progressPart);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_status);
    layout->addLayout(row);
    connect(m_copyAddress, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_address.toString(QUrl::FullyEncoded));
        m_copyAddress->setText(tr("Copied"));
    });
    return m_progressPart;
}

QWidget *SignInDialog::buildError()
{
    auto *part = new QFrame(this);
    part->setFrameShape(QFrame::StyledPanel);
    m_errorPart = part;
    QFont bold = font();
    bold.setBold(true);
    m_errorTitle->setFont(bold);
    m_errorDetails->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_errorDetails->setFont(small);
    auto *sign = new QLabel(part);
    sign->setPixmap(statusSign(StatusSign::Refused, this, 20));
    auto *copy = new QPushButton(tr("Copy &details"), part);
    copy->setObjectName(QStringLiteral("copyDetailsPushButton"));
    copy->setAutoDefault(false);
    m_keychain->setObjectName(QStringLiteral("keychainPushButton"));
    m_keychain->setAutoDefault(false);
    auto *texts = new QVBoxLayout;
    texts->addWidget(m_errorTitle);
    texts->addWidget(m_errorText);
    texts->addWidget(m_errorDetails);
    auto *row = new QHBoxLayout;
    row->addWidget(m_keychain);
    row->addWidget(copy);
    row->addStretch();
    texts->addLayout(row);
    auto *layout = new QHBoxLayout(part);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_details); });
    part->hide();
    return part;
}

SignInMethod SignInDialog::method() const
{
    return static_cast<SignInMethod>(m_method->currentData().toInt());
}

void SignInDialog::setWaitingWork(const QString &reason, const QString &account)
{
    m_hasWaitingWork = true;
    setWindowTitle(tr("Sign in again"));
    const QString who = account.isEmpty() ? QString() : tr("Sign in as %1 again.").arg(account);
    m_reason->setText(tr("%1 What is going on waits and continues after the sign-in; none of what waits was "
                         "carried out. %2")
                          .arg(reason, who)
                          .trimmed());
    m_reason->show();
    m_giveUp->show();
    updateButtons();
}

void SignInDialog::askForProxyPassword()
{
    m_proxyRow->show();
}

void SignInDialog::showAsking()
{
    setWorking(false);
    m_pages->setCurrentIndex(static_cast<int>(method()));
    m_pages->updateGeometry();
    if (method() == SignInMethod::ClientCredentials)
        m_secret->setFocus(Qt::OtherFocusReason);
    else if (method() == SignInMethod::PastedToken)
        m_token->setFocus(Qt::OtherFocusReason);
    else
        m_signIn->setFocus(Qt::OtherFocusReason);
}

void SignInDialog::showWorking(const QString &text)
{
    m_errorPart->hide();
    m_status->setText(text);
    m_copyAddress->hide();
    setWorking(true);
}

void SignInDialog::showBrowser(const QUrl &address, bool wasOpened)
{
    m_address = address;
    showWorking(
        wasOpened
            ? tr("Sign in on the page that opened in your browser. If no page opened, copy its address and "
                 "open it in a browser on this computer.")
            : tr("The browser could not be opened. Copy the address and open it in a browser on this "
                 "computer; the sign-in goes on here."));
    m_copyAddress->setText(tr("Copy &address"));
    m_copyAddress->show();
}

void SignInDialog::showError(const Error &error)
{
    const ErrorText text = describe(error);
    m_errorTitle->setText(text.title);
    m_errorText->setText(QStringList{text.meaning, text.nextStep}.join(QLatin1Char(' ')).trimmed());
    m_errorDetails->setText(text.technical);
    m_details = QStringList{text.title, text.meaning, text.technical}.join(QLatin1Char('\n'));
    m_keychain->setVisible(error.kind == ErrorKind::Keychain && error.keychain != KeychainCause::Missing);
    if (error.kind == ErrorKind::Proxy)
        askForProxyPassword();
    showAsking();
    m_errorPart->show();
    adjustSize();
}

void SignInDialog::setWorking(bool isWorking)
{
    m_isWorking = isWorking;
    m_progressPart->setVisible(isWorking);
    for (QWidget *widget : {m_methodRow, static_cast<QWidget *>(m_pages), m_proxyRow})
        widget->setEnabled(!isWorking);
    updateButtons();
    if (isWorking)
        m_cancel->setFocus(Qt::OtherFocusReason);
}

void SignInDialog::updateButtons()
{
    QString whyNot;
    if (m_isWorking)
        whyNot = tr("The sign-in is going on");
    else if (method() == SignInMethod::ClientCredentials && m_secret->text().isEmpty())
        whyNot = tr("Type the client secret first");
    else if (method() == SignInMethod::PastedToken && m_token->text().trimmed().isEmpty())
        whyNot = tr("Paste an access token first");
    m_signIn->setText(method() == SignInMethod::AuthorizationCode ? tr("Sign in with the &browser")
                                                                  : tr("Sign &in"));
    m_signIn->setEnabled(whyNot.isEmpty());
    m_signIn->setToolTip(whyNot);
    m_signIn->setAccessibleDescription(whyNot);
    m_cancel->setText(m_isWorking ? tr("Stop signing in") : m_hasWaitingWork ? tr("Not now") : tr("Cancel"));
    m_giveUp->setEnabled(!m_isWorking);
}

void SignInDialog::submit()
{
    SignInInput input;
    input.method = method();
    input.asksForAccount = m_otherAccount->isChecked();
    if (input.method == SignInMethod::ClientCredentials) {
        input.clientSecret = m_secret->text();
        input.keepsSecret = m_keep->isVisibleTo(this) && m_keep->isChecked();
    } else if (input.method == SignInMethod::PastedToken) {
        input.accessToken = m_token->text().trimmed();
    }
    if (m_proxyRow->isVisibleTo(this))
        input.proxyPassword = m_proxyPassword->text();
    Q_EMIT signInRequested(input);
}

} // namespace offboarding::ui
