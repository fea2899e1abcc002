#include "model/rules/term_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Terms : tests::Rulebook {
    Uuid unit = add("unit", {{"name", "县自然资源局"}});
    Uuid person = add("person", {{"name", "单雪梅"}, {"birth", "1975-06-15"}});

    Uuid post(const std::string& from, const std::string& to = {})
    {
        return add("posting",
            {{"person", person.text()}, {"unit", unit.text()}, {"source", "sent"}, {"from", from},
                {"to", to}});
    }

    Uuid on_the_list(const std::string& kind, const std::string& due = {})
    {
        return add("handover_check",
            {{"person", person.text()}, {"kind", kind}, {"matter", "badge"}, {"due", due}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(term_rules_test, Terms)

BOOST_AUTO_TEST_CASE(a_trial_that_is_over_is_decided)
{
    const auto trial = [&](const std::string& until, const std::string& status) {
        return says("S11", "posting",
            {{"person", person.text()}, {"status", status}, {"from", "2026-10-20"},
                {"trial_until", until}});
    };
    BOOST_TEST(trial("2026-11-22", "trial") == "warn status");
    BOOST_TEST(sentence().find("2026-11-22") != std::string::npos);
    BOOST_TEST(trial("2026-11-23", "trial") == "remind status");
    BOOST_TEST(trial("2026-11-22", "on_duty") == "");
    BOOST_TEST(trial("", "trial") == "warn status"); // by the setting
}

BOOST_AUTO_TEST_CASE(whom_a_unit_sends_is_within_the_age_on_the_first_day)
{
    const auto posting = post("2026-06-14");
    BOOST_TEST(says("S12", posting) == ""); // 50 until the next day
    change(posting, "from", "2026-06-15");
    BOOST_TEST(says("S12", posting) == "remind person");
    change(posting, "source", "unified");
    BOOST_TEST(says("S12", posting) == "");
    change(posting, "source", "sent");
    change(posting, "to", "2026-07-31");
    BOOST_TEST(says("S12", posting) == "");
}

BOOST_AUTO_TEST_CASE(the_age_is_the_county_s_own_and_known_by_the_id_number_too)
{
    const auto posting = post("2024-01-08");
    BOOST_TEST(says("S12", posting) == "");
    add("setting", {{"matter", "window_staff_years"}, {"value", "45"}, {"from", "2026-01-01"}});
    BOOST_TEST(says("S12", posting) == "remind person");
    change(person, "birth", "");
    BOOST_TEST(says("S12", posting) == "");
    change(person, "id_number", "11010519491231002X");
    BOOST_TEST(says("S12", posting) == "remind person");
}

BOOST_AUTO_TEST_CASE(who_leaves_has_a_leaving_list)
{
    const auto posting = post("2024-01-08", "2026-11-20");
    BOOST_TEST(says("S13", posting) == "remind to");
    on_the_list("joining");
    BOOST_TEST(says("S13", posting) == "remind to");
    on_the_list("leaving");
    BOOST_TEST(says("S13", posting) == "");
}

BOOST_AUTO_TEST_CASE(no_list_is_asked_for_where_nobody_leaves_or_it_is_long_ago)
{
    const auto posting = post("2022-01-10", "2025-11-23");
    BOOST_TEST(says("S13", posting) == "remind to");
    change(posting, "to", "2025-11-22");
    BOOST_TEST(says("S13", posting) == "");
    change(posting, "to", "2026-11-20");
    BOOST_TEST(says("S13", posting) == "remind to");
    const auto next = post("2026-11-20");
    BOOST_TEST(says("S13", posting) == "");
    change(next, "to", "2026-11-23");
    BOOST_TEST(says("S13", posting) == "remind to");
    change(posting, "source", "village");
    BOOST_TEST(says("S13", posting) == "");
}

BOOST_AUTO_TEST_CASE(what_is_open_on_the_leaving_list_after_thirty_days_is_a_warning)
{
    const auto posting = post("2024-01-08", "2026-10-24");
    const auto check = on_the_list("leaving");
    BOOST_TEST(says("S14", posting) == ""); // thirty days
    change(posting, "to", "2026-10-23");
    BOOST_TEST(says("S14", posting) == "warn to");
    BOOST_TEST(sentence().find("1 matters") != std::string::npos);
    change(check, "due", "2026-10-30"); // past its own day: told at its own line
    BOOST_TEST(says("S14", posting) == "");
    BOOST_TEST(says("H32", check) == "warn done");
    change(check, "due", "2026-12-01");
    BOOST_TEST(says("S14", posting) == "warn to");
    change(check, "done", "true");
    BOOST_TEST(says("S14", posting) == "");
}

BOOST_AUTO_TEST_CASE(party_members_and_chiefs_sign_a_commitment_each_year)
{
    const auto posting = post("2026-01-05");
    BOOST_TEST(says("S15", posting) == "");
    change(person, "political_status", "party_member");
    BOOST_TEST(says("S15", posting) == "remind person");
    BOOST_TEST(sentence().find("2026") != std::string::npos);
    today = 2026y / March / 31;
    BOOST_TEST(says("S15", posting) == "");
    today = 2026y / April / 1;
    BOOST_TEST(says("S15", posting) == "remind person");
    add("commitment", {{"person", person.text()}, {"year", "2025"}, {"kind", "party"}});
    BOOST_TEST(says("S15", posting) == "remind person");
    add("commitment", {{"person", person.text()}, {"year", "2026"}, {"kind", "party"}});
    BOOST_TEST(says("S15", posting) == "");
}

BOOST_AUTO_TEST_CASE(the_county_may_ask_all_staff_for_a_commitment)
{
    const auto posting = post("2026-01-05");
    add("setting", {{"matter", "commitment_of_all"}, {"value", "1"}, {"from", "2026-01-01"}});
    BOOST_TEST(says("S15", posting) == "remind person");
    change(posting, "source", "village");
    BOOST_TEST(says("S15", posting) == "");
    change(posting, "source", "sent");
    change(posting, "to", "2026-11-01");
    BOOST_TEST(says("S15", posting) == "");
}

BOOST_AUTO_TEST_CASE(the_relation_with_the_party_follows_after_half_a_year)
{
    change(person, "political_status", "party_member");
    const auto posting = post("2026-05-24");
    BOOST_TEST(says("S16", posting) == "");
    change(posting, "from", "2026-05-23");
    BOOST_TEST(says("S16", posting) == "remind person");
    change(person, "party_transferred", "2026-09-01");
    BOOST_TEST(says("S16", posting) == "");
    change(person, "party_transferred", "");
    change(person, "political_status", "none");
    BOOST_TEST(says("S16", posting) == "");
}

BOOST_AUTO_TEST_SUITE_END()
