#include "model/rules/chief_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Chiefs : tests::Rulebook {
    Uuid unit = add("unit", {{"name", "县自然资源局"}});
    Uuid person = add("person", {{"name", "单雪梅"}});
    Uuid other = add("person", {{"name", "仇志远"}});
    Uuid item = add("item", {{"code", "43A1"}, {"name", "建设用地规划许可"}});

    Uuid posted(const std::string& identity, const std::string& to = {})
    {
        return add("posting",
            {{"person", person.text()}, {"unit", unit.text()}, {"source", "sent"},
                {"identity", identity}, {"from", "2024-01-08"}, {"to", to}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(chief_rules_test, Chiefs)

BOOST_AUTO_TEST_CASE(an_authorisation_names_who_by_whom_and_on_what_papers)
{
    BOOST_TEST(says("H02", "authorisation", {{"unit", unit.text()}}) == "remind person");
    BOOST_TEST(says("H03", "authorisation", {{"person", person.text()}}) == "remind unit");
    BOOST_TEST(says("H04", "authorisation", {{"from", "2026-01-05"}}) == "warn document");
    BOOST_TEST(
        says("H04", "authorisation", {{"from", "2026-01-05"}, {"document", "授权〔2026〕3号"}})
        == "warn appointment");
    BOOST_TEST(says("H04", "authorisation",
                   {{"from", "2026-01-05"}, {"document", "授权〔2026〕3号"},
                       {"appointment", "任命〔2026〕3号"}})
        == "");
    BOOST_TEST(says("H01", "authorisation", {{"from", "2026-02-01"}, {"to", "2026-01-31"}})
        == "refuse to");
}

BOOST_AUTO_TEST_CASE(an_authorisation_is_renewed_in_time)
{
    today = 2026y / November / 23;
    BOOST_TEST(says("H05", "authorisation", {{"to", "2026-12-23"}}) == "remind to");
    BOOST_TEST(says("H05", "authorisation", {{"to", "2026-12-24"}}) == "");
    BOOST_TEST(says("H05", "authorisation", {{"to", "2026-11-23"}}) == ""); // over
    add("setting",
        {{"matter", "authorisation_notice_days"}, {"value", "60"}, {"from", "2026-01-01"}});
    BOOST_TEST(says("H05", "authorisation", {{"to", "2026-12-24"}}) == "remind to");
}

BOOST_AUTO_TEST_CASE(a_chief_who_left_or_is_no_formal_staff_is_told)
{
    const auto authorised = [&](std::string_view rule) {
        return says(rule, "authorisation", {{"person", person.text()}, {"unit", unit.text()}});
    };
    BOOST_TEST(authorised("H06") == ""); // nothing is known of him
    const auto posting = posted("institution");
    BOOST_TEST(authorised("H06") == "");
    BOOST_TEST(authorised("H07") == "");
    change(posting, "identity", "contract");
    BOOST_TEST(authorised("H07") == "warn person");
    change(posting, "to", "2026-06-30");
    BOOST_TEST(authorised("H06") == "warn person");
    BOOST_TEST(authorised("H07") == "");
}

BOOST_AUTO_TEST_CASE(a_unit_has_one_chief_at_a_time)
{
    const auto first = add("authorisation",
        {{"unit", unit.text()}, {"person", person.text()}, {"from", "2025-01-01"}});
    BOOST_TEST(says("H08", "authorisation",
                   {{"unit", unit.text()}, {"person", other.text()}, {"from", "2026-01-01"}})
        == "remind unit");
    change(first, "to", "2026-01-01");
    BOOST_TEST(says("H08", "authorisation",
                   {{"unit", unit.text()}, {"person", other.text()}, {"from", "2026-01-01"}})
        == "");
}

BOOST_AUTO_TEST_CASE(an_authorised_item_belongs_to_an_authorisation_that_goes_on)
{
    const auto authorisation =
        add("authorisation", {{"unit", unit.text()}, {"person", person.text()}});
    BOOST_TEST(
        says("H10", "authorised_item", {{"authorisation", authorisation.text()}}) == "remind item");
    BOOST_TEST(says("H10", "authorised_item", {{"item", item.text()}}) == "remind authorisation");
    BOOST_TEST(says("H11", "authorised_item", {{"item", item.text()}}) == "remind levels");
    BOOST_TEST(
        says("H11", "authorised_item", {{"item", item.text()}, {"levels", "receive,seal"}}) == "");
    BOOST_TEST(says("H09", "authorised_item", {{"from", "2026-02-01"}, {"to", "2026-01-01"}})
        == "refuse to");
    const auto link =
        add("authorised_item", {{"authorisation", authorisation.text()}, {"item", item.text()}});
    BOOST_TEST(says("H12", link) == "");
    BOOST_TEST(says("H13", "authorised_item",
                   {{"authorisation", authorisation.text()}, {"item", item.text()}})
        == "refuse item");
    BOOST_TEST(says("H13", link) == "");
    change(authorisation, "to", "2026-06-30");
    BOOST_TEST(says("H12", link) == "warn to");
    BOOST_TEST(sentence().find("2026-06-30") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_county_may_let_informal_staff_represent_a_unit)
{
    posted("contract");
    const auto asked = [&] {
        return says("H07", "authorisation",
            {{"person", person.text()}, {"unit", unit.text()}, {"from", "2026-01-05"}});
    };
    BOOST_TEST(asked() == "warn person");
    add("setting", {{"matter", "chief_is_formal_staff"}, {"value", "0"}, {"from", "2020-01-01"}});
    BOOST_TEST(asked() == "");
}

BOOST_AUTO_TEST_SUITE_END()
