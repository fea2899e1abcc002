#include "model/exchange/chart_sheet.h"

#include "model/dashboard/chart.h"
#include "model/exchange/sheet_writer.h"

#include <algorithm>

namespace model {

namespace {

int decimals_of(std::span<const Chart> charts)
{
    int most = 0;
    for (const auto& chart : charts)
        for (const auto& series : chart.series)
            if (series.sum)
                most = std::max(most, series.sum->scale);
    return most;
}

/// What stands in a row behind the title: whose mark it is, and the mark.
struct Line {
    std::string head;
    const ChartMark& mark;
    std::size_t series;
    const Share* share;
};

std::vector<std::string> cells_of(const Chart& chart, const Line& line, const Translate& translate)
{
    const bool is_share = line.share && line.series == 0; // once for each head
    return {translate(chart.title), line.head, translate(chart.series[line.series].label),
        figure_text(chart, line.mark, line.series),
        is_share ? std::to_string(line.share->part) : std::string(),
        is_share ? std::to_string(line.share->whole) : std::string(),
        is_share ? line.share->percent() : std::string(), line.mark.where};
}

} // namespace

void write_charts(
    std::span<const Chart> charts, const std::filesystem::path& path, const Translate& translate)
{
    constexpr double wide = 28;
    constexpr double narrow = 10;
    constexpr double widest = 60;
    const std::vector<SheetColumn> columns{{.head = translate(msgid("Chart")), .width = wide},
        {.head = translate(msgid("By")), .width = wide},
        {.head = translate(msgid("Counted")), .width = wide},
        {.head = translate(msgid("Figure")), .decimals = decimals_of(charts)},
        {.head = translate(msgid("Part")), .width = narrow, .decimals = 0},
        {.head = translate(msgid("Whole")), .width = narrow, .decimals = 0},
        {.head = translate(msgid("Percent")), .width = narrow, .decimals = 1},
        {.head = translate(msgid("Filter of the list")), .width = widest}};
    const auto writer = create_sheet(path, columns, {.sheet = translate(msgid("Overview"))});
    for (const auto& chart : charts) {
        for (std::size_t head = 0; head < chart.heads.size(); ++head)
            for (std::size_t i = 0; i < chart.series.size(); ++i)
                writer->row(cells_of(chart,
                    {chart.heads[head], chart.mark(head, i), i,
                        chart.shares.empty() ? nullptr : &chart.shares[head]},
                    translate));
        for (std::size_t i = 0; i < chart.series.size(); ++i)
            writer->row(cells_of(chart,
                {translate(msgid("Total")), chart.totals.at(i), i,
                    chart.shares.empty() ? nullptr : &chart.share},
                translate));
    }
    writer->finish();
}

} // namespace model
