#include "model/sync/recent_states.h"

#include <algorithm>

namespace model {

namespace {

/// What an entry takes besides its texts, about.
constexpr std::size_t entry_bytes = 160;

std::size_t bytes_of(const ToldState& state)
{
    auto bytes = entry_bytes + state.json.size();
    for (const auto& [version, maker] : state.versions)
        bytes += sizeof version + sizeof maker + maker.document.size();
    return bytes;
}

} // namespace

bool ToldState::is_for(std::uint32_t device, std::uint32_t incarnation, std::int64_t since) const
{
    return from <= since && since < until && std::ranges::none_of(versions, [&](auto& each) {
        return each.first.device == device && each.first.incarnation == incarnation;
    });
}

std::size_t RecentStates::HashOfChange::operator()(const Change& change) const
{
    // Numbers of changes follow each other, and few records share one.
    return std::hash<std::int64_t>{}(change.gseq * 31 + change.rid);
}

std::shared_ptr<const ToldState> RecentStates::find(std::int64_t rid, std::int64_t gseq) const
{
    const std::lock_guard lock(mutex_);
    const auto found = states_.find({rid, gseq});
    return found == states_.end() ? nullptr : found->second;
}

void RecentStates::keep(std::int64_t rid, std::int64_t gseq, ToldState state)
{
    const auto bytes = bytes_of(state);
    if (bytes > most_bytes_)
        return;
    auto kept = std::make_shared<const ToldState>(std::move(state));
    const std::lock_guard lock(mutex_);
    if (bytes_ + bytes > most_bytes_)
        drop_all();
    auto& entry = states_[{rid, gseq}];
    if (entry)
        bytes_ -= bytes_of(*entry);
    entry = std::move(kept);
    bytes_ += bytes;
}

void RecentStates::forget()
{
    const std::lock_guard lock(mutex_);
    drop_all();
}

void RecentStates::drop_all()
{
    states_.clear();
    bytes_ = 0;
}

} // namespace model
