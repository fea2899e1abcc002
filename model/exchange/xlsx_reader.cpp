#include "model/exchange/xlsx_reader.h"

#include "model/base/text.h"
#include "model/exchange/cell_reference.h"
#include "model/exchange/sheet_limits.h"

#include <charconv>
#include <utility>

namespace model {

namespace {

using Event = XmlScanner::Event;

template <class Number>
std::optional<Number> parse(std::string_view text)
{
    Number number{};
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

/// ISO text as our own cells have it: no time where it is zero, no time zone.
std::string plain_date(std::string text)
{
    constexpr std::size_t date_length = 10;
    if (text.ends_with('Z'))
        text.pop_back();
    if (const auto fraction = text.find('.'); fraction != std::string::npos)
        text.resize(fraction);
    if (text.size() > date_length && text.substr(date_length) == "T00:00:00")
        text.resize(date_length);
    return text;
}

} // namespace

XlsxReader::XlsxReader(const std::filesystem::path& path, std::string_view sheet)
    : workbook_(path)
    , part_(workbook_.open_sheet(sheet))
    , xml_(*part_)
{
}

bool XlsxReader::next(SheetRow& row)
{
    constexpr std::size_t row_depth = 3; // worksheet, sheetData, row
    while (!ended_) {
        const auto event = xml_.next();
        if (event == Event::done)
            ended_ = true;
        else if (event == Event::start && xml_.depth() == row_depth && xml_.name() == "row"
            && read_row(row))
            return true;
    }
    return false;
}

/// Whether anything stands in the row that just started.
bool XlsxReader::read_row(SheetRow& row)
{
    const auto number = xml_.attribute("r");
    const int last = row_;
    row_ = number ? parse<int>(*number).value_or(0) : row_ + 1;
    // A number that stands twice would point at two rows; Excel refuses it too.
    if (row_ <= last || row_ > sheet_limits::rows)
        refuse_damaged(*part_);
    row.number = row_;
    const auto hidden = xml_.attribute("hidden");
    row.hidden = hidden == "1" || hidden == "true";
    for (auto& cell : row.cells) {
        cell.text.clear();
        cell.kind = Cell::Kind::empty;
    }
    next_column_ = 0;
    bool any = false;
    const auto inside = xml_.depth();
    do {
        if (xml_.next() != Event::start)
            continue;
        if (xml_.name() == "c")
            any |= read_cell(row);
        else
            xml_.skip_element();
    } while (xml_.depth() >= inside);
    return any;
}

/// Whether anything stands in the cell that just started.
bool XlsxReader::read_cell(SheetRow& row)
{
    column_ = take_column();
    const auto type = cell_type();
    const auto style_text = xml_.attribute("s");
    const auto style = style_text ? parse<std::size_t>(*style_text).value_or(0) : 0;
    if (!read_value())
        return false;
    if (column_ >= sheet_limits::columns)
        throw SheetError({msgid("{1}: row {2} has more than {3} columns; delete what stands beyond "
                                "the table."),
            {workbook_.file(), std::to_string(row_), std::to_string(sheet_limits::columns)}});
    if (column_ >= row.cells.size())
        row.cells.resize(column_ + 1);
    auto& cell = row.cells[column_];
    fill(cell, type, style);
    if (cell.text.empty())
        cell.kind = Cell::Kind::empty;
    else if (type != CellType::shared && !is_utf8(cell.text)) // the shared ones are checked already
        refuse_cell();
    check_length(cell.text, workbook_.file(), row_, column_);
    return !cell.text.empty();
}

/// Cells may leave their position out and then follow one another.
std::size_t XlsxReader::take_column()
{
    const auto text = xml_.attribute("r");
    if (!text)
        return next_column_++;
    const auto reference = parse_cell_reference(*text);
    if (!reference)
        refuse_damaged(*part_);
    next_column_ = reference->column + 1;
    return reference->column;
}

XlsxReader::CellType XlsxReader::cell_type()
{
    const auto name = xml_.attribute("t").value_or("n");
    if (name == "s")
        return CellType::shared;
    if (name == "inlineStr")
        return CellType::inline_text;
    if (name == "str")
        return CellType::text;
    if (name == "b")
        return CellType::boolean;
    if (name == "e")
        return CellType::error;
    return name == "d" ? CellType::date : CellType::number;
}

/// Into value_; false if the cell has only a format.
bool XlsxReader::read_value()
{
    value_.clear();
    const auto inside = xml_.depth();
    do {
        if (xml_.next() != Event::start)
            continue;
        if (xml_.name() == "v")
            xml_.append_text(value_);
        else if (xml_.name() == "is")
            append_rich_text(xml_, value_);
        else
            xml_.skip_element();
    } while (xml_.depth() >= inside);
    return !value_.empty();
}

void XlsxReader::fill(Cell& cell, CellType type, std::size_t style)
{
    cell.kind = Cell::Kind::text;
    switch (type) {
    case CellType::shared: {
        const auto index = parse<std::size_t>(value_);
        const auto text = index ? workbook_.shared_strings().find(*index) : std::nullopt;
        if (!text)
            refuse_cell();
        cell.text = *text;
        break;
    }
    case CellType::text:
        resolve_escapes(value_);
        cell.text = value_;
        break;
    case CellType::inline_text:
        cell.text = value_;
        break;
    case CellType::boolean:
        cell.kind = Cell::Kind::boolean;
        cell.text = value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
        break;
    case CellType::error:
        cell.kind = Cell::Kind::error;
        cell.text = value_;
        break;
    case CellType::date:
        cell.kind = Cell::Kind::date;
        cell.text = plain_date(value_);
        break;
    case CellType::number:
        fill_number(cell, style);
        break;
    }
}

void XlsxReader::fill_number(Cell& cell, std::size_t style)
{
    const auto format = workbook_.format_of_style(style);
    if (format != NumberFormat::number)
        if (const auto serial = parse<double>(value_))
            if (auto text = date_text(*serial, format, workbook_.since_1904())) {
                cell.kind = Cell::Kind::date;
                cell.text = std::move(*text);
                return;
            }
    auto number = plain_number(value_);
    cell.kind = number ? Cell::Kind::number : Cell::Kind::text;
    cell.text = number ? std::move(*number) : value_;
}

void XlsxReader::refuse_cell() const
{
    throw SheetError(
        {msgid("{1} is damaged: what stands in row {2}, column {3} cannot be read; type "
               "that cell again in Excel or WPS and save."),
            {workbook_.file(), std::to_string(row_), column_letters(column_)}});
}

} // namespace model
