#include "model/schema/entity.h"

#include <algorithm>
#include <stdexcept>

namespace model {

std::size_t EntityDef::index_of(std::string_view field) const
{
    const auto found = std::ranges::find(fields, field, &FieldDef::name);
    return static_cast<std::size_t>(found - fields.begin());
}

std::size_t EntityDef::index_of(int field) const
{
    const auto found = std::ranges::find(fields, field, &FieldDef::id);
    return static_cast<std::size_t>(found - fields.begin());
}

const FieldDef* EntityDef::find(std::string_view field) const
{
    const auto i = index_of(field);
    return i < fields.size() ? &fields[i] : nullptr;
}

const FieldDef* EntityDef::find(int field) const
{
    const auto i = index_of(field);
    return i < fields.size() ? &fields[i] : nullptr;
}

Record Record::empty(const EntityDef& def, const Uuid& id)
{
    return {.def = &def, .id = id, .values = std::vector<Value>(def.fields.size())};
}

const Value& Record::operator[](std::string_view field) const
{
    return values.at(def->index_of(field));
}

Value& Record::operator[](std::string_view field)
{
    return values.at(def->index_of(field));
}

Catalog::Catalog(std::span<const EntityDef* const> entities)
    : entities_(entities)
    , shown_(static_cast<std::size_t>(
          std::ranges::find_if(entities, [](const auto* def) { return def->hidden; })
          - entities.begin()))
{
}

const EntityDef* Catalog::find(std::string_view name) const
{
    const auto found = std::ranges::find(entities_, name, &EntityDef::name);
    return found == entities_.end() ? nullptr : *found;
}

const EntityDef* Catalog::find(int id) const
{
    const auto found = std::ranges::find(entities_, id, &EntityDef::id);
    return found == entities_.end() ? nullptr : *found;
}

const EntityDef& Catalog::get(std::string_view name) const
{
    if (const auto* def = find(name))
        return *def;
    throw UsageError({msgid("There is no kind of record called \"{1}\""), {std::string(name)}});
}

} // namespace model
