// SPDX-License-Identifier: GPL-3.0-or-later
// Signs in with marked secrets in every way, does everything an admin does, and then looks at the bytes: no
// mark in any file, output, argument, environment, clipboard, title or text. The keychain is a real one.
#include "tests/gui/stage.h"
#include "ui/application/session.h"
#include "ui/dialogs/signindialog.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/guardedbutton.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QCoroTask>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace offboarding;
using namespace offboarding::testing;
using namespace offboarding::ui;

namespace {

constexpr int patience = 20'000;
// What every token, refresh token and code of the server begins with, and two secrets that are typed.
const QByteArray serverMark = "zQ7vServerMark";
const QByteArray clientMark = "zQ7vClientMark-and-the-rest-of-the-secret";
const QByteArray wrongMark = "zQ7vWrongMark-and-the-rest-of-the-secret";

QByteArray *output = nullptr; ///< everything that was logged, at every level

void collect(QtMsgType, const QMessageLogContext &, const QString &message)
{
    output->append(message.toUtf8() + '\n');
}

/// The forms in which a secret could lie about: as it is, in UTF-16, percent-encoded or in Base64 at any
/// offset.
QByteArrayList formsOf(const QByteArray &mark)
{
    QByteArrayList forms{mark, mark.toHex()};
    const QString text = QString::fromLatin1(mark);
    forms.append(QByteArray(reinterpret_cast<const char *>(text.utf16()), 2 * text.size()));
    for (int offset = 0; offset < 3; ++offset) {
        const QByteArray encoded = QByteArray(QByteArray(offset, 'x') + mark).toBase64();
        forms.append(encoded.mid(offset == 0 ? 0 : 4, encoded.size() - 8));
    }
    return forms;
}

/// The first mark in @p bytes, or nothing.
QByteArray markIn(const QByteArray &bytes)
{
    for (const QByteArray &mark : {serverMark, clientMark.left(14), wrongMark.left(13)}) {
        for (const QByteArray &form : formsOf(mark)) {
            if (bytes.contains(form))
                return mark;
        }
    }
    return {};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every file under @p folder that holds a mark.
QStringList marked(const QString &folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (QFileInfo(path).isFile() && !markIn(contentOf(path) + path.toUtf8()).isEmpty())
            found.append(path);
    }
    return found;
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private:
    WindowDriver driver() const
    {
        return WindowDriver(m_console->window() != nullptr ? static_cast<QWidget *>(m_console->window())
                                                           : m_console->welcomePage());
    }
    SignInDialog *signInDialog() const { return qobject_cast<SignInDialog *>(driver().topDialog()); }
    bool hasUsers() const
    {
        return QTest::qWaitFor(
            [this] {
                return m_console->window() != nullptr && driver().topDialog() == nullptr &&
                       m_console->session()->services().users.status() == DirectoryStatus::Complete;
            },
            patience);
    }
    bool typeSecret(const QByteArray &secret) const
    {
        return driver().type(driver().find<QLineEdit>(QStringLiteral("Client secret")),
                             QString::fromLatin1(secret)) &&
               driver().clickButton(QStringLiteral("Sign in"));
    }
    bool playBrowser()
    {
        const qsizetype before = m_prompts.addresses.size();
        if (!driver().clickButton(QStringLiteral("Sign in with the browser")) ||
            !QTest::qWaitFor([&] { return m_prompts.addresses.size() > before; }, patience))
            return false;
        look("browser");
        const std::unique_ptr<QNetworkReply> reply(
            m_browser.get(QNetworkRequest(m_prompts.addresses.last())));
        return QTest::qWaitFor([&] { return reply->isFinished(); }, patience) &&
               markIn(reply->readAll()).isEmpty();
    }
    bool isErrorShown() const
    {
        const SignInDialog *dialog = signInDialog();
        const auto *label =
            dialog == nullptr ? nullptr : dialog->findChild<QLabel *>(QStringLiteral("errorTitleLabel"));
        return label != nullptr && label->isVisible();
    }
    Connection connection(SignInMethod method, bool keeps) const
    {
        Connection one;
        one.name = signInMethodName(method);
        one.apiUrl = m_endpoints.apiUrl;
        one.loginUrl = m_endpoints.loginUrl;
        one.dialect = Dialect::Legacy;
        one.environment = Environment::Sandbox;
        one.signInMethod = method;
        one.clientId = m_endpoints.clientId;
        one.keepsSecret = keeps;
        return one;
    }
    QString path(const QString &name) const { return m_files.filePath(name); }

    /// Remembers everything that can be seen at this moment: titles, texts, table cells, the clipboard.
    void look(const char *where)
    {
        QByteArray seen = QGuiApplication::clipboard()->text().toUtf8() + '\n';
        for (const QWidget *widget : QApplication::allWidgets()) {
            seen += widget->windowTitle().toUtf8() + '\n' + widget->toolTip().toUtf8() + '\n' +
                    widget->accessibleName().toUtf8() + '\n' + widget->accessibleDescription().toUtf8() +
                    '\n';
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                seen += label->text().toUtf8() + '\n';
            if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
                seen += edit->displayText().toUtf8() + '\n'; // as painted
            if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
                seen += edit->toPlainText().toUtf8() + '\n';
            if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
                seen += cellsOf(view->model());
        }
        const QByteArray mark = markIn(seen);
        QVERIFY2(mark.isEmpty(), QByteArray(mark + " can be seen at " + where).constData());
        ++m_looks;
    }
    static QByteArray cellsOf(const QAbstractItemModel *model)
    {
        QByteArray cells;
        const int rows = model == nullptr ? 0 : std::min(model->rowCount(), 400);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                cells += index.data().toString().toUtf8() + '\n' +
                         index.data(Qt::ToolTipRole).toString().toUtf8() + '\n' +
                         index.data(Qt::UserRole).toString().toUtf8() + '\n';
            }
        }
        return cells;
    }

    void exportWith(const char *action)
    {
        m_prompts.savePath = path(QStringLiteral("export-%1.csv").arg(m_exports++));
        QVERIFY2(driver().trigger(QString::fromLatin1(action)), action);
        QTRY_VERIFY2_WITH_TIMEOUT(QFileInfo::exists(m_prompts.savePath), action, patience);
    }

    void actAsAdmin()
    {
        auto *table = driver().find<QAbstractItemView>(QStringLiteral("Users"));
        const QString leaver = QStringLiteral("nora.nothing@demo.example");
        QVERIFY(driver().type(driver().find<QLineEdit>(QStringLiteral("Search users")), leaver));
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
        QVERIFY(driver().selectRow(table, leaver));
        exportWith("Users as shown");
        exportWith("References of the selected users");
        QVERIFY(driver().trigger(QStringLiteral("Deactivate…")));
        QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<ActDialog *>(driver().topDialog()) != nullptr, patience);
        auto *dialog = qobject_cast<ActDialog *>(driver().topDialog());
        QTRY_VERIFY_WITH_TIMEOUT(dialog->confirmButton()->isEnabled(), patience);
        auto *tabs = dialog->findChild<QTabWidget *>(QStringLiteral("detailsTabWidget"));
        tabs->setCurrentIndex(tabs->count() - 1);
        dialog->findChild<QTreeWidget *>(QStringLiteral("requestsTreeWidget"))->selectAll();
        QVERIFY(driver().clickButton(QStringLiteral("Copy all as curl")));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("$TOKEN")));
        look("curl");
        QVERIFY(driver().click(dialog->confirmButton()));
        const Services services = m_console->session()->services();
        QTRY_VERIFY_WITH_TIMEOUT(!services.runner.runs().isEmpty() && !services.runner.isRunning(), patience);
        QVERIFY(services.runner.runs().first().isVerified());
        look("run");
        exportWith("Result of the last run");
    }

    QTemporaryDir m_files;
    std::unique_ptr<demo::DemoServer> m_server;
    demo::DemoEndpoints m_endpoints;
    ScriptedPrompts m_prompts;
    KeychainStore m_keychain;
    std::unique_ptr<Console> m_console;
    QNetworkAccessManager m_browser;
    QByteArray m_output;
    int m_exports = 0;
    int m_looks = 0;

