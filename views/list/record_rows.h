#pragma once

#include "model/listing/listing.h"

#include <wx/string.h>

namespace views {

/// The rows behind a list: the records of a register that pass its filters, in its order, with the
/// words that stand in their cells.
class RecordRows {
public:
    RecordRows(model::RecordStore& store, const model::EntityDef& def);

    /// Which fields are looked at from now on, by column.
    void show(std::vector<const model::FieldDef*> columns);
    const std::vector<const model::FieldDef*>& columns() const { return columns_; }

    /// Asks anew; reads the register anew where anything in the file was written since. Throws
    /// StoreError.
    void query(const model::ListingQuery& query);

    std::size_t size() const { return rows_.size(); }
    std::size_t total() const { return listing_.size(); }

    const model::Uuid& id(std::size_t row) const { return listing_.id(rows_.at(row)); }
    std::optional<std::size_t> row_of(const model::Uuid& id) const;

    /// What stands in the cell; personal values are masked.
    wxString text(std::size_t row, std::size_t column);

    /// Whether the record's life ended before today.
    bool has_ended(std::size_t row) const;

private:
    bool is_current(const model::RecordStore::State& state) const;

    model::RecordStore& store_;
    const model::EntityDef& def_;
    const model::FieldDef* end_;
    std::vector<const model::FieldDef*> columns_;
    model::Listing listing_;
    std::vector<const model::FieldDef*> read_; ///< the fields that `listing_` has
    model::RecordStore::State state_{-1, -1};
    std::vector<std::uint32_t> rows_;
    model::Date today_;
};

} // namespace views
