// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectiondialog.h"

#include "app/connections/regions.h"
#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/plantext.h"
#include "ui/widgets/statussign.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

namespace {

constexpr int listHeight = 84;

QLineEdit *lineEdit(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(objectName);
    edit->setAccessibleName(accessibleName);
    return edit;
}

QLineEdit *secretEdit(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    QLineEdit *edit = lineEdit(objectName, accessibleName, parent);
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

QSpinBox *spinBox(const QString &objectName, int most, const QString &suffix, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(objectName);
    box->setRange(1, most);
    box->setSuffix(suffix);
    box->setGroupSeparatorShown(true);
    return box;
}

QPlainTextEdit *listEdit(const QString &objectName, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setObjectName(objectName);
    edit->setTabChangesFocus(true);
    edit->setMaximumHeight(listHeight);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    return edit;
}

QStringList linesOf(const QPlainTextEdit *edit)
{
    QStringList lines;
    for (const QString &line : edit->toPlainText().split(QLatin1Char('\n'))) {
        const QString entry = line.trimmed();
        if (!entry.isEmpty() && !lines.contains(entry))
            lines.append(entry);
    }
    return lines;
}

QUrl urlOf(const QLineEdit *edit)
{
    const QString text = edit->text().trimmed();
    return text.isEmpty() ? QUrl() : QUrl(text, QUrl::StrictMode);
}

QString textOf(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

template <typename T> void select(QComboBox *box, T value)
{
    box->setCurrentIndex(std::max(0, box->findData(static_cast<int>(value))));
}

template <typename T> T chosen(const QComboBox *box)
{
    return static_cast<T>(box->currentData().toInt());
}

QWidget *pageWith(QFormLayout *form)
{
    auto *page = new QWidget;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    page->setLayout(form);
    return page;
}

} // namespace

ConnectionDialog::ConnectionDialog(const Connection &connection, const QList<Connection> &others, bool isNew,
                                   QWidget *parent)
    : QDialog(parent), m_original(connection), m_others(others), m_isNew(isNew), m_tabs(new QTabWidget(this)),
      m_name(lineEdit(QStringLiteral("nameLineEdit"), fieldTitle(ConnectionField::Name), this)),
      m_environment(new QComboBox(this)), m_region(new QComboBox(this)),
      m_apiUrl(lineEdit(QStringLiteral("apiUrlLineEdit"), fieldTitle(ConnectionField::ApiUrl), this)),
      m_loginUrl(lineEdit(QStringLiteral("loginUrlLineEdit"), fieldTitle(ConnectionField::LoginUrl), this)),
      m_dialect(new QComboBox(this)), m_method(new QComboBox(this)),
      m_clientId(lineEdit(QStringLiteral("clientIdLineEdit"), fieldTitle(ConnectionField::ClientId), this)),
      m_keepSecret(new QCheckBox(this)),
      m_secret(secretEdit(QStringLiteral("clientSecretLineEdit"), tr("Client secret"), this)),
      m_redirectUrl(
          lineEdit(QStringLiteral("redirectUrlLineEdit"), fieldTitle(ConnectionField::RedirectUrl), this)),
      m_protectedUsers(listEdit(QStringLiteral("protectedUsersPlainTextEdit"), this)),
      m_divisions(listEdit(QStringLiteral("allowedDivisionsPlainTextEdit"), this)),
      m_mostUsers(spinBox(QStringLiteral("mostUsersSpinBox"), 100'000, {}, this)),
      m_mostPercent(spinBox(QStringLiteral("mostPercentSpinBox"), 100, tr(" %"), this)),
      m_unlockMinutes(spinBox(QStringLiteral("unlockMinutesSpinBox"), 480, tr(" minutes"), this)),
      m_secondPerson(new QComboBox(this)),
      m_caFile(lineEdit(QStringLiteral("caFileLineEdit"), fieldTitle(ConnectionField::ExtraCaFile), this)),
      m_chooseCaFile(new QPushButton(tr("Choose &file…"), this)), m_proxyMode(new QComboBox(this)),
      m_proxyHost(
          lineEdit(QStringLiteral("proxyHostLineEdit"), fieldTitle(ConnectionField::ProxyHost), this)),
      m_proxyPort(spinBox(QStringLiteral("proxyPortSpinBox"), 65'535, {}, this)),
      m_proxyUser(
          lineEdit(QStringLiteral("proxyUserLineEdit"), fieldTitle(ConnectionField::ProxyUser), this)),
      m_keepPassword(new QCheckBox(this)),
      m_proxyPassword(secretEdit(QStringLiteral("proxyPasswordLineEdit"), tr("Proxy password"), this)),
      m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setObjectName(QStringLiteral("connectionDialog"));
    setWindowTitle(isNew ? tr("New connection") : tr("Edit connection"));
    m_tabs->setObjectName(QStringLiteral("connectionTabWidget"));
    m_tabs->addTab(buildServerPage(), tr("Ser&ver"));
    m_tabs->addTab(buildSignInPage(), tr("Sign-&in"));
    m_tabs->addTab(buildSafetyPage(), tr("Sa&fety"));
    m_tabs->addTab(buildNetworkPage(), tr("Net&work"));
    m_problem->setObjectName(QStringLiteral("problemLabel"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(QStringLiteral("savePushButton"));
    m_save->setText(tr("Save"));
    m_save->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectionDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    fill();
    resize(620, 560);
    m_name->setFocus();
}

void ConnectionDialog::addField(QFormLayout *form, ConnectionField field, QWidget *editor, QWidget *shown)
{
    auto *label = new QLabel(fieldTitle(field), this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(editor);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(fieldTitle(field));
    auto *error = new QLabel(this);
    error->setObjectName(connectionFieldName(field).replace(QLatin1Char('.'), QLatin1Char('_')) +
                         QStringLiteral("ErrorLabel"));
    error->setTextFormat(Qt::PlainText);
    error->setWordWrap(true);
    error->hide();
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(shown == nullptr ? editor : shown);
    column->addWidget(error);
    form->addRow(label, column);
    m_editors.insert(field, editor);
    m_errors.insert(field, error);
}

QWidget *ConnectionDialog::help(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QWidget *ConnectionDialog::buildServerPage()
{
    auto *form = new QFormLayout;
    addField(form, ConnectionField::Name, m_name);

    m_environment->setObjectName(QStringLiteral("environmentComboBox"));
    m_environment->setAccessibleName(tr("Environment"));
    for (const Environment environment : {Environment::Production, Environment::Sandbox, Environment::Demo})
        m_environment->addItem(displayText(environment), static_cast<int>(environment));
    auto *environmentLabel = new QLabel(tr("&Environment"), this);
    environmentLabel->setBuddy(m_environment);
    form->addRow(environmentLabel, m_environment);
    form->addRow(QString(), help(tr("Production starts read-only and asks for more confirmation.")));

    m_region->setObjectName(QStringLiteral("regionComboBox"));
    m_region->addItem(tr("Own addresses (a gateway or a test server)"), QString());
    for (const Region &region : regions())
        m_region->addItem(displayText(region), region.host);
    addField(form, ConnectionField::Region, m_region);
    addField(form, ConnectionField::ApiUrl, m_apiUrl);
    addField(form, ConnectionField::LoginUrl, m_loginUrl);

    m_dialect->setObjectName(QStringLiteral("dialectComboBox"));
    m_dialect->setAccessibleName(tr("Dialect"));
    for (const Dialect dialect : {Dialect::Published, Dialect::Legacy})
        m_dialect->addItem(displayText(dialect), static_cast<int>(dialect));
    auto *dialectLabel = new QLabel(tr("&Dialect"), this);
    dialectLabel->setBuddy(m_dialect);
    form->addRow(dialectLabel, m_dialect);
    form->addRow(QString(), help(tr("The regions speak Platform API v2. The legacy requests are what widely "
                                    "quoted answers describe; gateways and test servers may speak them.")));

    connect(m_region, &QComboBox::currentIndexChanged, this, &ConnectionDialog::regionChanged);
    connect(m_apiUrl, &QLineEdit::textEdited, this, &ConnectionDialog::addressChanged);
    connect(m_dialect, &QComboBox::activated, this, [this] { m_isDialectChosen = true; });
    for (QLineEdit *edit : {m_name, m_apiUrl, m_loginUrl})
        connect(edit, &QLineEdit::textChanged, this, &ConnectionDialog::updateErrors);
    return pageWith(form);
}

QWidget *ConnectionDialog::buildSignInPage()
{
    auto *form = new QFormLayout;
    m_method->setObjectName(QStringLiteral("methodComboBox"));
    m_method->setAccessibleName(tr("Sign in"));
    for (const SignInMethod method :
         {SignInMethod::AuthorizationCode, SignInMethod::ClientCredentials, SignInMethod::PastedToken})
        m_method->addItem(displayText(method), static_cast<int>(method));
    auto *methodLabel = new QLabel(tr("Si&gn in"), this);
    methodLabel->setBuddy(m_method);
    form->addRow(methodLabel, m_method);
    addField(form, ConnectionField::ClientId, m_clientId);
    addField(form, ConnectionField::RedirectUrl, m_redirectUrl);
    m_redirectUrl->setPlaceholderText(tr("any free port of this computer"));
    form->addRow(QString(),
                 help(tr("Where the browser comes back to, exactly as it is registered for the client, "
                         "for instance http://127.0.0.1:8085/callback.")));

    m_keepSecret->setObjectName(QStringLiteral("keepSecretCheckBox"));
    form->addRow(QString(), m_keepSecret);
    m_secretLabel = new QLabel(tr("Client &secret"), this);
    m_secretLabel->setBuddy(m_secret);
    form->addRow(m_secretLabel, m_secret);
    form->addRow(QString(),
                 help(tr("Secrets go into the desktop's keychain and nowhere else: into no file, no log "
                         "and no export. Without the tick you are asked at each sign-in.")));
    connect(m_method, &QComboBox::currentIndexChanged, this, &ConnectionDialog::updateAvailability);
    connect(m_keepSecret, &QCheckBox::toggled, this, &ConnectionDialog::updateAvailability);
    connect(m_clientId, &QLineEdit::textChanged, this, &ConnectionDialog::updateErrors);
    connect(m_redirectUrl, &QLineEdit::textChanged, this, &ConnectionDialog::updateErrors);
    return pageWith(form);
}

QWidget *ConnectionDialog::buildSafetyPage()
{
    auto *form = new QFormLayout;
    addField(form, ConnectionField::ProtectedUsers, m_protectedUsers);
    m_protectedUsers->setPlaceholderText(tr("One e-mail address or ID per line"));
    form->addRow(QString(), help(tr("Nobody offboards these users through this connection.")));
    addField(form, ConnectionField::AllowedDivisions, m_divisions);
    m_divisions->setPlaceholderText(tr("One division ID per line; empty: all divisions"));
    addField(form, ConnectionField::MostUsersPerRun, m_mostUsers);
    addField(form, ConnectionField::MostPercentOfOrganization, m_mostPercent);
    form->addRow(QString(), help(tr("A run beyond these limits is refused.")));
    addField(form, ConnectionField::UnlockMinutes, m_unlockMinutes);
    form->addRow(QString(), help(tr("A production organisation goes back to read-only after this time.")));
    m_secondPerson->setObjectName(QStringLiteral("secondPersonComboBox"));
    m_secondPerson->setAccessibleName(tr("A second person approves"));
    for (const SecondPerson rule : {SecondPerson::ByEnvironment, SecondPerson::ForceDelete,
                                    SecondPerson::EveryRun, SecondPerson::Never})
        m_secondPerson->addItem(displayText(rule), static_cast<int>(rule));
    auto *secondPersonLabel = new QLabel(tr("A second person approves"), this);
    secondPersonLabel->setBuddy(m_secondPerson);
    form->addRow(secondPersonLabel, m_secondPerson);
    form->addRow(QString(), help(tr("They open the plan file on their own sign-in and approve it there.")));
    connect(m_protectedUsers, &QPlainTextEdit::textChanged, this, &ConnectionDialog::updateErrors);
    connect(m_divisions, &QPlainTextEdit::textChanged, this, &ConnectionDialog::updateErrors);
    return pageWith(form);
}

QWidget *ConnectionDialog::buildNetworkPage()
{
    auto *form = new QFormLayout;
    auto *file = new QWidget(this);
    auto *fileRow = new QHBoxLayout(file);
    fileRow->setContentsMargins(0, 0, 0, 0);
    fileRow->addWidget(m_caFile, 1);
    fileRow->addWidget(m_chooseCaFile);
    m_chooseCaFile->setObjectName(QStringLiteral("chooseCaFilePushButton"));
    m_chooseCaFile->setAutoDefault(false);
    addField(form, ConnectionField::ExtraCaFile, m_caFile, file);
    form->addRow(QString(),
                 help(tr("A PEM file that is trusted besides the authorities of the system, for instance "
                         "that of a proxy which replaces certificates.")));

    m_proxyMode->setObjectName(QStringLiteral("proxyModeComboBox"));
    m_proxyMode->setAccessibleName(tr("Way to the network"));
    for (const ProxyMode mode : {ProxyMode::System, ProxyMode::None, ProxyMode::Manual})
        m_proxyMode->addItem(displayText(mode), static_cast<int>(mode));
    auto *modeLabel = new QLabel(tr("Wa&y to the network"), this);
    modeLabel->setBuddy(m_proxyMode);
    form->addRow(modeLabel, m_proxyMode);
    addField(form, ConnectionField::ProxyHost, m_proxyHost);
    addField(form, ConnectionField::ProxyPort, m_proxyPort);
    addField(form, ConnectionField::ProxyUser, m_proxyUser);
    m_proxyUser->setPlaceholderText(tr("empty: the proxy asks for none"));
    m_keepPassword->setObjectName(QStringLiteral("keepPasswordCheckBox"));
    form->addRow(QString(), m_keepPassword);
    m_keepPassword->setText(tr("&Keep the proxy's password in the keychain"));
    auto *passwordLabel = new QLabel(tr("Proxy &password"), this);
    passwordLabel->setBuddy(m_proxyPassword);
    form->addRow(passwordLabel, m_proxyPassword);
    form->addRow(QString(), help(tr("Addresses of this computer never go through a proxy.")));
    connect(m_chooseCaFile, &QPushButton::clicked, this, &ConnectionDialog::caFileRequested);
    connect(m_proxyMode, &QComboBox::currentIndexChanged, this, &ConnectionDialog::updateAvailability);
    connect(m_keepPassword, &QCheckBox::toggled, this, &ConnectionDialog::updateAvailability);
    connect(m_proxyUser, &QLineEdit::textChanged, this, &ConnectionDialog::updateAvailability);
    for (QLineEdit *edit : {m_caFile, m_proxyHost})
        connect(edit, &QLineEdit::textChanged, this, &ConnectionDialog::updateErrors);
    return pageWith(form);
}

void ConnectionDialog::fill()
{
    const Connection &from = m_original;
    m_name->setText(from.name);
    select(m_environment, from.environment);
    select(m_method, from.signInMethod);
    m_apiUrl->setText(textOf(from.apiUrl));
    m_loginUrl->setText(textOf(from.loginUrl));
    {
        const QSignalBlocker blocker(m_region);
        m_region->setCurrentIndex(std::max(0, m_region->findData(from.regionHost)));
    }
    select(m_dialect, from.dialect);
    m_isDialectChosen = !m_isNew && from.dialect != defaultDialect(from.apiUrl);
    m_clientId->setText(from.clientId);
    m_redirectUrl->setText(textOf(from.redirectUrl));
    m_keepSecret->setChecked(from.keepsSecret);
    m_protectedUsers->setPlainText(from.protectedUsers.join(QLatin1Char('\n')));
    m_divisions->setPlainText(from.allowedDivisions.join(QLatin1Char('\n')));
    m_mostUsers->setValue(from.limits.mostUsersPerRun);
    m_mostPercent->setValue(from.limits.mostPercentOfOrganization);
    m_unlockMinutes->setValue(from.unlockMinutes);
    m_secondPerson->setCurrentIndex(m_secondPerson->findData(static_cast<int>(from.secondPerson)));
    m_caFile->setText(from.extraCaFile);
    select(m_proxyMode, from.proxy.mode);
    m_proxyHost->setText(from.proxy.host);
    m_proxyPort->setValue(from.proxy.port > 0 ? from.proxy.port : 8080);
    m_proxyUser->setText(from.proxy.user);
    m_keepPassword->setChecked(from.proxy.keepsPassword);
    regionChanged();
    updateAvailability();
}

void ConnectionDialog::regionChanged()
{
    const Region *region = regionOfHost(m_region->currentData().toString());
    if (region != nullptr) {
        m_apiUrl->setText(textOf(region->apiUrl()));
        m_loginUrl->setText(textOf(region->loginUrl()));
    }
    m_apiUrl->setReadOnly(region != nullptr);
    m_loginUrl->setReadOnly(region != nullptr);
    followDialect();
    updateErrors();
}

void ConnectionDialog::addressChanged()
{
    // The login address follows until somebody types another one.
    const QUrl url = urlOf(m_apiUrl);
    if (url.isValid() && !m_loginUrl->isModified())
        m_loginUrl->setText(textOf(derivedLoginUrl(url)));
    followDialect();
}

void ConnectionDialog::followDialect()
{
    if (!m_isDialectChosen)
        select(m_dialect, defaultDialect(urlOf(m_apiUrl)));
}

void ConnectionDialog::updateAvailability()
{
    const auto method = chosen<SignInMethod>(m_method);
    m_clientId->setEnabled(method != SignInMethod::PastedToken);
    m_redirectUrl->setEnabled(method == SignInMethod::AuthorizationCode);
    m_keepSecret->setEnabled(method != SignInMethod::PastedToken);
    m_keepSecret->setText(method == SignInMethod::AuthorizationCode
                              ? tr("&Keep what renews the sign-in in the keychain, where the server gives it")
                              : tr("&Keep the client secret in the keychain"));
    const bool takesSecret = method == SignInMethod::ClientCredentials;
    m_secret->setVisible(takesSecret);
    m_secretLabel->setVisible(takesSecret);
    m_secret->setEnabled(m_keepSecret->isChecked());
    m_secret->setPlaceholderText(!m_keepSecret->isChecked() ? tr("asked for at each sign-in")
                                 : hasKeptSecret()          ? tr("kept; type to replace it")
                                                            : QString());
    const auto mode = chosen<ProxyMode>(m_proxyMode);
    m_proxyHost->setEnabled(mode == ProxyMode::Manual);
    m_proxyPort->setEnabled(mode == ProxyMode::Manual);
    m_proxyUser->setEnabled(mode != ProxyMode::None);
    const bool hasUser = mode != ProxyMode::None && !m_proxyUser->text().trimmed().isEmpty();
    m_keepPassword->setEnabled(hasUser);
    m_proxyPassword->setEnabled(hasUser && m_keepPassword->isChecked());
    m_proxyPassword->setPlaceholderText(!hasUser                         ? QString()
                                        : !m_keepPassword->isChecked()   ? tr("asked for at each sign-in")
                                        : m_original.proxy.keepsPassword ? tr("kept; type to replace it")
                                                                         : QString());
    updateErrors();
}

bool ConnectionDialog::hasKeptSecret() const
{
    return m_original.keepsSecret && m_original.signInMethod == SignInMethod::ClientCredentials;
}

ConnectionEdit ConnectionDialog::edit() const
{
    ConnectionEdit edit;
    Connection &to = edit.connection;
    to = m_original;
    to.name = m_name->text().trimmed();
    to.environment = chosen<Environment>(m_environment);
    to.regionHost = m_region->currentData().toString();
    to.apiUrl = urlOf(m_apiUrl);
    to.loginUrl = urlOf(m_loginUrl);
    to.dialect = chosen<Dialect>(m_dialect);
    to.signInMethod = chosen<SignInMethod>(m_method);
    to.clientId = m_clientId->text().trimmed();
    to.redirectUrl = urlOf(m_redirectUrl);
    to.protectedUsers = linesOf(m_protectedUsers);
    to.allowedDivisions = linesOf(m_divisions);
    to.limits.mostUsersPerRun = m_mostUsers->value();
    to.limits.mostPercentOfOrganization = m_mostPercent->value();
    to.unlockMinutes = m_unlockMinutes->value();
    to.secondPerson = static_cast<SecondPerson>(m_secondPerson->currentData().toInt());
    to.extraCaFile = m_caFile->text().trimmed();
    to.proxy.mode = chosen<ProxyMode>(m_proxyMode);
    const bool isManual = to.proxy.mode == ProxyMode::Manual;
    to.proxy.host = isManual ? m_proxyHost->text().trimmed() : QString();
    to.proxy.port = isManual ? m_proxyPort->value() : 0;
    to.proxy.user = to.proxy.mode == ProxyMode::None ? QString() : m_proxyUser->text().trimmed();
    // Another server is another organisation until it has told its name.
    if (to.apiUrl != m_original.apiUrl) {
        to.organizationId.clear();
        to.organizationName.clear();
    }
    edit.clientSecret.isKept = m_keepSecret->isEnabled() && m_keepSecret->isChecked();
    if (edit.clientSecret.isKept && to.signInMethod == SignInMethod::ClientCredentials)
        edit.clientSecret.secret = m_secret->text();
    edit.proxyPassword.isKept = m_keepPassword->isEnabled() && m_keepPassword->isChecked();
    if (edit.proxyPassword.isKept)
        edit.proxyPassword.secret = m_proxyPassword->text();
    return edit;
}

void ConnectionDialog::updateErrors()
{
    if (!m_wasTried)
        return;
    const QList<FieldError> errors = validate(edit().connection, m_others);
    for (auto it = m_errors.cbegin(); it != m_errors.cend(); ++it) {
        QStringList texts;
        for (const FieldError &error : errors) {
            if (error.field == it.key())
                texts.append(displayText(error));
        }
        const QString text = texts.join(QLatin1Char(' '));
        it.value()->setText(text);
        it.value()->setVisible(!text.isEmpty());
        QPalette palette = this->palette();
        palette.setColor(QPalette::WindowText, palette.color(QPalette::Window).lightness() < 128
                                                   ? QColor(0xff, 0x8a, 0x80)
                                                   : QColor(0xb3, 0x1b, 0x1b));
        it.value()->setPalette(palette);
        // Read out together with the field.
        m_editors.value(it.key())->setAccessibleDescription(text);
    }
    for (int index = 0; index < m_tabs->count(); ++index) {
        const bool hasErrors = std::any_of(errors.cbegin(), errors.cend(), [&](const FieldError &error) {
            return pageOf(m_editors.value(error.field)) == m_tabs->widget(index);
        });
        m_tabs->setTabIcon(index, hasErrors ? QIcon(statusSign(StatusSign::Refused, this, 16)) : QIcon());
        m_tabs->setTabToolTip(index,
                              hasErrors ? tr("Something on this page has to be put right") : QString());
    }
}

QWidget *ConnectionDialog::pageOf(const QWidget *widget) const
{
    for (int index = 0; index < m_tabs->count(); ++index) {
        if (m_tabs->widget(index)->isAncestorOf(widget))
            return m_tabs->widget(index);
    }
    return nullptr;
}

void ConnectionDialog::save()
{
    m_wasTried = true;
    m_problem->hide();
    updateErrors();
    const ConnectionEdit result = edit();
    const QList<FieldError> errors = validate(result.connection, m_others);
    if (!errors.isEmpty()) {
        QWidget *editor = m_editors.value(errors.first().field);
        m_tabs->setCurrentWidget(pageOf(editor));
        editor->setFocus(Qt::OtherFocusReason);
        return;
    }
    const bool needsSecret = result.clientSecret.isKept &&
                             result.connection.signInMethod == SignInMethod::ClientCredentials &&
                             !hasKeptSecret();
    if (needsSecret && result.clientSecret.secret.isEmpty()) {
        showProblem(tr("Type the client secret that shall be kept, or take the tick away."));
        m_tabs->setCurrentWidget(pageOf(m_secret));
        m_secret->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT saveRequested(result);
}

void ConnectionDialog::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void ConnectionDialog::setBusy(bool isBusy)
{
    m_tabs->setEnabled(!isBusy);
    m_save->setEnabled(!isBusy);
}

void ConnectionDialog::setCaFile(const QString &path)
{
    m_caFile->setText(path);
}

} // namespace offboarding::ui
