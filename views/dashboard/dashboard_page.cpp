#include "views/dashboard/dashboard_page.h"

#include "model/base/files.h"
#include "model/dashboard/giving_out.h"
#include "model/exchange/chart_sheet.h"
#include "model/store/audit.h"
#include "views/dashboard/chart_canvas.h"
#include "views/dashboard/chart_picture.h"
#include "views/list/print_dialog.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace views {

namespace {

enum Scope { all_charts, this_chart };

constexpr int gap = 8;

} // namespace

DashboardPage::DashboardPage(wxWindow* parent, const Desk& desk, Background& reader)
    : wxPanel(parent)
    , desk_(desk)
    , reader_(reader)
    , day_text_(new wxStaticText(this, wxID_ANY, {}))
    , tiles_(new wxChoice(this, wxID_ANY))
    , scope_(new wxChoice(this, wxID_ANY))
    , canvas_(new ChartCanvas(this))
    , current_(new wxStaticText(this, wxID_ANY, {}))
    , told_(new WrappedText(this))
    , open_(new wxButton(this, wxID_ANY, tr("&Open the list of this number")))
    , copy_(new wxButton(this, wxID_ANY, tr("&Copy the picture")))
    , save_(new wxButton(this, wxID_ANY, tr("&Save the picture…")))
    , export_(new wxButton(this, wxID_ANY, tr("E&xport the numbers…")))
    , print_(new wxButton(this, wxID_ANY, tr("&Print the charts…")))
{
    name_control(tiles_, "tiles", tr("What the townships' tiles count"));
    name_control(scope_, "scope", tr("What is copied, exported or printed"));
    name_control(day_text_, "day");
    name_control(current_, "current");
    name_control(told_, "told");
    name_control(open_, "open");
    name_control(copy_, "copy");
    name_control(save_, "save_picture");
    name_control(export_, "export");
    name_control(print_, "print");
    scope_->Append(tr("All charts"));
    scope_->Append(tr("The chart with the frame"));
    scope_->SetSelection(all_charts);
    lay_out();
    wire();
    update();
}

DashboardPage::~DashboardPage()
{
    if (counting_)
        counting_->cancelled = true;
}

void DashboardPage::lay_out()
{
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Overview"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    const auto middle = wxSizerFlags().CenterVertical();
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading, middle);
    top->Add(day_text_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(2 * gap)));
    top->Add(new wxStaticText(this, wxID_ANY, tr("&Townships:")), middle);
    top->Add(tiles_,
        wxSizerFlags(middle).Border(wxLEFT, FromDIP(gap)).Border(wxRIGHT, FromDIP(2 * gap)));
    top->Add(new wxStaticText(this, wxID_ANY, tr("&Give out:")), middle);
    top->Add(scope_, wxSizerFlags(middle).Border(wxLEFT, FromDIP(gap)));
    auto* buttons = new wxWrapSizer(wxHORIZONTAL);
    for (auto* button : {open_, copy_, save_, export_, print_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
    const auto beside = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(top, wxSizerFlags().Expand().Border(wxALL, FromDIP(gap)));
    all->Add(canvas_, wxSizerFlags(1).Expand());
    all->Add(current_, beside);
    all->Add(told_, beside);
    all->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxTOP, FromDIP(gap)));
    SetSizer(all);
}

void DashboardPage::wire()
{
    const auto on = [this](wxButton* button, void (DashboardPage::*work)()) {
        button->Bind(wxEVT_BUTTON,
            [this, work](wxCommandEvent&) { guarded(this, [&] { (this->*work)(); }); });
    };
    tiles_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_charts(); });
    on(open_, &DashboardPage::open_list);
    on(copy_, &DashboardPage::copy);
    on(save_, &DashboardPage::save_picture);
    on(export_, &DashboardPage::export_shown);
    on(print_, &DashboardPage::print);
    canvas_->on_open = [this] { guarded(this, [this] { open_list(); }); };
    canvas_->on_copy = [this] { guarded(this, [this] { copy(); }); };
    canvas_->on_move = [this] { update(); };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        told_->wrap(GetClientSize().x - FromDIP(2 * gap));
    });
}

void DashboardPage::focus()
{
    canvas_->SetFocus();
}

void DashboardPage::refresh()
{
    auto& store = desk_.editor.store();
    const auto state = store.state();
    const auto today = store.today();
    if (state == state_ && day_ == today)
        return;
    state_ = state;
    day_ = today;
    count();
}

/// What was being counted when it is asked for anew is given up.
void DashboardPage::count()
{
    if (counting_)
        counting_->cancelled = true;
    counting_ = std::make_shared<Progress>();
    const auto counting = [progress = counting_, permission = desk_.editor.permission()](
                              model::RecordStore& store) {
        auto found = model::read_dashboard(
            store, permission, language(), [&] { return progress->cancelled.load(); });
        return found ? std::make_shared<const model::Dashboard>(std::move(*found)) : Shown();
    };
    if (!desk_.with_file) {
        try {
            return take(counting(desk_.editor.store()));
        } catch (...) {
            return tell_trouble(std::current_exception());
        }
    }
    update();
    reader_.run(
        this,
        [with_file = desk_.with_file, counting] {
            Shown found;
            with_file([&](model::RecordStore& store) { found = counting(store); });
            return found;
        },
        [this, progress = counting_](const Shown& found) {
            if (found && counting_ == progress)
                take(found);
        },
        [this, progress = counting_](const std::exception_ptr& error) {
            if (counting_ == progress)
                tell_trouble(error);
        });
}

