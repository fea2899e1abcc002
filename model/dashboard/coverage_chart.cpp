#include "model/dashboard/chart_reader.h"
#include "model/rules/coverage.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::size_t county_digits = 6;
constexpr std::size_t township_digits = 9;

/// Outlets that are not closed, as coverage() has them.
std::string outlets_filter(Date today)
{
    return "type in (township_centre, village_station) and (closed= or closed>" + to_iso(today)
        + ')';
}

/// The code after all that begin with this one: "430922102" after "430922101005".
std::string code_after(const std::string& township)
{
    return std::to_string(std::stoll(township) + 1);
}

std::string in_township(const std::string& code)
{
    return "region>=" + code + " and region<" + code_after(code);
}

/// The townships and villages of the file's county, or of its own township, that the account may
/// look at.
std::vector<Subdivision> divisions_seen(const ChartReader& reader, const std::string& region)
{
    auto divisions = subdivisions_of(region.substr(0, county_digits));
    const auto seen = reader.permission.extent(Action::see, def_of<Place>());
    std::erase_if(divisions, [&](const Subdivision& division) {
        const auto at = Region::of(division.code);
        return !at
            || !std::string_view(division.code)
                    .starts_with(std::string_view(region).substr(0, township_digits))
            || (seen.region && !seen.region->contains(*at));
    });
    return divisions;
}

std::vector<Place> outlets_seen(const ChartReader& reader)
{
    const auto& def = def_of<Place>();
    const auto sight = reader.sight(def);
    Query query{.def = &def, .where = sight.condition};
    compile(outlets_filter(reader.today), query, reader.store.catalog(), reader.translate,
        sight.compares_personal, sight.through);
    std::vector<Place> all;
    reader.store.each(
        query, [&](const Record& record) { all.push_back(from_record<Place>(record)); });
    return all;
}

/// Adds a tile for each township.
void add_tiles(Chart& chart, const Coverage& found, const std::vector<Place>& outlets, Date today)
{
    for (const auto& [division, reached] : found.lines) {
        if (division.is_village) { // it stands behind its township
            if (chart.shares.empty())
                continue;
            ++chart.shares.back().whole;
            chart.shares.back().part += reached.places > 0 ? 1 : 0;
            continue;
        }
        const auto end = code_after(division.code);
        const auto count = std::ranges::count_if(outlets, [&](const Place& place) {
            return place.region >= division.code && place.region < end;
        });
        chart.heads.push_back(division.name);
        chart.shares.push_back({});
        chart.marks.push_back(
            {count, count, '(' + outlets_filter(today) + ") and " + in_township(division.code)});
    }
    for (const auto& share : chart.shares) {
        chart.share.part += share.part;
        chart.share.whole += share.whole;
    }
}

} // namespace

Chart outlets_by_township(const ChartReader& reader)
{
    const auto region = reader.store.self().region;
    const auto outlets = outlets_seen(reader);
    const auto found =
        coverage(divisions_seen(reader, region), {outlets, {}, {}, {}, {}}, reader.today);
    Chart chart{.name = "outlets_by_township",
        .title = msgid("Outlets by township"),
        .shape = Chart::Shape::tiles,
        .def = &def_of<Place>(),
        .series = {{msgid("Outlets"),
            msgid("{1}: {2} outlets; {3} of {4} villages have a station")}},
        .notes = {{msgid("The share is that of villages and communities with a station")}},
        .why_empty = {msgid("There is no list of townships and villages of {1} in this version of "
                            "the program"),
            {region.substr(0, county_digits)}}};
    add_tiles(chart, found, outlets, reader.today);
    const auto all = static_cast<std::int64_t>(outlets.size());
    chart.totals.push_back({all, all, outlets_filter(reader.today)});
    if (found.elsewhere.places > 0)
        chart.notes.push_back({msgid("Outlets whose division code is of no place of the list: {1}"),
            {std::to_string(found.elsewhere.places)}});
    reader.note_sight(chart);
    return chart;
}

} // namespace model
