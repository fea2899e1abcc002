#include "model/rules/cover_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Cover : tests::Rulebook {
    Uuid first = add("person", {{"name", "单雪梅"}});
    Uuid second = add("person", {{"name", "仇志远"}});
    Uuid window = add("window", {{"number", "A01"}, {"types", "department"}});

    Uuid man(const Uuid& person, const std::string& slot, const std::string& shift = {})
    {
        return add("window_staff",
            {{"window", window.text()}, {"person", person.text()}, {"slot", slot}, {"shift", shift},
                {"from", "2026-01-05"}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cover_rules_test, Cover)

BOOST_AUTO_TEST_CASE(a_window_in_use_has_somebody_there)
{
    BOOST_TEST(says("W06", window) == "remind status");
    const auto staff = man(first, "B");
    BOOST_TEST(says("W06", window) == "");
    change(staff, "to", "2026-11-23");
    BOOST_TEST(says("W06", window) == "remind status");
    change(staff, "to", "2026-11-24");
    BOOST_TEST(says("W06", window) == "");
}

BOOST_AUTO_TEST_CASE(a_machine_and_a_window_that_is_closed_adjusted_or_still_to_open_need_nobody)
{
    BOOST_TEST(says("W06", "window", {{"number", "Z01"}, {"types", "self_service"}}) == "");
    BOOST_TEST(says("W06", "window", {{"number", "A02"}, {"status", "closed"}}) == "");
    BOOST_TEST(says("W06", "window", {{"number", "A02"}, {"status", "adjusting"}}) == "");
    BOOST_TEST(says("W06", "window", {{"number", "A02"}, {"opened", "2026-12-01"}}) == "");
    BOOST_TEST(
        says("W06", "window", {{"number", "A02"}, {"opened", "2026-11-23"}}) == "remind status");
}

BOOST_AUTO_TEST_CASE(an_a_post_has_a_b_post_beside_it)
{
    const auto a = man(first, "A");
    BOOST_TEST(says("K10", a) == "remind slot");
    const auto b = man(second, "B");
    BOOST_TEST(says("K10", a) == "");
    BOOST_TEST(says("K10", b) == "");
    change(b, "to", "2026-11-20");
    BOOST_TEST(says("K10", a) == "remind slot");
    change(window, "closed", "2026-11-20");
    BOOST_TEST(says("K10", a) == "");
}

BOOST_AUTO_TEST_CASE(nobody_covers_for_himself_or_in_another_shift)
{
    const auto a = man(first, "A", "上午");
    man(first, "B", "下午");
    BOOST_TEST(says("K10", a) == "remind slot");
    const auto b = man(second, "B", "下午");
    BOOST_TEST(says("K10", a) == "remind slot");
    change(b, "shift", "");
    BOOST_TEST(says("K10", a) == "");
}

BOOST_AUTO_TEST_CASE(who_works_at_a_general_window_was_trained_for_it)
{
    const auto link = man(first, "A");
    BOOST_TEST(says("K11", link) == ""); // of a department
    change(window, "types", "general_sector");
    BOOST_TEST(says("K11", link) == "remind person");
    const auto training = add("training",
        {{"person", first.text()}, {"topic", "服务礼仪"}, {"kind", "etiquette"},
            {"result", "passed"}});
    BOOST_TEST(says("K11", link) == "remind person");
    change(training, "kind", "general_window");
    BOOST_TEST(says("K11", link) == "");
    change(training, "result", "failed");
    BOOST_TEST(says("K11", link) == "remind person");
    change(training, "result", "attended");
    change(training, "kind", "business");
    BOOST_TEST(says("K11", link) == "");
}

BOOST_AUTO_TEST_CASE(a_window_whose_staff_are_all_away_today_needs_somebody)
{
    man(first, "A");
    man(second, "B");
    BOOST_TEST(says("W10", window) == "");
    const auto leave = add("leave",
        {{"person", first.text()}, {"kind", "annual"}, {"from", "2026-11-23"}, {"to", "2026-11-24"},
            {"state", "agreed"}});
    BOOST_TEST(says("W10", window) == ""); // the other one is there
    const auto absent = add(
        "attendance_day", {{"person", second.text()}, {"day", "2026-11-23"}, {"state", "absent"}});
    BOOST_TEST(says("W10", window) == "warn status");
    change(leave, "state", "refused");
    BOOST_TEST(says("W10", window) == "");
    change(leave, "state", "agreed");
    const auto third = add("person", {{"name", "解小兰"}});
    change(absent, "cover", third.text());
    BOOST_TEST(says("W10", window) == "");
    change(absent, "cover", "");
    BOOST_TEST(says("W10", window) == "warn status");
    change(absent, "state", "present");
    BOOST_TEST(says("W10", window) == "");
    change(absent, "state", "absent");
    change(window, "status", "adjusting");
    BOOST_TEST(says("W10", window) == "");
}

BOOST_AUTO_TEST_CASE(hours_off_leave_the_window_staffed)
{
    man(first, "A");
    add("leave",
        {{"person", first.text()}, {"kind", "outing"}, {"from", "2026-11-23"},
            {"from_time", "09:00"}, {"to", "2026-11-23"}, {"to_time", "10:30"}});
    BOOST_TEST(says("W10", window) == "");
}

BOOST_AUTO_TEST_SUITE_END()
