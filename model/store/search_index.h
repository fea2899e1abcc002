#pragma once

#include "model/store/record_store.h"

namespace model {

/// Takes the changes of at most `most` records into the search index, in one short transaction.
/// False once there are no more. Writes of records only note that they happened (Rows), which costs
/// imports and syncs next to nothing; whoever searches, or has nothing else to do, brings the index
/// up to date with this.
bool index_changes(RecordStore& store, int most = 500);

/// The same, and where there is more it lets others write for as long as it took itself: SQLite
/// does not queue writers, so one that begins again at once may keep the others out.
bool index_changes_and_pause(RecordStore& store);

} // namespace model
