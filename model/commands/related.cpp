#include "model/commands/related.h"

namespace model {

std::vector<Relating> relating_to(const Catalog& catalog, const EntityDef& def)
{
    std::vector<Relating> all;
    for (const auto* each : catalog.all())
        for (const auto& field : each->fields)
            if (field.type == Type::reference && field.refers_to == def.name)
                all.push_back({each, &field});
    return all;
}

std::vector<FieldEdit> begun_beside(const Record& other, const Relating& added)
{
    std::vector<FieldEdit> edits{{added.field, other.id}};
    for (const auto& field : added.def->fields) {
        const auto* same = other.def->find(field.name);
        if (&field != added.field && same && field.type == Type::reference
            && same->type == Type::reference && same->refers_to == field.refers_to
            && !is_empty(other[same->name]))
            edits.push_back({&field, other[same->name]});
    }
    return edits;
}

} // namespace model
