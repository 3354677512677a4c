// SPDX-License-Identifier: GPL-3.0-or-later
// 2,000 conversations in the page as the window shows it: scrolling, selecting and the ages that tick, each
// beside a QStandardItemModel with the same texts.
#include "app/api/apiclient.h"
#include "app/demo/demoserver.h"
#include "app/directory/userloader.h"
#include "app/directory/userstore.h"
#include "app/offboarding/planpreview.h"
#include "app/offboarding/runner.h"
#include "app/references/referencefinder.h"
#include "tests/bench/measure.h"
#include "ui/models/conversationtablemodel.h"
#include "ui/screens/conversations/conversationspage.h"

#include <QApplication>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>

#include <cstdio>
#include <functional>

using namespace offboarding;
using namespace offboarding::bench;

namespace {

constexpr int userCount = 200;
constexpr int conversationsPerUser = 10;
constexpr int frames = 40;
const QString goal = QStringLiteral("16 ms");

/// One round of @p frames, each painted before the next begins.
double frameMilliseconds(const std::function<void(int)> &frame)
{
    return leastCpuMilliseconds(3,
                                [&] {
                                    for (int i = 0; i < frames; ++i)
                                        frame(i);
                                }) /
           frames;
}

void press(QTableView *table, int key, Qt::KeyboardModifiers modifiers = {})
{
    QKeyEvent event(QEvent::KeyPress, key, modifiers);
    QCoreApplication::sendEvent(table, &event);
}

double scrolling(QTableView *table)
{
    QScrollBar *bar = table->verticalScrollBar();
    return frameMilliseconds([&](int frame) {
        bar->setValue(bar->maximum() * frame / (frames - 1));
        QApplication::processEvents();
        table->viewport()->repaint();
    });
}

double selecting(QTableView *table)
{
    table->selectRow(0);
    return frameMilliseconds([&](int frame) {
        press(table, frame % 20 == 19 ? Qt::Key_Home : Qt::Key_Down, Qt::ShiftModifier);
        QApplication::processEvents();
        table->viewport()->repaint();
    });
}

double selectingAll(QTableView *table)
{
    return frameMilliseconds([&](int frame) {
        if (frame % 2 == 0)
            table->selectAll();
        else
            table->clearSelection();
        QApplication::processEvents();
        table->viewport()->repaint();
    });
}

/// The same texts and icons in the model that is nearest at hand.
void copyInto(QStandardItemModel *copy, const QAbstractItemModel &model)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        QList<QStandardItem *> items;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            items.append(
                new QStandardItem(index.data(Qt::DecorationRole).value<QIcon>(), index.data().toString()));
        }
        copy->appendRow(items);
    }
}

/// Rows whose ages were told to the view in one tick.
int tickedRows(ui::ConversationTableModel *model, QTableView *table)
{
    int rows = 0;
    const auto connection = QObject::connect(
        model, &QAbstractItemModel::dataChanged, table,
        [&rows](const QModelIndex &first, const QModelIndex &last) { rows += last.row() - first.row() + 1; });
    QElapsedTimer timer;
    timer.start();
    while (rows == 0 && timer.elapsed() < 3000)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    QObject::disconnect(connection);
    return rows;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    demo::DemoOptions options;
    options.users = 400;
    options.liveConversations = 0;
    options.endedConversations = 0;
    options.rateLimit = {0, 60};
    demo::DemoServer server(options);
    const Result<demo::DemoEndpoints> endpoints = server.start();
    if (!endpoints)
        return 1;
    const QStringList userIds = server.userIdsInState(QStringLiteral("active"), userCount);
    for (const QString &userId : userIds) {
        for (int i = 0; i < conversationsPerUser; ++i)
            server.startConversation(userId);
    }
    Connection connection;
    connection.apiUrl = endpoints->apiUrl;
    ApiClient client(endpoints->apiUrl);
    client.setAccessToken(endpoints->token);
    UserStore users;
    UserLoader loader(client, users);
    ReferenceFinder references(client);
    Runner runner(client, loader, references);
    PlanPreview preview(connection, users, loader, references);
    QCoro::waitFor(references.readAll(userIds, ReadingDepth::Gates));

    ui::ConversationsPage page(
        {connection, users, loader, references, runner, preview, nullptr, nullptr, nullptr, RunFolder()});
    page.resize(1200, 700);
    page.show();
    page.setUserIds(userIds);
    QApplication::processEvents();
    QTableView *table = page.table();
    auto *model = qobject_cast<ui::ConversationTableModel *>(table->model());
    const int rows = table->model()->rowCount();

    QStandardItemModel copy(0, table->model()->columnCount());
    copyInto(&copy, *table->model());
    QTableView plain;
    plain.setModel(&copy);
    plain.setSelectionBehavior(QAbstractItemView::SelectRows);
    plain.setAlternatingRowColors(true);
    plain.setShowGrid(false);
    plain.setWordWrap(false);
    plain.verticalHeader()->setDefaultSectionSize(table->verticalHeader()->defaultSectionSize());
    plain.resize(table->size());
    plain.show();
    QApplication::processEvents();

    const QString baseline = QStringLiteral("QStandardItemModel");
    const QString subject = QStringLiteral("%1 conversations, ").arg(rows);
    report(subject + QStringLiteral("a frame of scrolling"), scrolling(table), baseline, scrolling(&plain),
           goal);
    report(subject + QStringLiteral("a frame of selecting with Shift and arrows"), selecting(table), baseline,
           selecting(&plain), goal);
    report(subject + QStringLiteral("a frame of selecting all and nothing"), selectingAll(table), baseline,
           selectingAll(&plain), goal);
    const int ticked = model == nullptr ? -1 : tickedRows(model, table);
    const int visible = table->viewport()->height() / table->verticalHeader()->defaultSectionSize() + 2;
    std::printf("ages of %d rows tick each second, of %d that are visible\n", ticked, visible);
    return rows >= userCount * conversationsPerUser && ticked > 0 && ticked <= visible ? 0 : 1;
}
