// Coverage and stationing as tables: every figure is as many records as it says, and lines add up.
#include "model/dashboard/figure_table.h"

#include "model/access/new_office.h"
#include "model/base/files.h"
#include "model/exchange/demo_county.h"
#include "model/exchange/figure_sheet.h"
#include "model/rules/coverage.h"
#include "model/rules/station_figures.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

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

struct Figures : tests::Editing {
    explicit Figures(std::string region = "430922") : Editing(std::move(region))
    {
        clock.set(that_day);
    }

    FigureTable covered() { return read_coverage(store, editor.permission(), plain); }
    FigureTable stationed() { return read_stationing(store, editor.permission(), plain); }

    template <class E>
    std::vector<E> all_of()
    {
        std::vector<E> all;
        store.each({.def = &def_of<E>()},
            [&](const Record& record) { all.push_back(from_record<E>(record)); });
        return all;
    }

    /// No record is counted twice in a column, all are of its register, and the lines are the
    /// total.
    void expect_sound(const FigureTable& table)
    {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            std::set<Uuid> seen;
            for (const auto& line : table.lines)
                for (const auto& id : line.figures.at(i).records) {
                    BOOST_TEST(seen.insert(id).second, table.columns[i].label);
                    BOOST_TEST((store.find(*table.columns[i].def, id).has_value()));
                }
            const auto& total = table.total.figures.at(i).records;
            BOOST_TEST((std::set<Uuid>(total.begin(), total.end()) == seen));
        }
    }

    static const FigureLine& line(const FigureTable& table, std::string_view name)
    {
        const auto found = std::ranges::find(table.lines, name, &FigureLine::name);
        BOOST_REQUIRE_MESSAGE(found != table.lines.end(), name);
        return *found;
    }

    static std::string counts(const FigureLine& line)
    {
        std::string all;
        for (const auto& figure : line.figures)
            all += (all.empty() ? "" : " ") + std::to_string(figure.count());
        return all;
    }

    Uuid outlet(const char* name, const char* region, const char* type)
    {
        return add("place", {{"name", name}, {"region", region}, {"type", type}});
    }
};

struct DemoFigures : Figures {
    DemoFigures()
    {
        const auto hall =
            add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        load_demo_county(store, hall);
    }
};

struct TownFigures : Figures {
    TownFigures() : Figures("430922101") {}
};

struct FarFigures : Figures {
    FarFigures() : Figures("110101") {}
};

} // namespace

BOOST_AUTO_TEST_SUITE(figure_table_test)

BOOST_FIXTURE_TEST_CASE(the_coverage_of_the_demo_county_adds_up, DemoFigures)
{
    const auto table = covered();
    expect_sound(table);
    const auto reached = coverage(subdivisions_of("430922"),
        {all_of<Place>(), all_of<Posting>(), all_of<OutletItem>(), all_of<OutletPatrol>(),
            all_of<AgencyCase>()},
        store.today());
    BOOST_REQUIRE(table.lines.size() >= reached.lines.size());
    for (std::size_t i = 0; i < reached.lines.size(); ++i) {
        const auto& counted = reached.lines[i].reached;
        BOOST_TEST(counts(table.lines[i])
            == std::to_string(counted.places) + ' ' + std::to_string(counted.staff) + ' '
                + std::to_string(counted.items) + ' ' + std::to_string(counted.patrols) + ' '
                + std::to_string(counted.cases) + ' ' + std::to_string(counted.full_time));
    }
    BOOST_TEST(table.gaps(4)
        == static_cast<std::size_t>(reached.townships.all + reached.villages.all
            - reached.townships.with.cases - reached.villages.with.cases));
}

BOOST_FIXTURE_TEST_CASE(the_stationing_of_the_demo_county_adds_up, DemoFigures)
{
    const auto table = stationed();
    expect_sound(table);
    const auto figures = station_figures(all_of<Item>(), all_of<NegativeEntry>(), store.today());
    BOOST_TEST(table.total.figures[0].count() == figures.items.all());
    BOOST_TEST(table.total.figures[1].count() == figures.items.stationed);
    BOOST_TEST(table.total.figures[5].count() == figures.items.without);
    for (const auto& line : table.lines) {
        std::int64_t parts = 0;
        for (std::size_t i = 1; i <= 6; ++i)
            parts += line.figures[i].count();
        BOOST_TEST(parts == line.figures[0].count(), line.name);
    }
}

