#include "model/board/pairs.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace model {

namespace {

constexpr std::size_t node_bytes = 64; ///< of a set or a map, about

} // namespace

void FieldIndex::finish()
{
    base_.shrink_to_fit();
    order_.resize(base_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::ranges::sort(order_, {},
        [this](std::uint32_t at) { return std::pair(base_[at].key(), base_[at].record); });
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
    const auto found = std::ranges::lower_bound(base_, record, {}, &Entry::record);
    return found != base_.end() && found->record == record ? std::optional(found->key())
                                                           : std::nullopt;
}

std::size_t FieldIndex::begin_of(Key key) const
{
    const auto found = std::ranges::lower_bound(
        order_, key, {}, [this](std::uint32_t at) { return base_[at].key(); });
    return static_cast<std::size_t>(found - order_.begin());
}

std::vector<Rid> FieldIndex::of(Key key) const
{
    std::vector<Rid> records;
    for (auto at = begin_of(key); at != order_.size() && base_[order_[at]].key() == key; ++at)
        if (const auto record = base_[order_[at]].record; !changed_.contains(record))
            records.push_back(record);
    const auto before = static_cast<std::ptrdiff_t>(records.size());
    for (auto at = added_.lower_bound({key, 0}); at != added_.end() && at->first == key; ++at)
        records.push_back(at->second);
    std::inplace_merge(records.begin(), records.begin() + before, records.end());
    return records;
}

std::size_t FieldIndex::bytes() const
{
    return base_.capacity() * sizeof(Entry) + order_.capacity() * sizeof(order_[0])
        + (changed_.size() + added_.size()) * node_bytes;
}

void Dependents::finish()
{
    std::ranges::sort(base_);
    base_.erase(std::unique(base_.begin(), base_.end()), base_.end());
    base_.shrink_to_fit();
}

bool Dependents::is_in_base(const Entry& entry) const
{
    return std::ranges::binary_search(base_, entry);
}

void Dependents::add(Key key, Rid record)
{
    const Entry entry(key, record);
    if (is_in_base(entry))
        gone_.erase(entry);
    else
        added_.insert(entry);
}

void Dependents::drop(Key key, Rid record)
{
    const Entry entry(key, record);
    if (is_in_base(entry))
        gone_.insert(entry);
    else
        added_.erase(entry);
}

std::vector<Rid> Dependents::of(Key key) const
{
    const Entry first(key, 0);
    const Entry last(key, std::numeric_limits<Rid>::max());
    std::vector<Rid> records;
    for (auto at = std::ranges::lower_bound(base_, first); at != base_.end() && *at <= last; ++at)
        if (!gone_.contains(*at))
            records.push_back(at->record);
    for (auto at = added_.lower_bound(first); at != added_.end() && *at <= last; ++at)
        records.push_back(at->record);
    return records;
}

std::size_t Dependents::bytes() const
{
    return base_.capacity() * sizeof(Entry) + (added_.size() + gone_.size()) * node_bytes;
}

} // namespace model
