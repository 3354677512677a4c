// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/permissionsdialog.h"

#include "app/offboarding/actpermissions.h"
#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/iconset.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace offboarding::ui {

namespace {

constexpr Act acts[] = {Act::Deactivate, Act::Restore, Act::ClearReferences, Act::Delete, Act::ForceDelete};

} // namespace

PermissionsDialog::PermissionsDialog(Dialect dialect, const PermissionSet &granted, QWidget *parent)
    : QDialog(parent), m_dialect(dialect), m_granted(granted), m_text(new QPlainTextEdit(this)),
      m_missing(new QLabel(this)),
      m_copy(new QPushButton(actionIcon(QStringLiteral("copy")), tr("&Copy required permissions"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setObjectName(QStringLiteral("permissionsDialog"));
    setWindowTitle(tr("Required permissions"));

    auto *intro =
        new QLabel(tr("The least set of permissions for what you tick, for the administrator who grants "
                      "the role or sets up the OAuth client. Reading users and references is included."),
                   this);
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    for (const Act act : acts) {
        auto *box = new QCheckBox(displayText(act), this);
        box->setObjectName(actName(act) + QStringLiteral("CheckBox"));
        box->setChecked(act != Act::Delete && act != Act::ForceDelete);
        connect(box, &QCheckBox::toggled, this, &PermissionsDialog::updateText);
        layout->addWidget(box);
        m_boxes.append(box);
    }
    m_text->setObjectName(QStringLiteral("permissionsPlainTextEdit"));
    m_text->setAccessibleName(tr("Required permissions"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    layout->addWidget(m_text, 1);
    m_missing->setObjectName(QStringLiteral("missingLabel"));
    m_missing->setTextFormat(Qt::PlainText);
    m_missing->setWordWrap(true);
    layout->addWidget(m_missing);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    m_copy->setObjectName(QStringLiteral("copyPermissionsPushButton"));
    m_copy->setDefault(true);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(permissionsText());
        m_copy->setText(tr("Copied"));
    });
    resize(520, 520);
    updateText();
}

QList<Act> PermissionsDialog::chosenActs() const
{
    QList<Act> chosen;
    for (qsizetype index = 0; index < m_boxes.size(); ++index) {
        if (m_boxes.at(index)->isChecked())
            chosen.append(acts[index]);
    }
    return chosen;
}

QString PermissionsDialog::permissionsText() const
{
    return m_text->toPlainText();
}

void PermissionsDialog::updateText()
{
    const QList<Act> chosen = chosenActs();
    m_text->setPlainText(chosen.isEmpty() ? QString() : requiredPermissionsText(chosen, m_dialect).trimmed());
    m_copy->setEnabled(!chosen.isEmpty());
    m_copy->setText(tr("&Copy required permissions"));
    QStringList missing;
    for (const Act act : chosen)
        missing += missingForAct(act, m_dialect, m_granted);
    missing.removeDuplicates();
    missing.sort();
    m_missing->setText(!m_granted.isKnown() ? tr("Which of them the signed-in account has is not known.")
                       : missing.isEmpty()  ? tr("The signed-in account has all of them.")
                                            : missingPermissionText(missing) + QLatin1Char('.'));
}

} // namespace offboarding::ui
