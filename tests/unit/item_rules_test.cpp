#include "model/rules/item_rules.h"

#include "tests/support/rules.h"

#include <boost/test/data/test_case.hpp>

namespace data = boost::unit_test::data;
using namespace model;
using namespace std::chrono;

BOOST_FIXTURE_TEST_SUITE(item_rules_test, tests::Rulebook)

BOOST_DATA_TEST_CASE(codes_of_any_province_are_taken,
    data::make(
        {"12441500196720244T3442199806003", "511Z07001006-511602000000-000-11511301008778183N-1-00",
            "G-000007-001-511602000000-000-115113010833722043-1-00", "430109001Y"}),
    code)
{
    BOOST_TEST(says("I01", "item", {{"code", code}}) == "");
}

BOOST_DATA_TEST_CASE(an_odd_code_only_warns,
    data::make({"12441500196720244U3442199806003", "511Z 07001006", "编码", "1.15113E+17元"}), code)
{
    BOOST_TEST(says("I01", "item", {{"code", code}}) == "warn code");
}

BOOST_AUTO_TEST_CASE(two_items_with_one_code_are_a_warning_that_names_the_other)
{
    const auto id = add("item", {{"code", "43A1"}, {"name", "食品经营许可"}});
    BOOST_TEST(says("I02", id) == "");
    BOOST_TEST(says("I02", "item", {{"code", "43A1"}}) == "warn code");
    BOOST_TEST(sentence().find("食品经营许可") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_promise_beyond_the_legal_limit_in_the_same_unit_is_a_warning)
{
    const auto with = [&](std::string promised, std::string unit) {
        return says("I03", "item",
            {{"legal_days", "20"}, {"legal_unit", "working_day"}, {"promised_days", promised},
                {"promised_unit", unit}});
    };
    BOOST_TEST(with("21", "working_day") == "warn promised_days");
    BOOST_TEST(with("20", "working_day") == "");
    BOOST_TEST(with("21", "calendar_day") == "");
    BOOST_TEST(says("I03", "item", {{"legal_days", "20"}, {"promised_days", "21"}})
        == "warn promised_days");
    BOOST_TEST(says("I03", "item", {{"promised_days", "21"}}) == "");
}

BOOST_AUTO_TEST_CASE(what_is_done_at_once_is_promised_within_a_working_day)
{
    const auto with = [&](std::string handling, std::string days, std::string unit) {
        return says("I04", "item",
            {{"handling", handling}, {"promised_days", days}, {"promised_unit", unit}});
    };
    BOOST_TEST(with("instant", "2", "working_day") == "warn promised_days");
    BOOST_TEST(with("instant", "2", "") == "warn promised_days");
    BOOST_TEST(with("instant", "1", "month") == "warn promised_days");
    BOOST_TEST(with("instant", "1", "working_day") == "");
    BOOST_TEST(with("instant", "2", "hour") == "");
    BOOST_TEST(with("commitment", "2", "working_day") == "");
    today = 2015y / December / 31;
    BOOST_TEST(with("instant", "2", "working_day") == "");
}

BOOST_AUTO_TEST_CASE(a_long_licence_without_a_basis_is_a_warning_with_its_article)
{
    const auto with = [&](std::string type, std::string days, std::string basis) {
        return says("I05", "item",
            {{"type", type}, {"legal_days", days}, {"legal_unit", "working_day"},
                {"basis", basis}});
    };
    BOOST_TEST(with("01", "21", "") == "warn legal_days");
    BOOST_REQUIRE(last.source.has_value());
    BOOST_TEST(last.source->article == "第四十二条");
    BOOST_TEST(with("01", "20", "") == "");
    BOOST_TEST(with("01", "21", "建筑法") == "");
    BOOST_TEST(with("20", "21", "") == "");
    today = 2004y / June / 30;
    BOOST_TEST(with("01", "21", "") == "");
}

BOOST_AUTO_TEST_CASE(an_item_neither_stationed_nor_decided_is_a_reminder)
{
    BOOST_TEST(says("I06", "item", {{"type", "01"}}) == "remind stationing");
    BOOST_TEST(
        says("I06", "item", {{"type", "01"}, {"stationing", "undecided"}}) == "remind stationing");
    BOOST_TEST(says("I06", "item", {{"type", "01"}, {"stationing", "stationed"}}) == "");
    BOOST_TEST(says("I06", "item", {{"type", "01"}, {"cancelled", "2026-11-23"}}) == "");
    BOOST_TEST(
        says("I06", "item", {{"type", "01"}, {"cancelled", "2026-11-24"}}) == "remind stationing");
}

BOOST_AUTO_TEST_CASE(what_nobody_applies_for_need_not_be_stationed)
{
    BOOST_TEST(says("I06", "item", {{"type", "02"}}) == "");
    BOOST_TEST(says("I06", "item", {{"type", "30"}}) == "");
}

BOOST_AUTO_TEST_CASE(staying_away_needs_a_reason_and_its_approval)
{
    BOOST_TEST(
        says("I07", "item", {{"stationing", "not_stationed"}}) == "warn not_stationed_reason");
    BOOST_TEST(
        says("I08", "item", {{"stationing", "not_stationed"}}) == "remind approval_document");
    BOOST_TEST(
        says("I07", "item", {{"stationing", "not_stationed"}, {"not_stationed_reason", "secret"}})
        == "");
    BOOST_TEST(says("I08", "item",
                   {{"stationing", "not_stationed"}, {"approval_document", "桃政函〔2026〕1号"}})
        == "");
    BOOST_TEST(says("I07", "item", {{"stationing", "stationed"}}) == "");
    BOOST_TEST(says("I08", "item", {{"stationing", "stationed"}}) == "");
}

BOOST_AUTO_TEST_CASE(an_item_on_both_lists_is_a_warning)
{
    BOOST_TEST(says("I09", "item", {{"stationing", "stationed"}, {"not_stationed_reason", "site"}})
        == "warn not_stationed_reason");
    BOOST_TEST(
        says("I09", "item", {{"stationing", "not_stationed"}, {"not_stationed_reason", "site"}})
        == "");
}

BOOST_AUTO_TEST_CASE(an_item_cancelled_before_it_takes_effect_is_refused)
{
    BOOST_TEST(says("I10", "item", {{"effective", "2026-02-01"}, {"cancelled", "2026-01-01"}})
        == "refuse cancelled");
    BOOST_TEST(
        says("I10", "item", {{"effective", "2026-01-01"}, {"cancelled", "2026-02-01"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_division_that_cannot_be_is_refused_and_an_unknown_county_a_warning)
{
    for (const auto* code : {"511602000000", "430922101", "430971", "430000", "43", "000000000000"})
        BOOST_TEST(says("I12", "item", {{"region", code}}) == "", code);
    for (const auto* code : {"4309221", "abcdef", "990922", "桃江县"})
        BOOST_TEST(says("I12", "item", {{"region", code}}) == "refuse region", code);
    BOOST_TEST(says("I12", "item", {{"region", "430999"}}) == "warn region");
}

BOOST_AUTO_TEST_CASE(codes_of_implementers_are_of_many_kinds_but_no_words)
{
    for (const auto* code : {"11511301008778183N", "11511301452259996u", "00877868-5", "083372204",
             "1151130108778239R_5143", "3908858105265704960", "11736"})
        BOOST_TEST(says("I13", "item", {{"implementer_code", code}}) == "", code);
    BOOST_TEST(
        says("I13", "item", {{"implementer_code", "县公安局"}}) == "refuse implementer_code");
    BOOST_TEST(says("I13", "item", {{"implementer_code", std::string(65, '1')}})
        == "refuse implementer_code");
    BOOST_TEST(says("I13", "item", {{"implementer_code", "11511301008778183M"}})
        == "warn implementer_code");
}

BOOST_AUTO_TEST_CASE(a_cancelled_item_is_not_called_in_force)
{
    BOOST_TEST(
        says("I14", "item", {{"cancelled", "2026-06-30"}, {"state", "in_force"}}) == "warn state");
    BOOST_TEST(says("I14", "item", {{"cancelled", "2026-06-30"}, {"state", "cancelled"}}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
