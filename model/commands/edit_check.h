#pragma once

#include "model/rules/finding.h"
#include "model/store/record_store.h"

#include <span>

namespace model {

/// The fields in which a record is other than it was, with what they hold now.
std::vector<FieldEdit> differences(const Record& before, const Record& after);

/// Whether one of them refuses.
bool refuses(const Findings& findings);

/// What the rules say of a record with a change in it. A refusal that the record had before, in a
/// field that the change leaves alone, only warns.
Findings check_edit(const Record& before, const Record& after, std::span<const FieldEdit> edits,
    Lookup& lookup, Date today);

} // namespace model
