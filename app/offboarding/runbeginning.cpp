// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/runbeginning.h"

#include "app/offboarding/plandocument.h"
#include "app/offboarding/runrecords.h"

#include <QIODevice>

namespace offboarding {

namespace {

/// Appends the plan document in pieces, so that a large plan is never in memory as one text.
class PlanPieces : public QIODevice
{
public:
    explicit PlanPieces(Journal &journal) : m_journal(journal) { open(QIODevice::WriteOnly); }
    ~PlanPieces() override = default;

    /// What is left of the text; then whether everything was taken.
    Result<Done> finish()
    {
        if (m_written && !m_piece.isEmpty())
            append(m_piece.size());
        return m_written;
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_piece.append(data, size);
        // At the end of a line, so that no character is cut in two.
        const qsizetype end = m_piece.size() > pieceBytes ? m_piece.lastIndexOf('\n') + 1 : 0;
        if (end > 0 && m_written)
            append(end);
        return m_written ? size : -1;
    }

private:
    static constexpr qsizetype pieceBytes = 256 * 1024;

    void append(qsizetype size)
    {
        QJsonObject data;
        data.insert(QStringLiteral("text"), QString::fromUtf8(m_piece.constData(), size));
        m_piece.remove(0, size);
        m_written = m_journal.append(QLatin1String(recordKinds::plan), data);
    }

    Journal &m_journal;
    QByteArray m_piece;
    Result<Done> m_written = Done{};
};

} // namespace

Result<Done> writeBeginning(Journal &journal, const QString &runId, const Plan &plan,
                            const Decision &decision)
{
    PlanPieces pieces(journal);
    const bool isPlanWritten = writePlanText(&pieces, plan);
    if (const Result<Done> taken = pieces.finish(); !taken)
        return taken;
    if (!isPlanWritten)
        return failure(journalError(JournalProblem::NotWritten, journal.path(),
                                    QStringLiteral("the plan cannot be written as a document")));
    return journal.append({runBegunRecord(runId, planHash(plan), decision)});
}

} // namespace offboarding
