#include "views/list/shown_rows.h"

#include "model/exchange/formula_guard.h"
#include "model/exchange/sheet_columns.h"
#include "views/widgets/column_head.h"
#include "views/widgets/tr.h"

#include <wx/clipbrd.h>
#include <wx/dataobj.h>

#include <algorithm>

namespace views {

namespace {

std::string cell(RecordRows& rows, std::size_t row, std::size_t column)
{
    auto text = from_wx(rows.text(row, column));
    std::ranges::replace_if(
        text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::string head(const RecordRows& rows, std::size_t column)
{
    return from_wx(column_head(*rows.columns()[column]));
}

std::string escaped(const std::string& text)
{
    std::string html;
    for (const char c : text) {
        if (c == '<')
            html += "&lt;";
        else if (c == '>')
            html += "&gt;";
        else if (c == '&')
            html += "&amp;";
        else
            html += c;
    }
    return html;
}

bool is_number(const model::FieldDef& field)
{
    return field.type == model::Type::integer || field.type == model::Type::decimal;
}

} // namespace

std::string as_text(RecordRows& rows, const std::vector<std::size_t>& which)
{
    std::string text;
    const auto line = [&](const auto& cell_of) {
        for (std::size_t column = 0; column < rows.columns().size(); ++column)
            text += (column > 0 ? "\t" : "") + cell_of(column);
        text += "\r\n";
    };
    line([&](std::size_t column) { return head(rows, column); });
    for (const auto row : which)
        line([&](std::size_t column) { return model::guard_formula(cell(rows, row, column)); });
    return text;
}

std::string as_html(RecordRows& rows, const std::vector<std::size_t>& which)
{
    std::string html = "<meta charset=\"utf-8\"><table>";
    const auto line = [&](const char* tag, const auto& cell_of) {
        html += "<tr>";
        for (std::size_t column = 0; column < rows.columns().size(); ++column) {
            const bool is_text = !is_number(*rows.columns()[column]);
            html += std::string("<") + tag + (is_text ? R"( style='mso-number-format:"\@"'>)" : ">")
                + escaped(cell_of(column)) + "</" + tag + ">";
        }
        html += "</tr>";
    };
    line("th", [&](std::size_t column) { return head(rows, column); });
    for (const auto row : which)
        line("td", [&](std::size_t column) { return cell(rows, row, column); });
    return html + "</table>";
}

void copy_rows(RecordRows& rows, const std::vector<std::size_t>& which)
{
    if (which.empty() || !wxTheClipboard->Open())
        return;
    auto* both = new wxDataObjectComposite;
    both->Add(new wxHTMLDataObject(to_wx(as_html(rows, which))));
    both->Add(new wxTextDataObject(to_wx(as_text(rows, which))), true);
    wxTheClipboard->SetData(both);
    wxTheClipboard->Close();
}

void write_rows(RecordRows& rows, const std::string& path, const std::string& sheet)
{
    std::vector<model::SheetColumn> columns{model::id_column()};
    for (const auto* field : rows.columns())
        columns.push_back(model::sheet_column(rows.def(), *field, language()));
    const auto writer = model::create_sheet(path, columns, {.sheet = sheet});
    std::vector<std::string> cells(columns.size());
    for (std::size_t place = 0; place < rows.found(); ++place) {
        cells[0] = rows.found_id(place).text();
        for (std::size_t column = 1; column < cells.size(); ++column)
            cells[column] = from_wx(rows.found_text(place, column - 1));
        writer->row(cells);
    }
    writer->finish();
}

} // namespace views