BOOST_FIXTURE_TEST_CASE(what_a_division_has_is_counted_and_what_it_lacks_is_found, Figures)
{
    const auto centre = outlet("修山镇便民服务中心", "430922101", "township_centre");
    outlet("旧中心", "430922103", "township_centre");
    change(outlet("撤并的", "430922103", "township_centre"), "closed", "2026-01-01");
    const auto odd = outlet("外县站", "430199999", "village_station");
    const auto person = add("person", {{"name", "张桂山"}});
    add("posting", {{"person", person.text()}, {"place", centre.text()}, {"from", "2025-01-06"}});
    const auto item = add("item", {{"name", "生育登记"}, {"code", "1"}});
    add("outlet_item", {{"place", centre.text()}, {"item", item.text()}});
    add("agency_case", {{"place", centre.text()}, {"day", "2026-11-02"}});
    add("agency_case", {{"place", centre.text()}, {"day", "2026-10-30"}});
    add("agency_case", {{"place", odd.text()}, {"day", "2026-11-03"}});
    const auto table = covered();

    expect_sound(table);
    BOOST_TEST(counts(line(table, "修山镇")) == "1 1 1 0 1 0");
    BOOST_TEST(counts(line(table, "鸬鹚渡镇")) == "1 0 0 0 0 0");
    BOOST_TEST(counts(line(table, "Elsewhere")) == "1 0 0 0 1 0");
    BOOST_TEST(counts(table.total) == "3 1 1 0 2 0");

    using Which = FigureFilter::Which;
    const auto names = [&](const FigureFilter& filter) {
        std::set<std::string> left;
        for (const auto place : lines_left(table, filter))
            left.insert(table.lines[place].code.size() == 12 ? "" : table.lines[place].name);
        return left;
    };
    BOOST_TEST(names({Which::gap, 0}).contains("修山镇")); // for its villages
    BOOST_TEST(names({Which::all}).contains("Elsewhere"));
    BOOST_TEST(!names({Which::gap, 1}).contains("Elsewhere")); // nobody's gap
    BOOST_TEST((lines_left(table, {Which::any, 1}).size() == 1u));
    const auto all = lines_left(table, {Which::any_gap});
    BOOST_TEST((std::set<std::size_t>(all.begin(), all.end()).size() == all.size()));
    BOOST_TEST(std::ranges::is_sorted(all));
}

BOOST_FIXTURE_TEST_CASE(stationing_tells_reasons_and_the_negative_list, Figures)
{
    const auto police = add("unit", {{"name", "县公安局"}});
    auto item = [&, n = 0](const char* stationing, const char* reason) mutable {
        return add("item",
            {{"name", "事项" + std::to_string(++n)}, {"code", std::to_string(n)},
                {"unit", police.text()}, {"type", "01"}, {"stationing", stationing},
                {"not_stationed_reason", reason}});
    };
    item("stationed", "");
    item("not_stationed", "site");
    item("not_stationed", "");
    item("undecided", "");
    const auto listed = item("not_stationed", "");
    add("negative_entry",
        {{"name", "涉密"}, {"item", listed.text()}, {"unit", police.text()}, {"reason", "secret"},
            {"state", "in_force"}, {"effective", "2026-01-01"}});
    const auto table = stationed();
    expect_sound(table);
    BOOST_TEST(counts(line(table, "县公安局")) == "5 1 1 1 0 1 1 1");
    BOOST_TEST((line(table, "县公安局").figures[7].records == std::vector{listed}));
}

BOOST_FIXTURE_TEST_CASE(a_township_sees_its_own_villages, TownFigures)
{
    const auto table = covered();
    BOOST_REQUIRE(table.lines.size() > 2u);
    for (const auto& line : table.lines)
        BOOST_TEST(line.code.starts_with("430922101"), line.name);
}

BOOST_FIXTURE_TEST_CASE(without_a_list_of_divisions_there_are_no_lines, FarFigures)
{
    const auto table = covered();
    BOOST_TEST(table.lines.empty());
    BOOST_TEST(english(table.why_empty).find("110101") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_sheet_holds_the_lines_that_are_left_and_the_totals, Figures)
{
    outlet("修山镇便民服务中心", "430922101", "township_centre");
    const auto table = covered();
    const tests::TempFolder folder;
    const auto path = std::filesystem::path(folder.file("coverage.csv"));
    write_figures(table, {0}, path, plain);
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    BOOST_TEST(text.str().find("修山镇,1,0,0,0,0") != std::string::npos, text.str());
    BOOST_TEST(text.str().find("Together,1,0,0,0,0") != std::string::npos, text.str());
    BOOST_TEST(text.str().find("鸬鹚渡镇") == std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(who_may_not_give_out_what_is_counted_is_refused, Figures)
{
    add_founder(store, clerk);
    add_own_account(store, clerk);
    const auto id =
        made("user", {{"name", "值班长"}, {"roles", "duty_leader"}, {"state", "active"}});
    add_own_account(store, {id, "值班长"});
    Editor leader(store, {id, "值班长"});
    const auto table = read_coverage(store, leader.permission(), plain);
    BOOST_CHECK_THROW(require_figures(leader, Action::export_out, table), Error);
    require_figures(editor, Action::export_out, table);
}

BOOST_AUTO_TEST_SUITE_END()
