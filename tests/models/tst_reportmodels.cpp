// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the report check: nothing unread looks like "none", and names of servers stay text.
#include "ui/models/reportdefinitionmodel.h"
#include "ui/models/searchindexmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace offboarding::ui {

namespace {

User user(const char *id, const char *name)
{
    User result;
    result.id = QLatin1String(id);
    result.name = QLatin1String(name);
    return result;
}

ReportDefinition dashboard(const QString &name)
{
    ReportFilter filter;
    filter.place = QStringLiteral("widgets[2].filter");
    filter.title = QStringLiteral("Team");
    filter.exists = true;
    filter.userFields = {{QStringLiteral("userIds"), {QStringLiteral("u1")}}};
    ReportDefinition definition;
    definition.kind = ReportDefinitionKind::Dashboard;
    definition.id = QStringLiteral("d1");
    definition.name = name;
    definition.ownerId = QStringLiteral("u9");
    definition.filters = {filter};
    return definition;
}

ReportCheckReading reading()
{
    ReportCheckReading result;
    result.users = {user("u1", "Jane")};
    result.ownerNames.insert(QStringLiteral("u9"), QStringLiteral("Ruler"));
    result.definitions = {dashboard(QStringLiteral("Floor"))};
    IndexReading index;
    index.userId = QStringLiteral("u1");
    index.directState = QStringLiteral("inactive");
    index.state = IndexState::Behind;
    index.attempts = 2;
    index.elapsedMilliseconds = 3400;
    result.index = {index};
    return result;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class ReportModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_definitions = std::make_unique<ReportDefinitionModel>();
        m_index = std::make_unique<SearchIndexModel>();
        m_testers[0] = std::make_unique<QAbstractItemModelTester>(m_definitions.get());
        m_testers[1] = std::make_unique<QAbstractItemModelTester>(m_index.get());
    }

    void cleanup()
    {
        for (auto &tester : m_testers)
            tester.reset();
    }

    void oneRowPerReason()
    {
        m_definitions->setReading(reading());
        QCOMPARE(m_definitions->rowCount(), 2); // names the user, and does not exclude inactive ones
        using Model = ReportDefinitionModel;
        QCOMPARE(cell(*m_definitions, 0, Model::FindingColumn), QStringLiteral("Names the user"));
        QCOMPARE(cell(*m_definitions, 0, Model::KindColumn), QStringLiteral("Dashboard"));
        QCOMPARE(cell(*m_definitions, 0, Model::NameColumn), QStringLiteral("Floor"));
        QCOMPARE(cell(*m_definitions, 0, Model::OwnerColumn), QStringLiteral("Ruler"));
        QCOMPARE(cell(*m_definitions, 0, Model::UserColumn), QStringLiteral("Jane (u1)"));
        QVERIFY(cell(*m_definitions, 0, Model::ChangeColumn).contains(QStringLiteral("Ruler")));
        QVERIFY(cell(*m_definitions, 0, Model::PlaceColumn)
                    .contains(QStringLiteral("widgets[2].filter.userIds")));
        QCOMPARE(cell(*m_definitions, 1, Model::UserColumn), QStringLiteral("every inactive user"));
        QCOMPARE(m_definitions->count(ReportFindingKind::NamesUser), 1);
        QCOMPARE(m_definitions->unreadableCount(), 0);
        for (int column = 0; column < Model::ColumnCount; ++column)
            QVERIFY(!m_definitions->headerData(column, Qt::Horizontal).toString().isEmpty());
    }

