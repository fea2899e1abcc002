#include "model/exchange/xlsx_reader.h"

#include "model/base/random.h"
#include "model/base/text.h"
#include "tests/support/archives.h"
#include "tests/support/files.h"
#include "tests/support/sheets.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>

using namespace model;
using Lines = std::vector<std::string>;

namespace {

const auto per_element = boost::test_tools::per_element();

struct WithFolder {
    std::filesystem::path file(const std::string& bytes) const
    {
        return tests::write_file(folder.file("a.xlsx"), bytes);
    }

    Lines read(const std::string& bytes, std::string_view sheet = {}) const
    {
        XlsxReader reader(file(bytes), sheet);
        return tests::lines_of(reader);
    }

    Lines rows(std::string_view xml) const { return read(tests::workbook_of(xml)); }

    std::string complaint(const std::string& bytes, const SheetOptions& options = {}) const
    {
        return tests::complaint_about(file(bytes), options);
    }

    std::string complaint_about_sheet(const std::string& xml) const
    {
        auto parts = tests::workbook_parts("");
        parts["xl/worksheets/sheet1.xml"] = xml;
        return complaint(tests::zip_of(parts));
    }

    tests::TempFolder folder;
};

std::string repeated(std::string_view text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

/// Puts a little-endian number over what stands `offset` behind every `mark`.
void patch(std::string& bytes, std::string_view mark, std::size_t offset, std::uint32_t value)
{
    for (auto at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at + 1))
        for (std::size_t i = 0; i < 4; ++i)
            bytes[at + offset + i] = static_cast<char>(value >> (8 * i));
}

} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(Cell)

BOOST_FIXTURE_TEST_SUITE(xlsx_reader_test, WithFolder)

BOOST_AUTO_TEST_CASE(every_kind_of_cell_is_read)
{
    auto parts = tests::workbook_parts(R"(<row r="2" spans="1:7">
        <c r="A2" t="s"><v>1</v></c><c r="B2" t="inlineStr"><is><t>行内</t></is></c><c r="C2"><v>1.30E+05</v></c>
        <c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c>
        <c r="F2" t="str"><f>A1&amp;"x"</f><v>a&lt;b</v></c><c r="G2" t="d"><v>2026-01-31T00:00:00</v></c></row>)");
    parts["xl/sharedStrings.xml"] =
        "<sst><si><t>零</t></si><si><t xml:space=\"preserve\"> 一 </t></si></sst>";

    XlsxReader reader(file(tests::zip_of(parts)));
    SheetRow row;
    BOOST_REQUIRE(reader.next(row));

    using enum Cell::Kind;
    const std::vector<Cell> expected{{" 一 ", text}, {"行内", text}, {"130000", number},
        {"TRUE", boolean}, {"#N/A", error}, {"a<b", text}, {"2026-01-31", date}};
    BOOST_TEST(row.number == 2);
    BOOST_TEST(row.cells == expected, per_element);
    BOOST_TEST(!reader.next(row));
}

BOOST_AUTO_TEST_CASE(rich_text_is_joined_without_its_phonetic_guides)
{
    auto parts = tests::workbook_parts(
        R"(<row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c></row>)");
    parts["xl/sharedStrings.xml"] = "<sst><si><r><rPr><b/></rPr><t>大</t></r><r><t>厅</t></r><rPh "
                                    "sb=\"0\" eb=\"1\"><t>da</t></rPh>"
                                    "<phoneticPr fontId=\"1\"/></si></sst>";
    BOOST_TEST(read(tests::zip_of(parts)) == (Lines{"1: 大厅|甲乙"}), per_element);
}

BOOST_AUTO_TEST_CASE(rows_and_cells_may_leave_their_position_out_or_skip_some)
{
    BOOST_TEST(
        rows(
            R"(<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>
                       <row><c><v>5</v></c></row>)")
            == (Lines{"1: 1|2", "5: ||3|4", "6: 5"}),
        per_element);
}

