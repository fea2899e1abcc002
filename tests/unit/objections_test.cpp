#include "model/assessment/objections.h"

#include "model/rules/calendar.h"
#include "tests/support/assessment.h"
#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Clocks : tests::Rulebook {
    std::string draft(const AssessmentMethod& method, Date made_known)
    {
        StoreLookup lookup(store);
        const auto found = draft_objection_due(method, made_known, lookup);
        return found ? to_iso(found->on) : std::string();
    }
};

std::string due(
    Identity identity, ObjectionStep step, Date start, std::span<const OwnClock> own = {})
{
    const auto found = objection_due(identity, step, start, published_calendar(), own);
    return found ? to_iso(*found) : std::string();
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(objections_test, Clocks)

// 公务员法 arts. 95 and 96.
BOOST_AUTO_TEST_CASE(civil_servants_have_the_clocks_of_the_law)
{
    const auto servant = Identity::civil_servant;
    BOOST_TEST(due(servant, ObjectionStep::review, 2026y / January / 10) == "2026-02-09");
    BOOST_TEST(due(servant, ObjectionStep::review_answer, 2026y / January / 10) == "2026-02-09");
    BOOST_TEST(due(servant, ObjectionStep::appeal, 2026y / January / 10) == "2026-01-25");
    BOOST_TEST(due(servant, ObjectionStep::direct_appeal, 2026y / January / 10) == "2026-02-09");
    BOOST_TEST(due(servant, ObjectionStep::appeal_answer, 2026y / January / 10) == "2026-03-11");
    BOOST_TEST(due(servant, ObjectionStep::appeal_extension, 2026y / March / 11) == "2026-04-10");
    BOOST_TEST(
        due(Identity::reference, ObjectionStep::appeal, 2026y / January / 10) == "2026-01-25");
    BOOST_TEST(due(servant, ObjectionStep::review, 2019y / May / 1) == ""); // not in force
    BOOST_TEST(objection_clock(servant, ObjectionStep::appeal, 2026y / January / 1)->article
        == "第九十五条");
}

BOOST_AUTO_TEST_CASE(others_have_the_clocks_of_the_office)
{
    BOOST_TEST(due(Identity::institution, ObjectionStep::review, 2026y / January / 10) == "");
    const std::vector<OwnClock> own{
        {Identity::institution, ObjectionStep::review, {20, TermUnit::day}},
        {Identity::civil_servant, ObjectionStep::review, {5, TermUnit::day}}};
    BOOST_TEST(due(Identity::institution, ObjectionStep::review, 2026y / January / 10, own)
        == "2026-01-30");
    BOOST_TEST(due(Identity::institution, ObjectionStep::appeal, 2026y / January / 10, own) == "");
    // No office shortens what the law gives.
    BOOST_TEST(due(Identity::civil_servant, ObjectionStep::review, 2026y / January / 10, own)
        == "2026-02-09");
}

BOOST_AUTO_TEST_CASE(a_draft_may_be_objected_to_for_three_working_days)
{
    AssessmentMethod method;
    BOOST_TEST(draft(method, 2026y / March / 5) == "2026-03-10"); // Thursday to Tuesday
    add("setting",
        {{"matter", "assessment_objection"}, {"value", "5"}, {"unit", "working_day"},
            {"from", "2026-04-01"}});
    BOOST_TEST(draft(method, 2026y / March / 5) == "2026-03-10");
    BOOST_TEST(draft(method, 2026y / May / 7) == "2026-05-13"); // Saturday the 9th is worked
    method.objection = Term{2, TermUnit::day}; // the method's own stands before both
    BOOST_TEST(draft(method, 2026y / May / 7) == "2026-05-09");
    method.objection = Term{2, TermUnit::working_day};
    add("calendar_day", {{"date", "2026-06-11"}, {"kind", "off"}, {"name", "县庆"}});
    BOOST_TEST(draft(method, 2026y / June / 10) == "2026-06-15");
}

BOOST_AUTO_TEST_CASE(a_year_nobody_entered_is_told)
{
    StoreLookup lookup(store);
    AssessmentMethod method;
    method.objection = Term{2, TermUnit::working_day};
    BOOST_TEST((draft_objection_due(method, 2098y / March / 3, lookup)->unknown == 2098y));
    BOOST_TEST(!draft_objection_due(method, 2026y / March / 3, lookup)->unknown);
}

BOOST_AUTO_TEST_SUITE_END()
