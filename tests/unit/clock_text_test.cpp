#include "model/day/clock_text.h"

#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

/// "2026-01-08 08:25 12:01 late", as far as it is said; "?" for what cannot be read.
std::string read(std::string_view text)
{
    const auto cell = read_clock_cell(text);
    if (cell.is_unreadable)
        return "?";
    std::string all = cell.date ? to_iso(*cell.date) : "";
    for (const int time : cell.times)
        all += (all.empty() ? "" : " ") + clock_text(time) + (time >= minutes_a_day ? "+" : "");
    if (cell.word)
        all += (all.empty() ? "" : " ")
            + std::string(choices_of<Attendance>.at(static_cast<std::size_t>(*cell.word)).code);
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(clock_text_test)

BOOST_AUTO_TEST_CASE(cells_of_clock_programs_are_read)
{
    BOOST_TEST(read("2026-01-08 08:21:33") == "2026-01-08 08:21");
    BOOST_TEST(read("2026-01-08T08:05:09") == "2026-01-08 08:05");
    BOOST_TEST(read("2026/1/8 8:21") == "2026-01-08 08:21");
    BOOST_TEST(read("26-01-08 星期四") == "2026-01-08");
    BOOST_TEST(read("2026年1月8日") == "2026-01-08");
    BOOST_TEST(read("20260108") == "2026-01-08");
    BOOST_TEST(read("08:25 12:01 14:28 17:33") == "08:25 12:01 14:28 17:33");
    BOOST_TEST(read("08:25\n17:33\n08:25") == "08:25 17:33");
    BOOST_TEST(read("08:2117:33") == "08:21 17:33");
    BOOST_TEST(read("０８：２５") == "08:25");
    BOOST_TEST(read("8时30分") == "08:30");
    BOOST_TEST(read("下午2:28") == "14:28");
    BOOST_TEST(read("次日 00:30") == "00:30+");
    BOOST_TEST(read("17:33(外勤)") == "17:33 out");
}

BOOST_AUTO_TEST_CASE(words_on_the_day_are_read_by_the_first_list_that_has_them)
{
    BOOST_TEST(read("正常") == "present");
    BOOST_TEST(read("迟到12分钟") == "late");
    BOOST_TEST(read("早退") == "early");
    BOOST_TEST(read("缺卡") == "missed");
    BOOST_TEST(read("事假") == "leave");
    BOOST_TEST(read("迟到、缺卡") == "missed");
    BOOST_TEST(read("未打卡") == "missed");
    BOOST_TEST(read("旷工") == "absent");
}

BOOST_AUTO_TEST_CASE(what_is_neither_is_told_and_signs_for_nothing_are_empty)
{
    for (const auto* text : {"", "--", "/", "-", "—", " "})
        BOOST_TEST(read(text) == "", text);
    for (const auto* text : {"25:10", "08:61", "abc", "8.5", "张伟", "2026-02-30"})
        BOOST_TEST(read(text) == "?", text);
}

BOOST_AUTO_TEST_CASE(days_and_months_of_heads_are_found)
{
    BOOST_TEST(day_of_head("8").value_or(0) == 8);
    BOOST_TEST(day_of_head("08日").value_or(0) == 8);
    BOOST_TEST(day_of_head("8\n四").value_or(0) == 8);
    BOOST_TEST(day_of_head("8(星期四)").value_or(0) == 8);
    BOOST_TEST(day_of_head("2026-01-08").value_or(0) == 8);
    for (const auto* text : {"32", "0", "8次", "姓名", "108"})
        BOOST_TEST(!day_of_head(text).has_value(), text);
    BOOST_TEST(month_in("考勤时间：2026-01-01 ~ 2026-01-31").value_or("") == "2026-01");
    BOOST_TEST(month_in("2026年1月考勤表").value_or("") == "2026-01");
    BOOST_TEST(month_in("考勤202612.csv").value_or("") == "2026-12");
    BOOST_TEST(!month_in("一月考勤").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
