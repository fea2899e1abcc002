#include "model/store/columns.h"

#include "model/base/hash.h"

#include <algorithm>
#include <map>
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

/// The register's own fields alone.
Columns read_own(RecordStore& store, const EntityDef& def, std::span<const FieldDef* const> fields,
    std::int64_t most, const std::string& condition)
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

void add_once(std::vector<const FieldDef*>& fields, const FieldDef* field)
{
    if (std::ranges::find(fields, field) == fields.end())
        fields.push_back(field);
}

/// Those asked for, and the references through which others are reached.
std::vector<const FieldDef*> own_fields(std::span<const FieldDef* const> fields)
{
    std::vector<const FieldDef*> own;
    for (const auto* field : fields)
        if (!reached_by(*field))
            own.push_back(field);
    for (const auto* field : fields)
        if (const auto* reached = reached_by(*field))
            add_once(own, reached->reference);
    return own;
}

/// A few records of a long register are found by their ids.
std::string among(const Column& references)
{
    if (references.values.size() > worth_a_scan)
        return {};
    std::string ids;
    for (const auto& value : references.values)
        if (const auto* id = std::get_if<Uuid>(&value))
            ids += (ids.empty() ? "x'" : ", x'")
                + to_hex({reinterpret_cast<const char*>(id->bytes.data()), id->bytes.size()})
                + '\'';
    return "rec.id IN (" + ids + ')';
}

/// The columns that are reached through this one, in the order of its records.
class Reaching {
public:
    Reaching(RecordStore& store, const Column& references, const SeenThrough& through)
        : store_(store)
        , references_(references)
        , through_(through)
    {
    }

    std::vector<Column> read(const EntityDef& other, const std::vector<const FieldDef*>& columns)
    {
        std::vector<const FieldDef*> fields;
        for (const auto* column : columns)
            fields.push_back(reached_by(*column)->field);
        auto condition = among(references_);
        if (const auto seen = through_ ? through_(other) : std::string(); !seen.empty())
            condition += (condition.empty() ? "(" : " AND (") + seen + ')';
        auto found = read_own(store_, other, fields, all_records, condition);
        const auto places = places_in(found.ids);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            auto& column = found.columns[i];
            std::vector<std::uint32_t> cells;
            cells.reserve(references_.cells.size());
            for (const auto cell : references_.cells)
                cells.push_back(places[cell] == nowhere ? 0 : column.cells[places[cell]]);
            column.field = columns[i];
            column.cells = std::move(cells);
        }
        return std::move(found.columns);
    }

private:
    static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

    struct HashOfId {
        std::size_t operator()(const Uuid& id) const
        {
            return std::hash<std::string_view>{}(
                {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
        }
    };

    /// For each value of the reference the place of the record it names.
    std::vector<std::uint32_t> places_in(const std::vector<Uuid>& ids) const
    {
        std::unordered_map<Uuid, std::uint32_t, HashOfId> known;
        known.reserve(ids.size());
        for (std::uint32_t i = 0; i < ids.size(); ++i)
            known.emplace(ids[i], i);
        std::vector<std::uint32_t> places(references_.values.size(), nowhere);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (const auto* id = std::get_if<Uuid>(&references_.values[i]))
                if (const auto found = known.find(*id); found != known.end())
                    places[i] = found->second;
        return places;
    }

    RecordStore& store_;
    const Column& references_;
    const SeenThrough& through_;
};

} // namespace

Columns read_columns(RecordStore& store, const EntityDef& def,
    std::span<const FieldDef* const> fields, std::int64_t most, const std::string& condition,
    const SeenThrough& through)
{
    const auto own = own_fields(fields);
    auto all = read_own(store, def, own, most, condition);
    if (std::ranges::equal(own, fields))
        return all;
    std::map<const FieldDef*, std::vector<const FieldDef*>> by_reference;
    for (const auto* field : fields)
        if (const auto* reached = reached_by(*field))
            add_once(by_reference[reached->reference], field);
    std::map<const FieldDef*, Column> columns;
    for (const auto& [reference, reaching] : by_reference) {
        const auto& references = *std::ranges::find(all.columns, reference, &Column::field);
        for (auto& column : Reaching(store, references, through)
                                .read(*reached_by(*reaching.front())->def, reaching))
            columns.emplace(column.field, std::move(column));
    }
    for (auto& column : all.columns)
        columns.emplace(column.field, std::move(column));
    all.columns.clear();
    for (const auto* field : fields)
        all.columns.push_back(std::move(columns.at(field)));
    return all;
}

} // namespace model
