#include "model/store/hash_index.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

bool any(std::uint32_t)
{
    return true;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hash_index_test)

BOOST_AUTO_TEST_CASE(nothing_is_found_in_an_empty_one)
{
    BOOST_TEST(!HashIndex().find(7, any));
}

BOOST_AUTO_TEST_CASE(every_number_is_found_by_its_hash_however_many_there_are)
{
    HashIndex index;
    for (std::uint32_t i = 0; i < 10'000; ++i)
        index.add(std::uint64_t{i} << 40U, i);

    for (std::uint32_t i = 0; i < 10'000; ++i)
        BOOST_REQUIRE(index.find(std::uint64_t{i} << 40U, any) == i);
    BOOST_TEST(!index.find(1, any));
}

BOOST_AUTO_TEST_CASE(of_one_hash_the_newest_that_is_wanted_is_found)
{
    HashIndex index;
    for (std::uint32_t i = 0; i < 1000; ++i)
        index.add(i % 3, i);

    BOOST_TEST(*index.find(0, any) == 999);
    BOOST_TEST(*index.find(1, [](auto number) { return number < 500; }) == 499);
    BOOST_TEST(!index.find(2, [](auto number) { return number > 998; }));
}

BOOST_AUTO_TEST_SUITE_END()
