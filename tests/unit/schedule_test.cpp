#include "model/sync/schedule.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace model;

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;

struct WithTimer : tests::Office {
    SyncTimer timer(const SyncSchedule& schedule = {}, Instant last = 0)
    {
        return {clock, random, schedule, last};
    }

    /// Minutes until a sync is due, asked every half minute; -1 where none is within a day.
    int minutes_until_due(SyncTimer& timer, std::int64_t unsent)
    {
        const auto begin = clock.now();
        for (; clock.now() - begin < day; clock.advance(minute / 2))
            if (timer.is_due(unsent))
                return static_cast<int>((clock.now() - begin) / minute);
        return -1;
    }
};

constexpr SyncSchedule daily{.delay = 10, .when_idle = false};
constexpr SyncSchedule idle{.at_start_of_day = false, .idle = 5};

} // namespace

BOOST_FIXTURE_TEST_SUITE(schedule_test, WithTimer)

BOOST_AUTO_TEST_CASE(a_file_keeps_its_schedule_and_has_one_to_begin_with)
{
    BOOST_TEST((sync_schedule(store) == SyncSchedule{}));
    const SyncSchedule mine{
        .at_start_of_day = false, .delay = 0, .when_idle = true, .idle = 30, .on_exit = false};
    set_sync_schedule(store, mine);
    BOOST_TEST((sync_schedule(store) == mine));
    BOOST_TEST(store.unsent() == 0);
    BOOST_CHECK_THROW(set_sync_schedule(store, {.delay = 241}), UsageError);
    BOOST_CHECK_THROW(set_sync_schedule(store, {.idle = 0}), UsageError);
    store.rows().set_setting("sync_schedule", R"({"delay": 9999, "idle": "x"})");
    BOOST_TEST((sync_schedule(store) == SyncSchedule{}));
}

BOOST_AUTO_TEST_CASE(the_daily_sync_begins_at_a_random_moment_of_the_first_minutes)
{
    std::set<int> moments;
    for (int office = 0; office < 30; ++office) {
        auto one = timer(daily);
        const int when = minutes_until_due(one, 0);
        BOOST_TEST(when >= 0);
        BOOST_TEST(when <= 10);
        moments.insert(when);
    }
    BOOST_TEST(moments.size() > 4u);
}

BOOST_AUTO_TEST_CASE(there_is_one_a_day_and_again_the_next_day)
{
    auto one = timer(daily);
    BOOST_TEST(minutes_until_due(one, 0) >= 0);
    one.began();
    BOOST_TEST(!one.is_due(0));
    one.ended(true);
    // Until midnight in China none; new_year_2026 is eight in the morning there.
    const int next = minutes_until_due(one, 0);
    BOOST_TEST(next >= 15 * 60);
    BOOST_TEST(next <= 16 * 60 + 10);
}

BOOST_AUTO_TEST_CASE(a_program_started_twice_a_day_syncs_once)
{
    auto one = timer(daily, clock.now() - 30 * minute);
    BOOST_TEST(minutes_until_due(one, 0) > 60);
}

BOOST_AUTO_TEST_CASE(one_that_failed_is_tried_again_after_half_an_hour)
{
    auto one = timer({.delay = 0, .when_idle = false});
    BOOST_TEST(one.is_due(0));
    one.began();
    one.ended(false);
    BOOST_TEST(minutes_until_due(one, 0) == 30);
}

BOOST_AUTO_TEST_CASE(what_was_entered_is_sent_once_nobody_types_any_more)
{
    auto one = timer(idle);
    BOOST_TEST(minutes_until_due(one, 0) == -1);
    one.used();
    clock.advance(4 * minute);
    BOOST_TEST(!one.is_due(3));
    one.used();
    BOOST_TEST(minutes_until_due(one, 3) == 5);
    one.began();
    one.ended(true);
    BOOST_TEST(!one.is_due(0));
    one.used();
    BOOST_TEST(minutes_until_due(one, 1) == 5);
}

BOOST_AUTO_TEST_CASE(nothing_is_due_where_nothing_is_planned)
{
    auto one = timer({.at_start_of_day = false, .when_idle = false});
    BOOST_TEST(minutes_until_due(one, 5) == -1);
    one.follow(idle);
    BOOST_TEST(one.is_due(5));
}

BOOST_AUTO_TEST_CASE(a_clock_that_was_put_back_stops_no_sync)
{
    auto one = timer(idle);
    one.used();
    one.began();
    one.ended(false);
    clock.set(clock.now() - 10 * day);
    one.used();
    BOOST_TEST(minutes_until_due(one, 1) == 5);
}

BOOST_AUTO_TEST_SUITE_END()
