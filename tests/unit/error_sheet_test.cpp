#include "model/exchange/error_sheet.h"

#include "tests/support/archives.h"
#include "tests/support/importing.h"
#include "tests/support/sheets.h"

#include <algorithm>

using namespace model;

namespace {

struct WithErrors : tests::Importing {
    /// The error sheet of two rows about one unit, of which the first was taken.
    std::string sheet_of_a_double()
    {
        options.good_rows = true;
        const auto path = sheet("单位名称,联系人\n县公安局,甲\n县公安局,乙\n");
        write_error_sheet(path, options, take("unit", path), folder.file("errors.csv"));
        return tests::bytes_of(folder.file("errors.csv"));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(error_sheet_test, WithErrors)

BOOST_AUTO_TEST_CASE(it_holds_the_wrong_rows_under_the_same_heads_with_their_reasons)
{
    options.languages = {i18n::translator("en")};
    const auto path =
        sheet("花名册,,\n姓名,血型,出生日期\n袁燕涛,A,1990-01-31\n刘建国,B,1990.13\n,O,x\n");
    const auto result = take("person", path);

    write_error_sheet(path, options, result, folder.file("errors.xlsx"));

    const auto reader = open_sheet(folder.file("errors.xlsx"));
    const auto lines = tests::lines_of(*reader);
    BOOST_REQUIRE(lines.size() == 3U);
    BOOST_TEST(lines[0] == "1: 姓名|血型|出生日期|Reason|Column at fault");
    BOOST_TEST(lines[1]
        == "2: 刘建国|B|1990.13|“1990.13” is not a date: write it like 2026-01-31|出生日期");
    BOOST_TEST(lines[2].starts_with("3: |O|x|"));
}

BOOST_AUTO_TEST_CASE(mended_it_is_taken_in)
{
    const auto path = sheet("单位名称,信用代码\n县公安局,\n县民政局,1143\n");
    options.good_rows = true;
    const auto result = take("unit", path);
    const auto errors = folder.file("errors.xlsx");
    write_error_sheet(path, options, result, errors);

    const auto again = take("unit", errors);
    BOOST_TEST(tests::counts_of(again) == "0 new, 0 changed, 0 same, 1 wrong");
    BOOST_TEST(again.notes.empty());
    write_error_sheet(errors, options, again, folder.file("errors.csv"));
    auto text = tests::bytes_of(folder.file("errors.csv"));
    text.replace(text.find("县民政局,1143"), std::string_view("县民政局,1143").size(), "县民政局,");
    const auto mended = take("unit", sheet(text, "mended.csv"));

    BOOST_TEST(tests::counts_of(mended) == "1 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(count("unit") == 2);
    BOOST_TEST(open_sheet(folder.file("errors.csv"))->next(*std::make_unique<SheetRow>()));
}

BOOST_AUTO_TEST_CASE(a_double_fed_back_as_it_is_overwrites_nothing)
{
    options.good_rows = true;
    const auto path = sheet("单位名称,联系人\n县公安局,甲\n县公安局,乙\n");
    const auto result = take("unit", path);
    BOOST_TEST(tests::counts_of(result) == "1 new, 0 changed, 0 same, 1 wrong");
    write_error_sheet(path, options, result, folder.file("errors.xlsx"));

    const auto again = take("unit", folder.file("errors.xlsx"));
    BOOST_TEST(tests::counts_of(again) == "0 new, 0 changed, 0 same, 1 wrong");
    BOOST_TEST(again.errors[0].column == "原因");
    BOOST_REQUIRE(again.errors[0].at.has_value());
    BOOST_TEST(again.heads[*again.errors[0].at] == "原因");
    BOOST_TEST(to_text(one("unit", "name", "县公安局")["contact"]) == "甲");

    // Nor does the error sheet of the error sheet, in another language.
    write_error_sheet(folder.file("errors.xlsx"), options, again, folder.file("again.csv"));
    options.languages = {i18n::translator("en"), i18n::translator("zh_CN")};
    BOOST_TEST(take("unit", folder.file("again.csv")).wrong == 1);
    BOOST_TEST(to_text(one("unit", "name", "县公安局")["contact"]) == "甲");
}

BOOST_AUTO_TEST_CASE(a_double_whose_reason_was_cleared_is_taken)
{
    auto text = sheet_of_a_double();
    text = text.substr(0, text.find("县公安局")) + "县公安局,乙,,\n";

    BOOST_TEST(tests::counts_of(take("unit", sheet(text, "mended.csv")))
        == "0 new, 1 changed, 0 same, 0 wrong");
    BOOST_TEST(to_text(one("unit", "name", "县公安局")["contact"]) == "乙");
}

BOOST_AUTO_TEST_CASE(a_double_mended_into_another_record_is_taken_whatever_its_reason_cell_says)
{
    auto text = sheet_of_a_double();
    text.replace(text.find("县公安局"), std::string_view("县公安局").size(), "县民政局");

    BOOST_TEST(tests::counts_of(take("unit", sheet(text, "mended.csv")))
        == "1 new, 0 changed, 0 same, 0 wrong");
}

BOOST_AUTO_TEST_CASE(a_mended_row_overwrites_nothing_that_another_row_said)
{
    options.good_rows = true;
    const auto path = sheet("单位名称,信用代码,联系人\n"
                            "县公安局,1143,甲\n"
                            "县公安局,,乙\n"
                            "县民政局,,丙\n"
                            "县民政局,1143,丁\n"
                            "县税务局,1143,戊\n");
    const auto result = take("unit", path);
    BOOST_TEST(tests::counts_of(result) == "2 new, 0 changed, 0 same, 3 wrong");
    const auto said = [&](int row) {
        return std::ranges::count_if(result.errors, [&](const ImportError& error) {
            return error.row == row
                && english(error.reason).find("is about the same record") != std::string::npos;
        });
    };
    BOOST_TEST(said(2) == 1);
    BOOST_TEST(said(5) == 1);
    BOOST_TEST(said(6) == 0);
    BOOST_TEST(std::ranges::is_sorted(result.errors, {}, &ImportError::row));

    write_error_sheet(path, options, result, folder.file("errors.csv"));
    auto text = tests::bytes_of(folder.file("errors.csv"));
    for (auto at = text.find(",1143,"); at != std::string::npos; at = text.find(",1143,"))
        text.replace(at, 6, ",,");
    const auto mended = take("unit", sheet(text, "mended.csv"));
    BOOST_TEST(tests::counts_of(mended) == "1 new, 0 changed, 0 same, 2 wrong");
    BOOST_TEST(to_text(one("unit", "name", "县公安局")["contact"]) == "乙");
    BOOST_TEST(to_text(one("unit", "name", "县民政局")["contact"]) == "丙");
}

BOOST_AUTO_TEST_CASE(a_mended_row_that_says_nothing_else_is_taken)
{
    options.good_rows = true;
    const auto path = sheet("单位名称,信用代码,联系人\n县公安局,1143,\n县公安局,,甲\n");
    const auto result = take("unit", path);
    BOOST_TEST(tests::counts_of(result) == "1 new, 0 changed, 0 same, 1 wrong");
    BOOST_TEST(result.errors.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_rounded_number_does_not_come_back_as_a_whole_one)
{
    const auto path =
        sheet(tests::workbook_of(R"(<row r="1"><c t="inlineStr"><is><t>事项编码</t></is></c>)"
                                 R"(<c t="inlineStr"><is><t>事项名称</t></is></c></row>)"
                                 R"(<row r="2"><c><v>430922199001311000</v></c>)"
                                 R"(<c t="inlineStr"><is><t>甲</t></is></c></row>)"),
            "sheet.xlsx");
    const auto result = take("item", path);
    BOOST_TEST(result.wrong == 1);
    write_error_sheet(path, options, result, folder.file("errors.xlsx"));

    BOOST_TEST(take("item", folder.file("errors.xlsx")).wrong == 1);
}

BOOST_AUTO_TEST_CASE(where_nothing_was_wrong_there_is_no_sheet)
{
    const auto path = sheet("单位名称\n县公安局\n");
    write_error_sheet(path, options, take("unit", path), folder.file("errors.xlsx"));

    BOOST_TEST(!std::filesystem::exists(folder.file("errors.xlsx")));
}

BOOST_AUTO_TEST_CASE(it_never_takes_the_place_of_the_sheet_it_comes_from)
{
    const auto path = sheet("单位名称,信用代码\n县民政局,1143\n");
    const auto before = tests::bytes_of(path);
    const auto result = take("unit", path);
    std::filesystem::create_hard_link(path, folder.file("another name.csv"));

    for (const std::filesystem::path& same : {path, path.parent_path() / "." / path.filename(),
             std::filesystem::path(folder.file("another name.csv"))})
        BOOST_CHECK_THROW(write_error_sheet(path, options, result, same), UsageError);

    BOOST_TEST(tests::bytes_of(path) == before);
}

BOOST_AUTO_TEST_SUITE_END()
