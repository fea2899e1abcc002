#include "model/dashboard/dashboard.h"

#include "model/base/files.h"
#include "model/commands/seen_through.h"
#include "model/dashboard/chart_reader.h"
#include "model/dashboard/giving_out.h"
#include "model/exchange/chart_sheet.h"
#include "model/exchange/demo_county.h"
#include "model/rules/coverage.h"
#include "model/rules/station_figures.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace model;

namespace {

// A Tuesday in November 2026.
constexpr Instant that_day = 1795482000000;

std::string plain(const char* id)
{
    return id;
}

struct Counted : tests::Editing {
    explicit Counted(std::string region = "430922") : Editing(std::move(region))
    {
        clock.set(that_day);
    }

    Dashboard read() { return read(editor.permission()); }

    Dashboard read(const Permission& permission)
    {
        auto found = read_dashboard(store, permission, plain);
        BOOST_REQUIRE(found.has_value());
        for (const auto& chart : found->charts)
            expect_filters(chart, permission);
        return std::move(*found);
    }

    static const Chart& chart(const Dashboard& all, std::string_view name)
    {
        const auto found = std::ranges::find(all.charts, name, &Chart::name);
        BOOST_REQUIRE_MESSAGE(found != all.charts.end(), "No chart " << name);
        return *found;
    }

    /// "general: 2 windows; …": what is drawn.
    static std::string told(const Chart& chart)
    {
        std::string all;
        for (std::size_t head = 0; head < chart.heads.size(); ++head)
            for (std::size_t i = 0; i < chart.series.size(); ++i)
                all += (all.empty() ? "" : "; ") + spoken(chart, head, i, plain);
        return all;
    }

    /// Each number lists as many records as it counts, and what it adds up is the sum of theirs.
    void expect_filters(const Chart& chart, const Permission& permission)
    {
        const auto expect = [&](const ChartMark& mark, const ChartSeries& series) {
            Query query{.def = chart.def,
                .where = permission.extent(Action::see, *chart.def).condition(*chart.def)};
            compile(mark.where, query, store.catalog(), plain, false, seen_through(permission));
            std::int64_t records = 0;
            std::int64_t sum = 0;
            store.each(query, [&](const Record& record) {
                ++records;
                if (!series.sum)
                    return;
                const auto& value = record[series.sum->name];
                if (const auto* decimal = std::get_if<Decimal>(&value))
                    sum += decimal->units;
                else if (const auto* whole = std::get_if<std::int64_t>(&value))
                    sum += *whole;
            });
            BOOST_TEST(records == mark.records, chart.name << " " << mark.where);
            BOOST_TEST(
                (series.sum ? sum : records) == mark.figure, chart.name << " " << mark.where);
        };
        BOOST_REQUIRE(chart.marks.size() == chart.heads.size() * chart.series.size());
        BOOST_REQUIRE(chart.totals.size() == chart.series.size());
        for (std::size_t i = 0; i < chart.series.size(); ++i) {
            expect(chart.totals[i], chart.series[i]);
            for (std::size_t head = 0; head < chart.heads.size(); ++head)
                expect(chart.mark(head, i), chart.series[i]);
        }
    }

    template <class E>
    std::vector<E> all_of()
    {
        std::vector<E> all;
        store.each({.def = &def_of<E>()},
            [&](const Record& record) { all.push_back(from_record<E>(record)); });
        return all;
    }

