#include "model/base/text.h"
#include "model/commands/reform.h"
#include "model/entities/place_change.h"
#include "model/entities/unit.h"
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
    if (def.name == "roster")
        return to_text(record["day"]) > to_iso(day);
    if (def.end.empty())
        return std::ranges::find(lasting, def.name) != lasting.end();
    const auto* end = std::get_if<Date>(&record[def.end]);
    if (end && is_over(*end, day))
        return false;
    return def.over_field.empty() || to_text(record[def.over_field]) != def.over_code;
}

/// What refers to one of them, whether the account sees it or not.
void each_reference(RecordStore& store, const Permission& permission, const EntityDef& of,
    std::span<const Uuid> old, Date day,
    const std::function<void(ReformReference, bool is_seen)>& visit)
{
    const auto county = store.self().county();
    for (const auto* def : store.catalog().all()) {
        if (def->id == def_of<UnitChange>().id || def->id == def_of<PlaceChange>().id)
            continue;
        for (const auto& field : def->fields) {
            if (field.type != Type::reference || field.refers_to != of.name)
                continue;
            for (const auto& one : old)
                for (const auto& record : store.where(*def, field.name, one)) {
                    const auto meta = store.rows().meta(record.id);
                    if (!meta)
                        continue;
                    visit({def, &field, record.id, one, {}, goes_on(record, day)},
                        permission.may(Action::see, *def, {meta->scope, meta->home, county}));
                }
        }
    }
}

} // namespace

bool ends_old(const EntityDef& of, ReformKind kind)
{
    using enum ReformKind;
    const bool is_unit = of.id == def_of<Unit>().id; // of a place that is split, a part stays
    return kind == merged || kind == closed || (kind == split && is_unit);
}

bool has_successors(const EntityDef& of, ReformKind kind)
{
    using enum ReformKind;
    return kind == merged || kind == split || (kind == moved && of.id == def_of<Unit>().id);
}

bool goes_at_first(const EntityDef& of, ReformKind kind, bool ends)
{
    return ends || kind != ReformKind::split || of.id == def_of<Unit>().id;
}

std::vector<ReformReference> references_to(RecordStore& store, const Permission& permission,
    const EntityDef& of, std::span<const Uuid> old, Date day)
{
    std::vector<ReformReference> found;
    each_reference(store, permission, of, old, day, [&](ReformReference reference, bool is_seen) {
        if (!is_seen)
            return;
        reference.title = store.title_of(reference.record);
        found.push_back(std::move(reference));
    });
    return found;
}

std::optional<Message> accounts_left(RecordStore& store, const Permission& permission,
    const EntityDef& of, ReformKind kind, std::span<const Uuid> old, Date day)
{
    if (!ends_old(of, kind) && !has_successors(of, kind))
        return std::nullopt;
    std::set<Uuid> accounts;
    each_reference(
        store, permission, of, old, day, [&](const ReformReference& reference, bool is_seen) {
            if (reference.def->administrative && reference.goes
                && (!is_seen || !has_successors(of, kind)))
                accounts.insert(reference.record);
        });
    if (accounts.empty())
        return std::nullopt;
    return Message{of.id == def_of<Unit>().id
            ? msgid("{1} accounts stay with the old units: have them changed by whoever manages "
                    "accounts")
            : msgid("{1} accounts stay with the old places: have them changed by whoever manages "
                    "accounts"),
        {std::to_string(accounts.size())}};
}

} // namespace model
