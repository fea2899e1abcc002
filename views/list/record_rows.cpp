#include "views/list/record_rows.h"

#include "views/list/list_layout.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <algorithm>

namespace views {

RecordRows::RecordRows(model::RecordStore& store, const model::EntityDef& def)
    : store_(store)
    , def_(def)
    , end_(def.end.empty() ? nullptr : def.find(def.end))
    , listing_(def, language())
{
    for (const auto& column : ListLayout::standard(def).columns)
        columns_.push_back(column.field);
}

void RecordRows::show(std::vector<const model::FieldDef*> columns)
{
    columns_ = std::move(columns);
}

bool RecordRows::is_current(const model::RecordStore::State& state) const
{
    return state == state_ && std::ranges::all_of(columns_, [&](const auto* field) {
        return std::ranges::find(read_, field) != read_.end();
    });
}

void RecordRows::query(const model::ListingQuery& query)
{
    if (const auto state = store_.state(); !is_current(state)) {
        read_ = columns_;
        if (end_ && std::ranges::find(read_, end_) == read_.end())
            read_.push_back(end_);
        listing_.read(store_, read_);
        state_ = state;
        today_ = store_.today();
    }
    rows_ = listing_.select(query);
}

std::optional<std::size_t> RecordRows::row_of(const model::Uuid& id) const
{
    const auto record = listing_.find(id);
    const auto found = record ? std::ranges::find(rows_, *record) : rows_.end();
    if (found == rows_.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - rows_.begin());
}

wxString RecordRows::text(std::size_t row, std::size_t column)
{
    const auto& field = *columns_.at(column);
    const auto record = rows_.at(row);
    return display(field, listing_.value(record, field), [&](const model::Uuid&) {
        const auto& title = listing_.text(record, field);
        return title.empty() ? tr("(not in this file)") : to_wx(title);
    });
}

bool RecordRows::has_ended(std::size_t row) const
{
    if (!end_)
        return false;
    const auto* end = std::get_if<model::Date>(&listing_.value(rows_.at(row), *end_));
    return end && *end < today_;
}

} // namespace views
