#include "model/sync/connect.h"

#include "model/sync/http_transport.h"
#include "model/sync/sync_report.h"

namespace model {

namespace {

/// What cannot be noted, as in a file that another window is writing to, changes nothing of how the
/// sync went.
template <class Work>
void note(Work work)
{
    try {
        work();
    } catch (const std::exception&) { // the next sync notes how it went
    }
}

} // namespace

std::string enrol_with(RecordStore& store, const JoinFile& join, bool is_sure)
{
    HttpTransport transport(join.server, join.pin);
    const auto address = ServerAddress::parse(join.server).text();
    try {
        if (!is_sure)
            if (const auto doubt = doubt_of_joining(store, transport, join))
                throw JoiningDoubt(*doubt);
        return enrol(store, transport, address, join.pin, join.code, is_sure);
    } catch (const OtherServerError&) { // which speaks of a file that has joined
        throw OtherServerError(
            {msgid("The key of the server at {1} is not that of the joining file or of --pin: "
                   "compare the address and the pin with what the county gave out, or ask it for "
                   "a new joining file"),
                {address}});
    }
}

SyncResult sync_and_note(RecordStore& store, Transport& transport, const OnProgress& progress)
{
    SyncResult result;
    try {
        result = Link(store, transport).sync(progress);
    } catch (const Error& error) {
        note([&] { note_failure(store, error.message()); });
        throw;
    } catch (const std::exception& error) {
        note([&] {
            note_failure(
                store, {msgid("The sync stopped at an error of the program: {1}"), {error.what()}});
        });
        throw;
    }
    note([&] { note_sync(store, result); });
    return result;
}

SyncResult sync_now(RecordStore& store, const OnProgress& progress)
{
    Replica replica(store);
    if (!replica.is_enrolled())
        throw Error({msgid("This file has not joined a county yet")});
    const auto membership = replica.membership();
    HttpTransport transport(membership.address, membership.pin);
    return sync_and_note(store, transport, progress);
}

} // namespace model
