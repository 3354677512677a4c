// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/tourstory.h"

#include "app/directory/userstore.h"
#include "app/offboarding/runner.h"
#include "ui/application/console.h"
#include "ui/application/session.h"
#include "ui/application/windowdriver.h"
#include "ui/dialogs/deletedialog.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/guardedbutton.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>

#include <memory>

namespace offboarding::ui {

namespace {

constexpr QLatin1String leaver("jane.doe@demo.example");         // three live conversations
constexpr QLatin1String formerAgent("rita.recent@demo.example"); // recent ones only
constexpr QLatin1String clerk("nora.nothing@demo.example");      // nothing refers to her

/// The hands and eyes of the story.
class Stage
{
public:
    Stage(Console &console, TourPrompts &prompts) : m_console(console), m_prompts(prompts) {}

    MainWindow *window() const { return m_console.window(); }
    Services services() const { return m_console.session()->services(); }
    WindowDriver driver() const { return WindowDriver(window()); }
    TourPrompts &prompts() const { return m_prompts; }
    bool isLegacy() const { return services().connection.dialect == Dialect::Legacy; }

    template <typename T> T *child(const char *name) const
    {
        return window()->findChild<T *>(QLatin1String(name));
    }
    QDialog *dialog(const char *name) const
    {
        QWidget *top = driver().topDialog();
        return top != nullptr && top->objectName() == QLatin1String(name) ? qobject_cast<QDialog *>(top)
                                                                          : nullptr;
    }
    template <typename T> T *inDialog(const char *dialogName, const char *name) const
    {
        const QDialog *found = dialog(dialogName);
        return found == nullptr ? nullptr : found->findChild<T *>(QLatin1String(name));
    }

