#pragma once

#include "model/schema/entity.h"

#include <string>
#include <vector>

namespace model {

/// How a filter compares a field with a value.
enum class Compare { equal, unequal, less, at_most, greater, at_least, contains };

std::optional<Compare> parse_compare(std::string_view sign);
std::string_view sign_of(Compare compare);

/// A condition on the columns of the table t, with ? for the arguments.
struct FilterTerm {
    std::string sql;
    std::vector<Value> arguments = {};
};

/// Whether the field is filled, or empty.
FilterTerm filled_term(const FieldDef& field, bool filled);

/// What a filter needs to know to compare a field of any type.
struct FilterWorld {
    const Catalog& catalog;
    const Translate& translate;
};

/// The field compared with the value as typed. Throws UsageError where the text is no such value or
/// the comparison makes no sense for the field.
FilterTerm compare_term(
    const FieldDef& field, Compare compare, const std::string& text, const FilterWorld& world);

/// What holds where the term does not, also where it asks for something empty.
FilterTerm negated(FilterTerm term);

/// The term as one on the record of `other` that the reference leads to, if `seen` (a condition on
/// its table, alias t; empty: all) holds for that.
FilterTerm term_through(
    const FieldDef& reference, const EntityDef& other, const std::string& seen, FilterTerm term);

} // namespace model
