#include "model/rules/duty_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

/// The 23rd of November 2026 is a Monday.
struct OnDuty : tests::Rulebook {
    Uuid hall = add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}});
    Uuid branch = add("place", {{"name", "分厅"}, {"type", "branch_hall"}});
    Uuid zhang = add("person", {{"name", "张桂山"}});

    Uuid duty(const std::string& day, const std::string& kind = "hall_leader")
    {
        return add("roster",
            {{"place", hall.text()}, {"person", zhang.text()}, {"day", day}, {"kind", kind}});
    }
    std::string other(const std::string& kind, const Uuid& place, const std::string& from = {},
        const std::string& to = {})
    {
        return says("D22", "roster",
            {{"place", place.text()}, {"person", zhang.text()}, {"day", "2026-11-24"},
                {"kind", kind}, {"from_time", from}, {"to_time", to}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(duty_rules_test, OnDuty)

BOOST_AUTO_TEST_CASE(a_hall_that_keeps_a_roster_has_a_leader_on_the_next_working_day)
{
    BOOST_TEST(says("D20", hall) == ""); // none is kept here
    duty("2026-11-20");
    BOOST_TEST(says("D20", hall) == "remind ");
    BOOST_TEST(sentence().find("2026-11-24") != std::string::npos);
    duty("2026-11-24", "guide"); // is no leader
    BOOST_TEST(says("D20", hall) == "remind ");
    duty("2026-11-24");
    BOOST_TEST(says("D20", hall) == "");
    today = 2026y / November / 27; // a Friday
    BOOST_TEST(says("D20", hall) == "remind ");
    BOOST_TEST(sentence().find("2026-11-30") != std::string::npos);
    today = 2027y / January / 15; // for long nobody kept it
    BOOST_TEST(says("D20", hall) == "");
}

BOOST_AUTO_TEST_CASE(who_has_left_is_on_no_roster)
{
    add("posting",
        {{"person", zhang.text()}, {"place", hall.text()}, {"from", "2025-01-01"},
            {"to", "2026-11-23"}});
    BOOST_TEST(says("D21", duty("2026-11-24")) == "warn person");
    BOOST_TEST(says("D21", duty("2026-11-20")) == ""); // was there then, and it is past
}

BOOST_AUTO_TEST_CASE(nobody_is_on_duty_twice_at_one_time)
{
    change(duty("2026-11-24"), "from_time", "");
    BOOST_TEST(other("guide", branch) == "warn person");
    BOOST_TEST(other("office_leader", hall) == ""); // goes together
    BOOST_TEST(other("lunch", branch) == "");       // of some hours
}

BOOST_AUTO_TEST_CASE(times_tell_which_duties_go_together)
{
    const auto id = duty("2026-11-24");
    change(id, "from_time", "09:00");
    change(id, "to_time", "12:00");
    BOOST_TEST(other("guide", hall, "11:00", "14:00") == "warn person");
    BOOST_TEST(other("guide", branch, "12:00", "14:00") == "");
}

BOOST_AUTO_TEST_SUITE_END()
