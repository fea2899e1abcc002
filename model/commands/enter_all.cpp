#include "model/commands/enter_all.h"

#include "model/commands/entry_check.h"
#include "model/commands/store_lookup.h"
#include "model/rules/normal.h"

namespace model {

namespace {

/// One record of the step, and what is written of it.
struct Entered {
    Record record;
    std::vector<FieldEdit> edits;
    bool is_new = false;
};

/// Looks at the records of a step one by one.
class Looker {
public:
    explicit Looker(Editor& editor)
        : store_(editor.store())
        , lookup_(store_)
        , check_(editor, lookup_)
    {
    }

    Entered look_at(Record record, Outcome& outcome)
    {
        normalise(record);
        const bool is_new = record.id.is_nil();
        if (is_new)
            record.id = identity_for(record, store_.clock(), store_.random());
        auto checked = is_new ? check_.made(record) : changed(record);
        outcome.done = outcome.done && (checked.is_allowed || (!is_new && checked.edits.empty()));
        if (is_new || !checked.edits.empty())
            add(outcome.findings, std::move(checked.findings));
        return {std::move(record), std::move(checked.edits), is_new};
    }

private:
    Checked changed(const Record& record)
    {
        const auto found = store_.find_any(record.id);
        if (!found || found->first.deleted || found->first.def->id != record.def->id)
            throw UsageError({msgid("There is no such record: {1}"), {record.id.text()}});
        return check_.changed(found->first, found->second, record);
    }

    RecordStore& store_;
    StoreLookup lookup_;
    EntryCheck check_;
};

} // namespace

Outcome enter_all(Editor& editor, const Message& label, std::span<const Record> records)
{
    auto& store = editor.store();
    Transaction transaction(store.db());
    Looker looker(editor);
    Outcome outcome{.done = true};
    std::vector<Entered> all;
    for (const auto& record : records)
        all.push_back(looker.look_at(record, outcome));
    if (!outcome.done && !all.empty())
        note_denied(editor, msgid("Had no right to add this record"), *all.front().record.def, {},
            outcome.findings);
    if (outcome.done && !all.empty()) {
        Batch batch(store, {.label = label, .account = editor.account()});
        for (const auto& each : all) {
            if (each.is_new)
                batch.create(each.record);
            else if (!each.edits.empty())
                batch.set(each.record.id, each.edits);
        }
        outcome.id = all.front().record.id;
        outcome.command = batch.commit();
        outcome.changed = outcome.command != 0;
    }
    transaction.commit();
    return outcome;
}

} // namespace model
