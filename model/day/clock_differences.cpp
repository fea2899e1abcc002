#include "model/day/clock_differences.h"

#include "model/commands/enter_all.h"
#include "model/listing/collation.h"
#include "model/rules/day_rules.h"

#include <algorithm>

namespace model {

std::vector<ClockDifference> clock_differences(RecordStore& store, const Permission& permission,
    DifferencesShown shown, const std::optional<Date>& from, const std::optional<Date>& to)
{
    const auto& def = def_of<AttendanceDay>();
    Query query{.def = &def,
        .where = "t.\"clock_state\" IS NOT NULL AND t.\"call_state\" IS NOT NULL AND "
                 "t.\"clock_state\" <> t.\"call_state\""};
    if (shown == DifferencesShown::open)
        query.where += " AND t.\"decided\" IS NULL";
    for (const auto& [bound, condition] :
        {std::pair{from, " AND t.\"day\" >= ?"}, {to, " AND t.\"day\" <= ?"}})
        if (bound) {
            query.where += condition;
            query.arguments.emplace_back(*bound);
        }
    if (const auto seen = permission.extent(Action::see, def).condition(def); !seen.empty())
        query.where += " AND (" + seen + ')';
    std::vector<ClockDifference> found;
    for (const auto& record : store.select(query)) {
        ClockDifference one{.entry = from_record<AttendanceDay>(record), .name = {}, .window = {}};
        if (one.entry.person)
            one.name = store.title_of(*one.entry.person);
        if (one.entry.window)
            one.window = store.title_of(*one.entry.window);
        found.push_back(std::move(one));
    }
    std::ranges::stable_sort(found, [](const ClockDifference& one, const ClockDifference& other) {
        if (one.entry.day != other.entry.day)
            return one.entry.day > other.entry.day;
        return sort_key(one.name) < sort_key(other.name);
    });
    return found;
}

Outcome decide_differences(
    Editor& editor, std::span<const Uuid> entries, AttendanceDecision decision)
{
    const bool by_clock = decision == AttendanceDecision::clock;
    std::vector<Record> records;
    for (const auto& id : entries) {
        const auto record = editor.store().find(def_of<AttendanceDay>(), id);
        auto entry = record ? from_record<AttendanceDay>(*record) : AttendanceDay{};
        if (!record || !differs(entry))
            throw UsageError({msgid("The clock and what was entered say the same of this day: "
                                    "there is nothing to decide")});
        entry.state = by_clock ? entry.clock_state : entry.call_state;
        entry.minutes = by_clock ? entry.clock_minutes : entry.call_minutes;
        entry.source = by_clock ? AttendanceSource::clock
                                : entry.call_source.value_or(AttendanceSource::roll_call);
        entry.decided = decision;
        records.push_back(to_record(entry));
    }
    return enter_all(editor,
        {by_clock ? msgid("Differences of attendance: the clock counts")
                  : msgid("Differences of attendance: what was entered counts")},
        records);
}

} // namespace model
