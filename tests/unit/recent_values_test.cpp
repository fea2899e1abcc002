#include "model/sync/recent_values.h"

#include <boost/test/unit_test.hpp>

namespace tests {

using namespace model;

BOOST_AUTO_TEST_SUITE(recent_values_test)

BOOST_AUTO_TEST_CASE(a_value_is_found_by_its_version_and_field)
{
    RecentValues recent;

    recent.keep({1, 1, 7}, 3, "\"D1\"");
    recent.keep({1, 1, 7}, 4, "");

    BOOST_TEST((recent.find({1, 1, 7}, 3) == "\"D1\""));
    BOOST_TEST((recent.find({1, 1, 7}, 4) == ""));
    BOOST_TEST(!recent.find({1, 1, 7}, 5));
    BOOST_TEST(!recent.find({1, 1, 8}, 3));
    BOOST_TEST(!recent.find({2, 1, 7}, 3));
}

BOOST_AUTO_TEST_CASE(when_there_are_too_many_only_the_newest_stay)
{
    RecentValues recent(1000);

    for (std::uint64_t seq = 1; seq <= 100; ++seq)
        recent.keep({1, 1, seq}, 3, "\"D1\"");

    BOOST_TEST(!recent.find({1, 1, 1}, 3));
    BOOST_TEST((recent.find({1, 1, 100}, 3) == "\"D1\""));
}

BOOST_AUTO_TEST_CASE(a_value_larger_than_the_room_is_not_kept)
{
    RecentValues recent(100);

    recent.keep({1, 1, 1}, 3, "1");
    recent.keep({1, 1, 2}, 3, std::string(1000, 'x'));

    BOOST_TEST((recent.find({1, 1, 1}, 3) == "1"));
    BOOST_TEST(!recent.find({1, 1, 2}, 3));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace tests
