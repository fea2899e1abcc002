// The rotation calendar: who reaches the two years in which month.
#include "model/dashboard/rotation.h"

#include "model/base/files.h"
#include "model/exchange/demo_county.h"
#include "model/exchange/figure_sheet.h"
#include "tests/support/editing.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <set>
#include <sstream>

using namespace model;

namespace {

constexpr Instant that_day = 1795482000000; // 24 November 2026

std::string plain(const char* id)
{
    return id;
}

struct Calendar : tests::Editing {
    Calendar() { clock.set(that_day); }

    Uuid post(const char* name, const char* from, const char* source = "sent")
    {
        const auto person = add("person", {{"name", name}});
        const auto posting = add("posting",
            {{"person", person.text()}, {"unit", unit.text()}, {"source", source},
                {"status", "on_duty"}, {"from", from}});
        add("window_staff", {{"person", person.text()}, {"window", window.text()}, {"from", from}});
        return posting;
    }

    Rotation rotation() { return read_rotation(store, editor.permission()); }
    FigureTable table() { return read_rotation_table(store, editor.permission(), plain); }

    static const FigureLine& line(const FigureTable& table, std::string_view name)
    {
        const auto found = std::ranges::find(table.lines, name, &FigureLine::name);
        BOOST_REQUIRE_MESSAGE(found != table.lines.end(), name);
        return *found;
    }

    Uuid unit = add("unit", {{"name", "县公安局"}});
    Uuid window = add("window", {{"number", "A01"}});
};

struct DemoCalendar : tests::Editing {
    DemoCalendar()
    {
        clock.set(that_day);
        const auto hall =
            add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        load_demo_county(store, hall);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(rotation_test, Calendar)

BOOST_AUTO_TEST_CASE(everybody_stands_in_the_month_of_the_two_years)
{
    const auto late = post("张桂山", "2024-11-01");
    const auto today = post("单雪梅", "2024-11-24");
    const auto soon = post("解玉兰", "2024-11-25");
    const auto last = post("仇大勇", "2025-10-31");
    post("乐进", "2025-11-01");
    post("任红", "2024-01-01", "unified");
    const auto found = rotation();
    BOOST_TEST(found.months.size() == 12u);
    BOOST_TEST(found.months.front() == "2026-11");
    BOOST_TEST(found.months.back() == "2027-10");
    BOOST_TEST(found.later == 1u);
    std::vector<Uuid> ids;
    std::vector<std::string> months;
    for (const auto& each : found.entries) {
        ids.push_back(each.posting);
        months.push_back(month_of(each, found.today));
    }
    BOOST_TEST((ids == std::vector{late, today, soon, last}));
    BOOST_TEST((months == std::vector<std::string>{"", "", "2026-11", "2027-10"}));
    BOOST_TEST((found.entries[0].windows == std::vector<std::string>{"A01"}));
    BOOST_TEST(found.entries[0].unit == "县公安局");
}

BOOST_AUTO_TEST_CASE(the_table_adds_up_and_names_unit_window_and_days)
{
    const auto late = post("张桂山", "2024-11-01");
    post("单雪梅", "2025-03-10");
    change(late, "chief", "true");
    add("posting_change",
        {{"posting", late.text()}, {"kind", "rotation"}, {"requested", "2026-11-02"},
            {"state", "requested"}});
    const auto shown = table();
    BOOST_TEST(shown.lines.size() == 1 + 12 + 2u);
    BOOST_TEST(shown.lines[0].name == "Overdue");
    BOOST_TEST(shown.lines[0].figures[0].count() == 1);
    const auto& one = line(shown, "张桂山");
    BOOST_TEST(one.is_part);
    BOOST_TEST((one.details
        == std::vector<std::string>{"县公安局", "A01", "2024-11-01", "24", "2026-11-01"}));
    BOOST_TEST((one.figures[0].records == std::vector{late}));
    BOOST_TEST(one.figures[1].count() == 1);
    BOOST_TEST(one.figures[2].count() == 1);
    BOOST_TEST(one.figures[3].count() == 0);
    BOOST_TEST(line(shown, "2027-03").figures[3].count() == 1);
    BOOST_TEST(shown.total.figures[0].count() == 2);
    // Those with nothing applied for, under their month.
    const auto left = lines_left(shown, {FigureFilter::Which::any, 3});
    BOOST_REQUIRE(left.size() == 2u);
    BOOST_TEST(shown.lines[left[0]].name == "2027-03");
    BOOST_TEST(shown.lines[left[1]].name == "单雪梅");
}

BOOST_AUTO_TEST_CASE(a_sheet_has_words_as_words_and_numbers_as_numbers)
{
    post("张桂山", "2024-11-01");
    const auto shown = table();
    const tests::TempFolder folder;
    const auto path = std::filesystem::path(folder.file("rotation.csv"));
    std::vector<std::size_t> places(shown.lines.size());
    std::iota(places.begin(), places.end(), std::size_t{});
    write_figures(shown, places, path, plain);
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    BOOST_TEST(text.str().find("张桂山,县公安局,A01,2024-11-01,24,2026-11-01,1,0,0,1")
            != std::string::npos,
        text.str());
    BOOST_TEST(text.str().find("Together,,,,,,1,0,0,1") != std::string::npos, text.str());
}

BOOST_FIXTURE_TEST_CASE(
    the_demo_county_has_some_near_their_two_years_and_one_past_them, DemoCalendar)
{
    const auto found = read_rotation(store, editor.permission());
    const auto past = std::ranges::count_if(found.entries,
        [&](const RotationEntry& each) { return month_of(each, found.today).empty(); });
    BOOST_TEST(past == 1);
    const auto notice = std::chrono::sys_days{found.today} + std::chrono::days{60};
    const auto near = std::ranges::count_if(found.entries, [&](const RotationEntry& each) {
        return each.term.reached > found.today
            && std::chrono::sys_days{each.term.reached} <= notice;
    });
    BOOST_TEST(near >= 3);
    BOOST_TEST(near <= 6);
    BOOST_TEST(std::ranges::any_of(
        found.entries, [](const RotationEntry& each) { return each.term.is_applied_for; }));
    BOOST_TEST(std::ranges::all_of(
        found.entries, [](const RotationEntry& each) { return !each.unit.empty(); }));
    int trials = 0;
    store.each({.def = &def("posting")},
        [&](const Record& record) { trials += to_text(record["status"]) == "trial"; });
    BOOST_TEST(trials == 3);
}

BOOST_FIXTURE_TEST_CASE(outlets_of_the_demo_county_have_people_of_their_own, DemoCalendar)
{
    std::set<Uuid> centres;
    std::set<Uuid> stations;
    store.each({.def = &def("posting")}, [&](const Record& record) {
        if (to_text(record["source"]) == "township")
            centres.insert(std::get<Uuid>(record["place"]));
        if (to_text(record["source"]) == "village")
            stations.insert(std::get<Uuid>(record["place"]));
    });
    BOOST_TEST(centres.size() == 15u);
    BOOST_TEST(stations.size() == 30u);
}

BOOST_AUTO_TEST_SUITE_END()
