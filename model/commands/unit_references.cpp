#include "model/base/text.h"
#include "model/commands/reorganise.h"
#include "model/rules/rule.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

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

/// What refers to one of the units, whether the account sees it or not.
void each_reference(RecordStore& store, const Permission& permission, std::span<const Uuid> units,
    Date day, const std::function<void(UnitReference, bool is_seen)>& visit)
{
    const auto county = store.self().county();
    for (const auto* def : store.catalog().all()) {
        if (def->id == def_of<UnitChange>().id)
            continue;
        for (const auto& field : def->fields) {
            if (field.type != Type::reference || field.refers_to != "unit")
                continue;
            for (const auto& unit : units)
                for (const auto& record : store.where(*def, field.name, unit)) {
                    const auto meta = store.rows().meta(record.id);
                    if (!meta)
                        continue;
                    visit({def, &field, record.id, unit, {}, goes_on(record, day)},
                        permission.may(Action::see, *def, {meta->scope, meta->home, county}));
                }
        }
    }
}

} // namespace

std::vector<UnitReference> references_to_units(
    RecordStore& store, const Permission& permission, std::span<const Uuid> units, Date day)
{
    std::vector<UnitReference> found;
    each_reference(store, permission, units, day, [&](UnitReference reference, bool is_seen) {
        if (!is_seen)
            return;
        reference.title = store.title_of(reference.record);
        found.push_back(std::move(reference));
    });
    return found;
}

std::optional<Message> accounts_left(RecordStore& store, const Permission& permission,
    UnitChangeKind kind, std::span<const Uuid> units, Date day)
{
    if (kind == UnitChangeKind::renamed)
        return std::nullopt;
    std::set<Uuid> accounts;
    each_reference(
        store, permission, units, day, [&](const UnitReference& reference, bool is_seen) {
            if (reference.def->administrative && reference.goes
                && (!is_seen || !has_successors(kind)))
                accounts.insert(reference.record);
        });
    if (accounts.empty())
        return std::nullopt;
    return Message{msgid("{1} accounts stay with the old units: have them changed by whoever "
                         "manages accounts"),
        {std::to_string(accounts.size())}};
}

} // namespace model
