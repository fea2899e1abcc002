// A clock file is written into the attendance.
#include "model/commands/entry_check.h"
#include "model/commands/require.h"
#include "model/commands/store_lookup.h"
#include "model/day/clock_import.h"
#include "model/exchange/import_runs.h"

#include <algorithm>

namespace model {

namespace {

/// A day that is to be written, checked.
struct Checking {
    Record record;
    std::vector<FieldEdit> edits;
    bool is_new = false;
};

std::optional<Checking> checked(
    Editor& editor, EntryCheck& check, const ClockDay& day, Findings& findings)
{
    auto& store = editor.store();
    Checking one{.record = to_record(day.after), .edits = {}, .is_new = !day.before};
    if (one.is_new) {
        one.record.id = identity_for(one.record, store.clock(), store.random());
        auto made = check.made(one.record);
        findings = std::move(made.findings);
        return made.is_allowed ? std::optional(std::move(one)) : std::nullopt;
    }
    const auto found = store.find_any(one.record.id);
    const auto is_as_planned = [&](const Record& now) {
        return to_record(from_record<AttendanceDay>(now)).values == to_record(*day.before).values;
    };
    if (!found || found->first.deleted || !is_as_planned(found->second))
        return std::nullopt;
    auto changed = check.changed(found->first, found->second, one.record);
    findings = std::move(changed.findings);
    one.edits = std::move(changed.edits);
    return changed.is_allowed ? std::optional(std::move(one)) : std::nullopt;
}

Message why(const Findings& findings)
{
    const auto found = std::ranges::find(findings, Level::refuse, &Finding::level);
    return found == findings.end() ? Message{msgid("It was changed meanwhile: read the file again")}
                                   : found->message;
}

ImportResult counts_of(const ClockSheet& sheet, const ClockPlan& plan, std::size_t refused)
{
    ImportResult result;
    result.new_ = plan.added;
    result.changed = plan.changed;
    result.same = plan.same + plan.plain;
    result.wrong = static_cast<int>(sheet.troubles.size() + refused) + plan.unmatched;
    return result;
}

/// Gives the number of the step, or 0 where nothing changed.
std::int64_t write(Editor& editor, const ClockSheet& sheet, const std::vector<Checking>& all)
{
    Batch batch(editor.store(),
        {.label = {msgid("Import {1}"), {sheet.name}},
            .account = editor.account(),
            .what = audited::import_rows});
    for (const auto& one : all) {
        if (one.is_new)
            batch.create(one.record);
        else if (!one.edits.empty())
            batch.set(one.record.id, one.edits);
    }
    return batch.commit();
}

} // namespace

ClockOutcome accept_clock(Editor& editor, const std::filesystem::path& path,
    const ClockSheet& sheet, const ClockPlan& plan, const ClockTerms& terms)
{
    const auto& def = def_of<AttendanceDay>();
    require(editor, Action::enter, def);
    auto& store = editor.store();
    ClockOutcome result;
    Transaction transaction(store.db());
    StoreLookup lookup(store);
    EntryCheck check(editor, lookup);
    std::vector<Checking> all;
    for (std::size_t i = 0; i < plan.days.size(); ++i) {
        if (plan.days[i].change == ClockChange::same)
            continue;
        Findings findings;
        if (auto one = checked(editor, check, plan.days[i], findings))
            all.push_back(std::move(*one));
        else
            result.refused.emplace_back(i, why(findings));
    }
    if (!terms.good_rows && !(plan.is_clean(sheet) && result.refused.empty()))
        return result;
    result.outcome.done = true;
    remember_people(store, terms.people);
    remember_layout(store, sheet.layout);
    result.outcome.command = write(editor, sheet, all);
    result.outcome.changed = result.outcome.command != 0;
    if (result.outcome.changed) {
        auto counts = counts_of(sheet, plan, result.refused.size());
        counts.command = result.outcome.command;
        result.run = record_import(store, editor.account(), def, path, {}, counts);
    }
    transaction.commit();
    return result;
}

} // namespace model
