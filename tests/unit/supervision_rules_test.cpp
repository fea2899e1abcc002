#include "model/rules/supervision_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Supervision : tests::Rulebook {
    Uuid unit = add("unit", {{"name", "县公安局"}});
    Uuid person = add("person", {{"name", "单雪梅"}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(supervision_rules_test, Supervision)

BOOST_AUTO_TEST_CASE(an_inspection_has_a_place_and_answered_lines)
{
    BOOST_TEST(says("J01", "inspection", {{"day", "2026-03-02"}}) == "remind place");
    const auto inspection = add("inspection", {{"name", "清廉大厅自查"}});
    BOOST_TEST(says("J02", "inspection_line", {{"question", "公示收费标准"}}) == "remind answer");
    BOOST_TEST(says("J02", "inspection_line", {{"answer", "yes"}}) == "");
    add("inspection_line", {{"inspection", inspection.text()}, {"question", "公示收费标准"}});
    BOOST_TEST(says("J03", "inspection_line",
                   {{"inspection", inspection.text()}, {"question", "公示收费标准"}})
        == "refuse inspection");
}

BOOST_AUTO_TEST_CASE(a_problem_runs_its_course)
{
    BOOST_TEST(says("J11", "finding", {{"found", "2026-03-02"}, {"corrected", "2026-03-01"}})
        == "refuse corrected");
    BOOST_TEST(
        says("J11", "finding",
            {{"found", "2026-03-02"}, {"corrected", "2026-03-05"}, {"verified", "2026-03-04"}})
        == "refuse verified");
    BOOST_TEST(says("J14", "finding", {{"state", "verified"}}) == "warn verified");
    BOOST_TEST(says("J14", "finding", {{"verified", "2026-03-04"}}) == "warn correction");
    BOOST_TEST(
        says("J14", "finding", {{"verified", "2026-03-04"}, {"correction", "已补齐公示"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_problem_has_an_owner_and_is_corrected_in_time)
{
    today = 2026y / November / 23;
    BOOST_TEST(says("J13", "finding", {{"name", "脱岗"}}) == "remind unit");
    BOOST_TEST(says("J13", "finding", {{"unit", unit.text()}}) == "remind due");
    BOOST_TEST(says("J13", "finding", {{"owner", "张三"}, {"due", "2026-11-30"}}) == "");
    BOOST_TEST(says("J12", "finding", {{"due", "2026-11-22"}}) == "warn corrected");
    BOOST_TEST(says("J12", "finding", {{"due", "2026-11-23"}}) == "remind corrected");
    BOOST_TEST(says("J12", "finding", {{"due", "2026-11-27"}}) == "");
    BOOST_TEST(says("J12", "finding", {{"due", "2026-11-22"}, {"corrected", "2026-11-20"}}) == "");
    BOOST_TEST(says("J12", "finding", {{"due", "2026-11-22"}, {"state", "dropped"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_tip_is_in_hands_until_something_came_of_it)
{
    BOOST_TEST(says("J41", "tip", {{"received", "2026-03-02"}, {"handed", "2026-03-01"}})
        == "refuse handed");
    BOOST_TEST(says("J42", "tip", {{"number", "线索1"}}) == "remind handler");
    BOOST_TEST(says("J42", "tip", {{"handed_to", "县纪委监委"}}) == "");
    BOOST_TEST(says("J43", "tip", {{"closed", "2026-03-09"}}) == "warn result");
    add("tip", {{"number", "线索1"}});
    BOOST_TEST(says("J44", "tip", {{"number", "线索1"}}) == "refuse number");
    BOOST_TEST(says("J45", "reporter", {{"name", "某人"}}) == "remind complaint");
    BOOST_TEST(says("J46", "reporter", {{"phone", "12"}}) == "warn phone");
}

BOOST_AUTO_TEST_CASE(a_commitment_is_signed_each_year)
{
    today = 2026y / November / 23;
    BOOST_TEST(says("J51", "commitment", {{"year", "26"}}) == "refuse year");
    BOOST_TEST(says("J52", "commitment", {{"year", "2026"}}) == "remind signed_on");
    BOOST_TEST(says("J52", "commitment", {{"year", "2027"}}) == "");
    BOOST_TEST(says("J52", "commitment", {{"year", "2026"}, {"signed_on", "2026-01-09"}}) == "");
    add("commitment", {{"person", person.text()}, {"year", "2026"}});
    BOOST_TEST(says("J53", "commitment", {{"person", person.text()}, {"year", "2026"}})
        == "refuse person");
    BOOST_TEST(says("J53", "commitment", {{"person", person.text()}, {"year", "2025"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_task_is_done_in_time_by_somebody)
{
    today = 2026y / November / 23;
    BOOST_TEST(
        says("G11", "task", {{"set_on", "2026-03-02"}, {"due", "2026-03-01"}}) == "warn due");
    BOOST_TEST(says("G12", "task", {{"due", "2026-11-22"}}) == "warn due");
    BOOST_TEST(says("G12", "task", {{"due", "2026-11-26"}}) == "remind due");
    BOOST_TEST(says("G12", "task", {{"due", "2026-11-22"}, {"done_on", "2026-11-21"}}) == "");
    BOOST_TEST(says("G13", "task", {{"name", "补齐公示"}}) == "remind unit");
    BOOST_TEST(says("G13", "task", {{"unit", unit.text()}}) == "remind due");
    BOOST_TEST(says("G14", "task", {{"state", "done"}}) == "warn done_on");
    BOOST_TEST(says("G14", "task", {{"state", "closed"}}) == "warn closed");
}

BOOST_AUTO_TEST_SUITE_END()
