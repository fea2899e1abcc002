#include "views/import/source_page.h"

#include "model/base/files.h"
#include "model/entities/catalog.h"
#include "model/exchange/cell_reference.h"
#include "model/exchange/template_sheet.h"
#include "views/import/cell_table.h"
#include "views/widgets/colours.h"
#include "views/widgets/errors.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/clipbrd.h>
#include <wx/dnd.h>
#include <wx/filedlg.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace views {

namespace {

constexpr std::array<const char*, 5> encodings{"", "utf-8", "gb18030", "utf-16le", "utf-16be"};
constexpr std::size_t heads_named = 4; ///< in the list of rows that may be the head row

class DroppedFile : public wxFileDropTarget {
public:
    explicit DroppedFile(std::function<void(const std::string&)> take) : take_(std::move(take)) {}

    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& files) override
    {
        if (files.empty())
            return false;
        take_(from_wx(files.front()));
        return true;
    }

private:
    std::function<void(const std::string&)> take_;
};

wxString beginning_of(const model::SheetRow& row)
{
    wxString text;
    std::size_t named = 0;
    for (const auto& cell : row.cells) {
        if (cell.text.empty())
            continue;
        if (named++ == heads_named)
            return text + wxString::FromUTF8("…");
        text += (text.empty() ? wxString() : tr(", ")) + to_wx(cell.text).BeforeFirst('\n');
    }
    return text;
}

} // namespace

SourcePage::SourcePage(
    wxWindow* parent, ImportDraft& draft, const std::vector<const model::EntityDef*>& registers)
    : wxPanel(parent)
    , draft_(draft)
    , register_(new wxChoice(this, wxID_ANY))
    , template_(new wxButton(this, wxID_ANY, tr("Save a &template…")))
    , file_(new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_READONLY))
    , browse_(new wxButton(this, wxID_ANY, tr("&Choose a file…")))
    , paste_(new wxButton(this, wxID_ANY, tr("&Paste from the clipboard")))
    , encoding_(new wxChoice(this, wxID_ANY))
    , sheet_(new wxChoice(this, wxID_ANY))
    , head_row_(new wxChoice(this, wxID_ANY))
    , problem_(new WrappedText(this))
    , rows_(new CellTable(this, "rows", tr("The beginning of the sheet")))
{
    name_control(register_, "register", tr("Register"));
    name_control(template_, "template");
    name_control(file_, "file", tr("Sheet"));
    name_control(browse_, "browse");
    name_control(paste_, "paste");
    name_control(encoding_, "encoding", tr("Encoding"));
    name_control(sheet_, "sheet", tr("Worksheet"));
    name_control(head_row_, "head_row", tr("Heads are in"));
    name_control(problem_, "problem");
    for (const auto* def : registers) {
        registers_.push_back(def);
        register_->Append(tr(def->plural));
    }
    keep_line_height(*file_);
    file_->SetBackgroundColour(GetBackgroundColour()); // it tells; nothing is typed into it
    file_->SetHint(tr("Choose an .xlsx or .csv file, drop it here, or paste a table"));
    problem_->SetForegroundColour(colour_of(model::Level::refuse));
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(make_top(), flags);
    all->Add(make_how(), flags);
    all->Add(problem_, flags);
    all->Add(rows_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    SetSizer(all);
    wire();
    show();
}

wxSizer* SourcePage::make_top()
{
    const auto gap = wxSizerFlags().Border(wxLEFT, FromDIP(8));
    auto* grid = new wxFlexGridSizer(3, FromDIP(wxSize(8, 8)));
    grid->AddGrowableCol(1);
    grid->Add(
        new wxStaticText(this, wxID_ANY, tr("Register")), wxSizerFlags().CenterVertical().Right());
    grid->Add(register_, wxSizerFlags().Expand());
    grid->Add(template_, wxSizerFlags().Expand());
    grid->Add(
        new wxStaticText(this, wxID_ANY, tr("Sheet")), wxSizerFlags().CenterVertical().Right());
    grid->Add(file_, wxSizerFlags().Expand().CenterVertical());
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(browse_);
    buttons->Add(paste_, gap);
    grid->Add(buttons);
    return grid;
}

wxSizer* SourcePage::make_how()
{
    const auto label = [this](
                           const wxString& text) { return new wxStaticText(this, wxID_ANY, text); };
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto middle = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8));
    const auto wide = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(20));
    row->Add(encoding_label_ = label(tr("Encoding")), middle);
    row->Add(encoding_, wide);
    row->Add(sheet_label_ = label(tr("Worksheet")), middle);
    row->Add(sheet_, wide);
    row->Add(label(tr("Heads are in")), middle);
    row->Add(head_row_, wxSizerFlags(1).CenterVertical());
    return row;
}

void SourcePage::wire()
{
    SetDropTarget(new DroppedFile([this](const std::string& path) { on_file(path); }));
    browse_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { ask_file(); });
    paste_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { paste(); });
    template_->Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { save_template(); }); });
    register_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        draft_.def = registers_.at(static_cast<std::size_t>(register_->GetSelection()));
        on_register();
    });
    encoding_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        draft_.options.encoding = encodings.at(static_cast<std::size_t>(encoding_->GetSelection()));
        on_change();
    });
    sheet_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        draft_.options.sheet = from_wx(sheet_->GetStringSelection());
        draft_.options.head_row = 0;
        on_change();
    });
    head_row_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto row = static_cast<std::size_t>(head_row_->GetSelection());
        take_head_row(row == 0 ? 0 : draft_.look.rows.at(row - 1).number);
    });
    rows_->on_activate = [this](
                             std::size_t row) { take_head_row(draft_.look.rows.at(row).number); };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (problem_->wrap(GetClientSize().x - FromDIP(20)))
            Layout();
    });
}

