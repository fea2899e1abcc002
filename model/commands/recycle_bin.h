#pragma once

#include "model/store/record_store.h"

#include <string>
#include <vector>

namespace model {

/// A record in the recycle bin, and who put it there.
struct DeletedRecord {
    const EntityDef* def = nullptr;
    Uuid id;
    std::string title;
    Instant at = 0; ///< by the clock of who deleted it; 0 where nobody knows
    std::string user;
    std::string device; ///< name of another office's device; empty for this file's own
};

/// How many records lie there.
std::int64_t count_deleted(RecordStore& store);

/// Everything in the recycle bin, of all registers, what was deleted last first. Editor::restore()
/// brings records back. Throws StoreError where the file fails.
std::vector<DeletedRecord> recycle_bin(RecordStore& store);

} // namespace model
