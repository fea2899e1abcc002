#include "model/base/text.h"
#include "model/exchange/sheet_limits.h"
#include "model/exchange/xlsx_reader.h"
#include "model/exchange/xlsx_writer.h"
#include "tests/fuzz/target.h"
#include "tests/support/archives.h"
#include "tests/support/files.h"
#include "tests/support/temp_folder.h"

#include <Poco/Exception.h>

#include <cctype>

using fuzz::expect;
using fuzz::Trace;
using namespace model;

namespace {

/// An archive as text, so that its parts can be changed without breaking what packs them: lines
/// "@@name" and what that part holds. Anything else is taken as the archive's own bytes.
constexpr std::string_view mark = "\n@@";

std::string archive_of(std::string_view text)
{
    tests::Parts parts;
    for (auto at = text.find(mark.substr(1)); at != std::string_view::npos;) {
        text.remove_prefix(at + mark.size() - 1);
        const auto end = std::min(text.find('\n'), text.size());
        std::string name(text.substr(0, end));
        std::erase_if(name, [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '/' && c != '.'
                && c != '_';
        });
        text.remove_prefix(std::min(end + 1, text.size()));
        at = text.starts_with(mark.substr(1)) ? 0 : text.find(mark);
        name.resize(std::min<std::size_t>(name.size(), 60)); // Poco takes long for many folders
        if (!name.empty() && parts.size() < 20)
            parts[name] = text.substr(0, at);
        at += at == std::string_view::npos || at == 0 ? 0 : 1;
    }
    try {
        return tests::zip_of(parts);
    } catch (const Poco::Exception&) {
        return {}; // names that no archive can have
    }
}

std::string text_of_parts(const tests::Parts& parts)
{
    std::string text;
    for (const auto& [name, bytes] : parts)
        text += std::string(text.empty() ? mark.substr(1) : mark) + name + '\n' + bytes;
    return text;
}

const tests::TempFolder& folder()
{
    static const tests::TempFolder one;
    return one;
}

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(SheetReader& reader, Trace& trace)
{
    Rows rows;
    SheetRow row;
    int last = 0;
    while (reader.next(row)) {
        expect(row.number > last && row.number <= sheet_limits::rows, "rows go up, to a limit");
        expect(row.cells.size() <= sheet_limits::columns, "a row has at most so many columns");
        last = row.number;
        auto& texts = rows.emplace_back();
        for (const auto& cell : row.cells) {
            expect(is_utf8(cell.text), "a cell's text is UTF-8");
            expect(cell.text.empty() == (cell.kind == Cell::Kind::empty), "empty is empty");
            trace.add_count(static_cast<std::size_t>(cell.kind));
            texts.push_back(cell.text);
        }
        while (!texts.empty() && texts.back().empty())
            texts.pop_back();
        if (texts.empty())
            rows.pop_back();
    }
    expect(reader.done() >= 0 && reader.done() <= 1, "a share lies between 0 and 1");
    trace.add_count(rows.size());
    return rows;
}

/// What was read, written as a sheet of ours and read again.
void expect_to_come_back(const Rows& rows, Trace& trace)
{
    std::size_t width = 1;
    std::size_t bytes = 0;
    for (const auto& row : rows) {
        width = std::max(width, row.size());
        for (const auto& cell : row)
            bytes += cell.size();
    }
    if (width > 50 || rows.size() > 100 || bytes > 20'000)
        return;
    std::vector<SheetColumn> columns(width, SheetColumn{.head = "h"});
    const auto path = folder().file("again.xlsx");
    XlsxWriter writer(path, columns, "Sheet1");
    for (const auto& row : rows)
        writer.row(row);
    writer.finish();
    XlsxReader reader(path);
    auto again = rows_of(reader, trace);
    expect(!again.empty(), "the heads are there");
    again.erase(again.begin());
    expect(again == rows, "what is written is read as it was");
}

std::vector<std::string> made()
{
    auto rich = tests::workbook_parts(
        R"(<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>姓</t></r><r><t>名</t></r></is></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>)"
        R"(<row r="3"><c r="A3" s="1"><v>45000.5</v></c><c r="C3" s="2"><v>1.5E+3</v></c><c t="str"><f>A1&amp;B1</f><v>x_x000D_y</v></c><c t="d"><v>2026-01-31T08:05:09</v></c></row>)");
    rich["xl/sharedStrings.xml"] =
        "<sst><si><t>公安局</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>";
    rich["xl/styles.xml"] =
        R"(<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="22"/></cellXfs></styleSheet>)";
    const auto plain = tests::workbook_parts(
        R"(<row><c t="inlineStr"><is><t>姓名</t></is></c><c><v>430922198512310023</v></c></row>)");

    // As our own program and the library under it write one.
    const auto path = folder().file("made.xlsx");
    const std::vector<SheetColumn> columns{
        {.head = "姓名"}, {.head = "性别", .words = {"男", "女"}}, {.head = "分数", .decimals = 2}};
    XlsxWriter writer(path, columns, "人员");
    writer.row(std::vector<std::string>{"袁燕涛", "女", "12.50"});
    writer.row(std::vector<std::string>{"=1+1", "'x", "-3"});
    writer.finish();
    return {text_of_parts(rich), text_of_parts(plain), tests::zip_of(rich), tests::bytes_of(path)};
}

void run(std::string_view input, Trace& trace)
{
    const auto path = tests::write_file(folder().file("input.xlsx"),
        input.starts_with(mark.substr(1)) ? archive_of(input) : std::string(input));
    try {
        for (const auto& name : sheet_names(path))
            trace.add_count(name.size());
    } catch (const SheetError& error) {
        trace.add(error);
    }
    try {
        XlsxReader reader(path);
        const auto rows = rows_of(reader, trace);
        if (input.size() % 8 == 0) // it takes as long as all the rest
            expect_to_come_back(rows, trace);
    } catch (const SheetError& error) {
        trace.add(error);
    }
}

} // namespace

const fuzz::Target& fuzz::target()
{
    static const Target one{"xlsx",
        {"<row>", "<row r=\"2\">", "</row>", "<c>", "<c r=\"A1\" t=\"s\">", "</c>", "<v>", "</v>",
            "<is>", "</is>", "<t>", "</t>", "<t xml:space=\"preserve\">", "<r>", "</r>", " t=\"b\"",
            " t=\"d\"", " t=\"e\"", " t=\"n\"", " t=\"inlineStr\"", " t=\"str\"", " s=\"1\"",
            " r=\"XFD1048576\"", " r=\"ZZZZZZ1\"", " hidden=\"1\"", "<f>", "</f>", "<![CDATA[",
            "]]>", "<!--", "-->", "<?x ?>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "&amp;",
            "&#0;", "&#x10FFFF;", "&#xD800;", "_x000D_", "_x0000_", "_xD800_", "\n@@",
            "@@xl/styles.xml\n", "@@xl/sharedStrings.xml\n", "@@xl/worksheets/sheet1.xml\n", "../",
            "date1904=\"1\"", "numFmtId=\"14\"", "yyyy", "[h]:mm", "1E308", "-1E-308", "2958466",
            "PK\x01\x02", "PK\x03\x04", "PK\x05\x06", "PK\x06\x06"},
        made, run};
    return one;
}
