#pragma once

#include "model/store/record_store.h"
#include "views/widgets/record_text.h"

#include <wx/string.h>

#include <map>
#include <unordered_map>

namespace views {

/// By which column a list is sorted; none: as the records were entered.
struct Sorting {
    const model::FieldDef* field = nullptr;
    bool descending = false;
};

/// The rows behind a list: the ids of all records that pass the filter, and the records themselves
/// read only when a row is looked at. So a hundred thousand records open at the price of their ids.
class RecordRows {
public:
    RecordRows(model::RecordStore& store, const model::EntityDef& def);

    /// The fields a list shows, by index.
    const std::vector<std::size_t>& columns() const { return columns_; }

    /// Asks anew: the records in whose shown columns the typed text occurs, all where it is empty.
    void query(const wxString& typed, const Sorting& sorting);

    std::size_t size() const { return ids_.size(); }
    std::int64_t total() const { return total_; }

    const model::Uuid& id(std::size_t row) const { return ids_.at(row); }
    std::optional<std::size_t> row_of(const model::Uuid& id) const;

    /// What stands in the cell; personal values are masked.
    wxString text(std::size_t row, std::size_t column);

    /// Whether the record's life ended before today.
    bool has_ended(std::size_t row);

private:
    const model::Record& at(std::size_t row);
    wxString title(const model::Uuid& id);

    model::RecordStore& store_;
    const model::EntityDef& def_;
    std::vector<std::size_t> columns_;
    std::vector<model::Uuid> ids_;
    std::int64_t total_ = 0;
    model::Date today_;
    std::unordered_map<std::size_t, model::Record> read_; ///< by row
    std::map<model::Uuid, wxString> titles_;
};

/// The filter expression that looks for the typed text in these fields; empty for no text.
std::string containing(
    const model::EntityDef& def, const std::vector<std::size_t>& fields, const std::string& typed);

} // namespace views
