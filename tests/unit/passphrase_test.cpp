#include "model/access/passphrase.h"

#include "model/base/error.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>

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

BOOST_DATA_TEST_CASE(what_is_tried_first_is_not_taken,
    boost::unit_test::data::make({"password", "P@ssw0rd2026", "Admin@123", "admin888", "woaini1314",
        "政务服务2026", "政务大厅!", "88888888", "12341234", "abcabcabc", "桃江桃江", "12345678",
        "87654321", "1234567890", "abcdefgh", "a123456789", "qwertyuiop", "1qaz2wsx", "1Q2W3E4R",
        "!qwertyui", "19900101", "20261127", "01011990", "13812345678", "07378821234",
        "430922199001010015", "43092219900101001X", "１２３４５６７８"}),
    poor)
{
    BOOST_CHECK_THROW(expect_uncommon(poor), Error);
}

BOOST_DATA_TEST_CASE(what_one_puts_together_is,
    boost::unit_test::data::make({"demo-2026", "screenshot-2026", "bench-passphrase",
        "山茶油三两七钱", "雪峰山下竹海", "correct horse battery", "58203917", "tj-hall-7391",
        "admin und eva", "窗口A12靠窗那盆花", "password of my own"}),
    good)
{
    BOOST_CHECK_NO_THROW(expect_uncommon(good));
}

BOOST_AUTO_TEST_CASE(names_are_known_to_others)
{
    const std::array<std::string, 2> names{"王小红", "桃花江镇便民服务中心"};
    BOOST_CHECK_THROW(expect_uncommon("王小红123", names), Error);
    BOOST_CHECK_THROW(expect_uncommon("桃花江镇便民服务中心", names), Error);
    BOOST_CHECK_NO_THROW(expect_uncommon("王小红家的黑猫", names));
    BOOST_CHECK_NO_THROW(expect_uncommon("王小红123"));
}

BOOST_AUTO_TEST_SUITE_END()
