#include "views/shell/sync_light.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"

using namespace model;

namespace {

using Light = views::SyncLight::Level;

constexpr Instant now = tests::new_year_2026;
constexpr std::int64_t minute = 60'000;

/// A file that agreed with the county ten minutes ago.
struct WithStatus : tests::WithWindow {
    Light level() const { return views::light_of(status, now).level; }
    std::string words() const { return views::from_wx(views::light_of(status, now).words); }

    views::SyncStatus status{.last_acknowledged = now - 10 * minute, .enrolled = true};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sync_light_test, WithStatus)

BOOST_AUTO_TEST_CASE(it_is_green_only_where_nothing_is_open)
{
    BOOST_TEST((level() == Light::good));
    BOOST_TEST(words() == "2026-01-01 07:50 已与县里一致");
    status.unsent = 1;
    BOOST_TEST((level() == Light::warning));
    status.unsent = 0;
    status.conflicts = 1;
    BOOST_TEST((level() == Light::warning));
}

BOOST_AUTO_TEST_CASE(a_failed_sync_is_red_with_its_reason)
{
    status.last.failed_at = now - minute;
    status.last.failure = "There is no file {1}: check the name, or bring it back from a backup";
    status.last.failure_args = {"a.hall"};
    BOOST_TEST((level() == Light::bad));
    BOOST_TEST(words().find("2026-01-01 07:59 的同步没有成功") == 0u, words());
    BOOST_TEST(words().find("a.hall") != std::string::npos);
    BOOST_TEST(
        views::from_wx(views::acknowledged_text(status)) == "2026-01-01 07:50（此后未成功）");
}

BOOST_AUTO_TEST_CASE(clock_trouble_is_no_green)
{
    status.last.clock_off = 11 * minute;
    BOOST_TEST((level() == Light::warning));
    BOOST_TEST(words() == "本机时钟快了 11 分钟：请校准");
    status.last.clock_off = -11 * minute;
    BOOST_TEST(words() == "本机时钟慢了 11 分钟：请校准");
    status.last.clock_off = 2 * minute;
    BOOST_TEST((level() == Light::good));
    status.last_acknowledged = now + 60 * minute;
    BOOST_TEST((level() == Light::warning));
}

BOOST_AUTO_TEST_CASE(neither_is_a_county_that_was_restored_nor_old_agreement)
{
    status.last.is_comparing = true;
    BOOST_TEST((level() == Light::warning));
    status.last.is_comparing = false;
    status.last_acknowledged = now - 3 * 24 * 60 * minute;
    BOOST_TEST((level() == Light::plain));
    status.last_acknowledged = 0;
    BOOST_TEST((level() == Light::warning));
    status.enrolled = false;
    BOOST_TEST((level() == Light::plain));
}

BOOST_AUTO_TEST_SUITE_END()
