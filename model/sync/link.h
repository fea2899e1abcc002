#pragma once

#include "model/sync/calls.h"

#include <functional>
#include <map>
#include <optional>

namespace model {

/// What a sync did, in the numbers that `hallctl sync` prints.
struct SyncResult {
    std::int64_t pushed = 0;    ///< edits the county took or answered, of registers people see
    std::int64_t pulled = 0;    ///< records that came, of the same
    std::int64_t conflicts = 0; ///< new ones that wait for a decision
    std::int64_t refused = 0;   ///< edits the county did not take; they wait in the inbox
    std::int64_t unsent = 0;    ///< edits still here, all of them
    std::int64_t repaired = 0;  ///< records that differed though nothing was to be sent
    std::int64_t returned = 0;  ///< records the county had lost and hears of again
    std::string copy;           ///< of this file, kept aside because the county was restored
    std::map<int, std::int64_t> came = {}; ///< what was pulled, by the wire id of its entity
    std::int64_t contents_sent = 0;        ///< of attachments, that the county has since
    std::int64_t contents_fetched = 0;     ///< of the same, that are here since
    std::int64_t contents_to_send = 0;     ///< that still wait to be sent
    std::int64_t contents_to_fetch = 0;    ///< that are not here yet
    std::int64_t clock_off = 0;     ///< milliseconds this machine's clock is before the county's
    bool complete = false;          ///< it ran to its end: everything the county has is here
    std::vector<Message> news = {}; ///< what came of it besides, to be told to whoever is there
};

/// What a sync did with contents of attachments, and how many still wait; nothing where there is
/// nothing to say.
std::optional<Message> words_of_contents(const SyncResult& result);

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
    HelloReply say_hello(SyncResult& result);
    void tell(const char* step, std::int64_t done, std::int64_t all);
    /// Tells whether the county has heard of everything it lost.
    bool compare(SyncResult& result);
    /// Tells whether anything was sent, were it ops that say nothing.
    bool push_all(SyncResult& result);
    void repair(SyncResult& result);

    /// After the records, so that no photo holds them up: what breaks here fails no sync.
    void exchange_contents(SyncResult& result);

    RecordStore& store_;
    Replica replica_;
    Transport& transport_;
    std::optional<Calls> calls_; ///< of the sync under way
    OnProgress progress_;
    bool go_on_ = true;
};

} // namespace model
