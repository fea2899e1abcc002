#include "model/rules/person_rules.h"

#include "model/base/codes.h"
#include "tests/support/rules.h"

#include <boost/test/data/test_case.hpp>

namespace data = boost::unit_test::data;
using namespace model;
using namespace std::chrono;

BOOST_FIXTURE_TEST_SUITE(person_rules_test, tests::Rulebook)

BOOST_AUTO_TEST_CASE(a_full_and_true_record_has_no_findings)
{
    StoreLookup lookup(store);
    const auto person = tests::make(def("person"), new_id(),
        {{"name", "袁燕涛"}, {"sex", "male"}, {"id_number", "430922199001010015"},
            {"birth", "1990-01-01"}, {"phone", "13800000000"}, {"working_since", "2012-07-01"}});
    BOOST_TEST(check(person, lookup, today).empty());
}

BOOST_DATA_TEST_CASE(a_true_id_number_is_taken_whatever_its_area_and_case,
    data::make({"11010519491231002X", "11010519491231002x", "１１０１０５１９４９１２３１００２ｘ",
        "440524188001010014", "430922200002290034"}),
    number)
{
    BOOST_TEST(says("P01", "person", {{"id_number", number}}) == "");
}

BOOST_DATA_TEST_CASE(a_wrong_id_number_is_refused_with_what_is_wrong,
    data::make({"430922199001010016", "43092219900101001", "43092219900101001A",
        "430922199002300014", "430922199001010000", "430922900101001"})
        ^ data::make({"does not fit the others", "this one has 17", "17 digits and then",
            "does not exist", "spreadsheet had rounded", "this one has 15"}),
    number, reason)
{
    BOOST_TEST(says("P01", "person", {{"id_number", number}}) == "refuse id_number");
    BOOST_TEST(sentence().find(reason) != std::string::npos, sentence());
}

BOOST_AUTO_TEST_CASE(an_id_number_of_somebody_not_yet_born_is_refused)
{
    const auto number = std::string("43092220261124001");
    const auto full = number + id_check_digit(number);
    BOOST_TEST(says("P01", "person", {{"id_number", full}}) == "refuse id_number");
    today = 2026y / November / 24;
    BOOST_TEST(says("P01", "person", {{"id_number", full}}) == "");
}

