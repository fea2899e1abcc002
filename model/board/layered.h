#pragma once

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace model {

/// Entries in their order, each once: those that were there when it was filled lie flat, what
/// changed since beside them. So a hundred thousand cost what they hold and no more, and a change
/// costs the same however many there are.
template <class Entry>
class Layered {
public:
    void reserve(std::size_t entries) { base_.reserve(entries); }

    /// While it is filled, in any order.
    void collect(Entry entry) { base_.push_back(entry); }

    /// It is filled; only what follows may be used from now on.
    void finish()
    {
        std::ranges::sort(base_);
        base_.erase(std::unique(base_.begin(), base_.end()), base_.end());
        base_.shrink_to_fit();
    }

    void add(const Entry& entry)
    {
        if (is_in_base(entry))
            gone_.erase(entry);
        else
            added_.insert(entry);
    }

    void drop(const Entry& entry)
    {
        if (is_in_base(entry))
            gone_.insert(entry);
        else
            added_.erase(entry);
    }

    /// Visits in their order those that are not before `first`, until `visit` says false.
    template <class Visit>
    void each_from(const Entry& first, Visit visit) const
    {
        auto here = std::ranges::lower_bound(base_, first);
        auto there = added_.lower_bound(first);
        while (here != base_.end() || there != added_.end()) {
            const bool is_added = here == base_.end() || (there != added_.end() && *there < *here);
            const Entry& entry = is_added ? *there++ : *here++;
            if (!is_added && !gone_.empty() && gone_.contains(entry))
                continue;
            if (!visit(entry))
                return;
        }
    }

    /// Visits all in their order, until `visit` says false.
    template <class Visit>
    void each(Visit visit) const
    {
        auto there = added_.begin();
        for (const auto& entry : base_) {
            for (; there != added_.end() && *there < entry; ++there)
                if (!visit(*there))
                    return;
            if ((gone_.empty() || !gone_.contains(entry)) && !visit(entry))
                return;
        }
        for (; there != added_.end(); ++there)
            if (!visit(*there))
                return;
    }

    std::size_t size() const { return base_.size() - gone_.size() + added_.size(); }

    std::size_t bytes() const
    {
        constexpr std::size_t of_a_node = 48; // and its entry, about
        return base_.capacity() * sizeof(Entry)
            + (added_.size() + gone_.size()) * (of_a_node + sizeof(Entry));
    }

private:
    bool is_in_base(const Entry& entry) const { return std::ranges::binary_search(base_, entry); }

    std::vector<Entry> base_;
    std::set<Entry> added_;
    std::set<Entry> gone_; ///< of base_
};

} // namespace model
