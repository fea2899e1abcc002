#include "model/assessment/titles.h"

#include <algorithm>
#include <set>

namespace model {

namespace {

constexpr std::int64_t everybody = 100;

std::optional<std::int64_t> quota_of(const MethodTitle& title, std::size_t ranked)
{
    if (!title.percent)
        return title.quota;
    return static_cast<std::int64_t>(ranked) * *title.percent / everybody;
}

/// Why one cannot have the title whatever the others have; `awarded` where one could.
TitleState state_alone(const MethodTitle& title, const PeriodStanding& standing,
    const AssessmentPeriod& period, const std::set<std::size_t>* wider, TitleLine& line)
{
    for (const auto& veto : standing.vetoes)
        if (veto.bars(period))
            line.vetoes.push_back(veto);
    if (!line.vetoes.empty())
        return TitleState::barred;
    if (wider && !wider->contains(line.rank))
        return TitleState::not_among;
    if (title.at_least && *standing.total < *title.at_least)
        return TitleState::below;
    if (title.without_deductions && standing.deductions > 0)
        return TitleState::deducted;
    return TitleState::awarded;
}

/// Hands out the quota among those who could have the title, a shared place at a time.
void apply_quota(TitleResult& result, const std::vector<RankLine>& ranking)
{
    auto left = result.quota.value_or(0);
    for (std::size_t begin = 0; begin < result.lines.size();) {
        auto end = begin;
        std::int64_t wanting = 0;
        for (; end < result.lines.size()
             && ranking[result.lines[end].rank].place == ranking[result.lines[begin].rank].place;
             ++end)
            wanting += result.lines[end].state == TitleState::awarded ? 1 : 0;
        const auto state = wanting <= left ? TitleState::awarded
            : left > 0                     ? TitleState::undecided
                                           : TitleState::beyond_quota;
        for (auto at = begin; at < end; ++at)
            if (result.lines[at].state == TitleState::awarded)
                result.lines[at].state = state;
        left = wanting <= left ? left - wanting : 0;
        begin = end;
    }
}

std::set<std::size_t> holders(const std::vector<TitleResult>& results, const std::string& name)
{
    std::set<std::size_t> ranks;
    for (const auto& result : results)
        if (result.title->name == name)
            for (const auto& line : result.lines)
                if (line.state == TitleState::awarded || line.state == TitleState::candidate)
                    ranks.insert(line.rank);
    return ranks;
}

} // namespace

std::int64_t TitleResult::count(TitleState state) const
{
    return std::ranges::count(lines, state, &TitleLine::state);
}

std::vector<TitleResult> award_titles(const AssessmentMethod& method,
    const AssessmentPeriod& period, AssessedKind kind, const std::vector<PeriodStanding>& standings,
    const std::vector<RankLine>& ranking)
{
    std::vector<TitleResult> results;
    for (const auto& title : method.titles) {
        if (title.object != kind || title.period != period.kind)
            continue;
        const auto wider = holders(results, title.among);
        TitleResult result{.title = &title, .quota = quota_of(title, ranking.size()), .lines = {}};
        for (std::size_t i = 0; i < ranking.size(); ++i) {
            TitleLine line{.rank = i, .state = TitleState::awarded, .vetoes = {}};
            line.state = state_alone(title, standings[ranking[i].standing], period,
                title.among.empty() ? nullptr : &wider, line);
            result.lines.push_back(std::move(line));
        }
        if (result.quota)
            apply_quota(result, ranking);
        else
            for (auto& line : result.lines)
                if (line.state == TitleState::awarded)
                    line.state = TitleState::candidate;
        results.push_back(std::move(result));
    }
    return results;
}

} // namespace model
