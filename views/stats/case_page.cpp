#include "views/stats/case_page.h"

#include "model/base/files.h"
#include "model/base/text.h"
#include "model/commands/require.h"
#include "model/entities/case_count.h"
#include "model/exchange/case_report_sheet.h"
#include "model/exchange/typed_date.h"
#include "model/store/audit.h"
#include "views/dashboard/chart_picture.h"
#include "views/import/cell_table.h"
#include "views/list/print_dialog.h"
#include "views/stats/report_grid.h"
#include "views/widgets/colours.h"
#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dcmemory.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace views {

namespace {

constexpr int gap = 8;

const model::EntityDef& counts()
{
    return model::def_of<model::CaseCount>();
}

} // namespace

CasePage::CasePage(wxWindow* parent, const Desk& desk)
    : wxPanel(parent)
    , desk_(desk)
    , month_(model::last_whole_month(desk.editor.store().today()))
    , month_text_(
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER))
    , part_(new wxChoice(this, wxID_ANY))
    , told_(new WrappedText(this))
    , troubles_(new CellTable(this, "kept_out", tr("What does not add up and is kept out")))
    , grid_(new ReportGrid(this, tr("Case report")))
    , current_(new wxStaticText(this, wxID_ANY, {}))
    , open_(new wxButton(this, wxID_ANY, tr("&Open the list of this number")))
    , copy_(new wxButton(this, wxID_ANY, tr("&Copy the picture")))
    , save_(new wxButton(this, wxID_ANY, tr("&Save the picture…")))
    , export_(new wxButton(this, wxID_ANY, tr("E&xport…")))
    , print_(new wxButton(this, wxID_ANY, tr("&Print…")))
{
    name_control(month_text_, "month", tr("Month"));
    name_control(part_, "part", tr("By"));
    name_control(told_, "told");
    name_control(current_, "current");
    name_control(open_, "open");
    name_control(copy_, "copy");
    name_control(save_, "save_picture");
    name_control(export_, "export");
    name_control(print_, "print");
    part_->Append(tr("By unit"));
    part_->Append(tr("By window"));
    part_->SetSelection(0);
    month_text_->ChangeValue(to_wx(month_));
    lay_out();
    wire();
    update();
}

void CasePage::lay_out()
{
    constexpr int height_of_troubles = 110;
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Case report"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    const auto middle = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(gap));
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(3 * gap)));
    top->Add(new wxStaticText(this, wxID_ANY, tr("&Month:")), middle);
    top->Add(month_text_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(3 * gap)));
    top->Add(new wxStaticText(this, wxID_ANY, tr("&By:")), middle);
    top->Add(part_, middle);
    month_text_->MoveBeforeInTabOrder(troubles_);
    auto* buttons = new wxWrapSizer(wxHORIZONTAL);
    for (auto* button : {open_, copy_, save_, export_, print_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
    const auto beside = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap));
    troubles_->SetMinSize({-1, FromDIP(height_of_troubles)});
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(top, wxSizerFlags().Expand().Border(wxALL, FromDIP(gap)));
    all->Add(told_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(gap)));
    all->Add(troubles_, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(gap)));
    all->Add(grid_, wxSizerFlags(1).Expand());
    all->Add(current_, beside);
    all->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxTOP, FromDIP(gap)));
    SetSizer(all);
}

