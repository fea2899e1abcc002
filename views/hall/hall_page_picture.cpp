// The picture of the floor under the plan.
#include "model/base/files.h"
#include "model/base/text.h"
#include "views/hall/floor_picture.h"
#include "views/hall/hall_canvas.h"
#include "views/hall/hall_page.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/slider.h>
#include <wx/stattext.h>
#include <wx/utils.h>

#include <algorithm>
#include <charconv>

namespace views {

namespace {

constexpr int gap = 8;
constexpr auto paleness_setting = "hall/paleness";

} // namespace

wxSizer* HallPage::lay_out_picture()
{
    constexpr int slider_width = 140;
    pale_->SetMinSize({word_width(*this, slider_width), -1});
    const auto middle = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(gap));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(choose_picture_, middle);
    row->Add(no_picture_, middle);
    row->Add(pale_label_, middle);
    row->Add(pale_, middle);
    row->Add(picture_, wxSizerFlags(1).CenterVertical());
    return row;
}

void HallPage::wire_picture()
{
    const auto kept = settings_.read(paleness_setting);
    int percent = pale_->GetValue();
    std::from_chars(kept.data(), kept.data() + kept.size(), percent);
    under_.paleness = std::clamp(percent, pale_->GetMin(), pale_->GetMax());
    pale_->SetValue(under_.paleness);
    pale_->Bind(wxEVT_SLIDER, [this](wxCommandEvent&) { make_pale(pale_->GetValue()); });
    choose_picture_->Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { choose_picture(); }); });
    no_picture_->Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { take_picture_away(); }); });
}

void HallPage::make_pale(int percent)
{
    under_.paleness = std::clamp(percent, pale_->GetMin(), pale_->GetMax());
    pale_->SetValue(under_.paleness);
    settings_.write(paleness_setting, std::to_string(under_.paleness));
    canvas_->show(plan_, under_);
}

/// Reads the picture where another one lies there than before.
void HallPage::read_picture()
{
    const auto& picture = plan_->picture;
    if (!picture || !picture->is_here) {
        trouble_.clear();
        under_.picture = nullptr;
        under_attachment_ = {};
        if (picture)
            trouble_ = tr("The picture of the floor has not come to this computer yet: it comes "
                          "with one of the next syncs");
    } else if (picture->attachment != under_attachment_) {
        const wxBusyCursor busy;
        trouble_.clear();
        under_.picture = nullptr;
        under_attachment_ = picture->attachment;
        try {
            if (const auto bytes = model::plan_picture(editor_.store(), *plan_))
                under_.picture = FloorPicture::read(*bytes);
            if (!under_.picture)
                trouble_ = tr("The picture of the floor cannot be drawn: choose it anew");
        } catch (const model::Error& error) {
            trouble_ = tr(error.message());
        }
    }
    picture_->SetLabelText(picture_words());
}

wxString HallPage::picture_words() const
{
    if (!plan_->picture)
        return tr("No picture under the plan");
    return to_wx(plan_->picture->title);
}

void HallPage::choose_picture()
{
    wxFileDialog dialog(this, tr("Picture of the floor"), {}, {},
        tr("Pictures (PNG, JPG)|*.png;*.jpg;*.jpeg|All files|*"), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK)
        lay_picture(from_wx(dialog.GetPath()));
}

void HallPage::lay_picture(const std::string& path)
{
    const wxBusyCursor busy;
    model::SystemFiles files;
    const auto file = model::Attachments(editor_).read(files, path);
    const auto outcome = model::lay_picture(editor_, *plan_, file);
    read();
    tell(outcome);
}

void HallPage::take_picture_away()
{
    const auto outcome = model::take_picture_away(editor_, *plan_);
    read();
    tell(outcome);
}

} // namespace views
