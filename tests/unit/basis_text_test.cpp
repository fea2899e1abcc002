#include "model/assessing/basis_text.h"

#include "model/assessing/period_result.h"
#include "tests/support/assessment.h"
#include "tests/support/files.h"
#include "tests/support/where.h"

#include <boost/json/parse.hpp>

using namespace model;

namespace {

/// Scores of a month as some version locked them. Worked by hand: A 2 x 2 points off (of three
/// times one was taken back), B twice 2, C nothing; half of what a window loses while the chief
/// representative serves there goes on to him: 2 from A, 1 from B, where he served from the 11th.
/// A stands before B, which has two deductions; C is barred for the year by what happened in March.
struct Locked {
    std::string text = tests::bytes_of(tests::source_dir() + "/tests/data/locked_period.json");
    PeriodInput input = read_basis(text);
    PeriodResult result = result_of(read_basis(text));

    std::string total(std::size_t object)
    {
        return result.standing(input.objects.at(object).id)->total->text();
    }
    int place(std::size_t object) { return result.rank_of(input.objects.at(object).id)->place; }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(basis_text_test, Locked)

BOOST_AUTO_TEST_CASE(what_was_locked_once_comes_out_the_same_for_ever)
{
    // On the 5th nobody served at B as its chief representative.
    BOOST_REQUIRE(result.scores.problems.size() == 1U);
    BOOST_TEST((result.scores.problems[0].id == input.entries.at(2).id));
    BOOST_TEST(total(0) == "96");
    BOOST_TEST(total(1) == "96");
    BOOST_TEST(total(2) == "100");
    BOOST_TEST(total(3) == "97");
    BOOST_TEST(place(0) == 2);
    BOOST_TEST(place(1) == 3);
    BOOST_TEST(place(2) == 1);
    BOOST_TEST(result.titles_of(input.objects.at(0).id) == "红旗窗口");
    BOOST_TEST(result.titles_of(input.objects.at(2).id) == "");
}

BOOST_AUTO_TEST_CASE(it_is_written_as_it_was_read)
{
    const auto method = std::string(boost::json::parse(text).at("method").as_string());
    auto with = read_basis(text);
    with.ballots.push_back({Uuid::named("ballot", "1"), input.objects[0].id, "public", "甲",
        Points::parse("92.5").value()});
    with.known.push_back({input.objects[1].id, Points::parse("88").value()});
    const auto again = read_basis(basis_text(with, method));
    BOOST_TEST(again.entries.size() == with.entries.size());
    BOOST_TEST((again.entries[1].adjusts == with.entries[1].adjusts));
    BOOST_TEST(again.entries[1].approver == "王主任");
    BOOST_TEST(again.ballots.at(0).points.text() == "92.5");
    BOOST_TEST(again.known.at(0).points.text() == "88");
    BOOST_TEST((again.presence[4].from == with.presence[4].from));
    BOOST_TEST(again.objects.size() == 4U);
}

BOOST_AUTO_TEST_CASE(what_is_cut_off_or_newer_is_an_error_and_no_wrong_score)
{
    BOOST_CHECK_THROW(read_basis(text.substr(0, text.size() / 2)), Error);
    BOOST_CHECK_THROW(read_basis(R"({"version":2})"), Error);
    BOOST_CHECK_THROW(read_basis(""), Error);
}

BOOST_AUTO_TEST_CASE(parts_cut_no_character)
{
    const std::string words = "窗口工作人员";
    std::string whole;
    for (const auto& part : in_parts(words, 4)) {
        BOOST_TEST(part.size() <= 4U);
        BOOST_TEST(part.size() % 3 == 0U);
        whole += part;
    }
    BOOST_TEST(whole == words);
}

BOOST_AUTO_TEST_CASE(parts_of_two_texts_do_not_mix)
{
    const auto period = Uuid::named("period", "2025-10");
    const std::string longer(500'000, 'x');
    auto parts = basis_parts(period, longer);
    BOOST_TEST(parts.size() == 3U);
    BOOST_TEST((basis_of(parts) == longer));
    std::ranges::reverse(parts);
    BOOST_TEST((basis_of(parts) == longer));
    auto mixed = basis_parts(period, "another text");
    mixed.insert(mixed.end(), parts.begin(), parts.end() - 1); // one did not come
    BOOST_TEST(basis_of(mixed) == "another text");
    mixed.erase(mixed.begin());
    BOOST_TEST(basis_of(mixed) == "");
}

BOOST_AUTO_TEST_SUITE_END()