void CasePage::wire()
{
    const auto on = [this](wxButton* button, void (CasePage::*work)()) {
        button->Bind(wxEVT_BUTTON,
            [this, work](wxCommandEvent&) { guarded(this, [&] { (this->*work)(); }); });
    };
    on(open_, &CasePage::open_list);
    on(copy_, &CasePage::copy);
    on(save_, &CasePage::save_picture);
    on(export_, &CasePage::export_shown);
    on(print_, &CasePage::print);
    grid_->on_open = [this] { guarded(this, [this] { open_list(); }); };
    grid_->on_copy = [this] { guarded(this, [this] { copy(); }); };
    grid_->on_move = [this] { update(); };
    troubles_->on_activate = [this](std::size_t) { guarded(this, [this] { open_trouble(); }); };
    troubles_->show({{.head = tr("Kept out"), .width = 500, .grows = true}}, 0,
        [this](std::size_t row, std::size_t) {
            CellTable::Cell cell;
            if (report_ && row < report_->troubles.size())
                cell = {.text = tr(report_->troubles[row].text),
                    .colour = colour_of(model::Level::warn)};
            return cell;
        });
    month_text_->Bind(
        wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { take_month(month_text_->GetValue()); });
    month_text_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        if (month_text_->IsModified())
            take_month(month_text_->GetValue());
    });
    part_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (told_->wrap(GetClientSize().x - FromDIP(2 * gap)))
            Layout();
    });
}

void CasePage::focus()
{
    grid_->SetFocus();
}

void CasePage::refresh()
{
    const auto state = desk_.editor.store().state();
    if (state == state_)
        return;
    state_ = state;
    count();
}

void CasePage::take_month(const wxString& typed)
{
    month_text_->DiscardEdits();
    const auto month = model::parse_typed_month(from_wx(typed), desk_.editor.store().today());
    if (!month)
        return say(tr("“{1}” is no month: write it as 2026-01", {from_wx(typed)}));
    month_ = *month;
    month_text_->ChangeValue(to_wx(month_));
    guarded(this, [this] { count(); });
}

void CasePage::show_part(model::CaseReportPart part)
{
    part_->SetSelection(static_cast<int>(part));
    show();
}

model::CaseReportPart CasePage::part() const
{
    return static_cast<model::CaseReportPart>(part_->GetSelection());
}

/// A few months of one register: it takes no thread.
void CasePage::count()
{
    report_ = model::case_report(desk_.editor.store(), desk_.editor.permission(), month_);
    show();
}

void CasePage::show()
{
    if (!report_)
        return;
    grid_->show(model::lines_of(*report_, part(), language()));
    troubles_->Show(!report_->troubles.empty());
    troubles_->show_rows(report_->troubles.size());
    wxString told;
    if (report_->all_units.now.is_empty())
        told = tr("No counts of {1} are entered yet", {report_->month});
    if (report_->is_part)
        told += (told.empty() ? "" : "\n") + tr("This account sees only a part of the counts");
    told_->show(told);
    told_->wrap(GetClientSize().x - FromDIP(2 * gap));
    Layout();
    update();
}

const model::CaseReportLine* CasePage::line_at(std::size_t row) const
{
    if (!report_)
        return nullptr;
    const bool of_units = part() == model::CaseReportPart::units;
    const auto& lines = of_units ? report_->units : report_->windows;
    if (row < lines.size())
        return &lines[row];
    return of_units ? &report_->all_units : &report_->all_windows;
}

void CasePage::update()
{
    const auto [row, column] = grid_->current();
    const auto* line = line_at(row);
    open_->Enable(line && !model::case_columns().at(column).of(*line).is_empty());
    for (auto* button : {copy_, save_, export_, print_})
        button->Enable(report_.has_value());
    current_->SetLabelText(report_ ? grid_->spoken() : wxString());
}

void CasePage::open_list()
{
    const auto [row, column] = grid_->current();
    const auto* line = line_at(row);
    if (!line || !on_open_list)
        return;
    const auto& figures = model::case_columns().at(column).of(*line);
    if (figures.is_empty())
        return say(tr("There are no records behind this number"));
    on_open_list(counts(), figures.where);
}

void CasePage::open_trouble()
{
    const auto row = troubles_->current();
    if (report_ && row && *row < report_->troubles.size() && on_open_list)
        on_open_list(counts(), report_->troubles[*row].where);
}

