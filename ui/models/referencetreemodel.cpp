// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/referencetreemodel.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/iconset.h"

#include <QFont>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLocale>
#include <QSize>

#include <algorithm>
#include <vector>

namespace offboarding::ui {

struct ReferenceTreeModel::Node
{
    enum class Kind { Root, Person, Source, Entry };

    Kind kind = Kind::Root;
    Node *parent = nullptr;
    int row = 0;
    QString userId;
    QString userName;
    SourceEntries source;   ///< of a source; its entries are in the children
    bool isReading = false; ///< of a person or source
    ReferenceEntry entry;
    std::vector<std::unique_ptr<Node>> children;

    Node *add(Kind childKind)
    {
        auto child = std::make_unique<Node>();
        child->kind = childKind;
        child->parent = this;
        child->row = static_cast<int>(children.size());
        child->userId = userId;
        children.push_back(std::move(child));
        return children.back().get();
    }

    void addEntries(const QList<ReferenceEntry> &entries)
    {
        for (const ReferenceEntry &one : entries)
            add(Kind::Entry)->entry = one;
    }

    bool hasEntries(const QList<ReferenceEntry> &entries) const
    {
        return std::equal(entries.cbegin(), entries.cend(), children.cbegin(), children.cend(),
                          [](const ReferenceEntry &one, const std::unique_ptr<Node> &child) {
                              return one.key == child->entry.key;
                          });
    }
};

namespace {

constexpr int rowPadding = 5;

QIcon statusIcon(SourceStatus status)
{
    switch (status) {
    case SourceStatus::Fresh:
        return actionIcon(QStringLiteral("passed"));
    case SourceStatus::NotPermitted:
        return actionIcon(QStringLiteral("refused"));
    case SourceStatus::Stale:
    case SourceStatus::Incomplete:
        return actionIcon(QStringLiteral("warning"));
    case SourceStatus::Failed:
        break;
    }
    return actionIcon(QStringLiteral("unknown"));
}

SourceEntries withoutEntries(SourceEntries source)
{
    source.entries.clear();
    return source;
}

} // namespace

ReferenceTreeModel::ReferenceTreeModel(QObject *parent)
    : QAbstractItemModel(parent), m_root(std::make_unique<Node>()), m_now(QDateTime::currentDateTimeUtc())
{
}

ReferenceTreeModel::~ReferenceTreeModel() = default;

bool ReferenceTreeModel::hasSameShape(const QList<ReferencePerson> &persons) const
{
    const auto hasSources = [](const Node &node, const ReferencePerson &person) {
        return node.userId == person.userId &&
               std::equal(person.sources.cbegin(), person.sources.cend(), node.children.cbegin(),
                          node.children.cend(),
                          [](const SourceEntries &source, const std::unique_ptr<Node> &child) {
                              return child->kind == Node::Kind::Source &&
                                     source.reading.name == child->source.reading.name;
                          });
    };
    if (persons.size() == 1)
        return !m_root->children.empty() && hasSources(*m_root, persons.constFirst());
    return std::equal(persons.cbegin(), persons.cend(), m_root->children.cbegin(), m_root->children.cend(),
                      [&](const ReferencePerson &person, const std::unique_ptr<Node> &child) {
                          return child->kind == Node::Kind::Person && hasSources(*child, person);
                      });
}

void ReferenceTreeModel::rebuild(const QList<ReferencePerson> &persons)
{
    m_root = std::make_unique<Node>();
    for (const ReferencePerson &person : persons) {
        Node *above = persons.size() == 1 ? m_root.get() : m_root->add(Node::Kind::Person);
        above->userId = person.userId;
        above->userName = person.userName;
        above->isReading = person.isReading;
        for (const SourceEntries &source : person.sources) {
            Node *node = above->add(Node::Kind::Source);
            node->source = withoutEntries(source);
            node->isReading = person.isReading;
            node->addEntries(source.entries);
        }
    }
}

void ReferenceTreeModel::setPersons(const QList<ReferencePerson> &persons)
{
    m_now = QDateTime::currentDateTimeUtc();
    if (!hasSameShape(persons)) {
        beginResetModel();
        rebuild(persons);
        endResetModel();
        return;
    }
    for (qsizetype i = 0; i < persons.size(); ++i) {
        const ReferencePerson &person = persons.at(i);
        Node *above = persons.size() == 1 ? m_root.get() : m_root->children[static_cast<size_t>(i)].get();
        above->userName = person.userName;
        above->isReading = person.isReading;
        for (qsizetype j = 0; j < person.sources.size(); ++j)
            update(above->children[static_cast<size_t>(j)].get(), person.sources.at(j), person.isReading);
        if (above != m_root.get())
            Q_EMIT dataChanged(indexOf(above, 0), indexOf(above, ColumnCount - 1));
    }
}

void ReferenceTreeModel::update(Node *source, const SourceEntries &fresh, bool isReading)
{
    const QModelIndex above = indexOf(source, 0);
    if (source->hasEntries(fresh.entries)) {
        for (qsizetype i = 0; i < fresh.entries.size(); ++i)
            source->children[static_cast<size_t>(i)]->entry = fresh.entries.at(i);
        if (!fresh.entries.isEmpty())
            Q_EMIT dataChanged(index(0, 0, above),
                               index(static_cast<int>(fresh.entries.size()) - 1, ColumnCount - 1, above));
    } else {
        if (!source->children.empty()) {
            beginRemoveRows(above, 0, static_cast<int>(source->children.size()) - 1);
            source->children.clear();
            endRemoveRows();
        }
        if (!fresh.entries.isEmpty()) {
            beginInsertRows(above, 0, static_cast<int>(fresh.entries.size()) - 1);
            source->addEntries(fresh.entries);
            endInsertRows();
        }
    }
    source->source = withoutEntries(fresh);
    source->isReading = isReading;
    Q_EMIT dataChanged(above, indexOf(source, ColumnCount - 1));
}

void ReferenceTreeModel::setNow(const QDateTime &now, const QModelIndexList &shown)
{
    m_now = now;
    for (const QModelIndex &index : shown) {
        const Node *node = nodeAt(index);
        if (node != nullptr && node->kind == Node::Kind::Source)
            Q_EMIT dataChanged(indexOf(node, ValueColumn), indexOf(node, ReadColumn));
    }
}

const ReferenceTreeModel::Node *ReferenceTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ReferenceTreeModel::indexOf(const Node *node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, column, node);
}

