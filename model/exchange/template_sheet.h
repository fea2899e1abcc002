#pragma once

#include "model/exchange/sheet_columns.h"
#include "model/store/record_store.h"

#include <filesystem>

namespace model {

/// Writes an empty sheet for records of the entity (sheet_columns.h): a head for every field but
/// attachments, a star at those that must be filled, and, in a workbook, the words of fixed lists
/// to choose from and a word on how to fill the cell. Filled in, it can be imported as it is.
/// Throws SheetError.
void write_template(
    const EntityDef& def, const std::filesystem::path& path, const Translate& translate);

/// How many rows a sheet for one place has ready.
constexpr int rows_of_a_place = 200;

/// The same for an outlet that has no computer of ours: the place stands in `rows_of_a_place` rows
/// already, the items done there (outlet_item) and the people posted there or named with these
/// items can be chosen. Rows in which nothing but the place stands are passed over when it comes
/// back. Throws UsageError where the register's records are of no place, or `place` is none, and
/// SheetError.
void write_place_template(RecordStore& store, const EntityDef& def, const Uuid& place,
    const std::filesystem::path& path, const Translate& translate);

} // namespace model
