// SPDX-License-Identifier: GPL-3.0-or-later
// A leavers' list in the real window: from the file to the act's own dialog, and everything that must hold it
// up on the way.
#include "tests/gui/stage.h"

#include "ui/dialogs/deactivatedialog.h"
#include "ui/dialogs/leaversdialog.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScopeGuard>
#include <QSettings>
#include <QStringEncoder>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <memory>

namespace offboarding::ui {

using namespace offboarding::testing;

class TestLeavers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_stage.reset(); }

    void fromAListToTheRun_data();
    void fromAListToTheRun();
    void everythingInTheDialogHasAName();
    void unresolvedRowsHoldItUp();
    void aSearchFindsWhoHasAnotherName();
    void keysAreEnough();
    void protectedUsersMustBeExcluded();
    void columnsAreMappedByHandAndRemembered();
    void tooLargeAShareIsRefused();
    void aDirectoryReadInPartIsRefused();
    void badFilesSayWhere_data();
    void badFilesSayWhere();
    void aHugeListLeavesTheWindowAlive();
    void forceDeleteTakesOneUser();
    void decisionsStayForTheSameFile();
    void ourOwnExportComesBack();
    void aFileMayBeDropped();
    void noFileNoDialog();

private:
    LeaversDialog *import(const QByteArray &bytes, const QString &name = QStringLiteral("leavers.csv"));
    LeaversDialog *open() const
    {
        return qobject_cast<LeaversDialog *>(m_stage->driver().dialog(QStringLiteral("Import leavers")));
    }
    QTableView *table() const { return m_stage->driver().find<QTableView>(QStringLiteral("Leavers")); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QString verdict(int row) const { return cell(row, 4); }
    QAbstractButton *goOn() const
    {
        return open()->findChild<QAbstractButton *>(QStringLiteral("goOnPushButton"));
    }
    QString shown(const char *label) const
    {
        return open()->findChild<QLabel *>(QString::fromLatin1(label))->text();
    }
    bool choose(const char *combo, int index) const;
    bool isQuiet() const
    {
        return m_stage->requests(QStringLiteral("PUT")).isEmpty() &&
               m_stage->requests(QStringLiteral("PATCH")).isEmpty() &&
               m_stage->requests(QStringLiteral("DELETE")).isEmpty();
    }

    std::unique_ptr<Stage> m_stage;
    QList<User> m_people; ///< active, with ordinary names that nobody else nearly has
};

void TestLeavers::initTestCase()
{
    prepareProgram();
    m_stage = std::make_unique<Stage>();
    QVERIFY(m_stage->open());
    for (const User &user : m_stage->services().users.users()) {
        const bool isPlain = std::all_of(user.name.cbegin(), user.name.cend(), [](QChar c) {
            return c.unicode() < 0x80 && (c.isLetter() || c == QLatin1Char(' '));
        });
        const bool isAdministrator = user.name.contains(QStringLiteral("Admin")); // the last one cannot go
        if (isPlain && !isAdministrator && user.state == UserState::Active && !user.email.isEmpty() &&
            user.name.count(QLatin1Char(' ')) == 1 && user.liveConversations.value_or(0) == 0)
            m_people.append(user);
    }
    QVERIFY(m_people.size() > 60);
}

void TestLeavers::init()
{
    QSettings().remove(QStringLiteral("leavers"));
    m_stage->prompts().told.clear();
    m_stage->server().clearRequestLog();
}

void TestLeavers::cleanup()
{
    while (QWidget *dialog = m_stage->driver().topDialog())
        delete dialog;
}

