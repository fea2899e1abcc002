#include "views/shell/record_head.h"

#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace views {

namespace {

constexpr int fewest = 10; ///< letters of the subtitle that say anything

} // namespace

RecordHead::RecordHead(wxWindow* parent)
    : wxPanel(parent)
    , heading_(new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
          wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE))
    , subtitle_(new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
          wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE))
    , position_(new wxStaticText(this, wxID_ANY, {}))
    , previous_(make_button(L"◀", "previous", tr("Previous record (Alt+PgUp)"), -1))
    , next_(make_button(L"▶", "next", tr("Next record (Alt+PgDn)"), 1))
{
    heading_->SetFont(heading_->GetFont().Bold().Larger());
    const auto grey = wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT);
    subtitle_->SetForegroundColour(grey);
    position_->SetForegroundColour(grey);
    name_control(heading_, "heading");
    name_control(subtitle_, "subtitle");
    name_control(position_, "position");
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(heading_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(4)));
    row->Add(subtitle_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(12)));
    row->Add(position_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(previous_, wxSizerFlags().CenterVertical());
    row->Add(next_, wxSizerFlags().CenterVertical());
    SetSizer(row);
    Bind(wxEVT_SIZE, [this](wxSizeEvent&) { fit(); });
}

/// The buttons always stay; a title without room for both takes the place of the number, which the
/// list tells too, and then ends in dots.
void RecordHead::fit()
{
    const auto width = [](const wxStaticText& text) {
        return text.GetTextExtent(text.GetLabelText()).x;
    };
    const int buttons = previous_->GetBestSize().x + next_->GetBestSize().x + FromDIP(24);
    const int room = GetClientSize().x - buttons;
    const int title = width(*heading_) + FromDIP(4);
    const int position = width(*position_);
    position_->Show(title + position <= room);
    heading_->SetMinSize({std::clamp(title, 0, std::max(room, 0)), -1});
    const int left = room - title - (position_->IsShown() ? position : 0) - FromDIP(12);
    const bool has_place = left >= std::min(GetTextExtent(beside_).x, GetCharWidth() * fewest);
    subtitle_->SetLabelText(has_place ? beside_ : wxString());
    heading_->SetToolTip(title > room ? heading_->GetLabelText() : wxString());
    Layout();
}

wxButton* RecordHead::make_button(
    const wxString& label, const char* name, const wxString& tip, int rows)
{
    auto* button =
        new wxButton(this, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    name_control(button, name, tip);
    button->SetToolTip(tip);
    button->DisableFocusFromKeyboard();
    button->Bind(wxEVT_BUTTON, [this, rows](wxCommandEvent&) {
        if (on_step)
            guarded(this, [&] { on_step(rows); });
    });
    return button;
}

void RecordHead::show(const wxString& title, const wxString& subtitle)
{
    heading_->SetLabelText(title);
    beside_ = subtitle;
    fit();
}

void RecordHead::show_position(std::optional<std::size_t> row, std::size_t count)
{
    position_->SetLabelText(!row
            ? wxString()
            : tr("No. {1} of {2}", {std::to_string(*row + 1), std::to_string(count)}));
    previous_->Enable(row && *row > 0);
    next_->Enable(row && *row + 1 < count);
    fit();
}

} // namespace views
