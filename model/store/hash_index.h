#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace model {

/// Numbers by the hashes of what they stand for: a multimap in two flat tables, for an import puts
/// in and asks for a few with every row. Different things may have one hash; who asks tells them
/// apart.
class HashIndex {
public:
    void add(std::uint64_t hash, std::uint32_t number)
    {
        if (entries_.size() >= buckets_.size())
            grow();
        entries_.push_back({hash, number, none});
        link(static_cast<std::uint32_t>(entries_.size() - 1));
    }

    /// The first of that hash, newest first, that `wanted` accepts.
    template <class Wanted>
    std::optional<std::uint32_t> find(std::uint64_t hash, Wanted wanted) const
    {
        if (buckets_.empty())
            return std::nullopt;
        for (auto at = buckets_[bucket(hash)]; at != none; at = entries_[at].next)
            if (entries_[at].hash == hash && wanted(entries_[at].number))
                return entries_[at].number;
        return std::nullopt;
    }

private:
    static constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::size_t fewest_buckets = 64;

    struct Entry {
        std::uint64_t hash;
        std::uint32_t number;
        std::uint32_t next; ///< in the same bucket
    };

    std::size_t bucket(std::uint64_t hash) const { return hash * 0x9E37'79B9'7F4A'7C15U >> shift_; }

    void link(std::uint32_t entry)
    {
        auto& newest = buckets_[bucket(entries_[entry].hash)];
        entries_[entry].next = newest;
        newest = entry;
    }

    void grow()
    {
        const auto size = buckets_.empty() ? fewest_buckets : buckets_.size() * 2;
        buckets_.assign(size, none);
        shift_ = 64 - std::countr_zero(size);
        for (std::uint32_t entry = 0; entry < entries_.size(); ++entry)
            link(entry);
    }

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> buckets_; ///< a power of two
    int shift_ = 64;
};

} // namespace model
