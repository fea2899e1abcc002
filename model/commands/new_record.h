#pragma once

#include "model/rules/finding.h"
#include "model/store/record_store.h"

#include <string>
#include <vector>

namespace model {

/// What a record has to hold, and what a new one begins with: data, by register, in
/// assets/codes/needs.csv. Two ways lead into a register, and a need binds one of them or both:
///
/// - `hand`: whoever enters or changes a record is asked for what makes it worth having, for he has
///   the matter before him. What came otherwise stays as it is, and may be worked with.
/// - `sheet`: a row of a sheet that lacks it is no record. Lists of other programs and old paper
///   registers leave out much of what a form asks for, so that they are held to less; only links
///   between two records are held to more, for a form begins them beside one of the two, and the
///   rules speak of them there.
///
/// Syncs and older versions bring what they have.
enum class EntryWay { hand, sheet };

/// Fields of which a record has at least one: alone, or one in the place of another, such as the
/// item of a case or the matter in words.
using Need = std::vector<const FieldDef*>;

/// What the table asks of the register's records that come that way. Of sheets, the register's
/// required fields stand before it, for a sheet must have columns for them; those an office added
/// are for its records alone.
const std::vector<Need>& needs_of(const EntityDef& def, EntryWay way);

/// Whether the field is a need of its own there, or required by its definition.
bool is_needed(const EntityDef& def, const FieldDef& field, EntryWay way = EntryWay::hand);

/// The text that takes the place of the reference where a sheet may bring either; or nullptr.
const FieldDef* words_instead(const EntityDef& def, const FieldDef& reference);

/// The labels of a need, for a sentence.
std::string labels_of(const Need& need, const Translate& translate);

/// A new record of the register as its form begins: the day it came in, was found or set is today.
Record new_record(const EntityDef& def, Date today);

/// What was entered over what such a record began with; a field that was emptied stays empty.
std::vector<FieldEdit> entered_over(const Record& begun, std::vector<FieldEdit> edits);

/// A refusal (rule "needed") at each field of the record that entering by hand needs and that is
/// empty. Of several one of which is needed, at each of them.
Findings check_needed(const Record& record);

/// The same at those that were filled in before.
Findings check_emptied(const Record& before, const Record& after);

} // namespace model
