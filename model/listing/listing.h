#pragma once

#include "model/listing/cell_filter.h"

#include <functional>
#include <map>

namespace model {

/// What a list asks of its register.
struct ListingQuery {
    /// What was typed under the heads of columns; all of them must hold.
    std::vector<std::pair<const FieldDef*, std::string>> cells = {};

    /// Words of which each must occur in some column of `searched`.
    std::string anywhere = {};
    std::vector<const FieldDef*> searched = {};

    struct SortKey {
        const FieldDef* field = nullptr;
        bool descending = false;

        bool operator==(const SortKey&) const = default;
    };
    std::vector<SortKey> order = {}; ///< the first counts most; what is equal stays as entered

    bool operator==(const ListingQuery&) const = default;

    bool filters() const;
};

/// How a personal value looks that somebody may not read whole.
using Masked = std::function<std::string(const FieldDef&, const Value&)>;

/// What somebody may see of a register.
struct Sight {
    std::string condition = {}; ///< on the register's table, alias t; empty: all records

    /// None: he may read all of them. What is hidden is not found and sorts nothing.
    Masked masked = {};

    /// The same of registers that columns reach through references; none: he sees all, whole.
    std::function<Sight(const EntityDef&)> through = {};
};

/// A register in memory as lists show it, filtered and sorted without asking the file again: a
/// hundred thousand records at every key that is typed.
class Listing {
public:
    /// Labels of choices become words by `translate`.
    Listing(const EntityDef& def, Translate translate, Sight sight = {});

    /// Reads these fields anew, own ones and reached ones (reached_field.h), of the first `most`
    /// records only unless that is all_records. Throws StoreError.
    void read(
        RecordStore& store, std::vector<const FieldDef*> fields, std::int64_t most = all_records);

    std::size_t size() const { return data_.ids.size(); }
    const Uuid& id(std::size_t record) const { return data_.ids.at(record); }
    std::optional<std::size_t> find(const Uuid& id) const;

    /// A cell of a field that was read.
    const Value& value(std::size_t record, const FieldDef& field) const;

    /// The words of a cell, personal ones as its sight has them; of a reference the title, empty
    /// where the record it names is not in the file.
    const std::string& text(std::size_t record, const FieldDef& field);

    /// The records that pass, in order.
    std::vector<std::uint32_t> select(const ListingQuery& query);

    /// Where among records that are sorted by the field first each run of equal values begins.
    std::vector<std::size_t> runs(std::span<const std::uint32_t> records, const FieldDef& field);

private:
    using Matches = std::vector<char>; ///< for each value of a column whether it passes

    /// What is worked out of a column when it is first asked for.
    struct Extra {
        std::vector<std::string> texts; ///< none where the values are what is shown
        std::string folded;             ///< the folded texts one after the other, a line each
        std::vector<std::uint32_t> starts;
        std::vector<std::uint32_t> ranks;
    };

    const Masked* mask_of(const FieldDef& field) const;
    bool masks(const FieldDef& field) const { return mask_of(field) != nullptr; }
    void look_through(const std::vector<const FieldDef*>& fields);
    const Column& column(const FieldDef& field) const;
    std::string words(const FieldDef& field, const Value& value) const;
    bool shows_values(const FieldDef& field) const;
    Extra& texts_of(const FieldDef& field);
    const std::string& text_at(const FieldDef& field, std::size_t place);
    Extra& folded_of(const FieldDef& field);
    const std::vector<std::uint32_t>& ranks_of(const FieldDef& field);
    Matches holding(const FieldDef& field, const std::string& words);
    Matches passing(const FieldDef& field, const CellFilter& filter);
    void narrow(std::vector<char>& passes, const ListingQuery& query);
    void narrow_to_words(std::vector<char>& passes, const ListingQuery& query);
    const std::vector<std::uint32_t>& ordered(const std::vector<ListingQuery::SortKey>& order);

    const EntityDef* def_;
    Translate translate_;
    Sight sight_;
    std::map<const FieldDef*, Masked> masks_through_; ///< of reached fields
    Columns data_;
    std::map<const FieldDef*, Extra> extras_;
    std::vector<ListingQuery::SortKey> order_; ///< in which `sorted_` is
    std::vector<std::uint32_t> sorted_;
};

} // namespace model