    bool trigger(const char *actionName) const
    {
        auto *action = child<QAction>(actionName);
        if (action == nullptr || !action->isEnabled())
            return false;
        action->trigger();
        return true;
    }
    bool isReady(const char *actionName) const
    {
        const auto *action = child<QAction>(actionName);
        return action != nullptr && action->isEnabled();
    }
    bool click(const char *dialogName, const char *buttonName) const
    {
        return driver().click(inDialog<QWidget>(dialogName, buttonName));
    }
    bool canConfirm(const char *dialogName) const
    {
        const auto *button = inDialog<GuardedButton>(dialogName, "confirmPushButton");
        return button != nullptr && button->isEnabled();
    }
    bool selectConversation() const
    {
        const auto *view = child<QAbstractItemView>("conversationsTableView");
        if (view == nullptr || view->model()->rowCount() == 0)
            return false;
        view->selectionModel()->setCurrentIndex(
            view->model()->index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        return true;
    }
    /// The first conversation rings at the leaver, and what rings cannot be handed over.
    bool cutFirst() const
    {
        auto *action = inDialog<QComboBox>("clearReferencesDialog", "action0ComboBox");
        if (action == nullptr)
            return false;
        action->setCurrentIndex(action->findData(static_cast<int>(ClearingAction::Disconnect)));
        return driver().click(inDialog<QCheckBox>("clearReferencesDialog", "cut0CheckBox"));
    }
    bool search(const QString &text) const
    {
        return driver().type(child<QLineEdit>("userSearchLineEdit"), text);
    }
    bool select(const QString &email) const
    {
        return driver().selectRow(child<QAbstractItemView>("usersTableView"), email);
    }
    bool showState(int tab) const
    {
        auto *bar = child<QTabBar>("stateTabBar");
        if (bar != nullptr)
            bar->setCurrentIndex(tab);
        return bar != nullptr;
    }
    const User *user(const QString &email) const
    {
        for (const User &candidate : services().users.users()) {
            if (candidate.email == email)
                return &candidate;
        }
        return nullptr;
    }
    bool isInState(const QString &email, UserState state) const
    {
        const User *found = user(email);
        return found != nullptr && found->state == state;
    }
    /// The newest run is the act, for the user, finished and read back.
    bool isVerified(Act act, const QString &email) const
    {
        const QList<RunResult> runs = services().runner.runs();
        return !runs.isEmpty() && runs.first().plan.act == act && runs.first().isVerified() &&
               runs.first().plan.users.value(0).email == email;
    }
    bool isMapComplete(const QString &email) const
    {
        const User *found = user(email);
        const ReferenceMap *map = found == nullptr ? nullptr : services().references.map(found->id);
        return map != nullptr && map->isComplete();
    }
    bool showPreview(int tab) const
    {
        auto *tabs = child<QTabWidget>("previewTabWidget");
        if (tabs != nullptr)
            tabs->setCurrentIndex(tab);
        return tabs != nullptr;
    }
    int rows(const char *viewName) const
    {
        const auto *view = child<QAbstractItemView>(viewName);
        return view == nullptr || view->model() == nullptr ? -1 : view->model()->rowCount();
    }

private:
    Console &m_console;
    TourPrompts &m_prompts;
};

using StagePointer = std::shared_ptr<Stage>;

TourStep selecting(const StagePointer &stage, const QString &title, const QString &email, bool hasPicture)
{
    return {title, [stage, email] { return stage->showState(3) && stage->search(email); },
            [stage, email] {
                // The table follows what is typed a moment later.
                return stage->rows("usersTableView") == 1 && stage->select(email) &&
                       stage->isMapComplete(email);
            },
            hasPicture};
}

TourStep closing(const StagePointer &stage, const char *dialog, const char *button)
{
    return {QStringLiteral("close"), [=] { return stage->click(dialog, button); },
            [=] { return stage->driver().topDialog() == nullptr; }, false};
}

TourStep opening(const StagePointer &stage, const QString &title, const char *action, const char *dialog)
{
    return {title, [=] { return stage->trigger(action); },
            [=] {
                const auto *shown = qobject_cast<const ActDialog *>(stage->dialog(dialog));
                return shown != nullptr && !shown->prepared().input.users.isEmpty();
            },
            true};
}

/// Confirms the open dialog and waits until the run was read back.
TourStep confirming(const StagePointer &stage, const QString &title, const char *dialog, Act act,
                    const QString &email, UserState state)
{
    return {title, [] { return true; },
            [=, isClicked = std::make_shared<bool>(false)] {
                if (!*isClicked) {
                    *isClicked = stage->canConfirm(dialog) && stage->click(dialog, "confirmPushButton");
                    return false;
                }
                return stage->isVerified(act, email) && stage->isInState(email, state) &&
                       stage->driver().topDialog() == nullptr;
            },
            true};
}

QList<TourStep> looking(const StagePointer &stage)
{
    return {{QStringLiteral("users"), [] { return true; },
             [stage] {
                 return stage->services().users.status() == DirectoryStatus::Complete &&
                        stage->rows("usersTableView") > 0;
             }},
            selecting(stage, QStringLiteral("select the leaver"), leaver, false),
            {QStringLiteral("leaver with live conversations"), [] { return true; },
             [stage] { return stage->rows("conversationsTableView") >= 3; }},
            {QStringLiteral("conversation"),
             [stage] {
                 const auto *view = stage->child<QAbstractItemView>("conversationsTableView");
                 if (view == nullptr || view->model()->rowCount() < 3)
                     return false;
                 view->selectionModel()->setCurrentIndex(view->model()->index(0, 0),
                                                         QItemSelectionModel::ClearAndSelect |
                                                             QItemSelectionModel::Rows);
                 return stage->showPreview(0);
             },
             [stage] { return stage->rows("participantsTreeView") > 1; }},
            {QStringLiteral("timeline"), [stage] { return stage->showPreview(1); },
             [stage] { return stage->child<QTabWidget>("previewTabWidget")->currentIndex() == 1; }},
            {QStringLiteral("requests"), [stage] { return stage->showPreview(3); },
             [stage] { return stage->child<QTabWidget>("previewTabWidget")->currentIndex() == 3; }}};
}

QList<TourStep> refusing(const StagePointer &stage)
{
    QList<TourStep> steps{
        opening(stage, QStringLiteral("delete is not possible yet"), "deleteAction", "deleteDialog"),
        closing(stage, "deleteDialog", "cancelPushButton"),
    };
    if (!stage->isLegacy())
        return steps;
    steps += {selecting(stage, QStringLiteral("agent with recent conversations"), formerAgent, false),
              opening(stage, QStringLiteral("delete"), "deleteAction", "deleteDialog"),
              {QStringLiteral("the server refuses to delete"),
               [stage] {
                   auto *risk = stage->inDialog<QCheckBox>("deleteDialog", "riskCheckBox");
                   return stage->driver().type(stage->inDialog<QLineEdit>("deleteDialog", "identityLineEdit"),
                                               formerAgent) &&
                          stage->driver().click(risk);
               },
               [stage] {
                   if (stage->canConfirm("deleteDialog"))
                       stage->click("deleteDialog", "confirmPushButton");
                   const auto *list = stage->inDialog<QTableWidget>("runResultDialog", "blockersTableWidget");
                   return list != nullptr && list->rowCount() > 0 &&
                          stage->isInState(formerAgent, UserState::Active);
               }},
              closing(stage, "runResultDialog", "closePushButton")};
    return steps;
}

QList<TourStep> deactivating(const StagePointer &stage)
{
    return {
        selecting(stage, QStringLiteral("select the leaver"), leaver, false),
        opening(stage, QStringLiteral("clear references"), "clearReferencesAction", "clearReferencesDialog"),
        {QStringLiteral("cut off one customer knowingly"), [stage] { return stage->cutFirst(); },
         [stage] { return stage->canConfirm("clearReferencesDialog"); }},
        confirming(stage, QStringLiteral("references are cleared"), "clearReferencesDialog",
                   Act::ClearReferences, leaver, UserState::Active),
        opening(stage, QStringLiteral("deactivate"), "deactivateAction", "deactivateDialog"),
        confirming(stage, QStringLiteral("deactivated and read back"), "deactivateDialog", Act::Deactivate,
                   leaver, UserState::Inactive),
        opening(stage, QStringLiteral("restore"), "restoreAction", "restoreDialog"),
        confirming(stage, QStringLiteral("restored"), "restoreDialog", Act::Restore, leaver,
                   UserState::Active)};
}

QList<TourStep> forceDeleting(const StagePointer &stage)
{
    return {selecting(stage, QStringLiteral("clerk without references"), clerk, false),
            opening(stage, QStringLiteral("force delete behind its gates"), "forceDeleteAction",
                    "forceDeleteDialog"),
            {QStringLiteral("all gates hold"),
             [stage] {
                 const bool isOff = !stage->canConfirm("forceDeleteDialog");
                 auto *identity = stage->inDialog<QLineEdit>("forceDeleteDialog", "identityLineEdit");
                 return isOff && stage->click("forceDeleteDialog", "exportEvidencePushButton") &&
                        stage->driver().type(identity, clerk) &&
                        stage->driver().click(
                            stage->inDialog<QCheckBox>("forceDeleteDialog", "riskCheckBox"));
             },
             [stage] { return stage->canConfirm("forceDeleteDialog"); }},
            confirming(stage, QStringLiteral("force deleted and read back"), "forceDeleteDialog",
                       Act::ForceDelete, clerk, UserState::Deleted)};
}

/// Lines of the file; the demo's names have line breaks, so that there can be more of them than rows.
int lineCount(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().count("\r\n")) : -1;
}

QList<TourStep> exporting(const StagePointer &stage)
{
    return {{QStringLiteral("show all"), [stage] { return stage->search({}); },
             [stage] { return stage->rows("usersTableView") > 1; }, false},
            {QStringLiteral("users exported"), [stage] { return stage->trigger("exportUsersAction"); },
             [stage] { return lineCount(stage->prompts().lastFile()) > stage->rows("usersTableView"); }},
            {QStringLiteral("http log"),
             [stage] {
                 auto *tabs = stage->child<QTabWidget>("activityTabWidget");
                 if (tabs != nullptr)
                     tabs->setCurrentIndex(1);
                 return tabs != nullptr;
             },
             [stage] { return stage->rows("httpLogTableView") > 0; }},
            selecting(stage, QStringLiteral("select the leaver again"), leaver, false),
            {QStringLiteral("show the timeline"), [] { return true; },
             [stage] {
                 return stage->selectConversation() && stage->showPreview(1) &&
                        stage->rows("participantsTreeView") > 1;
             },
             false},
            {QStringLiteral("dark"),
             [] {
                 applyAppearance(Appearance::Dark);
                 return true;
             },
             [stage] {
                 // The palette reaches the widgets a moment later.
                 return stage->child<QAbstractItemView>("usersTableView")
                            ->palette()
                            .color(QPalette::Base)
                            .lightness() < 128;
             }},
            {QStringLiteral("as before"),
             [] {
                 applyAppearance(Appearance::Light);
                 return true;
             },
             [] { return true; }, false}};
}

} // namespace

QList<TourStep> demoStory(Console &console, TourPrompts &prompts)
{
    const auto stage = std::make_shared<Stage>(console, prompts);
    return looking(stage) + refusing(stage) + deactivating(stage) + forceDeleting(stage) + exporting(stage);
}

} // namespace offboarding::ui
