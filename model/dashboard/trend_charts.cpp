#include "model/dashboard/chart_reader.h"

#include <algorithm>

namespace model {

namespace {

constexpr int months_shown = 12;

/// What a line of a trend shows of each month.
struct Trend {
    const char* label;
    const char* spoken;
    std::string_view month; ///< the field by which records belong to a month
    std::string_view sum = {};
    std::string_view where = {};
    bool has_gaps = false;
};

/// "2025-12" to "2026-11", for a day of November 2026.
std::vector<std::string> months_until(Date today)
{
    constexpr std::size_t length = 7;
    std::vector<std::string> months;
    const auto last = std::chrono::year_month(today.year(), today.month());
    for (int back = months_shown - 1; back >= 0; --back) {
        const auto month = last - std::chrono::months(back);
        months.push_back(
            to_iso(Date(month.year(), month.month(), std::chrono::day(1))).substr(0, length));
    }
    return months;
}

/// The filter for all of the months.
std::string span_of(const CrossField& crossed, const std::vector<std::string>& months, Date today)
{
    const std::string field(crossed.field->name);
    if (crossed.field->type == Type::month)
        return field + ">=" + months.front() + " and " + field + "<=" + months.back();
    const auto next = std::chrono::year_month(today.year(), today.month()) + std::chrono::months(1);
    return field + ">=" + months.front() + "-01 and " + field + '<'
        + to_iso(Date(next.year(), next.month(), std::chrono::day(1)));
}

/// One line: a mark for each month, and all of them together.
void add_line(Chart& chart, const Trend& trend, std::size_t place, const ChartReader& reader)
{
    const auto question = reader.question(chart.def->name, trend.month, "", trend.sum, trend.where);
    const auto table = reader.cross(question);
    chart.series[place] = {trend.label, trend.spoken, question.sum, trend.has_gaps};
    ChartMark total{.where = where_of(question, span_of(question.rows, chart.heads, reader.today))};
    for (std::size_t month = 0; month < chart.heads.size(); ++month) {
        const auto where = filter_for(question.rows, chart.heads[month]);
        auto& mark = chart.marks[month * chart.series.size() + place];
        mark.where = where_of(question, where);
        const auto row = std::ranges::find(table.rows, where, &CrossTable::Head::where);
        if (row == table.rows.end())
            continue;
        const auto& cell = table.cell(static_cast<std::size_t>(row - table.rows.begin()), 0);
        mark.records = cell.records;
        mark.figure = question.sum ? cell.sum : cell.records;
        total.records += mark.records;
        total.figure += mark.figure;
    }
    chart.totals[place] = std::move(total);
}

Chart chart_of(std::string_view name, const char* title, std::string_view entity,
    std::initializer_list<Trend> trends, const ChartReader& reader)
{
    const auto& def = reader.def(entity);
    Chart chart{.name = name,
        .title = title,
        .shape = Chart::Shape::lines,
        .def = &def,
        .series = std::vector<ChartSeries>(trends.size()),
        .heads = months_until(reader.today),
        .totals = std::vector<ChartMark>(trends.size()),
        .why_empty = {msgid("The register “{1}” holds nothing of these twelve months"),
            {reader.translate(def.plural)}}};
    chart.marks.resize(chart.heads.size() * trends.size());
    for (std::size_t place = 0; const auto& trend : trends)
        add_line(chart, trend, place++, reader);
    reader.note_sight(chart);
    return chart;
}

} // namespace

Chart cases_by_month(const ChartReader& reader)
{
    return chart_of("cases_by_month", msgid("Cases by month"), "case_count",
        {{msgid("Received"), msgid("{1}: {2} cases received"), "month", "received", "", true},
            {msgid("Cases done"), msgid("{1}: {2} cases done"), "month", "done", "", true}},
        reader);
}

Chart complaints_by_month(const ChartReader& reader)
{
    return chart_of("complaints_by_month", msgid("Complaints by month"), "complaint",
        {{msgid("Complaints received"), msgid("{1}: {2} complaints"), "received:month"}}, reader);
}

Chart bad_ratings_by_month(const ChartReader& reader)
{
    return chart_of("bad_ratings_by_month", msgid("Bad ratings by month"), "bad_rating",
        {{msgid("Number of bad ratings"), msgid("{1}: {2} bad ratings"), "rated:month"}}, reader);
}

Chart leave_by_month(const ChartReader& reader)
{
    auto chart = chart_of("leave_by_month", msgid("Days of leave by month"), "leave",
        {{msgid("Working days away"), msgid("{1}: {2} working days away"), "from:month", "days",
            "not state in (refused, withdrawn)"}},
        reader);
    chart.notes.push_back(
        {msgid("A leave counts in the month in which it begins, unless refused or withdrawn")});
    return chart;
}

Chart findings_by_month(const ChartReader& reader)
{
    auto chart = chart_of("findings_by_month", msgid("Problems by month"), "finding",
        {{msgid("Problems discovered"), msgid("{1}: {2} problems found"), "found:month"},
            {msgid("Problems settled"), msgid("{1}: {2} problems verified as corrected"),
                "verified:month"}},
        reader);
    chart.notes.push_back({msgid("A problem is settled in the month in which its correction is "
                                 "verified")});
    return chart;
}

} // namespace model