BOOST_AUTO_TEST_CASE(formatted_empty_rows_and_columns_are_passed_over)
{
    BOOST_TEST(
        rows(
            R"(<row r="1"><c r="A1" s="1"/><c r="XFD1" s="1"/></row><row r="2"><c r="A2" t="s"/><c r="B2"><v></v></c></row>
                       <row r="1048576"><c r="A1048576"><v>1</v></c></row>)")
            == (Lines{"1048576: 1"}),
        per_element);
}

BOOST_AUTO_TEST_CASE(hidden_rows_are_marked)
{
    XlsxReader reader(file(
        tests::workbook_of(R"(<row hidden="1"><c><v>1</v></c></row><row><c><v>2</v></c></row>)")));
    SheetRow row;
    BOOST_REQUIRE(reader.next(row));
    BOOST_TEST(row.hidden);
    BOOST_REQUIRE(reader.next(row));
    BOOST_TEST(!row.hidden);
}

BOOST_AUTO_TEST_CASE(dates_are_told_by_their_number_format)
{
    auto parts = tests::workbook_parts(
        R"(<row><c s="1"><v>46053</v></c><c s="2"><v>46053.337</v></c><c s="3"><v>0.3368055</v></c>
        <c s="4"><v>1.25</v></c><c s="5"><v>46053</v></c><c s="6"><v>46053</v></c><c s="7"><v>3.50</v></c><c s="1"><v>59</v></c><c s="0"><v>46053</v></c></row>)");
    parts["xl/styles.xml"] =
        R"(<styleSheet><numFmts count="4"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
        <numFmt numFmtId="177" formatCode="[h]:mm"/><numFmt numFmtId="178" formatCode=""></numFmt>
        <numFmt numFmtId="179" formatCode="[$-804]yyyy/m/d h:mm"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="179"/><xf numFmtId="20"/><xf numFmtId="177"/><xf numFmtId="176"/>
        <xf numFmtId="31"/><xf numFmtId="178"/></cellXfs></styleSheet>)";
    BOOST_TEST(read(tests::zip_of(parts))
            == (Lines{"1: "
                      "2026-01-31|2026-01-31T08:05:17|08:05|30:00|2026-01-31|2026-01-31|3.5|1900-"
                      "02-28|46053"}),
        per_element);

    parts["xl/workbook.xml"].insert(
        parts["xl/workbook.xml"].find("<sheets>"), "<workbookPr date1904=\"1\"/>");
    BOOST_TEST(read(tests::zip_of(parts)).at(0).starts_with("1: 2030-02-01|"));
}

BOOST_AUTO_TEST_CASE(number_formats_are_classified_by_what_they_show)
{
    using enum NumberFormat;
    const std::vector<std::pair<std::string, NumberFormat>> known{{"General", number},
        {"0.00_);[Red]\\(0.00\\)", number}, {"#,##0\"days\"", number}, {"0.00E+00", number},
        {"G/通用格式", number}, {"@", number}, {"yyyy/m/d", date}, {"m\"月\"d\"日\"", date},
        {"mmm", date}, {"h:mm AM/PM", time}, {"mm:ss.0", time}, {"yyyy-mm-dd hh:mm:ss", date_time},
        {"[mm]:ss", elapsed}, {"0;yyyy", number}, {"[DBNum1][$-804]yyyy\"年\"m\"月\"", date}};
    for (const auto& [code, format] : known)
        BOOST_TEST(static_cast<int>(classify_format(code)) == static_cast<int>(format), code);
}

BOOST_AUTO_TEST_CASE(numbers_come_as_a_clerk_reads_them)
{
    const std::vector<std::pair<std::string, std::string>> known{{"430922", "430922"}, {"3.0", "3"},
        {"1.5E-2147483648", "none"}, {"0.50", "0.5"}, {"1.30E+05", "130000"},
        {"4.3092219900101E+17", "430922199001010000"}, {"0.30000000000000004", "0.3"},
        {"1E-3", "0.001"}, {"-2.50", "-2.5"}, {"0.99999999999999999", "1"}, {"12.3E1", "123"},
        {"0", "0"}, {"0.0", "0"}, {".5", "0.5"}, {"007", "7"},
        {"430922199001010011", "430922199001010011"}, {"123456789.10000001", "123456789.1"}};
    for (const auto& [raw, shown] : known)
        BOOST_TEST(plain_number(raw).value_or("none") == shown,
            raw << " gave " << plain_number(raw).value_or("none"));
    for (const auto* raw : {"", "-", "1.2.3", "1E", "abc", "1E999", "0x10", "INF"})
        BOOST_TEST(!plain_number(raw), raw);
}

