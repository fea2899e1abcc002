#include "model/day/work_hours.h"

#include "model/day/clock_text.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

constexpr int at(int hour, int minute = 0)
{
    return hour * 60 + minute;
}

WorkDay usual()
{
    return {.hours = {{at(9), at(12)}, {at(13), at(17)}}, .grace = 0, .half_absent = 60};
}

std::string hours(std::string_view text, bool summer = false)
{
    std::string all;
    for (const auto& each : opening_hours(text, summer))
        all += (all.empty() ? "" : " ") + clock_text(each.from) + "-" + clock_text(each.to);
    return all;
}

/// "late 12 morning".
std::string text_of(const ClockVerdict& verdict)
{
    auto text =
        std::string(choices_of<Attendance>.at(static_cast<std::size_t>(verdict.state)).code);
    if (verdict.minutes)
        text += ' ' + std::to_string(*verdict.minutes);
    return verdict.is_of_morning ? text + " morning" : text;
}

std::string judged(std::vector<int> times, const WorkDay& day = usual(),
    const std::vector<Away>& away = {}, std::optional<Attendance> word = {})
{
    return text_of(judge_clock(day, times, away, word));
}

} // namespace

BOOST_AUTO_TEST_SUITE(work_hours_test)

BOOST_AUTO_TEST_CASE(opening_hours_are_read_as_halls_write_them)
{
    BOOST_TEST(hours("周一至周五 9:00—12:00，13:00—17:00") == "09:00-12:00 13:00-17:00");
    BOOST_TEST(hours("上午9点至12点，下午1:30至5:00") == "09:00-12:00 13:30-17:00");
    const auto* seasons =
        "夏季（5月1日至9月30日）8:30-12:00、15:00-18:00；冬季8:30-12:00、14:30-17:30";
    BOOST_TEST(hours(seasons, true) == "08:30-12:00 15:00-18:00");
    BOOST_TEST(hours(seasons, false) == "08:30-12:00 14:30-17:30");
    BOOST_TEST(hours("9:00-17:00；周六 9:00-12:00") == "09:00-17:00");
    BOOST_TEST(hours("24小时自助") == "");
    BOOST_TEST(hours("") == "");
}

BOOST_AUTO_TEST_CASE(the_first_clocking_is_the_coming_and_the_last_the_going)
{
    BOOST_TEST(judged({at(8, 55), at(12, 1), at(12, 58), at(17, 2)}) == "present");
    BOOST_TEST(judged({at(9, 12), at(17, 2)}) == "late 12 morning");
    BOOST_TEST(judged({at(8, 55), at(16, 40)}) == "early 20");
    BOOST_TEST(judged({at(9, 10), at(16, 40)}) == "early 20 morning");
    BOOST_TEST(judged({at(8, 55)}) == "missed");
    BOOST_TEST(judged({at(17, 5)}) == "missed morning");
    BOOST_TEST(judged({}) == "absent morning");
}

BOOST_AUTO_TEST_CASE(who_is_later_than_so_many_minutes_is_absent_for_half_a_day)
{
    BOOST_TEST(judged({at(9, 59), at(17, 2)}) == "late 59 morning");
    BOOST_TEST(judged({at(10, 0), at(17, 2)}) == "half_absent morning");
    BOOST_TEST(judged({at(8, 50), at(15, 50)}) == "half_absent");
    BOOST_TEST(judged({at(10, 30), at(15, 30)}) == "absent morning");
    auto lenient = usual();
    lenient.grace = 5;
    BOOST_TEST(judged({at(9, 5), at(16, 55)}, lenient) == "present");
    BOOST_TEST(judged({at(9, 6), at(17)}, lenient) == "late 6 morning");
}

BOOST_AUTO_TEST_CASE(each_half_is_judged_where_people_clock_at_noon)
{
    auto day = usual();
    day.clocks_at_noon = true;
    BOOST_TEST(judged({at(8, 55), at(12, 1), at(12, 58), at(17, 2)}, day) == "present");
    BOOST_TEST(judged({at(8, 55), at(12, 1), at(13, 15), at(17, 2)}, day) == "late 15");
    BOOST_TEST(judged({at(8, 55), at(17, 2)}, day) == "missed");
    BOOST_TEST(judged({at(8, 55), at(12, 1)}, day) == "half_absent");
    BOOST_TEST(judged({at(12, 58), at(17, 2)}, day) == "half_absent morning");
}

BOOST_AUTO_TEST_CASE(an_agreed_leave_is_no_absence)
{
    const Away whole{{0, minutes_a_day}, Uuid::named("leave", "1"), Attendance::leave};
    const Away afternoon{{at(13), at(17)}, Uuid::named("leave", "2"), Attendance::out};
    BOOST_TEST(judged({}, usual(), {whole}) == "leave morning");
    BOOST_TEST(judged({at(8, 55), at(12, 3)}, usual(), {afternoon}) == "present");
    BOOST_TEST(judged({}, usual(), {afternoon}) == "half_absent morning");
    const Away late{{at(16), at(17)}, Uuid::named("leave", "3"), Attendance::out};
    BOOST_TEST(judged({at(8, 55), at(16, 1)}, usual(), {late}) == "present");
    const Away morning{{at(9), at(12)}, Uuid::named("leave", "4"), Attendance::out};
    BOOST_TEST(judged({at(13, 10), at(17, 1)}, usual(), {morning}) == "late 10");
    const auto verdict = judge_clock(usual(), {}, {whole}, {});
    BOOST_TEST((verdict.leave == whole.leave));
}

BOOST_AUTO_TEST_CASE(a_word_counts_where_nobody_clocked_or_was_away)
{
    BOOST_TEST(judged({}, usual(), {}, Attendance::late) == "late morning");
    BOOST_TEST(judged({}, usual(), {}, Attendance::present) == "present");
    BOOST_TEST(judged({at(9, 30), at(17)}, usual(), {}, Attendance::present) == "late 30 morning");
    BOOST_TEST(judged({at(11, 30), at(17)}, usual(), {}, Attendance::leave) == "leave morning");
    BOOST_TEST(judged({at(8, 30), at(17)}, usual(), {}, Attendance::late) == "present");
}

BOOST_AUTO_TEST_SUITE_END()
