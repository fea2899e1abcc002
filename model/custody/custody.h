#pragma once

#include "model/sync/connect.h"

namespace model {

/// Syncs as sync_now does, deposits the key where the office lets it (escrow.h), and follows the
/// passphrases that were set elsewhere (access/credentials.h), which `news` tells. Where the
/// county orders that the file be purged, PurgeOrdered comes out as of any call to the county;
/// begin_purge() obeys.
SyncResult sync_in_custody(RecordStore& store, const DataKey& key, const Account& who = {},
    const OnProgress& progress = {});

} // namespace model
