#include "model/assessment/annual_grades.h"

#include "model/assessment/code_rows.h"
#include "model/rules/limits.h"
#include "tests/support/assessment.h"
#include "tests/support/rules.h"

#include <set>

using namespace model;

namespace {

AnnualGrade grade(const std::string& name, Identity identity, const std::string& proposed,
    const std::string& decided = {})
{
    return {.person = Uuid::named("person", name),
        .name = name,
        .identity = identity,
        .proposed = proposed,
        .decided = decided,
        .reason = {},
        .document = {}};
}

std::string notes(const std::vector<AnnualGrade>& grades, const GradeQuota& quota = {.percent = 20})
{
    std::string all;
    for (const auto& note : check_grades(grades, quota))
        all += std::string(level_name(note.level)) + ' ' + english(note.what) + '\n';
    return all;
}

std::vector<AnnualGrade> ten(int excellent)
{
    std::vector<AnnualGrade> all;
    for (int i = 0; i < 10; ++i)
        all.push_back(
            grade(std::to_string(i), Identity::civil_servant, i < excellent ? "优秀" : "称职"));
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(annual_grades_test)

BOOST_AUTO_TEST_CASE(each_identity_has_its_own_words)
{
    BOOST_TEST((vocabulary_of(Identity::civil_servant) == GradeVocabulary::civil));
    BOOST_TEST((vocabulary_of(Identity::reference) == GradeVocabulary::civil));
    BOOST_TEST((vocabulary_of(Identity::institution) == GradeVocabulary::institution));
    BOOST_TEST(!vocabulary_of(Identity::purchased));
    BOOST_TEST(word_for(GradeVocabulary::civil, Grade::basic)->word == "基本称职");
    BOOST_TEST(word_for(GradeVocabulary::institution, Grade::basic)->word == "基本合格");
    BOOST_TEST(word_for(GradeVocabulary::institution, Grade::incompetent)->article == "第二十一条");
    BOOST_TEST(word_for(GradeVocabulary::regular, Grade::competent)->word == "较好");
    BOOST_TEST(!word_for(GradeVocabulary::regular, Grade::not_assessed));
    BOOST_TEST((grade_of(GradeVocabulary::civil, "称职") == Grade::competent));
    BOOST_TEST(!grade_of(GradeVocabulary::institution, "称职"));
    BOOST_TEST(grade_words().size() == 16U);
}

BOOST_AUTO_TEST_CASE(a_word_of_another_identity_is_refused)
{
    BOOST_TEST(notes({grade("张三", Identity::civil_servant, "称职")}) == "");
    BOOST_TEST(notes({grade("李四", Identity::institution, "称职")})
        == "refuse 李四: “称职” is no grade for this identity: there are 优秀 / 合格 / 基本合格 / "
           "不合格 "
           "/ 不确定等次 / 不参加考核\n");
    BOOST_TEST(notes({grade("王五", Identity::contract, "合格")}) == "");
    BOOST_TEST(notes({grade("王五", Identity::contract, "马马虎虎")}).find("refuse") == 0U);
    BOOST_TEST(
        notes({grade("张三", Identity::civil_servant, "称职", "合格")}).find("refuse") == 0U);
}

BOOST_AUTO_TEST_CASE(more_than_a_fifth_is_a_warning_and_no_block)
{
    BOOST_TEST(notes(ten(2)) == "");
    BOOST_TEST(
        notes(ten(3)) == "warn 3 of 10 assessed are excellent; 20 % of them and 0 granted are 2\n");
    BOOST_TEST(notes(ten(3), {.percent = 20, .extra = 1}) == "");
    BOOST_TEST(notes(ten(3), {.percent = 25}) != ""); // 2.5 is 2
    auto nine = ten(2);
    nine.pop_back(); // 1.8 is 1
    BOOST_TEST(notes(nine) != "");
    auto absent = ten(2); // who is not assessed does not count
    absent.back().proposed = "不参加考核";
    absent.back().reason = "试用期";
    BOOST_TEST(
        notes(absent) == "warn 2 of 9 assessed are excellent; 20 % of them and 0 granted are 1\n");
    auto decided = ten(3); // what is decided counts
    decided[0].decided = "称职";
    decided[0].document = "桃人社〔2027〕3号";
    BOOST_TEST(notes(decided) == "");
}

BOOST_AUTO_TEST_CASE(outcomes_want_a_reason_and_other_decisions_a_document)
{
    auto zhang = grade("张三", Identity::civil_servant, "不确定等次");
    BOOST_TEST(notes({zhang}).find("warn 张三: “不确定等次” needs a reason") == 0U);
    zhang.reason = "立案审查";
    BOOST_TEST(notes({zhang}) == "");
    auto li = grade("李四", Identity::civil_servant, "优秀", "称职");
    BOOST_TEST(
        notes({li}) == "warn 李四: “优秀” was proposed and “称职” decided: enter the document\n");
    li.document = "桃人社〔2027〕3号";
    BOOST_TEST(notes({li}) == "");
}

BOOST_AUTO_TEST_CASE(the_quota_is_a_figure_of_the_office)
{
    tests::Rulebook office;
    StoreLookup lookup(office.store);
    const auto figure = [&](std::string_view name) {
        return limit_on(name, {lookup, office.today}).value().value;
    };
    BOOST_TEST(figure("excellent_percent") == 20);
    BOOST_TEST(figure("excellent_approved_percent") == 25);
    BOOST_TEST(figure("assessed_here_months") == 6);
}

BOOST_AUTO_TEST_CASE(who_decides_follows_from_source_and_category)
{
    const auto said = [](std::optional<PostingSource> source,
                          std::optional<UnitCategory> category) {
        const auto found = authority_for(source, category);
        return found
            ? std::string(choices_of<GradeDecider>[static_cast<std::size_t>(found->decider)].code)
                + ' '
                + std::string(choices_of<GradePaper>[static_cast<std::size_t>(found->paper)].code)
            : std::string("unknown");
    };
    BOOST_TEST(said(PostingSource::sent, UnitCategory::county_department) == "hall_office result");
    BOOST_TEST(said(PostingSource::sent, UnitCategory::vertical) == "home_unit opinion");
    BOOST_TEST(said(PostingSource::sent, UnitCategory::enterprise) == "home_unit notice");
    BOOST_TEST(said(PostingSource::unified, std::nullopt) == "hall_office result");
    BOOST_TEST(
        said(PostingSource::purchased, UnitCategory::contractor) == "hall_office contract_score");
    BOOST_TEST(said(PostingSource::partner, UnitCategory::enterprise) == "home_unit notice");
    BOOST_TEST(said(PostingSource::township, UnitCategory::township) == "township outlet_score");
    BOOST_TEST(said(PostingSource::sent, std::nullopt) == "unknown");
    BOOST_TEST(said(std::nullopt, UnitCategory::vertical) == "unknown");
}

BOOST_AUTO_TEST_CASE(our_lists_hold_known_words_alone)
{
    BOOST_CHECK_THROW(code_in<Grade>("super"), std::logic_error);
    BOOST_TEST(!code_in<Grade>(""));
    BOOST_CHECK_THROW(code_rows("methods/yingde-2022.json"), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
