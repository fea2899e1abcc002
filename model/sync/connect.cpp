#include "model/sync/connect.h"

#include "model/sync/http_transport.h"
#include "model/sync/sync_report.h"

namespace model {

std::string enrol_with(RecordStore& store, const JoinFile& join, bool is_sure)
{
    HttpTransport transport(join.server, join.pin);
    if (!is_sure)
        if (const auto doubt = doubt_of_joining(store, transport, join))
            throw JoiningDoubt(*doubt);
    return enrol(
        store, transport, ServerAddress::parse(join.server).text(), join.pin, join.code, is_sure);
}

SyncResult sync_now(RecordStore& store, const OnProgress& progress)
{
    Replica replica(store);
    if (!replica.is_enrolled())
        throw UsageError({msgid("This file has not joined a county yet")});
    const auto membership = replica.membership();
    HttpTransport transport(membership.address, membership.pin);
    try {
        auto result = Link(store, transport).sync(progress);
        note_sync(store, result);
        return result;
    } catch (const Error& error) {
        note_failure(store, error.message());
        throw;
    }
}

} // namespace model
