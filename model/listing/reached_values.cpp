#include "model/listing/reached_values.h"

#include <algorithm>

namespace model {

ReachedValues::ReachedValues(RecordStore& store, const EntityDef& def,
    std::span<const FieldDef* const> columns, const SeenThrough& through)
{
    std::vector<const FieldDef*> wanted;
    for (const auto* column : columns)
        if (reached_by(*column))
            wanted.push_back(column);
    if (wanted.empty())
        return;
    read_ = read_columns(store, def, wanted, all_records, {}, through);
    for (std::size_t i = 0; i < read_.ids.size(); ++i)
        places_.emplace(read_.ids[i], i);
}

const Value& ReachedValues::of(const Record& record, const FieldDef& column) const
{
    static const Value nothing;
    if (!reached_by(column))
        return record[column.name];
    const auto place = places_.find(record.id);
    const auto read = std::ranges::find(read_.columns, &column, &Column::field);
    return place == places_.end() || read == read_.columns.end() ? nothing : (*read)[place->second];
}

} // namespace model
