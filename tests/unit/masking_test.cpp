#include "model/access/masking.h"

#include <boost/test/unit_test.hpp>

using namespace model;

BOOST_AUTO_TEST_SUITE(masking_test)

namespace {

std::string shown(const Value& value, bool personal = true)
{
    FieldDef field;
    field.personal = personal;
    return masked(field, value);
}

} // namespace

BOOST_AUTO_TEST_CASE(an_id_number_keeps_its_area_and_its_end)
{
    BOOST_TEST(shown(std::string("43092219850312001X")) == "430922**********1X");
}

BOOST_AUTO_TEST_CASE(a_phone_number_keeps_what_tells_one_from_another)
{
    BOOST_TEST(shown(std::string("13873712345")) == "138****2345");
    BOOST_TEST(shown(std::string("8826123")) == "***6123");
}

BOOST_AUTO_TEST_CASE(other_personal_values_keep_their_beginning)
{
    BOOST_TEST(shown(std::string("桃花江镇芙蓉路12号")) == "桃**");
    BOOST_TEST(shown(*parse_iso_date("1985-03-12")) == "1985-**-**");
}

BOOST_AUTO_TEST_CASE(what_is_not_personal_or_empty_is_shown_as_it_is)
{
    BOOST_TEST(shown(std::string("13873712345"), false) == "13873712345");
    BOOST_TEST(shown(Value{}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
