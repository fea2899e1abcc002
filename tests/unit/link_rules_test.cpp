#include "model/rules/link_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Links : tests::Rulebook {
    Uuid window = add("window", {{"number", "A01"}});
    Uuid other_window = add("window", {{"number", "A02"}});
    Uuid item = add("item", {{"code", "43A1"}, {"name", "食品经营许可"}});
    Uuid person = add("person", {{"name", "单雪梅"}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(link_rules_test, Links)

BOOST_AUTO_TEST_CASE(a_link_that_ends_before_it_begins_is_refused)
{
    for (const auto* entity : {"window_item", "window_staff"}) {
        BOOST_TEST(
            says("K01", entity, {{"from", "2026-02-01"}, {"to", "2026-01-31"}}) == "refuse to");
        BOOST_TEST(says("K01", entity, {{"from", "2026-02-01"}, {"to", "2026-02-01"}}) == "");
    }
}

BOOST_AUTO_TEST_CASE(a_link_with_an_end_missing_is_a_reminder)
{
    BOOST_TEST(says("K02", "window_item", {{"item", item.text()}}) == "remind window");
    BOOST_TEST(says("K02", "window_staff", {{"person", person.text()}}) == "remind window");
    BOOST_TEST(says("K04", "window_item", {{"window", window.text()}}) == "remind item");
    BOOST_TEST(says("K07", "window_staff", {{"window", window.text()}}) == "remind person");
    BOOST_TEST(says("K02", "window_item", {{"window", window.text()}}) == "");
    BOOST_TEST(says("K04", "window_item", {{"item", item.text()}}) == "");
    BOOST_TEST(says("K07", "window_staff", {{"person", person.text()}}) == "");
}

BOOST_AUTO_TEST_CASE(a_link_that_outlives_its_window_is_a_warning)
{
    for (const auto* entity : {"window_item", "window_staff"})
        BOOST_TEST(says("K03", entity, {{"window", window.text()}}) == "");
    change(window, "closed", "2026-06-30");
    for (const auto* entity : {"window_item", "window_staff"}) {
        BOOST_TEST(says("K03", entity, {{"window", window.text()}}) == "warn to");
        BOOST_TEST(sentence().find("2026-06-30") != std::string::npos);
        BOOST_TEST(says("K03", entity, {{"window", window.text()}, {"to", "2026-06-30"}}) == "");
    }
}

BOOST_AUTO_TEST_CASE(a_link_that_outlives_its_item_is_a_warning)
{
    BOOST_TEST(says("K05", "window_item", {{"item", item.text()}}) == "");
    change(item, "cancelled", "2026-06-30");
    BOOST_TEST(says("K05", "window_item", {{"item", item.text()}}) == "warn to");
    today = 2026y / June / 29;
    BOOST_TEST(says("K05", "window_item", {{"item", item.text()}}) == "");
}

BOOST_AUTO_TEST_CASE(an_item_twice_at_a_window_at_one_time_is_a_warning)
{
    const auto id = add(
        "window_item", {{"window", window.text()}, {"item", item.text()}, {"from", "2026-01-01"}});
    BOOST_TEST(says("K06", id) == "");
    BOOST_TEST(says("K06", "window_item", {{"window", window.text()}, {"item", item.text()}})
        == "warn item");
    BOOST_TEST(
        says("K06", "window_item", {{"window", other_window.text()}, {"item", item.text()}}) == "");
    BOOST_TEST(says("K06", "window_item",
                   {{"window", window.text()}, {"item", item.text()}, {"to", "2025-12-31"}})
        == "");
}

BOOST_AUTO_TEST_CASE(a_person_holding_two_windows_at_one_time_is_a_warning)
{
    const auto id =
        add("window_staff", {{"window", window.text()}, {"person", person.text()}, {"slot", "A"}});
    BOOST_TEST(says("K08", id) == "");
    const auto with = [&](std::string slot, std::string shift) {
        return says("K08", "window_staff",
            {{"window", other_window.text()}, {"person", person.text()}, {"slot", slot},
                {"shift", shift}});
    };
    BOOST_TEST(with("A", "") == "warn person");
    BOOST_TEST(sentence().find("A01") != std::string::npos);
    BOOST_TEST(with("B", "") == "");
    BOOST_TEST(with("A", "下午") == "");
}

BOOST_AUTO_TEST_CASE(nobody_is_at_one_window_twice_at_the_same_time)
{
    const auto window = add("window", {{"number", "A01"}});
    const auto person = add("person", {{"name", "袁燕涛"}});
    add("window_staff",
        {{"window", window.text()}, {"person", person.text()}, {"from", "2026-01-01"},
            {"to", "2026-03-01"}});
    const auto with = [&](std::string from, std::string shift) {
        return says("K09", "window_staff",
            {{"window", window.text()}, {"person", person.text()}, {"from", from},
                {"shift", shift}});
    };

    BOOST_TEST(with("2026-02-01", "") == "refuse person");
    BOOST_TEST(with("2026-03-01", "") == "");
    BOOST_TEST(with("2026-02-01", "下午") == "");
    BOOST_TEST(says("K08", "window_staff", {{"window", window.text()}, {"person", person.text()}})
        == ""); // K09 says it
}

BOOST_AUTO_TEST_CASE(what_is_over_stands_in_the_way_of_nothing_that_goes_on)
{
    const auto ended = add("window_staff",
        {{"window", window.text()}, {"person", person.text()}, {"to", "2026-01-01"}});
    const auto again = [&](std::initializer_list<std::pair<std::string_view, std::string>> days) {
        auto record = tests::make(def("window_staff"), new_id(), days);
        record["window"] = window;
        record["person"] = person;
        return says("K09", record);
    };

    BOOST_TEST(again({}) == "");
    BOOST_TEST(again({{"from", "2025-06-01"}}) == "refuse person");
    BOOST_TEST(again({{"from", "2026-01-01"}}) == "");
    today = 2025y / December / 31;
    BOOST_TEST(again({}) == "refuse person");

    today = 2026y / November / 23;
    add("window_staff", {{"window", window.text()}, {"person", person.text()}});
    BOOST_TEST(says("K09", ended) == "");
    BOOST_TEST(again({}) == "refuse person");
    BOOST_TEST(
        says("K08", "window_staff", {{"window", other_window.text()}, {"person", person.text()}})
        == "warn person");
}

BOOST_AUTO_TEST_CASE(an_item_at_a_window_is_in_force)
{
    const auto link = add(
        "window_item", {{"window", window.text()}, {"item", item.text()}, {"from", "2026-01-05"}});
    BOOST_TEST(says("I25", link) == "");
    change(item, "state", "suspended");
    BOOST_TEST(says("I25", link) == "remind item");
    change(item, "state", "");
    change(item, "effective", "2027-01-01");
    BOOST_TEST(says("I25", link) == "remind from");
    BOOST_TEST((*last.due == 2027y / January / 1));
    change(link, "from", "2027-01-01");
    BOOST_TEST(says("I25", link) == "");
}

BOOST_AUTO_TEST_SUITE_END()