void SourcePage::take_head_row(int number)
{
    draft_.options.head_row = number;
    on_change();
}

void SourcePage::focus()
{
    draft_.has_sheet() ? rows_->SetFocus() : browse_->SetFocus();
}

void SourcePage::ask_file()
{
    wxFileDialog dialog(this, tr("Import a sheet"), {}, {},
        tr("Sheets (*.xlsx;*.csv;*.txt)|*.xlsx;*.csv;*.txt;*.XLSX;*.CSV;*.TXT|All files|*"),
        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK)
        on_file(from_wx(dialog.GetPath()));
}

void SourcePage::paste()
{
    wxTextDataObject text;
    const wxClipboardLocker lock;
    if (!lock || !wxTheClipboard->GetData(text) || text.GetText().Strip(wxString::both).empty())
        return on_say(tr("The clipboard holds no table: copy its cells, heads included, in Excel, "
                         "WPS or Word first"));
    on_pasted(from_wx(text.GetText()));
}

void SourcePage::save_template()
{
    wxFileDialog dialog(this, tr("Save a template"), {},
        tr("{1} template", {from_wx(tr(draft_.def->plural))}) + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx"), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const auto path = from_wx(dialog.GetPath());
    model::write_template(*draft_.def, model::path_of(path), language());
    on_say(tr("The template was saved as {1}", {path}));
}

void SourcePage::show(const wxString& problem)
{
    const auto here = std::ranges::find(registers_, draft_.def) - registers_.begin();
    register_->SetSelection(static_cast<int>(here));
    file_->ChangeValue(!draft_.has_sheet() ? wxString()
            : draft_.options.pasted        ? tr("A table from the clipboard")
                                           : to_wx(model::text_of(draft_.path)));
    show_choices();
    show_head_rows();
    problem_->show(problem);
    show_rows();
    Layout();
}

void SourcePage::show_choices()
{
    encoding_->Clear();
    const auto& found = draft_.look.encoding;
    encoding_->Append(draft_.options.encoding.empty() && !found.empty()
            ? tr("Found out: {1}", {found})
            : tr("To be found out"));
    for (const auto* name : {"UTF-8", "GB18030 (GBK)", "UTF-16 LE", "UTF-16 BE"})
        encoding_->Append(name);
    const auto chosen = std::ranges::find(encodings, std::string_view(draft_.options.encoding));
    encoding_->SetSelection(static_cast<int>(chosen - encodings.begin()));
    const bool is_text = draft_.has_sheet() && draft_.look.sheets.empty() && !draft_.options.pasted;
    encoding_->Show(is_text);
    encoding_label_->Show(is_text);

    sheet_->Clear();
    for (const auto& name : draft_.look.sheets)
        sheet_->Append(to_wx(name));
    if (!draft_.look.sheets.empty() && !sheet_->SetStringSelection(to_wx(draft_.options.sheet)))
        sheet_->SetSelection(0);
    sheet_->Show(draft_.look.sheets.size() > 1);
    sheet_label_->Show(draft_.look.sheets.size() > 1);
}

void SourcePage::show_head_rows()
{
    const auto& look = draft_.look;
    head_row_->Clear();
    const bool found_out = draft_.options.head_row == 0 && look.head_row > 0;
    head_row_->Append(found_out ? tr("Found out: row {1}", {std::to_string(look.head_row)})
                                : tr("To be found out"));
    int chosen = 0;
    for (const auto& row : look.rows) {
        const int at = head_row_->Append(
            tr("Row {1}: {2}", {std::to_string(row.number), from_wx(beginning_of(row))}));
        if (row.number == draft_.options.head_row)
            chosen = at;
    }
    head_row_->SetSelection(chosen);
    head_row_->Enable(!look.rows.empty());
}

/// The rows as they would be read; titles over the heads are grey, the heads bold.
void SourcePage::show_rows()
{
    const auto& look = draft_.look;
    std::size_t width = 0;
    for (const auto& row : look.rows)
        width = std::max(width, row.cells.size());
    std::vector<CellTable::Column> columns{{.head = tr("Row"), .width = 60}};
    for (std::size_t i = 0; i < width; ++i) {
        std::vector<wxString> texts;
        for (const auto& row : look.rows)
            if (i < row.cells.size() && row.number >= look.head_row)
                texts.push_back(to_wx(row.cells[i].text));
        columns.push_back({.head = model::column_letters(i), .width = width_for(*this, texts)});
    }
    rows_->show(columns, look.rows.size(), [this](std::size_t row, std::size_t column) {
        const auto& shown = draft_.look.rows.at(row);
        CellTable::Cell cell;
        if (column == 0)
            cell.text = std::to_string(shown.number);
        else if (column - 1 < shown.cells.size())
            cell.text = to_wx(shown.cells[column - 1].text);
        const auto& [head, last] = std::pair(draft_.look.head_row, draft_.look.last_head_row);
        cell.bold = head > 0 && shown.number >= head && shown.number <= last;
        if (shown.number < head || column == 0)
            cell.colour = wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT);
        return cell;
    });
}

} // namespace views
