#include "model/exchange/xlsx_writer.h"

#include "model/base/text.h"
#include "model/exchange/cell_reference.h"
#include "model/exchange/sheet.h"
#include "model/exchange/sheet_limits.h"

#include <algorithm>
#include <charconv>
#include <xlsxwriter.h>

namespace model {

namespace {

/// What Excel takes for a sheet's name: 31 characters, some signs not among them.
std::string sheet_name(const std::string& wanted)
{
    constexpr std::size_t longest = 31;
    auto text = to_utf32(wanted);
    std::erase_if(text, [](char32_t c) {
        return c < 128
            && std::string_view("[]:*?/\\'").find(static_cast<char>(c)) != std::string_view::npos;
    });
    text.resize(std::min(text.size(), longest));
    return text.empty() ? "Sheet1" : to_utf8(text);
}

lxw_workbook* new_workbook(const std::filesystem::path& path)
{
    const auto name = path.u8string();
    lxw_workbook_options options{
        .constant_memory = LXW_TRUE, .tmpdir = nullptr, .use_zip64 = LXW_FALSE};
    return workbook_new_opt(reinterpret_cast<const char*>(name.c_str()), &options);
}

bool is_hexadecimal(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether _xHHHH_ stands at the front, which a reader would take for a control character.
bool looks_escaped(std::string_view text)
{
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_'
        && std::ranges::all_of(text.substr(2, 4), is_hexadecimal);
}

/// libxlsxwriter writes control characters as _xHHHH_, but leaves alone what only looks like one.
std::string escaped(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i)
        result.append(looks_escaped(text.substr(i)) ? "_x005F_" : text.substr(i, 1));
    return result;
}

/// Whether the text is a decimal of at most the 15 digits that a spreadsheet keeps.
bool keeps_as_number(std::string_view text)
{
    constexpr std::size_t kept_digits = 15;
    const auto digits = text.substr(text.starts_with('-'));
    const auto point = std::ranges::count(digits, '.');
    return !digits.empty() && digits.size() - static_cast<std::size_t>(point) <= kept_digits
        && point <= 1 && digits.front() != '.' && digits.back() != '.'
        && digits.find_first_not_of("0123456789.") == std::string_view::npos;
}

} // namespace

XlsxWriter::XlsxWriter(const std::filesystem::path& path, std::span<const SheetColumn> columns,
    const std::string& sheet)
    : file_(path)
    , book_(new_workbook(file_.temporary()))
    , sheet_(workbook_add_worksheet(book_.get(), sheet_name(sheet).c_str()))
    , text_(workbook_add_format(book_.get()))
{
    if (!sheet_)
        file_.refuse(); // no room for its temporary file
    format_set_num_format(text_, "@");
    auto* head = workbook_add_format(book_.get());
    format_set_num_format(head, "@");
    format_set_bold(head);
    for (const auto& column : columns) {
        const auto i = static_cast<lxw_col_t>(columns_.size());
        auto* format = text_;
        if (column.decimals) {
            format = workbook_add_format(book_.get());
            const auto places = static_cast<std::size_t>(*column.decimals);
            format_set_num_format(
                format, (places == 0 ? "0" : "0." + std::string(places, '0')).c_str());
        }
        columns_.push_back({format, column.decimals.has_value()});
        lxw_row_col_options options{.hidden = column.hidden, .level = 0, .collapsed = LXW_FALSE};
        worksheet_set_column_opt(sheet_, i, i, column.width, format, &options);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    for (std::size_t i = 0; i < columns.size(); ++i)
        write_text(i, columns[i].head, head);
    offer(columns);
}

/// The words and hints of columns, at the cells of them all.
void XlsxWriter::offer(std::span<const SheetColumn> columns)
{
    constexpr std::size_t longest_hint = 255; // Excel's own
    const std::string lists = "lists";
    if (std::ranges::any_of(columns, [](const auto& column) { return !column.words.empty(); }))
        list_words(columns, lists);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].words.empty() && columns[i].hint.empty())
            continue;
        const auto letters = column_letters(i);
        auto range = "=" + lists + "!$" + letters + "$1:$" + letters + "$"
            + std::to_string(columns[i].words.size());
        auto hint = columns[i].hint;
        if (to_utf32(hint).size() > longest_hint)
            hint = to_utf8(to_utf32(hint).substr(0, longest_hint));
        lxw_data_validation rule{};
        rule.validate =
            columns[i].words.empty() ? LXW_VALIDATION_TYPE_ANY : LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = range.data();
        rule.show_error = columns[i].only_words ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF;
        rule.input_message = hint.empty() ? nullptr : hint.data();
        const auto at = static_cast<lxw_col_t>(i);
        worksheet_data_validation_range(sheet_, 1, at, sheet_limits::rows - 1, at, &rule);
    }
}

/// A hidden sheet, for a list in the cell itself may not be longer than 255 characters.
void XlsxWriter::list_words(std::span<const SheetColumn> columns, const std::string& sheet)
{
    auto* lists = workbook_add_worksheet(book_.get(), sheet.c_str());
    if (!lists)
        file_.refuse();
    worksheet_hide(lists);
    std::size_t longest = 0;
    for (const auto& column : columns)
        longest = std::max(longest, column.words.size());
    for (std::size_t row = 0; row < longest; ++row)
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (row < columns[i].words.size())
                worksheet_write_string(lists, static_cast<lxw_row_t>(row),
                    static_cast<lxw_col_t>(i), escaped(columns[i].words[row]).c_str(), text_);
}

XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::Free::operator()(lxw_workbook* book) const
{
    lxw_workbook_free(book);
}

void XlsxWriter::row(std::span<const std::string> cells)
{
    if (++row_ >= sheet_limits::rows)
        throw SheetError({msgid("{1} would have more than {2} rows; choose fewer records."),
            {file_.name(), std::to_string(sheet_limits::rows)}});
    for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
        if (cells[i].empty())
            continue;
        if (!columns_[i].numeric || !write_number(i, cells[i]))
            write_text(i, cells[i], text_);
    }
}

bool XlsxWriter::write_number(std::size_t column, const std::string& text)
{
    if (!keeps_as_number(text))
        return false;
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    worksheet_write_number(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(column),
        number, columns_[column].format);
    return true;
}

void XlsxWriter::write_text(std::size_t column, const std::string& text, lxw_format* format)
{
    const auto written = escaped(text);
    check_length(written, file_.name(), row_ + 1, column);
    const auto code = worksheet_write_string(sheet_, static_cast<lxw_row_t>(row_),
        static_cast<lxw_col_t>(column), written.c_str(), format);
    if (code != LXW_NO_ERROR)
        file_.refuse();
}

void XlsxWriter::finish()
{
    const auto code = workbook_close(book_.release()); // frees it, too
    if (code != LXW_NO_ERROR)
        file_.refuse();
    file_.commit();
}

} // namespace model
