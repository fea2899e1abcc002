#pragma once

#include "model/base/uuid.h"
#include "model/schema/field.h"

#include <cstddef>
#include <vector>

namespace model {

/// Who reads an entity's records: the whole county, the devices of the place's subtree, or named
/// handlers only.
enum class Reach { county, place, restricted };

/// How a record finds something of its surroundings: a field of its own ("region"), a reference it
/// follows ("place"), or the record that points at it ("posting.person": the newest posting whose
/// person it is). Empty: nothing to find.
using Via = std::string_view;

/// Everything generic code may know of an entity.
struct EntityDef {
    int id = 0;                   ///< on the wire, from 1; never used again for another entity
    std::string_view name;        ///< table, URL segment and JSON type
    const char* label = nullptr;  ///< msgid, singular
    const char* plural = nullptr; ///< msgid, as navigation and lists call them
    std::span<const FieldDef> fields;
    std::span<const int> retired = {}; ///< wire ids of fields that no longer exist

    Reach reach = Reach::county;
    Via scope_via = {}; ///< to the division code or to the record whose scope this one shares
    Via home_via = {};  ///< to the sending unit whose the `home_unit` fields are

    /// A choice of the same record that says whether there is a sending unit at all, and the codes
    /// that say so; empty counts as yes. (统一配备, 购买服务 and a township's own staff have none.)
    std::string_view home_field = {};
    std::span<const std::string_view> home_codes = {};

    std::string_view title = "name"; ///< the field by which people call a record
    std::string_view subtitle = {};  ///< what tells two of one name apart
    std::string_view end = {};       ///< the date that ends a record's life; none: it has no end
    std::string_view end_reason = {};

    /// A choice that says besides whether it is over, and the code that says so; ending sets it.
    std::string_view over_field = {};
    std::string_view over_code = {};

    /// Fields of which the identity is made when the first of them that is filled is given; two
    /// machines that enter the same thing then make one record. Empty: every record is its own.
    std::span<const std::string_view> identity = {};

    /// Groups of fields (joined by '+') by which an imported row finds its record, best first.
    std::span<const std::string_view> match = {};

    /// Who meets a thing first may enter it, whoever owns its fields afterwards.
    bool anyone_creates = false;

    /// About the program itself, such as its accounts: none of the work of an office.
    bool administrative = false;

    /// What the program keeps for itself and shares between computers: no page, no sheet, no list
    /// and no search shows it, and nobody enters it.
    bool hidden = false;

    /// The position of a field, or fields.size() when there is none of that name or id.
    std::size_t index_of(std::string_view field) const;
    std::size_t index_of(int field) const;

    const FieldDef* find(std::string_view field) const; ///< or nullptr
    const FieldDef* find(int field) const;              ///< or nullptr
};

/// A row of any entity: its id and one Value for each field, in the order of def->fields.
struct Record {
    const EntityDef* def = nullptr;
    Uuid id;
    std::vector<Value> values;

    static Record empty(const EntityDef& def, const Uuid& id);

    const Value& operator[](std::string_view field) const;
    Value& operator[](std::string_view field);

    /// What people call it: the title field's text.
    std::string title() const { return to_text((*this)[def->title]); }

    bool operator==(const Record&) const = default;
};

/// The entities a program knows. The store, sync and exchange are given one; tests and benches make
/// their own.
class Catalog {
public:
    /// Hidden ones stand last.
    explicit Catalog(std::span<const EntityDef* const> entities);

    /// The registers people see. Referred-to entities stand before those that refer to them.
    std::span<const EntityDef* const> all() const { return entities_.first(shown_); }

    /// The same with the hidden ones, for whoever keeps, places or rescues records.
    std::span<const EntityDef* const> every() const { return entities_; }

    const EntityDef* find(std::string_view name) const; ///< or nullptr
    const EntityDef* find(int id) const;                ///< or nullptr

    /// The entity of that name; throws UsageError naming it where there is none.
    const EntityDef& get(std::string_view name) const;

private:
    std::span<const EntityDef* const> entities_;
    std::size_t shown_ = 0;
};

/// Specialised for each entity in its own file.
template <class E>
const EntityDef& def_of();

template <class E>
std::span<const Field<E>> fields_of();

/// The plain definitions of a table of fields.
template <class E, std::size_t N>
constexpr std::array<FieldDef, N> defs(const std::array<Field<E>, N>& fields)
{
    std::array<FieldDef, N> result{};
    for (std::size_t i = 0; i < N; ++i)
        result[i] = fields[i];
    return result;
}

template <class E>
Record to_record(const E& entity)
{
    Record record{.def = &def_of<E>(), .id = entity.id, .values = {}};
    record.values.reserve(fields_of<E>().size());
    for (const auto& field : fields_of<E>())
        record.values.push_back(field.get(entity));
    return record;
}

template <class E>
E from_record(const Record& record)
{
    E entity;
    entity.id = record.id;
    std::size_t i = 0;
    for (const auto& field : fields_of<E>())
        if (const auto& value = record.values.at(i++); !is_empty(value))
            field.set(entity, value);
    return entity;
}

} // namespace model
