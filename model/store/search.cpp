#include "model/store/search.h"

#include "model/store/search_index.h"
#include "model/store/search_words.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <unordered_set>

namespace model {

namespace {

/// How many records of a register one condition may offer in vain before it is given up.
constexpr int most_in_vain = 500;

/// The hits of one register.
struct Group {
    std::size_t best = 0; ///< the condition that let the first of them through
    std::vector<Hit> hits;
    std::unordered_set<std::int64_t> seen;
    int in_vain = 0;
};

class Search {
public:
    /// In all registers, or in the one given.
    Search(RecordStore& store, const std::string& typed, std::int64_t limit, const Searcher& who,
        const EntityDef* only = nullptr)
        : store_(store)
        , who_(who)
        , words_(typed)
        , limit_(limit)
        , first_(only ? index_row(only->id, 0) : 0)
        , end_(only ? index_row(only->id + 1, 0) : std::numeric_limits<std::int64_t>::max())
    {
        const auto conditions = words_.conditions();
        for (std::size_t i = 0; i < conditions.size(); ++i) {
            for (auto& [kind, group] : groups_)
                group.in_vain = 0;
            look(conditions[i], i);
        }
    }

    /// By register, those first that were let through by a better condition.
    std::vector<Hit> hits()
    {
        std::vector<Group*> groups;
        for (const auto* def : store_.catalog().all())
            if (const auto found = groups_.find(def->id); found != groups_.end())
                groups.push_back(&found->second);
        std::ranges::stable_sort(groups, {}, &Group::best);
        std::vector<Hit> hits;
        for (auto* group : groups)
            std::ranges::move(group->hits, std::back_inserter(hits));
        for (auto& hit : hits)
            hit.title = store_.title_of(hit.record.id);
        return hits;
    }

private:
    bool has_enough(const Group& group) const
    {
        return group.in_vain >= most_in_vain
            || (limit_ >= 0 && static_cast<std::int64_t>(group.hits.size()) >= limit_);
    }

    /// Rows come register by register. One query goes through all of them; only where a register
    /// has enough does another begin behind it.
    void look(const std::string& condition, std::size_t number)
    {
        for (auto from = first_; from >= 0;)
            from = look_from(from, condition, number);
    }

    /// Where to go on, or -1.
    std::int64_t look_from(std::int64_t from, const std::string& condition, std::size_t number)
    {
        auto& rows =
            store_.rows().statements().get("SELECT rowid FROM search_index WHERE search_index "
                                           "MATCH ? AND rowid >= ? AND rowid < ?");
        rows.bind(1, condition);
        rows.bind(2, from);
        rows.bind(3, end_);
        std::int64_t next = -1;
        while (next < 0 && rows.executeStep()) {
            const auto row = rows.getColumn(0).getInt64();
            const int kind = static_cast<int>(row / rids_of_a_kind);
            auto& group = groups_[kind];
            if (has_enough(group))
                next = index_row(kind + 1, 0);
            else if (group.seen.insert(row).second)
                take(row % rids_of_a_kind, group, number);
        }
        rows.reset();
        return next;
    }

    void take(std::int64_t rid, Group& group, std::size_t number)
    {
        const auto meta = store_.rows().meta(rid);
        if (!meta || meta->deleted || (who_.sees && !who_.sees(*meta)))
            return;
        auto record = store_.rows().read(*meta);
        const bool is_whole = !who_.reads_whole || who_.reads_whole(*meta);
        const auto* field = words_.matched(record, is_whole ? Masking{} : who_.masked);
        if (!field) {
            ++group.in_vain;
            return;
        }
        if (group.hits.empty())
            group.best = number;
        group.hits.push_back({std::move(record), {}, field});
    }

    RecordStore& store_;
    const Searcher& who_;
    SearchWords words_;
    std::int64_t limit_;
    std::int64_t first_; ///< row of the index, and the one behind the last
    std::int64_t end_;
    std::map<int, Group> groups_; ///< by the entity's wire id
};

constexpr int indexed_while_typing = 100; ///< records, in a few milliseconds

void bring_up_to_date(RecordStore& store)
try {
    while (index_changes_and_pause(store))
        continue;
} catch (const StoreError&) {
    // Another program writes all the while, or nobody may: what the index knows is found.
}

} // namespace

std::vector<Hit> search(
    RecordStore& store, const std::string& text, std::int64_t limit, const Searcher& who)
{
    bring_up_to_date(store);
    return guarded(store.db(), [&] { return Search(store, text, limit, who).hits(); });
}

std::vector<Hit> search_register(RecordStore& store, const EntityDef& def, const std::string& text,
    std::int64_t limit, const Searcher& who)
{
    try {
        index_changes(store, indexed_while_typing);
    } catch (const StoreError&) {
        // Another program writes: what the index knows is found.
    }
    return guarded(store.db(), [&] { return Search(store, text, limit, who, &def).hits(); });
}

} // namespace model
