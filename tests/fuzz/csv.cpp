#include "model/base/text.h"
#include "model/exchange/csv_reader.h"
#include "model/exchange/csv_writer.h"
#include "model/exchange/pasted_table.h"
#include "tests/fuzz/target.h"
#include "tests/support/files.h"
#include "tests/support/temp_folder.h"

using fuzz::expect;
using fuzz::Trace;
using namespace model;

namespace {

const tests::TempFolder& folder()
{
    static const tests::TempFolder one;
    return one;
}

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(CsvReader& reader)
{
    Rows rows;
    SheetRow row;
    int last = 0;
    while (reader.next(row)) {
        expect(row.number > last, "lines go up");
        last = row.number;
        auto& texts = rows.emplace_back();
        for (const auto& cell : row.cells) {
            expect(is_utf8(cell.text), "a cell's text is UTF-8");
            expect(cell.text.empty() == (cell.kind == Cell::Kind::empty), "empty is empty");
            texts.push_back(cell.text);
        }
        while (!texts.empty() && texts.back().empty())
            texts.pop_back();
        if (texts.empty())
            rows.pop_back();
    }
    return rows;
}

void expect_to_come_back(const Rows& rows, Encoding encoding, Trace& trace)
{
    std::size_t width = 1;
    for (const auto& row : rows)
        width = std::max(width, row.size());
    const std::vector<SheetColumn> columns(width, SheetColumn{.head = "head"});
    const auto path = folder().file("again.csv");
    try {
        CsvWriter writer(path, columns, encoding);
        for (const auto& row : rows)
            writer.row(row);
        writer.finish();
    } catch (const SheetError& error) { // GBK lacks characters
        trace.add(error);
        expect(encoding != Encoding::utf8, "UTF-8 has all characters");
        return;
    }
    CsvReader reader(path, encoding);
    auto again = rows_of(reader);
    expect(!again.empty(), "the heads are there");
    again.erase(again.begin());
    expect(again == rows, "what is written is read as it was");
}

/// Cut anywhere, a text is decoded to the same, and what was decoded has bytes that say it again.
void expect_sound_decoding(std::string_view bytes, Encoding encoding)
{
    std::string whole;
    Decoder at_once(encoding);
    const bool is_well = at_once.feed(bytes, whole) && at_once.complete();
    expect(is_utf8(whole), "what is decoded is UTF-8");
    std::string pieces;
    Decoder by_pieces(encoding);
    bool is_well_so = true;
    for (std::size_t at = 0; at < bytes.size() && is_well_so; at += 3)
        is_well_so = by_pieces.feed(bytes.substr(at, 3), pieces);
    is_well_so = is_well_so && by_pieces.complete();
    expect(is_well == is_well_so, "pieces are as good as the whole");
    if (!is_well)
        return;
    expect(whole == pieces, "pieces are decoded as the whole is");
    std::vector<std::string> missing;
    std::string again;
    expect(Decoder(encoding).feed(encode(whole, encoding, missing), again),
        "what we encode can be decoded");
    expect(!missing.empty() || again == whole, "and says the same");
}

void run(std::string_view input, Trace& trace)
{
    constexpr Encoding encodings[] = {
        Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::gb18030};
    for (const auto encoding : encodings)
        expect_sound_decoding(input, encoding);
    const auto path = tests::write_file(folder().file("input.csv"), input);
    const auto one = encodings[input.size() % std::size(encodings)];
    for (const auto forced : {std::optional<Encoding>(), std::optional(one)})
        try {
            CsvReader reader(path, forced);
            trace.add_count(static_cast<std::size_t>(reader.separator()));
            trace.add(reader.encoding());
            const auto rows = rows_of(reader);
            trace.add_count(rows.size());
            trace.add_count(rows.empty() ? 0 : rows[0].size());
            constexpr Encoding written[] = {Encoding::utf8, Encoding::gb18030, Encoding::gbk};
            expect_to_come_back(rows, written[input.size() % std::size(written)], trace);
        } catch (const SheetError& error) {
            trace.add(error);
        }
    if (is_utf8(input))
        trace.add_count(parse_table(input).size());
}

std::vector<std::string> made()
{
    std::vector<std::string> all;
    for (const auto encoding : {Encoding::gb18030, Encoding::utf16le, Encoding::utf16be}) {
        std::vector<std::string> missing;
        all.push_back(encode("\uFEFF姓名,单位\r\n袁燕涛,\"县公安局\"\r\n", encoding, missing));
    }
    return all;
}

} // namespace

const fuzz::Target& fuzz::target()
{
    static const Target one{"csv",
        {"\"", "\"\"", ",", ";", "\t", "\r\n", "\r", "\n", "sep=;\r\n", "sep=\t\n", "=\"",
            "=\"0001\"", "'", "'=", "=1+1", "+86", "-", "@", "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF",
            "\xC4\xE3", "\x81\x30\x81\x30", "\x84\x31\xA4\x37", "\xE3\x32\x9A\x35", "姓名", "　",
            "\xF0\x9F\x98\x80", " "},
        made, run};
    return one;
}
