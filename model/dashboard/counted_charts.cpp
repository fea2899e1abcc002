#include "model/dashboard/chart_reader.h"

#include <algorithm>
#include <numeric>

namespace model {

namespace {

// As is_open() of a window and is_current() of a posting (rules/still_open.h) have it, and
// is_in_force() with is_upon_application() of an item (rules/item_kinds.h).
constexpr std::string_view open_windows = "not status=closed and (closed= or closed>{1})";
constexpr std::string_view current_postings = "not status=left and (to= or to>{1})";
constexpr std::string_view items_for_the_hall =
    "not state in (cancelled, suspended) and (cancelled= or cancelled>{1}) "
    "and (effective= or effective<={1}) and not type in (02, 03, 04, 06, 30)";

/// What a chart of bars counts.
struct Counted {
    std::string_view name;
    const char* title;
    const char* label;
    const char* spoken;
    std::string_view entity;
    std::string_view rows;
    std::string_view where;
};

ChartMark mark_of(const CrossTable::Cell& cell, std::string where)
{
    return {cell.records, cell.records, std::move(where)};
}

Message nothing_in(const EntityDef& def, const Translate& translate)
{
    return {msgid("The register “{1}” holds nothing to draw yet"), {translate(def.plural)}};
}

Chart chart_of(const Counted& counted, const ChartReader& reader)
{
    const auto question = reader.question(counted.entity, counted.rows, "", "", counted.where);
    const auto table = reader.cross(question);
    Chart chart{.name = counted.name,
        .title = counted.title,
        .shape = Chart::Shape::bars,
        .def = question.def,
        .series = {{counted.label, counted.spoken}},
        .why_empty = nothing_in(*question.def, reader.translate)};
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        chart.heads.push_back(table.rows[row].label);
        chart.marks.push_back(
            mark_of(table.cell(row, 0), where_of(question, table.rows[row].where)));
    }
    chart.totals.push_back(mark_of(table.cell(table.rows.size(), 0), where_of(question, {})));
    if (table.overlaps())
        chart.notes.push_back(
            {msgid("A record with several words stands under each of them; totals count it once")});
    reader.note_sight(chart);
    return chart;
}

constexpr const char* windows_spoken = msgid("{1}: {2} windows");
constexpr const char* people_spoken = msgid("{1}: {2} people");

constexpr const char* twice_note =
    msgid("Postings that go on are counted: who has two of them counts twice");

} // namespace

Chart windows_by_kind(const ChartReader& reader)
{
    return chart_of({"windows_by_kind", msgid("Windows in use by kind"), msgid("Windows"),
                        windows_spoken, "window", "types", open_windows},
        reader);
}

Chart windows_by_state(const ChartReader& reader)
{
    return chart_of({"windows_by_state", msgid("Windows by state"), msgid("Windows"),
                        windows_spoken, "window", "status", ""},
        reader);
}

Chart staff_by_source(const ChartReader& reader)
{
    auto chart = chart_of({"staff_by_source", msgid("Staff by source"), msgid("People"),
                              people_spoken, "posting", "source", current_postings},
        reader);
    chart.notes.push_back({twice_note});
    return chart;
}

Chart staff_by_identity(const ChartReader& reader)
{
    auto chart =
        chart_of({"staff_by_identity", msgid("Staff by kind of employment"), msgid("People"),
                     people_spoken, "posting", "identity", current_postings},
            reader);
    chart.notes.push_back({twice_note});
    return chart;
}

namespace {

/// A unit with its items: those at the hall, and all.
struct Stationed {
    std::string head;
    bool is_of_no_unit = false;
    ChartMark at_the_hall;
    ChartMark all;

    /// The lower rate first; what belongs to no unit stands last.
    bool operator<(const Stationed& other) const
    {
        if (is_of_no_unit != other.is_of_no_unit)
            return other.is_of_no_unit;
        return at_the_hall.figure * other.all.figure < other.at_the_hall.figure * all.figure;
    }
};

std::vector<Stationed> stationed_of(const CrossQuestion& question, const CrossTable& table)
{
    const auto stationed = filter_for(*question.columns, "stationed");
    const auto none = filter_for(question.rows, {});
    const auto column = static_cast<std::size_t>(
        std::ranges::find(table.columns, stationed, &CrossTable::Head::where)
        - table.columns.begin());
    const auto at_the_hall = [&](std::size_t row) {
        return column < table.columns.size() ? table.cell(row, column) : CrossTable::Cell{};
    };
    std::vector<Stationed> all;
    for (std::size_t row = 0; row <= table.rows.size(); ++row) {
        const bool is_total = row == table.rows.size();
        const auto where = is_total ? std::string() : table.rows[row].where;
        all.push_back({is_total ? std::string() : table.rows[row].label, where == none,
            mark_of(at_the_hall(row), where_of(question, where, stationed)),
            mark_of(table.cell(row, table.columns.size()), where_of(question, where))});
    }
    return all;
}

} // namespace

Chart stationing_by_unit(const ChartReader& reader)
{
    const auto question = reader.question("item", "unit", "stationing", "", items_for_the_hall);
    auto all = stationed_of(question, reader.cross(question));
    const auto total = all.back();
    all.pop_back();
    std::ranges::stable_sort(all, std::less<>());
    Chart chart{.name = "stationing_by_unit",
        .title = msgid("Stationing rate by unit"),
        .shape = Chart::Shape::parts,
        .def = question.def,
        .series = {{msgid("Items at the hall"), msgid("{1}: {3} of {4} items at the hall ({5} %)")},
            {msgid("All items"), msgid("{1}: {4} items in all")}},
        .totals = {total.at_the_hall, total.all},
        .share = {total.at_the_hall.figure, total.all.figure},
        .notes = {{msgid("Items in force that are done upon application; the lowest rate first")}},
        .why_empty = nothing_in(*question.def, reader.translate)};
    for (auto& each : all) {
        chart.heads.push_back(std::move(each.head));
        chart.shares.push_back({each.at_the_hall.figure, each.all.figure});
        chart.marks.push_back(std::move(each.at_the_hall));
        chart.marks.push_back(std::move(each.all));
    }
    reader.note_sight(chart);
    return chart;
}

} // namespace model
