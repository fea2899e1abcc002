#include "model/rules/trial_terms.h"

#include "assets/assets.h"
#include "model/base/text.h"
#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

/// A line of the list: the first that fits counts.
struct TrialTerm {
    std::string source;   ///< a code of PostingSource; empty: all
    std::string identity; ///< a code of Identity; empty: all
    std::string limit;    ///< of limits.csv
};

const std::vector<TrialTerm>& terms_of_trials()
{
    static const auto all = [] {
        constexpr std::size_t columns = 3;
        std::vector<TrialTerm> terms;
        const auto lines = split(assets::text("codes/trial_terms.csv"), '\n');
        for (std::size_t i = 1; i < lines.size(); ++i)
            if (const auto cells = split(trimmed(lines[i]), ','); cells.size() == columns)
                terms.push_back({cells[0], cells[1], cells[2]});
        return terms;
    }();
    return all;
}

} // namespace

Date months_after(Date day, std::int64_t count)
{
    const auto after = day + months{count};
    return after.ok() ? after : after.year() / after.month() / last;
}

std::optional<Limit> trial_months(const Posting& posting, const Context& context)
{
    const auto record = to_record(posting);
    const auto fits = [&](const std::string& code, std::string_view field) {
        return code.empty() || code == to_text(record[field]);
    };
    const auto& all = terms_of_trials();
    const auto found = std::ranges::find_if(all, [&](const TrialTerm& term) {
        return fits(term.source, "source") && fits(term.identity, "identity");
    });
    if (found == all.end())
        return std::nullopt;
    const auto limit =
        limit_on(found->limit, {context.lookup, posting.from.value_or(context.today)});
    return limit && limit->value > 0 ? limit : std::nullopt;
}

std::optional<Date> usual_trial_end(const Posting& posting, const Context& context)
{
    const auto length = posting.from ? trial_months(posting, context) : std::nullopt;
    if (!length)
        return std::nullopt;
    const auto next = *posting.from + months{length->value};
    return next.ok() ? Date{sys_days{next} - days{1}} : next.year() / next.month() / last;
}

std::optional<Date> trial_end(const Posting& posting, const Context& context)
{
    return posting.trial_until ? posting.trial_until : usual_trial_end(posting, context);
}

TrialState trial_state(const Posting& posting, const Context& context)
{
    if (posting.status != PostingStatus::trial || !is_current(posting, context.today))
        return TrialState::none;
    const auto end = trial_end(posting, context);
    return end && *end < context.today ? TrialState::undecided : TrialState::goes_on;
}

} // namespace model
