#include "model/base/codes.h"
#include "model/exchange/encoding.h"
#include "model/exchange/import.h"
#include "tests/support/archives.h"
#include "tests/support/importing.h"
#include "tests/support/print.h"

using namespace model;

namespace {

/// An ID number of an invented person, its check character computed.
std::string id_number(std::string_view first17)
{
    return std::string(first17) + id_check_digit(first17);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(import_cells_test, tests::Importing)

BOOST_AUTO_TEST_CASE(a_persons_row_reads_as_clerks_write_it)
{
    const auto number = id_number("43092219900131102");
    const auto result = take_text("person",
        "姓名,性别,身份证号,出生年月,民族,手机,政治面貌,学历\n"
        "袁燕涛,女,"
            + number + ",1990年1月31日,汉族,138 0000 0000,中共党员,大学本科\n");

    BOOST_TEST(tests::counts_of(result) == "1 new, 0 changed, 0 same, 0 wrong");
    const auto person = one("person", "name", "袁燕涛");
    BOOST_TEST(to_text(person["sex"]) == "female");
    BOOST_TEST(to_text(person["birth"]) == "1990-01-31");
    BOOST_TEST(to_text(person["phone"]) == "13800000000");
    BOOST_TEST(to_text(person["political_status"]) == "party_member");
    BOOST_TEST(to_text(person["education"]) == "bachelor");
    BOOST_TEST(to_text(person["id_number"]) == number);
}

BOOST_AUTO_TEST_CASE(a_birth_without_its_day_is_refused)
{
    const auto result = take_text("person", "姓名,出生年月\n袁燕涛,1990.05\n刘建国,1990-05\n");

    BOOST_TEST(tests::places_of(result)
            == (std::vector<std::string>{"2/出生年月/1990.05", "3/出生年月/1990-05"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(numbers_that_a_spreadsheet_rounded_are_refused)
{
    const auto rounded = take("person",
        sheet(tests::workbook_of(R"(<row r="1"><c t="inlineStr"><is><t>姓名</t></is></c>)"
                                 R"(<c t="inlineStr"><is><t>身份证号</t></is></c></row>)"
                                 R"(<row r="2"><c t="inlineStr"><is><t>袁燕涛</t></is></c>)"
                                 R"(<c><v>430922199001311000</v></c></row>)"),
            "sheet.xlsx"));
    BOOST_TEST(
        tests::places_of(rounded) == std::vector<std::string>{"2/身份证号/430922199001311000"},
        boost::test_tools::per_element());
    BOOST_TEST(english(rounded.errors.at(0).reason).starts_with("The spreadsheet rounded"));

    const auto scientific = take_text("person", "姓名,身份证号\n袁燕涛,4.30922E+17\n");
    BOOST_TEST(scientific.wrong == 1);
    BOOST_TEST(english(scientific.errors.at(0).reason).starts_with("The spreadsheet rounded"));
}

BOOST_AUTO_TEST_CASE(dates_of_a_workbook_are_dates)
{
    const auto result = take("person",
        sheet(tests::workbook_of(R"(<row r="1"><c t="inlineStr"><is><t>姓名</t></is></c>)"
                                 R"(<c t="inlineStr"><is><t>出生日期</t></is></c></row>)"
                                 R"(<row r="2"><c t="inlineStr"><is><t>袁燕涛</t></is></c>)"
                                 R"(<c t="d"><v>1990-01-31</v></c></row>)"),
            "sheet.xlsx"));

    BOOST_TEST(result.wrong == 0);
    BOOST_TEST(to_text(one("person", "name", "袁燕涛")["birth"]) == "1990-01-31");
}

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_AUTO_TEST_CASE(a_sheet_in_gbk_is_read)
{
    std::vector<std::string> missing;
    const auto bytes = encode("单位名称,联系人\n县公安局,刘建国\n", Encoding::gbk, missing);

    take("unit", sheet(bytes));

    BOOST_TEST(to_text(one("unit", "name", "县公安局")["contact"]) == "刘建国");
}

BOOST_AUTO_TEST_CASE(totals_notes_and_empty_rows_are_no_records)
{
    const auto result = take_text(
        "unit", "县直单位一览表,\n单位名称,联系人\n县公安局,刘建国\n,\n合计,1\n注：截至本月底,\n");

    BOOST_TEST(tests::counts_of(result) == "1 new, 0 changed, 0 same, 0 wrong");
    BOOST_REQUIRE(result.notes.size() == 1U);
    BOOST_TEST(english(result.notes[0]).ends_with(": 2"));
}

BOOST_AUTO_TEST_CASE(formulas_in_text_stay_text)
{
    take_text("unit", "单位名称,联系人\n县公安局,'=1+1\n");

    BOOST_TEST(to_text(one("unit", "name", "县公安局")["contact"]) == "=1+1");
}

BOOST_AUTO_TEST_CASE(references_are_named_by_code_name_or_number)
{
    const auto number = id_number("43092219900131102");
    const auto unit = add("unit", {{"name", "桃江县公安局"}, {"short_name", "公安局"}});
    const auto person = add("person", {{"name", "袁燕涛"}, {"id_number", number}});

    const auto result = take_text(
        "posting", "姓名,身份证号,派驻单位,进窗日期\n袁燕涛," + number + ",公安局,2026.1.5\n");

    BOOST_TEST(tests::counts_of(result) == "1 new, 0 changed, 0 same, 0 wrong");
    const auto posting = store.select({.def = &def("posting")}).front();
    BOOST_TEST(posting["person"] == Value{person});
    BOOST_TEST(posting["unit"] == Value{unit});
    BOOST_TEST(to_text(posting["from"]) == "2026-01-05");
}

BOOST_AUTO_TEST_CASE(a_reference_that_names_nothing_is_an_error_of_its_cell)
{
    add("person", {{"name", "袁燕涛"}});
    add("person", {{"name", "袁燕涛"}});

    const auto result = take_text("posting", "姓名,派驻单位\n刘建国,\n袁燕涛,县公安局\n");

    BOOST_TEST(tests::places_of(result)
            == (std::vector<std::string>{"2/姓名/刘建国", "3/姓名/袁燕涛", "3/派驻单位/县公安局"}),
        boost::test_tools::per_element());
    BOOST_TEST(result.wrong == 2);
}

BOOST_AUTO_TEST_CASE(a_masked_cell_is_the_value_it_masks_or_wrong)
{
    const auto number = id_number("43092219900131102");
    const auto id =
        add("person", {{"name", "袁燕涛"}, {"id_number", number}, {"phone", "13800001234"}});
    const auto line = [&](const std::string& masked) {
        return "id,姓名,身份证号,手机\n" + id.text() + ",袁燕涛," + masked + ",138****1234\n";
    };

    BOOST_TEST(
        take_text("person", line(number.substr(0, 6) + "**********" + number.substr(16))).same
        == 1);
    BOOST_TEST(take_text("person", line("430922**********00")).wrong == 1);
    BOOST_TEST(text(id, "id_number") == number);
}

BOOST_AUTO_TEST_CASE(a_word_that_contradicts_the_code_beside_it_is_wrong)
{
    const auto lines = [](const std::string& code, const std::string& word) {
        return "事项编码,事项名称,事项类型代码,事项类型\nA1,甲," + code + "," + word + "\n";
    };
    const auto wrong = take_text("item", lines("1", "公共服务"));

    BOOST_TEST((tests::places_of(wrong) == std::vector<std::string>{"2/事项类型/公共服务"}));
    BOOST_TEST(count("item") == 0);
    BOOST_TEST(take_text("item", lines("1", "")).new_ == 1);
    BOOST_TEST(take_text("item", lines("01", "行政许可")).same == 1);
    BOOST_TEST(take_text("item", lines("1", "本地叫法")).same == 1); // which nobody knows

    // Nor does it change a record that is as the word says.
    change(one("item", "code", "A1").id, "type", "20");
    BOOST_TEST(take_text("item", lines("1", "公共服务")).wrong == 1);
    change(one("item", "code", "A1").id, "type", "01");

    // Where a province numbers otherwise, the column of codes is left out.
    options.map = {{"事项类型代码", ""}};
    BOOST_TEST(take_text("item", lines("14", "公共服务")).changed == 1);
    BOOST_TEST(to_text(one("item", "code", "A1")["type"]) == "20");
}

BOOST_AUTO_TEST_CASE(columns_of_two_units_contradict_nothing_and_the_first_counts)
{
    add("unit", {{"name", "县公安局"}});
    add("unit", {{"name", "县民政局"}});
    const auto result =
        take_text("item", "事项编码,事项名称,实施主体,责任单位\nA1,甲,县公安局,县民政局\n");

    BOOST_TEST((tests::places_of(result).empty()));
    BOOST_TEST(result.new_ == 1);
    const auto carries_out = one("item", "code", "A1")["unit"];
    BOOST_TEST((carries_out == Value{one("unit", "name", "县公安局").id}));
}

BOOST_AUTO_TEST_CASE(of_several_words_order_and_a_second_column_contradict_nothing)
{
    const auto lines = [](const std::string& first, const std::string& second) {
        return "事项编码,事项名称,办理层级,行使层级\nA1,甲," + first + "," + second + "\n";
    };
    const auto& levels = def("item").find("levels")->choices;
    const auto word = [&](std::size_t i) { return i18n::translator("zh_CN")(levels[i].label); };
    const std::string codes(std::string(levels[1].code) + "、" + std::string(levels[0].code));

    BOOST_TEST(take_text("item", lines(word(0), word(0) + "、" + word(1))).new_ == 1);
    BOOST_TEST(to_text(one("item", "code", "A1")["levels"]) == levels[0].code);
    BOOST_TEST(take_text("item", lines(word(0) + "、" + word(1), codes)).changed == 1);
}

BOOST_AUTO_TEST_CASE(a_second_column_of_one_head_is_told)
{
    const auto result = take_text("person", "姓名,性别,姓名\n张三,男,李四\n");

    BOOST_TEST(result.new_ == 1);
    BOOST_REQUIRE(result.notes.size() == 1U);
    BOOST_TEST(english(result.notes[0])
        == "“姓名” stands in several columns (姓名 A、姓名 C): in 1 rows they differ, and only the "
           "first "
           "counts");
}

BOOST_AUTO_TEST_CASE(a_second_column_of_codes_is_told_where_it_differs)
{
    const auto result = take_text("item", "事项编码,事项名称,事项代码\nA1,甲,A1\nA2,乙,B2\n");

    BOOST_TEST(result.new_ == 2);
    BOOST_TEST(one("item", "code", "B2").title() == "乙");
    BOOST_REQUIRE(result.notes.size() == 1U);
    BOOST_TEST(english(result.notes[0]).find("(事项代码 C、事项编码 A): in 1 rows they differ")
        != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_sheet_of_another_register_lacks_the_columns_a_record_must_have)
{
    const auto result = take_text("item", "窗口编号,备注,实施主体\nA1,x,县公安局\nA2,y,县公安局\n");

    BOOST_TEST(result.wrong == 2);
    BOOST_TEST(result.no_column.size() == 2U);
    for (const auto& error : result.errors)
        BOOST_TEST(result.is_of_no_column(error, options.languages[0]));
}

BOOST_AUTO_TEST_CASE(a_mapped_head_must_stand_in_the_sheet)
{
    const auto path = sheet("*姓名：,电话\n张三,13812345678\n");
    options.map = {{"姓", "name"}};
    try {
        take("person", path);
        BOOST_ERROR("taken all the same");
    } catch (const UsageError& error) {
        BOOST_TEST((error.message().args == std::vector<std::string>{"姓", "*姓名：、电话"}));
    }

    options.map = {{"姓名", "name"}};
    BOOST_TEST(take("person", path).new_ == 1);
}

BOOST_AUTO_TEST_CASE(a_sheet_of_heads_alone_is_told)
{
    const auto result = take_text("person", "姓名,联系电话\n");

    BOOST_REQUIRE(result.notes.size() == 1U);
    BOOST_TEST(english(result.notes[0]) == "The sheet has heads and no record under them");
}

BOOST_AUTO_TEST_SUITE_END()
