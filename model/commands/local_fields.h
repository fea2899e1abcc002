#pragma once

#include "model/rules/finding.h"
#include "model/store/record_store.h"

#include <vector>

namespace model {

/// Writes into a new definition of an extra field whose it is, where that is left open: this
/// office's. Leaves records of other registers as they are.
void fill_in_owner(RecordStore& store, Record& record);

/// Whether the definition of that identity would have the same wire id as another one of its
/// register: then it takes another identity.
bool is_number_taken(RecordStore& store, const Record& definition);

/// What speaks against changing a definition so: it keeps its register and its kind, for values
/// that lie elsewhere would mean nothing any more. Nothing for records of other registers.
Findings check_extra_field_change(const Record& before, const Record& after);

/// Those of the edits whose fields the register still has, as the file is now: an office may end a
/// field of its own while somebody types into it.
std::vector<FieldEdit> edits_in_use(
    RecordStore& store, const EntityDef& def, std::vector<FieldEdit> edits);

} // namespace model
