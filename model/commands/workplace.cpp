#include "model/commands/workplace.h"

#include "model/commands/rights.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

/// The county's, which townships and units read for what they tell people.
constexpr std::array<std::string_view, 4> read_by_all{
    "item_material", "item_fee", "bundle", "bundle_item"};

bool is_units_own(const EntityDef& def)
{
    return !def.home_via.empty() && !def.hidden;
}

/// Whether the records themselves, and not only fields of them, are those of such an office.
bool keeps_records(Role role, const EntityDef& def)
{
    if (role != Role::unit)
        return keeps(role, def);
    return keeps(role, def) && def.home_via != "id" && !is_answered_by_units(def);
}

} // namespace

bool keeps(Role role, const EntityDef& def)
{
    switch (role) {
    case Role::agency:
    case Role::upstream:
        return true;
    case Role::outlet:
        return def.reach == Reach::place || def.administrative;
    case Role::unit:
        break;
    }
    return def.administrative
        || (is_units_own(def) && std::ranges::any_of(def.fields, [](const FieldDef& field) {
               return field.owner == Owner::home_unit;
           }));
}

bool works_with(Role role, const EntityDef& def)
{
    return keeps(role, def) || def.anyone_creates || (role == Role::unit && is_units_own(def))
        || std::ranges::find(read_by_all, def.name) != read_by_all.end();
}

bool may_fill_in(const Permission& permission, Role role, const EntityDef& def)
{
    return (keeps(role, def) || def.anyone_creates) && permission.may_somewhere(Action::enter, def);
}

bool may_add(const Permission& permission, Role role, const EntityDef& def)
{
    return permission.may_somewhere(Action::enter, def)
        && (def.anyone_creates || keeps_records(role, def))
        && !(is_answered_by_units(def) && permission.extent(Action::enter, def).unit);
}

Message why_not_add(const Permission& permission, Role role, const EntityDef& def)
{
    if (!permission.may_somewhere(Action::enter, def))
        return permission.why_not(Action::enter);
    if (may_fill_in(permission, role, def))
        return {msgid("The hall office adds and deletes the records of this register; fill in what "
                      "is your unit's to fill in")};
    return {msgid("The hall office of the county keeps this register: it can be read here, not "
                  "changed")};
}

} // namespace model