LeaversDialog *TestLeavers::import(const QByteArray &bytes, const QString &name)
{
    const QString path = m_stage->path(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return nullptr;
    file.close();
    m_stage->prompts().openPath = path;
    if (!m_stage->driver().trigger(QStringLiteral("Import leavers…")))
        return nullptr;
    const auto isJudged = [this] {
        return open() != nullptr && table() != nullptr && verdict(0) != QLatin1String("Checking…") &&
               open()->refusal() != QLatin1String("The rows are being checked");
    };
    return QTest::qWaitFor(isJudged, 15'000) ? open() : nullptr;
}

bool TestLeavers::choose(const char *combo, int index) const
{
    auto *box = open()->findChild<QComboBox *>(QString::fromLatin1(combo));
    if (box == nullptr || index >= box->count())
        return false;
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
    return true;
}

void TestLeavers::fromAListToTheRun_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("row"); // %1 id, %2 address, %3 given name, %4 family name
    QTest::addColumn<bool>("isUtf16");
    QTest::addColumn<int>("first");
    QTest::newRow("English") << QStringLiteral("Name,E-mail,User ID") << QStringLiteral("%3 %4,%2,%1")
                             << false << 0;
    QTest::newRow("German") << QStringLiteral("Nachname;Vorname;E-Mail-Adresse;Prüfer")
                            << QStringLiteral("%4;%3;%2;\"Müßig; Jörg\"") << false << 2;
    QTest::newRow("Unicode text of a spreadsheet")
        << QStringLiteral("Name\tE-Mail") << QStringLiteral("%4, %3\t%2") << true << 4;
}

void TestLeavers::fromAListToTheRun()
{
    QFETCH(const QString, header);
    QFETCH(const QString, row);
    QFETCH(const bool, isUtf16);
    QFETCH(const int, first);
    const QList<User> leaving{m_people.at(first), m_people.at(first + 1)};
    QString text = header + QStringLiteral("\r\n");
    for (const User &user : leaving) {
        QString line = row + QStringLiteral("\r\n");
        line.replace(QStringLiteral("%1"), user.id);
        line.replace(QStringLiteral("%2"), user.email.toUpper());
        line.replace(QStringLiteral("%3"), user.name.section(QLatin1Char(' '), 0, 0));
        line.replace(QStringLiteral("%4"), user.name.section(QLatin1Char(' '), 1));
        text += line;
    }
    const QByteArray bytes =
        isUtf16 ? "\xFF\xFE" + QByteArray(QStringEncoder(QStringConverter::Utf16LE)(text)) : text.toLatin1();
    LeaversDialog *dialog = import(bytes);
    QVERIFY(dialog != nullptr);
    QCOMPARE(table()->model()->rowCount(), 2);
    QVERIFY2(verdict(0).startsWith(QStringLiteral("Matched by")), qPrintable(verdict(0)));
    QVERIFY(cell(0, 5).contains(leaving.first().email));
    const bool isWindows = header.contains(QStringLiteral("ü"));
    QCOMPARE(visibleText(dialog).contains(QStringLiteral("read as Windows-1252")), isWindows);
    QVERIFY(isQuiet());
    QCOMPARE(goOn()->accessibleName(), QStringLiteral("Deactivate 2 user(s)…"));
    QVERIFY2(goOn()->isEnabled(), qPrintable(dialog->refusal()));
    QVERIFY(m_stage->driver().click(goOn()));
    QTRY_VERIFY(qobject_cast<DeactivateDialog *>(m_stage->openDialog()) != nullptr);
    ActDialog *deactivate = m_stage->openDialog();
    QCOMPARE(deactivate->userIds(), (QStringList{leaving.at(0).id, leaving.at(1).id}));
    QVERIFY(open() == nullptr);
    QVERIFY(isQuiet()); // it asked first
    QTRY_VERIFY_WITH_TIMEOUT(deactivate->prepared().input.now.isValid(), 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(deactivate->refusal(), QString(), 15'000);
    QVERIFY(m_stage->confirm(deactivate));
    for (const User &user : leaving)
        QTRY_COMPARE(m_stage->user(user.email).state, UserState::Inactive);
}

void TestLeavers::everythingInTheDialogHasAName()
{
    LeaversDialog *dialog = import("id,email\nnobody,\n");
    QVERIFY(dialog != nullptr);
    for (QWidget *widget : dialog->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget) != nullptr ||
                               qobject_cast<QComboBox *>(widget) != nullptr ||
                               qobject_cast<QLineEdit *>(widget) != nullptr ||
                               qobject_cast<QTableView *>(widget) != nullptr;
        if (!isControl || !widget->isVisibleTo(dialog) ||
            widget->objectName().startsWith(QLatin1String("qt_")) ||
            qobject_cast<QLineEdit *>(widget->parentWidget()) != nullptr ||
            qobject_cast<QAbstractItemView *>(widget->parentWidget()) != nullptr)
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        QVERIFY(label->textFormat() != Qt::RichText);
    QCOMPARE(goOn()->toolTip().contains(QStringLiteral("unresolved")), true);
}

void TestLeavers::unresolvedRowsHoldItUp()
{
    const User known = m_people.at(6);
    const User meant = m_people.at(7);
    const QString swapped = meant.name.section(QLatin1Char(' '), 1) + QStringLiteral(" ") +
                            meant.name.section(QLatin1Char(' '), 0, 0);
    LeaversDialog *dialog =
        import(QStringLiteral("email,name\n%1,\n,%2\nxaver@quast.example,Xaver Quast\n%1,\n")
                   .arg(known.email, swapped)
                   .toUtf8());
    QVERIFY(dialog != nullptr);
    QCOMPARE(verdict(1), QStringLiteral("Look-alike"));
    QCOMPARE(verdict(2), QStringLiteral("Unknown"));
    QCOMPARE(verdict(3), QStringLiteral("Duplicate"));
    QVERIFY(!goOn()->isEnabled());
    QVERIFY(shown("reasonLabel").contains(QStringLiteral("2 row(s) are unresolved")));
    QVERIFY(shown("countsLabel").contains(QStringLiteral("2 unresolved")));
    // The first row that needs a person is selected, and nobody is chosen for them beforehand.
    QCOMPARE(table()->currentIndex().row(), 1);
    auto *candidates = m_stage->driver().find<QTableWidget>(QStringLiteral("Candidates"));
    QVERIFY(candidates != nullptr && candidates->rowCount() >= 1);
    QAbstractButton *use = dialog->findChild<QAbstractButton *>(QStringLiteral("usePushButton"));
    QVERIFY(!use->isEnabled());
    QVERIFY(m_stage->driver().selectRow(candidates, meant.email));
    QVERIFY(m_stage->driver().click(use));
    QTRY_COMPARE(verdict(1), QStringLiteral("Picked by hand"));
    QVERIFY(cell(1, 5).contains(meant.email));
    // The other one is nobody of this organisation.
    auto *filter = dialog->findChild<QCheckBox *>(QStringLiteral("unresolvedOnlyCheckBox"));
    filter->click();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(verdict(0), QStringLiteral("Unknown"));
    QVERIFY(m_stage->driver().clickButton(QStringLiteral("Exclude row")));
    QTRY_COMPARE(verdict(0), QStringLiteral("Excluded"));
    QTRY_VERIFY(goOn()->isEnabled());
    QCOMPARE(goOn()->accessibleName(), QStringLiteral("Deactivate 2 user(s)…"));
    QVERIFY(shown("countsLabel").contains(QStringLiteral("1 excluded")));
    // Every decision can be taken back.
    QVERIFY(m_stage->driver().clickButton(QStringLiteral("Undo")));
    QTRY_COMPARE(verdict(0), QStringLiteral("Unknown"));
    QTRY_VERIFY(!goOn()->isEnabled());
    QVERIFY(m_stage->driver().clickButton(QStringLiteral("Undo")));
    filter->setChecked(false);
    QTRY_COMPARE(verdict(1), QStringLiteral("Look-alike"));
    QVERIFY(!dialog->findChild<QAbstractButton *>(QStringLiteral("undoPushButton"))->isEnabled());
    QVERIFY(isQuiet());
}

void TestLeavers::aSearchFindsWhoHasAnotherName()
{
    const User meant = m_people.at(8);
    LeaversDialog *dialog = import("email,name\nmaiden@name.example,Quite Else\n");
    QVERIFY(dialog != nullptr);
    QCOMPARE(verdict(0), QStringLiteral("Unknown"));
    auto *search = m_stage->driver().find<QLineEdit>(QStringLiteral("Search the organisation for this row"));
    QVERIFY(m_stage->driver().type(search, meant.email));
    auto *candidates = m_stage->driver().find<QTableWidget>(QStringLiteral("Candidates"));
    QTRY_COMPARE(candidates->rowCount(), 1);
    QVERIFY(m_stage->driver().selectRow(candidates, meant.email));
    QVERIFY(m_stage->driver().clickButton(QStringLiteral("Use this user")));
    QTRY_COMPARE(verdict(0), QStringLiteral("Picked by hand"));
    QTRY_VERIFY(goOn()->isEnabled());
}

void TestLeavers::keysAreEnough()
{
    LeaversDialog *dialog =
        import(QStringLiteral("id,name\nnobody,Xaver Quast\n%1,\n").arg(m_people.at(9).id).toUtf8());
    QVERIFY(dialog != nullptr);
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(table()->hasFocus());
    // Enter neither goes on nor throws the decisions away, and Delete deletes nothing.
    QTest::keyClick(table(), Qt::Key_Return);
    QTest::keyClick(table(), Qt::Key_Delete);
    QVERIFY(open() != nullptr && dialog->decisions() == LeaverDecisions());
    QTest::keyClick(table(), Qt::Key_E, Qt::AltModifier);
    QTRY_COMPARE(verdict(0), QStringLiteral("Excluded"));
    QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(verdict(0), QStringLiteral("Unknown"));
    QTest::keyClick(table(), Qt::Key_E, Qt::AltModifier);
    QTRY_VERIFY(goOn()->isEnabled());
    goOn()->setFocus();
    QTest::keyClick(goOn(), Qt::Key_Return);
    QVERIFY(open() != nullptr);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(open() == nullptr);
    QVERIFY(isQuiet() && m_stage->openDialog() == nullptr);
}

void TestLeavers::protectedUsersMustBeExcluded()
{
    const User guarded = m_people.at(10);
    Connection connection = Stage::production();
    connection.protectedUsers = {guarded.email};
    auto other = std::make_unique<Stage>();
    QVERIFY(other->openConnection(connection));
    m_stage.swap(other);
    const auto swapBack = qScopeGuard([&] {
        cleanup();
        m_stage.swap(other);
    });
    // Looking at a list changes nothing, so a locked production organisation allows it.
    m_stage->services().lock->lock();
    LeaversDialog *dialog =
        import(QStringLiteral("email\n%1\n%2\n").arg(guarded.email, m_people.at(11).email).toUtf8());
    QVERIFY(dialog != nullptr);
    QCOMPARE(verdict(0), QStringLiteral("Protected"));
    QVERIFY(!goOn()->isEnabled());
    QVERIFY(!dialog->findChild<QAbstractButton *>(QStringLiteral("usePushButton"))->isEnabled());
    QVERIFY(m_stage->driver().selectRow(table(), guarded.email));
    QVERIFY(m_stage->driver().clickButton(QStringLiteral("Exclude row")));
    QTRY_VERIFY(goOn()->isEnabled());
    QCOMPARE(goOn()->accessibleName(), QStringLiteral("Deactivate 1 user(s)…"));
    QVERIFY(isQuiet());
}

void TestLeavers::columnsAreMappedByHandAndRemembered()
{
    const User user = m_people.at(12);
    const QByteArray list =
        QStringLiteral("Personalnummer;Kontakt;Bemerkung\n4711;%1;-\n").arg(user.email).toUtf8();
    LeaversDialog *dialog = import(list);
    QVERIFY(dialog != nullptr);
    QCOMPARE(verdict(0), QStringLiteral("Unknown"));
    QVERIFY(visibleText(dialog).contains(QStringLiteral("No column of the list is recognised")));
    QVERIFY(choose("emailColumnComboBox", 2));
    QTRY_COMPARE(verdict(0), QStringLiteral("Matched by e-mail"));
    QCOMPARE(cell(0, 2), user.email);
    QVERIFY(!visibleText(dialog).contains(QStringLiteral("No column of the list is recognised")));
    QTRY_VERIFY(goOn()->isEnabled());
    QVERIFY(m_stage->cancel());
    // The next list from the same office is understood at once.
    dialog = import("PERSONALNUMMER;Kontakt;Bemerkung\n1;" + m_people.at(13).email.toUtf8() + ";x\n");
    QVERIFY(dialog != nullptr);
    QCOMPARE(verdict(0), QStringLiteral("Matched by e-mail"));
    QVERIFY(goOn()->isEnabled());
}

void TestLeavers::tooLargeAShareIsRefused()
{
    QByteArray list = "id\n";
    for (int i = 14; i < 54; ++i)
        list += m_people.at(i).id.toUtf8() + "\n";
    LeaversDialog *dialog = import(list);
    QVERIFY(dialog != nullptr);
    QVERIFY(!goOn()->isEnabled());
    QVERIFY2(visibleText(dialog).contains(QStringLiteral("The list names 40 users")),
             qPrintable(visibleText(dialog)));
    QVERIFY(visibleText(dialog).contains(QStringLiteral("share of the organisation")));
    QVERIFY(goOn()->toolTip().contains(QStringLiteral("share of the organisation")));
    table()->selectAll();
    QVERIFY(m_stage->driver().clickButton(QStringLiteral("Exclude row")));
    QTRY_VERIFY(shown("reasonLabel").contains(QStringLiteral("Nobody on the list")));
    QVERIFY(!goOn()->isEnabled());
}

void TestLeavers::aDirectoryReadInPartIsRefused()
{
    LeaversDialog *dialog = import("id\n" + m_people.at(20).id.toUtf8() + "\n");
    QVERIFY(dialog != nullptr);
    QVERIFY(goOn()->isEnabled());
    UserStore &users = m_stage->services().users;
    users.setStatus(DirectoryStatus::Incomplete);
    QVERIFY(!goOn()->isEnabled()); // at once, not only after a while
    QTRY_VERIFY(visibleText(dialog).contains(QStringLiteral("failed part-way")));
    QVERIFY(!goOn()->isEnabled());
    users.setStatus(DirectoryStatus::Loading);
    QTRY_VERIFY(visibleText(dialog).contains(QStringLiteral("not read yet")));
    users.setStatus(DirectoryStatus::Failed);
    QTRY_VERIFY(visibleText(dialog).contains(QStringLiteral("failed part-way")));
    // The way out is in the dialog itself.
    QVERIFY(m_stage->driver().clickButton(QStringLiteral("Read again")));
    QTRY_VERIFY_WITH_TIMEOUT(goOn()->isEnabled(), 15'000);
    QCOMPARE(users.status(), DirectoryStatus::Complete);
}

void TestLeavers::badFilesSayWhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("open quote") << QByteArray("id,name\n1,\"Jane\n") << QStringLiteral("Line 2, character 3");
    QTest::newRow("NUL") << QByteArray("id,name\n1,J\0ne\n", 15) << QStringLiteral("Line 2, character 4");
    QTest::newRow("duplicated header") << QByteArray("id,ID\n1,2\n") << QStringLiteral("Line 1, character 4");
    QTest::newRow("no header") << QByteArray("jane@acme.example\n") << QStringLiteral("Line 1, character 1");
    QTest::newRow("ragged") << QByteArray("id,name\n1,2,3\n") << QStringLiteral("Line 2, character 5");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("The file is empty");
    QTest::newRow("ten megabytes in a cell")
        << QByteArray("id\n" + QByteArray(10'000'000, 'x')) << QStringLiteral("Line 2, character 1");
    QTest::newRow("workbook") << QByteArray("PK\x03\x04xlsx") << QStringLiteral("Save the sheet as CSV");
}

void TestLeavers::badFilesSayWhere()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    QVERIFY(QTest::qWaitFor([this] { return open() == nullptr; }));
    const QString path = m_stage->path(QStringLiteral("bad.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    m_stage->prompts().openPath = path;
    QVERIFY(m_stage->driver().trigger(QStringLiteral("Import leavers…")));
    QTRY_VERIFY(open() != nullptr);
    QTRY_VERIFY2(visibleText(open()).contains(says), qPrintable(visibleText(open())));
    QVERIFY(visibleText(open()).contains(QStringLiteral("bad.csv")));
    QVERIFY(visibleText(open()).contains(QStringLiteral("Nothing was started")));
    QVERIFY(table() == nullptr); // no rows of a list that cannot be trusted
    QVERIFY(!goOn()->isVisible() && !goOn()->isEnabled());
    // Another file puts it right without a new start.
    const QString good = m_stage->path(QStringLiteral("good.csv"));
    QFile right(good);
    QVERIFY(right.open(QIODevice::WriteOnly) && right.write("id\n" + m_people.at(21).id.toUtf8()) > 0);
    right.close();
    m_stage->prompts().openPath = good;
    QVERIFY(m_stage->driver().clickButton(QStringLiteral("Choose another file…")));
    QTRY_VERIFY(table() != nullptr && goOn()->isEnabled());
    QVERIFY(isQuiet());
}

void TestLeavers::aHugeListLeavesTheWindowAlive()
{
    QByteArray bytes = "id,email\n";
    bytes.reserve(40'000'000);
    for (int i = 0; i < 1'000'000; ++i)
        bytes += "id" + QByteArray::number(i) + ",a" + QByteArray::number(i) + "@b.example\n";
    const QString path = m_stage->path(QStringLiteral("huge.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    m_stage->prompts().openPath = path;
    QVERIFY(m_stage->driver().trigger(QStringLiteral("Import leavers…")));
    QVERIFY(open() != nullptr); // nobody waited for the file
    QVERIFY(visibleText(open()).contains(QStringLiteral("Reading huge.csv…")));
    QTRY_VERIFY(visibleText(open()).contains(QStringLiteral("Line 20002, character 1")));
    QVERIFY(visibleText(open()).contains(QStringLiteral("Split it")));
}

void TestLeavers::forceDeleteTakesOneUser()
{
    LeaversDialog *dialog =
        import(QStringLiteral("id\n%1\n%2\n").arg(m_people.at(22).id, m_people.at(23).id).toUtf8());
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->act(), Act::Deactivate); // the reversible act is the default
    QVERIFY(choose("actComboBox", 1));
    QTRY_VERIFY(shown("reasonLabel").contains(QStringLiteral("one user at a time")));
    QVERIFY(!goOn()->isEnabled());
    QVERIFY(m_stage->driver().selectRow(table(), m_people.at(22).id));
    QVERIFY(m_stage->driver().clickButton(QStringLiteral("Exclude row")));
    QTRY_VERIFY(goOn()->isEnabled());
    QCOMPARE(goOn()->accessibleName(), QStringLiteral("Force delete 1 user(s)…"));
    QVERIFY(m_stage->driver().click(goOn()));
    QTRY_VERIFY(m_stage->openDialog() != nullptr);
    QCOMPARE(m_stage->openDialog()->windowTitle(), QStringLiteral("Force delete"));
    QCOMPARE(m_stage->openDialog()->userIds(), QStringList{m_people.at(23).id});
    QVERIFY(isQuiet());
}

void TestLeavers::decisionsStayForTheSameFile()
{
    const QByteArray list = "id\nnobody\n" + m_people.at(24).id.toUtf8() + "\n";
    QVERIFY(import(list) != nullptr);
    QVERIFY(m_stage->driver().clickButton(QStringLiteral("Exclude row")));
    QTRY_VERIFY(goOn()->isEnabled());
    QVERIFY(m_stage->cancel());
    QVERIFY(import(list, QStringLiteral("copy.csv")) != nullptr);
    QCOMPARE(verdict(0), QStringLiteral("Excluded"));
    QVERIFY(m_stage->cancel());
    QVERIFY(import(list + "nobody2\n") != nullptr); // another list: everybody is looked at again
    QCOMPARE(verdict(0), QStringLiteral("Unknown"));
}

void TestLeavers::ourOwnExportComesBack()
{
    const User user = m_people.at(25);
    QVERIFY(m_stage->select(user.email));
    for (const char *name : {"users.csv", "users.json"}) {
        m_stage->prompts().savePath = m_stage->path(QString::fromLatin1(name));
        QVERIFY(m_stage->driver().trigger(QStringLiteral("Users as shown")));
        QFile file(m_stage->prompts().savePath);
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        LeaversDialog *dialog = import(file.readAll(), QString::fromLatin1(name));
        QVERIFY(dialog != nullptr);
        QCOMPARE(table()->model()->rowCount(), 1);
        QVERIFY2(verdict(0).startsWith(QStringLiteral("Matched by")), qPrintable(verdict(0)));
        QVERIFY(cell(0, 5).contains(user.email));
        QVERIFY(goOn()->isEnabled());
        QVERIFY(m_stage->cancel());
    }
}

void TestLeavers::aFileMayBeDropped()
{
    const QString path = m_stage->path(QStringLiteral("dropped.CSV"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("id\n" + m_people.at(26).id.toUtf8()) > 0);
    file.close();
    const auto drop = [this](const QList<QUrl> &addresses) {
        QMimeData data;
        data.setUrls(addresses);
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(false);
        QApplication::sendEvent(m_stage->window(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent dropped(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_stage->window(), &dropped);
        return true;
    };
    const QUrl list = QUrl::fromLocalFile(path);
    QVERIFY(!drop({QUrl(QStringLiteral("https://acme.example/leavers.csv"))}));
    QVERIFY(!drop({list, list}));
    QVERIFY(!drop({QUrl::fromLocalFile(m_stage->path(QStringLiteral("picture.png")))}));
    QVERIFY(open() == nullptr);
    QVERIFY(drop({list}));
    QTRY_VERIFY(open() != nullptr && table() != nullptr && goOn()->isEnabled());
    QCOMPARE(verdict(0), QStringLiteral("Matched by ID"));
}

void TestLeavers::noFileNoDialog()
{
    m_stage->prompts().openPath.clear();
    QVERIFY(m_stage->driver().trigger(QStringLiteral("Import leavers…")));
    QTest::qWait(0);
    QVERIFY(m_stage->driver().topDialog() == nullptr);
    QVERIFY(isQuiet());
}

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestLeavers)
#include "tst_leavers.moc"
