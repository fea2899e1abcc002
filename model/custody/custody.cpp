#include "model/custody/custody.h"

#include "model/access/credentials.h"
#include "model/custody/escrow.h"
#include "model/sync/http_transport.h"
#include "model/sync/purge_order.h"

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

SyncResult sync_in_custody(
    RecordStore& store, const DataKey& key, const Account& who, const OnProgress& progress)
{
    auto result = sync_now(store, progress, who);
    deposit(store, key, who);
    if (result.complete)
        take_accounts_as_told(store);
    SystemFiles files;
    result.news = follow_in_file(store, files, key, who);
    return result;
}

} // namespace model
