#include "views/list/record_rows.h"

#include "views/list/list_layout.h"
#include "views/widgets/column_head.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <algorithm>

namespace views {

namespace {

constexpr std::int64_t a_screen = 200; ///< records, more than the tallest screen shows

/// The records of one group stand together, whatever they are sorted by.
model::ListingQuery grouped(model::ListingQuery query, const model::FieldDef* group)
{
    if (!group)
        return query;
    auto& order = query.order;
    const auto found = std::ranges::find(order, group, &model::ListingQuery::SortKey::field);
    model::ListingQuery::SortKey key{group, false};
    if (found != order.end()) {
        key = *found;
        order.erase(found);
    }
    order.insert(order.begin(), key);
    return query;
}

} // namespace

RecordRows::RecordRows(
    model::RecordStore& store, const model::EntityDef& def, std::function<model::Sight()> sight)
    : store_(store)
    , def_(def)
    , sight_(std::move(sight))
    , end_(def.end.empty() ? nullptr : def.find(def.end))
    , register_{model::Listing(def, language()), {}, {-1, -1}, {}}
{
    for (const auto& column : ListLayout::standard(def).columns)
        columns_.push_back(column.field);
}

model::Listing RecordRows::listing() const
{
    return {def_, language(), sight_ ? sight_() : model::Sight{}};
}

void RecordRows::show(std::vector<const model::FieldDef*> columns)
{
    columns_ = std::move(columns);
}

bool RecordRows::has_columns() const
{
    return std::ranges::all_of(columns_, [&](const auto* field) {
        return std::ranges::find(register_.fields, field) != register_.fields.end();
    });
}

bool RecordRows::is_current() const
{
    return has_columns() && !register_.of && register_.state == store_.state();
}

std::vector<const model::FieldDef*> RecordRows::needed_fields() const
{
    auto fields = columns_;
    if (end_ && std::ranges::find(fields, end_) == fields.end())
        fields.push_back(end_);
    return fields;
}

void RecordRows::read_first(std::int64_t of)
{
    Register first{
        listing(), needed_fields(), store_.state(), store_.today(), static_cast<std::size_t>(of)};
    first.listing.read(store_, first.fields, a_screen);
    take(std::move(first));
}

std::function<RecordRows::Register(model::RecordStore&)> RecordRows::reading() const
{
    return [empty = listing(), fields = needed_fields(), state = store_.state()](
               model::RecordStore& store) {
        Register read{empty, fields, state, store.today()};
        read.listing.read(store, fields);
        return read;
    };
}

void RecordRows::take(Register read)
{
    register_ = std::move(read);
}

void RecordRows::query(const RowsQuery& query)
{
    found_.clear();
    groups_.clear();
    group_ = query.group;
    if (has_columns() && (!register_.of || query.is_plain())) {
        found_ = register_.listing.select(grouped(query.listing, query.group));
        if (query.only != RowsQuery::Only::all)
            std::erase_if(found_, [&](std::uint32_t record) {
                return !leaves(register_.listing.id(record), query.only);
            });
        if (query.group)
            make_groups(query);
    }
    lay_lines();
}

bool RecordRows::leaves(const model::Uuid& id, RowsQuery::Only only) const
{
    switch (only) {
    case RowsQuery::Only::conflicts:
        return conflicts_.contains(id);
    case RowsQuery::Only::findings:
        return findings_.contains(id);
    case RowsQuery::Only::asked:
        return asked_.contains(id);
    case RowsQuery::Only::all:
        break;
    }
    return true;
}

void RecordRows::make_groups(const RowsQuery& query)
{
    for (const auto first : register_.listing.runs(found_, *query.group)) {
        if (!groups_.empty())
            groups_.back().count = first - groups_.back().first;
        auto title = record_text(found_[first], *query.group);
        groups_.push_back({title.empty() ? tr("(empty)") : title, first, found_.size() - first});
    }
}

void RecordRows::lay_lines()
{
    lines_.clear();
    lines_.reserve(found_.size() + groups_.size());
    const auto lay = [&](std::size_t from, std::size_t to) {
        for (auto place = from; place < to; ++place)
            lines_.push_back({static_cast<std::uint32_t>(place), false});
    };
    if (groups_.empty())
        return lay(0, found_.size());
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        const auto& group = groups_[i];
        lines_.push_back({static_cast<std::uint32_t>(i), true});
        if (!folded_.contains(group.title))
            lay(group.first, group.first + group.count);
    }
}

