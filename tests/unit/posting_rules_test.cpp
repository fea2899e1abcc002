#include "model/rules/posting_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

BOOST_FIXTURE_TEST_SUITE(posting_rules_test, tests::Rulebook)

BOOST_AUTO_TEST_CASE(a_posting_that_ends_before_it_begins_is_refused)
{
    BOOST_TEST(
        says("S01", "posting", {{"from", "2026-02-01"}, {"to", "2026-01-31"}}) == "refuse to");
    BOOST_TEST(says("S01", "posting", {{"from", "2026-02-01"}, {"to", "2026-02-01"}}) == "");
    BOOST_TEST(says("S01", "posting", {{"to", "2026-02-01"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_trial_that_ends_before_the_posting_is_refused)
{
    BOOST_TEST(says("S02", "posting", {{"from", "2026-02-01"}, {"trial_until", "2026-01-31"}})
        == "refuse trial_until");
    BOOST_TEST(
        says("S02", "posting", {{"from", "2026-02-01"}, {"trial_until", "2026-02-28"}}) == "");
}

BOOST_AUTO_TEST_CASE(leaving_before_two_years_needs_reason_and_document)
{
    const auto with = [&](std::string to, std::string reason, std::string document) {
        return says("S03", "posting",
            {{"source", "sent"}, {"from", "2024-03-01"}, {"to", to}, {"end_reason", reason},
                {"document", document}});
    };
    BOOST_TEST(with("2026-02-27", "", "") == "warn end_reason");
    BOOST_TEST(sentence().find("24") != std::string::npos);
    BOOST_TEST(with("2026-02-27", "调离", "") == "warn document");
    BOOST_TEST(with("2026-02-27", "调离", "桃政函〔2026〕1号") == "");
    BOOST_TEST(with("2026-02-28", "", "") == "");
    BOOST_TEST(with("", "", "") == "");
    today = 2022y / June / 30;
    BOOST_TEST(with("2026-02-27", "", "") == "");
}

BOOST_AUTO_TEST_CASE(two_years_from_a_leap_day_end_on_the_last_of_february)
{
    const auto until = [&](std::string to) {
        return says("S03", "posting", {{"source", "sent"}, {"from", "2024-02-29"}, {"to", to}});
    };
    BOOST_TEST(until("2026-02-27") == "warn end_reason");
    BOOST_TEST(until("2026-02-28") == "");
}

BOOST_AUTO_TEST_CASE(only_who_is_sent_by_a_unit_is_bound_to_two_years)
{
    BOOST_TEST(says("S03", "posting",
                   {{"source", "unified"}, {"from", "2024-03-01"}, {"to", "2024-04-01"}})
        == "");
}

BOOST_AUTO_TEST_CASE(the_end_of_a_posting_asks_for_its_reason_once)
{
    BOOST_TEST(says("S04", "posting", {{"to", "2026-02-01"}}) == "remind end_reason");
    BOOST_TEST(says("S04", "posting", {{"to", "2026-02-01"}, {"end_kind", "retired"}}) == "");
    BOOST_TEST(says("S04", "posting", {{"to", "2026-02-01"}, {"end_reason", "退休"}}) == "");
    BOOST_TEST(
        says("S04", "posting", {{"source", "sent"}, {"from", "2025-03-01"}, {"to", "2026-02-01"}})
        == "");
    BOOST_TEST(says("S04", "posting", {{"from", "2026-02-01"}}) == "");
}

BOOST_AUTO_TEST_CASE(who_left_without_a_last_day_is_a_warning)
{
    BOOST_TEST(says("S05", "posting", {{"status", "left"}}) == "warn to");
    BOOST_TEST(says("S05", "posting", {{"status", "left"}, {"to", "2026-02-01"}}) == "");
    BOOST_TEST(says("S05", "posting", {{"status", "on_duty"}}) == "");
}

BOOST_AUTO_TEST_CASE(two_postings_at_one_time_are_a_warning_that_names_the_other_place)
{
    const auto person = add("person", {{"name", "单雪梅"}});
    const auto hall = add("place", {{"name", "桃江县政务服务中心"}, {"region", "430922"}});
    const auto id = add("posting",
        {{"person", person.text()}, {"place", hall.text()}, {"from", "2024-01-01"},
            {"to", "2025-12-31"}});
    BOOST_TEST(says("S06", id) == "");
    BOOST_TEST(
        says("S06", "posting", {{"person", person.text()}, {"from", "2025-12-30"}}) == "warn from");
    BOOST_TEST(sentence().find("桃江县政务服务中心") != std::string::npos);
    BOOST_TEST(says("S06", "posting", {{"person", person.text()}, {"from", "2025-12-31"}}) == "");
    BOOST_TEST(says("S06", "posting", {{"from", "2025-12-30"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_posting_without_person_or_sender_is_a_reminder)
{
    BOOST_TEST(says("S07", "posting", {{"source", "sent"}}) == "remind person");
    BOOST_TEST(says("S08", "posting", {{"source", "sent"}}) == "remind unit");
    BOOST_TEST(says("S08", "posting", {{"source", "unified"}}) == "");
    BOOST_TEST(says("S07", "posting", {{"person", new_id().text()}}) == "");
    BOOST_TEST(says("S08", "posting", {{"source", "sent"}, {"unit", new_id().text()}}) == "");
}

BOOST_AUTO_TEST_CASE(an_ended_posting_is_not_on_duty)
{
    today = 2026y / November / 23;
    const auto with = [&](std::string to, std::string status) {
        return says("S09", "posting", {{"to", to}, {"status", status}});
    };
    BOOST_TEST(with("2026-11-22", "on_duty") == "warn status");
    BOOST_TEST(with("2026-11-22", "left") == "");
    BOOST_TEST(with("2026-11-22", "") == "");
    BOOST_TEST(with("2026-11-23", "on_duty") == ""); // the last day
}

BOOST_AUTO_TEST_CASE(who_left_is_at_no_window_any_more)
{
    today = 2026y / November / 23;
    const auto person = add("person", {{"name", "袁燕涛"}});
    const auto window = add("window", {{"number", "A01"}});
    const auto link = add("window_staff", {{"window", window.text()}, {"person", person.text()}});
    const auto posting = add("posting", {{"person", person.text()}, {"to", "2026-11-22"}});

    BOOST_TEST(says("S10", posting) == "warn to");
    BOOST_TEST(sentence().find("A01") != std::string::npos);
    const auto other = add("posting", {{"person", person.text()}, {"from", "2026-11-23"}});
    BOOST_TEST(says("S10", posting) == ""); // serves on in another posting
    change(other, "to", "2026-11-23");
    BOOST_TEST(says("S10", posting) == "warn to");
    change(link, "to", "2026-11-22");
    BOOST_TEST(says("S10", posting) == "");
}

BOOST_AUTO_TEST_SUITE_END()
