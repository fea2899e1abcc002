#pragma once

#include "model/base/message.h"
#include "model/schema/entity.h"

#include <vector>

namespace model {

/// Fields of which a record that is taken from a sheet has at least one: alone, or one in the place
/// of another, such as the item of a case or the matter in words.
using Need = std::vector<const FieldDef*>;

/// What no record of the register can do without: its required fields, then what a line in an
/// office's paper register never lacks (assets/codes/needed_fields.csv). A row of a sheet that
/// meets a need by none of its fields makes no record.
const std::vector<Need>& needs_of(const EntityDef& def);

/// Whether the field is a need of its own, so that a sheet must fill it.
bool is_needed_in_sheets(const EntityDef& def, const FieldDef& field);

/// The text that takes the place of the reference where a need may be met by either; or nullptr.
const FieldDef* words_instead(const EntityDef& def, const FieldDef& reference);

/// The labels of a need, for a sentence.
std::string labels_of(const Need& need, const Translate& translate);

} // namespace model
