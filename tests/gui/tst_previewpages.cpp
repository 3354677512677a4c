// SPDX-License-Identifier: GPL-3.0-or-later
// The conversations page and the preview, on a demo organisation behind a real server.
#include "app/demo/demoserver.h"
#include "ui/models/conversationtablemodel.h"
#include "ui/screens/conversations/conversationspage.h"
#include "ui/screens/conversations/readingoverview.h"
#include "ui/screens/preview/jsonview.h"
#include "ui/screens/preview/previewpage.h"
#include "ui/screens/preview/requestspreview.h"
#include "ui/widgets/requestview.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/timelinewidget.h"

#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

namespace offboarding::ui {

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

SourceReading source(const QString &name, SourceStatus status)
{
    SourceReading made;
    made.name = name;
    made.status = status;
    made.readAt = noon;
    return made;
}

ReferenceMap map(SourceStatus open, int live, int ended)
{
    ReferenceMap made;
    made.userId = QStringLiteral("u1");
    made.readAt = noon;
    made.sources = {source(QStringLiteral("agent-status"), SourceStatus::Fresh),
                    source(QStringLiteral("open-conversations"), open),
                    source(QStringLiteral("recent-conversations"), SourceStatus::Fresh)};
    for (int i = 0; i < live + ended; ++i) {
        ConversationReference reference;
        reference.userId = made.userId;
        reference.conversationId = QString::number(i);
        reference.live = i < live;
        made.conversations.append(reference);
    }
    return made;
}

/// Everything that a screen needs, on one connection.
struct Bench
{
    explicit Bench(const demo::DemoEndpoints &endpoints)
        : client(endpoints.apiUrl), loader(client, users), references(client),
          runner(client, loader, references), preview(connection, users, loader, references)
    {
        client.setAccessToken(endpoints.token);
        RetrySettings settings;
        settings.firstPauseMilliseconds = 1;
        settings.mostAttempts = 1;
        client.setRetrySettings(settings);
        connection.apiUrl = endpoints.apiUrl;
        connection.dialect = Dialect::Legacy;
        connection.environment = Environment::Demo;
    }

    Services services()
    {
        return {connection, users,   loader,  references, runner,
                preview,    nullptr, nullptr, nullptr,    RunFolder()};
    }