BOOST_AUTO_TEST_CASE(a_number_of_18_digits_is_seen_to_be_rounded_and_the_same_as_text_is_not)
{
    XlsxReader reader(file(tests::workbook_of(
        R"(<row><c><v>4.3092219900101E+17</v></c><c t="str"><v>430922199001010011</v></c></row>)")));
    SheetRow row;
    BOOST_REQUIRE(reader.next(row));
    BOOST_TEST(may_be_rounded(row.cells[0]));
    BOOST_TEST(!may_be_rounded(row.cells[1]));
}

BOOST_AUTO_TEST_CASE(references_cdata_and_escapes_are_resolved)
{
    BOOST_TEST(rows("<row><c t=\"str\"><v>&#x2CB4E;&amp;&#39;<![CDATA[<a>&amp;]]><!-- no "
                    "-->_x000A__x005F_x000A_ _xZZ00_</v></c></row>")
            == (Lines{"1: 𬭎&'<a>&amp;\n_x000A_ _xZZ00_"}),
        per_element);
}

BOOST_AUTO_TEST_CASE(prefixed_names_are_understood)
{
    auto parts = tests::workbook_parts("");
    parts["xl/worksheets/sheet1.xml"] =
        "\xEF\xBB\xBF<x:worksheet xmlns:x='m'><x:sheetData><x:row x:r='3'><x:c "
        "r='B3'\n><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>\n";
    BOOST_TEST(read(tests::zip_of(parts)) == (Lines{"3: |7"}), per_element);
}

BOOST_AUTO_TEST_CASE(the_first_visible_sheet_is_read_unless_another_is_named)
{
    auto parts = tests::workbook_parts("<row><c><v>1</v></c></row>");
    parts["xl/worksheets/sheet2.xml"] = tests::sheet_xml("<row><c><v>2</v></c></row>");
    auto& relations = parts["xl/_rels/workbook.xml.rels"];
    relations.insert(relations.find("</Relationships>"),
        "<Relationship Id=\"rId9\" "
        "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" "
        "Target=\"./worksheets/sheet2.xml\"/>"
        "<Relationship Id=\"rId8\" Type=\"x/chartsheet\" Target=\"chart.xml\"/>");
    auto& book = parts["xl/workbook.xml"];
    book.replace(book.find("<sheets>"), 8, "<sheets><sheet name=\"图\" r:id=\"rId8\"/>");
    book.replace(book.find("sheetId=\"1\""), 11, "sheetId=\"1\" state=\"hidden\"");
    book.insert(book.find("</sheets>"), "<sheet name=\"A &amp; B\" sheetId=\"2\" r:id=\"rId9\"/>");
    const auto bytes = tests::zip_of(parts);

    BOOST_TEST(read(bytes) == (Lines{"1: 2"}), per_element);
    BOOST_TEST(read(bytes, "人员") == (Lines{"1: 1"}), per_element);
    BOOST_TEST(sheet_names(file(bytes)) == (Lines{"A & B"}), per_element);
    BOOST_TEST(complaint(bytes, {.sheet = "窗口"}) == "a.xlsx has no sheet 窗口; it has A & B.");
}

BOOST_AUTO_TEST_CASE(a_workbook_is_known_by_its_content_whatever_its_name)
{
    const auto path =
        tests::write_file(folder.file("a.csv"), tests::workbook_of("<row><c><v>1</v></c></row>"));
    const auto reader = open_sheet(path);
    BOOST_TEST(tests::lines_of(*reader) == (Lines{"1: 1"}), per_element);
}

