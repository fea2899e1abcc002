#include "model/rules/window_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Hall : tests::Rulebook {
    Uuid hall =
        add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    Uuid other = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(window_rules_test, Hall)

BOOST_AUTO_TEST_CASE(a_number_that_an_open_window_of_the_place_has_is_refused)
{
    const auto id = add("window", {{"number", "A01"}, {"place", hall.text()}});
    BOOST_TEST(says("W01", id) == "");
    BOOST_TEST(
        says("W01", "window", {{"number", "A01"}, {"place", hall.text()}}) == "refuse number");
    BOOST_TEST(sentence().find("A01") != std::string::npos);
    BOOST_TEST(says("W01", "window", {{"number", "A02"}, {"place", hall.text()}}) == "");
}

BOOST_AUTO_TEST_CASE(a_number_may_come_again_at_another_place_or_where_no_place_is_known)
{
    add("window", {{"number", "A01"}, {"place", hall.text()}});
    add("window", {{"number", "A01"}});
    BOOST_TEST(says("W01", "window", {{"number", "A01"}, {"place", other.text()}}) == "");
    BOOST_TEST(says("W01", "window", {{"number", "A01"}}) == "");
}

BOOST_AUTO_TEST_CASE(two_windows_of_one_number_without_a_place_are_a_warning)
{
    BOOST_TEST(says("W04", "window", {{"number", "A01"}}) == "");
    add("window", {{"number", "A01"}, {"place", hall.text()}});
    add("window", {{"number", "A01"}, {"status", "closed"}});
    BOOST_TEST(says("W04", "window", {{"number", "A01"}}) == "");
    add("window", {{"number", "A01"}});
    BOOST_TEST(says("W04", "window", {{"number", "A01"}}) == "warn number");
    BOOST_TEST(says("W04", "window", {{"number", "A01"}, {"place", other.text()}}) == "");
    BOOST_TEST(says("W04", "window", {{"number", "A02"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_number_is_free_again_from_the_day_its_window_closed)
{
    add("window", {{"number", "A01"}, {"place", hall.text()}, {"closed", "2026-11-24"}});
    BOOST_TEST(
        says("W01", "window", {{"number", "A01"}, {"place", hall.text()}}) == "refuse number");
    today = 2026y / November / 24;
    BOOST_TEST(says("W01", "window", {{"number", "A01"}, {"place", hall.text()}}) == "");
}

BOOST_AUTO_TEST_CASE(a_closed_window_may_keep_a_number_that_was_given_anew)
{
    add("window", {{"number", "A01"}, {"place", hall.text()}});
    BOOST_TEST(
        says("W01", "window", {{"number", "A01"}, {"place", hall.text()}, {"status", "closed"}})
        == "");
}

BOOST_AUTO_TEST_CASE(an_odd_phone_number_is_a_warning)
{
    BOOST_TEST(says("W02", "window", {{"phone", "八八二"}}) == "warn phone");
    BOOST_TEST(says("W02", "window", {{"phone", "87818206/87818209"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_window_that_closes_before_it_opened_is_refused)
{
    BOOST_TEST(says("W03", "window", {{"opened", "2026-02-01"}, {"closed", "2026-01-31"}})
        == "refuse closed");
    BOOST_TEST(says("W03", "window", {{"opened", "2026-02-01"}, {"closed", "2026-02-01"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_closed_window_is_not_called_open)
{
    BOOST_TEST(
        says("W05", "window", {{"closed", "2026-06-30"}, {"status", "open"}}) == "warn status");
    BOOST_TEST(says("W05", "window", {{"closed", "2026-06-30"}, {"status", "closed"}}) == "");
    BOOST_TEST(says("W05", "window", {{"closed", "2026-06-30"}}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
