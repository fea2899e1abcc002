#include "model/commands/reform_act.h"

#include "model/base/text.h"
#include "model/commands/edit_check.h"
#include "model/commands/entry_check.h"
#include "model/commands/require.h"
#include "model/commands/store_lookup.h"
#include "model/rules/normal.h"

#include <algorithm>

namespace model {

ReformAct::ReformAct(
    Editor& editor, const Reform& reform, const EntityDef& of, const ReformWords& words)
    : editor_(editor)
    , store_(editor.store())
    , reform_(reform)
    , rights_(store_, editor.permission())
    , of_(of)
    , words_(words)
{
}

std::optional<Message> document_missing(const std::string& document)
{
    if (!trimmed(document).empty())
        return std::nullopt;
    return Message{msgid("The document number is still missing: the entries about the change, and "
                         "why the unit left, do not say on what they rest")};
}

ReformOutcome ReformAct::run()
{
    Transaction transaction(store_.db());
    for (const auto& id : reform_.old)
        read_old(id);
    check_words();
    if (!is_refused())
        plan();
    check_rights();
    if (is_refused()) {
        note_denial();
        transaction.commit();
        return std::move(outcome_);
    }
    tell_accounts_left();
    if (auto missing = document_missing(reform_.document))
        warn("document", std::move(*missing));
    if (write())
        transaction.commit();
    return std::move(outcome_);
}

void ReformAct::read_old(const Uuid& id)
{
    auto record = store_.find(of_, id);
    if (!record)
        throw UsageError({msgid("There is no such record: {1}"), {id.text()}});
    old_.push_back(std::move(*record));
}

void ReformAct::refuse(std::string_view field, Message message)
{
    outcome_.told.push_back(
        {nullptr, {}, {.rule = "reform", .field = field, .message = std::move(message)}});
}

void ReformAct::warn(std::string_view field, Message message)
{
    outcome_.told.push_back({nullptr, {},
        {.rule = "reform", .level = Level::warn, .field = field, .message = std::move(message)}});
}

void ReformAct::check_words()
{
    if (old_.empty())
        refuse(of_.name, {words_.none_chosen});
    if (old_.size() > 1 && reform_.kind != ReformKind::merged)
        refuse(of_.name, {words_.one_only});
    if (reform_.day > store_.today())
        refuse("day",
            {msgid("The register shows what is so today: enter the reform on {1} or later"),
                {to_iso(reform_.day)}});
    if (reform_.kind == ReformKind::renamed) {
        if (trimmed(reform_.new_name).empty())
            refuse("new_name", {msgid("The new name is missing")});
        else if (!old_.empty() && trimmed(reform_.new_name) == old_.front().title())
            refuse("new_name", {msgid("The new name is the old one")});
    }
    const bool follows = has_successors(of_, reform_.kind);
    if (follows && reform_.successors.empty())
        refuse("successor", {words_.no_successor});
    if (!follows && !reform_.moves.empty())
        refuse("successor",
            {msgid("Nothing goes over where no other unit follows: choose another kind")});
}

void ReformAct::plan()
{
    for (const auto& name : reform_.successors)
        plan_successor(trimmed(name));
    if (is_refused())
        return;
    for (const auto& move : reform_.moves)
        plan_move(move);
    for (const auto& old : old_) {
        plan_change(old);
        if (reform_.ends && (ends_old(of_, reform_.kind) || has_successors(of_, reform_.kind)))
            plan_end(old);
        plan_entries(old);
    }
    plan_more();
}

/// The one in the register that such a name means; several are refused.
std::optional<Uuid> ReformAct::find_successor(const std::string& name)
{
    auto found = store_.where(of_, "name", name);
    std::erase_if(found, [&](const Record& each) { return !is_empty(each[of_.end]); });
    if (found.empty())
        return std::nullopt;
    if (found.size() > 1 && words_.several)
        refuse("successor", {words_.several, {name}});
    return found.front().id;
}

/// One of the register, or else a new one of that name.
void ReformAct::plan_successor(const std::string& name)
{
    const auto given = Uuid::parse(name);
    const auto known = given ? store_.find(of_, *given) : std::nullopt;
    auto made = known ? *known : Record::empty(of_, {});
    if (!known) {
        made["name"] = name;
        normalise(made);
    }
    const auto id = known ? std::optional(known->id) : find_successor(made.title());
    if (id ? std::ranges::find(outcome_.successors, *id) != outcome_.successors.end()
           : std::ranges::find(successor_names_, made.title()) != successor_names_.end())
        return refuse("successor", {words_.named_twice, {made.title()}});
    successor_names_.push_back(made.title());
    if (id) {
        if (std::ranges::find(reform_.old, *id) != reform_.old.end())
            refuse("successor", {words_.follows_itself});
        outcome_.successors.push_back(*id);
        return;
    }
    if (!old_.empty())
        fill_new(made);
    made.id = identity_for(made, store_.clock(), store_.random());
    if (store_.find_any(made.id)) // once was such a one, and has ended or was deleted
        made.id = Uuid::make(store_.clock(), store_.random());
    outcome_.successors.push_back(made.id);
    make(std::move(made));
}

/// What would refer to itself is led by what led the old one.
void ReformAct::plan_move(const Reform::Move& move)
{
    const auto& reference = move.reference;
    const auto record = store_.find(*reference.def, reference.record);
    const auto* held = record ? std::get_if<Uuid>(&(*record)[reference.field->name]) : nullptr;
    if (!held || *held != reference.of)
        return refuse(reference.field->name,
            {msgid("{1} was changed meanwhile: look at the list once more"), {reference.title}});
    Value to = outcome_.successors.at(move.to);
    if (to == Value{reference.record})
        to = std::ranges::find(old_, reference.of, &Record::id)
                 ->values.at(of_.index_of(reference.field->name));
    edit(reference.record, {{reference.field, std::move(to)}});
    ++outcome_.moved;
}

void ReformAct::plan_end(const Record& old)
{
    edit(old.id, {{of_.find(of_.end), reform_.day}, {of_.find(of_.end_reason), reason()}});
    written_.back().ends = true;
}

/// "合并：县数据局；桃政发〔2026〕1号".
std::string ReformAct::reason() const
{
    auto text = reform_.kind_words;
    if (const auto names = join(successor_names_, "、"); !names.empty())
        text += (text.empty() ? "" : "：") + names;
    if (!reform_.document.empty())
        text += (text.empty() ? "" : "；") + reform_.document;
    return text;
}

/// One entry for each successor, or one that names none.
void ReformAct::plan_entries(const Record& old)
{
    const auto count = std::max<std::size_t>(outcome_.successors.size(), 1);
    for (std::size_t i = 0; i < count; ++i) {
        auto change = entry(old, i);
        change.id = Uuid::make(store_.clock(), store_.random());
        make(std::move(change));
    }
}

bool ReformAct::is_made(const Uuid& successor) const
{
    return std::ranges::any_of(
        written_, [&](const Written& each) { return each.is_new && each.after.id == successor; });
}

std::string ReformAct::name_of(std::size_t successor) const
{
    return successor_names_.at(successor);
}

void ReformAct::make(Record record)
{
    auto before = Record::empty(*record.def, record.id);
    auto edits = differences(before, record);
    written_.push_back({std::move(before), std::move(record), std::move(edits), true});
}

/// Of a record that the step changes twice, such as one that two old ones lead, both.
void ReformAct::edit(const Uuid& id, std::vector<FieldEdit> edits)
{
    const auto known = std::ranges::find_if(
        written_, [&](const Written& each) { return !each.is_new && each.after.id == id; });
    if (known == written_.end()) {
        const auto found = store_.find_any(id);
        written_.push_back({found->second, found->second, {}, false});
    } else {
        std::rotate(known, known + 1, written_.end());
    }
    auto& each = written_.back();
    for (auto& edit : edits) {
        each.after[edit.field->name] = edit.value;
        each.edits.push_back(std::move(edit));
    }
}

void ReformAct::remove(const Uuid& id)
{
    const auto found = store_.find_any(id);
    written_.push_back(
        {.before = found->second, .after = found->second, .edits = {}, .goes = true});
}

void ReformAct::check_rights()
{
    std::vector<Record> accounts;
    for (const auto& each : written_) {
        auto findings = each.goes ? denied_removal(each)
            : each.is_new         ? denied_new(each)
                                  : denied_change(each);
        if (each.after.def->administrative && findings.empty()) {
            findings = rights_.check_account_change(&each.before, each.after, accounts);
            accounts.push_back(each.after);
        }
        tell(each, std::move(findings));
    }
}

Findings ReformAct::denied_new(const Written& each)
{
    const auto where = rights_.around_new(each.after);
    return each.after.def->anyone_creates
        ? rights_.check_account(*each.after.def, each.edits, where)
        : rights_.check(*each.after.def, each.edits, where);
}

Findings ReformAct::denied_change(const Written& each)
{
    const auto meta = store_.find_any(each.after.id)->first;
    auto findings = rights_.check(*meta.def, each.edits, rights_.around(meta));
    if (findings.empty())
        findings = rights_.check(*meta.def, each.edits, rights_.around_changed(meta, each.after));
    return findings;
}

Findings ReformAct::denied_removal(const Written& each)
{
    StoreLookup lookup(store_);
    return EntryCheck(editor_, lookup)
        .gone(store_.find_any(each.after.id)->first, each.after)
        .findings;
}

void ReformAct::tell(const Written& each, Findings findings)
{
    for (auto& finding : findings)
        if (finding.level != Level::remind)
            outcome_.told.push_back(
                {each.after.def, each.is_new ? each.after.title() : store_.title_of(each.after.id),
                    std::move(finding)});
}

void ReformAct::tell_accounts_left()
{
    if (auto left = accounts_left(
            store_, rights_.permission(), of_, reform_.kind, reform_.old, reform_.day))
        warn(of_.name, std::move(*left));
}

bool ReformAct::is_refused() const
{
    return std::ranges::any_of(outcome_.told,
        [](const ReformOutcome::Told& told) { return told.finding.level == Level::refuse; });
}

void ReformAct::note_denial()
{
    const bool is_denied = std::ranges::any_of(outcome_.told, [](const ReformOutcome::Told& told) {
        return told.finding.rule == "rights" && told.finding.level == Level::refuse;
    });
    if (is_denied && !reform_.dry_run)
        note_refused(store_, editor_.account(), msgid("Had no right to change this record"), &of_,
            reform_.old.front());
}

/// Whether it stays: not where the rules refuse, nor by a dry run.
bool ReformAct::write()
{
    Batch batch(store_,
        {.label = {words_.label, {old_.front().title()}},
            .account = editor_.account(),
            .document =
                rights_.self().org.role == Role::agency ? reform_.document : std::string()});
    for (const auto& each : written_) {
        if (each.goes)
            batch.remove(each.after.id);
        else if (each.is_new)
            batch.create(each.after);
        else
            batch.set(each.after.id, each.edits, each.ends ? OpType::end : OpType::set);
    }
    // With all of it done, so that what one needs of another is there.
    StoreLookup lookup(store_);
    for (const auto& each : written_)
        if (!each.goes)
            tell(each,
                each.is_new
                    ? check(each.after, lookup, store_.today())
                    : check_edit(each.before, each.after, each.edits, lookup, store_.today()));
    outcome_.done = !is_refused();
    if (!outcome_.done || reform_.dry_run)
        return false;
    outcome_.command = batch.commit();
    return true;
}

} // namespace model
