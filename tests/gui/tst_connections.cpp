// SPDX-License-Identifier: GPL-3.0-or-later
// The list of connections and its editor, on the real dialogs over the welcome page.
#include "app/connections/regions.h"
#include "tests/gui/stage.h"
#include "tests/support/memorysecretstore.h"
#include "ui/dialogs/signindialog.h"
#include "ui/shell/welcomepage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;
using namespace offboarding::ui;

namespace {

const QString secretText = QStringLiteral("a-secret-for-the-keychain-only");

} // namespace

class TestConnections : public QObject
{
    Q_OBJECT

private:
    void start()
    {
        m_console.reset();
        m_console = std::make_unique<Console>(ConsoleOptions(), &m_prompts, &m_secrets);
        m_console->open();
    }
    ConnectionStore &store() const { return m_console->connections(); }
    WelcomePage *page() const { return m_console->welcomePage(); }
    WindowDriver driver() const { return WindowDriver(page()); }
    QWidget *dialog(const char *objectName) const
    {
        QWidget *top = driver().topDialog();
        return top != nullptr && top->objectName() == QLatin1String(objectName) ? top : nullptr;
    }
    QWidget *editor() const { return dialog("connectionDialog"); }
    template <typename T> T *field(const char *objectName) const
    {
        return driver().topDialog()->findChild<T *>(QLatin1String(objectName));
    }
    void showTab(int index) const { field<QTabWidget>("connectionTabWidget")->setCurrentIndex(index); }
    bool click(const char *objectName) const { return driver().click(field<QWidget>(objectName)); }
    QString errorOf(const char *fieldName) const
    {
        const auto *label = driver().topDialog()->findChild<QLabel *>(QString::fromLatin1(fieldName) +
                                                                      QStringLiteral("ErrorLabel"));
        return label == nullptr || label->isHidden() ? QString() : label->text();
    }
    void manage()
    {
        QVERIFY(driver().click(page()->findChild<QPushButton *>(QStringLiteral("managePushButton"))));
        QTRY_VERIFY(dialog("connectionsDialog") != nullptr);
    }
    QByteArray file() const
    {
        QFile opened(store().path());
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    Connection saved(const QString &name, bool keepsSecret)
    {
        Connection one;
        one.name = name;
        one.regionHost = QStringLiteral("mypurecloud.de");
        applyRegion(one);
        one.clientId = QStringLiteral("client-1");
        one.signInMethod = SignInMethod::ClientCredentials;
        one.keepsSecret = keepsSecret;
        const Connection kept = store().save(one).value_or(Connection());
        if (keepsSecret)
            m_secrets.entries.insert(SecretKey{kept.id, SecretKind::ClientSecret}.entryName(), secretText);
        return kept;
    }

    ScriptedPrompts m_prompts;
    MemorySecretStore m_secrets;
    std::unique_ptr<Console> m_console;
    QTemporaryDir m_files;

private Q_SLOTS:
    void initTestCase() { prepareProgram(); }
    void init()
    {
        m_prompts = ScriptedPrompts();
        m_secrets.entries.clear();
        m_secrets.failsWith = KeychainCause::None;
        QFile::remove(ConnectionStore::defaultPath());
        start();
    }
    void cleanup() { m_console.reset(); }

    void aNewConnectionIsSavedWithItsSecretInTheKeychain()
    {
        QVERIFY(driver().clickButton(QStringLiteral("Connect to Genesys Cloud…")));
        QTRY_VERIFY(editor() != nullptr);
        QVERIFY(driver().type(field<QLineEdit>("nameLineEdit"), QStringLiteral("ACME")));
        auto *region = field<QComboBox>("regionComboBox");
        QCOMPARE(region->count(), 19); // own addresses, and the 18 regions
        region->setCurrentIndex(region->findData(QStringLiteral("mypurecloud.de")));
        QCOMPARE(field<QLineEdit>("apiUrlLineEdit")->text(), QStringLiteral("https://api.mypurecloud.de"));
        QVERIFY(field<QLineEdit>("apiUrlLineEdit")->isReadOnly());
        showTab(1);
        field<QComboBox>("methodComboBox")->setCurrentIndex(1);
        QVERIFY(driver().type(field<QLineEdit>("clientIdLineEdit"), QStringLiteral("client-1")));
        field<QCheckBox>("keepSecretCheckBox")->setChecked(true);
        QCOMPARE(field<QLineEdit>("clientSecretLineEdit")->echoMode(), QLineEdit::Password);
        QVERIFY(driver().type(field<QLineEdit>("clientSecretLineEdit"), secretText));
        QVERIFY(click("savePushButton"));
        QTRY_COMPARE(store().connections().size(), 1);
        const Connection kept = store().connections().first();
        QCOMPARE(kept.name, QStringLiteral("ACME"));
        QCOMPARE(kept.dialect, Dialect::Published);
        QVERIFY(kept.keepsSecret);
        QCOMPARE(m_secrets.entries.value(SecretKey{kept.id, SecretKind::ClientSecret}.entryName()),
                 secretText);
        QVERIFY(file().contains("ACME"));
        QVERIFY(!file().contains(secretText.toUtf8()));
        // It is opened at once: somebody has to sign in.
        QTRY_VERIFY(dialog("signInDialog") != nullptr);
    }

    void whatIsWrongIsSaidBesideItsField()
    {
        QVERIFY(driver().clickButton(QStringLiteral("Connect to Genesys Cloud…")));
        QTRY_VERIFY(editor() != nullptr);
        QVERIFY(errorOf("name").isEmpty()); // nobody is told off before the first attempt
        field<QComboBox>("regionComboBox")->setCurrentIndex(0);
        field<QLineEdit>("apiUrlLineEdit")->setText(QStringLiteral("http://api.example.com"));
        QVERIFY(click("savePushButton"));
        QVERIFY(errorOf("name").contains(QLatin1String("name")));
        QVERIFY(errorOf("apiUrl").contains(QLatin1String("Only https")));
        QVERIFY(errorOf("loginUrl").isEmpty());
        // Read out together with the field, and the first one has the keyboard.
        auto *name = field<QLineEdit>("nameLineEdit");
        QCOMPARE(name->accessibleDescription(), errorOf("name"));
        QVERIFY(editor()->focusWidget() == name);
        QVERIFY(driver().type(name, QStringLiteral("ACME")));
        QVERIFY(errorOf("name").isEmpty());
        QVERIFY(store().connections().isEmpty());
    }

    void theDialectFollowsTheHostUntilItIsChosen()
    {
        QVERIFY(driver().clickButton(QStringLiteral("Connect to Genesys Cloud…")));
        QTRY_VERIFY(editor() != nullptr);
        auto *dialect = field<QComboBox>("dialectComboBox");
        QCOMPARE(dialect->currentData().toInt(), int(Dialect::Published));
        field<QComboBox>("regionComboBox")->setCurrentIndex(0);
        QVERIFY(driver().type(field<QLineEdit>("apiUrlLineEdit"), QStringLiteral("http://127.0.0.1:8080")));
        QCOMPARE(dialect->currentData().toInt(), int(Dialect::Legacy));
        QCOMPARE(field<QLineEdit>("loginUrlLineEdit")->text(), QStringLiteral("http://127.0.0.1:8080"));
    }

    void withoutAKeychainNothingIsSaidToBeKept()
    {
        m_secrets.failsWith = KeychainCause::NoBackend;
        QVERIFY(driver().clickButton(QStringLiteral("Connect to Genesys Cloud…")));
        QTRY_VERIFY(editor() != nullptr);
        QVERIFY(driver().type(field<QLineEdit>("nameLineEdit"), QStringLiteral("ACME")));
        showTab(1);
        field<QComboBox>("methodComboBox")->setCurrentIndex(1);
        QVERIFY(driver().type(field<QLineEdit>("clientIdLineEdit"), QStringLiteral("client-1")));
        field<QCheckBox>("keepSecretCheckBox")->setChecked(true);
        QVERIFY(driver().type(field<QLineEdit>("clientSecretLineEdit"), secretText));
        QVERIFY(click("savePushButton"));
        QTRY_VERIFY(!field<QLabel>("problemLabel")->isHidden());
        QVERIFY(field<QLabel>("problemLabel")->text().contains(QLatin1String("There is no keychain")));
        QVERIFY(store().connections().isEmpty());
        QVERIFY(file().isEmpty());
        // Without the tick it goes on.
        field<QCheckBox>("keepSecretCheckBox")->setChecked(false);
        QVERIFY(click("savePushButton"));
        QTRY_COMPARE(store().connections().size(), 1);
        QVERIFY(!store().connections().first().keepsSecret);
    }

    void aCopyHasNoSecretAndRemovingTakesItAway()
    {
        const Connection first = saved(QStringLiteral("ACME"), true);
        manage();
        QCOMPARE(field<QTableWidget>("connectionsTableWidget")->accessibleName(),
                 QStringLiteral("Connections"));
        QVERIFY(click("duplicatePushButton"));
        QTRY_VERIFY(editor() != nullptr);
        QCOMPARE(field<QLineEdit>("nameLineEdit")->text(), QStringLiteral("ACME (copy)"));
        QVERIFY(click("savePushButton"));
        QTRY_COMPARE(store().connections().size(), 2);
        QVERIFY(!store().findByName(QStringLiteral("ACME (copy)"))->keepsSecret);
        QTRY_VERIFY(dialog("connectionsDialog") != nullptr);
        field<QTableWidget>("connectionsTableWidget")->setCurrentCell(0, 0);
        m_prompts.confirms = false;
        QVERIFY(click("removePushButton"));
        QCOMPARE(store().connections().size(), 2);
        QCOMPARE(m_secrets.entries.size(), 1);
        m_prompts.confirms = true;
        QVERIFY(click("removePushButton"));
        QTRY_COMPARE(store().connections().size(), 1);
        QVERIFY(m_prompts.asked.last().contains(QLatin1String("ACME")));
        QVERIFY(m_secrets.entries.isEmpty());
        QVERIFY(!store().find(first.id));
    }

    void takingTheTickAwayTakesTheSecretOut()
    {
        const Connection first = saved(QStringLiteral("ACME"), true);
        manage();
        QVERIFY(click("editPushButton"));
        QTRY_VERIFY(editor() != nullptr);
        showTab(1);
        QVERIFY(field<QLineEdit>("clientSecretLineEdit")->text().isEmpty()); // never read back
        field<QCheckBox>("keepSecretCheckBox")->setChecked(false);
        QVERIFY(click("savePushButton"));
        QTRY_VERIFY(m_secrets.entries.isEmpty());
        QVERIFY(!store().find(first.id)->keepsSecret);
    }

    void whatIsExportedComesBackWithoutSecrets()
    {
        saved(QStringLiteral("ACME"), true);
        m_prompts.savePath = m_files.filePath(QStringLiteral("connections.json"));
        m_prompts.openPath = m_prompts.savePath;
        m_prompts.confirms = true;
        manage();
        QVERIFY(click("exportPushButton"));
        QFile exported(m_prompts.savePath);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        const QByteArray content = exported.readAll();
        QVERIFY(content.contains("ACME"));
        QVERIFY(!content.contains(secretText.toUtf8()));
        QVERIFY(click("importPushButton"));
        QVERIFY(!m_prompts.told.isEmpty() || !m_prompts.asked.isEmpty());
        QVERIFY(!store().connections().isEmpty());
        // A file that is no such list changes nothing and says so.
        const qsizetype before = store().connections().size();
        QFile broken(m_files.filePath(QStringLiteral("broken.json")));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{ this is not") > 0);
        broken.close();
        m_prompts.openPath = broken.fileName();
        m_prompts.told.clear();
        QVERIFY(click("importPushButton"));
        QCOMPARE(m_prompts.told.size(), 1);
        QVERIFY(m_prompts.told.first().contains(QLatin1String("Nothing was imported")));
        QCOMPARE(store().connections().size(), before);
    }

    void aDamagedFileIsSetAsideAndSaid()
    {
        saved(QStringLiteral("ACME"), false);
        QFile damaged(store().path());
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{ \"connections\": [") > 0);
        damaged.close();
        start();
        QVERIFY(visibleText(page()).contains(QLatin1String("is damaged")));
        QVERIFY(!store().damagedCopy().isEmpty());
        QVERIFY(visibleText(page()).contains(store().damagedCopy()));
        QFile::remove(store().damagedCopy());
    }

    void aNewerFileIsLeftAlone()
    {
        const QByteArray newer = "{\"format\":\"offboarding-connections\",\"version\":99,\"connections\":[]}";
        QFile written(store().path());
        QVERIFY(QDir().mkpath(QFileInfo(written).path()));
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write(newer) > 0);
        written.close();
        start();
        QVERIFY(visibleText(page()).contains(QLatin1String("newer version")));
        QCOMPARE(file(), newer);
    }

    void savedConnectionsAreOnTheWelcomePage()
    {
        saved(QStringLiteral("ACME"), false);
        start();
        auto *list = driver().find<QListWidget>(QStringLiteral("Saved connections"));
        QVERIFY(list != nullptr);
        QCOMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().contains(QLatin1String("Production")));
        QVERIFY(driver().clickButton(QStringLiteral("Open")));
        QTRY_VERIFY(dialog("signInDialog") != nullptr);
        QVERIFY(visibleText(driver().topDialog()).contains(QLatin1String("PRODUCTION")));
    }
};

QTEST_MAIN(TestConnections)
#include "tst_connections.moc"
