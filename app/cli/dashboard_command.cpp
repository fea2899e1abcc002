#include "app/cli/dashboard_command.h"

#include "app/terminal/text_table.h"
#include "model/base/files.h"
#include "model/base/text.h"
#include "model/dashboard/dashboard.h"
#include "model/dashboard/giving_out.h"
#include "model/exchange/chart_sheet.h"
#include "model/exchange/sheet_writer.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::Chart;
using model::msgid;
using model::UsageError;

std::string_view shape_name(Chart::Shape shape)
{
    constexpr std::string_view names[]{"bars", "parts", "tiles", "lines"};
    return names[static_cast<std::size_t>(shape)];
}

json::object to_json(const model::Share& share)
{
    return {{"part", share.part}, {"whole", share.whole}, {"percent", share.percent()}};
}

/// Numbers as numbers where JSON has them: decimals are texts, as everywhere.
json::object to_json(const Chart& chart, const model::ChartMark& mark, std::size_t series)
{
    const auto* sum = chart.series[series].sum;
    const bool is_decimal = sum && sum->type == model::Type::decimal;
    return {{"figure",
                is_decimal ? json::value(model::figure_text(chart, mark, series))
                           : json::value(mark.figure)},
        {"records", mark.records}, {"where", mark.where}};
}

json::array series_json(Call& call, const Chart& chart)
{
    json::array all;
    for (std::size_t i = 0; i < chart.series.size(); ++i)
        all.push_back({{"label", call.text(chart.series[i].label)},
            {"total", to_json(chart, chart.totals.at(i), i)}});
    return all;
}

json::array heads_json(Call& call, const Chart& chart)
{
    json::array all;
    for (std::size_t head = 0; head < chart.heads.size(); ++head) {
        json::array marks;
        for (std::size_t i = 0; i < chart.series.size(); ++i) {
            auto mark = to_json(chart, chart.mark(head, i), i);
            mark["spoken"] = model::spoken(chart, head, i, call.translate());
            marks.push_back(std::move(mark));
        }
        json::object object{{"label", chart.heads[head]}, {"marks", std::move(marks)}};
        if (!chart.shares.empty())
            object["share"] = to_json(chart.shares[head]);
        all.push_back(std::move(object));
    }
    return all;
}

json::object to_json(Call& call, const Chart& chart)
{
    json::array notes;
    for (const auto& note : chart.notes)
        notes.push_back(json::value(call.text(note)));
    json::object object{{"name", chart.name}, {"title", call.text(chart.title)},
        {"shape", shape_name(chart.shape)}, {"entity", chart.def->name},
        {"series", series_json(call, chart)}, {"heads", heads_json(call, chart)},
        {"notes", std::move(notes)}};
    if (!chart.shares.empty())
        object["share"] = to_json(chart.share);
    if (chart.is_empty())
        object["empty"] = call.text(chart.why_empty);
    return object;
}

void print(Call& call, const Chart& chart)
{
    if (chart.is_empty()) {
        call.print(call.text(chart.title));
        call.print(call.text(chart.why_empty) + '\n');
        return;
    }
    auto lines = model::lines_of(chart, call.translate());
    TextTable text(lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i)
        text.add(std::move(lines[i]));
    call.print(text.text());
    for (const auto& note : chart.notes)
        call.print(call.text(note));
    call.print("");
}

/// All charts, or the one of --chart.
std::vector<Chart> charts_of(Call& call, model::Dashboard& found)
{
    if (!call.line().has("chart"))
        return std::move(found.charts);
    const auto name = call.line().value("chart");
    std::vector<std::string> names;
    for (auto& chart : found.charts) {
        if (chart.name == name || call.text(chart.title) == name)
            return {std::move(chart)};
        names.push_back(std::string(chart.name) + " (" + call.text(chart.title) + ')');
    }
    throw UsageError({msgid("There is no chart called “{1}”: there are {2}"),
        {name, model::join(names, call.text(msgid(", ")))}});
}

/// Of records that the account may export, and noted before anything is given away.
void write(Call& call, const std::vector<Chart>& charts)
{
    const auto out = call.line().value("out");
    const auto path = model::path_of(out);
    model::expect_sheet_name(path);
    model::require_charts(call.editor(), model::Action::export_out, charts, call.translate());
    call.note_given(model::audited::export_rows,
        {msgid("The charts “{1}” written to {2}"),
            {model::titles_of(charts, call.translate()), out}});
    model::write_charts(charts, path, call.translate());
}

} // namespace

Exit dashboard(Call& call)
{
    const auto permission = call.editor().permission();
    if (!model::has_dashboard(permission))
        throw model::Error(permission.why_not(model::Action::see));
    auto found = model::read_dashboard(call.store(), permission, call.translate()).value();
    const auto left_out = model::left_out_note(found, call.translate());
    const auto charts = charts_of(call, found);
    if (call.line().has("out"))
        write(call, charts);
    if (call.json()) {
        json::array all;
        for (const auto& chart : charts)
            all.push_back(to_json(call, chart));
        json::array names;
        for (const auto* def : found.left_out)
            names.push_back(json::value(def->name));
        call.answer({{"on", model::to_iso(found.today)}, {"charts", std::move(all)},
            {"left_out", std::move(names)}});
        return Exit::done;
    }
    if (call.line().has("out"))
        call.print(
            call.text({msgid("The numbers were written to {1}"), {call.line().value("out")}}));
    else
        for (const auto& chart : charts)
            print(call, chart);
    if (left_out)
        call.note(call.text(*left_out));
    return Exit::done;
}

} // namespace app
