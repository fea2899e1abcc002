#include "model/rules/normal.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

#include <boost/test/data/test_case.hpp>

namespace data = boost::unit_test::data;
using namespace model;

namespace {

std::string entered(std::string_view entity, std::string_view field, const std::string& text)
{
    return to_text(normalised(*hall_catalog().get(entity).find(field), text));
}

} // namespace

BOOST_AUTO_TEST_SUITE(normal_test)

BOOST_DATA_TEST_CASE(an_id_number_is_kept_one_way_however_it_is_typed,
    data::make({"11010519491231002X", "11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ",
        " 110105 19491231 002x "}),
    typed)
{
    BOOST_TEST(entered("person", "id_number", typed) == "11010519491231002X");
}

BOOST_AUTO_TEST_CASE(a_credit_code_is_kept_in_upper_case_without_spaces)
{
    BOOST_TEST(entered("unit", "credit_code", " 11430922mb0000019ｆ") == "11430922MB0000019F");
}

BOOST_AUTO_TEST_CASE(a_phone_number_loses_the_spaces_inside_and_several_stay_apart)
{
    BOOST_TEST(entered("person", "phone", "０７３７ 8820000") == "07378820000");
    BOOST_TEST(entered("window", "phone", "87818206 / 87818209") == "87818206/87818209");
    BOOST_TEST(
        entered("unit", "phone", "138 0000 0000、 139 0000 0000") == "13800000000、13900000000");
    BOOST_TEST(entered("person", "emergency_phone", "13800000000 13900000000")
        == "13800000000 13900000000");
    BOOST_TEST(entered("person", "phone", "13800000000（李文）") == "13800000000(李文)");
}

BOOST_AUTO_TEST_CASE(other_texts_only_lose_the_white_space_around_them)
{
    BOOST_TEST(entered("item", "code", " 511A-x 1 ") == "511A-x 1");
    BOOST_TEST(entered("person", "name", "\u3000袁燕涛 ") == "袁燕涛");
    BOOST_TEST(entered("unit", "name", "县公安局（交警）") == "县公安局（交警）");
}

BOOST_AUTO_TEST_CASE(a_text_of_spaces_is_no_value)
{
    BOOST_TEST(is_empty(normalised(*hall_catalog().get("person").find("name"), std::string("  "))));
    BOOST_TEST(is_empty(normalised(*hall_catalog().get("unit").find("name"), std::string())));
}

BOOST_AUTO_TEST_CASE(the_numbers_of_a_cell_are_told_apart)
{
    const std::vector<std::string> two{"87818206", "87818209"};
    for (const auto* cell : {"87818206/87818209", "87818206、87818209", "87818206 87818209",
             "87818206；87818209", "87818206／87818209/"})
        BOOST_TEST(phone_numbers(cell) == two, boost::test_tools::per_element());
    BOOST_TEST(phone_numbers("").empty());
}

BOOST_AUTO_TEST_SUITE_END()
