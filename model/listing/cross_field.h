#pragma once

#include "model/store/filter.h"

#include <optional>
#include <vector>

namespace model {

/// By what a cross-table parts the records of a register: a field of theirs, or one of the record
/// that a reference of theirs leads to; a day by its month or year. Personal fields part nothing.
struct CrossField {
    enum class By { value, month, year };

    const FieldDef* reference = nullptr; ///< none: `field` is the register's own
    const FieldDef* field = nullptr;
    By by = By::value;

    bool operator==(const CrossField&) const = default;
};

/// "unit", "unit.category", "from:month", "from:year", "from:day".
std::string to_text(const CrossField& crossed);

/// "Sending unit", "Sending unit: Category", "From (by month)".
std::string label_of(const CrossField& crossed, const Translate& translate);

/// Reads what to_text() wrote, with labels in the language of `translate` as well as names; a day
/// of which nothing is said is parted by month. Throws UsageError for what is no such field or must
/// not be asked for, and says why.
CrossField parse_cross_field(const std::string& text, const EntityDef& def, const Catalog& catalog,
    const Translate& translate);

/// All by which the register can be parted, its own fields first. Of long texts, which are another
/// one in each record, there are none.
std::vector<CrossField> cross_fields(const EntityDef& def, const Catalog& catalog);

/// The whole numbers and decimals of the register, which can be added up.
std::vector<const FieldDef*> summed_fields(const EntityDef& def);

/// The field of that name or label that can be added up; throws UsageError.
const FieldDef& parse_summed_field(
    const std::string& text, const EntityDef& def, const Translate& translate);

/// A value of the field, as to_text() of values writes it or by month and year the beginning of
/// that; empty: no value.
using CrossKey = std::string;

/// The filter for the records of which the field has that value; a set, holds that word.
std::string filter_for(const CrossField& crossed, const CrossKey& key);

} // namespace model
