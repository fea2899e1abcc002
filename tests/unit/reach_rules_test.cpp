#include "model/rules/reach_rules.h"

#include "model/entities/window.h"
#include "model/rules/limits.h"
#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Outlets : tests::Rulebook {
    Uuid hall =
        add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    Uuid centre = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});

    Uuid open(const std::string& number, const std::string& types)
    {
        return add("window", {{"number", number}, {"place", hall.text()}, {"types", types}});
    }

    Uuid patrol(const std::string& day)
    {
        return add("outlet_patrol", {{"place", centre.text()}, {"day", day}});
    }

    Uuid staff()
    {
        const auto person = add("person", {{"name", "仇志远"}});
        return add("posting",
            {{"person", person.text()}, {"place", centre.text()}, {"source", "township"},
                {"from", "2025-01-06"}});
    }

    Uuid serve()
    {
        const auto item = add("item", {{"code", "43A1"}, {"name", "生育登记"}});
        return add("outlet_item", {{"place", centre.text()}, {"item", item.text()}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(reach_rules_test, Outlets)

BOOST_AUTO_TEST_CASE(the_standard_kinds_are_kinds_of_window)
{
    const auto standard = standard_windows_on(today);
    BOOST_TEST(standard.size() == 9U);
    for (const auto& [type, name] : standard)
        BOOST_TEST((label_of(window_types, type) != nullptr), type);
    BOOST_TEST(standard_windows_on(2022y / June / 30).empty());
}

BOOST_AUTO_TEST_CASE(a_hall_is_told_once_which_standard_kinds_it_lacks)
{
    BOOST_TEST(says("L10", hall) == ""); // no windows are entered yet
    open("A01", "general_sector,enquiries");
    open("A02", "one_thing,assistance,cross_province,within_province,unresolved,policy");
    BOOST_TEST(says("L10", hall) == "remind type");
    BOOST_TEST(sentence().ends_with(": 政务公开"));
    const auto last_kind = open("A03", "open_government");
    BOOST_TEST(says("L10", hall) == "");
    change(last_kind, "closed", "2026-10-01");
    BOOST_TEST(says("L10", hall) == "remind type");
    BOOST_TEST(says("L10", centre) == "");
}

BOOST_AUTO_TEST_CASE(windows_without_a_kind_are_of_none_of_the_standard_ones)
{
    open("A01", "");
    BOOST_TEST(says("L10", hall) == "remind type");
    BOOST_TEST(sentence().find("综合办事、综合咨询、一件事一次办") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_outlet_of_which_nothing_is_known_is_told_once)
{
    BOOST_TEST(says("L11", centre) == "remind ");
    for (const auto* rule : {"L12", "L13", "L14"})
        BOOST_TEST(says(rule, centre) == "", rule);
    BOOST_TEST(says("L11", hall) == "");
    change(centre, "closed", "2026-06-30");
    BOOST_TEST(says("L11", centre) == "");
}

BOOST_AUTO_TEST_CASE(an_outlet_has_staff_items_and_patrols)
{
    const auto posting = staff();
    BOOST_TEST(says("L11", centre) == "");
    BOOST_TEST(says("L12", centre) == "");
    BOOST_TEST(says("L13", centre) == "remind ");
    BOOST_TEST(says("L14", centre) == "remind ");
    const auto item = serve();
    BOOST_TEST(says("L13", centre) == "");
    change(item, "to", "2026-06-30");
    BOOST_TEST(says("L13", centre) == "remind ");
    change(item, "to", "");
    change(posting, "to", "2026-06-30");
    BOOST_TEST(says("L12", centre) == "remind ");
}

BOOST_AUTO_TEST_CASE(an_outlet_is_patrolled_every_quarter_or_as_the_county_says)
{
    staff();
    patrol("2026-01-05");
    const auto newest = patrol("2026-08-23");
    BOOST_TEST(says("L14", centre) == ""); // 92 days ago
    change(newest, "day", "2026-08-22");
    BOOST_TEST(says("L14", centre) == "remind ");
    BOOST_TEST(sentence().find("2026-08-22") != std::string::npos);
    add("setting", {{"matter", "outlet_patrol_days"}, {"value", "180"}, {"from", "2026-01-01"}});
    BOOST_TEST(says("L14", centre) == "");
}

BOOST_AUTO_TEST_CASE(an_outlet_reports_its_cases_every_month_or_as_the_county_says)
{
    BOOST_TEST(says("L15", centre) == ""); // nobody is there to report
    staff();
    BOOST_TEST(says("L15", centre) == "");
    serve();
    BOOST_TEST(says("L15", centre) == "remind ");
    BOOST_TEST(sentence().find("31") != std::string::npos);
    const auto reported =
        add("agency_case", {{"place", centre.text()}, {"day", "2026-10-23"}}); // 31 days ago
    BOOST_TEST(says("L15", centre) == "");
    change(reported, "day", "2026-10-22");
    BOOST_TEST(says("L15", centre) == "remind ");
    add("setting", {{"matter", "outlet_report_days"}, {"value", "62"}, {"from", "2026-01-01"}});
    BOOST_TEST(says("L15", centre) == "");
    change(centre, "opened", "2026-10-01");
    change(reported, "day", "2026-01-05");
    BOOST_TEST(says("L15", centre) == ""); // it has not been open for so long
}

BOOST_AUTO_TEST_CASE(an_outlet_has_somebody_full_time)
{
    const auto posting = staff();
    BOOST_TEST(says("L24", centre) == ""); // nobody entered which
    change(posting, "work_time", "part");
    BOOST_TEST(says("L24", centre) == "remind ");
    BOOST_TEST(std::string(last.source->document).find("36号") != std::string::npos);
    const auto other = staff();
    BOOST_TEST(says("L24", centre) == "");
    change(other, "work_time", "part");
    BOOST_TEST(says("L24", centre) == "remind ");
    change(other, "work_time", "full");
    BOOST_TEST(says("L24", centre) == "");
}

BOOST_AUTO_TEST_CASE(nothing_is_asked_of_an_outlet_on_a_day_on_which_it_is_closed)
{
    staff();
    serve();
    today = 2026y / November / 24; // a Tuesday
    BOOST_TEST(says("L14", centre) == "remind ");
    BOOST_TEST(says("L15", centre) == "remind ");
    change(centre, "opening_days", "fri,mon,wed");
    BOOST_TEST(says("L14", centre) == "");
    BOOST_TEST(says("L15", centre) == "");
    today = 2026y / November / 25;
    BOOST_TEST(says("L14", centre) == "remind ");
    BOOST_TEST(says("L15", centre) == "remind ");
}

BOOST_AUTO_TEST_SUITE_END()