    Connection connection;
    ApiClient client;
    UserStore users;
    UserLoader loader;
    ReferenceFinder references;
    Runner runner;
    PlanPreview preview;
};

QString visibleText(const QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&page))
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TestPreviewPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        demo::DemoOptions options;
        options.users = 300;
        options.liveConversations = 60;
        options.endedConversations = 600;
        m_server = std::make_unique<demo::DemoServer>(options);
        const auto started = m_server->start();
        QVERIFY(started.has_value());
        m_endpoints = *started;
    }

    void init()
    {
        m_server->setFaults({});
        m_bench = std::make_unique<Bench>(m_endpoints);
    }

    void cleanup() { m_bench.reset(); }

    void summaryNeverShowsUnknownAsZero()
    {
        const ReferenceMap complete = map(SourceStatus::Fresh, 3, 41);
        QCOMPARE(overviewText(overviewOf({&complete}), noon.addSecs(12)),
                 QStringLiteral("3 live, 41 recent — all sources fresh, read 12 s ago"));
        const ReferenceMap refused = map(SourceStatus::NotPermitted, 0, 2);
        const QString text = overviewText(overviewOf({&refused}), noon.addSecs(12));
        QVERIFY2(text.startsWith(QStringLiteral("live: unknown")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("not permitted")), qPrintable(text));
        const ReferenceMap some = map(SourceStatus::Failed, 2, 0);
        QVERIFY(overviewText(overviewOf({&some}), noon).startsWith(QStringLiteral("at least 2 live")));
        const QString partly = overviewText(overviewOf({&complete, nullptr}), noon);
        QVERIFY2(partly.startsWith(QStringLiteral("at least 3 live, at least 41 recent")),
                 qPrintable(partly));
        QVERIFY2(partly.contains(QStringLiteral("1 of 2")), qPrintable(partly));
        QVERIFY(!overviewOf({nullptr}).live.has_value());
    }

    void nobodySelectedSaysSo()
    {
        ConversationsPage page(m_bench->services());
        QCOMPARE(page.table()->accessibleName(), QStringLiteral("Conversations"));
        QVERIFY(visibleText(page).contains(QStringLiteral("No user selected")));
        QVERIFY(page.selectedConversations().isEmpty());
    }

    void liveConversationsAreListedAndPreviewed()
    {
        const QString userId = m_server->userIdsWithLiveConversations().value(0);
        ConversationsPage page(m_bench->services());
        PreviewPage preview(m_bench->services());
        connect(&page, &ConversationsPage::currentChanged, &preview, &PreviewPage::setConversation);
        page.resize(1000, 300);
        preview.resize(560, 620);
        page.show();
        preview.show();
        page.setUserIds({userId});
        preview.setUserIds({userId});
        QVERIFY(visibleText(page).contains(QStringLiteral("Reading")));
        QTRY_VERIFY(page.table()->model()->rowCount() > 0);
        QTRY_VERIFY(visibleText(page).contains(QStringLiteral("all sources fresh")));
        QVERIFY(visibleText(page).contains(QStringLiteral("live")));
        // Ended conversations are listed with a queue id; the name is looked up.
        const QAbstractItemModel *rows = page.table()->model();
        const QModelIndex lastQueue = rows->index(rows->rowCount() - 1, ConversationTableModel::QueueColumn);
        QTRY_VERIFY(!lastQueue.data().toString().contains(QLatin1Char('-')));
        grab(&page, QStringLiteral("conversations"));

        QSignalSpy selected(&page, &ConversationsPage::selectionChanged);
        page.table()->selectRow(1);
        QCOMPARE(page.selectedConversations().size(), 1);
        QCOMPARE(selected.size(), 1);
        auto *tree = preview.findChild<QTreeView *>(QStringLiteral("participantsTreeView"));
        QCOMPARE(tree->accessibleName(), QStringLiteral("Participants"));
        QTRY_VERIFY(tree->model()->rowCount() > 1);
        bool isLeaverMarked = false;
        for (int row = 0; row < tree->model()->rowCount(); ++row)
            isLeaverMarked = isLeaverMarked || tree->model()->index(row, 0).data().toString().contains(
                                                   QStringLiteral("leaver"));
        QVERIFY(isLeaverMarked);
        const auto *timeline = preview.findChild<TimelineWidget *>();
        QVERIFY(timeline->barCount() > 0);
        QVERIFY(timeline->timeline().lanes.at(0).isLeaver);
        auto *tabs = preview.findChild<QTabWidget *>();
        QCOMPARE(tabs->count(), 5);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            grab(&preview, QStringLiteral("preview-%1").arg(tab));
        }
        tabs->setCurrentIndex(1);
        auto *canvas = preview.findChild<TimelineWidget *>();
        canvas->setFocus();
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(canvas, Qt::Key_Plus);
        QTRY_VERIFY(canvas->width() > 2000);
        for (const Qt::Key key : {Qt::Key_End, Qt::Key_Home}) {
            QTest::keyClick(canvas, key);
            const QRect sight = canvas->visibleRegion().boundingRect();
            QVERIFY(sight.intersects(canvas->barRect(canvas->currentBar())));
            grab(&preview, QStringLiteral("preview-zoomed-%1").arg(key == Qt::Key_End));
        }
        auto *asTable = preview.findChild<QToolButton *>(QStringLiteral("timelineAsTableToolButton"));
        tabs->setCurrentIndex(1);
        asTable->click();
        auto *table = preview.findChild<QTableView *>(QStringLiteral("timelineTableView"));
        QVERIFY(table->isVisible());
        QVERIFY(table->model()->rowCount() >= timeline->barCount());
        grab(&preview, QStringLiteral("preview-table"));
    }

    void bodiesAreMaskedUntilAskedFor()
    {
        const QString userId = m_server->userIdsWithLiveConversations().value(0);
        PreviewPage preview(m_bench->services());
        QCoro::waitFor(m_bench->references.read(userId));
        const ReferenceMap *read = m_bench->references.map(userId);
        const ConversationReference &reference = read->conversations.at(0);
        preview.setConversation({userId, reference.conversationId});
        const auto *json = preview.findChild<JsonView *>();
        QVERIFY(json->text().contains(reference.conversationId));
        QString secret;
        for (const Participant &participant : reference.conversation->participants) {
            if (participant.isCustomer())
                secret = participant.address.isEmpty() ? participant.name : participant.address;
        }
        QVERIFY(!secret.isEmpty());
        QVERIFY(!json->text().contains(secret));
        auto *toggle = preview.findChild<QToolButton *>(QStringLiteral("showAddressesToolButton"));
        toggle->click();
        QVERIFY(json->text().contains(secret));
        toggle->click();
        QVERIFY(!json->text().contains(secret));
    }

    void endedConversationIsReadWhenShown()
    {
        QString userId;
        QString conversationId;
        for (const QString &candidate : m_server->userIdsWithRecentConversationsOnly()) {
            QCoro::waitFor(m_bench->references.read(candidate));
            const ReferenceMap *read = m_bench->references.map(candidate);
            for (const ConversationReference &reference : read->conversations) {
                if (!reference.conversation) {
                    userId = candidate;
                    conversationId = reference.conversationId;
                }
            }
            if (!userId.isEmpty())
                break;
        }
        QVERIFY(!userId.isEmpty());
        PreviewPage preview(m_bench->services());
        preview.show();
        preview.setConversation({userId, conversationId});
        QVERIFY(visibleText(preview).contains(QStringLiteral("Reading the conversation")));
        auto *tree = preview.findChild<QTreeView *>(QStringLiteral("participantsTreeView"));
        QTRY_VERIFY(tree->model()->rowCount() > 0);
        const auto *timeline = preview.findChild<TimelineWidget *>();
        QVERIFY(!timeline->timeline().now.has_value());
    }

    void refusedSourceIsNamedAndCanBeReadAgain()
    {
        demo::FaultRule rule;
        rule.pathPattern = QStringLiteral("*analytics*");
        rule.status = 403;
        m_server->setFaults({rule});
        const QString userId = m_server->userIdsWithoutReferences().value(0);
        ConversationsPage page(m_bench->services());
        page.resize(900, 260);
        page.show();
        page.setUserIds({userId});
        QTRY_VERIFY(visibleText(page).contains(QStringLiteral("Not known what refers")));
        QVERIFY(visibleText(page).contains(QStringLiteral("not permitted")));
        QVERIFY(!visibleText(page).contains(QStringLiteral("0 live")));
        grab(&page, QStringLiteral("conversations-refused"));
        m_server->setFaults({});
        auto *again = page.findChild<QPushButton *>(QStringLiteral("readAgainPushButton"));
        QTRY_VERIFY(again->isEnabled());
        again->click();
        QTRY_VERIFY(visibleText(page).contains(QStringLiteral("all sources fresh")));
    }

    void unreadableConversationIsNotShownAsEmpty()
    {
        const QString userId = m_server->userIdsWithLiveConversations().value(1);
        demo::FaultRule rule;
        rule.method = QStringLiteral("GET");
        rule.pathPattern = QStringLiteral("/api/v2/conversations/*");
        rule.status = 500;
        m_server->setFaults({rule});
        ConversationsPage page(m_bench->services());
        PreviewPage preview(m_bench->services());
        connect(&page, &ConversationsPage::currentChanged, &preview, &PreviewPage::setConversation);
        page.show();
        preview.show();
        page.setUserIds({userId});
        QTRY_VERIFY(page.table()->model()->rowCount() > 0);
        QVERIFY(page.table()
                    ->model()
                    ->index(0, ConversationTableModel::StateColumn)
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("Unknown")));
        page.table()->selectRow(0);
        QVERIFY(preview.findChild<StatePage *>() != nullptr);
        QTRY_VERIFY(visibleText(preview).contains(QStringLiteral("state unknown")));
        preview.findChild<QTabWidget *>()->setCurrentIndex(3);
        QVERIFY(visibleText(preview).contains(QStringLiteral("unknown is not clear")));
    }

    void manyUsersAreReadOnlyWhenAskedFor()
    {
        QStringList many = m_server->userIdsInState(QStringLiteral("active"), 30);
        QVERIFY(many.size() > ConversationsPage::mostUsersAtOnce);
        ConversationsPage page(m_bench->services());
        page.resize(900, 300);
        page.show();
        page.setUserIds(many);
        auto *all = page.findChild<QPushButton *>(QStringLiteral("readAllPushButton"));
        QTRY_VERIFY_WITH_TIMEOUT(all->isVisible(), 20'000);
        QVERIFY(visibleText(page).contains(QStringLiteral("20 of")));
        all->click();
        QTRY_VERIFY_WITH_TIMEOUT(visibleText(page).contains(QStringLiteral("all sources fresh")) &&
                                     !visibleText(page).contains(QStringLiteral(" of ")),
                                 20'000);
    }

    void selectionOutlivesARefresh()
    {
        const QString userId = m_server->userIdsWithLiveConversations().value(0);
        ConversationsPage page(m_bench->services());
        page.show();
        page.setUserIds({userId});
        QTRY_VERIFY(page.table()->model()->rowCount() > 0);
        page.table()->selectRow(page.table()->model()->rowCount() - 1);
        const ConversationKey key = page.selectedConversations().value(0);
        m_server->startConversation(userId);
        const int before = page.table()->model()->rowCount();
        auto *again = page.findChild<QPushButton *>(QStringLiteral("readAgainPushButton"));
        QTRY_VERIFY(again->isEnabled());
        again->click();
        QTRY_VERIFY(page.table()->model()->rowCount() > before);
        QCOMPARE(page.selectedConversations(), QList<ConversationKey>{key});
    }

    void requestsAreTheOnesThatClearingSends()
    {
        const QString userId = m_server->userIdsWithLiveConversations().value(0);
        QCoro::waitFor(m_bench->references.read(userId));
        const ReferenceMap *read = m_bench->references.map(userId);
        User user;
        user.id = userId;
        const ConversationReference &reference = read->conversations.at(0);
        const ClearingPreview preview =
            clearingPreview(m_bench->connection, user, *read, reference.conversationId, noon);
        QVERIFY(preview.action != ClearingAction::Leave);
        QCOMPARE(preview.plan.steps.size(), 1);
        const RequestPreview request = preview.plan.steps.at(0).requests.value(0);
        QVERIFY(request.target.contains(reference.conversationId));
        QVERIFY(request.curl().contains(QStringLiteral("$TOKEN")));
        QVERIFY(!request.curl().contains(m_endpoints.token));
        QVERIFY(clearingPreview(m_bench->connection, user, *read, QStringLiteral("none"), noon)
                    .plan.steps.isEmpty());
    }

    void jsonSearchGoesRound()
    {
        JsonView view;
        QJsonArray values;
        for (int i = 0; i < 60'000; ++i)
            values.append(QStringLiteral("needle and hay"));
        view.setObject({{QStringLiteral("values"), values}});
        QCOMPARE(view.text().size(), JsonView::mostCharacters);
        view.setObject({{QStringLiteral("a"), QStringLiteral("needle")}, {QStringLiteral("b"), 1}});
        view.show();
        auto *search = view.findChild<QLineEdit *>();
        QTest::keyClicks(search, QStringLiteral("needle"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(visibleText(view).contains(QStringLiteral("from the start")));
        QTest::keyClicks(search, QStringLiteral("x"));
        QVERIFY(visibleText(view).contains(QStringLiteral("No match")));
    }

    void layoutSurvivesARestart()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        {
            ConversationsPage page(m_bench->services());
            page.table()->sortByColumn(ConversationTableModel::StartedColumn, Qt::DescendingOrder);
            page.table()->setColumnWidth(0, 321);
            page.saveState(settings);
            PreviewPage preview(m_bench->services());
            preview.findChild<QTabWidget *>()->setCurrentIndex(4);
            preview.findChild<QToolButton *>(QStringLiteral("showAddressesToolButton"))->setChecked(true);
            preview.saveState(settings);
        }
        ConversationsPage page(m_bench->services());
        page.restoreState(settings);
        QCOMPARE(page.table()->columnWidth(0), 321);
        QCOMPARE(page.table()->horizontalHeader()->sortIndicatorSection(),
                 int(ConversationTableModel::StartedColumn));
        PreviewPage preview(m_bench->services());
        preview.restoreState(settings);
        QCOMPARE(preview.findChild<QTabWidget *>()->currentIndex(), 4);
        QVERIFY(!preview.findChild<QToolButton *>(QStringLiteral("showAddressesToolButton"))->isChecked());
    }

private:
    /// For looking at the pages: OFFBOARDING_PICTURES names a folder.
    static void grab(QWidget *widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("OFFBOARDING_PICTURES");
        if (folder.isEmpty())
            return;
        QCoreApplication::processEvents();
        widget->grab().save(QDir(folder).filePath(name + QStringLiteral("-light.png")));
        const QPalette light = QApplication::palette();
        QPalette dark;
        dark.setColor(QPalette::Window, QColor(0x2b, 0x2b, 0x2e));
        dark.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x20));
        dark.setColor(QPalette::AlternateBase, QColor(0x27, 0x27, 0x2a));
        dark.setColor(QPalette::Button, QColor(0x38, 0x38, 0x3c));
        dark.setColor(QPalette::Highlight, QColor(0x3d, 0x7e, 0xff));
        for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            dark.setColor(role, QColor(0xe8, 0xe8, 0xe8));
        dark.setColor(QPalette::PlaceholderText, QColor(0xa0, 0xa0, 0xa0));
        QApplication::setPalette(dark);
        QCoreApplication::processEvents();
        widget->grab().save(QDir(folder).filePath(name + QStringLiteral("-dark.png")));
        QApplication::setPalette(light);
        QCoreApplication::processEvents();
    }

    std::unique_ptr<demo::DemoServer> m_server;
    demo::DemoEndpoints m_endpoints;
    std::unique_ptr<Bench> m_bench;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestPreviewPages)
#include "tst_previewpages.moc"
