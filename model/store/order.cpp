#include "model/store/order.h"

#include "model/store/cells.h"

namespace model {

namespace {

/// A title that is itself a reference is followed, as RecordStore::title_of() does.
std::string title_of(const std::string& id, std::string_view entity, const Catalog& catalog)
{
    const auto* def = catalog.find(entity);
    if (!def)
        return id;
    const auto* title = def->find(def->title);
    const auto alias = "o_" + std::string(entity);
    const auto column = alias + '.' + quoted(title->name);
    const auto shown =
        title->type == Type::reference ? title_of(column, title->refers_to, catalog) : column;
    return "(SELECT " + shown + " FROM " + quoted(entity) + " AS " + alias + " WHERE " + alias
        + ".rid = (SELECT rid FROM rec WHERE id = " + id + "))";
}

std::string place_in(std::span<const Choice> choices, const std::string& column)
{
    std::string sql = "CASE " + column;
    for (int i = 0; const auto& choice : choices)
        sql += " WHEN '" + std::string(choice.code) + "' THEN " + std::to_string(i++);
    return sql + " ELSE " + std::to_string(choices.size()) + " END";
}

} // namespace

std::string order_by(const FieldDef& field, const Catalog& catalog, bool descending)
{
    const auto column = "t." + quoted(field.name);
    auto key = column;
    if (field.type == Type::reference)
        key = title_of(column, field.refers_to, catalog);
    else if (field.type == Type::choice && !field.choices.empty())
        key = place_in(field.choices, column);
    return column + " IS NULL, " + key + (descending ? " DESC" : "");
}

} // namespace model
