#include "model/entities/type_code.h"

#include "model/exchange/type_codes.h"
#include "tests/support/importing.h"
#include "tests/support/rules.h"

using namespace model;

namespace {

struct Codes : tests::Importing {
    std::string type_of(const std::string& code)
    {
        for (const auto& record : store.where(def("item"), "code", code))
            return to_text(record["type"]);
        return "none";
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(type_code_test)

BOOST_FIXTURE_TEST_CASE(a_sheet_of_items_is_read_by_the_offices_table, Codes)
{
    add("type_code", {{"code", "14"}, {"type", "20"}});
    add("type_code", {{"code", "xk"}, {"type", "01"}});
    const auto result = take_text("item",
        "事项编码,事项名称,事项类型\n43A1,敬老优待证办理,14\n43A2,食品经营许可,xk\n"
        "43A3,残疾人证换领,07\n");
    BOOST_TEST(tests::counts_of(result) == "3 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(type_of("43A1") == "20");
    BOOST_TEST(type_of("43A2") == "01");
    BOOST_TEST(type_of("43A3") == "07");
}

BOOST_FIXTURE_TEST_CASE(without_the_table_the_code_is_wrong, Codes)
{
    const auto result = take_text("item", "事项编码,事项名称,事项类型\n43A1,敬老优待证办理,14\n");
    BOOST_TEST(tests::counts_of(result) == "0 new, 0 changed, 0 same, 1 wrong");
}

BOOST_FIXTURE_TEST_CASE(a_code_and_its_word_beside_it_agree_by_the_table, Codes)
{
    const std::string sheet =
        "事项编码,事项名称,事项类型代码,事项类型\n43A1,噪声污染处罚,03,行政处罚\n";
    BOOST_TEST(tests::counts_of(take_text("item", sheet)) == "0 new, 0 changed, 0 same, 1 wrong");
    add("type_code", {{"code", "03"}, {"type", "02"}});
    BOOST_TEST(tests::counts_of(take_text("item", sheet)) == "1 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(type_of("43A1") == "02");
}

BOOST_FIXTURE_TEST_CASE(the_table_itself_comes_from_a_sheet, Codes)
{
    const auto result = take_text("type_code", "本地代码,对应类型\n14,公共服务\n03,行政处罚\n");
    BOOST_TEST(tests::counts_of(result) == "2 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST((type_codes_of(store) == TypeCodes{{"03", "02"}, {"14", "20"}}));
}

BOOST_FIXTURE_TEST_CASE(a_code_stands_once_and_says_something_new, tests::Rulebook)
{
    const auto id = add("type_code", {{"code", "03"}, {"type", "02"}});
    BOOST_TEST(says("I30", id) == "");
    BOOST_TEST(says("I30", "type_code", {{"code", "03"}, {"type", "05"}}) == "refuse code");
    BOOST_TEST(says("I31", id) == "");
    BOOST_TEST(says("I31", "type_code", {{"code", "02"}, {"type", "02"}}) == "remind code");
}

BOOST_AUTO_TEST_SUITE_END()
