#include "model/day/clock_sheet.h"

#include "model/day/clock_text.h"
#include "model/exchange/encoding.h"
#include "model/exchange/sheet_writer.h"
#include "tests/support/clock_office.h"
#include "tests/support/print.h"

using namespace model;

namespace {

/// "张伟 2026-01-05 08:55 17:01; …" of each entry.
std::string entries_of(const ClockSheet& sheet)
{
    std::string all;
    for (const auto& entry : sheet.entries) {
        const auto& who = sheet.people.at(entry.who);
        all += (all.empty() ? "" : "; ") + (who.name.empty() ? who.number : who.name) + ' '
            + to_iso(entry.day);
        if (!entry.times.empty())
            all += ' ' + clock_text(entry.times);
        if (entry.word)
            all += ' '
                + std::string(
                    choices_of<Attendance>.at(static_cast<std::size_t>(*entry.word)).code);
    }
    return all;
}

std::string form(const ClockSheet& sheet)
{
    return std::string(choices_of<ClockForm>.at(static_cast<std::size_t>(sheet.layout.form)).code);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(clock_sheet_test, tests::ClockOffice)

BOOST_AUTO_TEST_CASE(a_clocks_own_file_has_no_heads)
{
    const auto sheet = read("       12\t2026-01-05 08:55:10\t1\t0\t1\t0\n"
                            "        3\t2026-01-05 09:12:40\t1\t0\t1\t0\n"
                            "       12\t2026-01-05 17:01:00\t1\t1\t1\t0\n",
        "1_attlog.dat");
    BOOST_TEST(form(sheet) == "punches");
    BOOST_TEST(entries_of(sheet) == "12 2026-01-05 08:55; 3 2026-01-05 09:12; 12 2026-01-05 17:01");
    BOOST_TEST(sheet.troubles.empty());
}

BOOST_AUTO_TEST_CASE(rows_of_clockings_are_read_in_gbk_too)
{
    std::vector<std::string> missing;
    const auto bytes =
        encode("考勤原始记录\n姓名,部门,工号,考勤日期,考勤时间,打卡时间,打卡结果\n"
               "张伟,县公安局,12,2026-01-05,2026-01-05 09:00,2026-01-05 08:55,正常\n"
               "张伟,县公安局,12,2026-01-05,2026-01-05 17:00,2026-01-05 16:40,早退\n",
            Encoding::gbk, missing);
    const auto sheet = read(bytes);
    BOOST_TEST(form(sheet) == "punches");
    BOOST_TEST(sheet.encoding == "GB18030");
    BOOST_TEST(entries_of(sheet) == "张伟 2026-01-05 08:55 present; 张伟 2026-01-05 16:40 early");
    BOOST_TEST(sheet.people.front().number == "12");
    BOOST_TEST(sheet.people.front().unit == "县公安局");
}

BOOST_AUTO_TEST_CASE(a_row_of_a_day_has_coming_going_and_results_under_heads_of_two_lines)
{
    const auto sheet = read("每日统计,,,,,,\n"
                            "姓名,工号,日期,班次,上班1,,下班1,\n"
                            ",,,,打卡时间,打卡结果,打卡时间,打卡结果\n"
                            "张伟,12,26-01-05 星期一,A班 09:00-17:00,08:55,正常,17:01,正常\n"
                            "李霞,13,26-01-05 星期一,A班 09:00-17:00,,缺卡,17:01,正常\n"
                            "李霞,13,26-01-06 星期二,A班 09:00-17:00,,请假,,请假\n");
    BOOST_TEST(form(sheet) == "days");
    BOOST_TEST(entries_of(sheet)
        == "张伟 2026-01-05 08:55 17:01 present; 李霞 2026-01-05 17:01 missed; "
           "李霞 2026-01-06 leave");
}

BOOST_AUTO_TEST_CASE(planned_hours_are_not_taken_for_clockings)
{
    const auto sheet = read("登记号码,姓名,日期,上班时间,下班时间,签到时间,签退时间\n"
                            "12,张伟,2026-01-05,09:00,17:00,09:12,17:03\n");
    BOOST_TEST(entries_of(sheet) == "张伟 2026-01-05 09:12 17:03");
    const auto plain = read("姓名,日期,上班时间,下班时间\n张伟,2026-01-05,09:12,17:03\n");
    BOOST_TEST(entries_of(plain) == "张伟 2026-01-05 09:12 17:03");
}

BOOST_AUTO_TEST_CASE(a_month_has_a_column_for_each_day_and_its_title_says_which_month)
{
    const auto sheet = read("2026年1月考勤汇总,,,,,,,\n"
                            "工号,姓名,5,6,7,8,9,出勤天数\n"
                            "12,张伟,08:55 17:01,09:12 17:00,,请假,缺卡,3\n"
                            "合计,,,,,,,3\n");
    BOOST_TEST(form(sheet) == "months");
    BOOST_TEST(sheet.layout.month == "2026-01");
    BOOST_TEST(entries_of(sheet)
        == "张伟 2026-01-05 08:55 17:01; 张伟 2026-01-06 09:12 17:00; 张伟 2026-01-07; "
           "张伟 2026-01-08 leave; 张伟 2026-01-09 missed");
}

BOOST_AUTO_TEST_CASE(a_month_that_nobody_says_is_asked_for)
{
    const auto* rows = "工号,姓名,5,6,7,8,9\n12,张伟,08:55,,,,\n";
    BOOST_CHECK_THROW(read(rows), SheetError);
    options.month = "2026-01";
    BOOST_TEST(read(rows).entries.size() == 5u);
    options.month.clear();
    BOOST_TEST(read(rows, "考勤202601.csv").layout.month == "2026-01");
}

BOOST_AUTO_TEST_CASE(blocks_name_the_person_above_his_days)
{
    const auto sheet = read("考 勤 记 录 表,,,,,\n"
                            "考勤时间:,2026-01-05 ~ 2026-01-10,,,,\n"
                            "5,6,7,8,9,10\n"
                            "工号:,12,姓名:,张伟,部门:,县公安局\n"
                            "08:5517:01,09:12,,08:50 17:00,,\n"
                            "工号：13  姓名：李霞  部门：税务,,,,,\n"
                            "08:40 17:10,,,,,\n");
    BOOST_TEST(form(sheet) == "blocks");
    BOOST_REQUIRE(sheet.people.size() == 2u);
    BOOST_TEST(sheet.people[0].text() == "12 张伟（县公安局）");
    BOOST_TEST(sheet.people[1].text() == "13 李霞（税务）");
    BOOST_TEST(entries_of(sheet).starts_with(
        "张伟 2026-01-05 08:55 17:01; 张伟 2026-01-06 09:12; 张伟 2026-01-07; "));
    BOOST_TEST(entries_of(sheet).find("李霞 2026-01-05 08:40 17:10") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_workbook_is_read_with_its_dates_and_times)
{
    const auto path = folder.file("打卡.xlsx");
    {
        const std::vector<SheetColumn> columns{
            {.head = "工号"}, {.head = "姓名"}, {.head = "打卡时间"}};
        const auto writer = create_sheet(path, columns);
        writer->row(std::vector<std::string>{"12", "张伟", "2026-01-05 08:55"});
        writer->finish();
    }
    const auto sheet = read_clock_sheet(store, path);
    BOOST_TEST(entries_of(sheet) == "张伟 2026-01-05 08:55");
}

BOOST_AUTO_TEST_CASE(cells_that_cannot_be_read_are_told_with_row_and_column)
{
    const auto sheet = read("工号,姓名,打卡时间\n12,张伟,2026-01-05 08:55\n"
                            "13,李霞,2026-01-05 25:00\n,,2026-01-05 09:00\n14,王强,\n");
    BOOST_TEST(sheet.entries.size() == 1u);
    BOOST_REQUIRE(sheet.troubles.size() == 3u);
    BOOST_TEST(sheet.troubles[0].row == 3);
    BOOST_TEST(sheet.troubles[0].column == "打卡时间");
    BOOST_TEST(sheet.troubles[0].value == "2026-01-05 25:00");
    BOOST_TEST(sheet.troubles[1].row == 4);
    BOOST_TEST(sheet.troubles[2].row == 5);
}

BOOST_AUTO_TEST_CASE(what_columns_mean_can_be_said_and_is_remembered)
{
    const auto* rows = "代码,谁,何时\n12,张伟,2026-01-05 08:55\n";
    BOOST_CHECK_THROW(read(rows), HeadsError);
    options.roles = {
        {"代码", ClockRole::number}, {"谁", ClockRole::name}, {"何时", ClockRole::when}};
    const auto sheet = read(rows);
    BOOST_TEST(entries_of(sheet) == "张伟 2026-01-05 08:55");
    remember_layout(store, sheet.layout);

    options.roles.clear();
    const auto again = read(rows);
    BOOST_TEST(again.layout.is_remembered);
    BOOST_TEST(entries_of(again) == "张伟 2026-01-05 08:55");
    options.roles = {{"哪里", ClockRole::unit}};
    BOOST_CHECK_THROW(read(rows), UsageError);
}

BOOST_AUTO_TEST_SUITE_END()
