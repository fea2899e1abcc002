#include "model/commands/require.h"

#include "model/commands/rights.h"

namespace model {

namespace {

/// What the log says was tried.
const char* tried(Action action)
{
    switch (action) {
    case Action::see:
        return msgid("Had no right to see this");
    case Action::enter:
        return msgid("Had no right to enter or change this");
    case Action::reveal:
        return msgid("Had no right to read personal values whole");
    case Action::confirm:
        return msgid("Had no right to decide this");
    case Action::print:
        return msgid("Had no right to print this");
    case Action::export_out:
        return msgid("Had no right to export this");
    case Action::reopen:
        return msgid("Had no right to reopen this");
    case Action::accounts:
        return msgid("Had no right to manage accounts");
    case Action::devices:
        return msgid("Had no right to manage computers");
    case Action::backup:
        return msgid("Had no right to restore a backup");
    case Action::settings:
        return msgid("Had no right to change settings");
    case Action::log:
        return msgid("Had no right to read the audit log");
    }
    return "";
}

void expect(Editor& editor, const Permission& permission, bool may, Action action,
    const EntityDef* def, const Uuid& record)
{
    if (may)
        return;
    try {
        note_refused(editor.store(), editor.account(), tried(action), def, record);
    } catch (const StoreError&) { // NOLINT(bugprone-empty-catch): a copy that nobody writes in
    }
    throw Error(permission.why_not(action));
}

} // namespace

void require(Editor& editor, Action action)
{
    const auto permission = editor.permission();
    expect(editor, permission, permission.may(action), action, nullptr, {});
}

void require(Editor& editor, Action action, const EntityDef& def)
{
    const auto permission = editor.permission();
    expect(editor, permission, permission.may_somewhere(action, def), action, &def, {});
}

void require(Editor& editor, Action action, const Meta& record, bool personal)
{
    const auto permission = editor.permission();
    const auto where = Rights(editor.store()).around(record);
    expect(editor, permission, permission.may(action, *record.def, where, personal), action,
        record.def, record.id);
}

void require_say(Editor& editor, const Uuid& record)
{
    const auto meta = editor.store().rows().any_meta(record);
    if (!meta)
        return; // it is gone, and what is said of it with it
    const auto where = Rights(editor.store()).around(*meta);
    if (!editor.permission().may(Action::confirm, *meta->def, where))
        require(editor, Action::enter, *meta);
}

void require_of_all(Editor& editor, Action action, Query records)
{
    require(editor, action, *records.def);
    const auto allowed = editor.permission().extent(action, *records.def).condition(*records.def);
    if (allowed.empty())
        return;
    const auto all = editor.store().count(records);
    records.where = records.where.empty() ? allowed : '(' + records.where + ") AND " + allowed;
    if (editor.store().count(records) < all)
        throw Error({msgid("Not all of these records are of your unit or place, and only those you "
                           "may print or export: filter the list first")});
}

void require_entry(RecordStore& store, const Account& who)
{
    if (Permission(store, who.id).may_sign_in())
        return;
    Audit(store).note({.what = audited::sign_in_refused,
        .who = who,
        .detail = {msgid("The account is locked, or has left")}});
    throw Error(Permission::why_no_entry(who.name));
}

void note_refused(RecordStore& store, const Account& who, const char* tried, const EntityDef* def,
    const Uuid& record)
{
    Audit(store).note({.what = audited::refused,
        .who = who,
        .detail = {tried},
        .kind = def ? def->id : 0,
        .record = record});
}

} // namespace model
