#include "model/commands/enter_all.h"

#include "model/commands/edit_check.h"
#include "model/commands/require.h"
#include "model/commands/rights.h"
#include "model/commands/store_lookup.h"
#include "model/rules/normal.h"

#include <algorithm>

namespace model {

namespace {

/// One record of the step, and what is written of it.
struct Entered {
    Record record;
    std::vector<FieldEdit> edits;
    bool is_new = false;
};

void add(Findings& findings, Findings more)
{
    std::ranges::move(more, std::back_inserter(findings));
}

class Check {
public:
    explicit Check(Editor& editor)
        : store_(editor.store())
        , rights_(store_, editor.permission())
        , lookup_(store_)
    {
    }

    Entered look_at(Record record, Findings& findings)
    {
        normalise(record);
        return record.id.is_nil() ? made(std::move(record), findings)
                                  : changed(std::move(record), findings);
    }

private:
    Entered made(Record record, Findings& findings)
    {
        record.id = identity_for(record, store_.clock(), store_.random());
        auto filled = differences(Record::empty(*record.def, record.id), record);
        const auto where = rights_.around_new(record);
        add(findings, rights_.check(*record.def, filled, where));
        add(findings, rights_.on_behalf(filled, where, false, {}));
        add(findings, model::check(record, lookup_, store_.today()));
        return {std::move(record), std::move(filled), true};
    }

    Entered changed(Record record, Findings& findings)
    {
        const auto found = store_.find_any(record.id);
        if (!found || found->first.deleted || found->first.def != record.def)
            throw UsageError({msgid("There is no such record: {1}"), {record.id.text()}});
        const auto& [meta, before] = *found;
        auto edits = differences(before, record);
        if (edits.empty())
            return {std::move(record), {}, false};
        const auto where = rights_.around_changed(meta, record);
        add(findings, rights_.check(*meta.def, edits, rights_.around(meta)));
        add(findings, rights_.on_behalf(edits, where, false, {}));
        add(findings, check_edit(before, record, edits, lookup_, store_.today()));
        return {std::move(record), std::move(edits), false};
    }

    RecordStore& store_;
    Rights rights_;
    StoreLookup lookup_;
};

/// The log tells who tried what he has no right to.
void note_refusal(Editor& editor, const Findings& findings, const Record& first)
{
    const auto is_denied = [](const Finding& finding) {
        return finding.rule == "rights" && finding.level == Level::refuse;
    };
    if (std::ranges::any_of(findings, is_denied))
        note_refused(editor.store(), editor.account(), msgid("Had no right to add this record"),
            first.def, {});
}

} // namespace

Outcome enter_all(Editor& editor, const Message& label, std::span<const Record> records)
{
    auto& store = editor.store();
    Transaction transaction(store.db());
    Check check(editor);
    Outcome outcome;
    std::vector<Entered> all;
    for (const auto& record : records)
        all.push_back(check.look_at(record, outcome.findings));
    outcome.done = !refuses(outcome.findings);
    if (!outcome.done && !all.empty())
        note_refusal(editor, outcome.findings, all.front().record);
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
