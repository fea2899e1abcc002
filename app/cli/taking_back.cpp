#include "app/cli/taking_back.h"

#include <algorithm>
#include <array>

namespace app {

boost::json::array kept_json(Call& call, const model::Outcome& outcome)
{
    boost::json::array array;
    for (const auto& id : outcome.kept)
        if (const auto found = call.store().find_any(id))
            array.push_back({{"entity", found->first.def->name}, {"id", id.text()},
                {"title", call.store().title_of(id)}});
    return array;
}

bool is_kept_in_part(const model::Outcome& outcome)
{
    constexpr std::array reasons{"changed_since", "deleted_since", "rights", "still_used"};
    return !outcome.standing.empty()
        || std::ranges::any_of(outcome.findings, [&](const auto& finding) {
               return std::ranges::find(reasons, finding.rule) != reasons.end();
           });
}

Exit exit_of_taking_back(const model::Outcome& outcome)
{
    if (!outcome.done || !outcome.changed)
        return Exit::failed;
    return is_kept_in_part(outcome) ? Exit::partly : Exit::done;
}

} // namespace app
