#include "views/day/clock_source_page.h"

#include "model/base/files.h"
#include "model/exchange/typed_date.h"
#include "views/import/cell_table.h"
#include "views/widgets/colours.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choicdlg.h>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace views {

namespace {

enum Column { head, role, examples };

constexpr std::size_t examples_shown = 3;

wxString label_of(model::ClockRole role)
{
    return tr(model::choices_of<model::ClockRole>.at(static_cast<std::size_t>(role)).label);
}

std::optional<model::ClockRole> ask_role(wxWindow* parent, const model::ClockColumn& column)
{
    wxArrayString words;
    for (const auto& each : model::choices_of<model::ClockRole>)
        if (&each
            != &model::choices_of<model::ClockRole>.at(
                static_cast<std::size_t>(model::ClockRole::day)))
            words.Add(tr(each.label));
    wxSingleChoiceDialog dialog(
        parent, tr("What does the column “{1}” hold?", {column.head}), tr("Columns"), words);
    dialog.SetSelection(words.Index(label_of(column.role)));
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    for (std::size_t i = 0; i < model::choices_of<model::ClockRole>.size(); ++i)
        if (dialog.GetStringSelection() == label_of(static_cast<model::ClockRole>(i)))
            return static_cast<model::ClockRole>(i);
    return std::nullopt;
}

} // namespace

ClockSourcePage::ClockSourcePage(wxWindow* parent, ClockDraft& draft)
    : wxPanel(parent)
    , draft_(draft)
    , file_(new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_READONLY))
    , browse_(new wxButton(this, wxID_ANY, tr("&Choose a file…")))
    , sheet_(new wxChoice(this, wxID_ANY))
    , month_(
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER))
    , absences_(new wxCheckBox(this, wxID_ANY, tr("Who did not clock on a working day is a&bsent")))
    , form_(new wxStaticText(this, wxID_ANY, {}))
    , problem_(new WrappedText(this))
    , columns_(new CellTable(this, "clock_columns", tr("What the columns hold")))
{
    on_ask_role = [this](const model::ClockColumn& column) { return ask_role(this, column); };
    name_control(file_, "file", tr("File of the attendance clock"));
    name_control(browse_, "browse");
    name_control(sheet_, "sheet", tr("Worksheet"));
    name_control(month_, "month", tr("Month"));
    name_control(absences_, "absences");
    name_control(form_, "form");
    name_control(problem_, "problem");
    keep_line_height(*file_);
    file_->SetBackgroundColour(GetBackgroundColour()); // it tells; nothing is typed into it
    file_->SetHint(tr("Choose what the clock wrote: .xlsx, .csv, or attlog.dat"));
    month_->SetHint("2026-01");
    absences_->SetValue(draft_.terms.absences);
    problem_->SetForegroundColour(colour_of(model::Level::refuse));
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(make_top(), flags);
    all->Add(make_how(), flags);
    all->Add(form_, flags);
    all->Add(problem_, flags);
    all->Add(columns_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    SetSizer(all);
    wire();
    show();
}

wxSizer* ClockSourcePage::make_top()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto gap = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8));
    row->Add(new wxStaticText(this, wxID_ANY, tr("File of the attendance clock")), gap);
    row->Add(file_, wxSizerFlags(1).CenterVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(browse_, wxSizerFlags().CenterVertical());
    return row;
}

wxSizer* ClockSourcePage::make_how()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto gap = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8));
    const auto wide = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(20));
    row->Add(sheet_label_ = new wxStaticText(this, wxID_ANY, tr("Worksheet")), gap);
    row->Add(sheet_, wide);
    row->Add(new wxStaticText(this, wxID_ANY, tr("Month of the days")), gap);
    row->Add(month_, wide);
    row->Add(absences_, wxSizerFlags().CenterVertical());
    return row;
}

void ClockSourcePage::wire()
{
    browse_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { ask_file(); });
    sheet_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        draft_.options.sheet = from_wx(sheet_->GetStringSelection());
        on_change();
    });
    month_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { take_month(month_->GetValue()); });
    month_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        if (month_->IsModified())
            take_month(month_->GetValue());
    });
    absences_->Bind(
        wxEVT_CHECKBOX, [this](wxCommandEvent&) { draft_.terms.absences = absences_->GetValue(); });
    columns_->on_activate = [this](std::size_t column) {
        if (column >= draft_.columns().size())
            return;
        if (const auto chosen = on_ask_role(draft_.columns()[column]))
            take_role(column, *chosen);
        columns_->SetFocus();
    };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (problem_->wrap(GetClientSize().x - FromDIP(20)))
            Layout();
    });
}

