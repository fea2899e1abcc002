#pragma once

#include "model/store/rows.h"

#include <functional>
#include <map>
#include <string_view>
#include <vector>

namespace model {

/// Keeps each record's scope and home unit true to what it refers to: a window lies where its place
/// lies, a person where the newest posting says, and both follow when that moves.
class Placement {
public:
    /// `fallback` is the scope of a record that nothing places yet: the writer's own.
    Placement(Rows& rows, Scope fallback) : rows_(rows), fallback_(fallback) {}

    /// Called for every record whose scope or home changes, with its old place in `before`, its new
    /// one in `now`, after the digest was told and before `now` is written.
    std::function<void(const Meta& before, Meta& now)> on_move = [](const Meta&, Meta&) {};

    /// Called for every record that looked again and stays, though several others could place it:
    /// who does not know them all may think otherwise.
    std::function<void(const Meta& meta)> on_doubt = [](const Meta&) {};

    /// Computes where a record belongs; writes nothing.
    void place(Meta& meta, const Record& record);

    /// The same for a new record of that organisation: what a sending unit enters is its own until
    /// something says otherwise.
    void place_new(Meta& meta, const Record& record, const Org& author);

    /// Where the record belongs after a change, written if it moved, with all that follows it.
    /// The record must be counted in the digest.
    void settle(Meta meta, const Record& record);

    /// Records that are placed through this one look again: after it was made or changed.
    void settle_followers(const Meta& meta, const Record& record);

private:
    void settle(Meta meta, const Record& record, int depth);
    void settle_followers(const Meta& meta, const Record& record, int depth);
    /// An entity whose records are placed through those of another.
    struct Follower {
        const EntityDef* def = nullptr;
        std::string_view field;
        bool points =
            false; ///< the field is the follower's and names the other, or else the reverse
    };
    const std::vector<Follower>& followers_of(const EntityDef& def);
    std::vector<Follower> find_followers(const EntityDef& def) const;
    std::optional<Meta> follow(const Record& record, Via via);

    Rows& rows_;
    Scope fallback_;
    std::map<const EntityDef*, std::vector<Follower>> followers_;
    bool is_doubtful_ = false; ///< several records could place the one placed last
};

} // namespace model
