#include "model/rules/career_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Careers : tests::Rulebook {
    Uuid person = add("person", {{"name", "单雪梅"}});
    Uuid other = add("person", {{"name", "仇志远"}});
    Uuid posting = add("posting", {{"person", person.text()}, {"from", "2025-01-06"}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(career_rules_test, Careers)

BOOST_AUTO_TEST_CASE(a_change_is_of_one_posting_and_runs_forward)
{
    BOOST_TEST(says("H20", "posting_change", {{"person", person.text()}}) == "remind posting");
    BOOST_TEST(
        says("H21", "posting_change", {{"posting", posting.text()}, {"person", other.text()}})
        == "refuse person");
    BOOST_TEST(
        says("H21", "posting_change", {{"posting", posting.text()}, {"person", person.text()}})
        == "");
    BOOST_TEST(
        says("H22", "posting_change", {{"requested", "2026-11-10"}, {"wanted", "2026-11-09"}})
        == "refuse wanted");
    BOOST_TEST(
        says("H23", "posting_change", {{"requested", "2026-11-10"}, {"answered", "2026-11-09"}})
        == "refuse answered");
}

BOOST_AUTO_TEST_CASE(who_goes_is_replaced_by_another)
{
    BOOST_TEST(says("H24", "posting_change", {{"kind", "rotation"}}) == "remind successor");
    BOOST_TEST(says("H24", "posting_change", {{"kind", "extension"}}) == "");
    BOOST_TEST(says("H24", "posting_change", {{"kind", "rotation"}, {"state", "refused"}}) == "");
    BOOST_TEST(
        says("H25", "posting_change", {{"person", person.text()}, {"successor", person.text()}})
        == "refuse successor");
    BOOST_TEST(says("H26", "posting_change", {{"kind", "returned"}}) == "warn reason");
    BOOST_TEST(says("H26", "posting_change", {{"kind", "returned"}, {"reason", "多次脱岗"}}) == "");
    BOOST_TEST(says("H27", "posting_change", {{"state", "done"}}) == "warn settled");
}

/// Seven working days after Monday the 9th of November 2026 is Wednesday the 18th.
BOOST_AUTO_TEST_CASE(a_unit_answers_a_return_within_seven_working_days)
{
    const auto asked = [&](const std::string& state = {}) {
        return says("H28", "posting_change",
            {{"kind", "returned"}, {"requested", "2026-11-09"}, {"state", state}});
    };
    today = 2026y / November / 18;
    BOOST_TEST(asked() == "");
    today = 2026y / November / 19;
    BOOST_TEST(asked() == "warn answered");
    BOOST_TEST(sentence().find("2026-11-18") != std::string::npos);
    BOOST_TEST(asked("withdrawn") == "");
    BOOST_TEST(says("H28", "posting_change",
                   {{"kind", "returned"}, {"requested", "2026-11-09"}, {"answered", "2026-11-12"}})
        == "");
}

BOOST_AUTO_TEST_CASE(a_change_of_staff_is_announced_seven_working_days_before)
{
    const auto wanted = [&](const std::string& day) {
        return says("H29", "posting_change",
            {{"kind", "rotation"}, {"asked_by", "unit"}, {"requested", "2026-11-09"},
                {"wanted", day}});
    };
    BOOST_TEST(wanted("2026-11-17") == "warn wanted");
    BOOST_TEST(sentence().find("2026-11-18") != std::string::npos);
    BOOST_TEST(wanted("2026-11-18") == "");
}

BOOST_AUTO_TEST_CASE(a_line_of_the_leaving_list_is_settled_in_time_and_once)
{
    today = 2026y / November / 23;
    BOOST_TEST(says("H30", "handover_check", {{"matter", "uniform"}}) == "remind person");
    BOOST_TEST(says("H31", "handover_check", {{"done", "1"}}) == "remind done_on");
    BOOST_TEST(says("H32", "handover_check", {{"due", "2026-11-22"}}) == "warn done");
    BOOST_TEST(says("H32", "handover_check", {{"due", "2026-11-23"}}) == "remind done");
    BOOST_TEST(says("H32", "handover_check", {{"due", "2026-11-22"}, {"done", "1"}}) == "");
    add("handover_check", {{"person", person.text()}, {"kind", "leaving"}, {"matter", "badge"}});
    BOOST_TEST(says("H33", "handover_check",
                   {{"person", person.text()}, {"kind", "leaving"}, {"matter", "badge"}})
        == "refuse person");
    BOOST_TEST(says("H33", "handover_check",
                   {{"person", person.text()}, {"kind", "joining"}, {"matter", "badge"}})
        == "");
}

BOOST_AUTO_TEST_CASE(the_hours_of_a_training_fit_its_days)
{
    BOOST_TEST(
        says("H40", "training", {{"from", "2026-03-03"}, {"to", "2026-03-02"}}) == "refuse to");
    BOOST_TEST(
        says("H41", "training", {{"from", "2026-03-02"}, {"to", "2026-03-03"}, {"hours", "48.0"}})
        == "");
    BOOST_TEST(
        says("H41", "training", {{"from", "2026-03-02"}, {"to", "2026-03-03"}, {"hours", "48.1"}})
        == "refuse hours");
    BOOST_TEST(says("H42", "training", {{"topic", "服务礼仪"}}) == "remind person");
    BOOST_TEST(says("H42", "training", {{"person", person.text()}}) == "remind topic");
}

BOOST_AUTO_TEST_CASE(a_certificate_is_renewed)
{
    today = 2026y / November / 23;
    BOOST_TEST(says("H43", "certificate", {{"issued", "2026-01-02"}, {"valid_until", "2026-01-01"}})
        == "refuse valid_until");
    BOOST_TEST(says("H44", "certificate", {{"valid_until", "2026-11-22"}}) == "warn valid_until");
    BOOST_TEST(says("H44", "certificate", {{"valid_until", "2027-01-22"}}) == "remind valid_until");
    BOOST_TEST(says("H44", "certificate", {{"valid_until", "2027-01-23"}}) == "");
}

BOOST_AUTO_TEST_CASE(discipline_rests_on_a_document)
{
    BOOST_TEST(says("H51", "award", {{"kind", "warning"}}) == "warn document");
    BOOST_TEST(
        says("H51", "award", {{"kind", "warning"}, {"document", "桃政务〔2026〕8号"}}) == "");
    BOOST_TEST(says("H51", "award", {{"kind", "star"}}) == "");
    BOOST_TEST(says("H50", "award", {{"decided", "2026-05-02"}, {"effect_until", "2026-05-01"}})
        == "refuse effect_until");
    BOOST_TEST(says("H52", "award", {{"kind", "star"}}) == "remind person");
}

BOOST_AUTO_TEST_SUITE_END()
