#include "model/base/text.h"

#include <boost/test/unit_test.hpp>

using namespace model;

BOOST_AUTO_TEST_SUITE(text_test)

BOOST_AUTO_TEST_CASE(white_space_of_every_kind_goes_from_both_ends_and_stays_inside)
{
    BOOST_TEST(trimmed(" \t政务 服务\r\n") == "政务 服务");
    BOOST_TEST(trimmed("\u3000\u00A0\uFEFF张 三\u2003\u200B") == "张 三");
    BOOST_TEST(trimmed("a") == "a");
    BOOST_TEST(trimmed(" \u3000 ") == "");
    BOOST_TEST(trimmed("") == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_character_at_an_end_stays)
{
    BOOST_TEST(trimmed(" \xE5\xBC") == "\xE5\xBC");
    BOOST_TEST(trimmed("a \x80\x80") == "a \x80\x80");
    BOOST_TEST(trimmed("\xA0张\xA0") == "\xA0张\xA0");
}

BOOST_AUTO_TEST_CASE(a_text_without_its_white_ends_is_a_part_of_it)
{
    const std::string text = "\u3000窗口 ";

    const auto part = without_white_ends(text);

    BOOST_TEST(part == "窗口");
    BOOST_TEST(part.data() == text.data() + 3);
}

BOOST_AUTO_TEST_CASE(full_width_signs_become_ordinary_ones)
{
    BOOST_TEST(half_width("Ａ１（中）\u3000～ｚ") == "A1(中) ~z");
}

BOOST_AUTO_TEST_CASE(names_are_compared_without_case_width_and_white_space)
{
    BOOST_TEST(folded(" 县 政务\u3000服务　中心（Ａ区）") == "县政务服务中心(a区)");
    BOOST_TEST(folded("Ab\u00A0Ｃ") == "abc");
    BOOST_TEST(folded("\u3000") == "");
}

BOOST_AUTO_TEST_SUITE_END()
