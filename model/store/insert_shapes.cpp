#include "model/store/insert_shapes.h"

#include "model/store/cells.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::size_t most_shapes = 32;
constexpr int worth_a_statement = 3; ///< records alike before this one

std::string insert_sql(const EntityDef& def, std::span<const Value> values)
{
    std::string columns = "rid";
    std::string places = "?";
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (is_empty(values[i]))
            continue;
        columns.append(", ").append(quoted(def.fields[i].name));
        places += ", ?";
    }
    return "INSERT INTO " + quoted(def.name) + " (" + columns + ") VALUES (" + places + ")";
}

} // namespace

SQLite::Statement* InsertShapes::statement_for(
    SQLite::Database& db, const EntityDef& def, std::span<const Value> values)
{
    if (values.size() > most_fields)
        return nullptr;
    Filled filled;
    for (std::size_t i = 0; i < values.size(); ++i)
        filled[i] = !is_empty(values[i]);
    auto* shape = shape_of(filled);
    if (!shape || ++shape->seen <= worth_a_statement)
        return nullptr;
    if (!shape->insert)
        shape->insert.emplace(db, insert_sql(def, values));
    shape->insert->tryReset();
    return &*shape->insert;
}

InsertShapes::Shape* InsertShapes::shape_of(const Filled& filled)
{
    const auto found = std::ranges::find(shapes_, filled, &Shape::filled);
    if (found != shapes_.end())
        return &*found;
    if (shapes_.size() == most_shapes)
        return nullptr;
    return &shapes_.emplace_back(Shape{.filled = filled});
}

} // namespace model
