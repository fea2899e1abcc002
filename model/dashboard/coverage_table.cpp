// 基层覆盖 as a table whose figures open their lists.
#include "model/dashboard/figure_reader.h"
#include "model/rules/coverage.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

constexpr std::array counted{&Reached::places, &Reached::staff, &Reached::items, &Reached::patrols,
    &Reached::cases, &Reached::full_time};

std::vector<FigureColumn> columns_of_coverage()
{
    return {{msgid("Outlets"), msgid("Without an outlet"), "", &def_of<Place>()},
        {msgid("Staff posted"), msgid("Without staff"), "", &def_of<Posting>()},
        {msgid("Items"), msgid("Without items"), "", &def_of<OutletItem>()},
        {msgid("Patrols this quarter"), msgid("Without a patrol this quarter"), "",
            &def_of<OutletPatrol>()},
        {msgid("Cases reported this month"), msgid("Without a report this month"), "",
            &def_of<AgencyCase>()},
        {msgid("Full-time staff"), msgid("Without full-time staff"), "", &def_of<Posting>()}};
}

std::size_t column_of(std::int64_t Reached::*what)
{
    return static_cast<std::size_t>(std::ranges::find(counted, what) - counted.begin());
}

/// "34 townships: 34 with an outlet, …", once for each level.
Message in_words(const char* sentence, const ReachedDivisions& level)
{
    std::vector<std::string> words{std::to_string(level.all)};
    for (const auto what : counted)
        words.push_back(std::to_string(level.with.*what));
    return {sentence, std::move(words)};
}

FigureLine empty_line(std::string name, std::string code = {}, bool is_part = false)
{
    return {.name = std::move(name),
        .code = std::move(code),
        .is_part = is_part,
        .figures = std::vector<Figure>(counted.size())};
}

} // namespace

FigureTable read_coverage(
    RecordStore& store, const Permission& permission, const Translate& translate)
{
    const FigureReader reader{store, permission};
    const auto region = store.self().region;
    const auto divisions = divisions_seen(store, permission);
    FigureTable table{.name = "coverage",
        .title = msgid("Coverage by outlets"),
        .today = store.today(),
        .head = msgid("Township or village"),
        .columns = columns_of_coverage(),
        .total = empty_line(translate(msgid("Together"))),
        .why_empty = no_list_of(region)};
    for (const auto& division : divisions)
        table.lines.push_back(empty_line(division.name, division.code, division.is_village));
    table.lines.push_back(empty_line(translate(msgid("Elsewhere"))));
    table.lines.back().is_counted = false;

    const auto places = reader.all<Place>();
    const auto postings = reader.all<Posting>();
    const auto items = reader.all<OutletItem>();
    const auto patrols = reader.all<OutletPatrol>();
    const auto cases = reader.all<AgencyCase>();
    const auto found = coverage(divisions, {places, postings, items, patrols, cases}, table.today,
        [&](const Uuid& record, std::size_t line, std::int64_t Reached::*what) {
            const auto column = column_of(what);
            table.lines[line].figures[column].records.push_back(record);
            table.total.figures[column].records.push_back(record);
        });
    if (divisions.empty())
        table.lines.clear();
    else if (found.elsewhere == Reached{})
        table.lines.pop_back();
    table.notes.push_back(in_words(
        msgid("{1} townships: {2} with an outlet, {3} with staff, {4} with items, {5} patrolled "
              "this quarter, {6} with cases this month, {7} with full-time staff"),
        found.townships));
    table.notes.push_back(in_words(
        msgid("{1} villages: {2} with an outlet, {3} with staff, {4} with items, {5} patrolled "
              "this quarter, {6} with cases this month, {7} with full-time staff"),
        found.villages));
    reader.note_sight(table);
    return table;
}

} // namespace model
