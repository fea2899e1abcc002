#include "model/exchange/error_sheet.h"

#include "model/base/text.h"
#include "model/exchange/head_words.h"
#include "model/exchange/import_source.h"
#include "model/exchange/sheet_writer.h"

#include <algorithm>
#include <map>
#include <set>

namespace model {

namespace {

constexpr double reason_width = 60;

/// What is wrong with one row, for its two cells.
struct Complaint {
    std::vector<std::string> reasons;
    std::vector<std::string> columns;
};

std::map<int, Complaint> complaints_of(const ImportResult& result, const Translate& translate)
{
    std::map<int, Complaint> complaints;
    for (const auto& error : result.errors) {
        auto& complaint = complaints[error.row];
        complaint.reasons.push_back(render(error.reason, translate));
        if (!error.column.empty())
            complaint.columns.push_back(error.column);
    }
    return complaints;
}

/// The columns of the sheet that are no complaints of an earlier time.
std::vector<std::size_t> own_columns(const ImportResult& result, const ImportOptions& options)
{
    std::set<std::string> complaints{folded(reason_head), folded(column_at_fault_head)};
    for (const auto& language : options.languages)
        for (const auto* head : {reason_head, column_at_fault_head})
            complaints.insert(folded(language(head)));
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < result.heads.size(); ++i)
        if (!complaints.contains(folded(result.heads[i])))
            columns.push_back(i);
    return columns;
}

/// A number that was rounded must not come back as if it had been typed so: 4.30922E+17.
std::string cell_text(const Cell& cell)
{
    if (cell.kind != Cell::Kind::number || !may_be_rounded(cell))
        return cell.text;
    const auto digits = cell.text.substr(cell.text.starts_with('-'), std::string::npos);
    const auto power = std::to_string(std::min(digits.find('.'), digits.size()) - 1);
    return digits.substr(0, 1) + '.' + digits.substr(1, 5) + "E+" + power;
}

} // namespace

void expect_another_file(const std::filesystem::path& sheet, const std::filesystem::path& written)
{
    std::error_code absent; // one that is not there yet is another file
    if (std::filesystem::equivalent(sheet, written, absent))
        throw UsageError({msgid("{1} is the sheet that is read: give what is written another name"),
            {path_text(written)}});
}

bool write_error_sheet(const std::filesystem::path& sheet, const ImportOptions& options,
    const ImportResult& result, const std::filesystem::path& path)
{
    expect_another_file(sheet, path);
    if (result.errors.empty())
        return false;
    const auto translate = first_language(options);
    const auto own = own_columns(result, options);
    std::vector<SheetColumn> columns;
    for (const auto i : own)
        columns.push_back({.head = result.heads[i]});
    columns.push_back({.head = translate(reason_head), .width = reason_width});
    columns.push_back({.head = translate(column_at_fault_head)});

    const auto output = create_sheet(path, columns);
    const auto complaints = complaints_of(result, translate);
    const auto reader = open_import(sheet, options);
    for (SheetRow row; reader->next(row);) {
        const auto complaint = complaints.find(row.number);
        if (complaint == complaints.end())
            continue;
        std::vector<std::string> cells;
        for (const auto i : own)
            cells.push_back(i < row.cells.size() ? cell_text(row.cells[i]) : std::string());
        cells.push_back(join(complaint->second.reasons, "\n"));
        cells.push_back(join(complaint->second.columns, "、"));
        output->row(cells);
    }
    output->finish();
    return true;
}

} // namespace model
