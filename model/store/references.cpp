#include "model/store/references.h"

namespace model {

namespace {

Query query_of(
    const EntityDef& def, const FieldDef& field, const Uuid& id, const SeenWhere& seen)
{
    Query query{.def = &def, .where = "t." + quoted(field.name) + " = ?", .arguments = {id}};
    if (const auto only = seen ? seen(def) : std::string(); !only.empty())
        query.where += " AND (" + only + ')';
    return query;
}

} // namespace

std::vector<Referring> referring_to(
    RecordStore& store, const Uuid& id, const SeenWhere& seen)
{
    std::vector<Referring> found;
    const auto referred = store.find_any(id);
    if (!referred)
        return found;
    for (const auto* def : store.catalog().all())
        for (const auto& field : def->fields)
            if (field.type == Type::reference && field.refers_to == referred->first.def->name)
                if (const auto count = store.count(query_of(*def, field, id, seen)); count > 0)
                    found.push_back({def, &field, count});
    return found;
}

std::vector<Record> records_referring(
    RecordStore& store, const Referring& by, const Uuid& id, std::int64_t limit,
    const SeenWhere& seen)
{
    auto query = query_of(*by.def, *by.field, id, seen);
    if (!by.def->end.empty())
        query.order = "t." + quoted(by.def->end) + " IS NOT NULL";
    query.limit = limit;
    return store.select(query);
}

bool may_lie_elsewhere(RecordStore& store, const EntityDef& def, const Uuid& id)
{
    return store.self().org.role != Role::agency && def.reach != Reach::county
        && !guarded(store.db(), [&] { return store.rows().any_meta(id); });
}

} // namespace model
