#include "model/rules/personal_information_rules.h"

#include "tests/support/editing.h"
#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Registers : tests::Rulebook {
    std::string assessment(std::string_view rule,
        std::initializer_list<std::pair<std::string_view, std::string>> fields)
    {
        return says(rule, "impact_assessment", fields);
    }
    std::string provision(std::string_view rule,
        std::initializer_list<std::pair<std::string_view, std::string>> fields)
    {
        return says(rule, "provision", fields);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(personal_information_rules_test, Registers)

BOOST_AUTO_TEST_CASE(an_assessment_says_why_what_and_how_it_is_protected)
{
    BOOST_TEST(assessment("E01", {{"matter", "考勤人脸识别"}}) == "warn reasons");
    BOOST_TEST(last.source->article == "第五十五条");
    BOOST_TEST(assessment("E01", {{"matter", "考勤"}, {"reasons", "sensitive"}}) == "");
    BOOST_TEST(assessment("E02", {{"matter", "考勤"}}) == "warn purpose");
    BOOST_TEST(
        assessment("E02",
            {{"matter", "考勤"}, {"purpose", "考勤"}, {"effects", "小"}, {"measures", "加密"}})
        == "warn fitting");
    BOOST_TEST(assessment("E02",
                   {{"matter", "考勤"}, {"purpose", "考勤"}, {"effects", "小"},
                       {"measures", "加密"}, {"fitting", "yes"}})
        == "");
    BOOST_TEST(assessment("E03", {{"matter", "考勤"}, {"fitting", "no"}}) == "warn fitting");
}

BOOST_AUTO_TEST_CASE(an_assessment_is_kept_for_three_years)
{
    BOOST_TEST(assessment("E04",
                   {{"matter", "甲"}, {"assessed", "2026-03-01"}, {"keep_until", "2029-02-28"}})
        == "refuse keep_until");
    BOOST_TEST(sentence().find("2029-03-01") != std::string::npos, sentence());
    BOOST_TEST(last.source->article == "第五十六条");
    BOOST_TEST(assessment("E04",
                   {{"matter", "甲"}, {"assessed", "2026-03-01"}, {"keep_until", "2029-03-01"}})
        == "");
    BOOST_TEST(
        assessment("E05", {{"matter", "甲"}, {"assessed", "2024-02-29"}}) == "remind keep_until");
    BOOST_TEST(sentence().find("2027-02-28") != std::string::npos, sentence());
}

BOOST_AUTO_TEST_CASE(somebody_receives_what_is_given_unless_it_is_published)
{
    BOOST_TEST(provision("V01", {{"matter", "名册"}}) == "refuse receiver");
    BOOST_TEST(provision("V01", {{"matter", "名册"}, {"receiver", "某公司"}}) == "");
    const auto unit = add("unit", {{"name", "县公安局"}});
    BOOST_TEST(provision("V01", {{"matter", "名册"}, {"unit", unit.text()}}) == "");
    BOOST_TEST(provision("V01", {{"matter", "公示"}, {"kind", "publish"}}) == "");
}

BOOST_AUTO_TEST_CASE(sensitive_information_is_not_given_without_an_assessment)
{
    BOOST_TEST(provision("V05", {{"matter", "名册"}, {"information", "name,id_number"}})
        == "warn assessment");
    BOOST_TEST(
        provision("V05", {{"matter", "名册"}, {"information", "health"}}) == "warn assessment");
    BOOST_TEST(last.source->article == "第五十五条");
    BOOST_TEST(
        provision("V05", {{"matter", "名册"}, {"information", "name"}}) == "remind assessment");
    const auto id = add("impact_assessment", {{"matter", "名册"}});
    BOOST_TEST(
        provision("V05", {{"matter", "名册"}, {"information", "health"}, {"assessment", id.text()}})
        == "");
}

BOOST_AUTO_TEST_CASE(a_provision_rests_on_something_and_is_kept_from_its_last_day)
{
    BOOST_TEST(provision("V02", {{"matter", "名册"}}) == "warn legal_basis");
    BOOST_TEST(provision("V04", {{"matter", "名册"}, {"consent", "missing"}}) == "warn consent");
    BOOST_TEST(provision("V06",
                   {{"matter", "名册"}, {"from", "2025-01-01"}, {"to", "2026-01-01"},
                       {"keep_until", "2028-12-31"}})
        == "refuse keep_until");
    BOOST_TEST(last.source->document == "网络数据安全管理条例");
    BOOST_TEST(provision("V06",
                   {{"matter", "名册"}, {"from", "2025-01-01"}, {"to", "2026-01-01"},
                       {"keep_until", "2029-01-01"}})
        == "");
    BOOST_TEST(provision("V08", {{"matter", "名册"}, {"from", "2025-01-01"}, {"to", "2024-01-01"}})
        == "refuse to");
}

BOOST_AUTO_TEST_CASE(a_time_of_keeping_is_a_time)
{
    const auto time = [&](const char* years, const char* months) {
        return says("T01", "retention",
            {{"name", "离岗人员"}, {"subject", "left_staff"}, {"years", years},
                {"months", months}});
    };
    BOOST_TEST(time("3", "0") == "");
    BOOST_TEST(time("0", "6") == "");
    BOOST_TEST(time("0", "0") == "refuse years");
    BOOST_TEST(time("-1", "20") == "refuse years");
    BOOST_TEST(time("51", "0") == "refuse years");
    BOOST_TEST(says("T02", "retention", {{"name", "离岗人员"}, {"years", "3"}}) == "warn subject");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_CASE(what_is_kept_is_not_deleted_before, tests::Editing)
{
    const auto young = made("impact_assessment",
        {{"matter", "名册"}, {"assessed", "2025-01-01"}, {"reasons", "provide"}});
    BOOST_TEST(told(editor.remove(young)) == "refuse kept keep_until");
    BOOST_TEST(!is_deleted(young));
    const auto old = made("impact_assessment",
        {{"matter", "名册"}, {"assessed", "2022-01-01"}, {"keep_until", "2025-12-31"}});
    BOOST_TEST(editor.remove(old).done);
    const auto provided = made("provision",
        {{"matter", "名册"}, {"receiver", "某公司"}, {"from", "2022-01-01"}, {"to", "2025-06-01"}});
    BOOST_TEST(!editor.remove(provided).done);
    const auto later = made("provision",
        {{"matter", "名册"}, {"receiver", "某公司"}, {"from", "2020-01-01"}, {"to", "2020-06-01"},
            {"keep_until", "2030-01-01"}});
    BOOST_TEST(!editor.remove(later).done);
}
