#include "model/sync/merge.h"

#include "model/sync/mutants.h"

#include <algorithm>
#include <tuple>

namespace model {

Verdict judge(const std::optional<Org>& owner, const Standing& cell, const Proposal& proposal)
{
    const bool never_filled = cell.ver == Version{};
    const bool seen = std::ranges::find(proposal.bases, cell.ver) != proposal.bases.end();
    if (never_filled || seen || mutant(Mutant::no_base_check))
        return Verdict::applies;
    if (cell.value == proposal.value)
        return Verdict::agrees;

    const bool theirs = is_owner(cell.author, owner);
    const bool ours = is_owner(proposal.author, owner);
    if (ours != theirs && !mutant(Mutant::no_ownership))
        return ours ? Verdict::wins : Verdict::loses;
    return std::tie(proposal.stamp, proposal.ver) > std::tie(cell.stamp, cell.ver) ? Verdict::wins
                                                                                   : Verdict::loses;
}

Value merge_set(const Value& stands, const Value& base, const Value& wanted)
{
    const auto words = [](const Value& value) {
        const auto* set = std::get_if<Set>(&value);
        return set ? *set : Set{};
    };
    const auto before = words(base);
    const auto after = words(wanted);
    auto result = words(stands);
    std::erase_if(result, [&](const auto& word) {
        return std::ranges::find(before, word) != before.end()
            && std::ranges::find(after, word) == after.end();
    });
    for (const auto& word : after)
        if (std::ranges::find(before, word) == before.end())
            result.push_back(word);
    return set_value(make_set(std::move(result)));
}

} // namespace model
