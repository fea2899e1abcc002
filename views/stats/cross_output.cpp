#include "views/stats/cross_output.h"

#include "model/base/text.h"
#include "model/exchange/formula_guard.h"
#include "model/store/record_store.h"
#include "views/widgets/tr.h"

#include <wx/clipbrd.h>
#include <wx/dataobj.h>

#include <algorithm>

namespace views {

namespace {

/// Nothing that would part cells or lines.
std::string in_one_line(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::string escaped(const std::string& text)
{
    std::string html;
    for (const char c : text)
        html += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
    return html;
}

} // namespace

std::string as_text(const TableLines& lines)
{
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t place = 0; place < lines[i].size(); ++place) {
            const bool is_head = i == 0 || place == 0;
            const auto& cell = lines[i][place];
            text += (place > 0 ? "\t" : "")
                + (is_head ? model::guard_formula(in_one_line(cell)) : cell);
        }
        text += "\r\n";
    }
    return text;
}

std::string as_html(const TableLines& lines)
{
    std::string html = "<meta charset=\"utf-8\"><table>";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        html += "<tr>";
        for (std::size_t place = 0; place < lines[i].size(); ++place) {
            const bool is_head = i == 0 || place == 0;
            html += (is_head ? R"(<th style='mso-number-format:"\@"'>)" : "<td>")
                + escaped(lines[i][place]) + (is_head ? "</th>" : "</td>");
        }
        html += "</tr>";
    }
    return html + "</table>";
}

std::string as_text(const model::CrossTable& table)
{
    return as_text(model::lines_of(table, language()));
}

std::string as_html(const model::CrossTable& table)
{
    return as_html(model::lines_of(table, language()));
}

void copy_lines(const TableLines& lines)
{
    if (!wxTheClipboard->Open())
        return;
    auto* both = new wxDataObjectComposite;
    both->Add(new wxHTMLDataObject(to_wx(as_html(lines))));
    both->Add(new wxTextDataObject(to_wx(as_text(lines))), true);
    wxTheClipboard->SetData(both);
    wxTheClipboard->Close();
}

void copy_table(const model::CrossTable& table)
{
    copy_lines(model::lines_of(table, language()));
}

std::shared_ptr<PrintedList> printed(const model::CrossTable& table, model::RecordStore& store)
{
    constexpr int width_of_heads = 160; // in DIPs
    constexpr int width_of_figures = 70;
    auto list = std::make_shared<PrintedList>();
    list->title = to_wx(model::title_of(table.question, language()));
    list->office = to_wx(store.self().office);
    list->date = tr("Printed on {1}", {model::to_text(model::Value{store.today()})});
    list->note = to_wx(model::join(model::notes_of(table, language()), "；"));
    list->records =
        static_cast<std::size_t>(table.cell(table.rows.size(), table.columns.size()).records);
    const auto lines = model::lines_of(table, language());
    for (const auto& head : lines.front())
        list->columns.push_back(
            {to_wx(head), list->columns.empty() ? width_of_heads : width_of_figures});
    for (std::size_t i = 1; i < lines.size(); ++i) {
        auto& line = list->lines.emplace_back();
        for (const auto& cell : lines[i])
            line.cells.push_back(to_wx(cell));
    }
    return list;
}

} // namespace views