bool RecordRows::is_folded(std::size_t row) const
{
    return is_group(row) && folded_.contains(groups_.at(lines_[row].place).title);
}

void RecordRows::fold(std::size_t row, bool folded)
{
    if (!is_group(row))
        return;
    const auto& title = groups_.at(lines_[row].place).title;
    if (folded)
        folded_.insert(title);
    else
        folded_.erase(title);
    lay_lines();
}

void RecordRows::fold_all(bool folded)
{
    folded_.clear();
    if (folded)
        for (const auto& group : groups_)
            folded_.insert(group.title);
    lay_lines();
}

model::Uuid RecordRows::id(std::size_t row) const
{
    const auto& line = lines_.at(row);
    return line.is_group ? model::Uuid{} : register_.listing.id(found_.at(line.place));
}

std::optional<std::size_t> RecordRows::row_of(const model::Uuid& id) const
{
    const auto record = register_.listing.find(id);
    if (!record)
        return std::nullopt;
    const auto found = std::ranges::find_if(
        lines_, [&](const Line& line) { return !line.is_group && found_[line.place] == *record; });
    if (found == lines_.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - lines_.begin());
}

wxString RecordRows::record_text(std::uint32_t record, const model::FieldDef& field)
{
    auto& listing = register_.listing;
    return display(field, listing.value(record, field), [&](const model::Uuid&) {
        const auto& title = listing.text(record, field);
        return title.empty() ? tr("(not in this file)") : to_wx(title);
    });
}

wxString RecordRows::found_text(std::size_t place, std::size_t column)
{
    return record_text(found_.at(place), *columns_.at(column));
}

wxString RecordRows::text(std::size_t row, std::size_t column)
{
    const auto& line = lines_.at(row);
    if (!line.is_group)
        return found_text(line.place, column);
    return group_cell(row, column);
}

/// A group's value stands in its own column, where there is room for it, and the count in the first
/// one or beside the value.
wxString RecordRows::group_cell(std::size_t row, std::size_t column) const
{
    const auto& group = groups_.at(lines_[row].place);
    const auto count = tr("{1} records", {std::to_string(group.count)});
    const auto own =
        static_cast<std::size_t>(std::ranges::find(columns_, group_) - columns_.begin());
    wxString text = column == own                                ? group.title
        : column == (own == 0 ? std::size_t{1} : std::size_t{0}) ? count
                                                                 : wxString();
    if (column == 0)
        text = wxString::FromUTF8(is_folded(row) ? "▶ " : "▼ ") + text;
    return text;
}

wxString RecordRows::group_text(const Group& group) const
{
    return tr("{1}: {2} ({3})",
        {from_wx(column_head(*group_)), from_wx(group.title), std::to_string(group.count)});
}

void RecordRows::mark_finding(const model::Uuid& id, std::optional<model::Level> level)
{
    findings_.erase(id);
    if (level)
        findings_.emplace(id, *level);
}

RowMark RecordRows::mark(std::size_t row) const
{
    const auto record = id(row);
    if (conflicts_.contains(record))
        return RowMark::conflict;
    const auto found = findings_.find(record);
    if (found == findings_.end())
        return RowMark::none;
    return found->second == model::Level::refuse ? RowMark::error : RowMark::warning;
}

bool RecordRows::has_ended(std::size_t row) const
{
    const auto& line = lines_.at(row);
    if (!end_ || line.is_group)
        return false;
    const auto& value = register_.listing.value(found_.at(line.place), *end_);
    const auto* end = std::get_if<model::Date>(&value);
    return end && *end < register_.today;
}

} // namespace views
