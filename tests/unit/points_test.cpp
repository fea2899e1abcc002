#include "model/assessment/points.h"

#include "model/base/error.h"
#include "tests/support/assessment.h"

using tests::points;
using namespace model;

BOOST_AUTO_TEST_SUITE(points_test)

BOOST_AUTO_TEST_CASE(points_are_read_with_two_places_and_no_more)
{
    BOOST_TEST(points("-0.5").text() == "-0.5");
    BOOST_TEST(points("100").text() == "100");
    BOOST_TEST(points("-0.05") + points("0.05") == Points());
    for (const auto* wrong : {"", "-", "1.", ".5", "0.125", "+1", " 1", "1e2", "99999999999999"})
        BOOST_TEST(!Points::parse(wrong), wrong);
}

BOOST_AUTO_TEST_CASE(a_link_rounds_to_four_places_away_from_zero)
{
    BOOST_TEST(points("-15").linked(points("0.5")) == points("-7.5"));
    // 0.01 × 0.33 = 0.0033 whole; of that 0.33 = 0.001089, to four places 0.0011.
    BOOST_TEST(points("0.01").linked(points("0.33")).linked(points("0.33")).text() == "0.0011");
    // 0.01 × 0.01 = 0.0001, of that half = 0.00005, which goes up, below zero down.
    BOOST_TEST(points("0.01").linked(points("0.01")).linked(points("0.5")).text() == "0.0001");
    BOOST_TEST(points("-0.01").linked(points("0.01")).linked(points("0.5")).text() == "-0.0001");
}

BOOST_AUTO_TEST_CASE(weights_are_exact)
{
    // 97.35 × 30 % = 29.205; 33.33 % + 33.33 % + 33.34 % of one score are that score.
    BOOST_TEST(points("97.35").weighted(3000).text() == "29.205");
    const auto score = points("97.37");
    BOOST_TEST(score.weighted(3333) + score.weighted(3333) + score.weighted(3334) == score);
}

BOOST_AUTO_TEST_CASE(rounding_takes_halves_away_from_zero)
{
    const auto half = points("0.01").linked(points("0.5")); // 0.005
    BOOST_TEST(half.rounded(2) == points("0.01"));
    BOOST_TEST((-half).rounded(2) == points("-0.01"));
    BOOST_TEST((points("95.45") - half).text() == "95.445");
    BOOST_TEST((points("95.45") - half).text(2) == "95.45");
    BOOST_TEST(points("95.4").rounded(0) == points("95"));
    BOOST_TEST(points("95.5").text(2) == "95.50");
}

BOOST_AUTO_TEST_CASE(a_mean_is_rounded_once)
{
    // (95.5 × 30 + 90 × 15) / 45 = 4215 / 45 = 93.666…
    const std::vector<WeightedPoints> two{{points("95.5"), 30}, {points("90"), 15}};
    BOOST_TEST(mean(two, 4).text() == "93.6667");
    BOOST_TEST(mean(two, 2).text() == "93.67");
    // (-1 + -2) / 2 = -1.5
    const std::vector<WeightedPoints> below{{points("-1")}, {points("-2")}};
    BOOST_TEST(mean(below, 0).text() == "-2");
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_an_error_and_no_wrong_number)
{
    BOOST_CHECK_THROW(points("1000") * 1'000'000'000'000, Error);
    BOOST_CHECK_THROW(Points::of(90'000'000'000) + Points::of(90'000'000'000), Error);
    BOOST_CHECK_THROW(Points::of(1'000'000'000'000), Error);
}

BOOST_AUTO_TEST_SUITE_END()
