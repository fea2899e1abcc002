#pragma once

#include "model/base/clock.h"
#include "model/store/meta.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace model {

/// Who made a version, and when, as pages tell it.
struct Maker {
    bool known = false; ///< whether the county's file knows it at all
    Instant at = 0;
    std::int64_t account = 0; ///< its number in the county's file
    std::string document;     ///< of a 代录; often empty
    Version first;            ///< as which it was said before a county forgot it, mostly itself
};

/// What a page tells of one change of a record to a device that made none of it.
struct ToldState {
    std::string json;
    Scope scope = county_wide; ///< where the record stands, which says who sees it
    Uuid home;
    std::vector<std::pair<Version, Maker>> versions; ///< those named in it
    std::int64_t from = 0;  ///< the least number since which a device may know the county …
    std::int64_t until = 0; ///< … and the one before which, for this to be what it lacks

    /// Whether it is what a device lacks that has heard all up to number `since`.
    bool is_for(std::uint32_t device, std::uint32_t incarnation, std::int64_t since) const;
};

/// Changes as pages tell them, kept for the next device that asks: what one device pushed, all
/// others pull. Every change of a record has a number of its own, so nothing here grows old as long
/// as the county's file is not replaced; but only what is committed may be kept. Any thread may
/// ask.
class RecentStates {
public:
    explicit RecentStates(std::size_t most_bytes = 8U << 20) : most_bytes_(most_bytes) {}

    /// What is told of the record `rid` since its change number `gseq`; null if it is not kept.
    std::shared_ptr<const ToldState> find(std::int64_t rid, std::int64_t gseq) const;

    /// Keeps it unless it is larger than all the room; forgets all others when they are too many.
    void keep(std::int64_t rid, std::int64_t gseq, ToldState state);

    /// For when the county's file is replaced by another state of it while this lives on, which no
    /// server does: it starts again.
    void forget();

private:
    struct Change {
        std::int64_t rid = 0;
        std::int64_t gseq = 0;

        bool operator==(const Change&) const = default;
    };
    struct HashOfChange {
        std::size_t operator()(const Change& change) const;
    };

    void drop_all();

    std::size_t most_bytes_;
    mutable std::mutex mutex_;
    std::size_t bytes_ = 0;
    std::unordered_map<Change, std::shared_ptr<const ToldState>, HashOfChange> states_;
};

} // namespace model
