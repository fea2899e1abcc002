#include "model/commands/identity.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

using namespace model;

BOOST_FIXTURE_TEST_SUITE(identity_test, tests::Office)

BOOST_AUTO_TEST_CASE(the_first_group_with_anything_in_it_makes_the_identity)
{
    const auto unit = [&](std::string name, std::string code) {
        return tests::make(def("unit"), {}, {{"name", name}, {"credit_code", code}});
    };
    BOOST_TEST(identity_group(unit("县公安局", "X")) == "credit_code");
    BOOST_TEST(identity_group(unit("县公安局", "")) == "name");
    BOOST_TEST(identity_group(unit("", "")) == "");
    BOOST_TEST(
        identity_group(tests::make(def("window"), {}, {{"number", "A01"}})) == "place+unit+number");
    BOOST_TEST(identity_group(tests::make(def("person"), {}, {{"name", "单雪梅"}})) == "");
}

BOOST_AUTO_TEST_CASE(an_identity_is_a_name_for_ever)
{
    const auto item = tests::make(def("item"), {}, {{"code", "43A1"}, {"name", "食品经营许可"}});
    BOOST_TEST(identity_for(item, clock, random)
        == Uuid::named("hallkeeper/item", std::string("code\x1f") + "43A1"));
    const auto window = tests::make(def("window"), {}, {{"number", "A01"}});
    BOOST_TEST(identity_for(window, clock, random)
        == Uuid::named("hallkeeper/window",
            "place+unit+number\x1f\x1f\x1f"
            "A01"));
}

BOOST_AUTO_TEST_CASE(what_has_no_identity_is_a_thing_of_its_own)
{
    const auto person = tests::make(def("person"), {}, {{"name", "单雪梅"}});
    BOOST_TEST(identity_for(person, clock, random) != identity_for(person, clock, random));
    BOOST_TEST(!is_same_thing(person, person));
}

BOOST_AUTO_TEST_CASE(two_records_are_one_thing_if_the_group_of_the_first_agrees)
{
    const auto unit = tests::make(def("unit"), {}, {{"name", "县公安局"}});
    const auto coded = tests::make(def("unit"), {}, {{"name", "县公安局"}, {"credit_code", "X"}});
    BOOST_TEST(is_same_thing(unit, coded));
    BOOST_TEST(!is_same_thing(coded, unit));
}

BOOST_AUTO_TEST_SUITE_END()
