#pragma once

#include "model/sync/link.h"

#include <string>
#include <vector>

namespace model {

/// What the file knows of its syncs, whoever did them and before this program was started. None of
/// it travels.

/// A record with entries that the county has not acknowledged.
struct WaitingRecord {
    const EntityDef* def = nullptr;
    Uuid id;
    std::string title;
    OpType step = OpType::set; ///< create and remove where it was added or deleted, else set
    Instant since = 0;         ///< the oldest of these entries
    std::vector<const FieldDef*> fields = {}; ///< what was changed; empty for a new record
};

/// Those records, by register and then the oldest first, at most `limit`. What was only put away or
/// is of a newer version is left out. Throws StoreError.
std::vector<WaitingRecord> waiting_records(RecordStore& store, std::int64_t limit);

/// How many records a register got.
struct Came {
    const EntityDef* def = nullptr;
    std::int64_t records = 0;
};

struct LastSync {
    Instant came_at = 0; ///< of the last sync that brought anything
    std::vector<Came> came;

    Instant failed_at = 0; ///< 0 where the last sync succeeded
    std::string failure;   ///< msgid of its sentence
    std::vector<std::string> failure_args;

    /// Milliseconds by which this machine's clock was before the county's.
    std::int64_t clock_off = 0;

    /// A comparison with a county that was restored from a backup is not at its end.
    bool is_comparing = false;
};

LastSync last_sync(RecordStore& store);

/// Keeps how a sync went; writes only where it differs from what is kept. Throw StoreError.
void note_sync(RecordStore& store, const SyncResult& result);
void note_failure(RecordStore& store, const Message& message);

} // namespace model
