#pragma once

#include "model/listing/listing.h"

#include <wx/string.h>

#include <functional>

namespace views {

/// The rows behind a list: the records of a register that pass its filters, in its order, with the
/// words that stand in their cells.
class RecordRows {
public:
    RecordRows(model::RecordStore& store, const model::EntityDef& def);

    /// Which fields are looked at from now on, by column.
    void show(std::vector<const model::FieldDef*> columns);
    const std::vector<const model::FieldDef*>& columns() const { return columns_; }

    /// Whether nothing in the file was written since the register was read. Throws StoreError.
    bool is_current() const;

    /// Reads the register anew. Throws StoreError.
    void read() { take(reading()(store_)); }

    /// The same on another thread: what reading() gives reads with a store of that thread, and
    /// take() makes the result the rows' own.
    struct Register {
        model::Listing listing;
        std::vector<const model::FieldDef*> fields;
        model::RecordStore::State state; ///< of the file before it was read
        model::Date today;
    };
    std::function<Register(model::RecordStore&)> reading() const;
    void take(Register read);

    /// Asks anew of what was read; no rows until all columns were.
    void query(const model::ListingQuery& query);

    std::size_t size() const { return rows_.size(); }
    std::size_t total() const { return register_.listing.size(); }

    const model::Uuid& id(std::size_t row) const { return register_.listing.id(rows_.at(row)); }
    std::optional<std::size_t> row_of(const model::Uuid& id) const;

    /// What stands in the cell; personal values are masked.
    wxString text(std::size_t row, std::size_t column);

    /// Whether the record's life ended before today.
    bool has_ended(std::size_t row) const;

private:
    bool has_columns() const;

    model::RecordStore& store_;
    const model::EntityDef& def_;
    const model::FieldDef* end_;
    std::vector<const model::FieldDef*> columns_;
    Register register_;
    std::vector<std::uint32_t> rows_;
};

} // namespace views