BOOST_AUTO_TEST_CASE(a_finding_about_the_id_number_names_its_standard)
{
    says("P01", "person", {{"id_number", "1"}});
    BOOST_REQUIRE(last.source.has_value());
    BOOST_TEST(last.source->document == "GB 11643-1999");
    today = 1999y / June / 30;
    BOOST_TEST(says("P01", "person", {{"id_number", "1"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_missing_id_number_is_a_reminder)
{
    BOOST_TEST(says("P02", "person", {{"name", "袁燕涛"}}) == "remind id_number");
    BOOST_TEST(says("P02", "person", {{"id_number", "430922199001010015"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_birth_date_unlike_the_id_number_is_a_warning)
{
    const auto id = std::string("430922199001010015");
    BOOST_TEST(says("P03", "person", {{"id_number", id}, {"birth", "1990-01-02"}}) == "warn birth");
    BOOST_TEST(sentence().find("1990-01-01") != std::string::npos);
    BOOST_TEST(says("P03", "person", {{"id_number", id}, {"birth", "1990-01-01"}}) == "");
    BOOST_TEST(says("P03", "person", {{"id_number", id}}) == "");
}

BOOST_AUTO_TEST_CASE(a_sex_unlike_the_id_number_is_a_warning)
{
    BOOST_TEST(says("P04", "person", {{"id_number", "430922199001010015"}, {"sex", "female"}})
        == "warn sex");
    BOOST_TEST(says("P04", "person", {{"id_number", "430922198512310023"}, {"sex", "male"}})
        == "warn sex");
    BOOST_TEST(
        says("P04", "person", {{"id_number", "430922198512310023"}, {"sex", "female"}}) == "");
}

BOOST_AUTO_TEST_CASE(two_people_with_one_id_number_are_a_warning_that_names_the_other)
{
    const auto id = add("person", {{"name", "袁燕涛"}, {"id_number", "430922199001010015"}});
    BOOST_TEST(says("P05", id) == "");
    BOOST_TEST(says("P05", "person", {{"name", "袁艳涛"}, {"id_number", "430922199001010015"}})
        == "warn id_number");
    BOOST_TEST(sentence().find("袁燕涛") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(somebody_in_the_recycle_bin_is_no_double)
{
    const auto id = add("person", {{"name", "袁燕涛"}, {"id_number", "430922199001010015"}});
    Batch batch(store, {.label = {msgid("Delete {1}"), {"x"}}, .account = clerk});
    batch.remove(id);
    batch.commit();
    BOOST_TEST(says("P05", "person", {{"id_number", "430922199001010015"}}) == "");
}

BOOST_AUTO_TEST_CASE(two_people_of_one_name_are_a_reminder)
{
    const auto id = add("person", {{"name", "袁燕涛"}});
    BOOST_TEST(says("P06", id) == "");
    BOOST_TEST(says("P06", "person", {{"name", "袁燕涛"}}) == "remind name");
    BOOST_TEST(says("P06", "person", {{"name", "袁燕"}}) == "");
}

BOOST_DATA_TEST_CASE(ordinary_phone_numbers_are_taken,
    data::make({"13800000000", "0737-8820000", "07378820000转801", "87818206/87818209", "12345",
        "13800000000、0737-8820000", "96888725", "13800000000 13900000000", "10012345678"}),
    number)
{
    BOOST_TEST(says("P07", "person", {{"phone", number}}) == "");
    BOOST_TEST(says("P08", "person", {{"emergency_phone", number}}) == "");
}

BOOST_DATA_TEST_CASE(an_odd_phone_number_is_a_warning_that_quotes_it,
    data::make({"1380000000", "1380000000/13800000000", "a7818206", "无"})
        ^ data::make({"1380000000", "1380000000", "a7818206", "无"}),
    number, odd)
{
    BOOST_TEST(says("P07", "person", {{"phone", number}}) == "warn phone");
    BOOST_TEST(sentence().starts_with('"' + std::string(odd) + '"'), sentence());
    BOOST_TEST(says("P08", "person", {{"emergency_phone", number}}) == "warn emergency_phone");
}

BOOST_AUTO_TEST_CASE(a_birth_date_still_to_come_is_refused)
{
    BOOST_TEST(says("P09", "person", {{"birth", "2026-11-24"}}) == "refuse birth");
    BOOST_TEST(says("P09", "person", {{"birth", "2026-11-23"}}) == "");
}

BOOST_AUTO_TEST_CASE(work_that_begins_before_birth_is_refused)
{
    BOOST_TEST(says("P10", "person", {{"birth", "1990-01-01"}, {"working_since", "1989-12-31"}})
        == "refuse working_since");
    BOOST_TEST(
        says("P10", "person", {{"birth", "1990-01-01"}, {"working_since", "2010-12-31"}}) == "");
    BOOST_TEST(says("P10", "person", {{"working_since", "2010-12-31"}}) == "");
}

BOOST_AUTO_TEST_CASE(an_age_at_which_nobody_serves_is_a_warning)
{
    today = 2026y / November / 23;
    BOOST_TEST(says("P11", "person", {{"birth", "2010-11-24"}}) == "warn birth");
    BOOST_TEST(says("P11", "person", {{"birth", "2010-11-23"}}) == "");
    BOOST_TEST(says("P11", "person", {{"birth", "1926-11-23"}}) == "warn birth");
    BOOST_TEST(says("P11", "person", {{"birth", "1926-11-24"}}) == "");
    BOOST_TEST(says("P11", "person", {{"birth", "2027-01-01"}}) == ""); // P09 says it
}

BOOST_AUTO_TEST_SUITE_END()
