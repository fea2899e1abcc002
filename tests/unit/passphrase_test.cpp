#include "model/access/passphrase.h"

#include "model/base/error.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace model;

BOOST_AUTO_TEST_SUITE(passphrase_test)

BOOST_DATA_TEST_CASE(eight_characters_or_four_chinese_ones_will_do,
    boost::unit_test::data::make({"demo-2026", "12345678", "桃江大厅", "桃江ab12"}), good)
{
    BOOST_CHECK_NO_THROW(expect_hard_to_guess(good));
}

BOOST_DATA_TEST_CASE(fewer_will_not,
    boost::unit_test::data::make({"", "1", "1234567", "     1234     ", "桃江县", "桃江a12"}), poor)
{
    BOOST_CHECK_THROW(expect_hard_to_guess(poor), Error);
}

BOOST_AUTO_TEST_SUITE_END()
