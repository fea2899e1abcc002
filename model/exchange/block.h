#pragma once

#include "model/exchange/import_plan.h"

#include <memory>
#include <string>
#include <vector>

namespace model {

/// Values for records that are named one by one: what was pasted over the rows of a list, or is to
/// become of all rows that are selected. An import takes it in like a sheet (ImportOptions::block),
/// but makes no record and brings none back.
struct Block {
    std::vector<Uuid> records;                   ///< one for each row; nil: a row that has none
    std::vector<const FieldDef*> fields;         ///< one for each column; none: to be left out
    std::vector<std::string> heads;              ///< what the columns are called
    std::vector<std::vector<std::string>> cells; ///< as they are typed, by row
    bool empties = false; ///< an empty cell empties its field, rather than leaving it alone
    Message label;        ///< of the step
    std::string document; ///< of an entry on behalf of the owner (代录)

    /// The columns of the sheet that a block looks like: the ids stand before its own.
    static constexpr std::size_t id_column = 0;
    static constexpr std::size_t first_column = 1;
};

/// Reads the block as a sheet whose rows are numbered from 1. The block outlives the reader.
std::unique_ptr<SheetReader> open_block(const Block& block);

/// Which column of that sheet holds which field.
ImportPlan plan_of(const Block& block);

} // namespace model
