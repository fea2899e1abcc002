#include "model/base/text.h"
#include "model/commands/reorganise.h"
#include "model/rules/rule.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

/// Registers without an end whose records go on all the same.
constexpr std::array<std::string_view, 2> lasting{"bundle_item", "unit"};

/// What is dealt with and then over: one of the days is filled, or the state says so.
struct Case {
    std::string_view entity;
    std::array<std::string_view, 2> days;
    std::array<std::string_view, 3> states;
};

constexpr std::array cases{
    Case{"complaint", {"closed", "left"}, {}},
    Case{"unable_case", {"closed", "left"}, {}},
    Case{"bad_rating", {"corrected"}, {}},
    Case{"task", {"done_on", "closed"}, {"done", "closed", "dropped"}},
    Case{"finding", {"corrected", "verified"}, {"corrected", "verified", "dropped"}},
    Case{"item_change", {}, {"refused", "in_force", "withdrawn"}},
};

bool is_under_way(const Record& record, const Case& of)
{
    for (const auto day : of.days)
        if (!day.empty() && !is_empty(record[day]))
            return false;
    const bool has_state = !of.states.front().empty();
    return !has_state || std::ranges::find(of.states, to_text(record["state"])) == of.states.end();
}

bool goes_on(const Record& record, Date day)
{
    const auto& def = *record.def;
    const auto of = std::ranges::find(cases, def.name, &Case::entity);
    if (of != cases.end())
        return is_under_way(record, *of);
    if (def.name == "case_count") // of whole months: the one of the change still counts for before
        return to_text(record["month"]) > to_iso(day).substr(0, std::string_view("2026-01").size());
    if (def.end.empty())
        return std::ranges::find(lasting, def.name) != lasting.end();
    const auto* end = std::get_if<Date>(&record[def.end]);
    if (end && is_over(*end, day))
        return false;
    return def.over_field.empty() || to_text(record[def.over_field]) != def.over_code;
}

} // namespace

std::vector<UnitReference> references_to_units(
    RecordStore& store, const Permission& permission, std::span<const Uuid> units, Date day)
{
    const auto county = store.self().county();
    std::vector<UnitReference> found;
    for (const auto* def : store.catalog().all()) {
        if (def == &def_of<UnitChange>())
            continue;
        for (const auto& field : def->fields) {
            if (field.type != Type::reference || field.refers_to != "unit")
                continue;
            for (const auto& unit : units)
                for (const auto& record : store.where(*def, field.name, unit)) {
                    const auto meta = store.rows().meta(record.id);
                    if (!meta
                        || !permission.may(Action::see, *def, {meta->scope, meta->home, county}))
                        continue;
                    found.push_back({def, &field, record.id, unit, store.title_of(record.id),
                        goes_on(record, day)});
                }
        }
    }
    return found;
}

} // namespace model
