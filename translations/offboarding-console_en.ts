<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DisplayTexts</name>
    <message numerus="yes">
        <source>%n source(s) of references could not be read: read again</source>
        <translation>
            <numerusform>%n source of references could not be read: read again</numerusform>
            <numerusform>%n sources of references could not be read: read again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live session(s): wait until the user has signed out</source>
        <translation>
            <numerusform>%n live session: wait until the user has signed out</numerusform>
            <numerusform>%n live sessions: wait until the user has signed out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live conversation(s): clear the references first</source>
        <translation>
            <numerusform>%n live conversation: clear the references first</numerusform>
            <numerusform>%n live conversations: clear the references first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live conversation(s) still refer to the user</source>
        <translation>
            <numerusform>%n live conversation still refers to the user</numerusform>
            <numerusform>%n live conversations still refer to the user</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) of references could not be read, so the number of conversations is not known</source>
        <translation>
            <numerusform>%n source of references could not be read, so the number of conversations is not known</numerusform>
            <numerusform>%n sources of references could not be read, so the number of conversations is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recent conversation(s) refer to the user: the server will probably refuse a plain delete</source>
        <translation>
            <numerusform>%n recent conversation refers to the user: the server will probably refuse a plain delete</numerusform>
            <numerusform>%n recent conversations refer to the user: the server will probably refuse a plain delete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live customer(s) will be cut off</source>
        <translation>
            <numerusform>%n live customer will be cut off</numerusform>
            <numerusform>%n live customers will be cut off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen step(s) will not be done: what they would change could not be read</source>
        <translation>
            <numerusform>%n chosen step will not be done: what it would change could not be read</numerusform>
            <numerusform>%n chosen steps will not be done: what they would change could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message numerus="yes">
        <source>Still referenced by %n interaction(s)</source>
        <translation>
            <numerusform>Still referenced by %n interaction</numerusform>
            <numerusform>Still referenced by %n interactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The organisation&apos;s request limit is used up, back in %n second(s)</source>
        <translation>
            <numerusform>The organisation&apos;s request limit is used up, back in %n second</numerusform>
            <numerusform>The organisation&apos;s request limit is used up, back in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeaversTexts</name>
    <message numerus="yes">
        <source>%n blank row(s) were left out.</source>
        <translation>
            <numerusform>%n blank row was left out.</numerusform>
            <numerusform>%n blank rows were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingTexts</name>
    <message numerus="yes">
        <source>%n live</source>
        <translation>
            <numerusform>%n live</numerusform>
            <numerusform>%n live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n live</source>
        <translation>
            <numerusform>at least %n live</numerusform>
            <numerusform>at least %n live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in after-call work</source>
        <translation>
            <numerusform>%n in after-call work</numerusform>
            <numerusform>%n in after-call work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recent</source>
        <translation>
            <numerusform>%n recent</numerusform>
            <numerusform>%n recent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n recent</source>
        <translation>
            <numerusform>at least %n recent</numerusform>
            <numerusform>at least %n recent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected user(s) read</source>
        <translation>
            <numerusform>%1 of %n selected user read</numerusform>
            <numerusform>%1 of %n selected users read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReferenceEntries</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, of which %n ended</source>
        <translation>
            <numerusform>%1, of which %n ended</numerusform>
            <numerusform>%1, of which %n ended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportTexts</name>
    <message numerus="yes">
        <source>%n dashboard(s) of this owner are private: ask for the permission to see them, or ask the owner</source>
        <translation>
            <numerusform>%n dashboard of this owner is private: ask for the permission to see it, or ask the owner</numerusform>
            <numerusform>%n dashboards of this owner are private: ask for the permission to see them, or ask the owner</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::AccountDialog</name>
    <message numerus="yes">
        <source>%n permission(s)</source>
        <translation>
            <numerusform>%n permission</numerusform>
            <numerusform>%n permissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ActDialog</name>
    <message numerus="yes">
        <source>… and %n more warning(s)</source>
        <translation>
            <numerusform>… and %n more warning</numerusform>
            <numerusform>… and %n more warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ActivityModel</name>
    <message numerus="yes">
        <source>not all done: %n step(s) failed</source>
        <translation>
            <numerusform>not all done: %n step failed</numerusform>
            <numerusform>not all done: %n steps failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ClearReferencesDialog</name>
    <message numerus="yes">
        <source>Reading the conversations of %n user(s) …</source>
        <translation>
            <numerusform>Reading the conversations of %n user …</numerusform>
            <numerusform>Reading the conversations of %n users …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %1 out of %n conversation(s) in %2?</source>
        <translation>
            <numerusform>Take %1 out of %n conversation in %2?</numerusform>
            <numerusform>Take %1 out of %n conversations in %2?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) will be handed to a queue.</source>
        <translation>
            <numerusform>%n conversation will be handed to a queue.</numerusform>
            <numerusform>%n conversations will be handed to a queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live customer(s) will be cut off.</source>
        <translation>
            <numerusform>%n live customer will be cut off.</numerusform>
            <numerusform>%n live customers will be cut off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %n reference(s)</source>
        <translation>
            <numerusform>Clear %n reference</numerusform>
            <numerusform>Clear %n references</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) will be disconnected for everybody.</source>
        <translation>
            <numerusform>%n conversation will be disconnected for everybody.</numerusform>
            <numerusform>%n conversations will be disconnected for everybody.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ConnectionsController</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n connection(s)</source>
        <translation>
            <numerusform>Remove %n connection</numerusform>
            <numerusform>Remove %n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n connection(s)</source>
        <translation>
            <numerusform>Import %n connection</numerusform>
            <numerusform>Import %n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) imported.</source>
        <translation>
            <numerusform>%n connection imported.</numerusform>
            <numerusform>%n connections imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) written to %1. No secret is in the file.</source>
        <translation>
            <numerusform>%n connection written to %1. No secret is in the file.</numerusform>
            <numerusform>%n connections written to %1. No secret is in the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ConversationsPage</name>
    <message numerus="yes">
        <source>Reading the conversations of %n user(s)…</source>
        <translation>
            <numerusform>Reading the conversations of %n user…</numerusform>
            <numerusform>Reading the conversations of %n users…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing refers to %n selected user(s) any more</source>
        <translation>
            <numerusform>Nothing refers to %n selected user any more</numerusform>
            <numerusform>Nothing refers to %n selected users any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected user(s) were read.</source>
        <translation>
            <numerusform>%1 of %n selected user was read.</numerusform>
            <numerusform>%1 of %n selected users were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n more user(s)</source>
        <translation>
            <numerusform>Read %n more user</numerusform>
            <numerusform>Read %n more users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::CoolOffController</name>
    <message numerus="yes">
        <source>%n deletion(s) planned for %1</source>
        <translation>
            <numerusform>%n deletion planned for %1</numerusform>
            <numerusform>%n deletions planned for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deletion(s) were not planned</source>
        <translation>
            <numerusform>%n deletion was not planned</numerusform>
            <numerusform>%n deletions were not planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned deletion(s) are due. Nothing is deleted until you decide.</source>
        <translation>
            <numerusform>%n planned deletion is due. Nothing is deleted until you decide.</numerusform>
            <numerusform>%n planned deletions are due. Nothing is deleted until you decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned deletion(s) were missed: nobody decided, and nobody was deleted.</source>
        <translation>
            <numerusform>%n planned deletion was missed: nobody decided, and nobody was deleted.</numerusform>
            <numerusform>%n planned deletions were missed: nobody decided, and nobody was deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::DeactivateDialog</name>
    <message numerus="yes">
        <source>%n live conversation(s) need a choice</source>
        <translation>
            <numerusform>%n live conversation needs a choice</numerusform>
            <numerusform>%n live conversations need a choice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n user(s) and what still refers to them …</source>
        <translation>
            <numerusform>Reading %n user and what still refers to them …</numerusform>
            <numerusform>Reading %n users and what still refers to them …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n user(s) in %1?</source>
        <translation>
            <numerusform>Deactivate %n user in %1?</numerusform>
            <numerusform>Deactivate %n users in %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) will be handed to a queue.</source>
        <translation>
            <numerusform>%n conversation will be handed to a queue.</numerusform>
            <numerusform>%n conversations will be handed to a queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participation(s) will be ended.</source>
        <translation>
            <numerusform>%n participation will be ended.</numerusform>
            <numerusform>%n participations will be ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live customer(s) will be cut off.</source>
        <translation>
            <numerusform>%n live customer will be cut off.</numerusform>
            <numerusform>%n live customers will be cut off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n user(s)</source>
        <translation>
            <numerusform>Deactivate %n user</numerusform>
            <numerusform>Deactivate %n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Leave out %n user(s) that cannot be deactivated now</source>
        <translation>
            <numerusform>&amp;Leave out %n user that cannot be deactivated now</numerusform>
            <numerusform>&amp;Leave out %n users that cannot be deactivated now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) cannot be deactivated now: settle what is noted beside each, or leave them out.</source>
        <translation>
            <numerusform>%n user cannot be deactivated now: settle what is noted beside it, or leave the user out.</numerusform>
            <numerusform>%n users cannot be deactivated now: settle what is noted beside each, or leave them out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) will be disconnected for everybody.</source>
        <translation>
            <numerusform>%n conversation will be disconnected for everybody.</numerusform>
            <numerusform>%n conversations will be disconnected for everybody.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::InterruptedRunsDialog</name>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::JournaledRuns</name>
    <message numerus="yes">
        <source>%1 in %2, begun %3, %n step(s) open</source>
        <translation>
            <numerusform>%1 in %2, begun %3, %n step open</numerusform>
            <numerusform>%1 in %2, begun %3, %n steps open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were interrupted. They go on only if you say so.</source>
        <translation>
            <numerusform>%n run was interrupted. It goes on only if you say so.</numerusform>
            <numerusform>%n runs were interrupted. They go on only if you say so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::LeaversDialog</name>
    <message numerus="yes">
        <source>%1 – %2, %n row(s)</source>
        <translation>
            <numerusform>%1 – %2, %n row</numerusform>
            <numerusform>%1 – %2, %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) go on</source>
        <translation>
            <numerusform>%n user goes on</numerusform>
            <numerusform>%n users go on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unresolved</source>
        <translation>
            <numerusform>%n unresolved</numerusform>
            <numerusform>%n unresolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excluded</source>
        <translation>
            <numerusform>%n excluded</numerusform>
            <numerusform>%n excluded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Force delete %n user(s)…</source>
        <translation>
            <numerusform>Force delete %n user…</numerusform>
            <numerusform>Force delete %n users…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n user(s)…</source>
        <translation>
            <numerusform>Deactivate %n user…</numerusform>
            <numerusform>Deactivate %n users…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are unresolved: use the right user for each, or exclude it</source>
        <translation>
            <numerusform>%n row is unresolved: use the right user, or exclude it</numerusform>
            <numerusform>%n rows are unresolved: use the right user for each, or exclude it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Force delete takes one user at a time, and the list names %n: deactivate them instead, or exclude the others</source>
        <translation>
            <numerusform>Force delete takes one user at a time, and the list names %n: deactivate them instead, or exclude the others</numerusform>
            <numerusform>Force delete takes one user at a time, and the list names %n: deactivate them instead, or exclude the others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::LeaversTableModel</name>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n candidate</numerusform>
            <numerusform>%n candidates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::MainWindow</name>
    <message numerus="yes">
        <source>Allow changes in %1 for %n minute(s)? It goes back to read-only by itself.</source>
        <translation>
            <numerusform>Allow changes in %1 for %n minute? It goes back to read-only by itself.</numerusform>
            <numerusform>Allow changes in %1 for %n minutes? It goes back to read-only by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock for %n minute(s)</source>
        <translation>
            <numerusform>Unlock for %n minute</numerusform>
            <numerusform>Unlock for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::PlanController</name>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::PlanDialog</name>
    <message numerus="yes">
        <source>%1 in %2: %n user(s)</source>
        <translation>
            <numerusform>%1 in %2: %n user</numerusform>
            <numerusform>%1 in %2: %n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ReferenceTreeModel</name>
    <message numerus="yes">
        <source>at least %n</source>
        <translation>
            <numerusform>at least %n</numerusform>
            <numerusform>at least %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ReferencesView</name>
    <message numerus="yes">
        <source>%n source(s) not read yet.</source>
        <translation>
            <numerusform>%n source not read yet.</numerusform>
            <numerusform>%n sources not read yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) not known for certain: %1.</source>
        <translation>
            <numerusform>%n source not known for certain: %1.</numerusform>
            <numerusform>%n sources not known for certain: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read everything of %n user(s)</source>
        <translation>
            <numerusform>Read everything of %n user</numerusform>
            <numerusform>Read everything of %n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ReportCheckWindow</name>
    <message numerus="yes">
        <source>Why reports may still show %n user(s)</source>
        <translation>
            <numerusform>Why reports may still show %n user</numerusform>
            <numerusform>Why reports may still show %n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) name the user(s)</source>
        <translation>
            <numerusform>%n place names a selected user</numerusform>
            <numerusform>%n places name selected users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s) do not exclude inactive users</source>
        <translation>
            <numerusform>%n filter does not exclude inactive users</numerusform>
            <numerusform>%n filters do not exclude inactive users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be looked into</source>
        <translation>
            <numerusform>%n thing could not be looked into</numerusform>
            <numerusform>%n things could not be looked into</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The search index is still behind for %n user(s): lists and reports that use it show an older state.</source>
        <translation>
            <numerusform>The search index is still behind for %n user: lists and reports that use it show an older state.</numerusform>
            <numerusform>The search index is still behind for %n users: lists and reports that use it show an older state.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whether the search index has caught up is not known for %n user(s).</source>
        <translation>
            <numerusform>Whether the search index has caught up is not known for %n user.</numerusform>
            <numerusform>Whether the search index has caught up is not known for %n users.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ReportDefinitionModel</name>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>%n hidden</numerusform>
            <numerusform>%n hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::RestoreDialog</name>
    <message numerus="yes">
        <source>Reading %n user(s) …</source>
        <translation>
            <numerusform>Reading %n user …</numerusform>
            <numerusform>Reading %n users …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n user(s) in %1?</source>
        <translation>
            <numerusform>Restore %n user in %1?</numerusform>
            <numerusform>Restore %n users in %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n user(s)</source>
        <translation>
            <numerusform>Restore %n user</numerusform>
            <numerusform>Restore %n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::RunResultDialog</name>
    <message numerus="yes">
        <source>%1: all %n step(s) were done and read back.</source>
        <translation>
            <numerusform>%1: the %n step was done and read back.</numerusform>
            <numerusform>%1: all %n steps were done and read back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared with what was kept before the run: %1 of %n user(s).</source>
        <translation>
            <numerusform>Compared with what was kept before the run: %1 of %n user.</numerusform>
            <numerusform>Compared with what was kept before the run: %1 of %n users.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::StatusArea</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::TimelineWidget</name>
    <message numerus="yes">
        <source>%n segment(s). The arrow keys move between them.</source>
        <translation>
            <numerusform>%n segment.</numerusform>
            <numerusform>%n segments. The arrow keys move between them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::UndoDialog</name>
    <message numerus="yes">
        <source>Put back what “%1” changed about %n user(s) in %2?</source>
        <translation>
            <numerusform>Put back what “%1” changed about %n user in %2?</numerusform>
            <numerusform>Put back what “%1” changed about %n users in %2?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put back for %n user(s)</source>
        <translation>
            <numerusform>Put back for %n user</numerusform>
            <numerusform>Put back for %n users</numerusform>
        </translation>
    </message>
</context>
</TS>