void DashboardPage::take(const Shown& dashboard)
{
    counting_.reset();
    counted_ = dashboard;
    fill_tiles();
    show_charts();
    day_text_->SetLabelText(tr("As of {1}", {model::to_iso(dashboard->today)}));
    const auto note = model::left_out_note(*dashboard, language());
    told_->show(note ? tr(*note) : wxString());
    told_->wrap(GetClientSize().x - FromDIP(2 * gap));
    Layout();
    update();
}

/// The charts of townships, of which one is shown: the choice stays where it was.
void DashboardPage::fill_tiles()
{
    const auto before = tiles_->GetStringSelection();
    tiles_->Clear();
    for (const auto& chart : counted_->charts)
        if (chart.shape == model::Chart::Shape::tiles)
            tiles_->Append(tr(chart.title));
    if (!tiles_->SetStringSelection(before) && !tiles_->IsEmpty())
        tiles_->SetSelection(0);
    tiles_->Enable(tiles_->GetCount() > 1);
}

void DashboardPage::show_charts()
{
    if (!counted_)
        return;
    auto shown = *counted_;
    std::erase_if(shown.charts, [chosen = tiles_->GetStringSelection()](const model::Chart& chart) {
        return chart.shape == model::Chart::Shape::tiles && tr(chart.title) != chosen;
    });
    dashboard_ = std::make_shared<const model::Dashboard>(std::move(shown));
    canvas_->show(dashboard_);
    update();
}

void DashboardPage::tell_trouble(const std::exception_ptr& error)
{
    counting_.reset();
    state_ = {-1, -1};
    update();
    show_error(this, error);
}

void DashboardPage::update()
{
    const bool is_first = counting_ && !dashboard_;
    open_->Enable(canvas_->mark() != nullptr);
    for (auto* button : {copy_, save_, export_, print_})
        button->Enable(dashboard_ && !dashboard_->charts.empty());
    current_->SetLabelText(is_first ? tr("Counting…") : canvas_->spoken());
}

void DashboardPage::open_list()
{
    const auto* mark = canvas_->mark();
    if (!mark || !on_open_list)
        return;
    const auto* def = canvas_->chart()->def;
    on_open_list(*def, std::string(mark->where));
}

std::vector<model::Chart> DashboardPage::chosen() const
{
    if (!dashboard_)
        return {};
    if (scope_->GetSelection() == this_chart && canvas_->chart())
        return {*canvas_->chart()};
    return dashboard_->charts;
}

/// The charts chosen, of which the account may give everything out in this way.
std::vector<model::Chart> DashboardPage::given(model::Action action) const
{
    auto charts = chosen();
    model::require_charts(desk_.editor, action, charts, language());
    return charts;
}

wxBitmap DashboardPage::picture(const std::vector<model::Chart>& charts) const
{
    constexpr int width_of_one = 640;
    constexpr int width_of_all = 1000;
    return picture_of(charts, *this, charts.size() == 1 ? width_of_one : width_of_all);
}

void DashboardPage::copy()
{
    const auto charts = given(model::Action::export_out);
    if (charts.empty())
        return;
    note_given(model::audited::copy,
        {model::msgid("The charts “{1}” copied"), {model::titles_of(charts, language())}});
    say(copy_picture(picture(charts))
            ? tr("The picture is copied: paste it into a document")
            : tr("Another program holds the clipboard: close it or try again"));
}

void DashboardPage::save_picture()
{
    const auto charts = given(model::Action::export_out);
    if (charts.empty())
        return;
    wxFileDialog dialog(this, tr("Save the picture"), {}, tr("Overview") + ".png",
        tr("Pictures (*.png)|*.png"), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const auto path = from_wx(dialog.GetPath());
    note_given(model::audited::export_rows,
        {model::msgid("The charts “{1}” written to {2}"),
            {model::titles_of(charts, language()), path}});
    save_png(picture(charts), path);
    say(tr("The picture was saved as {1}", {path}));
}

void DashboardPage::export_shown()
{
    const auto charts = given(model::Action::export_out);
    if (charts.empty())
        return;
    wxFileDialog dialog(this, tr("Export the numbers"), {}, tr("Overview") + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx|CSV files (*.csv)|*.csv"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const auto path = from_wx(dialog.GetPath());
    // Before anything is given away: a log that cannot be written keeps it back.
    note_given(model::audited::export_rows,
        {model::msgid("The charts “{1}” written to {2}"),
            {model::titles_of(charts, language()), path}});
    model::write_charts(charts, model::path_of(path), language());
    say(tr("The numbers were written to {1}", {path}));
}

void DashboardPage::print()
{
    auto charts = given(model::Action::print);
    if (charts.empty())
        return;
    const auto titles = model::titles_of(charts, language());
    const auto count = std::to_string(charts.size());
    auto& store = desk_.editor.store();
    auto printed = std::make_shared<PrintedCharts>(PrintedCharts{tr("Overview"),
        to_wx(store.self().office),
        tr("Printed on {1}", {model::to_text(model::Value{store.today()})}), std::move(charts)});
    printed->on_printed = [this, titles] {
        note_given(model::audited::print, {model::msgid("The charts “{1}” printed"), {titles}});
    };
    auto* frame = wxGetTopLevelParent(this);
    PrintDialog(frame,
        {printed->title, tr("{1} charts", {count}), true,
            [printed, frame] { return new ChartPrintout(printed, *frame); }})
        .ShowModal();
}

void DashboardPage::note_given(const char* what, model::Message detail) const
{
    model::Audit(desk_.editor.store())
        .note({.what = what, .who = desk_.editor.account(), .detail = std::move(detail)});
}

void DashboardPage::say(const wxString& text) const
{
    if (on_say)
        on_say(text);
}

} // namespace views