bool ReferenceTreeModel::isEntry(const QModelIndex &index) const
{
    return nodeAt(index)->kind == Node::Kind::Entry;
}

QModelIndex ReferenceTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || (parent.isValid() && parent.column() != 0))
        return {};
    const Node *above = nodeAt(parent);
    if (row >= static_cast<int>(above->children.size()))
        return {};
    return createIndex(row, column, above->children[static_cast<size_t>(row)].get());
}

QModelIndex ReferenceTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return indexOf(nodeAt(index)->parent, 0);
}

int ReferenceTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() && parent.column() != 0 ? 0 : static_cast<int>(nodeAt(parent)->children.size());
}

int ReferenceTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QString ReferenceTreeModel::sourceText(const Node &node, int column) const
{
    const SourceReading &reading = node.source.reading;
    const SourceStatus status = reading.statusAt(m_now);
    const auto found = static_cast<int>(node.children.size());
    switch (column) {
    case NameColumn:
        return sourceDisplayName(reading.name);
    case ValueColumn:
        if (!node.source.isRead)
            return tr("unknown");
        if (!node.source.value.isEmpty())
            return node.source.value;
        if (reading.count)
            return QLocale().toString(*reading.count);
        return status == SourceStatus::Incomplete && found > 0 ? tr("at least %n", nullptr, found)
                                                               : tr("unknown");
    case StatusColumn:
        if (!node.source.isRead)
            return node.isReading ? tr("Reading…") : tr("Not read yet");
        return displayText(status);
    case ReadColumn:
        if (!node.source.isRead || !reading.readAt.isValid())
            return tr("never");
        return tr("%1 ago", "age of a reading").arg(ageText(reading.readAt, m_now));
    case DetailColumn: {
        if (!node.source.isRead || !reading.error)
            return {};
        const QString cause = describe(*reading.error).title;
        // Why a list is short is told by what it lacks, not by the kind of the error.
        return inOneLine(status == SourceStatus::Incomplete && !reading.error->detail.isEmpty()
                             ? tr("The list is not all: %1").arg(reading.error->detail.left(300))
                             : cause);
    }
    default:
        return {};
    }
}

