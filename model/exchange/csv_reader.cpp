#include "model/exchange/csv_reader.h"

#include "model/exchange/formula_guard.h"
#include "model/exchange/sheet_limits.h"

#include <algorithm>

namespace model {

namespace {

int line_breaks(std::string_view text)
{
    LineCounter lines;
    lines.pass(text);
    return lines.line() - 1;
}

/// How often `separator` stands outside quotes in each of the first lines.
struct Tally {
    int lines = 0; ///< in how many it stands at all
    int total = 0;

    auto operator<=>(const Tally&) const = default;
};

Tally tally(std::string_view text, char separator)
{
    constexpr int enough_lines = 50;
    Tally result;
    bool quoted = false;
    int lines = 0;
    int here = 0;
    const auto end_line = [&] {
        result.lines += here > 0;
        result.total += here;
        here = 0;
    };
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == separator)
            ++here;
        else if (!quoted && (c == '\n' || c == '\r')) {
            end_line();
            if (++lines == enough_lines)
                return result;
        }
    }
    end_line();
    return result;
}

/// The sign that Excel's line "sep=;" states; none where the line says something else, such as a
/// full-width comma, of which a byte alone is no sign.
std::optional<char> stated_separator(std::string_view text)
{
    constexpr std::string_view mark = "sep=";
    if (!text.starts_with(mark) || text.size() == mark.size())
        return std::nullopt;
    const char sign = text[mark.size()];
    const bool is_sign = sign == '\t' || (sign >= ' ' && sign <= '~' && sign != '"');
    const auto rest = text.substr(mark.size() + 1);
    const bool is_alone = rest.empty() || rest[0] == '\n' || rest[0] == '\r';
    return is_sign && is_alone ? std::optional(sign) : std::nullopt;
}

/// ="0012" is how some programs keep a spreadsheet from taking a number for one.
void unwrap(std::string& text)
{
    if (text.size() >= 3 && text.starts_with("=\"") && text.ends_with('"')
        && text.find('"', 2) == text.size() - 1)
        text = text.substr(2, text.size() - 3);
}

void finish_cell(Cell& cell)
{
    if (const auto plain = unguard_formula(cell.text); plain.size() != cell.text.size())
        cell.text.erase(0, cell.text.size() - plain.size());
    else
        unwrap(cell.text);
    cell.kind = cell.text.empty() ? Cell::Kind::empty : Cell::Kind::text;
}

} // namespace

CsvReader::CsvReader(const std::filesystem::path& path, std::optional<Encoding> encoding)
    : file_name_(model::file_name(path))
    , file_(path, encoding)
{
    find_separator();
}

CsvReader::CsvReader(const std::string& name, const std::string& utf8)
    : file_name_(name)
    , file_(name, utf8)
{
    find_separator();
}

void CsvReader::find_separator()
{
    more();
    if (const auto stated = stated_separator(buffer_)) {
        separator_ = *stated;
        at_ = std::string_view("sep=;").size();
        if (more())
            end_line();
        return;
    }
    Tally best;
    for (const char candidate : {',', '\t', ';'})
        if (const auto found = tally(buffer_, candidate); found > best) {
            best = found;
            separator_ = candidate;
        }
}

/// Whether there is a character at at_; brings the next piece of the file when there is none.
bool CsvReader::more()
{
    while (at_ == buffer_.size()) {
        buffer_.clear();
        at_ = 0;
        if (!file_.read(buffer_))
            return false;
    }
    return true;
}

bool CsvReader::next(SheetRow& row)
{
    while (read_record(row))
        if (std::ranges::any_of(row.cells, [](const Cell& cell) { return !cell.text.empty(); }))
            return true;
    return false;
}

bool CsvReader::read_record(SheetRow& row)
{
    if (!more())
        return false;
    if (++records_ > sheet_limits::rows)
        throw SheetError({msgid("{1} has more than {2} rows; split it into smaller files."),
            {file_name_, std::to_string(sheet_limits::rows)}});
    row.number = line_;
    row.hidden = false;
    auto end = CellEnd::separator;
    for (column_ = 0; end == CellEnd::separator; ++column_) {
        if (column_ == sheet_limits::columns)
            throw SheetError({msgid("{1}: row {2} has more than {3} columns; delete what stands "
                                    "beyond the table."),
                {file_name_, std::to_string(line_), std::to_string(sheet_limits::columns)}});
        if (column_ == row.cells.size())
            row.cells.emplace_back();
        auto& cell = row.cells[column_];
        cell.text.clear();
        end = read_cell(cell.text);
        finish_cell(cell);
    }
    for (auto i = column_; i < row.cells.size(); ++i) {
        row.cells[i].text.clear();
        row.cells[i].kind = Cell::Kind::empty;
    }
    return true;
}

CsvReader::CellEnd CsvReader::read_cell(std::string& text)
{
    if (more() && buffer_[at_] == '"')
        read_quoted(text);
    return read_plain(text);
}

void CsvReader::read_quoted(std::string& text)
{
    const int opened = line_;
    ++at_;
    for (;;) {
        if (!more())
            throw SheetError({msgid("{1}: the quotation mark that opens a cell in row {2} is never "
                                    "closed; add or delete one there."),
                {file_name_, std::to_string(opened)}});
        const auto quote = std::min(buffer_.find('"', at_), buffer_.size());
        text.append(buffer_, at_, quote - at_);
        at_ = quote;
        check_length(text, file_name_, line_, column_);
        if (quote == buffer_.size())
            continue;
        ++at_;
        if (!more() || buffer_[at_] != '"')
            break;
        text += '"';
        ++at_;
    }
    line_ += line_breaks(text);
}

/// Up to the end of the cell, quotes taken as they stand.
CsvReader::CellEnd CsvReader::read_plain(std::string& text)
{
    while (more()) {
        auto stop = at_;
        for (char c = buffer_[stop]; c != separator_ && c != '\n' && c != '\r'; c = buffer_[stop])
            if (++stop == buffer_.size())
                break;
        const auto length = stop - at_;
        text.append(buffer_, at_, length);
        at_ += length;
        check_length(text, file_name_, line_, column_);
        if (at_ == buffer_.size())
            continue;
        if (buffer_[at_] != separator_) {
            end_line();
            return CellEnd::line;
        }
        ++at_;
        return CellEnd::separator;
    }
    return CellEnd::file;
}

/// Past LF, CR or CRLF.
void CsvReader::end_line()
{
    const bool carriage_return = buffer_[at_] == '\r';
    ++at_;
    ++line_;
    if (carriage_return && more() && buffer_[at_] == '\n')
        ++at_;
}

} // namespace model
