#include "model/exchange/csv_reader.h"

#include "model/exchange/sheet_limits.h"
#include "tests/support/files.h"
#include "tests/support/sheets.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>

using namespace model;
using Lines = std::vector<std::string>;

namespace {

const auto per_element = boost::test_tools::per_element();

struct WithFolder {
    Lines read(std::string_view bytes, std::optional<Encoding> encoding = {}) const
    {
        CsvReader reader(tests::write_file(folder.file("a.csv"), bytes), encoding);
        return tests::lines_of(reader);
    }

    std::string complaint(std::string_view bytes, const SheetOptions& options = {}) const
    {
        return tests::complaint_about(tests::write_file(folder.file("a.csv"), bytes), options);
    }

    static std::string in(Encoding encoding, std::string_view text)
    {
        std::vector<std::string> missing;
        return encode(text, encoding, missing);
    }

    tests::TempFolder folder;
};

/// The process's largest size in memory so far, where the system tells it.
std::optional<long> peak_kilobytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stol(line.substr(6));
    return std::nullopt;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(csv_reader_test, WithFolder)

BOOST_AUTO_TEST_CASE(quoted_cells_hold_separators_quotes_and_line_breaks)
{
    BOOST_TEST(read("a,\"b,\"\"c\"\"\r\nd\",e\r\nf\r\n") == (Lines{"1: a|b,\"c\"\r\nd|e", "3: f"}),
        per_element);
}

BOOST_AUTO_TEST_CASE(every_line_end_counts_as_one_row)
{
    BOOST_TEST(read("a\rb\r\nc\nd") == (Lines{"1: a", "2: b", "3: c", "4: d"}), per_element);
}

BOOST_AUTO_TEST_CASE(empty_rows_are_passed_over_and_still_counted)
{
    BOOST_TEST(read("a\n\n,,\n\"\"\nb\n\n") == (Lines{"1: a", "5: b"}), per_element);
    BOOST_TEST(read("").empty());
}

BOOST_AUTO_TEST_CASE(the_separator_is_found_out)
{
    BOOST_TEST(
        read("表\na;\"1,2,3,4\";b\nc;2,5;d\n") == (Lines{"1: 表", "2: a|1,2,3,4|b", "3: c|2,5|d"}),
        per_element);
    BOOST_TEST(read("a\tb,c\nd\te\n") == (Lines{"1: a|b,c", "2: d|e"}), per_element);
    BOOST_TEST(read("sep=|\r\na|b,c\r\n") == (Lines{"2: a|b,c"}), per_element);
}

BOOST_AUTO_TEST_CASE(a_line_that_states_no_separator_is_a_row)
{
    BOOST_TEST(read("sep=，\na,b\n") == (Lines{"1: sep=，", "2: a|b"}), per_element);
    BOOST_TEST(read("sep=\n\na,b\n") == (Lines{"1: sep=", "3: a|b"}), per_element);
    BOOST_TEST(read("sep=;x,b\n") == (Lines{"1: sep=;x|b"}), per_element);
}

BOOST_AUTO_TEST_CASE(utf16_tab_text_of_excel_is_read)
{
    const std::string text = "姓名\t编号\r\n𬭎\tA1\r\n";
    const Lines rows{"1: 姓名|编号", "2: 𬭎|A1"};
    BOOST_TEST(read("\xFF\xFE" + in(Encoding::utf16le, text)) == rows, per_element);
    BOOST_TEST(read("\xFE\xFF" + in(Encoding::utf16be, text)) == rows, per_element);
    BOOST_TEST(read(in(Encoding::utf16le, text), Encoding::utf16le) == rows, per_element);
}

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_AUTO_TEST_CASE(utf8_with_and_without_mark_and_gbk_are_told_apart)
{
    const std::string text = "单位,名称\n交通局,鲊㙍𬭎\n";
    const Lines rows{"1: 单位|名称", "2: 交通局|鲊㙍𬭎"};
    BOOST_TEST(read(text) == rows, per_element);
    BOOST_TEST(read("\xEF\xBB\xBF" + text) == rows, per_element);
    BOOST_TEST(read(in(Encoding::gb18030, text)) == rows, per_element);
    BOOST_TEST(read(in(Encoding::gb18030, text), Encoding::gbk) == rows, per_element);
}

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_AUTO_TEST_CASE(gbk_bytes_in_a_utf8_file_are_refused_with_their_row)
{
    const std::string good = "单位,名称\n交通局,\"交通\n窗口\"\n";
    const auto bad = in(Encoding::gbk, "公安局,出入境\n");

    BOOST_TEST(complaint(good + bad).starts_with("a.csv mixes two encodings: row 4 "));
    BOOST_TEST(complaint(bad + good).starts_with("a.csv mixes two encodings: row 2 "));
    BOOST_TEST(
        complaint("自然资源和规划局" + bad).starts_with("a.csv mixes two encodings: row 1 "));
    BOOST_TEST(complaint("\xEF\xBB\xBF" + good + bad)
                   .starts_with("a.csv: row 4 holds bytes that are not UTF-8"));
    BOOST_TEST(
        complaint(good + bad, {.encoding = "utf-8"}).starts_with("a.csv: row 4 holds bytes"));
    BOOST_TEST(
        complaint("\xEF\xBB\xBF" + good + "\xE5\x8D").starts_with("a.csv: row 4 holds bytes"));
}

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_AUTO_TEST_CASE(bytes_of_no_encoding_are_refused_with_their_row)
{
    BOOST_TEST(
        complaint("a\nb\n\xFF\xFF\n").starts_with("a.csv: row 3 holds bytes that are neither"));
    BOOST_TEST(complaint("a,b\n\x80\n").starts_with("a.csv: row 2 holds bytes that are neither"));
    BOOST_TEST(
        complaint(std::string("a,b\n\0\n", 6)).starts_with("a.csv is neither a workbook nor"));
    BOOST_TEST(complaint("a", {.encoding = "latin1"}).starts_with("latin1 is no known encoding"));
}

BOOST_AUTO_TEST_CASE(guards_against_formulas_are_taken_off)
{
    BOOST_TEST(
        read("'=1+1,\"=\"\"0012\"\"\",-5,'abc,''@x\n") == (Lines{"1: =1+1|0012|-5|'abc|'@x"}),
        per_element);
}

BOOST_AUTO_TEST_CASE(an_open_quotation_mark_is_named_by_the_row_it_stands_in)
{
    BOOST_TEST(complaint("a\nb,\"c\nd\n")
                   .starts_with("a.csv: the quotation mark that opens a cell in row 2"));
    BOOST_TEST(
        complaint("a\nb,\"" + std::string(40'000, 'x'))
            .starts_with("a.csv: the cell in row 2, column B holds more than 32767 characters"));
    BOOST_TEST(complaint("\"" + std::string(32'767, 'x') + "\"") == "");
}

BOOST_AUTO_TEST_CASE(too_many_rows_and_columns_are_refused)
{
    BOOST_TEST(complaint(std::string(sheet_limits::rows + 1, '\n'))
                   .starts_with("a.csv has more than 1048576 rows"));
    BOOST_TEST(complaint("a\n" + std::string(sheet_limits::columns, ','))
                   .starts_with("a.csv: row 2 has more than 1024 columns"));
}

BOOST_AUTO_TEST_CASE(what_is_no_table_is_named_for_what_it_is)
{
    BOOST_TEST(complaint("%PDF-1.7\n").starts_with("a.csv is a PDF document"));
    BOOST_TEST(complaint(" <html><table>").starts_with("a.csv is a web page"));
    BOOST_TEST(
        complaint("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest").starts_with("a.csv is an old workbook"));
    BOOST_TEST(
        complaint("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + in(Encoding::utf16le, "EncryptedPackage"))
            .starts_with("a.csv is protected with a password"));
    BOOST_TEST(
        tests::complaint_about(folder.file("none.csv")).starts_with("none.csv cannot be opened"));
}

BOOST_AUTO_TEST_CASE(a_file_of_200_megabytes_is_read_in_little_memory)
{
    const auto path = folder.file("large.csv");
    const std::string row = "交通局,综合窗口,\"" + std::string(210, 'x') + "\",430922\r\n";
    const auto count = (200U << 20U) / row.size();
    {
        std::ofstream file(path, std::ios::binary);
        for (std::size_t i = 0; i < count; ++i)
            file << row;
    }
    const auto before = peak_kilobytes();

    const auto reader = open_sheet(path);
    std::size_t rows = 0;
    for (SheetRow one; reader->next(one); ++rows) {
    }

    BOOST_TEST(rows == count);
    if (before)
        BOOST_TEST(*peak_kilobytes() - *before < 20'000);
}

BOOST_AUTO_TEST_CASE(a_file_over_the_limit_is_refused_unread)
{
    const auto path = tests::write_file(folder.file("huge.csv"), "a");
    std::filesystem::resize_file(path, sheet_limits::file_bytes + 1);
    BOOST_TEST(tests::complaint_about(path).starts_with("huge.csv is larger than 256 MiB"));
}

BOOST_AUTO_TEST_CASE(numbers_that_lost_digits_are_noticed)
{
    using enum Cell::Kind;
    BOOST_TEST(may_be_rounded({"430922199001010000", number}));
    BOOST_TEST(may_be_rounded({"4.30922E+17", text}));
    BOOST_TEST(!may_be_rounded({"430922199001010011", text}));
    BOOST_TEST(!may_be_rounded({"123456789012345", number}));
    BOOST_TEST(!may_be_rounded({"0.30000000000000004", number}));
    BOOST_TEST(!may_be_rounded({"1.5E+02", text}));
    BOOST_TEST(!may_be_rounded({"E+17", text}));
}

BOOST_AUTO_TEST_SUITE_END()
