#include "model/rules/leave_days.h"

#include "model/day/leave_balance.h"
#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Leaves : tests::Rulebook {
    Uuid person = add("person", {{"name", "单雪梅"}, {"working_since", "2016-07-01"}});

    Uuid away(const std::string& kind, const std::string& from, const std::string& to,
        const std::string& state = "agreed")
    {
        return add("leave",
            {{"person", person.text()}, {"kind", kind}, {"from", from}, {"to", to},
                {"state", state}});
    }

    std::optional<std::int64_t> tenths(const std::string& kind, const std::string& from,
        const std::string& to, const std::string& from_time = {}, const std::string& to_time = {})
    {
        const auto record = tests::make(def("leave"), new_id(),
            {{"kind", kind}, {"from", from}, {"to", to}, {"from_time", from_time},
                {"to_time", to_time}});
        StoreLookup lookup(store);
        return leave_tenths(from_record<Leave>(record), lookup.calendar());
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(leave_days_test, Leaves)

/// 2026: the 1st to the 7th of October are off, Saturday the 10th is worked
/// (国办发明电〔2025〕7号).
BOOST_AUTO_TEST_CASE(days_are_counted_by_the_calendar)
{
    BOOST_TEST(tenths("annual", "2026-10-01", "2026-10-08").value() == 10);
    BOOST_TEST(tenths("annual", "2026-10-08", "2026-10-10").value() == 30);
    BOOST_TEST(tenths("annual", "2026-11-20", "2026-11-24").value() == 30);
    BOOST_TEST(!tenths("annual", "2026-11-21", "2026-11-22"));
    BOOST_TEST(tenths("maternity", "2026-11-20", "2026-11-24").value() == 50);
    BOOST_TEST(tenths("personal", "2026-11-23", "").value() == 10);
    BOOST_TEST(tenths("outing", "2026-11-23", "2026-11-23", "09:00", "11:30").value() == 5);
    BOOST_TEST(tenths("outing", "2026-11-23", "2026-11-23", "09:00", "16:30").value() == 10);
    BOOST_TEST(!tenths("annual", "", "2026-11-24"));
    BOOST_TEST(!tenths("annual", "2026-11-24", "2026-11-23"));
}

/// One to ten years of work: 5 days; ten to twenty: 10; from twenty on: 15.
BOOST_AUTO_TEST_CASE(annual_leave_grows_with_the_years_of_work)
{
    const auto days = [](Date since) { return annual_leave_days(since, 2026y); };
    BOOST_TEST(days(2026y / January / 1) == 0);
    BOOST_TEST(days(2025y / December / 31) == 5);
    BOOST_TEST(days(2017y / January / 1) == 5);
    BOOST_TEST(days(2016y / December / 31) == 10);
    BOOST_TEST(days(2007y / January / 1) == 10);
    BOOST_TEST(days(2006y / December / 31) == 15);
    BOOST_TEST(days(2004y / February / 29) == 15);
}

BOOST_AUTO_TEST_CASE(more_annual_leave_than_there_is_is_told)
{
    const auto first = away("annual", "2026-03-02", "2026-03-13"); // 10 working days
    BOOST_TEST(says("B10", first) == "");
    const auto second = away("annual", "2026-11-23", "2026-11-24");
    BOOST_TEST(says("B10", second) == "warn days");
    BOOST_TEST(sentence().find("12") != std::string::npos);
    change(first, "state", "refused");
    BOOST_TEST(says("B10", second) == "");
    change(first, "state", "agreed");
    change(second, "kind", "sick");
    BOOST_TEST(says("B10", second) == "");
    change(second, "kind", "annual");
    change(second, "from", "2027-01-04");
    change(second, "to", "2027-01-05");
    BOOST_TEST(says("B10", second) == "");
}

/// Six weeks without a number of days are six weeks.
BOOST_AUTO_TEST_CASE(a_long_leave_without_days_needs_the_units_consent_too)
{
    BOOST_TEST(says("B05", away("sick", "2026-10-12", "2026-11-20")) == "warn unit_document");
    BOOST_TEST(says("B05", away("sick", "2026-11-23", "2026-11-24")) == "");
}

BOOST_AUTO_TEST_CASE(balances_say_what_is_left)
{
    const auto unit = add("unit", {{"name", "县自然资源局"}});
    add("posting",
        {{"person", person.text()}, {"unit", unit.text()}, {"source", "sent"},
            {"from", "2024-01-08"}});
    away("annual", "2026-11-23", "2026-11-24");
    away("sick", "2026-11-26", "2026-11-26");
    away("sick", "2026-11-28", "2026-11-29"); // a weekend
    away("annual", "2025-11-24", "2025-11-25");
    away("annual", "2026-12-01", "2026-12-02", "withdrawn");
    const auto manager = add("user", {{"name", "文员"}, {"roles", "founder"}, {"state", "active"}});
    const auto balances = leave_balances(store, Permission(store, manager), 2026y);
    BOOST_TEST_REQUIRE(balances.size() == 1);
    BOOST_TEST(balances[0].name == "单雪梅");
    BOOST_TEST(balances[0].unit == "县自然资源局");
    BOOST_TEST(balances[0].annual_days.value() == 10);
    BOOST_TEST(balances[0].taken.at(LeaveKind::annual) == 20);
    BOOST_TEST(balances[0].taken.at(LeaveKind::sick) == 10);
    BOOST_TEST(balances[0].uncounted == 1);
    BOOST_TEST(balances[0].annual_left().value() == 80);
}

BOOST_AUTO_TEST_SUITE_END()
