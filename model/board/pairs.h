#pragma once

#include "model/board/layered.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace model {

/// A record by its number in this file (rid), of which there are never four thousand million.
using Rid = std::uint32_t;

/// What a record can be found by, as a hash: a register, one of its fields and a value of it. Two
/// different things have one hash once in ages; whoever must not err looks at the record.
using Key = std::uint64_t;

/// The records of a file by what one of their fields holds: flat tables that are read once, with
/// what changed since beside them, so that a change costs the same however many records there are.
class FieldIndex {
public:
    /// While it is filled: in the order of the records.
    void add(Rid record, Key key) { base_.push_back({record, key}); }
    void finish();

    /// The record holds something else, or nothing, from now on.
    void set(Rid record, std::optional<Key> key);

    std::optional<Key> key_of(Rid record) const;

    /// The records of that key, in their order.
    std::vector<Rid> of(Key key) const;

    /// The first of them that `wanted` accepts.
    template <class Wanted>
    std::optional<Rid> first(Key key, Wanted wanted) const
    {
        std::optional<Rid> found;
        for (auto at = begin_of(key); at != base_.size() && base_[at].key() == key; ++at)
            if (const auto record = base_[at].record; !has_changed(record) && wanted(record)) {
                found = record;
                break;
            }
        for (auto at = added_.lower_bound({key, 0}); at != added_.end() && at->first == key; ++at)
            if (wanted(at->second))
                return found ? std::min(*found, at->second) : at->second;
        return found;
    }

    std::size_t size() const { return base_.size(); }
    std::size_t bytes() const;

private:
    /// Twelve bytes instead of sixteen.
    struct Entry {
        Entry(Rid of, Key key)
            : record(of)
            , high(static_cast<std::uint32_t>(key >> 32U))
            , low(static_cast<std::uint32_t>(key))
        {
        }
        Key key() const { return static_cast<Key>(high) << 32U | low; }

        Rid record;
        std::uint32_t high;
        std::uint32_t low;
    };

    std::size_t begin_of(Key key) const;
    bool has_changed(Rid record) const { return !changed_.empty() && changed_.contains(record); }

    std::vector<Entry> base_;            ///< by key, and of one key by record
    std::vector<std::uint32_t> buckets_; ///< where keys with these first bits begin in base_
    unsigned shift_ = 63;                ///< off a key, to its bucket
    std::vector<std::uint32_t> order_;   ///< places in base_, by record
    std::unordered_map<Rid, std::optional<Key>> changed_;
    std::set<std::pair<Key, Rid>> added_; ///< the keys in changed_
};

/// What records hold in one of their fields, as a number: equal where the values are, and of days
/// the later one is the larger.
class FieldColumn {
public:
    using Number = std::int64_t;

    /// While it is filled: in the order of the records.
    void add(Rid record, Number number) { base_.emplace_back(record, number); }
    void finish() { base_.shrink_to_fit(); }

    /// The record holds something else, or nothing, from now on.
    void set(Rid record, std::optional<Number> number) { changed_[record] = number; }

    std::optional<Number> of(Rid record) const;

    std::size_t bytes() const;

private:
    std::vector<std::pair<Rid, Number>> base_; ///< by record
    std::unordered_map<Rid, std::optional<Number>> changed_;
};

/// Which records looked at a key when they were judged. One that looks no more may still be told
/// until it is judged again because of it.
class Dependents {
public:
    /// While all are judged.
    void collect(Key key, Rid record) { entries_.collect({key, record}); }
    void finish() { entries_.finish(); }

    void add(Key key, Rid record) { entries_.add({key, record}); }
    void drop(Key key, Rid record) { entries_.drop({key, record}); }

    std::vector<Rid> of(Key key) const;

    std::size_t bytes() const { return entries_.bytes(); }

private:
    /// Twelve bytes, as above.
    struct Entry {
        Entry(Key key, Rid of)
            : high(static_cast<std::uint32_t>(key >> 32U))
            , low(static_cast<std::uint32_t>(key))
            , record(of)
        {
        }
        bool is_of(const Entry& other) const { return high == other.high && low == other.low; }
        auto operator<=>(const Entry&) const = default;

        std::uint32_t high;
        std::uint32_t low;
        Rid record;
    };

    Layered<Entry> entries_;
};

} // namespace model
