#include "model/exchange/sheet.h"

#include "model/base/text.h"
#include "model/exchange/cell_reference.h"
#include "model/exchange/csv_reader.h"
#include "model/exchange/sheet_limits.h"
#include "model/exchange/xlsx_reader.h"

#include <algorithm>
#include <fstream>

namespace model {

namespace {

constexpr std::string_view ole_mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

enum class Content { zip, ole, web_page, pdf, text };

Content content_of(const std::filesystem::path& path)
{
    std::error_code absent; // what is not there is told by who opens it
    if (std::filesystem::is_directory(path, absent))
        throw SheetError({msgid("{1} is a folder: name the sheet in it"), {path_text(path)}});
    if (std::filesystem::file_size(path, absent) == 0 && !absent)
        throw SheetError({msgid("{1} is empty: it holds not a single byte; fetch it again, or save "
                                "it anew"),
            {path_text(path)}});
    std::string front(512, '\0');
    std::ifstream input(path, std::ios::binary);
    input.read(front.data(), static_cast<std::streamsize>(front.size()));
    front.resize(static_cast<std::size_t>(input.gcount()));
    if (front.starts_with("PK\x03\x04") || front.starts_with("PK\x05\x06"))
        return Content::zip;
    if (front.starts_with(ole_mark))
        return Content::ole;
    if (front.starts_with("%PDF-"))
        return Content::pdf;
    const auto begin = lower(trimmed(front.starts_with("\xEF\xBB\xBF") ? front.substr(3) : front));
    for (const auto* tag : {"<html", "<!doctype", "<table", "<?xml", "<head", "<meta", "<style"})
        if (begin.starts_with(tag))
            return Content::web_page;
    return Content::text;
}

/// Both old workbooks and workbooks with a password are OLE files; the latter have this stream.
bool has_password(const std::filesystem::path& path)
{
    std::string mark;
    for (const char c : std::string_view("EncryptedPackage"))
        mark.append({c, '\0'});
    std::ifstream input(path, std::ios::binary);
    std::string window;
    std::string piece(64U << 10U, '\0');
    while (input.read(piece.data(), static_cast<std::streamsize>(piece.size()))
        || input.gcount() > 0) {
        window.append(piece, 0, static_cast<std::size_t>(input.gcount()));
        if (window.find(mark) != std::string::npos)
            return true;
        window.erase(0, window.size() - std::min(window.size(), mark.size()));
    }
    return false;
}

[[noreturn]] void refuse(Content content, const std::filesystem::path& path)
{
    const auto name = file_name(path);
    if (content == Content::pdf)
        throw SheetError({msgid("{1} is a PDF document, not a sheet; ask its sender for the .xlsx "
                                "or .csv file it was made from."),
            {name}});
    if (content == Content::web_page)
        throw SheetError(
            {msgid("{1} is a web page under a sheet's name; open it in Excel or WPS and "
                   "save it as .xlsx (File, Save As)."),
                {name}});
    if (has_password(path))
        throw SheetError(
            {msgid("{1} is protected with a password; open it in Excel or WPS, take the "
                   "password off and save it again."),
                {name}});
    throw SheetError(
        {msgid("{1} is an old workbook (.xls or .et); open it in Excel or WPS and save "
               "it as .xlsx (File, Save As)."),
            {name}});
}

std::optional<Encoding> wanted_encoding(const std::string& name)
{
    if (name.empty())
        return std::nullopt;
    if (const auto encoding = parse_encoding(name))
        return encoding;
    throw UsageError({msgid("{1} is no known encoding; known are utf-8, gbk, gb18030, utf-16le and "
                            "utf-16be."),
        {name}});
}

} // namespace

bool may_be_rounded(const Cell& cell)
{
    constexpr std::ptrdiff_t kept_digits = 15;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::string_view text = cell.text;
    if (cell.kind == Cell::Kind::number) {
        const auto whole = text.substr(0, text.find('.'));
        return std::ranges::count_if(whole, is_digit) > kept_digits;
    }
    if (cell.kind != Cell::Kind::text || text.size() < 3 || text[1] != '.')
        return false;
    const auto exponent = text.find_first_of("eE");
    if (exponent == std::string_view::npos)
        return false;
    const auto mantissa = text.substr(0, exponent);
    const auto power = text.substr(exponent + 1);
    const bool scientific = mantissa.size() > 2 && is_digit(mantissa[0]) && mantissa[1] == '.'
        && std::ranges::all_of(mantissa.substr(2), is_digit) && power.size() == 3 && power[0] == '+'
        && std::ranges::all_of(power.substr(1), is_digit);
    return scientific && power > "+09";
}

std::unique_ptr<SheetReader> open_sheet(
    const std::filesystem::path& path, const SheetOptions& options)
{
    if (options.pasted)
        return std::make_unique<CsvReader>(file_name(path), *options.pasted);
    const auto content = content_of(path);
    if (content == Content::text)
        return std::make_unique<CsvReader>(path, wanted_encoding(options.encoding));
    if (content == Content::zip)
        return std::make_unique<XlsxReader>(path, options.sheet);
    refuse(content, path);
}

std::vector<std::string> sheet_names(const std::filesystem::path& path)
{
    const auto content = content_of(path);
    if (content == Content::text)
        return {};
    if (content == Content::zip)
        return Workbook(path).sheet_names();
    refuse(content, path);
}

std::string file_name(const std::filesystem::path& path)
{
    const auto name = path.filename().u8string();
    return {name.begin(), name.end()};
}

std::string path_text(const std::filesystem::path& path)
{
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

void check_length(const std::string& text, const std::string& file, int row, std::size_t column)
{
    if (text.size() <= sheet_limits::cell_characters)
        return;
    const auto characters = std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; });
    if (static_cast<std::size_t>(characters) > sheet_limits::cell_characters)
        throw SheetError({msgid("{1}: the cell in row {2}, column {3} holds more than {4} "
                                "characters; shorten it, or close the quotation mark it opens."),
            {file, std::to_string(row), column_letters(column),
                std::to_string(sheet_limits::cell_characters)}});
}

} // namespace model