BOOST_AUTO_TEST_CASE(an_archive_cut_off_anywhere_is_refused)
{
    const auto whole =
        tests::workbook_of(repeated("<row><c t=\"str\"><v>交通局</v></c></row>", 50));
    for (std::size_t length = 4; length < whole.size(); length += 97) {
        const auto sentence = complaint(whole.substr(0, length));
        BOOST_TEST(
            sentence.starts_with("a.xlsx is cut off or damaged"), length << ": " << sentence);
    }
}

BOOST_AUTO_TEST_CASE(a_wrong_checksum_or_size_is_refused)
{
    const std::string rows = repeated("<row><c><v>1</v></c></row>", 50);
    auto checksum = tests::workbook_of(rows);
    patch(checksum, "PK\x01\x02", 16, 0x1234'5678);
    BOOST_TEST(complaint(checksum).starts_with("a.xlsx is damaged in its part _rels/.rels"));

    auto size = tests::workbook_of(rows);
    patch(size, "PK\x01\x02", 24, 7);
    BOOST_TEST(complaint(size).starts_with("a.xlsx is damaged in its part"));

    auto encrypted = tests::workbook_of(rows);
    patch(encrypted, "PK\x01\x02", 8, 0x0008'0001);
    BOOST_TEST(complaint(encrypted).starts_with("a.xlsx is damaged in its part"));
}

BOOST_AUTO_TEST_CASE(a_zip_bomb_is_stopped_before_it_unpacks)
{
    auto parts = tests::workbook_parts("");
    parts["xl/worksheets/sheet1.xml"] = tests::sheet_xml(repeated("<row></row>", 2'000'000));
    BOOST_TEST(
        complaint(tests::zip_of(parts))
            .starts_with(
                "a.xlsx unpacks to more than a sheet can be (its part xl/worksheets/sheet1.xml)"));
}

BOOST_AUTO_TEST_CASE(an_archive_of_very_many_parts_is_refused)
{
    auto parts = tests::workbook_parts("<row><c><v>1</v></c></row>");
    const auto fill_up_to = [&](std::size_t count) {
        while (parts.size() < count)
            parts["xl/extra/" + std::to_string(parts.size()) + ".xml"] = "<a/>";
    };
    fill_up_to(4000); // its folders are parts, too
    BOOST_TEST(complaint(tests::zip_of(parts)) == "");
    fill_up_to(4097);
    BOOST_TEST(complaint(tests::zip_of(parts)).starts_with("a.xlsx is cut off or damaged"));
}

BOOST_AUTO_TEST_CASE(document_types_and_entities_are_refused)
{
    const std::string laughs =
        R"(<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
        <worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>)";
    BOOST_TEST(complaint_about_sheet(laughs).starts_with(
        "a.xlsx is refused: its part xl/worksheets/sheet1.xml declares"));
    BOOST_TEST(complaint(tests::workbook_of("<row><c t=\"str\"><v>&b;</v></c></row>"))
                   .starts_with("a.xlsx is refused"));
    BOOST_TEST(complaint_about_sheet("<?xml version=\"1.0\" encoding=\"GBK\"?><worksheet/>")
                   .starts_with("a.xlsx is refused"));
}

BOOST_AUTO_TEST_CASE(broken_xml_is_refused)
{
    const auto cell = [](const std::string& xml) {
        return tests::sheet_xml("<row><c>" + xml + "</c></row>");
    };
    const Lines broken{"", " ", "text", "<a>", "<a></b>", "<a/><b/>", "<a", "<a b></a>", "<a b=c/>",
        "<a b='/>", "< a/>", "<a/>text", "<!-- ", "<![CDATA[x]]>", std::string("<a>\0</a>", 8),
        "\xFF\xFE<\0a\0/\0>\0", cell("<v>&#0;</v>"), cell("<v>&#xD800;</v>"), cell("<v>&lt</v>"),
        cell("<v>&#x110000;</v>"), tests::sheet_xml(repeated("<a>", 100'000)),
        "<a b='" + std::string(100'000, 'x') + "'/>", "<a>" + std::string(2'000'000, 'x') + "</a>"};
    for (const auto& xml : broken)
        BOOST_TEST(complaint_about_sheet(xml).starts_with("a.xlsx is damaged in its part"),
            xml.substr(0, 200));
}

BOOST_AUTO_TEST_CASE(cells_that_cannot_be_read_are_named)
{
    BOOST_TEST(
        complaint(tests::workbook_of("<row r=\"7\"><c r=\"C7\" t=\"s\"><v>4</v></c></row>"))
            .starts_with("a.xlsx is damaged: what stands in row 7, column C cannot be read"));
    BOOST_TEST(
        complaint(
            tests::workbook_of("<row r=\"7\"><c r=\"AB7\" t=\"str\"><v>\xD6\xD0</v></c></row>"))
            .starts_with("a.xlsx is damaged: what stands in row 7, column AB cannot be read"));
    BOOST_TEST(complaint(tests::workbook_of("<row r=\"7\"><c r=\"ZZZ7\"><v>1</v></c></row>"))
                   .starts_with("a.xlsx is damaged in its part"));
    BOOST_TEST(complaint(tests::workbook_of("<row r=\"7\"><c r=\"XFD7\"><v>1</v></c></row>"))
                   .starts_with("a.xlsx: row 7 has more than 1024 columns"));
    BOOST_TEST(complaint(tests::workbook_of("<row r=\"7\"><c t=\"str\"><v>" + repeated("厅", 32'768)
                             + "</v></c></row>"))
                   .starts_with("a.xlsx: the cell in row 7, column A holds more than 32767"));
    BOOST_TEST(complaint(tests::workbook_of("<row r=\"0\"/>"))
                   .starts_with("a.xlsx is damaged in its part"));
    BOOST_TEST(complaint(
        tests::workbook_of("<row r=\"3\"><c><v>1</v></c></row><row r=\"3\"><c><v>2</v></c></row>"))
                   .starts_with("a.xlsx is damaged in its part"));
}

BOOST_AUTO_TEST_CASE(other_archives_are_no_workbooks)
{
    BOOST_TEST(complaint(tests::zip_of({{"word/document.xml", "<a/>"}}))
                   .starts_with("a.xlsx is an archive without an .xlsx workbook"));
    auto parts = tests::workbook_parts("");
    parts.erase("xl/worksheets/sheet1.xml");
    BOOST_TEST(complaint(tests::zip_of(parts)).starts_with("a.xlsx is cut off or damaged"));
}

BOOST_AUTO_TEST_CASE(whatever_happens_to_its_bytes_a_workbook_is_read_or_refused)
{
    auto parts =
        tests::workbook_parts(repeated("<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>46053</v></c><c "
                                       "t=\"inlineStr\"><is><t>甲&amp;</t></is></c></row>",
            5));
    parts["xl/sharedStrings.xml"] = "<sst><si><r><t>大</t></r><r><t>厅</t></r></si></sst>";
    parts["xl/styles.xml"] =
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    const auto packed = tests::zip_of(parts);
    SeededRandom random(20260131);
    const auto mutate = [&](std::string bytes) {
        for (auto i = random.below(4) + 1; i > 0; --i)
            bytes[random.below(static_cast<std::uint32_t>(bytes.size()))] =
                static_cast<char>(random.below(256));
        return bytes;
    };
    int refused = 0;
    for (int i = 0; i < 2000; ++i) {
        // Every other time a part is changed before packing, so that the checksums still hold.
        auto changed = parts;
        if (i % 2 == 1) {
            auto part = changed.begin();
            std::advance(part, random.below(static_cast<std::uint32_t>(changed.size())));
            part->second = mutate(part->second);
        }
        refused += !complaint(i % 2 == 1 ? tests::zip_of(changed) : mutate(packed)).empty();
    }
    BOOST_TEST(refused > 500);
    BOOST_TEST(refused < 2000);
}

BOOST_AUTO_TEST_SUITE_END()
