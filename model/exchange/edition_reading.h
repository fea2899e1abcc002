#pragma once

#include "model/exchange/comparison.h"
#include "model/exchange/row_match.h"
#include "model/exchange/row_reader.h"

#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace model {

/// Reads the rows of an edition one by one and finds what each is about; then what is left over on
/// both sides. One use each.
class EditionReading {
public:
    EditionReading(
        RecordStore& store, const Edition& edition, const std::vector<Translate>& languages);

    Comparison compare(const Progress& progress);

private:
    using Index = HeldRecords::Index;

    /// A row about an item the catalog does not know by its code.
    struct Unknown {
        int row = 0;
        Record given;
        std::vector<Record> units;
        bool is_readable = true; ///< or it only counts among those an item may be taken for
    };

    void take(const SheetRow& row);
    void note_covered(const Record& given);
    bool is_double(const ReadRow& row);
    std::optional<Index> item_of(const ReadRow& row);
    std::optional<Index> item_without_code(const ReadRow& row);
    void tell_unreadable(const ReadRow& row);
    void refuse(const ReadRow& row, std::string_view field, Message reason);
    void compare_with(Index item, const Record& given, int row, std::vector<Record> units);
    std::vector<ImportChange::Field> changes(const Record& before, const Record& given);
    void reinstate(EditionEntry& entry, const Record& before, const Record& given) const;

    void match_new_codes();
    void spare_unplaced();
    std::vector<Index> candidates_for(const Unknown& row);
    void add(const Unknown& row);
    void find_withdrawn();
    bool is_covered(Index item) const;
    bool is_in_force(Index item) const;

    void put(EditionEntry entry, const Record& after);
    void check(EditionEntry& entry, const Record& after);
    std::string unit_text(const Value& unit);
    void note_what_else();
    void note_moves();
    void note_own_fields(const EditionEntry& entry);
    std::string_view text(Index item, std::string_view field) const;

    RecordStore& store_;
    const Edition& edition_;
    Translate translate_;
    const EntityDef& def_;
    Snapshot snapshot_;
    HeldRecords& items_;
    UnitsOnTheWay units_;
    RowReader reader_;
    RowMatcher matcher_;
    Date today_;
    Comparison result_;
    const ReadRow* row_ = nullptr; ///< the one that is looked at
    std::size_t at_ = 0;           ///< its place in the edition
    std::unordered_map<std::string, std::size_t> row_of_code_;
    std::unordered_map<Index, int> row_of_item_;
    std::vector<bool> seen_; ///< items that the edition has
    std::vector<Unknown> unknown_;
    std::vector<Record>
        unplaced_; ///< what rows say that do not count and of which the item is not known
    std::unordered_map<std::string, std::string> unit_names_; ///< by id
    std::set<std::string> made_;                              ///< names of units not there yet
    std::map<std::pair<std::string, std::string>, int> moves_;
    std::set<const FieldDef*> own_fields_; ///< of the hall office, that would be overwritten
    int overwriting_ = 0;                  ///< items in which they would
    std::unordered_set<std::string> covered_units_;
    std::unordered_set<std::string> covered_regions_;
    std::unordered_set<std::string> covered_types_;
    std::set<std::string> covered_levels_;
};

} // namespace model
