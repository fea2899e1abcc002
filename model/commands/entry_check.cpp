#include "model/commands/entry_check.h"

#include "model/commands/edit_check.h"
#include "model/commands/ledger_steps.h"
#include "model/commands/local_fields.h"
#include "model/commands/new_record.h"
#include "model/commands/require.h"
#include "model/entities/posting.h"
#include "model/rules/personal_information_rules.h"
#include "model/rules/posting_moves.h"
#include "model/rules/window_numbers.h"

#include <algorithm>

namespace model {

namespace {

bool is_posting(const Record& record)
{
    return record.def->id == def_of<Posting>().id;
}

} // namespace

EntryCheck::EntryCheck(Editor& editor, Lookup& lookup)
    : store_(editor.store())
    , rights_(store_, editor.permission())
    , lookup_(lookup)
{
}

Checked EntryCheck::made(const Record& record, const EntryOptions& options)
{
    const auto& def = *record.def;
    const auto where = rights_.around_new(record);
    Checked checked{.edits = differences(Record::empty(def, record.id), record)};
    add(checked.findings, rights_.check_new(def, checked.edits, where));
    add(checked.findings, rights_.check_account_change(nullptr, record));
    // An account is nobody's form: that the township keeps it as well makes no document of it.
    if ((!def.anyone_creates && !def.administrative) || options.on_behalf)
        add(checked.findings,
            rights_.on_behalf(checked.edits, where, options.on_behalf, options.document));
    if (!options.may_lack)
        add(checked.findings, check_needed(record));
    add(checked.findings, model::check(record, lookup_, store_.today()));
    add(checked.findings, check_entered(store_, record));
    if (is_posting(record))
        add(checked.findings, check_move({}, record, nullptr));
    checked.is_allowed = !refuses(checked.findings);
    return checked;
}

Checked EntryCheck::changed(const Meta& meta, const Record& before, const Record& wanted,
    const EntryOptions& options, const Record* change)
{
    auto after = wanted;
    keep_former_number(before, after);
    Checked checked{.edits = differences(before, after)};
    const auto where = rights_.around_changed(meta, after);
    auto denied = rights_.check(*meta.def, checked.edits, rights_.around(meta));
    if (denied.empty())
        denied = rights_.check(*meta.def, checked.edits, where);
    if (denied.empty())
        denied = rights_.check_account_change(&before, after);
    auto behalf = checked.edits.empty() || (meta.def->administrative && !options.on_behalf)
        ? Findings{}
        : rights_.on_behalf(checked.edits, where, options.on_behalf, options.document);
    auto found = check_emptied(before, after);
    add(found, check_edit(before, after, checked.edits, lookup_, store_.today()));
    add(found, check_extra_field_change(before, after));
    if (!merges_)
        add(found, check_fixed(store_, before, checked.edits));
    if (is_posting(after))
        add(found, check_move(to_text(before["status"]), after, change));
    checked.is_allowed = !refuses(denied) && !refuses(behalf)
        && may_save(found, *meta.def, rights_.self().org, where);
    for (auto* each : {&denied, &behalf, &found})
        add(checked.findings, std::move(*each));
    return checked;
}

Checked EntryCheck::gone(const Meta& meta, const Record& record)
{
    const FieldEdit title{meta.def->find(meta.def->title), {}};
    Checked checked{.findings = rights_.check(*meta.def, {&title, 1}, rights_.around(meta))};
    const auto why = refuses(checked.findings) ? std::nullopt : rights_.why_not_gone(meta);
    if (why)
        checked.findings.push_back({.rule = "rights", .field = title.field->name, .message = *why});
    add(checked.findings, check_removal(record, {lookup_, store_.today()}));
    add(checked.findings, check_kept(record));
    checked.is_allowed = !refuses(checked.findings);
    return checked;
}

void add(Findings& findings, Findings more)
{
    std::ranges::move(more, std::back_inserter(findings));
}

void note_denied(Editor& editor, const char* tried, const EntityDef& def, const Uuid& record,
    const Findings& findings)
{
    const auto is_denied = [](const Finding& finding) {
        return finding.rule == "rights" && finding.level == Level::refuse;
    };
    if (std::ranges::any_of(findings, is_denied))
        note_refused(editor.store(), editor.account(), tried, &def, record);
}

} // namespace model
