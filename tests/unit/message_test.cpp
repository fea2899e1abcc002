#include "model/base/error.h"

#include <boost/test/unit_test.hpp>

using namespace model;

BOOST_AUTO_TEST_SUITE(message_test)

BOOST_AUTO_TEST_CASE(places_are_filled_in_any_order_after_translation)
{
    const Message message{msgid("{1} of {2}"), {"a", "b"}};
    BOOST_TEST(english(message) == "a of b");
    BOOST_TEST(render(message, [](const char*) { return std::string("{2}的{1}"); }) == "b的a");
}

BOOST_AUTO_TEST_CASE(braces_that_are_no_place_stay)
{
    BOOST_TEST(english({"{x} {1", {"a"}}) == "{x} {1");
}

BOOST_AUTO_TEST_CASE(an_error_is_described_with_its_causes)
{
    try {
        try {
            throw std::runtime_error("disk full");
        } catch (...) {
            std::throw_with_nested(StoreError({msgid("Saving {1}"), {"x"}}));
        }
    } catch (const std::exception& error) {
        BOOST_TEST(describe(error) == "Saving x: disk full");
    }
}

BOOST_AUTO_TEST_SUITE_END()
