#include "views/list/list_bar.h"

#include "views/widgets/colours.h"
#include "views/widgets/errors.h"
#include "views/widgets/icons.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/tglbtn.h>

namespace views {

namespace {

constexpr int narrowest_filter = 170;

} // namespace

ListBar::ListBar(wxWindow* parent, const model::EntityDef& def, const model::Catalog& catalog,
    const Settings& settings)
    : wxPanel(parent)
    , counts_(new wxStaticText(this, wxID_ANY, {}))
    , filtered_(new wxButton(this, wxID_ANY, tr("Filtered: show all"), wxDefaultPosition,
          wxDefaultSize, wxBU_EXACTFIT))
    , conflicts_(
          new wxToggleButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT))
    , findings_(
          new wxToggleButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT))
    , views_(new ViewBox(this, def, catalog, settings))
    , filter_(new wxSearchCtrl(this, wxID_ANY))
    , rows_(new wxBoxSizer(wxHORIZONTAL))
    , signs_(new wxBoxSizer(wxHORIZONTAL))
    , tools_(new wxBoxSizer(wxHORIZONTAL))
{
    name_control(counts_, "counts");
    name_control(filtered_, "filtered");
    name_control(filter_, "filter", tr("Filter by any shown column"));
    auto* heading = new wxStaticText(this, wxID_ANY, tr(def.plural));
    heading->SetFont(heading->GetFont().Bold().Larger());
    filtered_->SetForegroundColour(colour_of(model::Level::warn));
    filtered_->SetBitmap(icon("filter", line_icon, colour_of(model::Level::warn)));
    filtered_->SetToolTip(tr("Takes all filters away (F8)"));
    filtered_->Hide();
    make_switch(
        *conflicts_, "conflicting", tr("Leaves only the rows with a conflict"), Only::conflicts);
    make_switch(*findings_, "findings", tr("Leaves only the rows with a finding"), Only::findings);
    filter_->SetDescriptiveText(tr("Filter by any shown column"));
    filter_->ShowCancelButton(true);
    const auto gap = wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(12));
    signs_->Add(heading, wxSizerFlags().CenterVertical());
    for (auto* sign : std::initializer_list<wxWindow*>{counts_, filtered_, conflicts_, findings_})
        signs_->Add(sign, gap);
    filter_->SetMinSize(wxSize(word_width(*this, narrowest_filter), -1));
    tools_->Add(views_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    tools_->Add(filter_, wxSizerFlags(1).CenterVertical());
    rows_->Add(signs_, wxSizerFlags(1).Expand());
    rows_->Add(tools_, wxSizerFlags(1).Expand());
    SetSizer(rows_);
    wire();
}

void ListBar::make_switch(wxToggleButton& button, const char* name, const wxString& tip, Only only)
{
    name_control(&button, name);
    button.SetForegroundColour(colour_of(model::Level::warn));
    button.SetLabel(tip); // GTK puts a picture beside words only where there are some
    button.SetBitmap(icon(only == Only::conflicts ? "conflicts" : "findings", line_icon,
        colour_of(model::Level::warn)));
    button.SetToolTip(tip);
    button.Hide();
    button.Bind(wxEVT_TOGGLEBUTTON, [this, only](wxCommandEvent& event) {
        guarded(this, [&] { on_only(event.IsChecked() ? only : Only::all); });
    });
}

/// All in one row where there is room for it, else the tools under the signs.
void ListBar::arrange()
{
    const int needed = signs_->CalcMin().x + tools_->CalcMin().x;
    const auto orientation = needed <= GetClientSize().x ? wxHORIZONTAL : wxVERTICAL;
    if (orientation == rows_->GetOrientation())
        return;
    rows_->SetOrientation(orientation);
    InvalidateBestSize();
    GetParent()->Layout();
}

void ListBar::wire()
{
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        arrange();
    });
    filtered_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(this, on_show_all);
        on_leave();
    });
    views_->on_leave = [this] { on_leave(); };
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { guarded(this, on_filter); });
    filter_->Bind(wxEVT_SEARCHCTRL_CANCEL_BTN, [this](wxCommandEvent&) { filter_->Clear(); });
    filter_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (key == WXK_ESCAPE && !filter_->IsEmpty())
            return filter_->Clear();
        if (key == WXK_ESCAPE || key == WXK_DOWN)
            return on_leave();
        event.Skip();
    });
}

std::string ListBar::typed() const
{
    return from_wx(filter_->GetValue());
}

void ListBar::type(const wxString& text)
{
    filter_->ChangeValue(text);
}

void ListBar::focus_filter()
{
    filter_->SetFocus();
    filter_->SelectAll();
}

/// Tells whether the bar has to be laid out anew.
bool ListBar::update(wxToggleButton& button, const char* label, std::size_t count, bool pressed)
{
    const auto text = tr(label, {std::to_string(count)});
    button.SetValue(pressed);
    if (button.IsShown() == (count > 0) && button.GetLabelText() == text)
        return false;
    button.SetLabel(text);
    button.Show(count > 0);
    return true;
}

void ListBar::show(const State& state)
{
    views_->follow();
    bool is_new = update(*conflicts_, model::msgid("With conflicts: {1}"), state.conflicts,
        state.only == Only::conflicts);
    is_new |= update(*findings_, model::msgid("With findings: {1}"), state.findings,
        state.only == Only::findings);
    if (!is_new && state.counts == counts_->GetLabelText()
        && filtered_->IsShown() == state.filtered)
        return;
    counts_->SetLabelText(state.counts);
    filtered_->Show(state.filtered);
    arrange();
    Layout();
}

} // namespace views