private Q_SLOTS:
    void initTestCase()
    {
        prepareProgram();
        output = &m_output;
        QLoggingCategory::setFilterRules(
            QStringLiteral("*.debug=true\nqt.*.debug=false\nqt.network*.debug=true\noffboarding*=true"));
        qInstallMessageHandler(collect);
        demo::DemoOptions options = smallDemo().demo;
        options.clientSecret = QString::fromLatin1(clientMark);
        options.secretMark = QString::fromLatin1(serverMark);
        options.givesRefreshToken = true;
        options.signInAs = QStringLiteral("amira.admin@demo.example");
        m_server = std::make_unique<demo::DemoServer>(options);
        const Result<demo::DemoEndpoints> endpoints = m_server->start();
        QVERIFY(endpoints.has_value());
        m_endpoints = *endpoints;
        QVERIFY(m_endpoints.token.startsWith(QString::fromLatin1(serverMark)));
        m_console = std::make_unique<Console>(ConsoleOptions(), &m_prompts, &m_keychain);
        QFile::remove(m_console->connections().path());
        m_console->open();
    }

    /// What looks for the marks finds them: otherwise nothing below proves anything.
    void theSearchFindsWhatIsThere()
    {
        const QByteArray secret = serverMark + "the-rest";
        const QByteArrayList planted{secret, "Basic " + QByteArray("id:" + clientMark).toBase64(),
                                     QByteArray("a:" + clientMark).toBase64(),
                                     QByteArray(reinterpret_cast<const char *>(u"zQ7vServerMark"), 28)};
        QTemporaryDir folder;
        for (const QByteArray &text : planted) {
            QFile file(folder.filePath(QStringLiteral("planted")));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("before " + text + " after") > 0);
            file.close();
            QCOMPARE(marked(folder.path()).size(), 1);
        }
    }

    void withAClientSecret()
    {
        const Result<Connection> saved =
            m_console->connections().save(connection(SignInMethod::ClientCredentials, false));
        QVERIFY(saved.has_value());
        m_console->openConnection(*saved);
        driver().find<QCheckBox>(QStringLiteral("Keep it in the keychain"))->setChecked(true);
        QVERIFY(typeSecret(wrongMark));
        QTRY_VERIFY_WITH_TIMEOUT(isErrorShown(), patience);
        QVERIFY(driver().clickButton(QStringLiteral("Copy details")));
        look("wrong secret");
        QVERIFY(typeSecret(clientMark));
        QVERIFY(hasUsers());
        look("signed in");
        QVERIFY(m_console->connections().find(saved->id)->keepsSecret);
        const Result<QString> kept =
            QCoro::waitFor(m_keychain.read({saved->id, SecretKind::ClientSecret}, true));
        QVERIFY(kept.has_value());
        QCOMPARE(kept->toLatin1(), clientMark);
        actAsAdmin();
        // Renewed behind the scenes, and once with an error of the server on the way.
        m_server->revokeTokens(true);
        QVERIFY(driver().trigger(QStringLiteral("Refresh")));
        QVERIFY(hasUsers());
        look("renewed");
        QVERIFY(driver().trigger(QStringLiteral("Account…")));
        look("account");
        QVERIFY(driver().clickButton(QStringLiteral("Close")));
        QVERIFY(driver().trigger(QStringLiteral("Sign out")));
        QTRY_VERIFY_WITH_TIMEOUT(m_console->session() == nullptr, patience);
    }

    void withTheBrowser()
    {
        const Result<Connection> saved =
            m_console->connections().save(connection(SignInMethod::AuthorizationCode, true));
        QVERIFY(saved.has_value());
        m_console->openConnection(*saved);
        QTRY_VERIFY_WITH_TIMEOUT(signInDialog() != nullptr && !signInDialog()->isWorking(), patience);
        QVERIFY(playBrowser());
        QVERIFY(hasUsers());
        look("signed in with the browser");
        const Result<QString> kept =
            QCoro::waitFor(m_keychain.read({saved->id, SecretKind::RefreshToken}, true));
        QVERIFY(kept.has_value());
        QVERIFY(kept->startsWith(QString::fromLatin1(serverMark)));
        QVERIFY(driver().trigger(QStringLiteral("Sign out")));
        QTRY_VERIFY_WITH_TIMEOUT(m_console->session() == nullptr, patience);
        // What renewed the sign-in went with it.
        QVERIFY(!QCoro::waitFor(m_keychain.read({saved->id, SecretKind::RefreshToken}, true)).has_value());
    }

    void withAPastedToken()
    {
        const Result<Connection> saved =
            m_console->connections().save(connection(SignInMethod::PastedToken, false));
        QVERIFY(saved.has_value());
        m_console->openConnection(*saved);
        QVERIFY(driver().type(driver().find<QLineEdit>(QStringLiteral("Access token")),
                              m_server->issueToken(m_server->adminUserId())));
        QVERIFY(driver().clickButton(QStringLiteral("Sign in")));
        QVERIFY(hasUsers());
        look("pasted token");
    }

    void connectionsAreExportedWithoutSecrets()
    {
        m_prompts.savePath = path(QStringLiteral("connections.json"));
        m_prompts.openPath = m_prompts.savePath;
        m_prompts.confirms = true;
        QVERIFY(driver().trigger(QStringLiteral("Manage connections…")));
        QTRY_VERIFY(driver().topDialog() != nullptr);
        QVERIFY(driver().clickButton(QStringLiteral("Export…")));
        QVERIFY(QFileInfo(m_prompts.savePath).size() > 0);
        QVERIFY(driver().clickButton(QStringLiteral("Import…")));
        look("connections");
        QVERIFY(driver().clickButton(QStringLiteral("Close")));
    }

    void nothingIsLeftBehind()
    {
        QVERIFY(m_looks > 8);
        m_console->window()->saveLayout();
        m_console.reset();
        QCOMPARE(marked(m_files.path()), QStringList());
        for (const auto location : {QStandardPaths::HomeLocation, QStandardPaths::GenericConfigLocation,
                                    QStandardPaths::GenericCacheLocation, QStandardPaths::GenericDataLocation,
                                    QStandardPaths::RuntimeLocation})
            QCOMPARE(marked(QStandardPaths::writableLocation(location)), QStringList());
        QCOMPARE(marked(qEnvironmentVariable("XDG_STATE_HOME")), QStringList());
        QVERIFY2(markIn(m_output).isEmpty(), m_output.constData());
        QVERIFY(markIn(contentOf(QStringLiteral("/proc/self/cmdline"))).isEmpty());
        QVERIFY(markIn(contentOf(QStringLiteral("/proc/self/environ"))).isEmpty());
        QVERIFY(markIn(QGuiApplication::clipboard()->text().toUtf8()).isEmpty());
        QVERIFY(markIn(m_prompts.told.join(QLatin1Char('\n')).toUtf8()).isEmpty());
        QVERIFY(markIn(m_prompts.asked.join(QLatin1Char('\n')).toUtf8()).isEmpty());
        for (const QUrl &address : std::as_const(m_prompts.addresses))
            QVERIFY(markIn(address.toEncoded()).isEmpty());
        // What a program that is started from here gets to know.
        QProcess child;
        child.start(QStringLiteral("env"), QStringList());
        QVERIFY(child.waitForFinished());
        const QByteArray environment = child.readAllStandardOutput();
        QVERIFY(environment.contains("HOME="));
        QVERIFY(markIn(environment).isEmpty());
    }
};

QTEST_MAIN(TestSecrets)
#include "tst_secrets.moc"
