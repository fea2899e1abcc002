#include "views/stats/figure_page.h"

#include "model/base/files.h"
#include "model/base/text.h"
#include "model/exchange/figure_sheet.h"
#include "model/store/audit.h"
#include "views/list/print_dialog.h"
#include "views/stats/cross_output.h"
#include "views/stats/figure_grid.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <utility>

namespace views {

namespace {

constexpr int gap = 8;

} // namespace

FigurePage::FigurePage(wxWindow* parent, const Desk& desk, Background& reader, Reading reading)
    : wxPanel(parent)
    , desk_(desk)
    , reader_(reader)
    , reading_(reading)
    , heading_(new wxStaticText(this, wxID_ANY, {}))
    , day_text_(new wxStaticText(this, wxID_ANY, {}))
    , filter_(new wxChoice(this, wxID_ANY))
    , grid_(new FigureGrid(this, tr("Figures")))
    , current_(new wxStaticText(this, wxID_ANY, {}))
    , told_(new WrappedText(this))
    , open_(new wxButton(this, wxID_ANY, tr("&Open the list of this number")))
    , copy_(new wxButton(this, wxID_ANY, tr("&Copy the table")))
    , export_(new wxButton(this, wxID_ANY, tr("E&xport the table…")))
    , print_(new wxButton(this, wxID_ANY, tr("&Print the table…")))
{
    name_control(heading_, "title");
    name_control(day_text_, "day");
    name_control(filter_, "lines", tr("Lines shown"));
    name_control(current_, "current");
    name_control(told_, "told");
    name_control(open_, "open");
    name_control(copy_, "copy");
    name_control(export_, "export");
    name_control(print_, "print");
    lay_out();
    wire();
    update();
}

void FigurePage::lay_out()
{
    heading_->SetFont(heading_->GetFont().Bold().Larger());
    const auto middle = wxSizerFlags().CenterVertical();
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading_, middle);
    top->Add(day_text_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(2 * gap)));
    top->Add(new wxStaticText(this, wxID_ANY, tr("&Show:")), middle);
    top->Add(filter_, wxSizerFlags(middle).Border(wxLEFT, FromDIP(gap)));
    auto* buttons = new wxWrapSizer(wxHORIZONTAL);
    for (auto* button : {open_, copy_, export_, print_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
    const auto beside = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(top, wxSizerFlags().Expand().Border(wxALL, FromDIP(gap)));
    all->Add(grid_, wxSizerFlags(1).Expand());
    all->Add(current_, beside);
    all->Add(told_, beside);
    all->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxTOP, FromDIP(gap)));
    SetSizer(all);
}

void FigurePage::wire()
{
    const auto on = [this](wxButton* button, void (FigurePage::*work)()) {
        button->Bind(wxEVT_BUTTON,
            [this, work](wxCommandEvent&) { guarded(this, [&] { (this->*work)(); }); });
    };
    on(open_, &FigurePage::open_list);
    on(copy_, &FigurePage::copy);
    on(export_, &FigurePage::export_shown);
    on(print_, &FigurePage::print);
    filter_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_lines(); });
    grid_->on_open = [this] { guarded(this, [this] { open_list(); }); };
    grid_->on_copy = [this] { guarded(this, [this] { copy(); }); };
    grid_->on_move = [this] { update(); };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        told_->wrap(GetClientSize().x - FromDIP(2 * gap));
    });
}

void FigurePage::focus()
{
    grid_->SetFocus();
}

void FigurePage::refresh()
{
    auto& store = desk_.editor.store();
    const auto state = store.state();
    if (state == state_ && day_ == store.today())
        return;
    state_ = state;
    day_ = store.today();
    count();
}

void FigurePage::count()
{
    const auto counting = [reading = reading_, permission = desk_.editor.permission()](
                              model::RecordStore& store) {
        return std::make_shared<const model::FigureTable>(reading(store, permission, language()));
    };
    if (!desk_.with_file) {
        try {
            return take(counting(desk_.editor.store()));
        } catch (...) {
            return tell_trouble(std::current_exception());
        }
    }
    is_counting_ = true;
    update();
    const auto is_newest = [this, state = state_] { return state == state_; };
    reader_.run(
        this,
        [with_file = desk_.with_file, counting] {
            Shown found;
            with_file([&](model::RecordStore& store) { found = counting(store); });
            return found;
        },
        [this, is_newest](const Shown& found) {
            if (is_newest())
                take(found);
        },
        [this, is_newest](const std::exception_ptr& error) {
            if (is_newest())
                tell_trouble(error);
        });
}

void FigurePage::take(Shown table)
{
    is_counting_ = false;
    table_ = std::move(table);
    heading_->SetLabelText(tr(table_->title));
    day_text_->SetLabelText(tr("As of {1}", {model::to_iso(table_->today)}));
    fill_filters();
    show_lines();
}

void FigurePage::tell_trouble(const std::exception_ptr& error)
{
    is_counting_ = false;
    state_ = {-1, -1};
    update();
    show_error(this, error);
}

