#include "model/store/columns.h"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace model {

namespace {

constexpr std::size_t worth_a_scan = 500; ///< so many titles cost as much as reading all of them

/// Finds the place of a cell's value by the cell's own bytes, so that a value is read only once. A
/// number and an ID card are another one in each record, so the table is flat, and the bytes stand
/// one after the other: a node and a string for each would take most of the time there is.
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
        if (2 * column_.values.size() > slots_.size())
            grow();
        const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>()(bytes));
        auto& slot = slot_of(hash, bytes);
        if (slot.place == 0) {
            slot = {hash, static_cast<std::uint32_t>(column_.values.size())};
            bytes_ += bytes;
            ends_.push_back(bytes_.size());
            column_.values.push_back(column_value(cell, *column_.field));
        }
        return slot.place;
    }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t place = 0; ///< none: that of the empty value
    };

    std::string_view bytes_of(std::uint32_t place) const
    {
        return std::string_view(bytes_).substr(ends_[place - 1], ends_[place] - ends_[place - 1]);
    }

    /// The slot of these bytes, or the free one where they belong.
    Slot& slot_of(std::uint32_t hash, std::string_view bytes)
    {
        auto at = hash & (slots_.size() - 1);
        while (slots_[at].place != 0
            && (slots_[at].hash != hash || bytes_of(slots_[at].place) != bytes))
            at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }

    void grow()
    {
        const auto before = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
        for (const auto& slot : before) {
            auto at = slot.hash & (slots_.size() - 1);
            while (slot.place != 0 && slots_[at].place != 0)
                at = (at + 1) & (slots_.size() - 1);
            if (slot.place != 0)
                slots_[at] = slot;
        }
    }

    Column& column_;
    std::vector<Slot> slots_{64}; ///< a power of two, at most half of them taken
    std::string bytes_;
    std::vector<std::size_t> ends_{0}; ///< of each place's bytes
};

std::string select_cells(
    const EntityDef& def, std::span<const FieldDef* const> fields, const std::string& condition)
{
    std::string sql = "SELECT rec.id";
    for (const auto* field : fields)
        sql += ", t." + quoted(field->name);
    return sql + " FROM " + quoted(def.name) + " AS t JOIN rec USING (rid) WHERE rec.deleted = 0"
        + (condition.empty() ? condition : " AND " + condition) + " ORDER BY t.rid LIMIT ?";
}

/// They are kept as long as a list is open, and are not added to.
void let_go_of_room(Columns& all)
{
    all.ids.shrink_to_fit();
    for (auto& column : all.columns) {
        column.values.shrink_to_fit();
        column.cells.shrink_to_fit();
    }
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

Columns read_columns(RecordStore& store, const EntityDef& def,
    std::span<const FieldDef* const> fields, std::int64_t most, const std::string& condition)
{
    return guarded(store.db(), [&] {
        Columns all;
        all.columns.resize(fields.size());
        std::vector<Places> places;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            all.columns[i].field = fields[i];
            places.emplace_back(all.columns[i]);
        }
        SQLite::Statement rows(store.db().handle(), select_cells(def, fields, condition));
        rows.bind(1, most);
        while (rows.executeStep()) {
            all.ids.push_back(column_id(rows.getColumn(0)));
            for (std::size_t i = 0; i < fields.size(); ++i)
                all.columns[i].cells.push_back(
                    places[i].of(rows.getColumn(static_cast<int>(i) + 1)));
        }
        places.clear();
        let_go_of_room(all);
        for (auto& column : all.columns)
            if (column.field->type == Type::reference)
                read_titles(store, column);
        return all;
    });
}

} // namespace model
