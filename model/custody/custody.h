#pragma once

#include "model/base/files.h"
#include "model/sync/connect.h"

namespace model {

/// Syncs as sync_now does, deposits the key where the office lets it (escrow.h), and obeys what the county orders of the file besides: where it is to be
/// purged, that has begun when PurgeOrdered comes out; the caller closes the file and calls
/// finish_purge().
SyncResult sync_in_custody(RecordStore& store, Files& files, const DataKey& key,
    const OnProgress& progress = {}, const Account& who = {});

} // namespace model
