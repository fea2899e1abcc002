#pragma once

#include "model/entities/catalog.h"
#include "model/store/batch.h"

#include <initializer_list>
#include <string_view>
#include <utility>

namespace tests {

using namespace model;

constexpr Instant new_year_2026 = 1767225600000;

/// A record made from names and texts: make(person_def, {{"name", "袁燕涛"}}).
inline Record make(const EntityDef& def, const Uuid& id,
    std::initializer_list<std::pair<std::string_view, std::string>> fields)
{
    auto record = Record::empty(def, id);
    for (const auto& [name, text] : fields)
        record[name] = parse_value(def.find(name)->type, text, def.find(name)->scale).value();
    return record;
}

/// An open file of an office, with a clock that stands still and a repeatable generator.
struct Office {
    explicit Office(std::string region = "430922", std::uint64_t seed = 1) : random(seed)
    {
        Self self{.region = region, .office = "桃江县政务服务中心"};
        self.org = {region.size() > 6 ? Role::outlet : Role::agency, region};
        store.set_self(self);
    }

    const EntityDef& def(std::string_view name) const { return hall_catalog().get(name); }
    Uuid new_id() { return Uuid::make(clock, random); }

    Uuid add(std::string_view entity,
        std::initializer_list<std::pair<std::string_view, std::string>> fields)
    {
        const auto record = make(def(entity), new_id(), fields);
        Batch batch(store, {.label = {msgid("Add {1}"), {record.title()}}, .account = clerk});
        batch.create(record);
        batch.commit();
        return record.id;
    }

    void change(const Uuid& id, std::string_view name, const std::string& text)
    {
        const auto found = store.find_any(id).value();
        const auto* field = found.first.def->find(name);
        const FieldEdit edit{field, parse_value(field->type, text, field->scale).value()};
        Batch batch(
            store, {.label = {msgid("Edit {1}"), {found.second.title()}}, .account = clerk});
        batch.set(id, {&edit, 1});
        batch.commit();
    }

    std::string text(const Uuid& id, std::string_view name)
    {
        return to_text(store.find_any(id).value().second[name]);
    }

    ManualClock clock{new_year_2026};
    SeededRandom random;
    Database db = Database::in_memory();
    RecordStore store{db, hall_catalog(), clock, random};
    Account clerk{Uuid::named("account", "clerk"), "李文员"};
};

} // namespace tests
