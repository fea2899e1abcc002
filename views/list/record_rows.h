#pragma once

#include "model/listing/listing.h"
#include "model/rules/finding.h"

#include <wx/string.h>

#include <functional>
#include <map>
#include <set>

namespace views {

/// What a row can be marked for: what the rules found wrong with its record, or a conflict that
/// waits for a decision.
enum class RowMark { none, warning, error, conflict };

/// What a list asks of its rows.
struct RowsQuery {
    model::ListingQuery listing = {};
    const model::FieldDef* group = nullptr; ///< a column of the list by which its rows are grouped

    enum class Only { all, conflicts, findings, asked };
    Only only = Only::all;
    std::string asked = {}; ///< for Only::asked: the filter that found the records

    bool operator==(const RowsQuery&) const = default;

    bool filters() const { return only != Only::all || listing.filters(); }

    /// Whether it asks for all records in the order in which they were entered.
    bool is_plain() const { return !filters() && !group && listing.order.empty(); }
};

/// The rows behind a list: the records of a register that pass its filters, in its order, with the
/// words that stand in their cells. Where they are grouped, a row of its own stands over each group
/// that can be folded up.
class RecordRows {
public:
    /// `sight` tells, each time they are read, what of the register may be seen; none: all.
    RecordRows(model::RecordStore& store, const model::EntityDef& def,
        std::function<model::Sight()> sight = {});

    /// Which fields are looked at from now on, by column.
    void show(std::vector<const model::FieldDef*> columns);
    const std::vector<const model::FieldDef*>& columns() const { return columns_; }
    const model::EntityDef& def() const { return def_; }

    /// Whether nothing in the file was written since the register was read. Throws StoreError.
    bool is_current() const;

    /// Reads the register anew. Throws StoreError.
    void read() { take(reading()(store_)); }

    /// Reads the first records only, of so many, to have something to show until all are read.
    /// Until then a query finds them alone, and only if it is plain. Throws StoreError.
    void read_first(std::int64_t of);
    bool is_begun() const { return register_.of.has_value(); } ///< only the first are read

    /// The same on another thread: what reading() gives reads with a store of that thread, and
    /// take() makes the result the rows' own.
    struct Register {
        model::Listing listing;
        std::vector<const model::FieldDef*> fields;
        model::RecordStore::State state; ///< of the file before it was read
        model::Date today;
        std::optional<std::size_t> of = {}; ///< of how many records these are the first
    };
    std::function<Register(model::RecordStore&)> reading() const;
    void take(Register read);

    /// The records that carry marks from now on; rows that were asked for stay as they are.
    void mark_conflicts(std::set<model::Uuid> records) { conflicts_ = std::move(records); }
    void mark_findings(std::map<model::Uuid, model::Level> records)
    {
        findings_ = std::move(records);
    }

    /// The records that a filter of the language found: what Only::asked leaves.
    void mark_asked(std::set<model::Uuid> records) { asked_ = std::move(records); }
    const std::set<model::Uuid>& asked() const { return asked_; }

    /// The record was looked at again.
    void mark_finding(const model::Uuid& id, std::optional<model::Level> level);

    std::size_t conflicts() const { return conflicts_.size(); }
    std::size_t findings() const { return findings_.size(); }

    /// Asks anew of what was read; no rows until all columns were.
    void query(const RowsQuery& query);

    /// The rows to be seen: groups among them, records in a folded group not.
    std::size_t size() const { return lines_.size(); }

    /// The records that pass, folded up or not, and all there are.
    std::size_t found() const { return found_.size(); }
    std::size_t total() const { return register_.of.value_or(register_.listing.size()); }

    /// Nil for a group.
    model::Uuid id(std::size_t row) const;
    const model::Uuid& found_id(std::size_t place) const
    {
        return register_.listing.id(found_.at(place));
    }
    std::optional<std::size_t> row_of(const model::Uuid& id) const;

    /// What stands in the cell; personal values are masked. Of a group there is its
    /// value and how many records it has.
    wxString text(std::size_t row, std::size_t column);

    /// Whether the record's life ended before today.
    bool has_ended(std::size_t row) const;
    RowMark mark(std::size_t row) const;

    /// The same texts by the place among the records found.
    wxString found_text(std::size_t place, std::size_t column);

    struct Group {
        wxString title;
        std::size_t first = 0; ///< place among the records found
        std::size_t count = 0;
    };
    const std::vector<Group>& groups() const { return groups_; }

    /// "Sex: male (12)".
    wxString group_text(const Group& group) const;
    bool is_group(std::size_t row) const { return lines_.at(row).is_group; }
    bool is_folded(std::size_t row) const;

    /// Folds a group up or opens it.
    void fold(std::size_t row, bool folded);
    void fold_all(bool folded);

private:
    /// A row to be seen: a group or a record by its place in `groups_` or `found_`.
    struct Line {
        std::uint32_t place = 0;
        bool is_group = false;
    };

    model::Listing listing() const;
    bool has_columns() const;
    std::vector<const model::FieldDef*> needed_fields() const;
    bool leaves(const model::Uuid& id, RowsQuery::Only only) const;
    void make_groups(const RowsQuery& query);
    void lay_lines();
    wxString group_cell(std::size_t row, std::size_t column) const;
    wxString record_text(std::uint32_t record, const model::FieldDef& field);

    model::RecordStore& store_;
    const model::EntityDef& def_;
    std::function<model::Sight()> sight_;
    const model::FieldDef* end_;
    std::vector<const model::FieldDef*> columns_;
    Register register_;
    std::set<model::Uuid> conflicts_;
    std::map<model::Uuid, model::Level> findings_;
    std::set<model::Uuid> asked_;
    std::vector<std::uint32_t> found_; ///< records of the listing
    const model::FieldDef* group_ = nullptr;
    std::vector<Group> groups_;
    std::set<wxString> folded_; ///< titles of groups
    std::vector<Line> lines_;
};

} // namespace views
