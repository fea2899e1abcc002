#include "model/exchange/list_sight.h"

#include "model/access/masking.h"

#include <algorithm>

namespace model {

namespace {

Sight sight_alone(const Permission& permission, const EntityDef& def)
{
    Sight sight{.condition = permission.extent(Action::see, def).condition(def)};
    if (!permission.reads_all_whole(def))
        sight.masked = [](const auto& field, const auto& value) { return masked(field, value); };
    return sight;
}

} // namespace

Sight sight_of(const Permission& permission, const EntityDef& def)
{
    auto sight = sight_alone(permission, def);
    sight.through = [permission](const EntityDef& other) { return sight_alone(permission, other); };
    return sight;
}

std::vector<const FieldDef*> reachable_columns(
    const Permission& permission, const EntityDef& def, const Catalog& catalog)
{
    auto columns = reachable_columns(def, catalog);
    std::erase_if(columns, [&](const FieldDef* column) {
        return !permission.may_somewhere(Action::see, *reached_by(*column)->def);
    });
    return columns;
}

void require_reached(const Permission& permission, Action action,
    std::span<const FieldDef* const> columns, const Translate& translate)
{
    for (const auto* column : columns) {
        const auto* reached = reached_by(*column);
        if (!reached)
            continue;
        const auto may = permission.extent(action, *reached->def);
        if (!may.is_everything() && may != permission.extent(Action::see, *reached->def))
            throw Error({msgid("The column “{1}” is of the register “{2}”, which you may not print "
                               "or export as far as you see it: hide the column first"),
                {column_label(*column, translate), translate(reached->def->plural)}});
    }
}

} // namespace model
