#include "model/store/columns.h"

#include <string_view>
#include <unordered_map>

namespace model {

namespace {

constexpr std::size_t worth_a_scan = 500; ///< so many titles cost as much as reading all of them

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view bytes) const
    {
        return std::hash<std::string_view>()(bytes);
    }
};

/// Finds the place of a cell's value by the cell's own bytes, so that a value is read only once.
class Places {
public:
    explicit Places(Column& column) : column_(column) { column_.values.emplace_back(); }

    std::uint32_t of(const SQLite::Column& cell)
    {
        if (cell.isNull())
            return 0;
        const std::string_view bytes(
            cell.isBlob() ? static_cast<const char*>(cell.getBlob()) : cell.getText(),
            static_cast<std::size_t>(cell.getBytes()));
        if (const auto found = places_.find(bytes); found != places_.end())
            return found->second;
        const auto place = static_cast<std::uint32_t>(column_.values.size());
        places_.emplace(bytes, place);
        column_.values.push_back(column_value(cell, *column_.field));
        return place;
    }

private:
    Column& column_;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> places_;
};

std::string select_cells(const EntityDef& def, std::span<const FieldDef* const> fields)
{
    std::string sql = "SELECT rec.id";
    for (const auto* field : fields)
        sql += ", t." + quoted(field->name);
    return sql + " FROM " + quoted(def.name)
        + " AS t JOIN rec USING (rid) WHERE rec.deleted = 0 ORDER BY t.rid";
}

/// The titles of the records that `column` names. A record in the recycle bin has its title still.
void read_titles(RecordStore& store, Column& column)
{
    const auto& other = store.catalog().get(column.field->refers_to);
    std::unordered_map<std::string, std::string> known;
    if (column.values.size() > worth_a_scan) {
        const auto* title = other.find(other.title);
        const auto all = read_columns(store, other, {&title, 1});
        const auto& titles = all.columns.front();
        for (std::size_t i = 0; i < all.ids.size(); ++i)
            known.emplace(all.ids[i].text(),
                titles.titles.empty() ? to_text(titles[i]) : titles.titles[titles.cells[i]]);
    }
    for (const auto& value : column.values) {
        const auto* id = std::get_if<Uuid>(&value);
        const auto found = id ? known.find(id->text()) : known.end();
        if (found != known.end())
            column.titles.push_back(found->second);
        else
            column.titles.push_back(
                id && store.find_any(*id) ? store.title_of(*id) : std::string());
    }
}

} // namespace

Columns read_columns(
    RecordStore& store, const EntityDef& def, std::span<const FieldDef* const> fields)
{
    return guarded(store.db(), [&] {
        Columns all;
        all.columns.resize(fields.size());
        std::vector<Places> places;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            all.columns[i].field = fields[i];
            places.emplace_back(all.columns[i]);
        }
        SQLite::Statement rows(store.db().handle(), select_cells(def, fields));
        while (rows.executeStep()) {
            all.ids.push_back(column_id(rows.getColumn(0)));
            for (std::size_t i = 0; i < fields.size(); ++i)
                all.columns[i].cells.push_back(
                    places[i].of(rows.getColumn(static_cast<int>(i) + 1)));
        }
        for (auto& column : all.columns)
            if (column.field->type == Type::reference)
                read_titles(store, column);
        return all;
    });
}

} // namespace model
