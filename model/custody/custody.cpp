#include "model/custody/custody.h"

#include "model/custody/escrow.h"
#include "model/custody/purge.h"
#include "model/sync/http_transport.h"

namespace model {

namespace {

/// A sync that went well is none the less so for it: the next one tries again.
void deposit(RecordStore& store, const DataKey& key, const Account& who)
try {
    if (!escrow_state(store, key).is_due())
        return;
    const auto membership = Replica(store).membership();
    HttpTransport transport(membership.address, membership.pin);
    deposit_if_due(store, transport, key, who);
} catch (const PurgeOrdered&) {
    throw;
} catch (const Error&) { // NOLINT(bugprone-empty-catch): see above
}

} // namespace

SyncResult sync_in_custody(RecordStore& store, Files& files, const DataKey& key,
    const OnProgress& progress, const Account& who)
try {
    auto result = sync_now(store, progress, who);
    deposit(store, key, who);
    return result;
} catch (const PurgeOrdered& order) {
    begin_purge(files, store, key, order);
    throw;
}

} // namespace model
