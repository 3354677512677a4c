// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/windowprompts.h"

#include "ui/application/desktopnotification.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

#include <memory>

namespace offboarding::ui {

namespace {

QString lastFolder()
{
    return QSettings()
        .value(QStringLiteral("exportFolder"),
               QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .toString();
}

QMessageBox *createBox(QWidget *parent, QMessageBox::Icon icon, const QString &title, const QString &text,
                       const QString &detail)
{
    auto *box = new QMessageBox(icon, title, text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(detail);
    return box;
}

} // namespace

void WindowPrompts::chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                                   const QStringList &nameFilters,
                                   std::function<void(const QString &)> answer)
{
    auto *dialog = new QFileDialog(parent, title, lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(nameFilters);
    dialog->selectFile(suggestedName);
    // The ending follows the chosen format, so that a name without one asks before it overwrites.
    const auto followFilter = [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), -1).section(QLatin1Char(')'), 0, 0));
    };
    followFilter(nameFilters.value(0));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, followFilter);
    QObject::connect(
        dialog, &QFileDialog::finished, dialog, [dialog, answer = std::move(answer)](int result) {
            const QString path = result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString();
            if (!path.isEmpty())
                QSettings().setValue(QStringLiteral("exportFolder"), dialog->directory().absolutePath());
            answer(path);
        });
    dialog->open();
}

void WindowPrompts::chooseOpenFile(QWidget *parent, const QString &title, const QStringList &nameFilters,
                                   std::function<void(const QString &)> answer)
{
    auto *dialog = new QFileDialog(parent, title, lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(nameFilters);
    QObject::connect(dialog, &QFileDialog::finished, dialog,
                     [dialog, answer = std::move(answer)](int result) {
                         answer(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
                     });
    dialog->open();
}

bool WindowPrompts::openAddress(const QUrl &address)
{
    return QDesktopServices::openUrl(address);
}

void WindowPrompts::inform(QWidget *parent, const QString &title, const QString &text, const QString &detail)
{
    QMessageBox *box = createBox(parent, QMessageBox::Information, title, text, detail);
    box->addButton(QMessageBox::Close);
    box->open();
}

void WindowPrompts::notify(const QString &title, const QString &text)
{
    showDesktopNotification(title, text);
}

void WindowPrompts::confirm(QWidget *parent, const QString &title, const QString &text, const QString &verb,
                            std::function<void(bool)> answer)
{
    QMessageBox *box = createBox(parent, QMessageBox::Question, title, text, {});
    const QPushButton *act = box->addButton(verb, QMessageBox::AcceptRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    QObject::connect(box, &QMessageBox::finished, box,
                     [box, act, answer = std::move(answer)] { answer(box->clickedButton() == act); });
    box->open();
}

} // namespace offboarding::ui
