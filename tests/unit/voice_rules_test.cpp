#include "model/rules/voice_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Voices : tests::Rulebook {
    Uuid person = add("person", {{"name", "单雪梅"}});
    Uuid place = add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}});

    /// An own term of the county for that matter.
    void set_term(const std::string& matter, const std::string& value, const std::string& unit)
    {
        add("setting",
            {{"matter", matter}, {"value", value}, {"unit", unit}, {"from", "2026-01-01"}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(voice_rules_test, Voices)

/// 莫旗: answered within seven working days. The 9th of November 2026 is a Monday.
BOOST_AUTO_TEST_CASE(a_complaint_is_answered_within_seven_working_days)
{
    const auto open = [&] { return says("J22", "complaint", {{"received", "2026-11-09"}}); };
    today = 2026y / November / 14;
    BOOST_TEST(open() == "");
    today = 2026y / November / 15;
    BOOST_TEST(open() == "remind replied");
    today = 2026y / November / 18;
    BOOST_TEST(open() == "remind replied");
    today = 2026y / November / 19;
    BOOST_TEST(open() == "warn replied");
    BOOST_TEST(sentence().find("2026-11-18") != std::string::npos);
    BOOST_TEST(
        says("J22", "complaint", {{"received", "2026-11-09"}, {"replied", "2026-11-18"}}) == "");
    BOOST_TEST(says("J22", "complaint", {{"received", "2026-11-09"}, {"due", "2026-11-30"}}) == "");
    set_term("complaint_reply", "15", "day");
    BOOST_TEST(open() == "");
    today = 2026y / November / 25;
    BOOST_TEST(open() == "warn replied");
}

BOOST_AUTO_TEST_CASE(the_clock_stands_still_where_the_case_is_elsewhere)
{
    today = 2026y / December / 31;
    BOOST_TEST(says("J22", "complaint",
                   {{"received", "2026-11-09"}, {"left_for", "petition"}, {"left", "2026-11-12"}})
        == "");
    BOOST_TEST(says("J22", "complaint", {{"received", "2026-11-09"}, {"not_accepted", "no_object"}})
        == "");
    BOOST_TEST(says("J25", "complaint", {{"left_for", "petition"}}) == "remind left");
    BOOST_TEST(says("J25", "complaint", {{"left", "2026-11-12"}}) == "remind left_for");
}

BOOST_AUTO_TEST_CASE(a_complaint_runs_its_course)
{
    BOOST_TEST(says("J21", "complaint", {{"received", "2026-03-02"}, {"replied", "2026-03-01"}})
        == "refuse replied");
    BOOST_TEST(says("J21", "complaint", {{"replied", "2026-03-02"}, {"closed", "2026-03-01"}})
        == "refuse closed");
    add("complaint", {{"number", "投诉〔2026〕1号"}, {"place", place.text()}});
    BOOST_TEST(says("J23", "complaint", {{"number", "投诉〔2026〕1号"}, {"place", place.text()}})
        == "refuse number");
    BOOST_TEST(
        says("J24", "complaint", {{"replied", "2026-03-02"}, {"written", "1"}}) == "warn reply");
    BOOST_TEST(says("J24", "complaint", {{"replied", "2026-03-02"}}) == "remind finding");
    BOOST_TEST(
        says("J24", "complaint", {{"replied", "2026-03-02"}, {"finding", "unfounded"}}) == "");
}

/// 新乡高新区: two true complaints in a year, and the unit is asked to move the person.
BOOST_AUTO_TEST_CASE(a_second_true_complaint_in_a_year_is_told)
{
    const auto second = [&](const std::string& day) {
        return says("J26", "complaint",
            {{"person", person.text()}, {"finding", "verified"}, {"received", day}});
    };
    BOOST_TEST(second("2026-06-01") == "");
    add("complaint",
        {{"person", person.text()}, {"finding", "verified"}, {"received", "2026-03-02"}});
    BOOST_TEST(second("2026-06-01") == "warn person");
    BOOST_TEST(second("2027-01-04") == "");
}

BOOST_AUTO_TEST_CASE(a_bad_rating_is_contacted_the_next_working_day_and_corrected_in_fifteen)
{
    today = 2026y / November / 11;
    BOOST_TEST(says("J33", "bad_rating", {{"rated", "2026-11-10"}}) == "remind contacted");
    BOOST_TEST(says("J33", "bad_rating", {{"rated", "2026-11-09"}}) == "warn contacted");
    BOOST_TEST(says("J33", "bad_rating", {{"rated", "2026-11-09"}, {"named", "0"}}) == "");
    BOOST_TEST(says("J34", "bad_rating", {{"rated", "2026-11-09"}}) == "");
    today = 2026y / November / 30; // 15 working days after the 9th
    BOOST_TEST(says("J34", "bad_rating", {{"rated", "2026-11-09"}}) == "remind corrected");
    today = 2026y / December / 1;
    BOOST_TEST(says("J34", "bad_rating", {{"rated", "2026-11-09"}}) == "warn corrected");
    BOOST_TEST(says("J34", "bad_rating", {{"rated", "2026-11-09"}, {"excluded", "1"}}) == "");
}

/// 临武: seven calendar days, fifteen for what is complex.
BOOST_AUTO_TEST_CASE(a_county_may_take_calendar_days)
{
    set_term("rating_correction", "7", "day");
    set_term("rating_correction_complex", "15", "day");
    today = 2026y / November / 16;
    BOOST_TEST(says("J34", "bad_rating", {{"rated", "2026-11-09"}}) == "remind corrected");
    today = 2026y / November / 17;
    BOOST_TEST(says("J34", "bad_rating", {{"rated", "2026-11-09"}}) == "warn corrected");
    const auto complex = [&] {
        return says("J34", "bad_rating", {{"rated", "2026-11-09"}, {"complex", "1"}});
    };
    BOOST_TEST(complex() == "");
    today = 2026y / November / 24;
    BOOST_TEST(complex() == "remind corrected");
    today = 2026y / November / 25;
    BOOST_TEST(complex() == "warn corrected");
}

BOOST_AUTO_TEST_CASE(only_one_and_two_stars_are_bad_and_only_unfair_ones_are_excluded)
{
    BOOST_TEST(says("J31", "bad_rating", {{"stars", "3"}}) == "warn stars");
    BOOST_TEST(says("J31", "bad_rating", {{"stars", "2"}}) == "");
    BOOST_TEST(says("J32", "bad_rating", {{"rated", "2026-03-02"}, {"contacted", "2026-03-01"}})
        == "refuse contacted");
    BOOST_TEST(says("J35", "bad_rating", {{"excluded", "1"}}) == "refuse excluded");
    BOOST_TEST(
        says("J35", "bad_rating", {{"excluded", "1"}, {"cause", "fair"}}) == "refuse excluded");
    BOOST_TEST(says("J35", "bad_rating", {{"excluded", "1"}, {"cause", "malicious"}}) == "");
    BOOST_TEST(says("J36", "bad_rating", {{"corrected", "2026-03-02"}}) == "remind correction");
}

BOOST_AUTO_TEST_CASE(what_could_not_be_done_is_settled_in_five_or_ten_working_days)
{
    today = 2026y / November / 16;
    BOOST_TEST(says("J62", "unable_case", {{"received", "2026-11-09"}}) == "remind closed");
    today = 2026y / November / 17;
    BOOST_TEST(says("J62", "unable_case", {{"received", "2026-11-09"}}) == "warn closed");
    BOOST_TEST(
        says("J62", "unable_case", {{"received", "2026-11-09"}, {"difficulty", "special"}}) == "");
    BOOST_TEST(
        says("J62", "unable_case", {{"received", "2026-11-09"}, {"extended", "2026-11-30"}}) == "");
}

BOOST_AUTO_TEST_CASE(an_extension_is_told_before_the_case_runs_out)
{
    const auto extended = [&](const std::string& told) {
        return says("J63", "unable_case",
            {{"received", "2026-11-09"}, {"extended", "2026-11-30"}, {"told", told}});
    };
    BOOST_TEST(says("J63", "unable_case", {{"received", "2026-11-09"}, {"extended", "2026-11-30"}})
        == "warn told");
    BOOST_TEST(extended("2026-11-13") == ""); // it runs out on Monday the 16th
    BOOST_TEST(extended("2026-11-16") == "warn told");
    set_term("unresolved_told_before", "0", "day");
    BOOST_TEST(extended("2026-11-16") == "");
    BOOST_TEST(extended("2026-11-17") == "warn told");
    BOOST_TEST(says("J67", "unable_case", {{"left_for", "court"}}) == "remind left");
}

/// 信访工作条例: sixty days.
BOOST_AUTO_TEST_CASE(a_petition_is_asked_for_when_it_should_be_decided)
{
    const auto passed_on = [&](const std::string& to) {
        return says("J27", "complaint",
            {{"received", "2026-09-01"}, {"left_for", to}, {"left", "2026-09-02"}});
    };
    today = 2026y / November / 1; // the sixtieth day
    BOOST_TEST(passed_on("petition") == "remind closed");
    today = 2026y / November / 2;
    BOOST_TEST(passed_on("petition") == "warn closed");
    BOOST_TEST(passed_on("court") == "");
}

BOOST_AUTO_TEST_CASE(a_negative_answer_has_its_reason)
{
    BOOST_TEST(says("J61", "unable_case", {{"received", "2026-03-02"}, {"closed", "2026-03-01"}})
        == "refuse closed");
    BOOST_TEST(says("J64", "unable_case", {{"negative", "1"}}) == "warn result");
    BOOST_TEST(says("J64", "unable_case", {{"negative", "1"}, {"result", "不符合条件"}}) == "");
    BOOST_TEST(says("J66", "unable_case", {{"phone", "12"}}) == "warn phone");
    add("unable_case", {{"number", "1"}, {"place", place.text()}});
    BOOST_TEST(
        says("J65", "unable_case", {{"number", "1"}, {"place", place.text()}}) == "refuse number");
}

/// The days before and after the stay elsewhere count together: the 9th is a Monday, the 10th and
/// the 11th are two days; seven working days end five working days after the 27th.
BOOST_AUTO_TEST_CASE(the_clock_goes_on_where_the_case_came_back)
{
    const auto back = [&] {
        return says("J22", "complaint",
            {{"received", "2026-11-09"}, {"left_for", "petition"}, {"left", "2026-11-12"},
                {"returned", "2026-11-27"}});
    };
    today = 2026y / December / 4;
    BOOST_TEST(back() == "remind replied");
    today = 2026y / December / 31;
    BOOST_TEST(back() == "warn replied");
    BOOST_TEST(sentence().find("2026-12-04") != std::string::npos);
    BOOST_TEST(says("J27", "complaint",
                   {{"left_for", "petition"}, {"left", "2026-01-12"}, {"returned", "2026-01-27"}})
        == "");
    BOOST_TEST(says("J21", "complaint",
                   {{"received", "2026-11-09"}, {"left", "2026-11-12"}, {"returned", "2026-11-11"}})
        == "refuse returned");
    BOOST_TEST(says("J25", "complaint", {{"returned", "2026-11-27"}}) == "remind left");
}

/// The 9th is a Monday; fifteen working days end on the 30th, and later by as many as it was away.
BOOST_AUTO_TEST_CASE(
    the_clock_of_a_bad_rating_stands_still_elsewhere_and_while_its_caller_is_awaited)
{
    today = 2026y / December / 31;
    BOOST_TEST(says("J34", "bad_rating", {{"rated", "2026-11-09"}}) == "warn corrected");
    BOOST_TEST(sentence().find("2026-11-30") != std::string::npos);
    BOOST_TEST(says("J34", "bad_rating",
                   {{"rated", "2026-11-09"}, {"left_for", "discipline"}, {"left", "2026-11-12"}})
        == "");
    BOOST_TEST(
        says("J34", "bad_rating", {{"rated", "2026-11-09"}, {"awaited", "2026-11-12"}}) == "");
    // Its own day waits, too, as long as the clock stands still.
    BOOST_TEST(says("J34", "bad_rating",
                   {{"rated", "2026-11-09"}, {"due", "2026-11-20"}, {"awaited", "2026-11-12"}})
        == "");
    BOOST_TEST(
        says("J34", "bad_rating",
            {{"rated", "2026-11-09"}, {"left_for", "petition"}, {"left", "2026-11-12"},
                {"returned", "2026-11-13"}, {"awaited", "2026-11-13"}, {"answered", "2026-11-16"}})
        == "warn corrected");
    BOOST_TEST(sentence().find("2026-12-03") != std::string::npos); // the 12th, 13th and 16th
    BOOST_TEST(says("V20", "bad_rating", {{"left_for", "court"}}) == "remind left");
    BOOST_TEST(says("V21", "bad_rating", {{"answered", "2026-11-16"}}) == "remind awaited");
    BOOST_TEST(says("J32", "bad_rating", {{"awaited", "2026-11-16"}, {"answered", "2026-11-13"}})
        == "refuse answered");
    BOOST_TEST(says("J32", "bad_rating", {{"rated", "2026-11-09"}, {"left", "2026-11-06"}})
        == "refuse left");
    BOOST_TEST(says("J33", "bad_rating",
                   {{"rated", "2026-11-09"}, {"left_for", "petition"}, {"left", "2026-11-09"}})
        == "");
}

BOOST_AUTO_TEST_CASE(a_term_that_reaches_into_a_year_without_days_off_says_so)
{
    today = 2030y / December / 20;
    BOOST_TEST(says("J28", "complaint", {{"received", "2030-12-27"}}) == "remind received");
    BOOST_TEST(says("J28", "complaint", {{"received", "2026-11-09"}}) == "");
    BOOST_TEST(says("J28", "complaint", {{"received", "2030-12-27"}, {"due", "2031-01-20"}}) == "");
    BOOST_TEST(says("J38", "bad_rating", {{"rated", "2030-12-27"}}) == "remind rated");
    BOOST_TEST(says("J69", "unable_case", {{"received", "2030-12-27"}}) == "remind received");
    BOOST_TEST(
        says("J69", "unable_case", {{"received", "2030-12-27"}, {"closed", "2030-12-28"}}) == "");
}

BOOST_AUTO_TEST_CASE(who_complained_hears_how_it_ended)
{
    BOOST_TEST(says("J37", "bad_rating", {{"named", "1"}, {"corrected", "2026-11-20"}})
        == "remind called_back");
    BOOST_TEST(says("J37", "bad_rating", {{"named", "0"}, {"corrected", "2026-11-20"}}) == "");
    BOOST_TEST(says("J68", "unable_case", {{"closed", "2026-11-20"}}) == "remind fed_back");
    BOOST_TEST(
        says("J68", "unable_case", {{"closed", "2026-11-20"}, {"fed_back", "2026-11-20"}}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
