#pragma once

#include "model/sync/replica.h"
#include "model/sync/transport.h"

#include <functional>
#include <map>

namespace model {

/// What a sync did, in the numbers that `hallctl sync` prints.
struct SyncResult {
    std::int64_t pushed = 0;    ///< edits the county took or answered
    std::int64_t pulled = 0;    ///< records that came
    std::int64_t conflicts = 0; ///< new ones that wait for a decision
    std::int64_t refused = 0;   ///< edits the county did not take; they wait in the inbox
    std::int64_t unsent = 0;    ///< edits still here
    std::int64_t repaired = 0;  ///< records that differed though nothing was to be sent
    std::int64_t returned = 0;  ///< records the county had lost and hears of again
    std::string copy;           ///< of this file, kept aside because the county was restored
    std::map<int, std::int64_t> came = {}; ///< what was pulled, by the wire id of its entity
    std::int64_t clock_off = 0; ///< milliseconds this machine's clock is before the county's
    bool complete = false;      ///< it ran to its end: everything the county has is here
};

/// How far a sync is. Returning false stops it after the step under way; nothing is lost by that.
struct SyncProgress {
    const char* step = ""; ///< msgid
    std::int64_t done = 0;
    std::int64_t all = 0; ///< 0 while unknown
};
using OnProgress = std::function<bool(const SyncProgress&)>;

/// Speaks with the county server for one file. What is answered is kept step by step, so that a cut
/// costs at most the step under way. Throws SyncError with the user's sentence.
class Link {
public:
    Link(RecordStore& store, Transport& transport, const MessageSizes& sizes = {});

    SyncResult sync(const OnProgress& progress = {});

    /// What a sync would send, without speaking to anyone.
    SyncResult dry_run();

private:
    boost::json::object call(const std::string& path, const std::string& body);
    HelloReply say_hello(SyncResult& result);
    void tell(const char* step, std::int64_t done, std::int64_t all);
    /// Tells whether the county has heard of everything it lost.
    bool compare(SyncResult& result);
    /// Tells whether anything was sent, were it ops that say nothing.
    bool push_all(SyncResult& result);
    void repair(SyncResult& result);

    RecordStore& store_;
    Replica replica_;
    Transport& transport_;
    Replica::Membership membership_;
    OnProgress progress_;
    std::int64_t offset_ = 0; ///< server's clock minus ours
    bool go_on_ = true;
};

/// Throws the problem document of an answer as a SyncError; the Problem nested in it has the code.
[[noreturn]] void throw_problem(const HttpResponse& response);

} // namespace model
