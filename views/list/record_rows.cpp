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
    , register_{model::Listing(def, language()), {}, {-1, -1}, {}}
{
    for (const auto& column : ListLayout::standard(def).columns)
        columns_.push_back(column.field);
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
    return has_columns() && register_.state == store_.state();
}

std::function<RecordRows::Register(model::RecordStore&)> RecordRows::reading() const
{
    auto fields = columns_;
    if (end_ && std::ranges::find(fields, end_) == fields.end())
        fields.push_back(end_);
    return [&def = def_, fields, state = store_.state()](model::RecordStore& store) {
        Register read{model::Listing(def, language()), fields, state, store.today()};
        read.listing.read(store, fields);
        return read;
    };
}

void RecordRows::take(Register read)
{
    register_ = std::move(read);
}

void RecordRows::query(const model::ListingQuery& query)
{
    rows_.clear();
    if (has_columns())
        rows_ = register_.listing.select(query);
}

std::optional<std::size_t> RecordRows::row_of(const model::Uuid& id) const
{
    const auto record = register_.listing.find(id);
    const auto found = record ? std::ranges::find(rows_, *record) : rows_.end();
    if (found == rows_.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - rows_.begin());
}

wxString RecordRows::text(std::size_t row, std::size_t column)
{
    const auto& field = *columns_.at(column);
    const auto record = rows_.at(row);
    auto& listing = register_.listing;
    return display(field, listing.value(record, field), [&](const model::Uuid&) {
        const auto& title = listing.text(record, field);
        return title.empty() ? tr("(not in this file)") : to_wx(title);
    });
}

bool RecordRows::has_ended(std::size_t row) const
{
    if (!end_)
        return false;
    const auto* end = std::get_if<model::Date>(&register_.listing.value(rows_.at(row), *end_));
    return end && *end < register_.today;
}

} // namespace views
