#include "model/custody/custody.h"

#include "model/custody/purge.h"

namespace model {

SyncResult sync_in_custody(RecordStore& store, Files& files, const DataKey& key,
    const OnProgress& progress, const Account& who)
try {
    return sync_now(store, progress, who);
} catch (const PurgeOrdered& order) {
    begin_purge(files, store, key, order);
    throw;
}

} // namespace model
