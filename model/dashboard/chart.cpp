#include "model/dashboard/chart.h"

#include "model/schema/value.h"

#include <algorithm>

namespace model {

const ChartMark& Chart::mark(std::size_t head, std::size_t series_at) const
{
    return marks.at(head * series.size() + series_at);
}

bool Chart::is_empty() const
{
    return heads.empty()
        || (shape != Shape::tiles
            && std::ranges::all_of(marks, [](const ChartMark& each) { return each.records == 0; }));
}

bool is_gap(const Chart& chart, const ChartMark& mark, std::size_t series_at)
{
    return chart.series.at(series_at).has_gaps && mark.records == 0;
}

std::string figure_text(const Chart& chart, const ChartMark& mark, std::size_t series_at)
{
    if (is_gap(chart, mark, series_at))
        return {};
    const auto* sum = chart.series.at(series_at).sum;
    return sum && sum->type == Type::decimal ? Decimal{mark.figure, sum->scale}.text()
                                             : std::to_string(mark.figure);
}

std::string share_text(const Share& share)
{
    const auto counts = std::to_string(share.part) + " / " + std::to_string(share.whole);
    const auto percent = share.percent();
    return percent.empty() ? counts : counts + " (" + percent + " %)";
}

std::string spoken(
    const Chart& chart, std::size_t head, std::size_t series_at, const Translate& translate)
{
    if (is_gap(chart, chart.mark(head, series_at), series_at))
        return render({msgid("{1}: nothing entered yet"), {chart.heads.at(head)}}, translate);
    std::vector<std::string> words{
        chart.heads.at(head), figure_text(chart, chart.mark(head, series_at), series_at)};
    if (!chart.shares.empty()) {
        const auto& share = chart.shares.at(head);
        words.insert(words.end(),
            {std::to_string(share.part), std::to_string(share.whole), share.percent()});
    }
    return render({chart.series.at(series_at).spoken, std::move(words)}, translate);
}

std::vector<std::vector<std::string>> lines_of(const Chart& chart, const Translate& translate)
{
    const bool has_shares = !chart.shares.empty();
    std::vector<std::vector<std::string>> lines{{translate(chart.title)}};
    for (const auto& each : chart.series)
        lines[0].push_back(translate(each.label));
    if (has_shares)
        lines[0].push_back(translate(msgid("Share")));
    for (std::size_t head = 0; head < chart.heads.size(); ++head) {
        auto& line = lines.emplace_back();
        line.push_back(chart.heads[head]);
        for (std::size_t i = 0; i < chart.series.size(); ++i)
            line.push_back(figure_text(chart, chart.mark(head, i), i));
        if (has_shares)
            line.push_back(share_text(chart.shares[head]));
    }
    auto& last = lines.emplace_back();
    last.push_back(translate(msgid("Total")));
    for (std::size_t i = 0; i < chart.series.size(); ++i)
        last.push_back(figure_text(chart, chart.totals.at(i), i));
    if (has_shares)
        last.push_back(share_text(chart.share));
    return lines;
}

} // namespace model
