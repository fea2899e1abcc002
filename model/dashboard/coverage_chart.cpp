#include "model/dashboard/chart_reader.h"
#include "model/dashboard/figure_reader.h"
#include "model/rules/coverage.h"

#include <algorithm>
#include <map>

namespace model {

namespace {

/// What of outlets the tiles count.
struct Measure {
    std::string_view name;
    const char* title;
    const char* label;
    const char* spoken;
    const char* note;
    std::int64_t Reached::*what;
};

/// Outlets that are not closed, as coverage() has them; `of` is "" or "place.".
std::string outlets_filter(Date today, const std::string& of = {})
{
    return of + "type in (township_centre, village_station) and (" + of + "closed= or " + of
        + "closed>" + to_iso(today) + ')';
}

/// The code after all that begin with this one: "430922102" after "430922101005".
std::string code_after(const std::string& township)
{
    return std::to_string(std::stoll(township) + 1);
}

std::string in_township(const std::string& code, const std::string& of = {})
{
    return of + "region>=" + code + " and " + of + "region<" + code_after(code);
}

std::string first_of_month(Date today)
{
    return to_iso(today.year() / today.month() / 1);
}

std::string last_of_month(Date today)
{
    return to_iso(Date(today.year() / today.month() / std::chrono::last));
}

template <class E>
std::vector<E> found(const ChartReader& reader, const std::string& where)
{
    const auto& def = def_of<E>();
    const auto sight = reader.sight(def);
    Query query{.def = &def, .where = sight.condition};
    compile(where, query, reader.store.catalog(), reader.translate, sight.compares_personal,
        sight.through);
    std::vector<E> all;
    reader.store.each(query, [&](const Record& record) { all.push_back(from_record<E>(record)); });
    return all;
}

/// The outlets, and what is counted of them.
struct Ledger {
    const ChartReader& reader;
    const EntityDef* def = &def_of<Place>(); ///< the register counted
    std::string where = {};                  ///< what of it counts, its place among it
    std::string of = {};                     ///< "place." where the place is another record
    std::vector<Place> outlets = {};
    std::vector<Posting> postings = {};
    std::vector<OutletItem> items = {};
    std::vector<AgencyCase> cases = {};
    std::vector<std::string> regions = {}; ///< of each record counted: where its outlet lies

    void read(const Measure& measure)
    {
        const auto day = to_iso(reader.today);
        outlets = found<Place>(reader, outlets_filter(reader.today));
        where = outlets_filter(reader.today);
        if (measure.what == &Reached::staff) {
            take(postings, "not status=left and (to= or to>" + day + ')');
        } else if (measure.what == &Reached::items) {
            take(items, "(from= or from<=" + day + ") and (to= or to>" + day + ')');
        } else if (measure.what == &Reached::cases) {
            take(cases,
                "day>=" + first_of_month(reader.today)
                    + " and day<=" + last_of_month(reader.today));
        } else {
            for (const auto& outlet : outlets)
                regions.push_back(outlet.region);
        }
    }

private:
    template <class E>
    void take(std::vector<E>& records, const std::string& counted)
    {
        def = &def_of<E>();
        of = "place.";
        where = counted + " and " + outlets_filter(reader.today, of);
        records = found<E>(reader, where);
        std::map<Uuid, std::string> at;
        for (const auto& outlet : outlets)
            at.emplace(outlet.id, outlet.region);
        for (const auto& record : records)
            if (const auto place = at.find(record.place.value_or(Uuid{})); place != at.end())
                regions.push_back(place->second);
    }
};

/// Adds a tile for each township.
void add_tiles(Chart& chart, const Coverage& reached, const Measure& measure, const Ledger& ledger)
{
    for (const auto& [division, counts] : reached.lines) {
        if (division.is_village) { // it stands behind its township
            if (chart.shares.empty())
                continue;
            ++chart.shares.back().whole;
            chart.shares.back().part += counts.*measure.what > 0 ? 1 : 0;
            continue;
        }
        const auto end = code_after(division.code);
        const auto count = std::ranges::count_if(ledger.regions,
            [&](const std::string& region) { return region >= division.code && region < end; });
        chart.heads.push_back(division.name);
        chart.shares.push_back({});
        chart.marks.push_back(
            {count, count, '(' + ledger.where + ") and " + in_township(division.code, ledger.of)});
    }
    for (const auto& share : chart.shares) {
        chart.share.part += share.part;
        chart.share.whole += share.whole;
    }
}

Chart tiles_of(const Measure& measure, const ChartReader& reader)
{
    const auto region = reader.store.self().region;
    Ledger ledger{reader};
    ledger.read(measure);
    const auto reached = coverage(divisions_seen(reader.store, reader.permission),
        {ledger.outlets, ledger.postings, ledger.items, {}, ledger.cases}, reader.today);
    Chart chart{.name = measure.name,
        .title = measure.title,
        .shape = Chart::Shape::tiles,
        .def = ledger.def,
        .series = {{measure.label, measure.spoken}},
        .notes = {{measure.note}},
        .why_empty = no_list_of(region)};
    add_tiles(chart, reached, measure, ledger);
    const auto all = static_cast<std::int64_t>(ledger.regions.size());
    chart.totals.push_back({all, all, ledger.where});
    if (reached.elsewhere.places > 0)
        chart.notes.push_back({msgid("Outlets whose division code is of no place of the list: {1}"),
            {std::to_string(reached.elsewhere.places)}});
    reader.note_sight(chart);
    return chart;
}

} // namespace

Chart outlets_by_township(const ChartReader& reader)
{
    return tiles_of({"outlets_by_township", msgid("Outlets by township"), msgid("Outlets"),
                        msgid("{1}: {2} outlets; {3} of {4} villages have a station"),
                        msgid("The share is that of villages and communities with a station"),
                        &Reached::places},
        reader);
}

Chart staff_by_township(const ChartReader& reader)
{
    return tiles_of(
        {"staff_by_township", msgid("Staff of outlets by township"), msgid("Staff posted"),
            msgid("{1}: {2} people at outlets; {3} of {4} villages have staff"),
            msgid("The share is that of villages and communities with staff"), &Reached::staff},
        reader);
}

Chart items_by_township(const ChartReader& reader)
{
    return tiles_of({"items_by_township", msgid("Items of outlets by township"), msgid("Items"),
                        msgid("{1}: {2} items at outlets; {3} of {4} villages serve items"),
                        msgid("The share is that of villages and communities that serve items"),
                        &Reached::items},
        reader);
}

Chart reports_by_township(const ChartReader& reader)
{
    return tiles_of(
        {"reports_by_township", msgid("Cases reported this month by township"),
            msgid("Cases reported"),
            msgid("{1}: {2} cases this month; {3} of {4} villages have reported some"),
            msgid("The share is that of villages and communities that reported cases this month"),
            &Reached::cases},
        reader);
}

} // namespace model
