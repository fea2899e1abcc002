#pragma once

#include "model/store/version.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace model {

/// Values of changed fields as pages tell them, kept for the next device that asks: what one device
/// pushed, all others pull. A version names the value of its field for ever, so nothing here grows
/// old; but only what is committed may be kept. Any thread may ask.
class RecentValues {
public:
    explicit RecentValues(std::size_t most_bytes = 8U << 20) : most_bytes_(most_bytes) {}

    /// The value as JSON, an empty text for an empty value; nothing if it is not kept.
    std::optional<std::string> find(const Version& version, int fid) const;

    /// Keeps it unless it is larger than all the room; forgets all others when they are too many.
    void keep(const Version& version, int fid, const std::string& json);

private:
    struct Key {
        std::int64_t version = 0;
        int fid = 0;

        bool operator==(const Key&) const = default;
    };
    struct HashOfKey {
        std::size_t operator()(const Key& key) const;
    };

    std::size_t most_bytes_;
    mutable std::mutex mutex_;
    std::size_t bytes_ = 0;
    std::unordered_map<Key, std::string, HashOfKey> values_;
};

} // namespace model
