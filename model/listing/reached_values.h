#pragma once

#include "model/store/columns.h"

#include <map>

namespace model {

/// What stands in columns that are reached through references (reached_field.h), for whoever goes
/// through the records of a register one by one: all read at once, one pass a register.
class ReachedValues {
public:
    /// Of these columns those that are reached. Throws StoreError.
    ReachedValues(RecordStore& store, const EntityDef& def,
        std::span<const FieldDef* const> columns, const SeenThrough& through);

    /// The record's value in the column, be it reached or the record's own.
    const Value& of(const Record& record, const FieldDef& column) const;

    /// The columns that are reached.
    const std::vector<Column>& columns() const { return read_.columns; }

private:
    Columns read_;
    std::map<Uuid, std::size_t> places_;
};

} // namespace model