QString ReferenceTreeModel::text(const Node &node, int column) const
{
    switch (node.kind) {
    case Node::Kind::Source:
        return sourceText(node, column);
    case Node::Kind::Entry:
        switch (column) {
        case NameColumn:
            return node.entry.name.isEmpty() ? tr("(no name)") : node.entry.name;
        case ValueColumn:
            return node.entry.value;
        case StatusColumn:
            return node.entry.mark;
        case DetailColumn:
            return node.entry.detail;
        default:
            return {};
        }
    case Node::Kind::Person:
        return column == NameColumn
                   ? inOneLine((node.userName.isEmpty() ? node.userId : node.userName).left(300))
                   : QString();
    case Node::Kind::Root:
        break;
    }
    return {};
}

QString ReferenceTreeModel::toolTip(const Node &node, int column) const
{
    const bool isSource = node.kind == Node::Kind::Source;
    const std::optional<Error> &error = node.source.reading.error;
    return isSource && node.source.isRead && error && column >= StatusColumn ? describeBriefly(*error)
                                                                             : text(node, column);
}

QVariant ReferenceTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeAt(index);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(node, column);
    case Qt::AccessibleTextRole:
        // A screen reader on the first cell of a row hears the whole row.
        return column == NameColumn ? rowText(index).replace(QLatin1Char('\t'), QLatin1String(", "))
                                    : text(node, column);
    case Qt::ToolTipRole: {
        const QString tip = toolTip(node, column);
        return tip.isEmpty()
                   ? QVariant()
                   : QVariant(QString(QLatin1String("<qt>") + tip.toHtmlEscaped() + QLatin1String("</qt>")));
    }
    case Qt::DecorationRole:
        if (column != StatusColumn || node.kind != Node::Kind::Source)
            return {};
        return node.source.isRead ? statusIcon(node.source.reading.statusAt(m_now))
                                  : actionIcon(QStringLiteral("unknown"));
    case Qt::SizeHintRole:
        // All rows have the height of the first, which need not have an icon.
        return column == NameColumn
                   ? QVariant(QSize(0, QFontMetrics(QGuiApplication::font()).height() + rowPadding))
                   : QVariant();
    case Qt::FontRole:
        if (node.kind == Node::Kind::Person) {
            QFont bold = QGuiApplication::font();
            bold.setBold(true);
            return bold;
        }
        return {};
    case SourceRole:
        if (node.kind == Node::Kind::Entry)
            return node.parent->source.reading.name;
        return node.kind == Node::Kind::Source ? node.source.reading.name : QString();
    default:
        return {};
    }
}

QString ReferenceTreeModel::rowText(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column) {
        const QString cell = text(*nodeAt(index), column);
        if (!cell.isEmpty())
            cells.append(cell);
    }
    return cells.join(QLatin1Char('\t'));
}

QVariant ReferenceTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractItemModel::headerData(section, orientation, role);
    switch (section) {
    case NameColumn:
        return tr("Reference");
    case ValueColumn:
        return tr("Count or value");
    case StatusColumn:
        return tr("Status");
    case ReadColumn:
        return tr("Read");
    case DetailColumn:
        return tr("Detail");
    default:
        return {};
    }
}

} // namespace offboarding::ui
