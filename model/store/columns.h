#pragma once

#include "model/schema/reached_field.h"
#include "model/store/filter.h"

#include <span>

namespace model {

/// One field of all records of a register in memory: every different value once, and which of them
/// each record has. So whoever looks through a column looks at a value once, however many records
/// share it.
struct Column {
    const FieldDef* field = nullptr;
    std::vector<Value> values;        ///< the first is empty
    std::vector<std::uint32_t> cells; ///< for each record the place of its value in `values`

    /// For a reference: the titles of what its values name; empty for a record that is not here.
    std::vector<std::string> titles;

    const Value& operator[](std::size_t record) const { return values[cells[record]]; }
};

/// Some fields of all records of a register, in the order in which they were entered; those in the
/// recycle bin are left out.
struct Columns {
    std::vector<Uuid> ids;
    std::vector<Column> columns;
};

constexpr std::int64_t all_records = -1;

/// Reads them in one pass, of the first `most` records only unless that is all_records, and of
/// those for which the condition holds (on the register's table, alias t; empty: all). Of fields
/// that are reached through references (reached_field.h) each register reached is read in one pass
/// more, as far as `through` lets it be seen; what is not, or is in the recycle bin, leaves the
/// cells empty. Throws StoreError where the file fails.
Columns read_columns(RecordStore& store, const EntityDef& def,
    std::span<const FieldDef* const> fields, std::int64_t most = all_records,
    const std::string& condition = {}, const SeenThrough& through = {});

} // namespace model
