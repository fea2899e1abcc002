#include "model/exchange/ledger_sheet.h"

#include "tests/support/assessment.h"
#include "tests/support/files.h"
#include "tests/support/temp_folder.h"

using namespace tests;

namespace {

struct Sheets {
    LedgerSheet read(std::string_view id, std::string_view csv)
    {
        return read_ledger_sheet(write_file(folder.file("ledger.csv"), csv), shipped(id), {});
    }

    TempFolder folder;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(ledger_sheet_test, Sheets)

BOOST_AUTO_TEST_CASE(a_ledger_is_read_and_scored)
{
    const auto sheet = read("cangnan-2019",
        "日期,对象,条款,次数,分钟,依据\n"
        "2026-06-01,张三,1.1,,8,打卡机\n"
        "2026/6/2,张三,1.3,２,,\n"
        "2026年6月3日,李四,1.2,,,\n");
    BOOST_TEST(sheet.problems.empty());
    BOOST_REQUIRE(sheet.entries.size() == 3U);
    BOOST_TEST(sheet.entries[0].source == "打卡机");
    BOOST_TEST(sheet.rows.at(sheet.entries[1].id) == 3);
    const auto scores =
        score(shipped("cangnan-2019"), AssessmentPeriod::parse("2026-06").value(), sheet.input());
    BOOST_REQUIRE(scores.objects.size() == 2U);
    BOOST_TEST(*scores.objects[0].total == points("89")); // 100 - 1 - 10
    BOOST_TEST(*scores.objects[1].total == points("98"));
}

BOOST_AUTO_TEST_CASE(presence_ballots_scores_and_corrections_are_rows_too)
{
    const auto sheet = read("yangdong",
        "类型,日期,对象,对象类别,条款,分值,评分方,评分人,所在,起,止\n"
        "在岗,,张三,人员,,,,,公安窗口,2026-06-01,2026-06-15\n"
        "得分,,张三,人员,,95.5,,,,,\n"
        "评分,,公安窗口,窗口,,90,值班长评分,甲,,,\n"
        "ballot,,公安窗口,window,,98,clients,一,,,\n");
    BOOST_TEST(sheet.problems.empty());
    const auto scores =
        score(shipped("yangdong"), AssessmentPeriod::parse("2026-06").value(), sheet.input());
    const auto* window = scores.of(sheet.ballots[0].object);
    BOOST_REQUIRE(window);
    BOOST_TEST(*window->total == points("96.25")); // 30 + 28.65 + 18 + 19.6

    const auto corrected = read("county-window",
        "日期,对象,条款,次数,更正行,原因,批准人\n"
        "2026-06-01,社保窗口,1.1,3,,,\n"
        "2026-06-20,社保窗口,1.1,-1,2,多记一次,王主任\n");
    const auto june = score(
        shipped("county-window"), AssessmentPeriod::parse("2026-06").value(), corrected.input());
    BOOST_TEST(june.problems.empty());
    BOOST_TEST(*june.objects.front().total == points("94"));
}

BOOST_AUTO_TEST_CASE(rows_that_cannot_be_read_are_told_and_the_others_count)
{
    const auto sheet = read("cangnan-2019",
        "日期,对象,条款,次数,分钟,类型,对象类别,分值\n"
        "2026-06-31,张三,1.2,,,,,\n"
        ",张三,1.2,,,,,\n"
        "2026-06-01,,1.2,,,,,\n"
        "2026-06-01,张三,,,,,,\n"
        "2026-06-01,张三,1.2,两次,,,,\n"
        "2026-06-01,张三,1.2,,,,经理,\n"
        "2026-06-01,张三,1.2,,,加班,,\n"
        "2026-06-01,张三,1.2,,,得分,,9.555\n"
        "2026-06-01,张三,1.2,,,得分,,\n"
        "2026-06-01,张三,1.2,,,,,\n");
    std::string rows;
    for (const auto& problem : sheet.problems)
        rows += std::to_string(problem.row) + ' ';
    BOOST_TEST(rows == "2 3 4 5 6 7 8 9 10 ");
    BOOST_TEST(english(sheet.problems[1].what) == "“日期” is missing");
    BOOST_TEST(sheet.entries.size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_is_no_ledger_is_refused)
{
    BOOST_CHECK_THROW(read("cangnan-2019", "姓名,电话\n张三,1\n"), SheetError);
    BOOST_CHECK_THROW(read("cangnan-2019", ""), SheetError);
}

BOOST_AUTO_TEST_SUITE_END()
