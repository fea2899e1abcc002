#include "model/sync/connect.h"

#include "model/store/audit.h"
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

/// What found nothing to say is no matter for the log: there are some hundred of these a day.
void note_in_log(RecordStore& store, const SyncResult& result, const Account& who)
{
    if (result.pushed + result.pulled + result.conflicts + result.refused + result.repaired == 0)
        return;
    Audit(store).note({.what = audited::sync,
        .who = who,
        .detail = {
            msgid("Sent {1}, received {2}; new conflicts {3}, refused {4}; still to send {5}"),
            {std::to_string(result.pushed), std::to_string(result.pulled),
                std::to_string(result.conflicts), std::to_string(result.refused),
                std::to_string(result.unsent)}}});
}

} // namespace

std::string enrol_with(RecordStore& store, const JoinFile& join, bool is_sure, const Account& who)
{
    HttpTransport transport(join.server, join.pin);
    const auto address = ServerAddress::parse(join.server).text();
    try {
        if (!is_sure)
            if (const auto doubt = doubt_of_joining(store, transport, join))
                throw JoiningDoubt(*doubt);
        auto copy = enrol(store, transport, address, join.pin, join.code, is_sure, who);
        const auto self = store.self();
        Audit(store).note({.what = audited::enrol,
            .who = who,
            .detail = {msgid("Joined at {1} as device {2}, for {3}"),
                {address, std::to_string(self.device), self.region}}});
        return copy;
    } catch (const OtherServerError&) { // which speaks of a file that has joined
        throw OtherServerError(
            {msgid("The key of the server at {1} is not that of the joining file or of --pin: "
                   "compare the address and the pin with what the county gave out, or ask it for "
                   "a new joining file"),
                {address}});
    }
}

SyncResult sync_and_note(
    RecordStore& store, Transport& transport, const OnProgress& progress, const Account& who)
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
    note([&] { note_in_log(store, result, who); });
    return result;
}

SyncResult sync_now(RecordStore& store, const OnProgress& progress, const Account& who)
{
    Replica replica(store);
    if (!replica.is_enrolled())
        throw Error(not_joined_message());
    const auto membership = replica.membership();
    HttpTransport transport(membership.address, membership.pin);
    return sync_and_note(store, transport, progress, who);
}

} // namespace model