    Permission account(const char* roles, const Uuid& place = {})
    {
        const auto id = place.is_nil()
            ? add("user", {{"name", roles}, {"roles", roles}, {"state", "active"}})
            : add("user",
                {{"name", roles}, {"roles", roles}, {"state", "active"}, {"place", place.text()}});
        add_own_account(store, {id, roles});
        return {store, id};
    }
};

struct CountyWithoutList : Counted {
    CountyWithoutList() : Counted("110101") {}
};

struct Township : Counted {
    Township() : Counted("430922101") {}
};

struct DemoCounty : Counted {
    DemoCounty()
    {
        const auto hall =
            add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        load_demo_county(store, hall);
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(dashboard_test)

BOOST_FIXTURE_TEST_CASE(each_number_of_the_demo_county_lists_its_records, DemoCounty)
{
    const auto found = read();
    BOOST_TEST(found.charts.size() == 14u);
    BOOST_TEST(found.left_out.empty());
    for (const auto& chart : found.charts)
        BOOST_TEST(!chart.is_empty(), chart.name);
}

BOOST_FIXTURE_TEST_CASE(the_rates_are_those_of_the_figures, DemoCounty)
{
    const auto found = read();
    const auto& rates = chart(found, "stationing_by_unit");
    const auto figures = station_figures(all_of<Item>(), all_of<NegativeEntry>(), store.today());

    BOOST_TEST((rates.share == figures.items_stationed()));
    std::multiset<std::pair<std::int64_t, std::int64_t>> drawn;
    for (const auto& share : rates.shares)
        drawn.emplace(share.part, share.whole);
    std::multiset<std::pair<std::int64_t, std::int64_t>> counted;
    for (const auto& [unit, counts] : figures.units)
        counted.emplace(counts.stationed, counts.all());
    if (figures.of_no_unit.all() > 0)
        counted.emplace(figures.of_no_unit.stationed, figures.of_no_unit.all());
    BOOST_TEST((drawn == counted));
    for (std::size_t i = 1; i < rates.shares.size(); ++i)
        BOOST_TEST(rates.shares[i - 1].part * rates.shares[i].whole
            <= rates.shares[i].part * rates.shares[i - 1].whole);
}

BOOST_FIXTURE_TEST_CASE(the_tiles_are_those_of_the_coverage, DemoCounty)
{
    const auto found = read();
    const auto& tiles = chart(found, "outlets_by_township");
    const auto places = all_of<Place>();
    const auto reached =
        coverage(subdivisions_of("430922"), {places, {}, {}, {}, {}}, store.today());

    BOOST_TEST(tiles.share.part == reached.villages.with.places);
    BOOST_TEST(tiles.share.whole == reached.villages.all);
    BOOST_TEST(static_cast<std::int64_t>(tiles.heads.size()) == reached.townships.all);
    BOOST_TEST(tiles.totals.front().figure == reached.total.places);
}

/// Of each measure the villages and numbers of the coverage.
BOOST_FIXTURE_TEST_CASE(every_measure_of_the_tiles_is_the_coverages, DemoCounty)
{
    const auto shown = read();
    const auto reached = coverage(subdivisions_of("430922"),
        {all_of<Place>(), all_of<Posting>(), all_of<OutletItem>(), all_of<OutletPatrol>(),
            all_of<AgencyCase>()},
        store.today());
    for (const auto& [name, what] : std::map<std::string_view, std::int64_t Reached::*>{
             {"outlets_by_township", &Reached::places}, {"staff_by_township", &Reached::staff},
             {"items_by_township", &Reached::items}, {"reports_by_township", &Reached::cases}}) {
        const auto& tiles = chart(shown, name);
        BOOST_TEST(tiles.share.part == reached.villages.with.*what, name);
        BOOST_TEST(tiles.share.whole == reached.villages.all, name);
        BOOST_TEST(tiles.totals.front().figure == reached.total.*what, name);
    }
    // A measure that tells villages apart, which outlets alone do not.
    BOOST_TEST(chart(shown, "reports_by_township").share.part
        < chart(shown, "outlets_by_township").share.part);
}

BOOST_FIXTURE_TEST_CASE(an_empty_county_says_so_and_still_shows_its_townships, Counted)
{
    const auto found = read();
    for (const auto& each : found.charts) {
        const bool is_tiles = each.shape == Chart::Shape::tiles;
        BOOST_TEST(each.is_empty() == !is_tiles, each.name);
        BOOST_TEST(!english(each.why_empty).empty(), each.name);
    }
    const auto& tiles = chart(found, "outlets_by_township");
    BOOST_TEST(tiles.heads.size() > 10u);
    BOOST_TEST(tiles.share.part == 0);
    BOOST_TEST(tiles.share.whole > 100);
}

BOOST_FIXTURE_TEST_CASE(a_county_of_which_there_is_no_list_says_so, CountyWithoutList)
{
    const auto found = read();
    const auto& tiles = chart(found, "outlets_by_township");
    BOOST_TEST(tiles.is_empty());
    BOOST_TEST(english(tiles.why_empty).find("110101") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_township_has_its_own_tile_alone, Township)
{
    add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto villages = subdivisions_of("430922");
    const auto village = std::ranges::find_if(villages,
        [](const auto& each) { return each.is_village && each.code.starts_with("430922101"); });
    add("place", {{"name", "便民服务站"}, {"type", "village_station"}, {"region", village->code}});
    add("place",
        {{"name", "旧站"}, {"type", "village_station"}, {"region", village->code},
            {"closed", "2026-01-01"}});
    const auto found = read();
    const auto& tiles = chart(found, "outlets_by_township");
    BOOST_REQUIRE(tiles.heads.size() == 1u);
    BOOST_TEST(tiles.marks.front().figure == 2);
    BOOST_TEST(tiles.shares.front().part == 1);
    BOOST_TEST(tiles.shares.front().whole > 1);
}

BOOST_FIXTURE_TEST_CASE(windows_in_use_are_counted_by_kind_and_all_by_state, Counted)
{
    add("window", {{"number", "A01"}, {"types", "general,one_thing"}, {"status", "open"}});
    add("window", {{"number", "A02"}, {"types", "general"}});
    add("window", {{"number", "A03"}, {"types", "general"}, {"status", "closed"}});
    add("window", {{"number", "A04"}, {"types", "general"}, {"closed", "2026-11-24"}});
    add("window", {{"number", "A05"}, {"status", "open"}, {"closed", "2026-12-31"}});
    const auto found = read();
    const auto& kinds = chart(found, "windows_by_kind");
    BOOST_TEST(told(kinds)
        == "General service: 2 windows; One thing at once: 1 windows; (not filled in): 1 windows");
    BOOST_TEST(kinds.totals.front().figure == 3);
    BOOST_TEST(kinds.notes.size() == 1u);
    BOOST_TEST(told(chart(found, "windows_by_state"))
        == "In use: 2 windows; Closed: 1 windows; (not filled in): 2 windows");
}

BOOST_FIXTURE_TEST_CASE(who_left_is_no_staff, Counted)
{
    const auto post = [&](const char* name, const char* source, const char* to,
                          const char* status) {
        const auto person = add("person", {{"name", name}});
        const auto id =
            add("posting", {{"person", person.text()}, {"source", source}, {"identity", "worker"}});
        if (*to)
            change(id, "to", to);
        if (*status)
            change(id, "status", status);
    };
    post("张桂山", "sent", "", "on_duty");
    post("文国强", "sent", "2026-11-24", "on_duty");
    post("李秀英", "purchased", "2026-12-31", "");
    post("王小军", "purchased", "", "left");
    const auto found = read();
    BOOST_TEST(told(chart(found, "staff_by_source"))
        == "Sent by a unit: 1 people; Purchased service: 1 people");
    BOOST_TEST(told(chart(found, "staff_by_identity")) == "Government worker: 2 people");
}

BOOST_FIXTURE_TEST_CASE(the_lowest_rate_stands_first_and_no_unit_last, Counted)
{
    const auto police = add("unit", {{"name", "县公安局"}});
    const auto welfare = add("unit", {{"name", "县民政局"}});
    int number = 0;
    const auto item = [&](const Uuid& unit, const char* stationing, const char* type = "01") {
        const auto id = add("item",
            {{"code", std::to_string(++number)}, {"name", "事项"}, {"type", type},
                {"stationing", stationing}});
        if (!unit.is_nil())
            change(id, "unit", unit.text());
    };
    item(police, "stationed");
    item(police, "not_stationed");
    item(police, "stationed", "02"); // nothing for a hall
    item(welfare, "undecided");
    item({}, "not_stationed");
    const auto found = read();
    const auto& rates = chart(found, "stationing_by_unit");
    BOOST_TEST(told(rates)
        == "县民政局: 0 of 1 items at the hall (0.0 %); 县民政局: 1 items in all; "
           "县公安局: 1 of 2 items at the hall (50.0 %); 县公安局: 2 items in all; "
           "(not filled in): 0 of 1 items at the hall (0.0 %); (not filled in): 1 items in all");
    BOOST_TEST(share_text(rates.share) == "1 / 4 (25.0 %)");
}

BOOST_FIXTURE_TEST_CASE(a_year_of_months_without_gaps, Counted)
{
    const auto unit = add("unit", {{"name", "县公安局"}});
    const auto cases = [&](const char* month, const char* received) {
        add("case_count", {{"unit", unit.text()}, {"month", month}, {"received", received}});
    };
    cases("2025-11", "1000"); // a year ago
    cases("2025-12", "20");
    cases("2026-11", "3");
    cases("2026-11", "4");
    const auto person = add("person", {{"name", "张桂山"}});
    add("leave", {{"person", person.text()}, {"from", "2026-10-31"}, {"days", "1.5"}});
    add("leave",
        {{"person", person.text()}, {"from", "2026-10-01"}, {"days", "9.0"}, {"state", "refused"}});
    add("finding", {{"name", "缺岗"}, {"found", "2026-02-28"}, {"verified", "2026-03-01"}});
    const auto found = read();

    const auto& received = chart(found, "cases_by_month");
    BOOST_REQUIRE(received.heads.size() == 12u);
    BOOST_TEST(received.heads.front() == "2025-12");
    BOOST_TEST(received.heads.back() == "2026-11");
    BOOST_TEST(received.mark(0, 0).figure == 20);
    BOOST_TEST(received.mark(5, 0).figure == 0);
    BOOST_TEST(spoken(received, 5, 0, plain) == "2026-05: nothing entered yet");
    BOOST_TEST(received.mark(11, 0).figure == 7);
    BOOST_TEST(received.mark(11, 0).records == 2);
    BOOST_TEST(received.totals[0].figure == 27);
    BOOST_TEST(received.totals[1].figure == 0);

    const auto& leave = chart(found, "leave_by_month");
    BOOST_TEST(figure_text(leave, leave.mark(10, 0), 0) == "1.5");
    BOOST_TEST(spoken(leave, 10, 0, plain) == "2026-10: 1.5 working days away");

    const auto& problems = chart(found, "findings_by_month");
    BOOST_TEST(problems.mark(2, 0).figure == 1);
    BOOST_TEST(problems.mark(2, 1).figure == 0);
    BOOST_TEST(problems.mark(3, 1).figure == 1);
    BOOST_TEST(chart(found, "complaints_by_month").is_empty());
}

BOOST_FIXTURE_TEST_CASE(registers_an_account_may_not_look_at_are_left_out_and_named, Counted)
{
    add("window", {{"number", "A01"}});
    const auto system = account("system");
    BOOST_TEST(has_dashboard(system));
    const auto found = read(system);
    BOOST_REQUIRE(found.charts.size() == 1u);
    BOOST_TEST(found.charts.front().name == "outlets_by_township");
    BOOST_TEST(found.left_out.size() == 10u);
    BOOST_TEST(english(left_out_note(found, plain).value()).find("Windows") != std::string::npos);
    BOOST_TEST(!has_dashboard(account("auditor")));
}

BOOST_FIXTURE_TEST_CASE(who_is_bound_to_a_township_counts_what_lies_there_and_is_told, Counted)
{
    const auto hall = add("place", {{"name", "中心"}, {"type", "hall"}, {"region", "430922"}});
    const auto town = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    add("place",
        {{"name", "鸬鹚渡镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922103"}});
    add("window", {{"number", "A01"}, {"place", hall.text()}});
    add("window", {{"number", "B01"}, {"place", town.text()}});
    const auto bound = account("business", town);
    const auto found = read(bound);
    const auto& tiles = chart(found, "outlets_by_township");
    BOOST_TEST(tiles.heads.size() == 1u);
    const auto& windows = chart(found, "windows_by_state");
    BOOST_TEST(windows.totals.front().figure == 1);
    BOOST_REQUIRE(!windows.notes.empty());
    BOOST_TEST(english(windows.notes.back()) == "Only what this account may see is counted");
}

BOOST_FIXTURE_TEST_CASE(a_reading_that_is_not_wanted_any_more_ends, Counted)
{
    int asked = 0;
    const auto found =
        read_dashboard(store, editor.permission(), plain, [&] { return ++asked == 3; });
    BOOST_TEST(!found.has_value());
    BOOST_TEST(asked == 3);
}

BOOST_FIXTURE_TEST_CASE(who_may_not_export_writes_no_sheet, Counted)
{
    add("window", {{"number", "A01"}, {"status", "open"}});
    const auto found = read();
    BOOST_CHECK_NO_THROW(require_charts(editor, Action::export_out, found.charts, plain));
    account("founder");
    const auto id = add("user", {{"name", "查看"}, {"roles", "duty_leader"}, {"state", "active"}});
    add_own_account(store, {id, "查看"});
    Editor other(store, {id, "查看"});
    BOOST_CHECK_THROW(require_charts(other, Action::export_out, found.charts, plain), Error);
}

BOOST_FIXTURE_TEST_CASE(the_numbers_go_to_a_sheet_with_their_filters, Counted)
{
    add("window", {{"number", "A01"}, {"status", "open"}});
    const auto found = read();
    const tests::TempFolder folder;
    const auto path = folder.file("概览.csv");
    write_charts({&chart(found, "windows_by_state"), 1}, path_of(path), plain);
    std::ifstream sheet(path, std::ios::binary);
    std::stringstream text;
    text << sheet.rdbuf();
    BOOST_TEST(
        text.str().find("Windows by state,In use,Windows,1,,,,(status=open)") != std::string::npos,
        text.str());
    BOOST_TEST(text.str().find("Windows by state,Total,Windows,1") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