/// The choice stays where it was, for the same table has the same ones.
void FigurePage::fill_filters()
{
    using Which = model::FigureFilter::Which;
    const int before = std::max(filter_->GetSelection(), 0);
    filter_->Clear();
    filters_.clear();
    const auto add = [this](const wxString& label, const model::FigureFilter& filter) {
        filter_->Append(label);
        filters_.push_back(filter);
    };
    add(tr("All lines"), {});
    const auto& columns = table_->columns;
    if (std::ranges::count_if(columns, [](const auto& each) { return *each.gap != '\0'; }) > 1)
        add(tr("All that lack something"), {Which::any_gap});
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (*columns[i].gap)
            add(tr("{1} ({2})", {from_wx(tr(columns[i].gap)), std::to_string(table_->gaps(i))}),
                {Which::gap, i});
        if (*columns[i].any)
            add(tr(columns[i].any), {Which::any, i});
    }
    filter_->SetSelection(before);
}

void FigurePage::show_lines()
{
    if (!table_)
        return;
    const auto chosen = static_cast<std::size_t>(std::max(filter_->GetSelection(), 0));
    places_ = model::lines_left(*table_, filters_.at(chosen));
    grid_->show(table_, places_);
    wxString notes;
    if (table_->lines.empty())
        notes = tr(table_->why_empty);
    else
        for (const auto& note : table_->notes)
            notes += (notes.empty() ? "" : "\n") + tr(note);
    told_->show(notes);
    told_->wrap(GetClientSize().x - FromDIP(2 * gap));
    Layout();
    update();
}

void FigurePage::update()
{
    for (auto* button : {open_, copy_, export_, print_})
        button->Enable(table_ && !table_->lines.empty());
    current_->SetLabelText(is_counting_ && !table_ ? tr("Counting…") : grid_->spoken());
}

void FigurePage::open_list()
{
    const auto* line = grid_->line();
    if (!line || !on_open_list)
        return;
    const auto& records = line->figures.at(grid_->column()).records;
    if (records.empty())
        return say(tr("There is no record behind this number"));
    const auto& column = table_->columns.at(grid_->column());
    on_open_list(
        *column.def, records, from_wx(tr("{1}: {2}", {line->name, from_wx(tr(column.label))})));
}

wxString FigurePage::shown_title() const
{
    const auto title = tr(table_->title);
    return filter_->GetSelection() > 0
        ? tr("{1}: {2}", {from_wx(title), from_wx(filter_->GetStringSelection())})
        : title;
}

void FigurePage::copy()
{
    if (!table_)
        return;
    model::require_figures(desk_.editor, model::Action::export_out, *table_);
    note_given(
        model::audited::copy, {model::msgid("The table “{1}” copied"), {from_wx(shown_title())}});
    copy_lines(model::lines_of(*table_, places_, language()));
    say(tr("The table is copied, with its heads"));
}

void FigurePage::export_shown()
{
    if (!table_)
        return;
    model::require_figures(desk_.editor, model::Action::export_out, *table_);
    wxFileDialog dialog(this, tr("Export the table"), {}, tr(table_->title) + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx|CSV files (*.csv)|*.csv"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const auto path = from_wx(dialog.GetPath());
    // Before anything is given away: a log that cannot be written keeps it back.
    note_given(model::audited::export_rows,
        {model::msgid("The table “{1}” written to {2}"), {from_wx(shown_title()), path}});
    model::write_figures(*table_, places_, model::path_of(path), language());
    say(tr("The table was written to {1}", {path}));
}

void FigurePage::print()
{
    if (!table_)
        return;
    model::require_figures(desk_.editor, model::Action::print, *table_);
    constexpr int width_of_names = 180; // in DIPs
    constexpr int width_of_figures = 90;
    constexpr int width_of_details = 130;
    auto& store = desk_.editor.store();
    auto list = std::make_shared<PrintedList>();
    list->title = shown_title();
    list->office = to_wx(store.self().office);
    list->date = tr("Printed on {1}", {model::to_text(model::Value{store.today()})});
    std::vector<std::string> notes;
    for (const auto& note : table_->notes)
        notes.push_back(from_wx(tr(note)));
    list->note = to_wx(model::join(notes, "；"));
    const auto lines = model::lines_of(*table_, places_, language());
    for (const auto& head : lines.front()) {
        const bool is_detail =
            !list->columns.empty() && list->columns.size() <= table_->details.size();
        list->columns.push_back({to_wx(head),
            list->columns.empty() ? width_of_names
                : is_detail       ? width_of_details
                                  : width_of_figures});
    }
    for (std::size_t i = 1; i < lines.size(); ++i) {
        auto& line = list->lines.emplace_back();
        for (const auto& cell : lines[i])
            line.cells.push_back(to_wx(cell));
    }
    list->records = places_.size();
    list->on_printed = [this, title = from_wx(shown_title())] {
        note_given(model::audited::print, {model::msgid("The table “{1}” printed"), {title}});
    };
    PrintDialog(wxGetTopLevelParent(this), list).ShowModal();
}

void FigurePage::note_given(const char* what, model::Message detail) const
{
    model::Audit(desk_.editor.store())
        .note({.what = what, .who = desk_.editor.account(), .detail = std::move(detail)});
}

void FigurePage::say(const wxString& text) const
{
    if (on_say)
        on_say(text);
}

} // namespace views
