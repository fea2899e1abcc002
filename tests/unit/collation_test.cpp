#include "model/listing/collation.h"

#include "model/base/text.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace model;

namespace {

std::string sorted(const std::string& words)
{
    auto all = split(words, ' ');
    std::ranges::stable_sort(all, {}, sort_key);
    return join(all, " ");
}

} // namespace

BOOST_AUTO_TEST_SUITE(collation_test)

BOOST_AUTO_TEST_CASE(chinese_stands_by_pinyin)
{
    BOOST_TEST(sorted("张 李 王 阿 周 陈 赵") == "阿 陈 李 王 张 赵 周");
    BOOST_TEST(
        sorted("县税务局 县公安局 县教育局 市公安局") == "市公安局 县公安局 县教育局 县税务局");
}

BOOST_AUTO_TEST_CASE(numbers_stand_by_their_value)
{
    BOOST_TEST(sorted("A10 A2 A1 B1 A02") == "A1 A2 A02 A10 B1");
    BOOST_TEST(sorted("100 20 3") == "3 20 100");
}

BOOST_AUTO_TEST_CASE(signs_numbers_letters_and_chinese_follow_each_other)
{
    BOOST_TEST(sorted("阿 b 1 (x) A") == "(x) 1 A b 阿");
}

BOOST_AUTO_TEST_CASE(case_and_width_make_no_difference)
{
    BOOST_TEST(sort_key("ＡＢ１") == sort_key("ab1"));
}

BOOST_AUTO_TEST_CASE(the_shorter_of_two_that_begin_alike_comes_first)
{
    BOOST_TEST(sorted("张三丰 张三 张") == "张 张三 张三丰");
}

BOOST_AUTO_TEST_CASE(rare_characters_have_their_place_too)
{
    BOOST_TEST(sorted("堃 张 坤 昆") == "坤 昆 堃 张");
    BOOST_TEST(sorted("𠮷 张") == "张 𠮷");
}

BOOST_AUTO_TEST_SUITE_END()
