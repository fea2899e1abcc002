#include "model/exchange/sheet_writer.h"

#include "model/exchange/formula_guard.h"
#include "model/exchange/sheet_limits.h"
#include "tests/support/files.h"
#include "tests/support/sheets.h"
#include "tests/support/temp_folder.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace model;
namespace data = boost::unit_test::data;
using Row = std::vector<std::string>;

namespace {

const auto per_element = boost::test_tools::per_element();

const std::vector<SheetColumn> columns{{.head = "姓名", .width = 12},
    {.head = "身份证号", .width = 20}, {.head = "积分", .decimals = 2}, {.head = "备注"}};

/// What has gone wrong in sheets before: digits, formulas, guards, quotes, breaks, escapes, rare
/// characters.
const std::vector<Row> rows{
    {"张三", "430922199001010011", "12.50", "=1+1"},
    {"李𬭎", "43092219900101001X", "-3", "'=cmd|' /C calc'!A0"},
    {"鲊㙍", "007", "0.1", "a,b;c\td\"e\""},
    {"+8613800138000", "-12.5", "1234567890123456", "第一行\r\n第二行\n"},
    {"@SUM(A1)", "\t制表", "", "  两边空  "},
    {"-2+3", "_x0041_", "abc", "''@x"},
    {"'", "1E5", "1.005", "<a>&amp;\x01"},
    {"\r", "=\"0012\"", "9.95", "TRUE"},
};

struct WithFolder {
    static void write(const std::filesystem::path& path, const SheetOutput& output = {})
    {
        const auto writer = create_sheet(path, columns, output);
        for (const auto& row : rows)
            writer->row(row);
        writer->finish();
    }

    static std::vector<Row> read(
        const std::filesystem::path& path, const SheetOptions& options = {})
    {
        const auto reader = open_sheet(path, options);
        std::vector<Row> found;
        for (SheetRow row; reader->next(row);)
            found.push_back(tests::texts_of(row));
        return found;
    }

    std::size_t files() const
    {
        std::size_t count = 0;
        for ([[maybe_unused]] const auto& each :
            std::filesystem::directory_iterator(folder.file("")))
            ++count;
        return count;
    }

