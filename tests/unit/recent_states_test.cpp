#include "model/sync/recent_states.h"

#include <boost/test/unit_test.hpp>

namespace tests {

using namespace model;

namespace {

ToldState told(const std::string& json)
{
    return {.json = json, .versions = {{{3, 1, 7}, {}}, {{4, 2, 9}, {}}}, .from = 10, .until = 20};
}

} // namespace

BOOST_AUTO_TEST_SUITE(recent_states_test)

BOOST_AUTO_TEST_CASE(a_state_is_found_by_its_record_and_change)
{
    RecentStates recent;

    recent.keep(7, 21, told("{}"));

    BOOST_REQUIRE(recent.find(7, 21));
    BOOST_TEST(recent.find(7, 21)->json == "{}");
    BOOST_TEST(!recent.find(7, 22));
    BOOST_TEST(!recent.find(8, 21));
}

BOOST_AUTO_TEST_CASE(it_is_for_those_who_lack_just_that_and_wrote_none_of_it)
{
    const auto state = told("{}");

    BOOST_TEST(state.is_for(5, 1, 10));
    BOOST_TEST(state.is_for(5, 1, 19));
    BOOST_TEST(!state.is_for(5, 1, 9));
    BOOST_TEST(!state.is_for(5, 1, 20));
    BOOST_TEST(!state.is_for(3, 1, 10));
    BOOST_TEST(state.is_for(3, 2, 10)); // the same number in another life
    BOOST_TEST(!state.is_for(4, 2, 10));
}

BOOST_AUTO_TEST_CASE(when_there_are_too_many_only_the_newest_stay)
{
    RecentStates recent(10'000);

    for (std::int64_t gseq = 1; gseq <= 100; ++gseq)
        recent.keep(1, gseq, told("{}"));

    BOOST_TEST(!recent.find(1, 1));
    BOOST_TEST(recent.find(1, 100));
}

BOOST_AUTO_TEST_CASE(what_was_kept_before_gives_way_to_what_is_kept_now)
{
    RecentStates recent;

    recent.keep(1, 1, told("1"));
    recent.keep(1, 1, told("2"));

    BOOST_TEST(recent.find(1, 1)->json == "2");
}

BOOST_AUTO_TEST_CASE(a_state_larger_than_the_room_is_not_kept)
{
    RecentStates recent(1000);

    recent.keep(1, 1, told("{}"));
    recent.keep(1, 2, told(std::string(2000, ' ')));

    BOOST_TEST(recent.find(1, 1));
    BOOST_TEST(!recent.find(1, 2));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace tests
