#include "model/rules/divisions.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace model;

namespace {

std::string first(std::string_view typed)
{
    const auto found = find_divisions(typed, 1);
    return found.empty() ? std::string() : found.front().path;
}

bool finds(std::string_view typed, std::string_view code)
{
    return std::ranges::any_of(
        find_divisions(typed, 50), [&](const Division& division) { return division.code == code; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(divisions_test)

BOOST_AUTO_TEST_CASE(a_county_is_found_by_code_name_pinyin_and_initials)
{
    const std::string taojiang = "湖南省 益阳市 桃江县";
    BOOST_TEST(first("430922") == taojiang);
    BOOST_TEST(first("桃江") == taojiang);
    BOOST_TEST(first("桃江县") == taojiang);
    BOOST_TEST(first("taojiang") == taojiang);
    BOOST_TEST(first("Taojiangxian") == taojiang);
    BOOST_TEST(first("湖南 taoj") == taojiang);
    BOOST_TEST(finds("tjx", "430922"));
    BOOST_TEST(finds("桃jx", "430922"));
    BOOST_TEST(finds("4309", "430922"));
    BOOST_TEST(finds("益阳", "430922"));
    BOOST_TEST(finds("yiyang", "430922"));
    BOOST_TEST(!finds("桃江 益州", "430922"));
}

BOOST_AUTO_TEST_CASE(what_is_read_in_two_ways_is_found_by_both)
{
    BOOST_TEST(first("chongqing yubei") == "重庆市 渝北区");
    BOOST_TEST(finds("changsha", "430121")); // 长沙县
}

BOOST_AUTO_TEST_CASE(rows_that_only_gather_counties_are_no_part_of_a_path)
{
    BOOST_TEST(first("110101") == "北京市 东城区");
    BOOST_TEST(first("仙桃") == "湖北省 仙桃市");
}

BOOST_AUTO_TEST_CASE(nothing_is_found_for_nothing_and_for_nonsense)
{
    BOOST_TEST(find_divisions("", 10).empty());
    BOOST_TEST(find_divisions("   ", 10).empty());
    BOOST_TEST(find_divisions("qqqq", 10).empty());
    BOOST_TEST(find_divisions("\xff\xfe", 10).empty());
    BOOST_TEST(find_divisions("4", 7).size() == 7);
}

BOOST_AUTO_TEST_CASE(a_longer_code_lies_in_its_county)
{
    BOOST_REQUIRE(county_of("430922101"));
    BOOST_TEST(county_of("430922101")->name == "桃江县");
    BOOST_TEST(county_of("430922101003")->name == "桃江县");
    BOOST_TEST(!county_of("430999"));
    BOOST_TEST(!county_of("4309221"));
    BOOST_TEST(!county_of("43092a"));
}

BOOST_AUTO_TEST_SUITE_END()