    tests::TempFolder folder;
};

std::string complaint(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        return english(error.message());
    }
    return {};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(sheet_writer_test, WithFolder)

BOOST_DATA_TEST_CASE_F(
    WithFolder, what_was_written_is_read_back_to_the_letter, data::make({"a.xlsx", "a.csv"}), name)
{
    const auto path = folder.file(name);
    write(path);

    auto expected = rows;
    if (path.ends_with(".xlsx")) // shown with two decimals there, kept as a number
        expected[0][2] = "12.5";
    expected.insert(expected.begin(), {"姓名", "身份证号", "积分", "备注"});
    const auto found = read(path);
    BOOST_REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        BOOST_TEST(found[i] == expected[i], per_element);
}

BOOST_AUTO_TEST_CASE(numeric_columns_are_numbers_in_a_workbook_and_all_else_is_text)
{
    const auto path = folder.file("a.xlsx");
    write(path);

    const auto reader = open_sheet(path);
    SheetRow row;
    std::string kinds;
    while (reader->next(row))
        for (const auto& cell : row.cells)
            kinds += cell.kind == Cell::Kind::number ? 'n'
                : cell.kind == Cell::Kind::empty     ? '-'
                                                     : 't';
    BOOST_TEST(kinds
        == "tttt"
           "ttnt"
           "ttnt"
           "ttnt"
           "tttt"
           "tt-t"
           "tttt"
           "ttnt"
           "ttnt");
}

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_AUTO_TEST_CASE(every_encoding_of_all_unicode_round_trips_in_csv)
{
    const auto path = folder.file("a.csv");
    const std::vector<std::pair<Encoding, std::string>> encodings{
        {Encoding::gb18030, "gb18030"}, {Encoding::utf16le, ""}, {Encoding::utf16be, ""}};
    for (const auto& [encoding, name] : encodings) {
        write(path, {.encoding = encoding});
        const auto found = read(path, {.encoding = name});
        BOOST_REQUIRE(found.size() == rows.size() + 1);
        for (std::size_t i = 0; i < rows.size(); ++i)
            BOOST_TEST(found[i + 1] == rows[i], per_element);
    }
}

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_AUTO_TEST_CASE(a_csv_in_gbk_lists_what_it_cannot_hold_and_leaves_the_old_file)
{
    const auto path = tests::write_file(folder.file("a.csv"), "old");
    BOOST_TEST(complaint([&] { write(path, {.encoding = Encoding::gbk}); })
        == "a.csv cannot be written in GBK, which lacks these characters: 𬭎 㙍 (first in row "
           "3); choose UTF-8 or .xlsx.");
    BOOST_TEST(tests::bytes_of(path) == "old");
    BOOST_TEST(files() == 1U);
}

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_AUTO_TEST_CASE(a_csv_in_gbk_has_the_bytes_excel_expects)
{
    const auto path = folder.file("a.csv");
    const auto writer =
        create_sheet(path, std::vector<SheetColumn>{{"姓名"}}, {.encoding = Encoding::gbk});
    writer->row(Row{"张三"});
    writer->finish();
    BOOST_TEST(tests::bytes_of(path) == "\xD0\xD5\xC3\xFB\r\n\xD5\xC5\xC8\xFD\r\n");
}

BOOST_AUTO_TEST_CASE(formulas_are_disarmed_in_csv_and_signed_numbers_left_alone)
{
    const auto path = folder.file("a.csv");
    const auto writer = create_sheet(path, std::vector<SheetColumn>{{"a"}, {"b"}, {"c"}});
    writer->row(Row{"=1+1", "-5.5", "-5+1"});
    writer->finish();
    BOOST_TEST(tests::bytes_of(path)
        == "\xEF\xBB\xBF"
           "a,b,c\r\n'=1+1,-5.5,'-5+1\r\n");
}

BOOST_AUTO_TEST_CASE(one_column_of_semicolons_stays_one_column)
{
    const auto path = folder.file("a.csv");
    const auto writer = create_sheet(path, std::vector<SheetColumn>{{"类型"}});
    writer->row(Row{"综合;出件"});
    writer->row(Row{"综合\t出件"});
    writer->finish();
    BOOST_TEST((read(path) == std::vector<Row>{{"类型"}, {"综合;出件"}, {"综合\t出件"}}));
}

BOOST_AUTO_TEST_CASE(taking_the_guard_off_gives_back_every_text)
{
    for (const std::string front : {"", "'", "''", "'''"})
        for (const std::string rest :
            {"", "=1", "+1", "+1+1", "-", "--5", "-5", "-5.", "@", "\t", "\rx", "x", "5", "'"})
            BOOST_TEST(unguard_formula(guard_formula(front + rest)) == front + rest);
    BOOST_TEST(guard_formula("+86-735") == "'+86-735");
    BOOST_TEST(guard_formula("-0.5") == "-0.5");
}

BOOST_AUTO_TEST_CASE(an_unfinished_export_leaves_nothing_behind)
{
    for (const auto* name : {"a.xlsx", "a.csv"}) {
        {
            const auto writer = create_sheet(folder.file(name), columns);
            writer->row(rows[0]);
            BOOST_TEST(files() == 1U);
        }
        BOOST_TEST(files() == 0U);
    }
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_written_is_named)
{
    BOOST_TEST(complaint([&] {
        write(folder.file("none/a.csv"));
    }).starts_with(folder.file("none/a.csv") + " cannot be written; see whether"));
    BOOST_TEST(complaint([&] {
        write(folder.file("none/a.xlsx"));
    }).starts_with(folder.file("none/a.xlsx") + " cannot be written; see whether"));
    BOOST_TEST(complaint([&] {
        write(folder.file("a.pdf"));
    }).starts_with("a.pdf is no name for a sheet"));
    std::filesystem::create_directories(folder.file("b.csv/c"));
    BOOST_TEST(complaint([&] {
        write(folder.file("b.csv"));
    }).starts_with(folder.file("b.csv") + " cannot be replaced"));
    for (const auto* name : {"a.csv", "a.xlsx"})
        BOOST_TEST(complaint([&] {
            create_sheet(folder.file(name), columns)->row(Row{"", std::string(32'768, 'x')});
        }).starts_with(std::string(name) + ": the cell in row 2, column B holds more than 32767"));
}

BOOST_AUTO_TEST_CASE(a_sheets_name_loses_what_excel_does_not_take)
{
    const auto path = folder.file("a.xlsx");
    write(path, {.sheet = "人员[2026/01]: " + std::string(40, 'x')});
    BOOST_TEST(sheet_names(path) == Row{"人员202601 " + std::string(22, 'x')}, per_element);
}

BOOST_AUTO_TEST_CASE(openpyxl_sees_the_same_workbook)
{
    const auto path = folder.file("a.xlsx");
    const auto script = folder.file("look.py");
    const auto out = folder.file("out.csv");
    write(path);
    tests::write_file(script, R"(import csv, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
assert sheet.freeze_panes == 'A2' and sheet['A1'].font.b and not sheet['A2'].font.b
assert sheet['B2'].number_format == '@' and sheet['C2'].number_format == '0.00'
assert sheet.column_dimensions['B'].width > 19
assert [cell.data_type for cell in sheet[2]] == ['s', 's', 'n', 's']
with open(sys.argv[2], 'w', newline='', encoding='utf-8') as out:
    csv.writer(out).writerows([cell.value for cell in row] for row in sheet.iter_rows(max_row=6))
)");
    const std::string python = "/usr/bin/python3";
    if (std::system((python + " -c 'import openpyxl' 2> " + out).c_str()) != 0) {
        BOOST_TEST_MESSAGE("skipped: there is no openpyxl");
        std::puts("skipped: there is no openpyxl");
        return;
    }
    BOOST_REQUIRE(std::system((python + " " + script + " " + path + " " + out).c_str()) == 0);
    const auto found = read(out);
    BOOST_REQUIRE(found.size() == 6U);
    for (const std::size_t i : {1U, 2U, 4U}) {
        BOOST_TEST(found[i + 1][0] == rows[i][0]);
        BOOST_TEST(found[i + 1][1] == rows[i][1]);
        BOOST_TEST(found[i + 1][2] == rows[i][2]);
    }
}

BOOST_AUTO_TEST_SUITE_END()
