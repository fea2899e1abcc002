#pragma once

#include "model/store/contents.h"
#include "model/sync/link.h"

#include <functional>
#include <optional>

namespace model {

/// A device's side of contents of attachments: what the county lacks goes there, what is missing
/// here comes, piece by piece, each kept when it has come. A cut costs the piece under way, and the
/// next sync goes on there.
class ContentExchange {
public:
    ContentExchange(RecordStore& store, Calls& calls)
        : store_(store)
        , contents_(store)
        , calls_(calls)
    {
    }

    /// How many bytes of how many; returning false stops after the piece under way.
    std::function<bool(const char* step, std::int64_t done, std::int64_t all)> on_progress;

    /// Looks at some of what is here for damage, which is fetched anew where the county has it;
    /// sends, fetches, and drops what no attachment names any more. A line that breaks, a server in
    /// trouble and one that knows no contents end it; what was exchanged stays, and news are told
    /// in the result. Throws StoreError, and PurgeOrdered.
    void run(SyncResult& result);

private:
    /// What the county says of contents: bytes it has of each that it takes, and sizes of those it
    /// gives.
    struct Compared {
        std::vector<ContentName> taken;
        std::vector<ContentName> given;
    };
    /// Nothing where the server knows no contents.
    std::optional<Compared> compare(
        const std::vector<ContentName>& have, const std::vector<ContentName>& want);
    enum class Went { well, badly, stopped };

    void look_at_some(SyncResult& result);

    /// Tells whether it went on and there may be more.
    bool exchange(SyncResult& result);
    Went send(const ContentName& name, std::int64_t at);
    Went fetch(const ContentName& name);
    Went past_damage(const std::function<Went()>& work, SyncResult& result);
    static void tell_unreadable(SyncResult& result);
    bool tell(const char* step, std::int64_t bytes);

    RecordStore& store_;
    Contents contents_;
    Calls& calls_;
    ContentName offered_; ///< up to which the county was asked in this sync
    ContentName wanted_;
    int failed_ = 0;        ///< contents in a row that could not be read or written here
    std::int64_t done_ = 0; ///< bytes of `all_`, for the progress
    std::int64_t all_ = 0;
};

} // namespace model
