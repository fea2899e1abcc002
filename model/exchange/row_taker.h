#pragma once

#include "model/exchange/row_import.h"

#include <memory>

namespace model {

/// What the rows of one import have in common, as those who take them need it.
struct ImportWorld {
    RecordStore& store;
    const Account& account;
    Snapshot& snapshot;
    UnitsOnTheWay& units;
    const ImportPlan& plan;
    const EntityDef& def;
    const ImportOptions& options;
    ImportResult& result;
};

/// Takes the rows of a sheet one by one: of a register a record each, of a roster several.
class RowTaker {
public:
    RowTaker() = default;
    RowTaker(const RowTaker&) = delete;
    RowTaker& operator=(const RowTaker&) = delete;
    virtual ~RowTaker() = default;

    /// Adds to the counts and errors of the result; without a batch nothing is written.
    virtual void take(const SheetRow& row, Batch* batch) = 0;

    /// What the last row changed, where the options ask to keep rows.
    virtual const std::vector<ImportedRow::Change>& changes() const = 0;

    /// After the last row.
    virtual void finish() = 0;
};

/// `makes_units` says whether units that nobody knows are made on the way.
std::unique_ptr<RowTaker> row_taker(const ImportWorld& world, bool makes_units);

} // namespace model