std::shared_ptr<PrintedList> CasePage::printed() const
{
    constexpr int width_of_heads = 160; // in DIPs
    constexpr int width_of_figures = 80;
    auto& store = desk_.editor.store();
    auto list = std::make_shared<PrintedList>();
    list->title = tr("Case report of {1}", {report_->month});
    list->office = to_wx(store.self().office);
    list->date = tr("Printed on {1}", {model::to_text(model::Value{store.today()})});
    std::vector<std::string> notes;
    for (const auto& trouble : report_->troubles)
        notes.push_back(from_wx(tr(trouble.text)));
    list->note = to_wx(model::join(notes, "；"));
    const auto lines = model::lines_of(*report_, part(), language());
    list->records = lines.size() - 2;
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

/// All counts that are seen stand behind the report.
void CasePage::require(model::Action action) const
{
    const auto seen = desk_.editor.permission().extent(model::Action::see, counts());
    model::require_of_all(
        desk_.editor, action, {.def = &counts(), .where = seen.condition(counts())});
}

void CasePage::copy()
{
    if (!report_)
        return;
    require(model::Action::export_out);
    note_given(
        model::audited::copy, {model::msgid("The case report of {1} copied"), {report_->month}});
    say(copy_picture(picture_of(*printed(), *this))
            ? tr("The picture is copied: paste it into a document")
            : tr("Another program holds the clipboard: close it or try again"));
}

void CasePage::save_picture()
{
    if (!report_)
        return;
    require(model::Action::export_out);
    wxFileDialog dialog(this, tr("Save the picture"), {},
        tr("Case report") + ' ' + to_wx(report_->month) + ".png", tr("Pictures (*.png)|*.png"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const auto path = from_wx(dialog.GetPath());
    note_given(model::audited::export_rows,
        {model::msgid("The case report of {1} written to {2}"), {report_->month, path}});
    save_png(picture_of(*printed(), *this), path);
    say(tr("The picture was saved as {1}", {path}));
}

void CasePage::export_shown()
{
    if (!report_)
        return;
    require(model::Action::export_out);
    wxFileDialog dialog(this, tr("Export the report"), {},
        tr("Case report") + ' ' + to_wx(report_->month) + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx|CSV files (*.csv)|*.csv"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const auto path = from_wx(dialog.GetPath());
    // Before anything is given away: a log that cannot be written keeps it back.
    note_given(model::audited::export_rows,
        {model::msgid("The case report of {1} written to {2}"), {report_->month, path}});
    model::write_case_report(*report_, model::path_of(path), language());
    say(tr("The report was written to {1}", {path}));
}

void CasePage::print()
{
    if (!report_)
        return;
    require(model::Action::print);
    auto list = printed();
    list->on_printed = [this, month = report_->month] {
        note_given(
            model::audited::print, {model::msgid("The case report of {1} printed"), {month}});
    };
    PrintDialog(wxGetTopLevelParent(this), std::move(list)).ShowModal();
}

void CasePage::note_given(const char* what, const model::Message& detail) const
{
    model::Audit(desk_.editor.store())
        .note({.what = what, .who = desk_.editor.account(), .detail = detail, .kind = counts().id});
}

void CasePage::say(const wxString& text) const
{
    if (on_say)
        on_say(text);
}

wxBitmap picture_of(const PrintedList& list, const wxWindow& window)
{
    constexpr int width = 1100;
    constexpr int height_of_line = 30;
    constexpr int margin = 24;
    wxBitmap measured(1, 1);
    wxMemoryDC measure(measured);
    measure.SetFont(window.GetFont());
    ListPages pages(list);
    int height = height_of_line * static_cast<int>(list.lines.size() + 8);
    for (pages.lay_out(measure, {width, height}); pages.count() > 1; height += height / 3)
        pages.lay_out(measure, {width, height + height / 3});
    wxBitmap picture(width + 2 * margin, height + 2 * margin);
    wxMemoryDC dc(picture);
    dc.SetBackground(*wxWHITE_BRUSH);
    dc.Clear();
    dc.SetTextForeground(*wxBLACK);
    dc.SetDeviceOrigin(margin, margin);
    pages.draw(dc, 1);
    dc.SelectObject(wxNullBitmap);
    return picture;
}

} // namespace views
