#include "model/commands/editor.h"

#include "model/base/text.h"
#include "model/commands/approval_chains.h"
#include "model/commands/edit_check.h"
#include "model/commands/entry_check.h"
#include "model/commands/local_fields.h"
#include "model/commands/serials.h"
#include "model/commands/store_lookup.h"
#include "model/rules/normal.h"
#include "model/schema/extra_field.h"
#include "model/store/shown_title.h"

#include <algorithm>
#include <stdexcept>

namespace model {

namespace {

const FieldDef& own_field(const EntityDef& def, const FieldEdit& edit)
{
    const auto* field = def.find(edit.field->id);
    if (!field && edit.field->id >= first_extra_field)
        throw UsageError(
            {msgid("The field “{1}” is not used any more: leave it out"), {edit.field->label}});
    if (!field || field->name != edit.field->name)
        throw std::logic_error("A field of another entity");
    return *field;
}

std::pair<Meta, Record> any_record(RecordStore& store, const Uuid& id)
{
    auto found = store.find_any(id);
    if (!found)
        throw UsageError({msgid("There is no such record: {1}"), {id.text()}});
    return std::move(*found);
}

std::pair<Meta, Record> live_record(RecordStore& store, const Uuid& id)
{
    auto found = any_record(store, id);
    if (found.first.deleted)
        throw UsageError({msgid("\"{1}\" is in the recycle bin: restore it before changing it"),
            {store.title_of(id)}});
    return found;
}

/// A record comes back as it was; whatever has come in its way meanwhile is told, not held against
/// it.
Findings told_of_return(const Record& record, Lookup& lookup, Date today)
{
    auto findings = model::check(record, lookup, today);
    for (auto& finding : findings)
        finding.level = std::min(finding.level, Level::warn);
    return findings;
}

Finding already_there(const Record& record, const std::string& title)
{
    const auto group = identity_group(record);
    const auto fields = split(group, '+');
    const bool is_titled = std::ranges::find(fields, record.def->title) != fields.end();
    const auto* field = record.def->find(is_titled ? record.def->title : fields.front());
    return {.rule = "same",
        .field = field->name,
        .message = {
            msgid("\"{1}\" is already there: change that record instead of making a second one"),
            {title}}};
}

/// How many records, not ended yet, refer to this one.
std::int64_t open_references(RecordStore& store, const Meta& meta)
{
    std::int64_t count = 0;
    for (const auto* def : store.catalog().all())
        for (const auto& field : def->fields)
            if (field.type == Type::reference && field.refers_to == meta.def->name) {
                auto where = "t." + quoted(field.name) + " = ?";
                if (!def->end.empty())
                    where += " AND t." + quoted(def->end) + " IS NULL";
                count += store.count({.def = def, .where = where, .arguments = {meta.id}});
            }
    return count;
}

Findings still_referred_to(RecordStore& store, const Meta& meta)
{
    const auto count = open_references(store, meta);
    if (count == 0)
        return {};
    return {{.rule = "referred_to",
        .level = Level::warn,
        .message = {msgid("{1} other records still refer to it: end them or change them"),
            {std::to_string(count)}}}};
}

/// What keeps a record in the recycle bin.
Findings why_not_back(Rights& rights, RecordStore& store, const Meta& meta)
{
    if (const auto why = rights.why_not_back(meta))
        return {{.rule = "rights", .field = meta.def->title, .message = *why}};
    return rights.check_account_change(nullptr, any_record(store, meta.id).second);
}

/// What follows where those records come back from the recycle bin.
std::vector<FollowingRequest> requests_of_returning(Editor& editor, std::span<const Uuid> ids)
{
    std::vector<Record> records;
    for (const auto& id : ids)
        records.push_back(any_record(editor.store(), id).second);
    std::vector<StepChange> changes;
    for (const auto& record : records)
        changes.push_back({.after = &record});
    return following_requests(editor, changes);
}

/// Writes what follows for the requests whose steps the batch changes.
void write(Batch& batch, const std::vector<FollowingRequest>& requests)
{
    for (const auto& request : requests)
        batch.set(request.id, request.edits);
}

/// Does the work as one step and gives its number. A dry run drops it, and whatever transaction is
/// open around it can no longer commit.
template <class Work>
std::int64_t run(RecordStore& store, Step step, bool is_dry, Work work)
{
    Batch batch(store, std::move(step));
    work(batch);
    return is_dry ? 0 : batch.commit();
}

} // namespace

Editor::Editor(RecordStore& store, Account account) : store_(store), account_(std::move(account)) {}

Outcome Editor::create(
    const EntityDef& given, std::span<const FieldEdit> fields, const EntryOptions& options)
{
    Transaction transaction(store_.db());
    const auto* current = store_.catalog().find(given.id); // with the extra fields there are by now
    const auto& def = current ? *current : given;
    auto record = Record::empty(def, {});
    for (const auto& edit : fields)
        record[own_field(def, edit).name] = edit.value;
    if (const auto* number = serial_field(def); number && is_empty(record[number->name]))
        record[number->name] = next_serial(store_, record).value();
    normalise(record);
    fill_in_owner(store_, record);
    record.id = identity_for(record, store_.clock(), store_.random());
    while (is_number_taken(store_, record))
        record.id = identity_for(record, store_.clock(), store_.random());
    const auto taken = store_.find_any(record.id);
    if (taken && !taken->first.deleted) {
        if (is_same_thing(record, taken->second)) {
            transaction.commit();
            return {.id = record.id,
                .findings = {already_there(record, shown_title(store_, taken->second))}};
        }
        record.id =
            Uuid::make(store_.clock(), store_.random()); // that one is something else by now
    }

    Outcome outcome{.id = record.id};
    StoreLookup lookup(store_);
    EntryCheck check(*this, lookup);
    if (taken && taken->first.deleted)
        if (const auto why = check.rights().why_not_back(taken->first))
            outcome.findings.push_back({.rule = "rights", .field = def.title, .message = *why});
    auto checked = check.made(record, options);
    const bool is_allowed = checked.is_allowed && outcome.findings.empty();
    add(outcome.findings, std::move(checked.findings));
    if (!is_allowed) {
        if (!options.dry_run)
            note_denied(*this, msgid("Had no right to add this record"), def, {}, outcome.findings);
        transaction.commit();
        return outcome;
    }

    Step step{.label = {msgid("Add {1}"), {shown_title(store_, record)}},
        .account = account_,
        .document = options.on_behalf ? options.document : std::string(),
        .kind = options.is_lasting ? "make" : "do"};
    const StepChange change{.after = &record};
    const auto requests = following_requests(*this, {&change, 1});
    outcome.command = run(store_, step, options.dry_run, [&](Batch& batch) {
        batch.create(record);
        write(batch, requests);
    });
    if (!options.dry_run)
        transaction.commit();
    outcome.done = outcome.changed = true;
    return outcome;
}

Outcome Editor::set(const Uuid& id, std::span<const FieldEdit> fields, const EntryOptions& options)
{
    return edit(id, fields, options, msgid("Edit {1}"), OpType::set);
}

Outcome Editor::edit(const Uuid& id, std::span<const FieldEdit> fields, const EntryOptions& options,
    const char* label, OpType as)
{
    Transaction transaction(store_.db());
    const auto [meta, before] = live_record(store_, id);
    auto after = before;
    for (const auto& edit : fields) {
        const auto& field = own_field(*meta.def, edit);
        after[field.name] = normalised(field, edit.value);
    }

    Outcome outcome{.id = id};
    StoreLookup lookup(store_);
    auto checked = EntryCheck(*this, lookup).changed(meta, before, after, options);
    const bool is_same = checked.edits.empty();
    outcome.findings = std::move(checked.findings);
    outcome.done = checked.is_allowed || is_same;
    if (!checked.is_allowed || is_same) {
        if (!checked.is_allowed && !options.dry_run)
            note_denied(*this, msgid("Had no right to change this record"), *meta.def, id,
                outcome.findings);
        transaction.commit();
        return outcome;
    }

    Step step{.label = {label, {shown_title(store_, before)}},
        .account = account_,
        .document = options.on_behalf ? options.document : std::string()};
    const StepChange change{&before, &after};
    const auto requests = following_requests(*this, {&change, 1});
    outcome.command = run(store_, step, options.dry_run, [&](Batch& batch) {
        batch.set(id, checked.edits, as);
        write(batch, requests);
    });
    if (!options.dry_run)
        transaction.commit();
    outcome.changed = true;
    return outcome;
}

Outcome Editor::end(const Uuid& id, Date on, const std::string& reason)
{
    const auto& def = *any_record(store_, id).first.def;
    const auto* field = def.find(def.end);
    if (!field)
        throw UsageError({msgid("Records of this kind have no end: delete it if it is wrong")});
    std::vector<FieldEdit> edits{{field, on}};
    if (const auto* why = def.find(def.end_reason); why && !reason.empty())
        edits.push_back({why, reason});
    if (const auto* over = def.find(def.over_field); over && on <= store_.today())
        edits.push_back({over, std::string(def.over_code)});
    return edit(id, edits, {}, msgid("End {1}"), OpType::end);
}

Outcome Editor::remove(const Uuid& id)
{
    return set_deleted(id, true);
}

Outcome Editor::restore(const Uuid& id)
{
    return set_deleted(id, false);
}

Outcome Editor::restore(std::span<const Uuid> ids)
{
    if (ids.size() == 1)
        return restore(ids.front());
    Transaction transaction(store_.db());
    Rights rights(store_, permission());
    Outcome outcome{.done = true};
    std::vector<Uuid> coming;
    for (const auto& id : ids) {
        const auto meta = any_record(store_, id).first;
        auto why_not = meta.deleted ? why_not_back(rights, store_, meta) : Findings{};
        if (refuses(why_not))
            add(outcome.findings, std::move(why_not));
        else if (meta.deleted)
            coming.push_back(id);
    }
    if (!coming.empty()) {
        Step step{.label = {msgid("Restore {1} records"), {std::to_string(coming.size())}},
            .account = account_};
        outcome.id = coming.front();
        const auto requests = requests_of_returning(*this, coming);
        outcome.command = run(store_, step, false, [&](Batch& batch) {
            for (const auto& id : coming)
                batch.restore(id);
            write(batch, requests);
        });
    }
    outcome.changed = !coming.empty();
    outcome.done = outcome.changed || outcome.findings.empty();
    // With all of them back, so that what one of them needs of another is there.
    StoreLookup lookup(store_);
    for (const auto& id : coming)
        add(outcome.findings,
            told_of_return(any_record(store_, id).second, lookup, store_.today()));
    transaction.commit();
    return outcome;
}

Outcome Editor::set_deleted(const Uuid& id, bool deleted)
{
    Transaction transaction(store_.db());
    const auto [meta, record] = any_record(store_, id);
    Outcome outcome{.done = meta.deleted == deleted, .id = id};
    StoreLookup lookup(store_);
    EntryCheck check(*this, lookup);
    if (!outcome.done)
        outcome.findings = deleted ? check.gone(meta, record).findings
                                   : why_not_back(check.rights(), store_, meta);
    if (outcome.done || refuses(outcome.findings)) {
        note_denied(*this,
            deleted ? msgid("Had no right to delete this record")
                    : msgid("Had no right to bring this record back"),
            *meta.def, id, outcome.findings);
        transaction.commit();
        return outcome;
    }

    outcome.findings =
        deleted ? still_referred_to(store_, meta) : told_of_return(record, lookup, store_.today());
    Step step{.label = {deleted ? msgid("Delete {1}") : msgid("Restore {1}"),
                  {shown_title(store_, record)}},
        .account = account_};
    const auto change = deleted ? StepChange{.before = &record} : StepChange{.after = &record};
    const auto requests = following_requests(*this, {&change, 1});
    outcome.command = run(store_, step, false, [&](Batch& batch) {
        deleted ? batch.remove(id) : batch.restore(id);
        write(batch, requests);
    });
    transaction.commit();
    outcome.done = outcome.changed = true;
    return outcome;
}

std::optional<Message> Editor::why_locked(const Uuid& id, const FieldDef& field)
{
    Rights rights(store_, permission());
    const auto meta = any_record(store_, id).first;
    const auto where = rights.around(meta);
    if (rights.may(*meta.def, field, where))
        return std::nullopt;
    return rights.why_not(*meta.def, field, where);
}

} // namespace model
