#include "model/rules/station_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Station : tests::Rulebook {
    Uuid unit = add("unit", {{"name", "县自然资源局"}});
    Uuid chief = add("person", {{"name", "单雪梅"}});
    Uuid clerk_at_window = add("person", {{"name", "仇志远"}});
    Uuid window = add("window", {{"number", "A01"}});
    Uuid item = add("item",
        {{"code", "43A1"}, {"name", "建设用地规划许可"}, {"unit", unit.text()},
            {"stationing", "stationed"}, {"type", "01"}});

    Uuid handle()
    {
        return add("window_item",
            {{"window", window.text()}, {"item", item.text()}, {"from", "2026-01-05"}});
    }

    Uuid man()
    {
        return add("window_staff",
            {{"window", window.text()}, {"person", clerk_at_window.text()}, {"slot", "A"},
                {"from", "2026-01-05"}});
    }

    Uuid authorise(const std::string& power)
    {
        return add("authorisation",
            {{"unit", unit.text()}, {"person", chief.text()}, {"power", power},
                {"from", "2026-01-05"}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(station_rules_test, Station)

BOOST_AUTO_TEST_CASE(a_stationed_item_has_an_open_window)
{
    BOOST_TEST(says("I15", item) == "warn stationing");
    BOOST_TEST(sentence().find("no open window") != std::string::npos);
    const auto link = handle();
    man();
    BOOST_TEST(says("I15", item) == "");
    change(link, "to", "2026-06-30");
    BOOST_TEST(says("I15", item) == "warn stationing");
    change(link, "to", "");
    change(window, "closed", "2026-06-30");
    BOOST_TEST(says("I15", item) == "warn stationing");
}

BOOST_AUTO_TEST_CASE(a_link_that_begins_later_is_none_yet)
{
    man();
    const auto link = handle();
    change(link, "from", "2026-11-24");
    BOOST_TEST(says("I15", item) == "warn stationing");
    change(link, "from", "2026-11-23");
    BOOST_TEST(says("I15", item) == "");
}

BOOST_AUTO_TEST_CASE(a_window_without_staff_handles_nothing)
{
    handle();
    BOOST_TEST(says("I15", item) == "warn stationing");
    BOOST_TEST(sentence().find("nobody is at its window") != std::string::npos);
    const auto staff = man();
    BOOST_TEST(says("I15", item) == "");
    change(staff, "to", "2026-11-23");
    BOOST_TEST(says("I15", item) == "warn stationing");
    const auto other = add("window", {{"number", "A02"}});
    add("window_item", {{"window", other.text()}, {"item", item.text()}});
    add("window_staff", {{"window", other.text()}, {"person", chief.text()}, {"slot", "B"}});
    BOOST_TEST(says("I15", item) == "");
}

BOOST_AUTO_TEST_CASE(what_is_not_stationed_secret_or_out_of_force_is_not_asked_about)
{
    change(item, "not_stationed_reason", "secret");
    BOOST_TEST(says("I15", item) == "");
    change(item, "not_stationed_reason", "");
    change(item, "cancelled", "2026-06-30");
    BOOST_TEST(says("I15", item) == "");
    change(item, "cancelled", "");
    change(item, "stationing", "not_stationed");
    BOOST_TEST(says("I15", item) == "");
}

BOOST_AUTO_TEST_CASE(a_township_that_does_not_see_the_windows_of_the_hall_says_nothing_of_them)
{
    tests::Office township("430922101");
    const auto copy = township.add(
        "item", {{"code", "43A1"}, {"name", "建设用地规划许可"}, {"stationing", "stationed"}});
    StoreLookup lookup(township.store);
    const auto found = check(township.store.find_any(copy).value().second, lookup, today);
    BOOST_TEST((std::ranges::find(found, "I15", &Finding::rule) == found.end()));
}

BOOST_AUTO_TEST_CASE(an_authorisation_that_lists_items_names_each_stationed_one)
{
    BOOST_TEST(says("I16", item) == ""); // the unit keeps none
    const auto authorisation = authorise("partial");
    BOOST_TEST(says("I16", item) == ""); // it lists none
    const auto other =
        add("item", {{"code", "43A2"}, {"name", "建设工程规划许可"}, {"unit", unit.text()}});
    const auto link =
        add("authorised_item", {{"authorisation", authorisation.text()}, {"item", other.text()}});
    BOOST_TEST(says("I16", item) == "remind stationing");
    change(link, "item", item.text());
    BOOST_TEST(says("I16", item) == "");
    change(link, "to", "2026-06-30");
    BOOST_TEST(says("I16", item) == "remind stationing");
    change(authorisation, "power", "full");
    BOOST_TEST(says("I16", item) == "");
    change(authorisation, "power", "receive");
    change(authorisation, "to", "2026-06-30"); // then the unit has none, which its own rule tells
    BOOST_TEST(says("I16", item) == "");
}

BOOST_AUTO_TEST_CASE(an_item_that_stays_away_is_on_the_list_or_has_a_reason)
{
    change(item, "stationing", "not_stationed");
    BOOST_TEST(says("I07", item) == "warn not_stationed_reason");
    const auto entry = add("negative_entry",
        {{"name", "建设用地规划许可"}, {"item", item.text()}, {"state", "approved"}});
    BOOST_TEST(says("I07", item) == "warn not_stationed_reason");
    change(entry, "state", "in_force");
    BOOST_TEST(says("I07", item) == "");
    change(entry, "to", "2026-06-30");
    BOOST_TEST(says("I07", item) == "warn not_stationed_reason");
    change(item, "not_stationed_reason", "site");
    BOOST_TEST(says("I07", item) == "");
}

BOOST_AUTO_TEST_CASE(a_window_whose_staff_are_all_away_handles_nothing)
{
    handle();
    man();
    add("leave",
        {{"person", clerk_at_window.text()}, {"kind", "sick"}, {"from", "2026-11-20"},
            {"to", "2026-11-23"}, {"state", "agreed"}});
    BOOST_TEST(says("I15", item) == "warn stationing");
    today = 2026y / November / 24;
    BOOST_TEST(says("I15", item) == "");
}

BOOST_AUTO_TEST_CASE(what_the_negative_list_keeps_out_is_not_stationed)
{
    BOOST_TEST(says("I17", item) == "");
    const auto entry = add("negative_entry", {{"item", item.text()}, {"state", "in_force"}});
    BOOST_TEST(says("I17", item) == "refuse stationing");
    change(entry, "to", "2026-11-23");
    BOOST_TEST(says("I17", item) == "");
    change(entry, "to", "");
    BOOST_TEST(says("I17", item) == "refuse stationing");
    change(item, "stationing", "not_stationed");
    BOOST_TEST(says("I17", item) == "");
}

BOOST_AUTO_TEST_SUITE_END()
