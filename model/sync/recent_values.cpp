#include "model/sync/recent_values.h"

namespace model {

namespace {

/// What an entry takes besides its text, about.
constexpr std::size_t entry_bytes = 80;

} // namespace

std::size_t RecentValues::HashOfKey::operator()(const Key& key) const
{
    // Versions differ in their lowest bits, fields of one version in few numbers.
    return std::hash<std::int64_t>{}(key.version * 64 + key.fid);
}

std::optional<std::string> RecentValues::find(const Version& version, int fid) const
{
    const std::lock_guard lock(mutex_);
    const auto found = values_.find({version.packed(), fid});
    return found == values_.end() ? std::nullopt : std::optional(found->second);
}

void RecentValues::keep(const Version& version, int fid, const std::string& json)
{
    const auto bytes = json.size() + entry_bytes;
    if (bytes > most_bytes_)
        return;
    const std::lock_guard lock(mutex_);
    if (bytes_ + bytes > most_bytes_) {
        values_.clear();
        bytes_ = 0;
    }
    if (values_.try_emplace({version.packed(), fid}, json).second)
        bytes_ += bytes;
}

} // namespace model
