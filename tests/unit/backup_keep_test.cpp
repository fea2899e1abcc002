#include "model/access/backup_keep.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using namespace model;

namespace {

constexpr Instant hour = 60LL * 60 * 1000;
constexpr Instant day = 24 * hour;
constexpr Instant begin = 1767225600000; // 2026-01-01 08:00 in China

/// A folder over a year: each day a copy at the beginning of work and one at its end.
struct Year {
    std::vector<KeptCopy> copies;
    KeepRule rule;
    std::size_t most = 0;

    void add(Instant at, std::int64_t bytes = 100)
    {
        copies.push_back({to_iso_time(at), at, bytes});
        for (const auto& name : to_delete(copies, rule))
            std::erase_if(copies, [&](const auto& copy) { return copy.name == name; });
        most = std::max(most, copies.size());
    }

    void run(int days)
    {
        for (int i = 0; i < days; ++i) {
            add(begin + i * day);
            add(begin + i * day + 9 * hour);
        }
    }

    std::set<std::string> dates() const
    {
        std::set<std::string> all;
        for (const auto& copy : copies)
            all.insert(to_iso(china_date(copy.at)));
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(backup_keep_test, Year)

BOOST_AUTO_TEST_CASE(a_year_of_copies_leaves_seven_days_four_weeks_and_twelve_months)
{
    run(365);

    const std::set<std::string> kept{
        // the last seven days; the Sundays before, of the weeks of the 21st, 14th and 7th
        "2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-27", "2026-12-26",
        "2026-12-25", "2026-12-20", "2026-12-13",
        // the last day of each month
        "2026-11-30", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30",
        "2026-05-31", "2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31"};
    BOOST_TEST(dates() == kept, boost::test_tools::per_element());
    // Both of the last two days.
    BOOST_TEST(copies.size() == kept.size() + 2);
    BOOST_TEST(most <= 26u);
}

BOOST_AUTO_TEST_CASE(what_was_copied_today_and_yesterday_all_stays)
{
    for (int i = 0; i < 6; ++i)
        add(begin + i * hour);
    BOOST_TEST(copies.size() == 6u);
    add(begin + day);
    BOOST_TEST(copies.size() == 7u);
    add(begin + 2 * day);
    BOOST_TEST(copies.size() == 3u); // of the first day the last one
}

BOOST_AUTO_TEST_CASE(a_day_is_a_day_in_china)
{
    rule = {.days = 2, .weeks = 1, .months = 1};
    add(begin + 15 * hour + hour / 2); // 23:30
    add(begin + 16 * hour + hour / 2); // 00:30 of the next day, the same day in UTC
    add(begin + 5 * day);
    BOOST_TEST(dates() == (std::set<std::string>{"2026-01-02", "2026-01-06"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(too_large_a_folder_loses_its_oldest_but_never_the_newest)
{
    rule.most_bytes = 350;
    run(60);
    BOOST_TEST(copies.size() == 3u);
    add(begin + 61 * day, 1000);
    BOOST_TEST(copies.size() == 1u);
    BOOST_TEST(copies.front().bytes == 1000);
}

BOOST_AUTO_TEST_CASE(copies_after_a_long_pause_do_not_delete_those_before_it)
{
    run(3);
    const auto before = copies.size();
    add(begin + 300 * day);
    BOOST_TEST(copies.size() >= before - 2); // the days of that week stay, seven there were not
    BOOST_TEST(dates().contains("2026-01-03"));
    BOOST_TEST(to_delete({}, rule).empty());
}

BOOST_AUTO_TEST_SUITE_END()