void ClockSourcePage::ask_file()
{
    wxFileDialog dialog(this, tr("Import a clock file"), {}, {},
        tr("Clock files (*.xlsx;*.csv;*.txt;*.dat)|*.xlsx;*.csv;*.txt;*.dat;*.XLSX;*.CSV;*.TXT;*."
           "DAT|All files|*"),
        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK)
        on_file(from_wx(dialog.GetPath()));
}

void ClockSourcePage::take_role(std::size_t column, model::ClockRole role)
{
    draft_.options.roles[draft_.columns().at(column).head] = role;
    on_change();
}

void ClockSourcePage::take_month(const wxString& typed)
{
    month_->DiscardEdits();
    const auto text = from_wx(typed);
    const auto month =
        text.empty() ? std::string() : model::parse_typed_month(text, {}).value_or("?");
    if (month == "?")
        return on_say(tr("“{1}” is no month: write it as 2026-01", {text}));
    draft_.options.month = month;
    if (draft_.has_file())
        on_change();
}

void ClockSourcePage::focus()
{
    draft_.has_file() ? columns_->SetFocus() : browse_->SetFocus();
}

void ClockSourcePage::show(const wxString& problem)
{
    file_->ChangeValue(draft_.has_file() ? to_wx(model::text_of(draft_.path)) : wxString());
    sheet_->Clear();
    for (const auto& name : draft_.sheet.sheets)
        sheet_->Append(to_wx(name));
    if (!draft_.sheet.sheets.empty() && !sheet_->SetStringSelection(to_wx(draft_.options.sheet)))
        sheet_->SetSelection(0);
    sheet_->Show(draft_.sheet.sheets.size() > 1);
    sheet_label_->Show(draft_.sheet.sheets.size() > 1);
    const auto& layout = draft_.sheet.layout;
    const auto& month = draft_.options.month.empty() ? layout.month : draft_.options.month;
    if (month_->GetValue() != to_wx(month))
        month_->ChangeValue(to_wx(month));
    wxString form;
    if (draft_.is_read()) {
        form = tr("Laid out as: {1}",
            {from_wx(tr(
                model::choices_of<model::ClockForm>.at(static_cast<std::size_t>(layout.form)).label))});
        form += "    "
            + tr("{1} people, {2} entries",
                {std::to_string(draft_.sheet.people.size()),
                    std::to_string(draft_.sheet.entries.size())});
        if (layout.is_remembered)
            form += "    " + tr("What the columns hold is as you said for such a file");
    }
    form_->SetLabelText(form);
    problem_->show(problem);
    show_columns();
    Layout();
}

wxString ClockSourcePage::example(std::size_t column) const
{
    const auto& rows = draft_.sheet.beginning;
    wxString text;
    std::size_t shown = 0;
    for (std::size_t i = draft_.sheet.layout.first; i < rows.size() && shown < examples_shown; ++i)
        if (column < rows[i].cells.size() && !rows[i].cells[column].text.empty()) {
            text += (shown++ == 0 ? wxString() : tr(", ")) + to_wx(rows[i].cells[column].text);
        }
    text.Replace("\n", " ");
    return text;
}

void ClockSourcePage::show_columns()
{
    columns_->show(
        {{.head = tr("Column"), .width = 180}, {.head = tr("What it holds"), .width = 180},
            {.head = tr("Examples"), .width = 300, .grows = true}},
        draft_.columns().size(), [this](std::size_t row, std::size_t column) {
            CellTable::Cell cell;
            if (row >= draft_.columns().size())
                return cell;
            const auto& shown = draft_.columns()[row];
            cell.text = column == head ? to_wx(shown.head)
                : column == examples   ? example(row)
                : shown.role == model::ClockRole::day
                ? tr("The {1}th of the month", {std::to_string(shown.day)})
                : label_of(shown.role);
            cell.bold = column == role && shown.role < model::ClockRole::planned;
            return cell;
        });
    if (columns_->rows() > 0)
        columns_->choose_first();
}

} // namespace views
