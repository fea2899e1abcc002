#include "model/exchange/snapshot.h"

#include "model/store/references.h"

#include <algorithm>

namespace model {

HeldRecords& Snapshot::of(const EntityDef& def)
{
    // Rules ask by the program's entity, sheets by the one with the fields that offices added.
    const auto* known = store_.catalog().find(def.id);
    const auto& entity = known ? *known : def;
    auto& held = held_[&entity];
    if (!held)
        held = std::make_unique<HeldRecords>(store_, entity);
    return *held;
}

std::optional<Record> Snapshot::find(const EntityDef& def, const Uuid& id)
{
    if (const auto record = std::ranges::find(expected_, id, &Record::id);
        record != expected_.end() && record->def->id == def.id)
        return *record;
    const auto& held = of(def);
    const auto index = held.find(id);
    return index ? std::optional(held.record(*index)) : std::nullopt;
}

std::vector<Record> Snapshot::where(
    const EntityDef& def, std::string_view field, const Value& value)
{
    auto& held = of(def);
    const auto at = def.index_of(field);
    const auto text = to_text(value);
    std::vector<Record> records;
    for (const auto index : held.where({&at, 1}, {&text, 1}))
        if (held.text(index, at) == text)
            records.push_back(held.record(index));
    return records;
}

std::optional<Record> Snapshot::another(
    const EntityDef& def, std::string_view field, const Value& value, const Uuid& except)
{
    auto& held = of(def);
    const auto at = def.index_of(field);
    const auto text = to_text(value);
    const auto found = held.first_where({&at, 1}, {&text, 1}, [&](HeldRecords::Index index) {
        return held.text(index, at) == text && held.id(index) != except;
    });
    return found ? std::optional(held.record(*found)) : std::nullopt;
}

bool Snapshot::may_lie_elsewhere(const EntityDef& def, const Uuid& id)
{
    return model::may_lie_elsewhere(store_, def, id);
}

} // namespace model
