#include "model/rules/link_rules.h"
#include "tests/support/rules.h"

using namespace model;

namespace {

struct Units : tests::Rulebook {
    Uuid window = add("window", {{"number", "A01"}, {"opened", "2025-01-06"}});
    Uuid police = add("unit", {{"name", "县公安局"}});
    Uuid civil = add("unit", {{"name", "县民政局"}});

    Uuid serve(const Uuid& unit, const std::string& sharing = "shared",
        const std::string& from = "2025-01-06", const std::string& to = {})
    {
        return add("window_unit",
            {{"window", window.text()}, {"unit", unit.text()}, {"sharing", sharing}, {"from", from},
                {"to", to}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(window_unit_rules_test, Units)

BOOST_AUTO_TEST_CASE(a_link_names_both_ends_and_ends_after_it_began)
{
    BOOST_TEST(says("W21", "window_unit", {{"unit", police.text()}}) == "remind window");
    BOOST_TEST(says("W21", "window_unit", {{"window", window.text()}}) == "remind unit");
    BOOST_TEST(says("W21", serve(police)) == "");
    BOOST_TEST(
        says("W20", "window_unit", {{"from", "2026-02-01"}, {"to", "2026-01-31"}}) == "refuse to");
}

BOOST_AUTO_TEST_CASE(a_unit_is_at_a_window_once_at_a_time)
{
    const auto id = serve(police);
    BOOST_TEST(says("W22", id) == "");
    BOOST_TEST(says("W22", "window_unit",
                   {{"window", window.text()}, {"unit", police.text()}, {"from", "2026-01-05"}})
        == "refuse unit");
    change(id, "to", "2026-01-05");
    BOOST_TEST(says("W22", "window_unit",
                   {{"window", window.text()}, {"unit", police.text()}, {"from", "2026-01-05"}})
        == "");
}

BOOST_AUTO_TEST_CASE(a_window_of_one_unit_is_shared_with_nobody)
{
    const auto own = serve(police, "exclusive");
    BOOST_TEST(says("W23", own) == "");
    const auto other = serve(civil, "shared");
    BOOST_TEST(says("W23", own) == "warn sharing");
    BOOST_TEST(says("W23", other) == "warn sharing");
    BOOST_TEST(sentence().find("县公安局") != std::string::npos);
    change(own, "sharing", "shared");
    BOOST_TEST(says("W23", other) == "");
    change(own, "sharing", "exclusive");
    change(own, "to", "2025-01-06");
    BOOST_TEST(says("W23", other) == "");
}

BOOST_AUTO_TEST_CASE(a_link_lies_within_the_days_of_unit_and_window)
{
    const auto id = serve(police);
    BOOST_TEST(says("W24", id) == "");
    change(police, "closed", "2026-06-30");
    BOOST_TEST(says("W24", id) == "warn to");
    change(id, "to", "2026-06-30");
    BOOST_TEST(says("W24", id) == "");
    change(window, "closed", "2026-05-31");
    BOOST_TEST(says("W25", id) == "warn to");
    change(id, "to", "2026-05-31");
    BOOST_TEST(says("W25", id) == "");
    BOOST_TEST(says("W26", id) == "");
    change(id, "from", "2024-12-31");
    BOOST_TEST(says("W26", id) == "warn from");
}

BOOST_AUTO_TEST_CASE(a_shared_window_knows_whom_to_call)
{
    const auto id = serve(police);
    BOOST_TEST(says("W27", id) == "remind contact");
    change(id, "contact", "张桂山");
    BOOST_TEST(says("W27", id) == "remind phone");
    change(id, "phone", "0737-5550001");
    BOOST_TEST(says("W27", id) == "");
    BOOST_TEST(says("W28", id) == "");
    change(id, "phone", "12");
    BOOST_TEST(says("W28", id) == "warn phone");
    BOOST_TEST(says("W27", serve(civil, "exclusive")) == "");
    change(id, "phone", "");
    change(id, "to", "2026-01-31");
    BOOST_TEST(says("W27", id) == ""); // over
}

BOOST_AUTO_TEST_CASE(the_unit_that_answers_for_a_window_serves_there)
{
    const auto id = serve(police);
    BOOST_TEST(says("W29", id) == "");
    change(window, "unit", civil.text());
    BOOST_TEST(says("W29", id) == "remind unit");
    BOOST_TEST(sentence().find("县民政局") != std::string::npos);
    serve(civil);
    BOOST_TEST(says("W29", id) == "");
}

BOOST_AUTO_TEST_SUITE_END()
