#include "model/board/pairs.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

namespace model {

namespace {

constexpr std::size_t node_bytes = 64; ///< of a set or a map, about
constexpr std::size_t bucket_size = 8; ///< entries, about

} // namespace

/// Keys are hashes and spread evenly: by their first bits they fall into buckets of some entries
/// each, so that neither sorting them nor finding one grows with their number as a search does.
void FieldIndex::finish()
{
    const auto count = base_.size();
    const auto bits = std::max(1, static_cast<int>(std::bit_width(count / bucket_size)));
    shift_ = static_cast<unsigned>(std::numeric_limits<Key>::digits - bits);
    buckets_.assign((std::size_t{1} << static_cast<unsigned>(bits)) + 1, 0);
    for (const auto& entry : base_)
        ++buckets_[(entry.key() >> shift_) + 1];
    std::partial_sum(buckets_.begin(), buckets_.end(), buckets_.begin());

    std::vector<Entry> sorted(count, Entry(0, 0));
    auto next = buckets_;
    for (const auto& entry : base_)
        sorted[next[entry.key() >> shift_]++] = entry;
    base_ = std::move(sorted);
    const auto in_bucket = [](const Entry& entry) { return std::pair(entry.key(), entry.record); };
    for (std::size_t i = 0; i + 1 < buckets_.size(); ++i)
        std::ranges::sort(
            base_.begin() + buckets_[i], base_.begin() + buckets_[i + 1], {}, in_bucket);

    order_.resize(count);
    std::iota(order_.begin(), order_.end(), 0U);
    std::ranges::sort(order_, {}, [this](std::uint32_t at) { return base_[at].record; });
}

void FieldIndex::set(Rid record, std::optional<Key> key)
{
    if (const auto before = changed_.find(record); before != changed_.end() && before->second)
        added_.erase({*before->second, record});
    changed_[record] = key;
    if (key)
        added_.emplace(*key, record);
}

std::optional<Key> FieldIndex::key_of(Rid record) const
{
    if (const auto changed = changed_.find(record); changed != changed_.end())
        return changed->second;
    const auto found = std::ranges::lower_bound(
        order_, record, {}, [this](std::uint32_t at) { return base_[at].record; });
    return found != order_.end() && base_[*found].record == record
        ? std::optional(base_[*found].key())
        : std::nullopt;
}

std::size_t FieldIndex::begin_of(Key key) const
{
    if (base_.empty())
        return 0;
    auto at = static_cast<std::size_t>(buckets_[key >> shift_]);
    while (at != base_.size() && base_[at].key() < key)
        ++at;
    return at;
}

std::vector<Rid> FieldIndex::of(Key key) const
{
    std::vector<Rid> records;
    for (auto at = begin_of(key); at != base_.size() && base_[at].key() == key; ++at)
        if (const auto record = base_[at].record; !has_changed(record))
            records.push_back(record);
    const auto before = static_cast<std::ptrdiff_t>(records.size());
    for (auto at = added_.lower_bound({key, 0}); at != added_.end() && at->first == key; ++at)
        records.push_back(at->second);
    std::inplace_merge(records.begin(), records.begin() + before, records.end());
    return records;
}

std::size_t FieldIndex::bytes() const
{
    return base_.capacity() * sizeof(Entry)
        + (order_.capacity() + buckets_.capacity()) * sizeof(order_[0])
        + (changed_.size() + added_.size()) * node_bytes;
}

std::optional<FieldColumn::Number> FieldColumn::of(Rid record) const
{
    if (!changed_.empty())
        if (const auto changed = changed_.find(record); changed != changed_.end())
            return changed->second;
    if (base_.empty() || record < base_.front().first)
        return std::nullopt;
    // Most registers were filled in one go: record by record.
    const auto guess = record - base_.front().first;
    if (guess < base_.size() && base_[guess].first == record)
        return base_[guess].second;
    const auto found = std::ranges::lower_bound(base_, record, {}, &std::pair<Rid, Number>::first);
    return found != base_.end() && found->first == record ? std::optional(found->second)
                                                          : std::nullopt;
}

std::size_t FieldColumn::bytes() const
{
    return base_.capacity() * sizeof(base_[0]) + changed_.size() * node_bytes;
}

std::vector<Rid> Dependents::of(Key key) const
{
    const Entry first(key, 0);
    std::vector<Rid> records;
    entries_.each_from(first, [&](const Entry& entry) {
        if (entry.is_of(first))
            records.push_back(entry.record);
        return entry.is_of(first);
    });
    return records;
}

} // namespace model
