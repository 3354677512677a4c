// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/layering/layeringrules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using offboarding::layering::violations;

/// The architecture's "who may include whom", checked against every source file.
class LayeringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesBite_data();
    void rulesBite();
    void ordinaryCodePasses();
    void longFilesAreFound();
    void sourcesFollowTheArchitecture();
};

void LayeringTest::rulesBite_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, const char *path, const char *code, const char *rule) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(code)
                            << QString::fromLatin1(rule);
    };
    row("base includes domain", "app/base/error.h", "#include \"app/domain/user.h\"",
        "may not include app/domain");
    row("demo includes api", "app/demo/router.cpp", "\n#include \"app/api/apiclient.h\"",
        ":2: app/demo may not");
    row("screen includes api", "ui/screens/users/userspage.cpp", "#include \"app/api/apiclient.h\"",
        "may not include");
    row("model includes screen", "ui/models/a.cpp", "#include \"ui/screens/services.h\"", "may not include");
    row("core includes widgets", "app/offboarding/a.cpp", "#include <QWidget>", "without a screen");
    row("core includes painter", "app/reports/a.cpp", "#include <QPainter>", "without a screen");
    row("core includes a module", "app/domain/a.cpp", "#include <QtGui/QColor>", "without a screen");
    row("core includes any Gui header", "app/domain/a.cpp", "#include <QRasterWindow>", "without a screen");
    row("command line includes widgets", "app/cli/a.cpp", "#include <QLabel>", "without a screen");
    row("core translates", "app/offboarding/a.cpp", "return tr(\"Done\");", "no translated text");
    row("a second server", "ui/shell/a.cpp", "#include <QHttpServer>", "only app/demo");
    row("unknown folder", "app/helpers/a.cpp", "int a;", "no folder app/helpers");
    row("sideways include", "app/demo/a.cpp", "#include \"../api/apiclient.h\"", "not relative");
    row("demo in a screen", "ui/screens/users/a.cpp", "#include \"app/demo/demoserver.h\"",
        "may not include app/demo");
    row("core includes ui", "app/reports/a.cpp", "#include \"ui/widgets/displaytext.h\"", "may not include");
    row("after a comment", "app/base/a.cpp", "/* one\ntwo */ int a; // three\n#include \"app/api/dialect.h\"",
        ":3: app/base");
    row("second network manager", "app/directory/a.cpp", "QNetworkAccessManager manager;",
        "only app/api/apiclient");
    row("a step that bypasses the journal", "app/offboarding/stepclearing.cpp",
        "co_await m_client->send(request);", "sendWrite()");
    row("second user of the keychain", "app/auth/tokensession.cpp", "QKeychain::Job *job = nullptr;",
        "only app/auth/secretstore");
    row("secrets in a file", "app/auth/secretstore.cpp", "job->setInsecureFallback(true);", "is never used");
    row("certificate errors ignored", "app/api/apiclient.cpp", "reply->ignoreSslErrors();", "is never used");
    row("connections include api", "app/connections/a.cpp", "#include \"app/api/apiclient.h\"",
        "may not include app/api");
    row("leavers' list includes api", "app/leavers/a.cpp", "#include \"app/api/apiclient.h\"",
        "may not include app/api");
    row("coroutine in a screen", "ui/screens/users/a.cpp", "co_await something();", "no coroutines");
    row("modal dialog", "ui/dialogs/a.cpp", "dialog->exec();", "never exec()");
    row("static message box", "ui/shell/a.cpp", "QMessageBox::warning(this, a, b);", "never exec()");
    row("menu that blocks", "ui/widgets/a.cpp", "menu.exec(position);", "never exec()");
    row("static file dialog", "ui/shell/a.cpp", "QFileDialog::getSaveFileName(this);", "never exec()");
    row("reply in a screen", "ui/screens/users/a.cpp", "QNetworkReply *reply = nullptr;", "no requests");
    row("rich text", "ui/widgets/a.cpp", "label->setTextFormat(Qt::RichText);", "PlainText");
}

void LayeringTest::rulesBite()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    QFETCH(QString, rule);
    const QStringList found = violations(path, code);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().contains(rule), qPrintable(found.first()));
}

void LayeringTest::ordinaryCodePasses()
{
    QCOMPARE(violations(QStringLiteral("app/api/apiclient.cpp"),
                        QStringLiteral("#include \"app/base/error.h\"\nQNetworkAccessManager m_network;\n")),
             QStringList());
    QCOMPARE(
        violations(QStringLiteral("ui/shell/mainwindow.cpp"),
                   QStringLiteral("#include \"ui/screens/services.h\"\n#include <QMenu>\ndialog->open();\n")),
        QStringList());
    // Words in comments and in texts are not code.
    QCOMPARE(violations(QStringLiteral("ui/widgets/a.cpp"),
                        QStringLiteral("// never dialog.exec() nor co_await\n/* QNetworkAccessManager\n */\n"
                                       "const char *text = \"box.exec() \\\" co_await\";\n")),
             QStringList());
    QCOMPARE(violations(QStringLiteral("ui/main.cpp"),
                        QStringLiteral("#include \"app/demo/demoserver.h\"\nreturn application.exec();\n")),
             QStringList());
}

void LayeringTest::longFilesAreFound()
{
    const QString path = QStringLiteral("tests/gui/tst_story.cpp");
    QCOMPARE(violations(path, QStringLiteral("line\n").repeated(800)), QStringList());
    QCOMPARE(violations(path, QStringLiteral("line\n").repeated(801)),
             QStringList{QStringLiteral("tests/gui/tst_story.cpp:801: a file past 800 lines is a defect")});
}

void LayeringTest::sourcesFollowTheArchitecture()
{
    const QDir source(QStringLiteral(OFFBOARDING_SOURCE_DIR));
    QStringList found;
    int files = 0;
    for (const char *folder : {"app", "ui", "tests"}) {
        QDirIterator iterator(source.filePath(QString::fromLatin1(folder)),
                              {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                              QDirIterator::Subdirectories);
        while (iterator.hasNext()) {
            QFile file(iterator.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            found += violations(source.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
            ++files;
        }
    }
    QVERIFY(files > 50);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(LayeringTest)
#include "tst_layering.moc"
