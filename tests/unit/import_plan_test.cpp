#include "model/exchange/import_plan.h"

#include "tests/support/importing.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

struct Planning : tests::Importing {
    std::unique_ptr<SheetReader> reader;

    ImportPlan plan(std::string_view entity, std::string_view lines)
    {
        return plan(entity, lines, HeadWords(def(entity), options.languages));
    }

    ImportPlan plan(std::string_view entity, std::string_view lines, const HeadWords& words)
    {
        reader = open_sheet(sheet(lines));
        return plan_import(*reader, def(entity), words, "sheet.csv", options.languages.front());
    }
};

std::string fields_of(const ImportPlan& plan)
{
    std::string text;
    for (const auto& source : plan.sources)
        for (const auto column : source.columns)
            text.append(source.field->name).append("@" + std::to_string(column) + " ");
    return text;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(import_plan_test, Planning)

BOOST_AUTO_TEST_CASE(titles_above_the_heads_are_passed_over)
{
    const auto found = plan("person",
        "桃江县政务服务中心窗口人员花名册,,\n填报单位：县公安局,,2026年\n"
        "序号,姓名,性别\n1,袁燕涛,男\n");

    BOOST_TEST(found.head_row == 3);
    BOOST_TEST(fields_of(found) == "name@1 sex@2 ");
    BOOST_TEST(found.ignored.empty());
    BOOST_REQUIRE(found.first_row.has_value());
    BOOST_TEST(found.first_row->number == 4);
}

BOOST_AUTO_TEST_CASE(heads_are_field_names_labels_and_what_clerks_write)
{
    BOOST_TEST(fields_of(plan("person", "name,ID number,联系电话\na,b,c\n"))
        == "name@0 id_number@1 phone@2 ");
    BOOST_TEST(fields_of(plan("person", "* 姓　名 ：,身份证号码（18位）\na,b\n"))
        == "name@0 id_number@1 ");
}

BOOST_AUTO_TEST_CASE(a_sheet_of_the_required_column_alone_has_a_head_row)
{
    BOOST_TEST(fields_of(plan("unit", "2026年\n单位名称\n县公安局\n")) == "name@0 ");
}

BOOST_AUTO_TEST_CASE(the_column_of_codes_stands_before_the_column_of_names)
{
    BOOST_TEST(fields_of(plan("item", "事项类型,事项类型代码,事项编码,事项名称\n"))
        == "type@1 type@0 code@2 name@3 ");
}

BOOST_AUTO_TEST_CASE(heads_of_two_lines_are_taken_together)
{
    const auto found = plan("person", "姓名,性别,联系,\n,,手机,家庭住址\n袁燕涛,男,1,2\n");

    BOOST_TEST(found.last_head_row == 2);
    BOOST_TEST(fields_of(found) == "name@0 sex@1 phone@2 address@3 ");
    BOOST_TEST(!found.first_row);
}

BOOST_AUTO_TEST_CASE(a_known_wide_head_may_stand_over_known_and_unknown_ones)
{
    const auto found =
        plan("person", "姓名,性别,联系方式,,\n,,手机,血型,家庭住址\n袁燕涛,男,1,A,2\n");

    BOOST_TEST(found.last_head_row == 2);
    BOOST_TEST(fields_of(found) == "name@0 sex@1 phone@2 address@4 ");
    BOOST_TEST(found.ignored == std::vector<std::string>{"血型"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_row_of_data_is_no_second_line_of_heads)
{
    // The phone stands under its head, and beside it something under no head at all.
    const auto found = plan("person", "姓名,联系方式,\n,13800000000,手机\n");

    BOOST_TEST(found.last_head_row == 1);
    BOOST_TEST(found.first_row.has_value());
}

BOOST_AUTO_TEST_CASE(a_said_head_stands_before_a_known_one)
{
    HeadWords words(def("person"), options.languages);
    words.say("联系方式", "emergency_phone");
    words.say("性别", "");

    const auto found = plan("person", "姓名,联系方式,性别\n", words);

    BOOST_TEST(fields_of(found) == "name@0 emergency_phone@1 ");
    BOOST_CHECK_THROW(words.say("联系方式", "telephone"), UsageError);
}

BOOST_AUTO_TEST_CASE(unknown_heads_are_named_and_left_out)
{
    const auto found = plan("person", "姓名,性别,血型,原因,问题列\n");

    BOOST_TEST(found.ignored == std::vector<std::string>{"血型"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_sheet_without_heads_is_refused_in_a_sentence_that_names_some)
{
    try {
        plan("person", "袁燕涛,男\n刘建国,男\n");
        BOOST_FAIL("taken");
    } catch (const SheetError& error) {
        BOOST_TEST(english(error.message()).starts_with("None of the first rows of sheet.csv"));
    }
}

BOOST_AUTO_TEST_CASE(rows_that_are_no_records_are_known_by_their_look)
{
    const auto found = plan("person", "序号,姓名,性别\n");
    const auto kind = [&](std::vector<std::string> texts) {
        SheetRow row{.number = 9, .cells = {}};
        for (auto& text : texts)
            row.cells.push_back({text, text.empty() ? Cell::Kind::empty : Cell::Kind::text});
        return kind_of(row, found);
    };

    BOOST_TEST((kind({"1", "袁燕涛", "男"}) == RowKind::record));
    BOOST_TEST((kind({"", "注意", "男"}) == RowKind::record));
    BOOST_TEST((kind({"", "合计", "12"}) == RowKind::total));
    BOOST_TEST((kind({"小　计", "", ""}) == RowKind::total));
    BOOST_TEST((kind({"注：本表一式两份", "", ""}) == RowKind::note));
    BOOST_TEST((kind({"序号", "姓名", "性别"}) == RowKind::heads));
    BOOST_TEST((kind({"35", "", "　"}) == RowKind::blank));
    BOOST_TEST((kind({"", "", "", "多余"}) == RowKind::blank));
}

BOOST_AUTO_TEST_SUITE_END()
