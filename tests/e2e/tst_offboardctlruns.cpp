// SPDX-License-Identifier: GPL-3.0-or-later
// plan, run, resume, report and verify as a script uses them: processes that share nothing but files and a
// socket.
#include "tests/e2e/offboardctlrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace offboarding::testing;

namespace {

QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

QList<QJsonObject> linesOf(const QByteArray &output)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : output.split('\n')) {
        if (!line.isEmpty())
            lines.append(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

} // namespace

class TestOffboardctlRuns : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DemoServerProcess> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_quiet; ///< active users whom no live conversation holds
    QString m_busy;      ///< one whom a live conversation holds

    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    Finished control(const QStringList &arguments, const DemoServerProcess *server = nullptr) const
    {
        const DemoServerProcess &chosen = server == nullptr ? *m_server : *server;
        return runOffboardctl(chosen.connection() + arguments, chosen.token());
    }

    Finished local(const QStringList &arguments) const { return runOffboardctl(arguments); }

    /// A user who was not used by another test yet.
    QString next() { return m_quiet.takeFirst(); }

    QString stateOf(const QString &userId) const
    {
        const Finished users = control(words(QStringLiteral("users --format json")));
        const QJsonArray all = QJsonDocument::fromJson(users.output).array();
        for (const QJsonValue &user : all) {
            if (user[QStringLiteral("id")].toString() == userId)
                return user[QStringLiteral("state")].toString();
        }
        return {};
    }

    Finished plan(const QString &action, const QStringList &users, const QString &options = {}) const
    {
        return control(words(QStringLiteral("plan --action %1 %2 -o").arg(action, options)) +
                       QStringList{path("plan.json")} + users);
    }

    Finished runPlan(const QString &options = QStringLiteral("--yes --progress")) const
    {
        return control(QStringList{QStringLiteral("run"), path("plan.json"), QStringLiteral("--journal"),
                                   path("run.jsonl")} +
                       words(options));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<DemoServerProcess>(QStringList{
            QStringLiteral("--users"), QStringLiteral("400"), QStringLiteral("--seed"), QStringLiteral("7")});
        QVERIFY2(m_server->isReady(), m_server->process().readAllStandardError().constData());
        const Finished active = control(words(QStringLiteral("users --state active --format json")));
        QCOMPARE(active.code, 0);
        QStringList ids;
        const QJsonArray users = QJsonDocument::fromJson(active.output).array();
        for (const QJsonValue &user : users)
            ids.append(user[QStringLiteral("id")].toString());
        const Finished references =
            control(words(QStringLiteral("references --format json")) + ids.mid(0, 60));
        QVERIFY2(references.code == 0, references.errors.constData());
        const QJsonArray maps = QJsonDocument::fromJson(references.output).array();
        for (const QJsonValue &map : maps) {
            bool isBusy = false;
            const QJsonArray conversations = map[QStringLiteral("conversations")].toArray();
            for (const QJsonValue &one : conversations)
                isBusy = isBusy || one[QStringLiteral("live")].toBool(true) ||
                         one[QStringLiteral("afterCallWork")].toBool(true);
            const QString id = map[QStringLiteral("user")][QStringLiteral("id")].toString();
            if (isBusy)
                m_busy = id;
            else
                m_quiet.append(id);
        }
        QVERIFY(m_quiet.size() > 20);
        QVERIFY(!m_busy.isEmpty());
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aPlanIsCarriedOutAndProved()
    {
        const QStringList users{next(), next(), next()};
        const Finished planned =
            plan(QStringLiteral("deactivate"), users, QStringLiteral("--reason Left --ticket HR-17"));
        QVERIFY2(planned.code == 0, planned.errors.constData());
        QVERIFY(planned.says("SHA-256 of the plan"));
        QCOMPARE(stateOf(users.first()), QStringLiteral("active")); // planning changes nothing
        const QByteArray document = contentOf(path("plan.json"));
        QVERIFY(document.contains("HR-17"));
        QVERIFY(!document.contains(m_server->value("token").toUtf8()));

        const Finished run = runPlan();
        QVERIFY2(run.code == 0, run.errors.constData());
        const QList<QJsonObject> lines = linesOf(run.output);
        QVERIFY(lines.size() >= 3 * 4);
        for (const QJsonObject &line : lines) {
            for (const char *key : {"time", "userId", "step", "outcome"})
                QVERIFY2(!text(line, key).isEmpty(), key);
            QVERIFY(line.contains(QStringLiteral("cause")));
            QVERIFY(users.contains(text(line, "userId")));
        }
        for (const QString &user : users)
            QCOMPARE(stateOf(user), QStringLiteral("inactive"));
        const QByteArray journal = contentOf(path("run.jsonl"));
        QVERIFY(!journal.contains(m_server->value("token").toUtf8()));
        QCOMPARE(local({QStringLiteral("verify"), path("run.jsonl")}).code, 0);
        // Once is enough: the same journal is not begun again, and there is nothing to resume.
        QCOMPARE(runPlan().code, 2);
        const Finished again = control({QStringLiteral("resume"), path("run.jsonl")});
        QVERIFY2(again.code == 0 && again.says("nothing is left to do"), again.errors.constData());
        QCOMPARE(contentOf(path("run.jsonl")).size(), journal.size());
    }

    void whatWasTakenIsPutBack()
    {
        const QString user = next();
        const auto around = [&] {
            const Finished references = control(
                {QStringLiteral("references"), QStringLiteral("--format"), QStringLiteral("json"), user});
            QJsonObject map = QJsonDocument::fromJson(references.output).array().first().toObject();
            QJsonObject kept;
            for (const char *key : {"queues", "skills", "languages", "groups", "roles"})
                kept.insert(QLatin1String(key), map.value(QLatin1String(key)));
            return kept;
        };
        const QJsonObject before = around();
        const Finished planned = plan(QStringLiteral("deactivate"), {user}, QStringLiteral("--steps all"));
        QVERIFY2(planned.code == 0, planned.errors.constData());
        const Finished run = runPlan();
        QVERIFY2(run.code == 0, run.errors.constData());
        QCOMPARE(stateOf(user), QStringLiteral("inactive"));
        QVERIFY(around() != before);

        const Finished undone = control({QStringLiteral("undo"), path("run.jsonl"), QStringLiteral("--yes"),
                                         QStringLiteral("--progress")});
        QVERIFY2(undone.code == 0, undone.errors.constData());
        QCOMPARE(stateOf(user), QStringLiteral("active"));
        QCOMPARE(around(), before);
        QVERIFY2(undone.says("revoked-for-good"), undone.errors.constData()); // told, not promised
        QCOMPARE(local({QStringLiteral("verify"), path("run.jsonl.undo")}).code, 0);
        // Twice is refused: the journal of the undo is there.
        QCOMPARE(control({QStringLiteral("undo"), path("run.jsonl"), QStringLiteral("--yes")}).code, 2);
    }

    /// Each command starts an organisation of its own, which is the same one every time.
    void theDemoOrganisationTakesAPlanToo()
    {
        const Finished users =
            runOffboardctl(words(QStringLiteral("--demo users --state active --format json")));
        const QString user =
            QJsonDocument::fromJson(users.output).array().at(40)[QStringLiteral("id")].toString();
        const Finished planned =
            runOffboardctl(words(QStringLiteral("--demo plan --action deactivate --clear requeue")) +
                           QStringList{user, QStringLiteral("-o"), path("plan.json")});
        QVERIFY2(planned.code == 0, planned.errors.constData());
        const Finished run =
            runOffboardctl({QStringLiteral("--demo"), QStringLiteral("run"), path("plan.json"),
                            QStringLiteral("--journal"), path("run.jsonl"), QStringLiteral("--yes")});
        QVERIFY2(run.code == 0, run.errors.constData());
    }

    void aForceDeleteKeepsItsEvidence()
    {
        const QString user = next();
        QCOMPARE(plan(QStringLiteral("force-delete"), {user}).code, 0);
        const Finished run = runPlan();
        QVERIFY2(run.code == 0, run.errors.constData());
        QCOMPARE(stateOf(user), QStringLiteral("deleted"));
        const QStringList evidence = QDir(path("run.jsonl.evidence")).entryList(QDir::Files);
        QCOMPARE(evidence.size(), 1);
        QVERIFY(contentOf(path("run.jsonl.evidence/") + evidence.first()).contains(user.toUtf8()));
    }

    void aLiveConversationIsAGate()
    {
        QCOMPARE(plan(QStringLiteral("deactivate"), {m_busy}).code, 0);
        const Finished run = runPlan();
        QVERIFY2(run.code == 4, run.errors.constData());
        QCOMPARE(stateOf(m_busy), QStringLiteral("active"));
        QVERIFY(run.says("gate-refused"));
        QCOMPARE(local({QStringLiteral("verify"), path("run.jsonl")}).code, 0);
    }

    void theSameThingPlannedTwiceHasTheSameContent()
    {
        const QString user = next();
        const auto contentHash = [&] {
            const Finished planned = plan(QStringLiteral("deactivate"), {user});
            const qsizetype at = planned.errors.indexOf("of what it does: ");
            return planned.errors.mid(at + 17, 64);
        };
        const QByteArray first = contentHash();
        QCOMPARE(first.size(), 64);
        QCOMPARE(contentHash(), first);
    }

    void whatIsNotThePlanIsRefused_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("code");
        QTest::newRow("edited") << QByteArray("\"act\": \"deactivate\"") << QByteArray("\"act\": \"delete\"")
                                << 2;
        QTest::newRow("cut off") << QByteArray("\"steps\"") << QByteArray() << 2;
    }

    void whatIsNotThePlanIsRefused()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, code);
        const QString user = m_quiet.last();
        QCOMPARE(plan(QStringLiteral("deactivate"), {user}).code, 0);
        QByteArray document = contentOf(path("plan.json"));
        const qsizetype at = document.indexOf(before);
        QVERIFY(at > 0);
        if (after.isEmpty())
            document.truncate(at);
        else
            document.replace(at, before.size(), after);
        write(path("plan.json"), document);
        const Finished run = runPlan();
        QCOMPARE(run.code, code);
        QVERIFY2(run.says("plan.json"), run.errors.constData());
        QVERIFY(!QFile::exists(path("run.jsonl")));
        QCOMPARE(stateOf(user), QStringLiteral("active"));
    }

    void aPlanForAnotherOrganisationIsRefused()
    {
        const DemoServerProcess other({QStringLiteral("--users"), QStringLiteral("60"),
                                       QStringLiteral("--seed"), QStringLiteral("99")});
        QVERIFY(other.isReady());
        const QString user = m_quiet.last();
        QCOMPARE(plan(QStringLiteral("deactivate"), {user}).code, 0);
        const Finished run = control({QStringLiteral("run"), path("plan.json"), QStringLiteral("--journal"),
                                      path("run.jsonl"), QStringLiteral("--yes")},
                                     &other);
        QVERIFY2(run.code == 4, run.errors.constData());
        QVERIFY(!QFile::exists(path("run.jsonl")));
    }

    void nobodyToAskMeansNo()
    {
        QCOMPARE(plan(QStringLiteral("deactivate"), {m_quiet.last()}).code, 0);
        const Finished run = runPlan(QString());
        QCOMPARE(run.code, 2);
        QVERIFY(run.says("--yes"));
        QVERIFY(!QFile::exists(path("run.jsonl")));
    }

    void rulesRefuseThePlan()
    {
        // More than a tenth of four hundred.
        const Finished active = control(words(QStringLiteral("users --state active --format json")));
        QStringList many;
        const QJsonArray all = QJsonDocument::fromJson(active.output).array();
        for (const QJsonValue &user : all)
            many.append(user[QStringLiteral("id")].toString());
        const Finished planned = plan(QStringLiteral("deactivate"), many.mid(0, 60));
        QVERIFY2(planned.code == 4, planned.errors.constData());
        QVERIFY(planned.says("within-organization-share"));
        QVERIFY(!QFile::exists(path("plan.json")));
        write(path("leavers.csv"), QByteArray("email\r\nnobody@nowhere.example\r\n"));
        const Finished unknown =
            control(words(QStringLiteral("plan --action deactivate --leavers")) +
                    QStringList{path("leavers.csv"), QStringLiteral("-o"), path("plan2.json")});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.says("line 2"), unknown.errors.constData());
        QVERIFY(!QFile::exists(path("plan2.json")));
        const Finished wrong =
            control(words(QStringLiteral("plan --action deactivate nobody-knows-this-id")));
        QCOMPARE(wrong.code, 2);
    }

    void aLeaversListBecomesAPlan()
    {
        const QString user = next();
        write(path("leavers.csv"), QByteArray("id;name\r\n") + user.toUtf8() + ";\r\n");
        const Finished planned =
            control(words(QStringLiteral("plan --action deactivate --leavers")) +
                    QStringList{path("leavers.csv"), QStringLiteral("-o"), path("plan.json")});
        QVERIFY2(planned.code == 0, planned.errors.constData());
        QCOMPARE(runPlan().code, 0);
        QCOMPARE(stateOf(user), QStringLiteral("inactive"));
    }

    void reportsTellWhatHappened()
    {
        const QString user = next();
        QCOMPARE(plan(QStringLiteral("deactivate"), {user}).code, 0);
        QCOMPARE(runPlan().code, 0);
        const auto report = [this](const char *format) {
            return local({QStringLiteral("report"), path("run.jsonl"), QStringLiteral("--format"),
                          QString::fromLatin1(format)});
        };
        QVERIFY(report("html").output.contains(user.toUtf8()));
        QVERIFY(report("pdf").output.startsWith("%PDF-"));
        QVERIFY(report("csv").output.contains("read-back"));
        QVERIFY(report("xlsx").output.startsWith("PK"));
        QVERIFY(QJsonDocument::fromJson(report("json").output).array().size() > 3);
        QCOMPARE(linesOf(report("jsonl").output).size(),
                 QJsonDocument::fromJson(report("json").output).array().size());

        const QString pack = path("evidence.zip");
        QCOMPARE(local({QStringLiteral("report"), path("run.jsonl"), QStringLiteral("-o"), pack}).code, 0);
        QCOMPARE(local({QStringLiteral("verify"), pack}).code, 0);
        QByteArray changed = contentOf(pack);
        changed[changed.size() / 2] = char(changed.at(changed.size() / 2) ^ 0x20);
        write(pack, changed);
        const Finished verified = local({QStringLiteral("verify"), pack});
        QCOMPARE(verified.code, 6);
        QVERIFY2(verified.says("NOT VERIFIED"), verified.errors.constData());
    }

    void anAlteredJournalIsTold()
    {
        QCOMPARE(plan(QStringLiteral("deactivate"), {next()}).code, 0);
        QCOMPARE(runPlan().code, 0);
        const QByteArray journal = contentOf(path("run.jsonl"));
        QByteArray changed = journal;
        const qsizetype at = changed.indexOf("step-ended");
        changed[at + 40] = char(changed.at(at + 40) ^ 0x01);
        write(path("run.jsonl"), changed);
        QCOMPARE(local({QStringLiteral("verify"), path("run.jsonl")}).code, 6);
        QCOMPARE(local({QStringLiteral("report"), path("run.jsonl")}).code, 6);
        QCOMPARE(control({QStringLiteral("resume"), path("run.jsonl")}).code, 6);
        // Cut off in the middle of a record, or at the end of one: never "verified".
        write(path("run.jsonl"), journal.left(journal.size() - 20));
        QCOMPARE(local({QStringLiteral("verify"), path("run.jsonl")}).code, 5);
        write(path("run.jsonl"), journal.left(journal.lastIndexOf('\n', -2) + 1));
        QCOMPARE(local({QStringLiteral("verify"), path("run.jsonl")}).code, 5);
        write(path("run.jsonl"), QByteArray("not a journal\n"));
        QCOMPARE(local({QStringLiteral("verify"), path("run.jsonl")}).code, 2);
        QCOMPARE(local({QStringLiteral("verify"), path("nothing.jsonl")}).code, 2);
    }

    void stoppingEndsBeforeTheNextStepAndResumeGoesOn()
    {
        const DemoServerProcess slow({QStringLiteral("--users"), QStringLiteral("400"),
                                      QStringLiteral("--seed"), QStringLiteral("7"),
                                      QStringLiteral("--latency-ms"), QStringLiteral("40")});
        QVERIFY(slow.isReady());
        QStringList users;
        for (int i = 0; i < 12; ++i)
            users.append(m_quiet.at(m_quiet.size() - 1 - i));
        const QStringList made = words(QStringLiteral("plan --action deactivate -o"));
        const Finished planned = control(made + QStringList{path("plan.json")} + users, &slow);
        QVERIFY2(planned.code == 0, planned.errors.constData());
        const std::unique_ptr<QProcess> run = startOffboardctl(
            slow.connection() + QStringList{QStringLiteral("run"), path("plan.json"),
                                            QStringLiteral("--journal"), path("run.jsonl"),
                                            QStringLiteral("--yes"), QStringLiteral("--progress")},
            slow.token());
        QTRY_VERIFY_WITH_TIMEOUT(run->canReadLine(), 20'000);
        ::kill(static_cast<pid_t>(run->processId()), SIGINT);
        const Finished stopped = finishOffboardctl(run.get());
        QVERIFY2(stopped.code == 5, stopped.errors.constData());
        QVERIFY(stopped.says("offboardctl resume"));
        const Finished resumed =
            control({QStringLiteral("resume"), path("run.jsonl"), QStringLiteral("--progress")}, &slow);
        QVERIFY2(resumed.code == 0, resumed.errors.constData());
        QCOMPARE(local({QStringLiteral("verify"), path("run.jsonl")}).code, 0);
        const Finished inactive =
            control(words(QStringLiteral("users --state inactive --format csv")), &slow);
        for (const QString &user : users)
            QVERIFY(inactive.output.contains(user.toUtf8()));
    }
};

QTEST_GUILESS_MAIN(TestOffboardctlRuns)
#include "tst_offboardctlruns.moc"
