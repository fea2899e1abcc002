#include "model/rules/unit_rules.h"

#include "model/base/codes.h"
#include "tests/support/rules.h"

#include <boost/test/data/test_case.hpp>

namespace data = boost::unit_test::data;
using namespace model;
using namespace std::chrono;

BOOST_FIXTURE_TEST_SUITE(unit_rules_test, tests::Rulebook)

BOOST_DATA_TEST_CASE(real_credit_codes_are_taken,
    data::make({"12441500196720244T", "11511301008778183N", "115113010833722043",
        "11430922mb0000019f", "１１４３０９２２０００００００１９Ａ"}),
    code)
{
    BOOST_TEST(says("U01", "unit", {{"credit_code", code}}) == "");
    BOOST_TEST(says("U02", "unit", {{"credit_code", code}}) == "");
}

BOOST_DATA_TEST_CASE(a_wrong_credit_code_is_refused_with_what_is_wrong,
    data::make({"91350100M000100Y4Z", "12441500196720244U", "682364679"})
        ^ data::make({"do not fit", "do not fit", "this one has 9"}),
    code, reason)
{
    BOOST_TEST(says("U01", "unit", {{"credit_code", code}}) == "refuse credit_code");
    BOOST_TEST(sentence().find(reason) != std::string::npos, sentence());
}

BOOST_AUTO_TEST_CASE(a_credit_code_does_not_bind_before_its_standard)
{
    today = 2015y / September / 30;
    BOOST_TEST(says("U01", "unit", {{"credit_code", "682364679"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_wrong_organisation_code_inside_a_right_credit_code_is_only_a_warning)
{
    const std::string code = "11430922000000011";
    const auto full = code + credit_check_digit(code);
    BOOST_TEST(says("U01", "unit", {{"credit_code", full}}) == "");
    BOOST_TEST(says("U02", "unit", {{"credit_code", full}}) == "warn credit_code");
}

BOOST_AUTO_TEST_CASE(two_units_with_one_credit_code_are_a_warning_that_names_the_other)
{
    const auto id = add("unit", {{"name", "县公安局"}, {"credit_code", "11430922000000019A"}});
    BOOST_TEST(says("U03", id) == "");
    BOOST_TEST(says("U03", "unit", {{"name", "公安局"}, {"credit_code", "11430922000000019A"}})
        == "warn credit_code");
    BOOST_TEST(sentence().find("县公安局") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(two_units_of_one_name_are_a_warning)
{
    const auto id = add("unit", {{"name", "县公安局"}});
    BOOST_TEST(says("U04", id) == "");
    BOOST_TEST(says("U04", "unit", {{"name", "县公安局"}}) == "warn name");
}

BOOST_AUTO_TEST_CASE(an_odd_phone_number_is_a_warning)
{
    BOOST_TEST(says("U05", "unit", {{"phone", "0737-88"}}) == "warn phone");
    BOOST_TEST(says("U05", "unit", {{"phone", "0737-8820000"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_unit_that_leads_itself_is_refused_and_a_circle_is_a_warning)
{
    const auto bureau = add("unit", {{"name", "县公安局"}});
    const auto brigade = add("unit", {{"name", "交警大队"}, {"parent", bureau.text()}});
    BOOST_TEST(says("U06", brigade) == "");

    change(bureau, "parent", brigade.text());
    BOOST_TEST(says("U06", bureau) == "warn parent");
    BOOST_TEST(says("U06", brigade) == "warn parent");
    change(bureau, "parent", bureau.text());
    BOOST_TEST(says("U06", bureau) == "refuse parent");
}

BOOST_AUTO_TEST_CASE(a_unit_that_left_has_no_open_windows_and_nobody_on_duty)
{
    today = 2026y / November / 23;
    const auto unit = add("unit", {{"name", "县粮食局"}, {"closed", "2026-06-30"}});
    BOOST_TEST(says("U07", unit) == "");
    const auto window = add("window", {{"number", "A01"}, {"unit", unit.text()}});
    BOOST_TEST(says("U07", unit) == "warn closed");
    change(window, "closed", "2026-06-30");
    BOOST_TEST(says("U07", unit) == "");
    const auto posting = add("posting", {{"unit", unit.text()}, {"status", "on_duty"}});
    BOOST_TEST(says("U07", unit) == "warn closed");
    change(posting, "status", "left");
    BOOST_TEST(says("U07", unit) == "");
    add("posting", {{"unit", unit.text()}});
    change(unit, "closed", "2027-01-01");
    BOOST_TEST(says("U07", unit) == ""); // not yet
}

BOOST_AUTO_TEST_CASE(a_unit_with_items_at_the_hall_names_a_chief_representative)
{
    const auto unit = add("unit", {{"name", "县自然资源局"}});
    BOOST_TEST(says("U08", unit) == "");
    const auto item = add("item",
        {{"code", "43A1"}, {"name", "建设用地规划许可"}, {"unit", unit.text()},
            {"stationing", "stationed"}});
    BOOST_TEST(says("U08", unit) == "remind name");
    const auto authorisation =
        add("authorisation", {{"unit", unit.text()}, {"from", "2026-01-05"}});
    BOOST_TEST(says("U08", unit) == "");
    change(authorisation, "to", "2026-06-30");
    BOOST_TEST(says("U08", unit) == "remind name");
    change(item, "stationing", "not_stationed");
    BOOST_TEST(says("U08", unit) == "");
    change(item, "stationing", "stationed");
    change(item, "cancelled", "2026-06-30");
    BOOST_TEST(says("U08", unit) == "");
}

BOOST_AUTO_TEST_SUITE_END()
