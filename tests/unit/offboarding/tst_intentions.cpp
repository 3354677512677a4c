// SPDX-License-Identifier: GPL-3.0-or-later
// "Deactivate now, delete after N days": a date that is kept, seen and never acts by itself.
#include "app/offboarding/intentions.h"
#include "tests/support/values.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

Intention thirtyDays(const QString &userId = QStringLiteral("user-1"))
{
    Connection connection = testConnection(Dialect::Published);
    connection.organizationId = QStringLiteral("org-1");
    Identity author;
    author.email = QStringLiteral("admin@demo.example");
    return makeIntention(connection, testUser(userId), author, 30, noon());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestIntentions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(QStringLiteral("below/planned.jsonl")); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void itsStateFollowsTheClock()
    {
        const Intention one = thirtyDays();
        QCOMPARE(one.due, noon().addDays(30));
        QCOMPARE(one.state(noon()), IntentionState::Waiting);
        QCOMPARE(one.state(one.due.addMSecs(-1)), IntentionState::Waiting);
        QCOMPARE(one.state(one.due), IntentionState::Due);
        QCOMPARE(one.state(one.due.addSecs(24 * 3600 - 1)), IntentionState::Due);
        QCOMPARE(one.state(one.due.addSecs(24 * 3600)), IntentionState::Missed);
        Intention over = one;
        over.cancelled = noon();
        QCOMPARE(over.state(one.due), IntentionState::Cancelled);
        over.finished = noon();
        QCOMPARE(over.state(one.due), IntentionState::Finished);
    }

    void whatIsPlannedIsThereAtTheNextStart()
    {
        const Intention planned = thirtyDays();
        {
            IntentionStore store(path());
            QVERIFY(store.load());
            QVERIFY(store.intentions().isEmpty());
            QSignalSpy changed(&store, &IntentionStore::intentionsChanged);
            QVERIFY(store.plan(planned));
            QCOMPARE(changed.size(), 1);
        }
        IntentionStore store(path());
        QVERIFY(store.load());
        QCOMPARE(store.intentions(), QList<Intention>{planned});
        QVERIFY(store.findOpen(QStringLiteral("org-1"), QStringLiteral("user-1")) != nullptr);
        QVERIFY(store.findOpen(QStringLiteral("org-2"), QStringLiteral("user-1")) == nullptr);
        const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
        QVERIFY((QFile::permissions(path()) & others) == 0);
    }

    void cancellingStaysOnRecord()
    {
        IntentionStore store(path());
        const Intention planned = thirtyDays();
        QVERIFY(store.plan(planned));
        QVERIFY(store.cancel(planned.id, QStringLiteral("boss@demo.example"), noon().addDays(1)));
        IntentionStore again(path());
        QVERIFY(again.load());
        const Intention *found = again.find(planned.id);
        QVERIFY(found != nullptr);
        QCOMPARE(found->state(planned.due), IntentionState::Cancelled);
        QCOMPARE(found->cancelledBy, QStringLiteral("boss@demo.example"));
        QCOMPARE(found->cancelled, noon().addDays(1));
        // A new date for the same user is a new intention.
        QVERIFY(again.plan(thirtyDays()));
        QCOMPARE(again.intentions().size(), 2);
    }

    void whatIsOverCannotBeChanged()
    {
        IntentionStore store(path());
        const Intention planned = thirtyDays();
        QVERIFY(store.plan(planned));
        QVERIFY(store.finish(planned.id, QStringLiteral("run-1"), noon()));
        QCOMPARE(store.find(planned.id)->runId, QStringLiteral("run-1"));
        const QByteArray before = contentOf(path());
        const Result<Done> cancelled = store.cancel(planned.id, QStringLiteral("x"), noon());
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, ErrorKind::Refused);
        QVERIFY(!store.cancel(QStringLiteral("nobody"), QStringLiteral("x"), noon()));
        QCOMPARE(contentOf(path()), before);
    }

    void nobodyIsPlannedTwice()
    {
        IntentionStore store(path());
        QVERIFY(store.plan(thirtyDays()));
        const Result<Done> twice = store.plan(thirtyDays());
        QVERIFY(!twice);
        QCOMPARE(twice.error().kind, ErrorKind::Refused);
        QVERIFY(store.plan(thirtyDays(QStringLiteral("user-2"))));
    }

    void theDateIsOneDayToOneYearAway_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isAccepted");
        QTest::newRow("today") << 0 << false;
        QTest::newRow("yesterday") << -1 << false;
        QTest::newRow("tomorrow") << 1 << true;
        QTest::newRow("in a year") << 365 << true;
        QTest::newRow("later") << 366 << false;
    }

    void theDateIsOneDayToOneYearAway()
    {
        QFETCH(int, days);
        QFETCH(bool, isAccepted);
        Intention one = thirtyDays();
        one.due = one.planned.addDays(days);
        IntentionStore store(path());
        QCOMPARE(store.plan(one).has_value(), isAccepted);
        QCOMPARE(QFile::exists(path()), isAccepted);
    }

    /// Two windows: what one cancels, the other must not keep alive.
    void twoWindowsShareTheFile()
    {
        IntentionStore first(path());
        IntentionStore second(path());
        const Intention planned = thirtyDays();
        QVERIFY(first.plan(planned));
        QVERIFY(second.plan(thirtyDays(QStringLiteral("user-2"))));
        QCOMPARE(second.intentions().size(), 2);
        QVERIFY(second.cancel(planned.id, QStringLiteral("x"), noon()));
        QVERIFY(!first.cancel(planned.id, QStringLiteral("y"), noon()));
        QCOMPARE(first.find(planned.id)->cancelledBy, QStringLiteral("x"));
    }

    void anEditedFileIsNotBelieved()
    {
        IntentionStore store(path());
        QVERIFY(store.plan(thirtyDays()));
        QByteArray content = contentOf(path());
        content.replace("user-1", "user-9");
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
        IntentionStore again(path());
        const Result<Done> loaded = again.load();
        QVERIFY(!loaded);
        QVERIFY(loaded.error().place.contains(path()));
        QVERIFY(again.intentions().isEmpty());
        QVERIFY(!again.plan(thirtyDays(QStringLiteral("user-3"))));
        QCOMPARE(contentOf(path()), content);
    }
};

QTEST_GUILESS_MAIN(TestIntentions)
#include "tst_intentions.moc"
