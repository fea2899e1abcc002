#include "model/assessment/assessed_by.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

std::string said(PostingSource source, std::optional<UnitCategory> category,
    Identity identity = Identity::civil_servant)
{
    Posting posting;
    posting.source = source;
    posting.identity = identity;
    std::optional<Unit> unit;
    if (category) {
        unit.emplace();
        unit->name = "县税务局";
        unit->category = category;
    }
    std::string all;
    for (const auto& sentence : assessed_by(posting, unit))
        all += english(sentence) + "\n";
    return all;
}

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(assessed_by_test)

BOOST_AUTO_TEST_CASE(the_matrix_tells_who_proposes_and_who_decides)
{
    BOOST_TEST(holds(said(PostingSource::sent, UnitCategory::county_department),
        "decides the annual grade; 县税务局 and its personnel department get the result letter"));
    BOOST_TEST(!holds(said(PostingSource::sent, UnitCategory::agency), "县税务局"));
    BOOST_TEST(holds(said(PostingSource::sent, UnitCategory::vertical),
        "proposes the annual grade in a letter of opinion; 县税务局 decides it"));
    BOOST_TEST(holds(said(PostingSource::partner, UnitCategory::enterprise),
        "proposed and decided by 县税务局"));
    BOOST_TEST(holds(said(PostingSource::purchased, std::nullopt), "goes into the contract"));
    BOOST_TEST(holds(said(PostingSource::township, std::nullopt), "the township or street"));
    BOOST_TEST(holds(said(PostingSource::unified, std::nullopt), "the hall office assesses"));
}

BOOST_AUTO_TEST_CASE(the_words_of_the_grades_follow_the_identity)
{
    BOOST_TEST(holds(said(PostingSource::unified, {}, Identity::civil_servant),
        "优秀、称职、基本称职、不称职 (中华人民共和国公务员法第三十八条)"));
    BOOST_TEST(holds(said(PostingSource::unified, {}, Identity::institution),
        "优秀、合格、基本合格、不合格 (事业单位人事管理条例第二十一条)"));
    BOOST_TEST(holds(said(PostingSource::unified, {}, Identity::contract), "of the contract"));
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_said)
{
    BOOST_TEST(holds(said(PostingSource::sent, std::nullopt), "is not known yet"));
    BOOST_TEST(holds(said(PostingSource::partner, std::nullopt), "is not known yet"));
    BOOST_TEST(assessed_by({}, std::nullopt).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
