#pragma once

#include "model/store/record_store.h"

namespace model {

/// Drops what this file keeps of the values that the personal fields of a minimised record held
/// (schema/minimising.h), where they are empty now: in history, in edits that were not sent yet, in
/// the inbox and in drafts. A value that was entered without knowing of it and now waits beside the
/// emptied field stays, for somebody has to decide. Of history the hashes are kept, so that the
/// audit log can still be proved; Audit::note_forgotten tells of them. Nothing is done for any
/// other record. Inside the caller's transaction; clear_residue() afterwards. `gseq` is the
/// county's number of changes, which grows with the inbox items that devices have to hear of; none
/// on a device.
void forget_values(RecordStore& store, const Meta& meta, std::int64_t* gseq = nullptr);

/// Whether an edit of the record's personal fields is under way to the county, which must hear it
/// as it was sent.
bool is_personal_edit_under_way(Rows& rows, const Meta& meta);

/// After forget_values(): also takes what was dropped out of the search index, the log beside the
/// file and, once in the life of a file that an older version wrote, its free pages. Does nothing
/// where nothing was dropped. What others who read the file just now are in the way of is done by
/// the next call. Outside of any transaction.
void clear_residue(RecordStore& store);

} // namespace model
