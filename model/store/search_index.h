#pragma once

#include "model/store/record_store.h"

namespace model {

/// Takes the changes of at most `most` records into the search index, in one short transaction.
/// False once there are no more. Writes of records only note that they happened (Rows), which costs
/// imports and syncs next to nothing; whoever searches, or has nothing else to do, brings the index
/// up to date with this.
bool index_changes(RecordStore& store, int most = 1000);

} // namespace model
