#include "model/assessment/shipped_methods.h"

#include "assets/assets.h"
#include "tests/support/assessment.h"

#include <set>

using namespace tests;

BOOST_AUTO_TEST_SUITE(shipped_methods_test)

BOOST_AUTO_TEST_CASE(twelve_methods_are_there_each_under_the_name_of_its_file)
{
    std::set<std::string> ids;
    for (const auto& [method, bytes] : shipped_methods()) {
        ids.insert(method.id);
        BOOST_TEST(assets::text("methods/" + method.id + ".json") == bytes);
    }
    BOOST_TEST(ids.size() == 12U);
    BOOST_TEST(!shipped_method("nowhere"));
}

BOOST_AUTO_TEST_CASE(each_names_its_source_and_what_is_not_known)
{
    for (const auto& [method, bytes] : shipped_methods()) {
        BOOST_TEST(!method.source.document.empty(), method.id);
        BOOST_TEST(!method.source.found.empty(), method.id);
        BOOST_TEST(method.is_partial, method.id);
        BOOST_TEST(!method.unknown.empty(), method.id);
    }
}

BOOST_AUTO_TEST_CASE(they_hold_the_published_figures)
{
    const auto b = shipped("yangdong");
    std::string weights;
    for (const auto& scorer : b.composition)
        weights += std::to_string(scorer.weight) + ' ';
    BOOST_TEST(weights == "3000 3000 2000 2000 ");

    const auto c = shipped("cangnan-2019");
    BOOST_TEST(*c.bonus_cap == points("5"));
    BOOST_TEST(!c.floor);
    BOOST_TEST(*c.line("1.3")->points == points("-5"));

    const auto i = shipped("county-window");
    BOOST_TEST(*i.max == points("110"));
    Points sum;
    for (const auto& category : i.categories)
        sum += *category.points;
    BOOST_TEST(sum == points("80")); // twenty more are not published

    const auto a = shipped("yingde-2022");
    sum = Points();
    for (const auto& category : a.categories)
        sum += *category.points;
    BOOST_TEST(sum == *a.base);
    BOOST_TEST(a.titles[0].without_deductions);
    BOOST_TEST(*shipped("xiangtan-2017").titles[0].quota == 5);
    BOOST_TEST(*shipped("shaoyang-county").titles[1].quota == 9);
    BOOST_TEST((shipped("prefecture-units").period == PeriodKind::half_year));
}

BOOST_AUTO_TEST_SUITE_END()
