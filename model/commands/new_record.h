#pragma once

#include "model/rules/finding.h"
#include "model/store/record_store.h"

#include <vector>

namespace model {

/// What a person enters into a register has to hold, and what it begins with: data, by register, in
/// assets/codes/new_records.csv. It binds whoever enters or changes a record; what imports, syncs
/// and older versions brought stays as it is, and may be worked with.

/// A new record of the register as its form begins: the day it came in, was found or set is today.
Record new_record(const EntityDef& def, Date today);

/// What was entered over what such a record began with; a field that was emptied stays empty.
std::vector<FieldEdit> entered_over(const Record& begun, std::vector<FieldEdit> edits);

/// Whether a record of the register makes no sense without the field: required by its definition,
/// or needed here by itself (of several one of which is needed none is).
bool is_needed(const EntityDef& def, const FieldDef& field);

/// A refusal (rule "needed") at each needed field of the record that is empty. Of several one of
/// which is needed, at each of them.
Findings check_needed(const Record& record);

/// The same at those that were filled in before.
Findings check_emptied(const Record& before, const Record& after);

} // namespace model
