#include "model/commands/store_lookup.h"
#include "tests/support/importing.h"
#include "tests/support/print.h"

using namespace model;
using namespace std::chrono;

BOOST_FIXTURE_TEST_SUITE(calendar_import_test, tests::Importing)

BOOST_AUTO_TEST_CASE(next_year_s_notice_comes_in_from_a_sheet_once)
{
    const auto day = 2099y / October / 10; // a Saturday
    {
        StoreLookup lookup(store);
        BOOST_TEST(!lookup.calendar().knows(2099y));
        BOOST_TEST(!lookup.calendar().is_working_day(day));
    }
    const auto path = sheet("日期,类型,节日\n"
                            "2099-10-01,放假,国庆节\n"
                            "2099年10月2日,休,国庆节\n"
                            "2099/10/10,调休上班,国庆节\n");
    const auto first = take("calendar_day", path);
    BOOST_TEST(tests::counts_of(first) == "3 new, 0 changed, 0 same, 0 wrong");
    const auto second = take("calendar_day", path);
    BOOST_TEST(tests::counts_of(second) == "0 new, 0 changed, 3 same, 0 wrong");

    StoreLookup lookup(store);
    BOOST_TEST(lookup.calendar().knows(2099y));
    BOOST_TEST(lookup.calendar().is_working_day(day));
    BOOST_TEST(!lookup.calendar().is_working_day(2099y / October / 1));
    BOOST_TEST(!lookup.calendar().is_working_day(2099y / October / 2));
}

BOOST_AUTO_TEST_CASE(figures_come_in_by_their_chinese_names)
{
    const auto first = take("setting",
        sheet("事项,数值,单位,施行日期,文号\n"
              "投诉答复期限,5,工作日,2026-01-01,桃政务发〔2026〕1号\n"
              "差评整改,7,日历日,2026-01-01,桃政务发〔2026〕1号\n"));
    BOOST_TEST(tests::counts_of(first) == "2 new, 0 changed, 0 same, 0 wrong");
    const auto second = take("setting",
        sheet("事项,数值,单位,施行日期\n"
              "投诉答复期限,3,工作日,2026-01-01\n"
              "投诉答复期限,2,工作日,2027-01-01\n"));
    BOOST_TEST(tests::counts_of(second) == "1 new, 1 changed, 0 same, 0 wrong");
}

BOOST_AUTO_TEST_SUITE_END()
