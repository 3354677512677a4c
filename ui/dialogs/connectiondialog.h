// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/connectionvalidation.h"
#include "app/domain/connection.h"

#include <QDialog>
#include <QHash>
#include <QList>
#include <QString>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace offboarding::ui {

/// What shall become of a secret in the keychain.
struct SecretChoice
{
    bool isKept = false; ///< the keychain shall hold it; false: it shall hold none
    QString secret;      ///< typed; empty: what the keychain holds stays. Never goes anywhere else.
};

/// A connection as the admin wants it.
struct ConnectionEdit
{
    Connection connection;
    SecretChoice clientSecret;
    SecretChoice proxyPassword;
};

/// The editor of one connection. What is wrong is said beside its field, with what to do; the connection is
/// handed out only if nothing is.
class ConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p others: the connections beside it, for doubled names. @p isNew: never saved before.
    ConnectionDialog(const Connection &connection, const QList<Connection> &others, bool isNew,
                     QWidget *parent);

    /// The form as it stands.
    ConnectionEdit edit() const;
    /// Why it could not be saved or the secret not be kept. Plain text.
    void showProblem(const QString &text);
    /// While it is being saved, which may wait for the keychain's own question.
    void setBusy(bool isBusy);
    void setCaFile(const QString &path);

Q_SIGNALS:
    /// Valid; the dialog stays open until somebody calls accept().
    void saveRequested(const offboarding::ui::ConnectionEdit &edit);
    void caFileRequested();

private:
    QWidget *buildServerPage();
    QWidget *buildSignInPage();
    QWidget *buildSafetyPage();
    QWidget *buildNetworkPage();
    void addField(QFormLayout *form, ConnectionField field, QWidget *editor, QWidget *shown = nullptr);
    QWidget *help(const QString &text);
    void fill();
    void regionChanged();
    void addressChanged();
    void followDialect();
    void updateAvailability();
    void updateErrors();
    void save();
    bool hasKeptSecret() const; ///< the client's, from before
    QWidget *pageOf(const QWidget *widget) const;

    Connection m_original;
    QList<Connection> m_others;
    bool m_isNew;
    bool m_isDialectChosen = false; ///< by hand: it does not follow the host any more
    bool m_wasTried = false;        ///< errors are shown from the first attempt to save on
    QHash<ConnectionField, QWidget *> m_editors;
    QHash<ConnectionField, QLabel *> m_errors;

    QTabWidget *m_tabs;
    QLineEdit *m_name;
    QComboBox *m_environment;
    QComboBox *m_region;
    QLineEdit *m_apiUrl;
    QLineEdit *m_loginUrl;
    QComboBox *m_dialect;
    QComboBox *m_method;
    QLineEdit *m_clientId;
    QCheckBox *m_keepSecret;
    QLineEdit *m_secret;
    QLabel *m_secretLabel = nullptr;
    QLineEdit *m_redirectUrl;
    QPlainTextEdit *m_protectedUsers;
    QPlainTextEdit *m_divisions;
    QSpinBox *m_mostUsers;
    QSpinBox *m_mostPercent;
    QSpinBox *m_unlockMinutes;
    QComboBox *m_secondPerson;
    QLineEdit *m_caFile;
    QPushButton *m_chooseCaFile;
    QComboBox *m_proxyMode;
    QLineEdit *m_proxyHost;
    QSpinBox *m_proxyPort;
    QLineEdit *m_proxyUser;
    QCheckBox *m_keepPassword;
    QLineEdit *m_proxyPassword;
    QLabel *m_problem;
    QPushButton *m_save = nullptr;
};

} // namespace offboarding::ui