    void whatWasNotReadHasRowsOfItsOwn()
    {
        ReportCheckReading partly = reading();
        partly.definitions.clear();
        SourceReading rules = beginReading(sourceNames::alertRules);
        Error forbidden;
        forbidden.kind = ErrorKind::Forbidden;
        forbidden.missingPermission = QStringLiteral("alerting:rule:view");
        failReading(&rules, forbidden);
        UnreadableDefinition hidden;
        hidden.kind = ReportDefinitionKind::Dashboard;
        hidden.why = UnreadableDefinition::Why::NotListed;
        hidden.ownerId = QStringLiteral("u9");
        hidden.count = 3;
        partly.sources = {beginReading(sourceNames::dashboards), rules};
        partly.unreadable = {hidden};
        m_definitions->setReading(partly);
        QCOMPARE(m_definitions->rowCount(), 2);
        QCOMPARE(m_definitions->unreadableCount(), 2);
        using Model = ReportDefinitionModel;
        QCOMPARE(cell(*m_definitions, 0, Model::FindingColumn), QStringLiteral("Not permitted"));
        QCOMPARE(cell(*m_definitions, 0, Model::NameColumn), QStringLiteral("how many is not known"));
        QCOMPARE(m_definitions->error(0)->missingPermission, forbidden.missingPermission);
        QVERIFY(m_definitions->explanation(0).contains(forbidden.missingPermission));
        QVERIFY(!m_definitions->index(0, 0).data(Qt::DecorationRole).isNull()); // colour is not the only sign
        QVERIFY(cell(*m_definitions, 1, Model::NameColumn).startsWith(QStringLiteral("3 ")));
        QCOMPARE(cell(*m_definitions, 1, Model::OwnerColumn), QStringLiteral("Ruler"));
        QVERIFY(!m_definitions->error(1));
        QVERIFY(m_definitions->explanation(-1).isEmpty());
    }

    void namesOfServersStayText()
    {
        ReportCheckReading hostile = reading();
        hostile.definitions = {
            dashboard(QStringLiteral("<b>bold</b>\n\u202Eevil ") + QString(2000, QLatin1Char('x')))};
        m_definitions->setReading(hostile);
        const QString name = cell(*m_definitions, 0, ReportDefinitionModel::NameColumn);
        QVERIFY(name.startsWith(QStringLiteral("<b>bold</b> evil")));
        QVERIFY(name.size() <= 300);
        const QModelIndex index = m_definitions->index(0, ReportDefinitionModel::NameColumn);
        QVERIFY(index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;")));
    }

    void anIndexThatIsAskedAgainMovesNothing()
    {
        ReportCheckReading now = reading();
        m_definitions->setReading(now);
        m_index->setReading(now);
        QSignalSpy definitionsReset(m_definitions.get(), &QAbstractItemModel::modelReset);
        QSignalSpy indexReset(m_index.get(), &QAbstractItemModel::modelReset);
        ++now.index.first().attempts;
        m_definitions->setReading(now);
        m_index->setReading(now);
        QCOMPARE(definitionsReset.size(), 0);
        QCOMPARE(indexReset.size(), 0);
        QCOMPARE(cell(*m_index, 0, SearchIndexModel::LooksColumn), QStringLiteral("3"));
    }

    void theIndexSaysHowFarItIs()
    {
        ReportCheckReading now = reading();
        using Model = SearchIndexModel;
        m_index->setReading(now);
        QCOMPARE(cell(*m_index, 0, Model::UserColumn), QStringLiteral("Jane (u1)"));
        QCOMPARE(cell(*m_index, 0, Model::DirectColumn), QStringLiteral("Inactive"));
        QCOMPARE(cell(*m_index, 0, Model::IndexColumn), QStringLiteral("Not yet"));
        QCOMPARE(cell(*m_index, 0, Model::ElapsedColumn), QStringLiteral("3.4 s"));
        QCOMPARE(m_index->count(IndexState::Behind), 0); // while it goes on
        now.index.first().isOver = true;
        m_index->setReading(now);
        QCOMPARE(cell(*m_index, 0, Model::IndexColumn), QStringLiteral("Still behind"));
        QCOMPARE(m_index->count(IndexState::Behind), 1);
        now.index.first().state = IndexState::Unknown;
        now.index.first().attempts = 0;
        now.index.first().error = Error();
        m_index->setReading(now);
        QCOMPARE(cell(*m_index, 0, Model::IndexColumn), QStringLiteral("Unknown"));
        QCOMPARE(cell(*m_index, 0, Model::ElapsedColumn), QString());
        QVERIFY(m_index->explanation(0).contains(QStringLiteral("not known")));
    }

private:
    std::unique_ptr<ReportDefinitionModel> m_definitions;
    std::unique_ptr<SearchIndexModel> m_index;
    std::unique_ptr<QAbstractItemModelTester> m_testers[2];
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::ReportModelsTest)
#include "tst_reportmodels.moc"
