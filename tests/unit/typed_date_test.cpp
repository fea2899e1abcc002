#include "model/exchange/typed_date.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace model;
using namespace std::chrono;

namespace {

constexpr Date today{2026y / January / 30};

std::string read(std::string_view text, Date on = today)
{
    const auto entry = read_entered_date(text, on);
    const auto* date = std::get_if<Date>(&entry);
    return date ? to_iso(*date) : english(std::get<Message>(entry));
}

struct Typed {
    const char* text;
    const char* meant;
};

std::ostream& operator<<(std::ostream& out, const Typed& typed)
{
    return out << typed.text;
}

constexpr Typed understood[] = {
    {"20260108", "2026-01-08"},
    {"2026-01-08", "2026-01-08"},
    {"2026-1-8", "2026-01-08"},
    {"2026.1.8", "2026-01-08"},
    {"2026/1/8", "2026-01-08"},
    {"2026 1 8", "2026-01-08"},
    {"2026年1月8日", "2026-01-08"},
    {"2026年1月8号", "2026-01-08"},
    {" ２０２６－１－８ ", "2026-01-08"},
    {"2026。1。8", "2026-01-08"},
    {"2026、1、8", "2026-01-08"},
    {"2026—1—8", "2026-01-08"},
    {"2026-01-08 08:30", "2026-01-08"},
    {"26.1.8", "2026-01-08"},
    {"46-1-8", "2046-01-08"},
    {"47-1-8", "1947-01-08"},
    {"85年3月12日", "1985-03-12"},
    {"1-8", "2026-01-08"},
    {"1.8", "2026-01-08"},
    {"12/31", "2026-12-31"},
    {"1月8日", "2026-01-08"},
    {"1月8", "2026-01-08"},
    {"0108", "2026-01-08"},
    {"8日", "2026-01-08"},
    {"8号", "2026-01-08"},
    {"今天", "2026-01-30"},
    {"today", "2026-01-30"},
    {"Tomorrow", "2026-01-31"},
    {"明天", "2026-01-31"},
    {"后天", "2026-02-01"},
    {"昨天", "2026-01-29"},
    {"前天", "2026-01-28"},
    {"+7", "2026-02-06"},
    {"＋７", "2026-02-06"},
    {"+ 7", "2026-02-06"},
    {"+7天", "2026-02-06"},
    {"-3", "2026-01-27"},
    {"－30", "2025-12-31"},
    {"—3", "2026-01-27"},
    {"15天后", "2026-02-14"},
    {"3天前", "2026-01-27"},
    {"+0", "2026-01-30"},
    {"20240229", "2024-02-29"},
};

constexpr const char* not_understood[] = {"去年", "2026", "202601", "2026-1", "260108", "8",
    "1-8-2026", "1-2-3", "2026-13-1", "2026-257-1", "2026-1-264", "1301", "2026-0-1", "2026-1/8",
    "+", "-", "+123456", "1.8.", "13-1", "2026-1-0", "明", "7天", "++7", "2026年"};

} // namespace

BOOST_AUTO_TEST_SUITE(typed_date_test)

BOOST_DATA_TEST_CASE(what_clerks_type_is_a_date, boost::unit_test::data::make(understood), typed)
{
    BOOST_TEST(read(typed.text) == typed.meant);
}

BOOST_DATA_TEST_CASE(
    what_is_no_date_gets_a_sentence, boost::unit_test::data::make(not_understood), text)
{
    BOOST_TEST(read(text)
        == "“" + std::string(text) + "” is not a date: type it like 20260131, 1-31, today or +7");
}

BOOST_AUTO_TEST_CASE(a_day_that_the_month_does_not_have_is_told_so)
{
    BOOST_TEST(read("20260229") == "2026-2 has only 28 days");
    BOOST_TEST(read("2024-2-30") == "2024-2 has only 29 days");
    BOOST_TEST(read("4月31日") == "2026-4 has only 30 days");
    BOOST_TEST(read("31号", 2026y / June / 1) == "2026-6 has only 30 days");
}

BOOST_AUTO_TEST_CASE(days_are_counted_over_the_end_of_the_year)
{
    BOOST_TEST(read("+1", 2026y / December / 31) == "2027-01-01");
    BOOST_TEST(read("昨天", 2024y / March / 1) == "2024-02-29");
}

BOOST_AUTO_TEST_CASE(a_sheet_takes_no_short_forms)
{
    for (const auto* text : {"1-8", "0108", "+7", "26.1.8", "8日", "明天", "2026-257-1"})
        BOOST_TEST(!parse_typed_date(text, today).has_value(), text);
    BOOST_TEST((parse_typed_date("2026/1/8", today) == Date{2026y / January / 8}));
}

BOOST_AUTO_TEST_SUITE_END()
